import { CHECKS } from '../../index.ts'
import type { FindingQuery, FindingView } from '../contract.ts'
import { DeskError } from '../desk-error.ts'
import { selectFindings } from './findings.ts'
import { stateOf, type AuditIndex, type People } from './index-audit.ts'

/** One finding with all that stands beside it. Rejects with `bad-input` for an id of another audit. */
export function findingView(
  index: AuditIndex,
  people: People,
  { id, query }: { id: string; query?: FindingQuery | undefined }
): FindingView {
  const position = index.findingAt.get(id)
  if (position === undefined) throw new DeskError('bad-input', 'no such finding')
  const finding = index.audit.findings[position]!
  const standing = people.standings.get(id)
  const look = index.looks().of.get(id)
  const at = query ? selectFindings(index, people, query).positions.indexOf(position) : -1
  const { timeline = [] } = index.audit.facts ?? {}
  const claimed = new Map(timeline.map(each => [each.no, each.claimed]))
  const stage = CHECKS.find(check => check.id === finding.check)?.stage
  return {
    finding,
    family: index.families[position]!,
    ...(stage && { stage }),
    ...(standing?.decision && { decision: standing.decision }),
    state: stateOf(people, id),
    history: [...(people.past.get(id) ?? [])],
    placed: finding.places.map(({ path }) => {
      const record = index.audit.materials[index.recordAt.get(path) ?? -1]
      if (!record) return { no: 0, path, class: 'unknown' as const }
      const activity = record.activity === undefined ? undefined : index.activityTitle.get(record.activity)
      const day = claimed.get(record.no)
      return { no: record.no, path, class: record.class, ...(activity && { activity }), ...(day && { claimed: day }) } // prettier-ignore
    }),
    ...(look && { falls: { activities: look.activities, indicators: look.indicators, entries: look.entries, results: look.results } }), // prettier-ignore
    ...(at >= 0 && { position: at })
  }
}

/**
 * The finding after (or before) this one in the order asked for, `open` ones only when so asked. The one asked from
 * may have left the list by the decision just made: its place in the order still counts.
 */
export function nextFinding(
  index: AuditIndex,
  people: People,
  { id, query, back, open }: { id?: string | undefined; query: FindingQuery; back: boolean; open: boolean }
): { id?: string } {
  const { findings } = index.audit
  const isOpen = (position: number): boolean => {
    const state = stateOf(people, findings[position]!.id)
    return !open || state === 'open' || state === 'reopened'
  }
  const from = id === undefined ? undefined : index.findingAt.get(id)
  // Decisions move a finding between groups and out of filters; those two aside the order stands still
  const { decision, group, ...rest } = query
  const still = { ...rest, group: group === 'decision' ? ('none' as const) : group }
  const asked = decision?.length ? new Set<string>(decision) : undefined
  const { positions } = selectFindings(index, people, still)
  const walk = back ? positions.reverse() : positions
  const start = from === undefined ? 0 : walk.indexOf(from) + 1
  const next = walk.slice(start).find(position => isOpen(position) && (!asked || asked.has(stateOf(people, findings[position]!.id)))) // prettier-ignore
  return next === undefined ? {} : { id: findings[next]!.id }
}
