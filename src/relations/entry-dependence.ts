import type { EntryTable, TableLedger } from './entry-table.ts'

/**
 * How much a column still says when another is known to agree: 1 all of it, 0 nothing (start and end dates of
 * one job, a village and its grid). Read from rows that share a common value of the one column.
 */
export type Dependence = (given: number, column: number) => number

/** Rows looked at, and pairs per column: shares within ±4 %. */
const SAMPLE = 20_000
const PAIRS = 600
/** Values shared by fewer rows are shared by the copies of one record, which say nothing of dependence. */
const COMMON = 6
const PAIRS_PER_VALUE = 6
/** Columns with this share of different values tell records apart. */
const DISTINCTIVE = 0.5
const IDENTIFIES = 0.3
/** Wider tables are taken as independent; the matrix grows with the square. */
const WIDEST = 60

export function dependenceOf(table: EntryTable, each: TableLedger): Dependence {
  const width = each.compared.length
  if (width < 2 || width > WIDEST) return () => 1
  const rows = sampled(each.size)
  const cell = (i: number, c: number) => table.hashes[each.base + i * width + c]!
  const columns = each.compared.map((_, c) => valuesOf(rows, i => cell(i, c)))
  const distinctive = columns.flatMap(({ distinct, filled }, c) => (filled > 0 && distinct >= filled * DISTINCTIVE ? [c] : [])) // prettier-ignore
  const matrix = new Float32Array(width * width).fill(1)
  columns.forEach(({ groups }, given) => {
    const equal = new Uint32Array(width)
    const both = new Uint32Array(width)
    const pairs = pairsOf(groups)
    let copies = 0
    for (const [i, j] of pairs) {
      const told = distinctive.filter(c => c !== given)
      const same = told.filter(c => cell(i, c) !== 0 && cell(i, c) === cell(j, c)).length
      if (told.length > 0 && same * 2 >= told.length) {
        copies++
        continue
      }
      for (let c = 0; c < width; c++) {
        if (cell(i, c) === 0 || cell(j, c) === 0) continue
        both[c]!++
        if (cell(i, c) === cell(j, c)) equal[c]!++
      }
    }
    // Where most who share a value are one record, it identifies: what agrees beside it is evidence.
    if (copies >= pairs.length * IDENTIFIES) return
    for (let c = 0; c < width; c++) {
      // Fewer than ten pairs tell nothing.
      if (c === given || both[c]! < 10) continue
      const chance = Math.min(0.99, columns[c]!.chance)
      const conditional = Math.min(1, Math.max(chance, (equal[c]! + 0.5) / (both[c]! + 1)))
      matrix[given * width + c] = chance <= 0 ? 1 : Math.log(conditional) / Math.log(chance)
    }
  })
  // Dates of one job follow from each other however rarely a day comes twice.
  const dates = each.compared.flatMap(({ meaning }, c) =>
    meaning === 'date' || meaning === 'deadline' ? [c] : []
  )
  for (const given of dates) for (const c of dates) if (c !== given) matrix[given * width + c] = 0
  return (given, column) => matrix[given * width + column]!
}

function sampled(size: number): number[] {
  const step = Math.max(1, Math.ceil(size / SAMPLE))
  return Array.from({ length: Math.ceil(size / step) }, (_, k) => k * step)
}

/** Rows by value, in the order of rows, and the chance that two rows agree. */
function valuesOf(rows: readonly number[], at: (i: number) => number) {
  const byValue = new Map<number, number[]>()
  let filled = 0
  for (const i of rows) {
    const value = at(i)
    if (value === 0) continue
    filled++
    const list = byValue.get(value)
    if (list) list.push(i)
    else byValue.set(value, [i])
  }
  let agreeing = 0
  for (const { length } of byValue.values()) agreeing += length * (length - 1)
  return {
    filled,
    distinct: byValue.size,
    chance: filled < 2 ? 1 : Math.max(1, agreeing) / (filled * (filled - 1)),
    groups: [...byValue.values()].filter(({ length }) => length >= COMMON)
  }
}

function pairsOf(groups: readonly number[][]): [number, number][] {
  const pairs: [number, number][] = []
  const step = Math.max(1, Math.floor((groups.length * PAIRS_PER_VALUE) / PAIRS))
  for (let g = 0; g < groups.length && pairs.length < PAIRS; g += step) {
    const rows = groups[g]!
    const stride = Math.max(1, Math.floor(rows.length / (PAIRS_PER_VALUE + 1)))
    for (let k = 0; k < PAIRS_PER_VALUE && (k + 1) * stride < rows.length; k++)
      pairs.push([rows[k * stride]!, rows[(k + 1) * stride]!])
  }
  return pairs
}
