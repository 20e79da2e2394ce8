import { ERRORS, type ErrorCode } from '../../src/desk/contract.ts'

/** The desk said no: a code with words in `src/words`, and a detail for people where there is one. */
export class DeskError extends Error {
  override readonly name = 'DeskError'

  constructor(
    readonly code: ErrorCode,
    readonly detail = ''
  ) {
    super(detail ? `${code}: ${detail}` : code)
  }
}

/** How a `DeskError` crosses a border that carries only an error's message (Electron's preload). */
const MARKED = /henshi-desk-error:([\w-]+):([\s\S]*)$/

/** Any rejection of a bridge as a `DeskError`; what is none of ours is `crashed`. */
export function asDeskError(error: unknown): DeskError {
  if (error instanceof DeskError) return error
  const message = error instanceof Error ? error.message : String(error)
  const [, code, detail] = MARKED.exec(message) ?? []
  return new DeskError(ERRORS.find(each => each === code) ?? 'crashed', detail ?? '')
}
