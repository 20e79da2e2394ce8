import type { SameContent } from '../model/evidence.ts'
import type { Material } from '../model/material.ts'
import { groupBy } from '../support/grouping.ts'
import type { Tick } from '../support/tick.ts'
import { cellCounts, cellsKey } from './same-content-cells.ts'
import { findSameMembers } from './same-content-members.ts'
import { textKey } from './same-content-text.ts'

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
  const add = (by: SameContent['by'], group: readonly number[]): void => {
    if (group.length > 1) found.push({ members: group, by })
  }
  for (const group of byBytes.values()) if (group.length > 1) add('bytes', distinct(group))
  for (const by of ['text', 'cells'] as const) {
    for (const group of keyed(materials, lookable, by, tick).values()) {
      // Equal bytes are said by their own group; here it takes two different files
      if (new Set(group.map(i => materials[i]!.sha256)).size > 1) add(by, distinct(group))
    }
  }
  for (const group of members) add('members', group)
  const rank = ['bytes', 'text', 'cells', 'members']
  return found.sort((a, b) => a.members[0]! - b.members[0]! || rank.indexOf(a.by) - rank.indexOf(b.by))
}

function isLookable({ sha256, bytes, status, origin }: Material): boolean {
  return sha256 !== '' && bytes > 0 && status !== 'listed' && origin !== 'reference'
}

function keyed(
  materials: readonly Material[],
  lookable: readonly number[],
  by: 'text' | 'cells',
  tick: Tick
): Map<string, number[]> {
  const counts = by === 'cells' ? cellCounts(materials, lookable) : undefined
  const keys = new Map<string, number[]>()
  for (const [done, i] of lookable.entries()) {
    tick(done, lookable.length)
    const key = counts ? cellsKey(materials[i]!, counts) : textKey(materials[i]!)
    if (key === undefined) continue
    const group = keys.get(key)
    if (group) group.push(i)
    else keys.set(key, [i])
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
