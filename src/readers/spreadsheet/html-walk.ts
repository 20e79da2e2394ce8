import { ReadTrouble } from '../../isolation/trouble.ts'
import type { BlockStyle, Merge } from '../../model/reading.ts'
import { htmlTokens, spanOf, type HtmlToken } from './html-tokens.ts'
import { LONGEST_TEXT, MOST_CELLS, MOST_COLUMNS } from './limits.ts'

/** As the HTML standard has it. */
const MOST_SPAN = 1_000
const MOST_ROW_SPAN = 65_534
/** Tables in tables; layout pages of the nineties went to ten. Deeper ones are read as part of the one around them. */
const MOST_NESTED = 32

/** What a page shows, in reading order. */
export interface PageHandlers {
  table(): void
  /** Row from 1 and column from 0 inside the table; tables count from 0 in the order they open. */
  cell(table: number, row: number, column: number, text: string, merge?: Merge): void
  rowEnd(table: number, row: number): void
  block(text: string, style: BlockStyle): void
  /** Called now and then, with the chance to wait. */
  pause(): Promise<void> | undefined
}

interface OpenTable {
  index: number
  row: number
  column: number
  /** Last row each column is taken by a cell from above. */
  taken: Map<number, number>
  inRow: boolean
  cell?: { text: string; across: number; down: number }
}

const BLOCKS = new Set(['p', 'div', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'ul', 'ol', 'br', 'title', 'section', 'article', 'header', 'footer', 'hr', 'body', 'head', 'center', 'dd', 'dt', 'blockquote', 'pre', 'caption']) // prettier-ignore

/** Walks a page once. Handlers may throw to end it. */
export async function walkPage(html: string, handlers: PageHandlers): Promise<void> {
  const page = new Page(handlers)
  let tokens = 0
  for (const token of htmlTokens(html)) {
    page.take(token)
    if (++tokens % 5_000 === 0) await handlers.pause()
  }
  page.end()
  await handlers.pause()
}

class Page {
  private readonly open: OpenTable[] = []
  private tables = 0
  private passed = 0 // columns taken from above, passed on the way to a free one
  private ignored = 0 // tables nested past the ceiling
  private text = ''
  private style: BlockStyle = 'paragraph'

  constructor(private readonly handlers: PageHandlers) {}

  take(token: HtmlToken): void {
    if (token.type === 'text') this.addText(token.text.replace(/\s+/gu, ' '))
    else if (token.name === 'table') {
      if (token.type === 'open') this.openTable()
      else this.closeTable()
    } else if (token.name === 'tr') {
      if (token.type === 'open') this.openRow()
      else this.closeRow()
    } else if (token.name === 'td' || token.name === 'th') {
      if (token.type === 'open') this.openCell(token.attributes)
      else this.closeCell()
    } else if (BLOCKS.has(token.name)) this.breakText(token)
  }

  end(): void {
    while (this.open.length > 0) this.closeTable()
    this.endBlock()
  }

  private get table(): OpenTable | undefined {
    return this.open.at(-1)
  }

  private addText(text: string): void {
    const cell = this.table?.cell
    if (cell) {
      if (cell.text.length <= LONGEST_TEXT) cell.text += text
    } else if (this.text.length <= LONGEST_TEXT) this.text += text
    else {
      this.endBlock()
      this.text = text
    }
  }

  private breakText(token: Exclude<HtmlToken, { type: 'text' }>): void {
    const cell = this.table?.cell
    if (cell) {
      if (cell.text !== '' && cell.text.length <= LONGEST_TEXT) cell.text += '\n'
      return
    }
    this.endBlock()
    if (token.type === 'close') this.style = 'paragraph'
    else if (token.name === 'title') this.style = 'title'
    else if (/^h[1-6]$/u.test(token.name)) this.style = 'heading'
  }

  private endBlock(): void {
    const text = this.text.trim()
    this.text = ''
    if (text !== '') this.handlers.block(text, this.style)
  }

  private openTable(): void {
    if (this.open.length >= MOST_NESTED) {
      this.ignored++
      return
    }
    this.endBlock()
    this.style = 'paragraph'
    this.open.push({ index: this.tables++, row: 0, column: 0, taken: new Map(), inRow: false })
    this.handlers.table()
  }

  private closeTable(): void {
    if (this.ignored > 0) {
      this.ignored--
      return
    }
    this.closeRow()
    this.open.pop()
  }

  private openRow(): void {
    const { table } = this
    if (!table) return
    this.closeRow()
    table.row++
    table.column = 0
    table.inRow = true
  }

  private closeRow(): void {
    const { table } = this
    if (!table?.inRow) return
    this.closeCell()
    table.inRow = false
    this.handlers.rowEnd(table.index, table.row)
  }

  private openCell(attributes: string): void {
    const { table } = this
    if (!table) return
    if (!table.inRow) this.openRow() // <td> without <tr>
    this.closeCell()
    while ((table.taken.get(table.column) ?? 0) >= table.row) {
      table.column++
      if (++this.passed > MOST_CELLS) throw new ReadTrouble('E_LIMIT_COUNT', 'cells that span too many rows')
    }
    if (table.column >= MOST_COLUMNS)
      throw new ReadTrouble('E_LIMIT_COUNT', `more than ${MOST_COLUMNS} columns`)
    table.cell = {
      text: '',
      across: spanOf(attributes, 'colspan', MOST_SPAN),
      down: spanOf(attributes, 'rowspan', MOST_ROW_SPAN)
    }
  }

  private closeCell(): void {
    const { table } = this
    if (!table?.cell) return
    const { text, across, down } = table.cell
    delete table.cell
    const top = table.row - 1
    const left = table.column
    const merge = { top, left, bottom: top + down - 1, right: left + across - 1 }
    table.column += across
    if (down > 1)
      for (let column = left; column < table.column; column++) table.taken.set(column, table.row + down - 1)
    const shown = text.replace(/ ?\n[ \n]*/gu, '\n').trim()
    this.handlers.cell(table.index, table.row, left, shown, across > 1 || down > 1 ? merge : undefined)
  }
}
