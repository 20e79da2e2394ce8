import { Growing } from '../support/growing.ts'
import type { Tick } from '../support/tick.ts'
import { eachGram } from './passage-grams.ts'
import type { Prose } from './passage-text.ts'

/** A sample of every document's runs and, for each sampled run, the documents that hold it. */
export interface SeedIndex {
  readonly starts: Uint32Array // first seed of each document, one more at the end
  readonly positions: Uint32Array // unit at which a seed begins, rising
  readonly lists: Uint32Array // per seed: its posting list, or NO_LIST when no other document holds it
  readonly listStarts: Uint32Array
  readonly holders: Uint32Array // documents of each list, rising, each once
}

export const NO_LIST = 0xffffffff

/** Winnowing (Schleimer, Wilkerson, Aiken 2003): of every 8 neighbouring runs the smallest hash is kept, so two documents that share 13 + 8 - 1 = 20 characters in a row share a seed, at 2/9 of the memory. */
const WINDOW = 8
/** Characters a seed stands for, on average. */
export const CHARACTERS_PER_SEED = (WINDOW + 1) / 2

export function indexSeeds({ units, starts, documents }: Prose, tick: Tick): SeedIndex {
  const hashes = new Growing(size => new Uint32Array(size), 1 << 16)
  const positions = new Growing(size => new Uint32Array(size), 1 << 16)
  const seedStarts = new Uint32Array(documents.length + 1)
  for (let d = 0; d < documents.length; d++) {
    if (d % 64 === 0) tick()
    winnow(units, starts[d]!, starts[d + 1]!, hashes, positions)
    seedStarts[d + 1] = hashes.length
  }
  return { starts: seedStarts, positions: positions.done(), ...postings(hashes.done(), seedStarts, tick) }
}

function winnow(
  units: Uint16Array,
  from: number,
  to: number,
  hashes: { push(value: number): void },
  positions: { push(value: number): void }
): void {
  const window = new Float64Array(WINDOW).fill(Infinity)
  let kept = -1
  let seen = 0
  eachGram(units, from, to, (hash, at) => {
    window[at % WINDOW] = hash
    if (++seen < WINDOW) return
    // The rightmost smallest of the last WINDOW runs.
    let best = at
    for (let back = 1; back < WINDOW; back++)
      if (window[(at - back) % WINDOW]! < window[best % WINDOW]!) best = at - back
    if (best === kept) return
    kept = best
    hashes.push(window[best % WINDOW]!)
    positions.push(best)
  })
}

function postings(hashes: Uint32Array, seedStarts: Uint32Array, tick: Tick) {
  const order = byHash(hashes)
  tick()
  const documentOf = new Uint32Array(hashes.length)
  for (let d = 0; d + 1 < seedStarts.length; d++) documentOf.fill(d, seedStarts[d]!, seedStarts[d + 1]!)
  const lists = new Uint32Array(hashes.length).fill(NO_LIST)
  const listStarts = new Growing(size => new Uint32Array(size))
  const holders = new Growing(size => new Uint32Array(size))
  listStarts.push(0)
  for (let from = 0; from < order.length;) {
    let to = from + 1
    while (to < order.length && hashes[order[to]!] === hashes[order[from]!]) to++
    // The sort is stable and seeds rise by document: equal documents stand together.
    if (documentOf[order[from]!] !== documentOf[order[to - 1]!]) {
      for (let i = from; i < to; i++) {
        const document = documentOf[order[i]!]!
        lists[order[i]!] = listStarts.length - 1
        if (i === from || document !== documentOf[order[i - 1]!]) holders.push(document)
      }
      listStarts.push(holders.length)
    }
    from = to
  }
  return { lists, listStarts: listStarts.done(), holders: holders.done() }
}

/** Seed numbers in rising order of hash; a stable radix sort in two passes of 16 bits. */
function byHash(hashes: Uint32Array): Uint32Array {
  let from = new Uint32Array(hashes.length)
  for (let seed = 0; seed < from.length; seed++) from[seed] = seed
  let to = new Uint32Array(hashes.length)
  for (const shift of [0, 16]) {
    const counts = new Uint32Array(65_537)
    for (const hash of hashes) counts[((hash >>> shift) & 0xffff) + 1]!++
    for (let i = 1; i < counts.length; i++) counts[i]! += counts[i - 1]!
    for (const seed of from) to[counts[(hashes[seed]! >>> shift) & 0xffff]!++] = seed
    ;[from, to] = [to, from]
  }
  return from
}
