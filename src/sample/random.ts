import { createHash } from 'node:crypto'

/**
 * Chance that repeats: the same seed and name give the same numbers on every machine. Each part of the package
 * forks its own stream, so that a change in one part leaves the others as they were.
 */
export interface Random {
  /** 0 ≤ x < 1 */
  next(): number
  /** An integer from `low` to `high`, both included. */
  int(low: number, high: number): number
  chance(probability: number): boolean
  pick<T>(list: readonly T[]): T
  /** `count` different members in random order. */
  some<T>(list: readonly T[], count: number): T[]
  shuffled<T>(list: readonly T[]): T[]
  /** Deals cards without repeating until the deck is through, then reshuffles: texts differ as long as they can. */
  deck<T>(list: readonly T[]): () => T
  fork(name: string): Random
}

export function seeded(seed: number | string): Random {
  const digest = createHash('sha256').update(String(seed)).digest()
  let a = digest.readUInt32LE(0)
  let b = digest.readUInt32LE(4)
  let c = digest.readUInt32LE(8)
  let counter = digest.readUInt32LE(12)

  // sfc32 (Chris Doty-Humphrey, public domain)
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + sum) | 0
    return (sum >>> 0) / 4_294_967_296
  }
  for (let warm = 0; warm < 12; warm++) next()

  const int = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1))
  const pick = <T>(list: readonly T[]): T => {
    if (!list.length) throw new Error('nothing to pick from')
    return list[int(0, list.length - 1)]!
  }
  const shuffled = <T>(list: readonly T[]): T[] => {
    const copy = [...list]
    for (let i = copy.length - 1; i > 0; i--) {
      const j = int(0, i)
      ;[copy[i], copy[j]] = [copy[j]!, copy[i]!]
    }
    return copy
  }
  return {
    next,
    int,
    chance: probability => next() < probability,
    pick,
    some: (list, count) => shuffled(list).slice(0, count),
    shuffled,
    deck: list => {
      let cards: (typeof list)[number][] = []
      return () => {
        if (!cards.length) cards = shuffled(list)
        return cards.pop()!
      }
    },
    fork: name => seeded(`${seed}/${name}`)
  }
}
