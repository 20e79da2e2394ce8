import type { TroubleCode } from '../model/kinds.ts'

/** A file's own fault: an answer that reaches the report, not a mistake of ours. `detail` is English, short, without paths. */
export class ReadTrouble extends Error {
  constructor(
    readonly code: TroubleCode,
    readonly detail: string,
    options?: ErrorOptions
  ) {
    super(`${code}: ${detail}`, options)
    this.name = 'ReadTrouble'
  }
}
