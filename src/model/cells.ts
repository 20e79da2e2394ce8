/**
 * The cells of one table, kept flat: a million rows of eight cells cost about 60 MB and no object per cell.
 * Texts live in one pool shared by the audit; `text` ids say equality and nothing else (their order depends on
 * the order of arrival, so never compare or sort by them).
 */
export interface Cells {
  readonly pool: Texts
  readonly rowCount: number
  readonly rows: Uint32Array // row number as the spreadsheet shows it
  readonly starts: Uint32Array // rowCount + 1 entries
  readonly columns: Uint16Array // from 0, rising within a row
  readonly texts: Uint32Array // ids in the pool
  readonly kinds: Uint8Array // CELL of reading.ts
}

/** Interned strings. `id('')` is 0. */
export interface Texts {
  id(text: string): number
  text(id: number): string
  readonly size: number
}

/** Id of the cell at row index `row` and `column`, 0 (empty) when there is none. */
export function cellAt(cells: Cells, row: number, column: number): number {
  let low = cells.starts[row]!
  let high = cells.starts[row + 1]! - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const at = cells.columns[middle]!
    if (at === column) return cells.texts[middle]!
    if (at < column) low = middle + 1
    else high = middle - 1
  }
  return 0
}

/** Text of the cell at row index `row` and `column`, '' when there is none. */
export function textAt(cells: Cells, row: number, column: number): string {
  return cells.pool.text(cellAt(cells, row, column))
}
