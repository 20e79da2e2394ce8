import { ReadTrouble } from '../../isolation/trouble.ts'
import { CELL, type RowsPart } from '../../model/reading.ts'
import { CELLS_PER_PART, LONGEST_FORMULA, LONGEST_TEXT, MOST_CELLS, MOST_COLUMNS, MOST_FORMULAS, MOST_ROWS, ROWS_PER_PART } from './limits.ts' // prettier-ignore

/** What the tables of one file have used up together. */
export interface Spent {
  cells: number
  formulas: number
  /** Texts cut at `LONGEST_TEXT`. */
  shortened: number
}

export function nothingSpent(): Spent {
  return { cells: 0, formulas: 0, shortened: 0 }
}

/**
 * Gathers cells into rows and rows into parts. Synchronous, because parsers call it from callbacks; finished
 * parts wait in `ready` until the reader sends them. Row numbers rise: one that does not, as some exporters
 * write, counts on from the row before.
 */
export class RowWriter {
  /** Parts to be sent, in order; taken with `take`. */
  private ready: RowsPart[] = []
  private rows = new Uint32Array(ROWS_PER_PART)
  private starts = new Uint32Array(ROWS_PER_PART)
  private rowCount = 0
  private columns: number[] = []
  private kinds: number[] = []
  private texts: string[] = []
  private formulas: { cell: number; formula: string }[] = []
  private rowStart = 0
  private lastRow = 0
  private lastColumn = -1
  private disordered = false

  constructor(
    private readonly table: number,
    private readonly spent: Spent
  ) {}

  /** Adds a cell to the row at hand. Empty text is no cell. Throws `E_LIMIT_COUNT` past the ceilings. */
  cell(column: number, text: string, kind: number, formula?: string): void {
    if (text === '' && formula === undefined) return
    if (column >= MOST_COLUMNS) throw new ReadTrouble('E_LIMIT_COUNT', `more than ${MOST_COLUMNS} columns`)
    if (++this.spent.cells > MOST_CELLS)
      throw new ReadTrouble('E_LIMIT_COUNT', `more than ${MOST_CELLS} cells in one file`)
    if (text.length > LONGEST_TEXT) {
      this.spent.shortened++
      text = cutText(text)
    }
    if (column <= this.lastColumn) this.disordered = true
    this.lastColumn = column
    if (formula !== undefined && ++this.spent.formulas <= MOST_FORMULAS)
      this.formulas.push({ cell: this.texts.length, formula: formula.slice(0, LONGEST_FORMULA) })
    this.columns.push(column)
    this.kinds.push(kind)
    this.texts.push(text)
  }

  text(column: number, text: string): void {
    this.cell(column, text, CELL.text)
  }

  /** Ends the row at hand under the number the spreadsheet shows. Throws `E_LIMIT_COUNT` past the last row. */
  endRow(number: number): void {
    const row = number > this.lastRow ? number : this.lastRow + 1
    if (row > MOST_ROWS) {
      this.dropRow()
      throw new ReadTrouble('E_LIMIT_COUNT', `row numbers past ${MOST_ROWS}`)
    }
    this.lastRow = row
    if (this.disordered) this.putInOrder()
    this.lastColumn = -1
    this.disordered = false
    if (this.texts.length === this.rowStart) return
    this.rows[this.rowCount] = row
    this.starts[this.rowCount++] = this.rowStart
    this.rowStart = this.texts.length
    if (this.rowCount === ROWS_PER_PART || this.texts.length >= CELLS_PER_PART) this.cutPart()
  }

  /** Number of the last row ended, 0 before the first. */
  get row(): number {
    return this.lastRow
  }

  /** Finished parts; with `all`, what is left too, except an unfinished row. */
  take(all = false): RowsPart[] {
    if (all) this.cutPart()
    const parts = this.ready
    if (parts.length > 0) this.ready = []
    return parts
  }

  get waiting(): boolean {
    return this.ready.length > 0
  }

  private cutPart(): void {
    this.dropRow()
    if (this.rowCount === 0) return
    this.ready.push({
      part: 'rows',
      table: this.table,
      rows: this.rows.slice(0, this.rowCount),
      starts: this.starts.slice(0, this.rowCount),
      columns: Uint16Array.from(this.columns),
      texts: this.texts,
      kinds: Uint8Array.from(this.kinds),
      ...(this.formulas.length > 0 ? { formulas: this.formulas } : {})
    })
    this.rowCount = 0
    this.rowStart = 0
    this.columns = []
    this.kinds = []
    this.texts = []
    this.formulas = []
  }

  private dropRow(): void {
    this.columns.length = this.rowStart
    this.kinds.length = this.rowStart
    this.texts.length = this.rowStart
    while (this.formulas.length > 0 && this.formulas.at(-1)!.cell >= this.rowStart) this.formulas.pop()
    this.lastColumn = -1
    this.disordered = false
  }

  /** Cells written out of order are put in order; of two cells in one place the first stays. */
  private putInOrder(): void {
    const from = this.rowStart
    const formulas = new Map(this.formulas.map(({ cell, formula }) => [cell, formula]))
    const order = Array.from({ length: this.texts.length - from }, (_, i) => from + i)
      .sort((a, b) => this.columns[a]! - this.columns[b]! || a - b)
      .filter((cell, i, all) => i === 0 || this.columns[cell] !== this.columns[all[i - 1]!])
    const cells = order.map(cell => ({
      column: this.columns[cell]!,
      kind: this.kinds[cell]!,
      text: this.texts[cell]!,
      formula: formulas.get(cell)
    }))
    this.dropRow()
    for (const { column, kind, text, formula } of cells) {
      if (formula !== undefined) this.formulas.push({ cell: this.texts.length, formula })
      this.columns.push(column)
      this.kinds.push(kind)
      this.texts.push(text)
    }
  }
}

/** Never through the middle of a character. */
function cutText(text: string): string {
  const end = /[\uD800-\uDBFF]/u.test(text.charAt(LONGEST_TEXT - 1)) ? LONGEST_TEXT - 1 : LONGEST_TEXT
  return text.slice(0, end)
}
