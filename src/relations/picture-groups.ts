import { LOOK_SIDE } from '../model/reading.ts'
import type { Material } from '../model/material.ts'
import type { Picture, PictureGroup } from '../model/evidence.ts'
import { byCodePoint } from '../support/order.ts'
import type { Tick } from '../support/tick.ts'
import { UnionFind } from '../support/union-find.ts'
import { searchCandidates, type Shot } from './picture-candidates.ts'
import { featuresOf, withoutDescriptors } from './picture-features.ts'
import { sameShot, type Change, type Link } from './picture-same-shot.ts'
import { viewOf } from './picture-views.ts'

interface Given {
  materials: readonly Material[]
  pictures: readonly Picture[]
}

/** Less than this and there is too little to recognise: only bytes or pixels can say that two such are one. */
const LEAST_DETAIL = 0.15

/**
 * Pictures that show one shot: the same bytes, the same pixels, or the same look after re-encoding, resizing,
 * cropping, turning, mirroring or a panel laid over. Frames of a burst and different scenes are not one shot. In
 * the order of their first member.
 */
export function findPictureGroups({ materials, pictures }: Given, tick: Tick): PictureGroup[] {
  const sets = new UnionFind(pictures.length)
  joinEqual(pictures, picture => materials[picture.material]!.sha256, sets)
  joinEqual(pictures, picture => materials[picture.material]!.reading!.picture!.pixels, sets)
  const links = findLinks({ materials, pictures }, sets, tick)
  for (const { a, b } of links) sets.join(a, b)
  const linksOf = new Map<number, Link[]>()
  for (const link of links) {
    const root = sets.root(link.a)
    linksOf.set(root, [...(linksOf.get(root) ?? []), link])
  }
  return sets.groups().map(members => {
    const own = linksOf.get(members[0]!) ?? []
    const sameBytes = new Set(members.map(member => materials[pictures[member]!.material]!.sha256)).size === 1
    return {
      members,
      by: own.length > 0 ? 'look' : sameBytes ? 'bytes' : 'pixels',
      agreement: own.reduce((least, link) => Math.min(least, link.agreement), 1),
      changes: ORDER.filter(change => own.some(link => link.changes.includes(change)))
    }
  })
}

const ORDER: readonly Change[] = [
  'resized',
  'reencoded',
  'cropped',
  'rotated',
  'mirrored',
  'overlaid',
  'brightened'
]

function joinEqual(pictures: readonly Picture[], keyOf: (picture: Picture) => string, sets: UnionFind): void {
  const first = new Map<string, number>()
  pictures.forEach((picture, i) => {
    const key = keyOf(picture)
    if (key === '') return
    const earlier = first.get(key)
    if (earlier === undefined) first.set(key, i)
    else sets.join(earlier, i)
  })
}

function findLinks({ materials, pictures }: Given, sets: UnionFind, tick: Tick): Link[] {
  // one of each set of equals, in an order that comes from content, so that names change nothing
  const chosen = pictures
    .map((picture, i) => ({ picture, i, facts: materials[picture.material]!.reading!.picture! }))
    .filter(
      ({ picture, i, facts }) =>
        sets.root(i) === i &&
        picture.nature === 'photo' &&
        picture.detail >= LEAST_DETAIL &&
        facts.look.length === LOOK_SIDE * LOOK_SIDE
    )
    .sort((a, b) => byCodePoint(a.facts.pixels, b.facts.pixels) || a.i - b.i)
  const times = new Map<number, Set<string>>()
  pictures.forEach((picture, i) => {
    const at = materials[picture.material]!.reading!.picture!.claims.takenAt
    if (at) times.set(sets.root(i), (times.get(sets.root(i)) ?? new Set()).add(at))
  })
  const search = searchCandidates(chosen.length * FEATURES)
  const shots: Shot[] = []
  const links: Link[] = []
  chosen.forEach(({ picture, i, facts }, number) => {
    tick(number, chosen.length)
    const view = viewOf(facts.look, facts.width, facts.height)
    const shot = { view, features: featuresOf(view), hash: picture.hash }
    const candidates = search(number, shot, shots)
    shots.push({ ...shot, features: withoutDescriptors(shot.features) })
    for (const { earlier, maps } of candidates) {
      const other = chosen[earlier]!
      const link = sameShot(
        { shot, facts, times: times.get(i) },
        { shot: shots[earlier]!, facts: other.facts, times: times.get(other.i) },
        maps
      )
      if (link) links.push({ a: other.i, b: i, ...link })
    }
  })
  return links
}

/** Features of a picture, about: sizes the index. */
const FEATURES = 50
