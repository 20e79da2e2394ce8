import { DESCRIPTOR, MIRRORED } from './picture-descriptors.ts'
import type { Features } from './picture-features.ts'

/** A spot of the asking picture that looks like a spot of an earlier one. */
export interface Meeting {
  picture: number // the earlier one
  here: number // feature of the asking picture
  there: number // feature of the earlier picture
  mirrored: boolean
}

const TABLES = 8
const MOST_BITS = 20
const LEAST_BITS = 14
/** Values added and subtracted for one bit. */
const TERMS = 12
/** Entries looked at per bucket, latest first. Panels of a watermark fill buckets; the ceiling keeps growth linear. */
const MOST_IN_BUCKET = 24

/**
 * Locality-sensitive hashing of descriptors: eight tables, keys of sign bits whose number grows with the logarithm
 * of how many features there are, so that buckets stay small. Pictures are added in turn and each asks those before
 * it, so every pair is met once.
 */
export function createIndex(expected: number): {
  ask(features: Features, meet: (meeting: Meeting) => void): void
  add(picture: number, features: Features): void
} {
  const bits = Math.max(LEAST_BITS, Math.min(MOST_BITS, Math.ceil(Math.log2(expected + 1)) + 1))
  const terms = choose(bits)
  const heads = Array.from({ length: TABLES }, () => new Int32Array(1 << bits).fill(-1))
  let capacity = 1024
  let count = 0
  let next = Array.from({ length: TABLES }, () => new Int32Array(capacity))
  let pictures = new Int32Array(capacity)
  let spots = new Int32Array(capacity)

  function key(descriptors: Float32Array, base: number, table: number, mirrored: boolean): number {
    let value = 0
    let at = table * bits * TERMS * 2
    for (let bit = 0; bit < bits; bit++) {
      let sum = 0
      for (let i = 0; i < TERMS; i++) {
        const [plus, minus] = [terms[at + i]!, terms[at + TERMS + i]!]
        sum += mirrored
          ? descriptors[base + MIRRORED[plus]!]! - descriptors[base + MIRRORED[minus]!]!
          : descriptors[base + plus]! - descriptors[base + minus]!
      }
      at += TERMS * 2
      value = (value << 1) | Number(sum > 0)
    }
    return value
  }

  function grow(): void {
    capacity *= 2
    const larger = (array: Int32Array) => {
      const copy = new Int32Array(capacity)
      copy.set(array)
      return copy
    }
    next = next.map(larger)
    pictures = larger(pictures)
    spots = larger(spots)
  }

  return {
    ask(features, meet) {
      for (let here = 0; here < features.count; here++)
        for (const mirrored of [false, true])
          for (let table = 0; table < TABLES; table++) {
            let entry = heads[table]![key(features.descriptors, here * DESCRIPTOR, table, mirrored)]!
            for (let seen = 0; entry >= 0 && seen < MOST_IN_BUCKET; seen++) {
              meet({ picture: pictures[entry]!, here, there: spots[entry]!, mirrored })
              entry = next[table]![entry]!
            }
          }
    },
    add(picture, features) {
      for (let spot = 0; spot < features.count; spot++) {
        if (count === capacity) grow()
        pictures[count] = picture
        spots[count] = spot
        for (let table = 0; table < TABLES; table++) {
          const at = key(features.descriptors, spot * DESCRIPTOR, table, false)
          next[table]![count] = heads[table]![at]!
          heads[table]![at] = count
        }
        count++
      }
    }
  }
}

/** Which values make which bit; a fixed sequence, so that every run and machine chooses alike. */
function choose(bits: number): Uint8Array {
  const terms = new Uint8Array(TABLES * bits * TERMS * 2)
  let state = 0x9e3779b9
  for (let i = 0; i < terms.length; i++) {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    terms[i] = ((mixed ^ (mixed >>> 14)) >>> 0) % DESCRIPTOR
  }
  return terms
}
