import type { ErrorCode } from './contract.ts'

/** An answer that is no answer. `code` has words in `src/words/desk.ts`; `detail` is for people who mend. */
export class DeskError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly detail = ''
  ) {
    super(detail === '' ? code : `${code}: ${detail}`)
    this.name = 'DeskError'
  }
}
