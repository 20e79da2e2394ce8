import type { CheckWords } from '../check-words.ts'
import backfilledLedgers from './backfilled-ledgers.ts'
import duplicateEntries from './duplicate-entries.ts'
import duplicateFiles from './duplicate-files.ts'
import linedUpReplies from './lined-up-replies.ts'
import oneSessionPictures from './one-session-pictures.ts'
import pictureDates from './picture-dates.ts'
import recycledEntries from './recycled-entries.ts'
import repeatedFields from './repeated-fields.ts'
import reusedPassages from './reused-passages.ts'
import reusedPictures from './reused-pictures.ts'
import unsupportedResults from './unsupported-results.ts'

/** Words by check id. */
export const CHECK_WORDS: Record<string, CheckWords> = {
  'duplicate-files': duplicateFiles,
  'duplicate-entries': duplicateEntries,
  'recycled-entries': recycledEntries,
  'reused-passages': reusedPassages,
  'repeated-fields': repeatedFields,
  'reused-pictures': reusedPictures,
  'one-session-pictures': oneSessionPictures,
  'picture-dates': pictureDates,
  'backfilled-ledgers': backfilledLedgers,
  'lined-up-replies': linedUpReplies,
  'unsupported-results': unsupportedResults
}
