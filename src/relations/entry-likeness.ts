import { hashText } from '../support/string-pool.ts'
import type { Tick } from '../support/tick.ts'
import { UnionFind } from '../support/union-find.ts'
import { hanLength } from './entry-agreement.ts'
import type { Contents } from './entry-content.ts'
import { sorted } from './entry-blocking.ts'
import type { Background } from './entry-background.ts'
import { pieces } from './entry-closeness.ts'
import { mix } from './entry-table.ts'

/** Contents shorter than this (Han characters) are compared to the letter only: a changed word is another content. */
const LEAST = 14
/** Share of two-character pieces two contents must have in common to be one with words changed. */
const ALIKE = 0.72
/** … less in long texts, where chance never comes near it. */
const ALIKE_LONG = 0.58
const LONG = 60
/** … and the share of the wording that is not boilerplate: a template filled in twice shares only the template. */
const OWN = 0.3
const BINS = 16
const LEAST_BINS = 0.25
/** Pairs of bins that must be equal to bring two contents up: finds 95 % of pairs that share .6 of their pieces. */
const BANDS = 15
/** Contents of one band compared with their next neighbours only; a template fills a band with thousands. */
const NEIGHBOURS = 4
/** Contents that are sketched; larger ledgers repeat to the letter what they repeat. */
const MOST = 1_500_000
const MOST_VERIFIED = 150_000

/**
 * Clusters of contents that say the same with some words changed, over an index of one-permutation sketches.
 * Numbers other than dates must be the same (排查12户 and 排查15户 are two records), but for one in a long text.
 */
export function likeContents(contents: Contents, background: Background, tick: Tick): Uint32Array {
  const cluster = Uint32Array.from({ length: contents.size }, (_, i) => i)
  const long: number[] = []
  const sketches = new Uint32Array(Math.min(contents.size, MOST) * BINS)
  for (let content = 1; content < contents.size && long.length < MOST; content++) {
    if (content % 5000 === 0) tick(content, contents.size)
    const text = contents.text(contents.firstRow[content]!)
    // Filled-in templates are left to exact comparison: what they share is boilerplate.
    if (hanLength(text) < LEAST || background.net(text) < LEAST) continue
    sketch(text, sketches.subarray(long.length * BINS, (long.length + 1) * BINS))
    long.push(content)
  }
  if (long.length < 2) return cluster
  const sets = new UnionFind(contents.size)
  const texts = new Map<number, string>()
  const textOf = (content: number) => {
    const known = texts.get(content)
    if (known !== undefined) return known
    if (texts.size > 20_000) texts.clear()
    const text = contents.text(contents.firstRow[content]!)
    texts.set(content, text)
    return text
  }
  const scale = 2 ** 21 // members of a band key; MOST is below it
  let verified = 0
  for (let band = 0; band < BANDS; band++) {
    tick(band, BANDS)
    const keys = new Float64Array(long.length)
    for (let i = 0; i < long.length; i++) {
      keys[i] = mix(sketches[i * BINS + band]!, sketches[i * BINS + band + 1]!) * scale + i
    }
    sorted(keys, tick)
    for (let x = 0; x < keys.length; x++) {
      if ((x & 0x3fff) === 0) tick()
      const key = Math.floor(keys[x]! / scale)
      for (let y = x + 1; y < keys.length && y <= x + NEIGHBOURS; y++) {
        if (Math.floor(keys[y]! / scale) !== key) break
        const i = keys[x]! % scale
        const j = keys[y]! % scale
        if (sets.root(long[i]!) === sets.root(long[j]!)) continue
        if (equalBins(sketches, i, j) < BINS * LEAST_BINS || verified++ > MOST_VERIFIED) continue
        if (alike(textOf(long[i]!), textOf(long[j]!), background)) sets.join(long[i]!, long[j]!)
      }
    }
  }
  for (let content = 1; content < contents.size; content++) cluster[content] = sets.root(content)
  return cluster
}

function alike(a: string, b: string, background: Background): boolean {
  if (Math.min(a.length, b.length) < Math.max(a.length, b.length) * 0.6) return false
  if (otherNumbers(a, b) > (Math.min(a.length, b.length) >= LONG ? 1 : 0)) return false
  return (
    pieces(a, b) >= alikeFrom(Math.min(a.length, b.length)) &&
    background.common(a, b) >= Math.max(LEAST, background.net(a) * OWN)
  )
}

function alikeFrom(length: number): number {
  const share = Math.min(1, Math.max(0, (length - LEAST) / (LONG - LEAST)))
  return ALIKE - share * (ALIKE - ALIKE_LONG)
}

/** How many numbers differ; texts with more or fewer numbers differ in all. */
function otherNumbers(a: string, b: string): number {
  const left = a.match(/\d+/gu) ?? []
  const right = b.match(/\d+/gu) ?? []
  if (left.length !== right.length) return Math.max(left.length, right.length) + 1
  return left.filter((number, k) => number !== right[k]).length
}

/** Smallest hash of the text's three-character pieces in each of sixteen bins; empty bins borrow from the next. */
function sketch(text: string, bins: Uint32Array): void {
  bins.fill(0xffffffff)
  for (let at = 0; at + 3 <= text.length; at++) {
    const hash = hashText(text.slice(at, at + 3))
    const bin = hash >>> 28
    if (hash < bins[bin]!) bins[bin] = hash
  }
  for (let bin = 0; bin < BINS; bin++) {
    for (let step = 1; bins[bin] === 0xffffffff && step < BINS; step++) bins[bin] = bins[(bin + step) % BINS]!
  }
}

function equalBins(sketches: Uint32Array, a: number, b: number): number {
  let equal = 0
  for (let bin = 0; bin < BINS; bin++) if (sketches[a * BINS + bin] === sketches[b * BINS + bin]) equal++
  return equal
}
