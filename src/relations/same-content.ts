import type { SameContent } from '../model/evidence.ts'
import type { Material } from '../model/material.ts'
import { groupBy } from '../support/grouping.ts'
import type { Tick } from '../support/tick.ts'
import { UnionFind } from '../support/union-find.ts'
import { cellCounts, cellsKey, commonRemarks } from './same-content-cells.ts'
import { findSameMembers } from './same-content-members.ts'
import { commonPieces, textKey } from './same-content-text.ts'

/**
 * Materials with the same bytes, the same text in other bytes, the same cells, or archives that hold the same
 * files. Each material stands in at most one group per kind; groups come whole, in the order of their first
 * member. What is equal only because its containers are equal is left to the containers.
 */
export function findSameContent(materials: readonly Material[], tick: Tick): SameContent[] {
  const lookable = [...materials.keys()].filter(i => isLookable(materials[i]!))
  const byBytes = groupBy(lookable, i => materials[i]!.sha256)
  const { groups: members, explained } = findSameMembers(materials, lookable)
  const place = placesWithoutTwins(materials, sha256 => (byBytes.get(sha256)?.length ?? 0) > 1, explained)
  const distinct = (group: readonly number[]): number[] =>
    [...groupBy(group, place).values()].map(same => same[0]!)
  const found: SameContent[] = []
  const add = (by: SameContent['by'], group: readonly number[], aside = false): void => {
    if (group.length > 1) found.push({ members: group, by, ...(aside ? { aside } : {}) })
  }
  for (const group of byBytes.values()) if (group.length > 1) add('bytes', distinct(group))
  for (const by of ['text', 'cells'] as const) {
    for (const { members: group, aside } of equals(materials, lookable, by, tick)) {
      // Equal bytes are said by their own group; here it takes two different files
      if (new Set(group.map(i => materials[i]!.sha256)).size > 1) add(by, distinct(group), aside)
    }
  }
  for (const group of members) add('members', group)
  const rank = ['bytes', 'text', 'cells', 'members']
  return found.sort((a, b) => a.members[0]! - b.members[0]! || rank.indexOf(a.by) - rank.indexOf(b.by))
}

function isLookable({ sha256, bytes, status, origin }: Material): boolean {
  return sha256 !== '' && bytes > 0 && status !== 'listed' && origin !== 'reference'
}

/**
 * Materials with one text or the same cells; `aside` where that holds only without what many files of the package
 * have in common, so that one line added to everything does not make copies different.
 */
function equals(
  materials: readonly Material[],
  lookable: readonly number[],
  by: 'text' | 'cells',
  tick: Tick
): { members: number[]; aside: boolean }[] {
  const whole = by === 'text' ? byText(materials, lookable, tick) : byCells(materials, lookable, tick)
  const common = by === 'text' ? commonPieces(materials, whole) : commonRemarks(materials, lookable)
  const own = common.size === 0 ? new Map<number, string>()
    : by === 'text' ? byText(materials, lookable, tick, common) : byCells(materials, lookable, tick, common) // prettier-ignore
  const sets = new UnionFind(materials.length)
  for (const keys of [whole, own])
    for (const group of groupBy(keys.keys(), i => keys.get(i)!).values())
      for (const i of group.slice(1)) sets.join(group[0]!, i)
  return sets.groups().map(members => {
    const keys = members.map(i => whole.get(i))
    return { members, aside: keys.some(key => key === undefined || key !== keys[0]) }
  })
}

type Keys = Map<number, string>

function byText(
  materials: readonly Material[],
  lookable: readonly number[],
  tick: Tick,
  common?: ReadonlySet<string>
): Keys {
  return keyed(lookable, tick, i => textKey(materials[i]!, common))
}

function byCells(
  materials: readonly Material[],
  lookable: readonly number[],
  tick: Tick,
  common?: ReadonlySet<string>
): Keys {
  const counts = cellCounts(materials, lookable, common)
  return keyed(lookable, tick, i => cellsKey(materials[i]!, counts, common))
}

function keyed(lookable: readonly number[], tick: Tick, keyOf: (index: number) => string | undefined): Keys {
  const keys: Keys = new Map()
  for (const [done, i] of lookable.entries()) {
    tick(done, lookable.length)
    const key = keyOf(i)
    if (key !== undefined) keys.set(i, key)
  }
  return keys
}

/** A name for where a material lies under which all its equals in equal containers coincide: the innermost container with a twin, and the path inside it. */
function placesWithoutTwins(
  materials: readonly Material[],
  hasTwin: (sha256: string) => boolean,
  explained: ReadonlyMap<number, string>
): (index: number) => string {
  return index => {
    const explainedAs = explained.get(index)
    if (explainedAs !== undefined) return explainedAs
    const { path } = materials[index]!
    for (let at = materials[index]!.parent; at !== undefined; at = materials[at]!.parent) {
      const container = materials[at]!
      if (container.sha256 !== '' && hasTwin(container.sha256))
        return `${container.sha256}${path.slice(container.path.length)}`
    }
    return path
  }
}
