import type { Tick } from '../support/tick.ts'
import { mix, NO_DAY, type EntryTable } from './entry-table.ts'

/** Rows that share a value only bring each other up when at most this many share it: pairs grow with the square. */
const LARGEST_BLOCK = 24
/** Keys per row: its rarest values, then pairs of commoner ones. */
const KEYS = 8
/** Pairs compared at most; 4 million score in about ten seconds. Rarer values come first, so what falls away is least telling. */
const MOST_PAIRS = 4_000_000

/**
 * Candidate pairs of rows that may be one record: they share a rare value, or two values rare together. Not
 * quadratic. Rows that claim different days are never candidates; rows of two ledgers only when both claim the
 * same day. Each pair once, as `low * rows + high`.
 */
export function candidatePairs(table: EntryTable, clusters: Uint32Array, tick: Tick): Float64Array {
  const keys = rowKeys(table, clusters, tick)
  const pairs = new Pairs()
  const rowBits = Math.max(1, Math.ceil(Math.log2(table.rows + 1)))
  const scale = 2 ** rowBits
  for (let from = 0; from < keys.length && pairs.length < MOST_PAIRS;) {
    const key = Math.floor(keys[from]! / scale)
    let to = from + 1
    while (to < keys.length && Math.floor(keys[to]! / scale) === key) to++
    if ((from & 0xfff) === 0) tick(from, keys.length)
    if (to - from >= 2 && to - from <= LARGEST_BLOCK) {
      for (let x = from; x < to; x++) {
        for (let y = x + 1; y < to; y++) {
          const a = keys[x]! % scale
          const b = keys[y]! % scale
          if (a !== b && comparableRows(table, a, b)) pairs.push(a * table.rows + b)
        }
      }
    }
    from = to
  }
  return pairs.unique(tick)
}

function comparableRows(table: EntryTable, a: number, b: number): boolean {
  const dayA = table.days[a]!
  const dayB = table.days[b]!
  if (table.of[a] === table.of[b]) return dayA === dayB || dayA === NO_DAY || dayB === NO_DAY
  return dayA === dayB && dayA !== NO_DAY
}

/** Sorted `key * 2^bits + row`: rows of one key stand together. */
function rowKeys(table: EntryTable, clusters: Uint32Array, tick: Tick): Float64Array {
  const rowBits = Math.max(1, Math.ceil(Math.log2(table.rows + 1)))
  const scale = 2 ** rowBits
  const keyMask = 2 ** Math.min(32, 53 - rowBits)
  const all = new Float64Array(table.rows * KEYS)
  let used = 0
  const found: { key: number; size: number }[] = []
  for (const { start, size, base, compared } of table.ledgers) {
    for (let i = 0, at = base; i < size; i++, at += compared.length) {
      const row = start + i
      if ((row & 0x3fff) === 0) tick(row, table.rows)
      found.length = 0
      const common: { field: number; hash: number; count: number }[] = []
      compared.forEach(({ field, meaning }, c) => {
        const hash = table.hashes[at + c]!
        if (hash === 0 || meaning === 'recorder') return
        const count = table.count(field, hash)
        if (count >= 2 && count <= LARGEST_BLOCK) found.push({ key: mix(field, hash), size: count })
        else if (count > LARGEST_BLOCK) common.push({ field, hash, count })
      })
      if (clusters[row] !== 0 && table.days[row] !== NO_DAY)
        found.push({ key: mix(mix(table.days[row]!, 0x51ed), clusters[row]!), size: 3 })
      if (found.length < KEYS) pairUp(common, table.rows, found)
      found.sort((a, b) => a.size - b.size || a.key - b.key)
      for (const { key } of found.slice(0, KEYS)) all[used++] = (key % keyMask) * scale + row
    }
  }
  return sorted(all.subarray(0, used), tick)
}

/** Pairs of common values that should be rare together. */
function pairUp(
  common: { field: number; hash: number; count: number }[],
  rows: number,
  found: { key: number; size: number }[]
): void {
  common.sort((a, b) => a.count - b.count || a.field - b.field)
  const few = common.slice(0, 5)
  for (let x = 0; x < few.length; x++) {
    for (let y = x + 1; y < few.length; y++) {
      const expected = (few[x]!.count * few[y]!.count) / rows
      if (expected > LARGEST_BLOCK) continue
      const [low, high] = few[x]!.field < few[y]!.field ? [few[x]!, few[y]!] : [few[y]!, few[x]!]
      found.push({ key: mix(mix(low.field, low.hash), mix(high.field + 7919, high.hash)), size: LARGEST_BLOCK + expected }) // prettier-ignore
    }
  }
}

/** Numbers per part: a part sorts in a few milliseconds, so that a cancel is heard in time. */
const PART = 60_000

/** Sorts in place, part by part: eight million numbers at once would keep silent for two seconds. */
export function sorted(numbers: Float64Array, tick: Tick): Float64Array {
  if (numbers.length <= PART) return numbers.sort()
  let most = 0
  for (const number of numbers) if (number > most) most = number
  const parts = Math.ceil(numbers.length / PART) + 1
  const width = (most + 1) / parts
  const ends = new Uint32Array(parts + 1)
  for (const number of numbers) ends[Math.floor(number / width) + 1]!++
  for (let part = 0; part < parts; part++) ends[part + 1]! += ends[part]!
  const at = ends.slice(0, parts)
  tick()
  const spread = new Float64Array(numbers.length)
  for (const number of numbers) spread[at[Math.floor(number / width)]!++] = number
  for (let part = 0; part < parts; part++) {
    tick(part, parts)
    spread.subarray(ends[part]!, ends[part + 1]!).sort()
  }
  numbers.set(spread)
  return numbers
}

/** A growing list of numbers. */
class Pairs {
  private array = new Float64Array(1 << 12)
  length = 0

  push(value: number): void {
    if (this.length === this.array.length) {
      const larger = new Float64Array(this.array.length * 2)
      larger.set(this.array)
      this.array = larger
    }
    this.array[this.length++] = value
  }

  unique(tick: Tick): Float64Array {
    const all = sorted(this.array.subarray(0, this.length), tick)
    let kept = 0
    for (let i = 0; i < all.length; i++) {
      if (i === 0 || all[i] !== all[i - 1]) all[kept++] = all[i]!
    }
    return all.subarray(0, kept)
  }
}
