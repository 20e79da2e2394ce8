import type { Finding, Verdict } from '../model/audit.ts'
import type { Evidence } from '../model/evidence.ts'
import type { FindingDraft, Verdicts } from '../model/finding.ts'
import { firmnessOf, strengthOf } from '../model/strength.ts'
import { sha256 } from '../support/hashing.ts'
import { byCodePoint } from '../support/order.ts'
import { Cancelled, type Tick } from '../support/tick.ts'
import type { Check } from './define.ts'
import { settle } from './settle.ts'

/** One check that is done. */
export interface Checked {
  verdict: Verdict
  findings: readonly Finding[]
}

/** Runs every check; one that throws is `crashed` and costs only itself. `done` hears of each as it ends. */
export function runChecks(
  checks: readonly Check[],
  evidence: Evidence,
  tick: Tick,
  done: (checked: Checked) => void = () => {}
): Verdicts {
  const outcome: Verdicts = { verdicts: [], findings: [], failures: [] }
  for (const check of checks) {
    tick()
    try {
      const { answer, because, findings, coverage } = settle(check, check.examine(evidence, tick), evidence)
      const made = toFindings(check.id, findings)
      const verdict = { check: check.id, answer, findings: findings.length, because, coverage }
      for (const each of made) outcome.findings.push(each)
      outcome.verdicts.push(verdict)
      done({ verdict, findings: made })
    } catch (error) {
      if (error instanceof Cancelled) throw error
      outcome.failures.push({ check: check.id, error })
      outcome.verdicts.push({
        check: check.id,
        answer: 'crashed',
        findings: 0,
        coverage: { looked: 0, lookable: 0 }
      })
    }
  }
  return outcome
}

function toFindings(check: string, drafts: readonly FindingDraft[]): Finding[] {
  const seen = new Map<string, number>()
  return drafts
    .map(({ members, ...draft }) => {
      const firmness = firmnessOf(draft.indications)
      const content = `${check}\n${draft.message}\n${[...members].sort(byCodePoint).join('\n')}`
      return { check, content, ...draft, firmness, strength: strengthOf(firmness, draft.indications) }
    })
    .sort(
      (a, b) =>
        b.firmness - a.firmness || b.places.length - a.places.length || byCodePoint(a.content, b.content)
    )
    .map(({ content, ...draft }) => {
      // Two groups may hold equal contents (the same block copied twice over); a counter keeps their ids apart.
      const times = seen.get(content) ?? 0
      seen.set(content, times + 1)
      return { id: sha256(times === 0 ? content : `${content}\n#${times}`).slice(0, 16), ...draft }
    })
}
