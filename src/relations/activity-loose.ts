import type { ClaimedDate, Evidence } from '../model/evidence.ts'
import { daysBetween } from '../support/dates.ts'
import { groupBy } from '../support/grouping.ts'
import type { OwnClaims } from './activity-claims.ts'
import type { Draft } from './activity-drafts.ts'
import type { Scope } from './activity-folders.ts'
import { coreOf, sameSubject, SPECIFIC } from './activity-subjects.ts'
import { isInsideDocument } from '../model/material.ts'

/** Under an indicator of more activities a file without a date stays alone. */
const MOST_CANDIDATES = 200

/** Undated files whose own subject is that of exactly one activity under their indicator join it. */
export function joinLoose(
  { materials }: Pick<Evidence, 'materials'>,
  scopes: readonly Scope[],
  own: readonly OwnClaims[],
  drafts: readonly Draft[],
  draftOf: (number | undefined)[],
  rootOf: (draft: number) => number
): void {
  const named = [...drafts.keys()].filter(at => !drafts[at]!.vague && drafts[at]!.materials.length > 0)
  const known = new Map<string, number[]>()
  const byIndicator = groupBy(named, at => drafts[at]!.indicator)
  materials.forEach((material, i) => {
    const indicator = scopes[i]!.indicator
    if (isInsideDocument(materials, material)) {
      draftOf[i] ??= draftOf[material.parent!]
      return
    }
    if (draftOf[i] !== undefined || indicator === undefined || material.origin !== 'package') return
    const candidates = byIndicator.get(indicator) ?? []
    const core = coreOf(own[i]!.subject)
    if (core.length < SPECIFIC || candidates.length > MOST_CANDIDATES) return
    const key = `${indicator}\n${core}`
    const alike = known.get(key) ?? candidates.filter(at => sameSubject(drafts[at]!.core, core))
    known.set(key, alike)
    const [date] = own[i]!.dates
    const near = alike.map(at => daysApart(drafts[at]!.date, date, own[i]!.ahead))
    const nearest = Math.min(...near)
    const chosen = nearest === Infinity ? [] : alike.filter((_, k) => near[k] === nearest)
    if (new Set(chosen.map(rootOf)).size === 1) draftOf[i] = chosen[0]
  })
}

/** 0 when the dates meet or one is missing. A notice comes before its activity by weeks at most; other papers are of the day itself. */
function daysApart(date: ClaimedDate | undefined, own: ClaimedDate | undefined, ahead: boolean): number {
  if (!date || !own || (own.from <= date.to && date.from <= own.to)) return 0
  const before = daysBetween(own.to, date.from)
  return ahead && before > 0 && before <= 31 ? before : Infinity
}
