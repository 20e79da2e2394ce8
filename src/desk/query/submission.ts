import { leavable } from '../../model/advice.ts'
import { whatIf } from '../../model/what-if.ts'
import { askersOf } from '../../reporting/askers.ts'
import { gapsOf } from '../../reporting/gaps.ts'
import type { FindingRow, Submission } from '../contract.ts'
import { rowOf } from './findings.ts'
import { stateOf, type AuditIndex, type People } from './index-audit.ts'
import { indicatorRow } from './lists.ts'

/** The contract's ceilings. */
const MOST_ADVISED = 500
const MOST_ROWS = 200

/** “Before you submit”, from the audit alone. */
export function submissionOf(index: AuditIndex, people: People): Submission {
  const { audit } = index
  const gaps = gapsOf(audit)
  const indicators = (list: typeof gaps.missing) => list.map(each => indicatorRow(index, each))
  const advised = leavable(audit)
  const toExplain = explainable(index, people)
  const rows = (positions: readonly number[]): FindingRow[] => positions.slice(0, MOST_ROWS).map(position => rowOf(index, people, position)) // prettier-ignore
  return {
    judged: gaps.judged,
    missing: indicators(gaps.missing),
    traceOnly: indicators(gaps.traceOnly),
    undetermined: indicators(gaps.undetermined),
    barred: indicators(gaps.barred),
    traceActivities: gaps.traceActivities.length,
    advised: advised.slice(0, MOST_ADVISED).map(no => {
      const { path, class: named, classId, bytes, repeats } = audit.materials[no - 1]!
      return { no, path, class: named, ...(classId && { classId }), bytes, ...(repeats !== undefined && { copyOf: repeats }) } // prettier-ignore
    }),
    advisedTotal: advised.length,
    askers: askersOf(audit).map(({ asker, findings, evidence, forms }) => ({
      asker,
      findings: rows(findings.map(({ id }) => index.findingAt.get(id)!)),
      activities: evidence.length,
      fields: new Set(forms.flatMap(({ form }) => form.fields)).size
    })),
    toExplain: rows(toExplain),
    toExplainTotal: toExplain.length,
    whatIf: whatIf(audit, advised)
  }
}

/** The unit's own, not decided, in the order to look at them. */
function explainable(index: AuditIndex, people: People): number[] {
  return index.looks().ordered.flatMap(({ finding: { id, owner } }) => {
    const state = stateOf(people, id)
    return owner === 'unit' && (state === 'open' || state === 'reopened') ? [index.findingAt.get(id)!] : []
  })
}
