import type { Answer, Detail, Finding, Indication, Owner, Place, Verdict } from './audit.ts'

/** What a check hands back. Plain data: words, weights of classes and looks live elsewhere. */
export interface FindingDraft {
  message: string
  words: Record<string, string | number>
  owner: Owner
  places: Place[]
  /** Content hash of each member (a material's sha256, or a hash of an entry's, message's or passage's text); the finding's id is made from these. */
  members: string[]
  indications: Indication[]
  detail: Detail
}

export interface Examination {
  answer: Answer
  because?: string // code of a reason, for undecided and notApplicable
  findings: FindingDraft[]
  coverage: { looked: number; lookable: number }
}

/** What all checks said of one package. */
export interface Verdicts {
  verdicts: Verdict[]
  findings: Finding[]
  /** Our own mistakes, for the log; the report shows `crashed`. */
  failures: { check: string; error: unknown }[]
}
