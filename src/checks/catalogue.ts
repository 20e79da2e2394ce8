import linedUpReplies from './conversation/lined-up-replies.ts'
import type { Check } from './define.ts'
import duplicateEntries from './duplicates/duplicate-entries.ts'
import duplicateFiles from './duplicates/duplicate-files.ts'
import recycledEntries from './duplicates/recycled-entries.ts'
import reusedPassages from './duplicates/reused-passages.ts'
import oneSessionPictures from './imagery/one-session-pictures.ts'
import pictureDates from './imagery/picture-dates.ts'
import reusedPictures from './imagery/reused-pictures.ts'

/** In the order of the report. */
export const CHECKS: readonly Check[] = [
  duplicateFiles,
  duplicateEntries,
  recycledEntries,
  reusedPassages,
  reusedPictures,
  oneSessionPictures,
  pictureDates,
  linedUpReplies
]
