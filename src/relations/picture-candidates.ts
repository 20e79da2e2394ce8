import { createIndex } from './picture-index.ts'
import { glance, inverse, type Affine } from './picture-affine.ts'
import { createHashIndex } from './picture-hash-index.ts'
import type { Features } from './picture-features.ts'
import type { View } from './picture-views.ts'

export interface Candidate {
  earlier: number
  later: number
  /** Hypotheses of how the later lies on the earlier, best first. */
  maps: Affine[]
}

/** What the search needs of one picture; `hash` is that of its look. */
export interface Shot {
  view: View
  features: Features
  hash: Uint32Array
}

/** Earlier pictures looked at more closely for one picture: those whose spots agree best. */
const MOST_PARTNERS = 8
/** Pairs of spots compared with each other per partner. */
const MOST_MEETINGS = 24
/** Pairs of spots that must ask for the same map. One alone is chance; two agree by chance about once in a thousand. */
const LEAST_AGREEING = 2
/** Two maps are the same when they lay the corners this close to each other, in pixels of the view, on average. */
const SAME_MAP = 7
/** Correlation over the coarse grid from which aligning is worth its milliseconds; a panel of a fifth costs up to half. */
const PROMISING = 0.4
const KEPT_HYPOTHESES = 2

/** Calls `consider` with each pair worth aligning; pictures come one after the other, each meets those before it. */
export function searchCandidates(
  expectedFeatures: number
): (number: number, shot: Shot, shots: readonly Shot[]) => Candidate[] {
  const index = createIndex(expectedFeatures)
  const hashes = createHashIndex()
  return (later, shot, shots) => {
    const meetings = new Map<number, number[]>()
    index.ask(shot.features, ({ picture, here, there, mirrored }) => {
      const list = meetings.get(picture)
      const packed = (here * 256 + there) * 2 + Number(mirrored)
      if (!list) meetings.set(picture, [packed])
      else if (list.length < 64) list.push(packed)
    })
    const whole = hashes.ask(shot.hash)
    const maps = new Map<number, Affine[]>()
    const partners = [...meetings]
      .filter(([, list]) => list.length >= LEAST_AGREEING)
      .map(([earlier, list]) => {
        const all = [...new Set(list)].slice(0, MOST_MEETINGS).map(packed => {
          const pair = packed >> 1
          return between(shot.features, pair >> 8, shots[earlier]!.features, pair & 255, (packed & 1) === 1)
        })
        return { earlier, ...agreeing(shot.view, all) }
      })
      .filter(({ size }) => size >= LEAST_AGREEING)
      .sort((a, b) => b.size - a.size || a.earlier - b.earlier)
      .slice(0, MOST_PARTNERS)
    for (const { earlier, maps: agreed } of partners) maps.set(earlier, agreed)
    for (const { picture, turn } of whole) {
      const map = turned(shot.view, shots[picture]!.view, turn)
      maps.set(picture, [map, ...(maps.get(picture) ?? [])])
    }
    index.add(later, shot.features)
    hashes.add(later, shot.hash)
    return [...maps]
      .sort(([a], [b]) => a - b)
      .map(([earlier, list]) => ({ earlier, later, maps: promising(shot.view, shots[earlier]!.view, list) }))
      .filter(candidate => candidate.maps.length > 0)
  }
}

/** The largest set of maps that say nearly the same. */
function agreeing(view: View, maps: readonly Affine[]): { size: number; maps: Affine[] } {
  const corners = maps.map(map => cornersOf(view, map))
  let best: number[] = []
  for (let one = 0; one < maps.length; one++) {
    const near = [one]
    for (let other = 0; other < maps.length; other++)
      if (other !== one && apart(corners[one]!, corners[other]!) <= SAME_MAP) near.push(other)
    if (near.length > best.length) best = near
  }
  return { size: best.length, maps: best.map(at => maps[at]!) }
}

/** Where a map lays the four corners: x, y, x, y … */
function cornersOf({ width, height }: View, { a, b, c, d, e, f }: Affine): Float64Array {
  const corners = new Float64Array(8)
  for (let i = 0; i < 4; i++) {
    const [x, y] = [(i & 1) * width, (i >> 1) * height]
    corners[2 * i] = a * x + b * y + e
    corners[2 * i + 1] = c * x + d * y + f
  }
  return corners
}

function apart(one: Float64Array, other: Float64Array): number {
  let sum = 0
  for (let i = 0; i < 8; i += 2) {
    const [dx, dy] = [one[i]! - other[i]!, one[i + 1]! - other[i + 1]!]
    sum += Math.sqrt(dx * dx + dy * dy)
  }
  return sum / 4
}

function promising(later: View, earlier: View, maps: Affine[]): Affine[] {
  return maps
    .map(map => ({
      map,
      likeness: Math.max(glance(later, earlier, map), glance(earlier, later, inverse(map)))
    }))
    .filter(({ likeness }) => likeness >= PROMISING)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, KEPT_HYPOTHESES)
    .map(({ map }) => map)
}

/** The turn, scale and shift that lays one spot on the other; in a mirrored one left and right swap first. */
function between(from: Features, here: number, to: Features, there: number, mirrored: boolean): Affine {
  const scale = to.scale[there]! / from.scale[here]!
  const flip = mirrored ? -1 : 1
  // mirroring x turns the direction θ of a spot into π − θ
  const angle = to.angle[there]! - (mirrored ? Math.PI - from.angle[here]! : from.angle[here]!)
  const cos = scale * Math.cos(angle)
  const sin = scale * Math.sin(angle)
  const [a, b, c, d] = [cos * flip, -sin, sin * flip, cos]
  return {
    a,
    b,
    c,
    d,
    e: to.x[there]! - a * from.x[here]! - b * from.y[here]!,
    f: to.y[there]! - c * from.x[here]! - d * from.y[here]!
  }
}

/** The whole of one picture on the whole of the other, in one of eight ways: bit 0 mirrors x, bit 1 mirrors y, bit 2 swaps the sides. */
function turned(from: View, to: View, turn: number): Affine {
  const swap = (turn & 4) !== 0
  const [w, h] = swap ? [from.height, from.width] : [from.width, from.height]
  const sx = (turn & 1) !== 0 ? -to.width / w : to.width / w
  const sy = (turn & 2) !== 0 ? -to.height / h : to.height / h
  const [cx, cy] = [(from.width - 1) / 2, (from.height - 1) / 2]
  const [tx, ty] = [(to.width - 1) / 2, (to.height - 1) / 2]
  return swap
    ? { a: 0, b: sx, c: sy, d: 0, e: tx - sx * cy, f: ty - sy * cx }
    : { a: sx, b: 0, c: 0, d: sy, e: tx - sx * cx, f: ty - sy * cy }
}
