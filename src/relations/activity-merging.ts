import type { Material } from '../model/material.ts'
import { lengthOf } from '../support/periods.ts'
import { groupBy } from '../support/grouping.ts'
import { UnionFind } from '../support/union-find.ts'
import { byCodePoint } from '../support/order.ts'
import type { Tick } from '../support/tick.ts'
import type { Draft } from './activity-drafts.ts'
import { isWithin } from './activity-folders.ts'
import { relatedSubject, sameSubject } from './activity-subjects.ts'

/** One day rarely has more occasions in one unit; beyond this only equal subjects are joined, so that a flat heap of files stays cheap. */
const MOST_COMPARED = 100
/** One file filed more often than this is a form or a logo and says nothing about its drafts. */
const MOST_HOLDERS = 20

/**
 * Joins claims of one activity: the same date and the same subject wherever filed; the same date, related subjects
 * and common files; a vague claim (3月5日签到表) with the only activity of that day under its indicator; undated
 * ones of one subject under one indicator or with common papers. Different subjects on one day stay apart.
 */
export function joinDrafts(drafts: readonly Draft[], materials: readonly Material[], tick: Tick): UnionFind {
  const sets = new UnionFind(drafts.length)
  const days = byDate(drafts)
  for (const [date, members] of days) {
    tick()
    joinSubjects(members, drafts, sets, date === '')
  }
  joinSharing(drafts, materials, sets)
  for (const members of days.values()) joinVague(members, drafts, sets)
  joinPeriods(drafts, sets)
  return sets
}

function byDate(drafts: readonly Draft[]): Map<string, number[]> {
  return groupBy(drafts.keys(), i => {
    const { date } = drafts[i]!
    return date ? `${date.from}/${date.to}` : ''
  })
}

function joinSubjects(
  members: readonly number[],
  drafts: readonly Draft[],
  sets: UnionFind,
  undated: boolean
): void {
  const cores = new Map<string, number>()
  for (const i of members) {
    const { core, vague, indicator } = drafts[i]!
    if (core === '') continue
    const key = vague || undated ? `${core}\n${indicator}` : core
    const first = cores.get(key)
    if (first === undefined) cores.set(key, i)
    else sets.join(first, i)
  }
  if (undated) return
  const specific = [...cores.values()].filter(i => !drafts[i]!.vague)
  if (specific.length > MOST_COMPARED) return
  // Longest first and no chains: 走访 within 走访张家村 and 走访李家村 joins neither to the other
  const order = specific.sort((a, b) => drafts[b]!.core.length - drafts[a]!.core.length || byCodePoint(drafts[a]!.core, drafts[b]!.core)) // prettier-ignore
  for (const [at, i] of order.entries()) {
    const larger = order.slice(0, at).filter(j => sameSubject(drafts[i]!.core, drafts[j]!.core))
    if (new Set(larger.map(j => sets.root(j))).size === 1) sets.join(larger[0]!, i)
  }
}

/** Drafts that hold the same bytes. */
function joinSharing(drafts: readonly Draft[], materials: readonly Material[], sets: UnionFind): void {
  const holders = new Map<string, Set<number>>()
  drafts.forEach((draft, i) => {
    for (const material of draft.materials) {
      const { sha256, kind } = materials[material]!
      if (sha256 === '') continue
      // Pictures alone may be what was reused; undated drafts are joined by papers only
      if (kind === 'picture' && !draft.date) continue
      const known = holders.get(sha256)
      if (known) known.add(i)
      else holders.set(sha256, new Set([i]))
    }
  })
  for (const set of holders.values()) {
    if (set.size < 2 || set.size > MOST_HOLDERS) continue
    const [first, ...rest] = [...set]
    for (const other of rest) {
      const [a, b] = [drafts[first!]!, drafts[other]!]
      const together =
        a.date && b.date ? a.date.from === b.date.from && a.date.to === b.date.to : !a.date && !b.date
      const alike = a.date ? relatedSubject(a.core, b.core) : sameSubject(a.core, b.core)
      // 清淤 of one day filed twice with one picture: asked for twice; 会议 and 会议 without a day may be anything
      const told = !(a.vague && b.vague) || (a.date !== undefined && a.core === b.core)
      if (together && alike && told) sets.join(first!, other)
    }
  }
}

/** 3月5日签到表 belongs to the only activity of that day under its indicator. */
function joinVague(members: readonly number[], drafts: readonly Draft[], sets: UnionFind): void {
  const byIndicator = new Map<string, { vague: number[]; roots: Set<number> }>()
  for (const i of members) {
    const { vague, indicator, date } = drafts[i]!
    if (!date) continue
    const at = byIndicator.get(indicator) ?? { vague: [], roots: new Set() }
    byIndicator.set(indicator, at)
    if (vague) at.vague.push(i)
    else at.roots.add(sets.root(i))
  }
  for (const { vague, roots } of byIndicator.values()) {
    const [only] = roots
    if (roots.size === 1) for (const i of vague) sets.join(only!, i)
    if (roots.size === 0) for (const i of vague) if (drafts[i]!.core === '') sets.join(vague[0]!, i)
  }
}

/** 3月走访慰问 is the 走访慰问 of 5 March when that is the only one of the month under its indicator. */
function joinPeriods(drafts: readonly Draft[], sets: UnionFind): void {
  const single = [...drafts.keys()].filter(i => {
    const { date, vague } = drafts[i]!
    return date && date.from === date.to && !vague
  })
  const days = groupBy(single, i => `${drafts[i]!.date!.from.slice(0, 7)}\n${drafts[i]!.indicator}`)
  drafts.forEach(({ date, indicator, core, vague }, i) => {
    if (!date || date.from === date.to || lengthOf(date) > 31 || vague) return
    const months = new Set([date.from.slice(0, 7), date.to.slice(0, 7)])
    const inside = [...months]
      .flatMap(month => days.get(`${month}\n${indicator}`) ?? [])
      .slice(0, MOST_COMPARED)
      .filter(j => isWithin(drafts[j]!.date!, date) && sameSubject(drafts[j]!.core, core))
    const roots = new Set(inside.map(j => sets.root(j)))
    if (roots.size === 1) sets.join(inside[0]!, i)
  })
}
