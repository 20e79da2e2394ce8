import type { Tick } from '../support/tick.ts'
import { CHARACTERS_PER_SEED, NO_LIST, type SeedIndex } from './passage-seeds.ts'
import type { Prose } from './passage-text.ts'

/** Up to this many holders every pair is counted; beyond it each holder is paired with the first (the longest) and the next, which keeps a large group whole at linear cost. */
const ALL_PAIRS = 48
/** Pairs with fewer seeds in common cannot reach the least characters of a link, runs of just over 20 characters included. */
const LEAST_CHARACTERS = 40
/** Partners looked at per document, those with most in common first. The longest holder of a large group is exempt. */
const MOST_PARTNERS = 200

/** Pairs of documents (a before b) that share enough seeds to be worth comparing, by a. */
export function candidatePairs(prose: Prose, index: SeedIndex, tick: Tick): Uint32Array[] {
  const { lists, listStarts, holders, positions, starts } = index
  const count = prose.documents.length
  const shared = new Uint32Array(count)
  const stamps = new Int32Array(listStarts.length).fill(-1)
  const pairs: Uint32Array[] = []
  for (let a = 0; a < count; a++) {
    if (a % 64 === 0) tick()
    const touched: number[] = []
    const add = (b: number) => {
      if (shared[b]!++ === 0) touched.push(b)
    }
    let leads = false
    for (let seed = starts[a]!; seed < starts[a + 1]!; seed++) {
      const list = lists[seed]!
      if (list === NO_LIST || stamps[list] === a || prose.aside[positions[seed]!] === 1) continue
      stamps[list] = a
      const from = listStarts[list]!
      const to = listStarts[list + 1]!
      const own = place(holders, from, to, a)
      const whole = to - from <= ALL_PAIRS || own === from
      if (own === from && to - from > ALL_PAIRS) leads = true
      for (let i = own + 1; i < (whole ? to : Math.min(own + 2, to)); i++) add(holders[i]!)
    }
    const enough = touched.filter(b => shared[b]! * CHARACTERS_PER_SEED >= LEAST_CHARACTERS)
    if (enough.length > MOST_PARTNERS && !leads) {
      enough.sort((x, y) => shared[y]! - shared[x]! || x - y)
      enough.length = MOST_PARTNERS
    }
    pairs.push(Uint32Array.from(enough).sort())
    for (const b of touched) shared[b] = 0
  }
  return pairs
}

function place(holders: Uint32Array, from: number, to: number, document: number): number {
  let low = from
  let high = to - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (holders[middle]! < document) low = middle + 1
    else high = middle
  }
  return low
}
