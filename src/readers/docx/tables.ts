import type { Merge, RowsPart, TableHead } from '../../model/reading.ts'
import { CELL } from '../../model/reading.ts'

/** Cells that cover others, per table. */
const MOST_MERGES = 10_000
/** Word allows 63 columns; a span of thousands is a bomb. */
const MOST_COLUMNS = 1024
const ROWS_PER_PART = 1000

/** A finished table: its head and its rows of texts, in order. */
export interface DocumentTable {
  head: TableHead
  rows: readonly TableRow[]
}

export interface TableRow {
  number: number // from 1
  cells: { column: number; text: string }[]
}

/** Gathers one table while its XML goes by. */
export class TableBuilder {
  readonly rows: TableRow[] = []
  /** Row being filled, from 1; 0 before the first. */
  row = 0
  /** Column the next cell stands in. */
  column = 0
  private cells: TableRow['cells'] = []
  private texts: string[] = []
  private span = 1
  private vertical: 'restart' | 'continue' | undefined
  private deleted = false
  private inCell = false
  private inRow = false
  private readonly merges: Merge[] = []
  /** Cells still being carried downwards, by column. */
  private readonly carried = new Map<number, Merge>()

  constructor(readonly index: number) {}

  openRow(): void {
    this.closeRow()
    this.inRow = true
    this.row++
    this.column = 0
    this.cells = []
    this.deleted = false
  }

  skipColumns(count: number): void {
    this.column = Math.min(MOST_COLUMNS, this.column + count)
  }

  deleteRow(): void {
    this.deleted = true
  }

  openCell(): void {
    if (!this.inRow) this.openRow()
    this.inCell = true
    this.texts = []
    this.span = 1
    this.vertical = undefined
  }

  spanColumns(count: number): void {
    this.span = Math.max(1, Math.min(MOST_COLUMNS, count))
  }

  mergeDown(way: string | undefined): void {
    this.vertical = way === 'restart' ? 'restart' : 'continue'
  }

  addText(text: string): void {
    if (this.inCell) this.texts.push(text)
  }

  dropText(): void {
    this.texts = []
  }

  /** The cell's text. */
  closeCell(): string {
    if (!this.inCell) return ''
    this.inCell = false
    const text = this.texts.join('\n').trim()
    const { column, span } = this
    this.column = Math.min(MOST_COLUMNS, column + span)
    if (column >= MOST_COLUMNS) return ''
    const row = this.row - 1
    const above = this.carried.get(column)
    if (this.vertical === 'continue' && above) {
      above.bottom = row
      return ''
    }
    const area = { top: row, left: column, bottom: row, right: column + span - 1 }
    if (this.vertical === 'restart') this.carried.set(column, area)
    else this.carried.delete(column)
    if ((span > 1 || this.vertical === 'restart') && this.merges.length < MOST_MERGES) this.merges.push(area)
    if (text !== '') this.cells.push({ column, text })
    return text
  }

  closeRow(): void {
    if (!this.inRow) return
    this.inRow = false
    if (this.deleted) this.row--
    else if (this.cells.length > 0) this.rows.push({ number: this.row, cells: this.cells })
    this.cells = []
  }

  done(): DocumentTable {
    const merges = this.merges.filter(area => area.bottom > area.top || area.right > area.left)
    return { head: { index: this.index, name: '', hidden: false, merges }, rows: this.rows }
  }
}

/** The rows of a table as parts. */
export function* rowParts({ head, rows }: DocumentTable): Generator<RowsPart> {
  for (let from = 0; from < rows.length; from += ROWS_PER_PART) {
    const slice = rows.slice(from, from + ROWS_PER_PART)
    const cells = slice.flatMap(row => row.cells)
    const starts = new Uint32Array(slice.length)
    slice.forEach((row, i) => {
      if (i + 1 < slice.length) starts[i + 1] = starts[i]! + row.cells.length
    })
    yield {
      part: 'rows',
      table: head.index,
      rows: Uint32Array.from(slice, row => row.number),
      starts,
      columns: Uint16Array.from(cells, cell => cell.column),
      texts: cells.map(cell => cell.text),
      kinds: new Uint8Array(cells.length).fill(CELL.text)
    }
  }
}
