import backfilledLedgers from './back-filling/backfilled-ledgers.ts'
import linedUpReplies from './conversation/lined-up-replies.ts'
import type { Check } from './define.ts'
import duplicateEntries from './duplicates/duplicate-entries.ts'
import duplicateFiles from './duplicates/duplicate-files.ts'
import recycledEntries from './duplicates/recycled-entries.ts'
import reusedPassages from './duplicates/reused-passages.ts'
import repeatedFields from './forms/repeated-fields.ts'
import oneSessionPictures from './imagery/one-session-pictures.ts'
import pictureDates from './imagery/picture-dates.ts'
import reusedPictures from './imagery/reused-pictures.ts'
import unsupportedResults from './results/unsupported-results.ts'

/** In the order of the report. */
export const CHECKS: readonly Check[] = [
  duplicateFiles,
  duplicateEntries,
  recycledEntries,
  reusedPassages,
  repeatedFields,
  reusedPictures,
  oneSessionPictures,
  pictureDates,
  backfilledLedgers,
  linedUpReplies,
  unsupportedResults
]
