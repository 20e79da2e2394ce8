import { bare } from '../support/text.ts'
import type { Grid } from './ledger-grid.ts'

export interface ColumnValues {
  filled: number
  distinct: number
  topShare: number
  /** Filled values, evenly spaced over the column, at most `SAMPLE`, with their kinds. */
  sample: readonly { text: string; kind: number }[]
}

/** Values a column's meaning is read from: enough for shares within ±5 %. */
const SAMPLE = 400
/** Up to this many entries distinct values are counted as normalised texts; above it as stored texts, which is quick and nearly the same. */
const NORMALISED_UP_TO = 20_000

/** What one column of a ledger holds. One typed pass; nothing is kept. */
export function columnValues(grid: Grid, rows: Uint32Array, column: number): ColumnValues {
  const ids = new Uint32Array(rows.length)
  let filled = 0
  for (const row of rows) {
    const id = grid.id(row, column)
    if (id !== 0) ids[filled++] = id
  }
  const counts = countsOf(grid, ids.subarray(0, filled), rows.length <= NORMALISED_UP_TO)
  return { filled, ...counts, sample: sampleOf(grid, rows, column, filled) }
}

function countsOf(grid: Grid, ids: Uint32Array, normalised: boolean): { distinct: number; topShare: number } {
  const sorted = ids.slice().sort()
  const runs: { id: number; count: number }[] = []
  let distinct = 0
  let top = 0
  for (let from = 0; from < sorted.length;) {
    let to = from + 1
    while (to < sorted.length && sorted[to] === sorted[from]) to++
    distinct++
    top = Math.max(top, to - from)
    if (normalised) runs.push({ id: sorted[from]!, count: to - from })
    from = to
  }
  if (normalised) {
    const byText = new Map<string, number>()
    for (const { id, count } of runs) {
      const key = bare(grid.cells.pool.text(id))
      byText.set(key, (byText.get(key) ?? 0) + count)
    }
    distinct = byText.size
    for (const count of byText.values()) top = Math.max(top, count)
  }
  return { distinct, topShare: ids.length === 0 ? 0 : top / ids.length }
}

function sampleOf(grid: Grid, rows: Uint32Array, column: number, filled: number): ColumnValues['sample'] {
  const sample: { text: string; kind: number }[] = []
  if (filled === 0) return sample
  // Runs of neighbours, so that a serial's steps can be seen, spread over the ledger.
  const blocks = rows.length <= SAMPLE ? 1 : 8
  const length = Math.min(rows.length, Math.ceil(SAMPLE / blocks))
  for (let block = 0; block < blocks; block++) {
    const from = Math.floor((block * (rows.length - length)) / Math.max(1, blocks - 1))
    for (let i = from; i < from + length; i++) {
      const text = grid.cells.pool.text(grid.id(rows[i]!, column)).trim()
      if (text !== '') sample.push({ text, kind: kindAt(grid, rows[i]!, column) })
    }
  }
  return sample
}

function kindAt(grid: Grid, row: number, column: number): number {
  const { cells } = grid
  for (let at = cells.starts[row]!; at < cells.starts[row + 1]!; at++) {
    if (cells.columns[at] === column) return cells.kinds[at]!
  }
  return 0
}
