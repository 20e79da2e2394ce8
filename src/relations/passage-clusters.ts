import type { Link } from './passage-links.ts'
import type { Prose } from './passage-text.ts'

/** Documents that carry the same passages, and the links among them. */
export interface Cluster {
  members: number[] // positions in the prose, rising
  links: Link[]
}

/** A neighbour belongs when this much of what it shares lies in the passages the group is about: two that each kept half of one source overlap by a quarter to a half, two that took different passages of it by nothing. */
const SAME_PASSAGES = 0.2
/**
 * Enough to join a group that others make, and draw in nobody else: two that each kept half of one source share
 * a quarter with each other. So much of one document must stand in the passages the group is about, whichever
 * members it shares them with.
 */
export const JOINING = { characters: 80, share: 0.15 }
/**
 * … or so much that it shares with members one by one, with something of it in the group's own passages: of a text
 * of short sentences three people each kept another half, and a fourth has a little of every one.
 */
const PIECEWISE = { characters: 100, share: 0.22, inside: 30 }

/**
 * Follows passages from link to link, heaviest first, so that documents joined by one text come together whole,
 * while A–B by one text and B–C by another stay two groups.
 */
export function clusterLinks(prose: Prose, links: readonly Link[]): Cluster[] {
  const heaviest = [...links].sort((x, y) => y.characters - x.characters || x.a - y.a || x.b - y.b)
  const linksOf = new Map<number, Link[]>()
  for (const link of heaviest) {
    for (const end of [link.a, link.b]) {
      const own = linksOf.get(end)
      if (own) own.push(link)
      else linksOf.set(end, [link])
    }
  }
  const clusters: Cluster[] = []
  const used = new Set<Link>()
  for (const link of heaviest) {
    if (!link.firm || used.has(link)) continue
    const members = follow(prose, link, linksOf)
    const inside = new Set<Link>()
    for (const member of members) {
      for (const each of linksOf.get(member)!)
        if (members.has(each.a) && members.has(each.b)) inside.add(each)
    }
    for (const each of inside) used.add(each)
    clusters.push({ members: [...members].sort((x, y) => x - y), links: [...inside] })
  }
  return clusters.filter(cluster => !clusters.some(other => other !== cluster && holds(other, cluster)))
}

/** Wholly inside another group, which then says it all. */
function holds(whole: Cluster, part: Cluster): boolean {
  if (whole.members.length <= part.members.length) return false
  const members = new Set(whole.members)
  return part.members.every(member => members.has(member))
}

function follow(prose: Prose, seed: Link, linksOf: ReadonlyMap<number, readonly Link[]>): Set<number> {
  const passages = new Map<number, Uint8Array>([[seed.a, covered(prose, seed, seed.a)]])
  const queue = [seed.a]
  for (let at = 0; at < queue.length; at++) {
    const member = queue[at]!
    for (const link of linksOf.get(member)!) {
      const other = link.a === member ? link.b : link.a
      if (passages.has(other) || !link.firm) continue
      if (!isAbout(prose, link, member, passages.get(member)!, SAME_PASSAGES)) continue
      passages.set(other, covered(prose, link, other))
      queue.push(other)
    }
  }
  return new Set([...queue, ...joining(prose, queue, linksOf)])
}

/** Documents of which enough stands in passages that the members share among themselves. */
function joining(
  prose: Prose,
  members: readonly number[],
  linksOf: ReadonlyMap<number, readonly Link[]>
): number[] {
  const inside = new Set(members)
  const shared = new Map(members.map(member => [member, maskOf(prose, member)]))
  for (const member of members) {
    for (const link of linksOf.get(member)!) {
      if (link.firm && inside.has(link.a) && inside.has(link.b))
        eachCounted(prose, link, member, at => (shared.get(member)![at] = 1))
    }
  }
  const held = new Map<number, Uint8Array>() // 1: shared with a member, 2: in the group's own passages
  for (const member of members) {
    for (const link of linksOf.get(member)!) {
      const other = link.a === member ? link.b : link.a
      if (inside.has(other)) continue
      const mask = held.get(other) ?? maskOf(prose, other)
      held.set(other, mask)
      eachPair(prose, link, member, (at, there) => {
        if (shared.get(member)![at] === 1) mask[there] = 2
        else if (mask[there] === 0) mask[there] = 1
      })
    }
  }
  return [...held].flatMap(([other, mask]) => (belongs(mask) ? [other] : []))
}

function belongs(mask: Uint8Array): boolean {
  let own = 0
  let any = 0
  for (const unit of mask) {
    if (unit > 0) any++
    if (unit === 2) own++
  }
  if (own >= JOINING.characters && own >= JOINING.share * mask.length) return true
  return own >= PIECEWISE.inside && any >= PIECEWISE.characters && any >= PIECEWISE.share * mask.length
}

function maskOf({ starts }: Prose, member: number): Uint8Array {
  return new Uint8Array(starts[member + 1]! - starts[member]!)
}

/** Visits the units of the link's runs with the units of the other end they stand for, what is set aside left out. */
function eachPair(prose: Prose, link: Link, member: number, visit: (at: number, there: number) => void) {
  const side = link.a === member ? 0 : 1
  const start = prose.starts[member]!
  for (let i = 0; i < link.runs.length; i += 3) {
    const from = link.runs[i + side]!
    const other = link.runs[i + 1 - side]!
    for (let k = 0; k < link.runs[i + 2]!; k++)
      if (prose.aside[start + from + k] === 0) visit(from + k, other + k)
  }
}

function isAbout(prose: Prose, link: Link, member: number, passages: Uint8Array, least: number): boolean {
  let shared = 0
  let inside = 0
  eachCounted(prose, link, member, at => {
    shared++
    inside += passages[at]!
  })
  return shared > 0 && inside >= least * shared
}

function covered(prose: Prose, link: Link, member: number): Uint8Array {
  const mask = new Uint8Array(prose.starts[member + 1]! - prose.starts[member]!)
  eachCounted(prose, link, member, at => (mask[at] = 1))
  return mask
}

/** Visits the units of one end that the link's runs cover, what is set aside left out. */
export function eachCounted(prose: Prose, link: Link, member: number, visit: (at: number) => void): void {
  const side = link.a === member ? 0 : 1
  const start = prose.starts[member]!
  for (let i = 0; i < link.runs.length; i += 3) {
    const from = link.runs[i + side]!
    for (let at = from; at < from + link.runs[i + 2]!; at++) if (prose.aside[start + at] === 0) visit(at)
  }
}
