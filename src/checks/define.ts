import type { Evidence } from '../model/evidence.ts'
import type { Examination, FindingDraft } from '../model/finding.ts'
import type { Tick } from '../support/tick.ts'

export const FAMILIES = [
  'duplicates',
  'forms',
  'imagery',
  'back-filling',
  'conversation',
  'demands',
  'results'
] as const
export type Family = (typeof FAMILIES)[number]

/** A check looks at evidence and stops. Pure: the same evidence gives the same examination, in the same order. */
export interface Check {
  /** Id: file name, test name, help page, words and JSON value. */
  id: string
  family: Family
  /** The seed literature's stage the traces come from. */
  stage: '布置' | '推进' | '考核' | '办理'
  /** Looks at what is written: where much of a package is pages without text, it may not call the rest the whole. */
  reads?: 'text'
  /** Message codes its findings use; each has words in zh and en. */
  messages: readonly string[]
  /** Reasons it may give for `undecided` or `notApplicable`. */
  reasons: readonly string[]
  examine(evidence: Evidence, tick: Tick): Examination
}

export function defineCheck(check: Check): Check {
  return check
}

type Coverage = Examination['coverage']

/** `found` when there are findings, else `clear`. */
export function judged(findings: FindingDraft[], coverage: Coverage): Examination {
  return { answer: findings.length > 0 ? 'found' : 'clear', findings, coverage }
}

export function undecided(because: string, coverage: Coverage): Examination {
  return { answer: 'undecided', because, findings: [], coverage }
}

export function notApplicable(because: string): Examination {
  return { answer: 'notApplicable', because, findings: [], coverage: { looked: 0, lookable: 0 } }
}
