import type { Audit, Facts } from '../../model/audit.ts'
import { daysBetween } from '../../support/dates.ts'
import type { Overview } from '../contract.ts'
import { stateOf, type AuditIndex, type People } from './index-audit.ts'

/** The contract's ceilings. */
const MOST_POINTS = 4000
const MOST_SESSIONS = 500

export function overviewOf(index: AuditIndex, people: People, saved: boolean): Overview {
  const { audit, families } = index
  const { tool, settings, package: pack, accounting, partial, balance, effort, run, verdicts, findings, materials } = audit // prettier-ignore
  const count = <T>(items: readonly T[], key: (item: T, position: number) => string | undefined) => {
    const counts: Record<string, number> = {}
    items.forEach((item, position) => {
      const named = key(item, position)
      if (named !== undefined) counts[named] = (counts[named] ?? 0) + 1
    })
    return counts
  }
  return {
    audit: { tool, settings, package: pack, accounting, partial, balance, effort, run, verdicts },
    saved,
    secret: materials.filter(({ secret }) => secret).length,
    findings: {
      total: findings.length,
      byFamily: count(findings, (_, position) => families[position]),
      byOwner: count(findings, ({ owner }) => owner),
      byStrength: count(findings, ({ strength }) => strength),
      byDecision: count(findings, ({ id }) => stateOf(people, id)),
      byCheck: count(findings, ({ check }) => check)
    },
    materials: {
      total: materials.length,
      byClass: count(materials, each => (isCounted(each) ? each.class : undefined)),
      byStatus: count(materials, ({ status }) => status),
      byKind: count(materials, ({ kind }) => kind),
      byPurpose: count(materials, each => (isCounted(each) ? each.purpose : undefined))
    },
    timeline: timelineOf(audit.facts),
    sessions: (audit.facts?.sessions ?? []).slice(0, MOST_SESSIONS).map(({ members: _, ...each }) => each),
    declarations: [...people.declarations],
    overrules: people.overrules
  }
}

/** Files as handed in: what the balance counts by files, what stands outside its ratio among it. */
function isCounted({ counted }: Audit['materials'][number]): boolean {
  return counted?.as === 'file'
}

/** Both dates known; of too many, evenly spread over the days they claim, first and last among them. */
function timelineOf(facts: Facts | undefined): Overview['timeline'] {
  const points = (facts?.timeline ?? []).flatMap(({ no, claimed, file, source }) => {
    const day = file?.slice(0, 10)
    if (claimed === undefined || day === undefined || !/^\d{4}-\d{2}-\d{2}$/u.test(day)) return []
    return [{ no, claimed, file: day, ...(source && { source }), lag: daysBetween(claimed, day) }]
  })
  if (points.length <= MOST_POINTS) return points
  points.sort((a, b) => (a.claimed < b.claimed ? -1 : a.claimed > b.claimed ? 1 : a.no - b.no))
  const step = (points.length - 1) / (MOST_POINTS - 1)
  return Array.from({ length: MOST_POINTS }, (_, at) => points[Math.round(at * step)]!)
}
