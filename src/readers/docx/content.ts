import type { BlockStyle } from '../../model/reading.ts'
import { attribute, type XmlAttributes, type XmlHandlers } from '../office/xml.ts'
import { fitting } from './captions.ts'
import { rankByName, type Rank } from './styles.ts'
import { TableBuilder, type DocumentTable } from './tables.ts'

/** A picture or embedded file as met in the text. */
export interface Embedding {
  relationship: string
  block?: number // index of the block it follows
  table?: number
  row?: number
  before?: string // texts around it, for its caption
  after?: string
  caption?: string // settled already: from its own cell or its neighbour's
}

/** What the text gives, in order. */
export type Piece = { block: { text: string; style: BlockStyle; table?: number } } | { table: DocumentTable }

/** How a part is read. */
export interface ContentOptions {
  /** Style of all paragraphs: header and footer parts; their tables are read as text. */
  as?: BlockStyle
  ranks: ReadonlyMap<string, Rank>
  /** Index of the first block and table. */
  firstBlock: number
  firstTable: number
}

/** Characters in one paragraph, and in all tables together; what is beyond is cut and said. */
const LONGEST_PARAGRAPH = 1_000_000
const MOST_TABLE_CHARACTERS = 5_000_000
const MOST_CELLS = 1_000_000
const MOST_TABLES = 5_000
/** Pictures and objects looked at; `limits.members` is below it. */
const MOST_EMBEDDINGS = 100_000
/** Fields nest two or three deep. */
const MOST_FIELDS = 100
/** A title without a style of its own: centred, in letters of 小三 (15 pt, 30 half points) or larger, short, among the first paragraphs of the document or behind a page break somebody made. */
const TITLE_LETTERS = 30
const TITLE_AMONG = 5
const LONGEST_TITLE = 80

/** Left out with everything inside: deleted and moved-away text, readings above ideographs, the second telling of a drawing. */
const LEFT_OUT = new Set(['del', 'moveFrom', 'rt'])

interface Paragraph {
  text: string
  style?: string
  outline?: number
  centred: boolean
  letters: number
  pictures: Embedding[]
  /** Paragraphs of text boxes anchored here come after it. */
  after: Paragraph[]
}

interface OpenTable {
  builder: TableBuilder
  marker: number // index of its marker block
  /** Pictures by row and column, for captions. */
  pictures: { embedding: Embedding; row: number; column: number; cellText: string }[]
  cellPictures: Embedding[]
  /** Paragraph that was open around it: a text box's table. */
  outer: Paragraph[]
}

/** Reads WordprocessingML: `handlers` go to the XML reader, `pieces` are taken out between chunks. */
export class ContentReader {
  pieces: Piece[] = []
  readonly embeddings: Embedding[] = []
  /** Text was left out at a ceiling. */
  cut = false
  tooManyTables = false
  /** Parts of another format that Word would merge in when opening. */
  foreignParts = 0
  blocks: number
  tables: number
  private skipping = 0
  private readonly choices: boolean[] = []
  private paragraphs: Paragraph[] = []
  private readonly stack: OpenTable[] = []
  private readonly family: DocumentTable[] = []
  private readonly fields: ('code' | 'result')[] = []
  private inText = false
  private inProperties = 0
  private inRowProperties = false
  private ignoredTables = 0
  private tableCharacters = 0
  private cells = 0
  private seenParagraphs = 0
  private titled = false
  private sectionEnds = false
  private lastText: string | undefined
  private waiting: Embedding[] = []

  constructor(private readonly options: ContentOptions) {
    this.blocks = options.firstBlock
    this.tables = options.firstTable
  }

  readonly handlers: XmlHandlers = {
    open: (name, attributes) => this.open(name, attributes),
    text: text => {
      if (this.inText && this.skipping === 0) this.addText(text)
    },
    close: name => this.close(name)
  }

  private open(name: string, attributes: XmlAttributes): void {
    if (this.skipping > 0) {
      this.skipping++
      return
    }
    if (this.inRowProperties && name === 'del') this.stack.at(-1)?.builder.deleteRow()
    if (LEFT_OUT.has(name)) this.skipping = 1
    else if (name === 'AlternateContent') this.choices.push(false)
    else if (name === 'Choice' || name === 'Fallback') this.choose()
    else if (name === 'p') this.openParagraph()
    else if (name === 'tbl') this.openTable()
    else this.openOther(name, attributes)
  }

  /** One drawing is told twice, for new and old programs: the first telling is read. */
  private choose(): void {
    if (this.choices.at(-1) === true) this.skipping = 1
    else if (this.choices.length > 0) this.choices[this.choices.length - 1] = true
  }

  private openOther(name: string, attributes: XmlAttributes): void {
    const value = (): string => attribute(attributes, 'val') ?? ''
    const count = (): number => Math.max(0, Math.min(10_000, Math.trunc(Number(value())) || 0))
    const table = this.ignoredTables > 0 ? undefined : this.stack.at(-1)?.builder
    const paragraph = this.paragraphs.at(-1)
    switch (name) {
      case 't':
        this.inText = paragraph !== undefined
        return
      case 'pPr':
      case 'rPr':
        this.inProperties++
        return
      case 'tab':
      case 'ptab':
        if (this.inProperties === 0) this.addText('\t')
        return
      case 'br':
        if (attribute(attributes, 'type') === 'page') this.turnPage()
        return this.addText('\n')
      case 'cr':
        return this.addText('\n')
      case 'pageBreakBefore':
        if (!['0', 'false', 'off'].includes(value())) this.turnPage()
        return
      case 'sectPr':
        this.sectionEnds = true
        return
      case 'noBreakHyphen':
        return this.addText('-')
      case 'pStyle':
        if (paragraph) paragraph.style = value()
        return
      case 'outlineLvl':
        if (paragraph) paragraph.outline = count()
        return
      case 'jc':
        if (paragraph) paragraph.centred = value() === 'center'
        return
      case 'sz':
        if (paragraph) paragraph.letters = Math.max(paragraph.letters, count())
        return
      case 'fldChar':
        return this.turnField(attribute(attributes, 'fldCharType'))
      case 'tr':
        return table?.openRow()
      case 'trPr':
        this.inRowProperties = true
        return
      case 'gridBefore':
        return table?.skipColumns(count())
      case 'tc':
        return table?.openCell()
      case 'gridSpan':
        return table?.spanColumns(count())
      case 'vMerge':
        return table?.mergeDown(attribute(attributes, 'val'))
      case 'blip':
        return this.addEmbedding(attribute(attributes, 'embed'))
      case 'imagedata':
      case 'OLEObject':
        return this.addEmbedding(attribute(attributes, 'id'))
      case 'altChunk':
        this.foreignParts++
    }
  }

  private close(name: string): void {
    if (this.skipping > 0 && --this.skipping > 0) return
    switch (name) {
      case 't':
        this.inText = false
        return
      case 'pPr':
      case 'rPr':
        this.inProperties = Math.max(0, this.inProperties - 1)
        return
      case 'trPr':
        this.inRowProperties = false
        return
      case 'AlternateContent':
        this.choices.pop()
        return
      case 'p':
        return this.closeParagraph()
      case 'tc':
        return this.closeCell()
      case 'tr':
        if (this.ignoredTables === 0) this.stack.at(-1)?.builder.closeRow()
        return
      case 'tbl':
        return this.closeTable()
    }
  }

  private addText(text: string): void {
    const paragraph = this.paragraphs.at(-1)
    if (!paragraph || this.fields.includes('code')) return
    if (paragraph.text.length + text.length > LONGEST_PARAGRAPH) this.cut = true
    else paragraph.text += text
  }

  /** `begin` code `separate` result `end`: what a field shows is text, what it computes from is not. */
  private turnField(kind: string | undefined): void {
    if (kind === 'begin' && this.fields.length < MOST_FIELDS) this.fields.push('code')
    else if (kind === 'separate' && this.fields.length > 0) this.fields[this.fields.length - 1] = 'result'
    else if (kind === 'end') this.fields.pop()
  }

  /** Papers bound into one document begin on pages of their own. */
  private turnPage(): void {
    this.titled = false
    this.seenParagraphs = 0
  }

  private openParagraph(): void {
    this.paragraphs.push({ text: '', centred: false, letters: 0, pictures: [], after: [] })
  }

  private closeParagraph(): void {
    const paragraph = this.paragraphs.pop()
    if (!paragraph) return
    // a field code that never ends must not swallow the rest of the document
    if (this.paragraphs.length === 0 && this.fields.includes('code')) this.fields.length = 0
    const outer = this.paragraphs.at(-1)
    if (outer) outer.after.push(paragraph)
    else this.settle(paragraph)
    if (this.sectionEnds) this.turnPage()
    this.sectionEnds = false
  }

  /** Puts a paragraph, then those of its text boxes, where they belong: a table's cell, or the text. */
  private settle(paragraph: Paragraph): void {
    const text = paragraph.text.replace(/[^\S\n\t]+/gu, ' ').trim()
    const table = this.ignoredTables > 0 ? undefined : this.stack.at(-1)
    if (table) this.settleInCell(table, paragraph, text)
    else this.settleInText(paragraph, text)
    for (const inner of paragraph.after) this.settle(inner)
  }

  private settleInCell(table: OpenTable, { pictures }: Paragraph, text: string): void {
    table.cellPictures.push(...pictures)
    if (text === '') return
    if (this.tableCharacters + text.length > MOST_TABLE_CHARACTERS) {
      this.cut = true
      return
    }
    this.tableCharacters += text.length
    table.builder.addText(text)
  }

  private settleInText(paragraph: Paragraph, text: string): void {
    const style = this.styleOf(paragraph, text)
    const caption = style === 'paragraph' ? text : ''
    if (text !== '') {
      for (const embedding of this.waiting) embedding.after = caption
      this.waiting = []
      this.pieces.push({ block: { text, style } })
      this.blocks++
    }
    for (const embedding of paragraph.pictures) {
      if (this.blocks > 0) embedding.block = this.blocks - 1
      // a picture and a short text in one paragraph belong together
      if (fitting(text)) embedding.caption = text
      else if (this.lastText !== undefined && text === '') embedding.before = this.lastText
      this.waiting.push(embedding)
      this.embeddings.push(embedding)
    }
    // a row of pictures shares what stands before it
    if (text !== '') this.lastText = caption
  }

  private styleOf(paragraph: Paragraph, text: string): BlockStyle {
    if (this.options.as) return this.options.as
    if (text === '') return 'paragraph'
    this.seenParagraphs++
    const id = paragraph.style
    const rank = id === undefined ? undefined : (this.options.ranks.get(id) ?? rankByName(id))
    const outlined = paragraph.outline !== undefined && paragraph.outline < 9 ? 'heading' : undefined
    const style = rank ?? outlined ?? (this.looksLikeTitle(paragraph, text) ? 'title' : 'paragraph')
    if (style === 'title') this.titled = true
    return style
  }

  private looksLikeTitle({ centred, letters }: Paragraph, text: string): boolean {
    return (
      !this.titled &&
      this.seenParagraphs <= TITLE_AMONG &&
      centred &&
      letters >= TITLE_LETTERS &&
      text.length <= LONGEST_TITLE
    )
  }

  private addEmbedding(relationship: string | undefined): void {
    if (relationship === undefined || this.embeddings.length >= MOST_EMBEDDINGS) return
    const embedding: Embedding = { relationship }
    const paragraph = this.paragraphs.at(-1)
    if (paragraph) paragraph.pictures.push(embedding)
    else this.embeddings.push(embedding)
  }

  private openTable(): void {
    if (this.options.as || this.ignoredTables > 0 || this.tables - this.options.firstTable >= MOST_TABLES) {
      // its paragraphs are read as text
      this.ignoredTables++
      if (!this.options.as) this.tooManyTables = true
      return
    }
    const index = this.tables++
    this.pieces.push({ block: { text: '', style: 'table', table: index } })
    for (const embedding of this.waiting) embedding.after = ''
    this.waiting = []
    this.lastText = ''
    const marker = this.blocks++
    this.stack.push({
      builder: new TableBuilder(index),
      marker,
      pictures: [],
      cellPictures: [],
      outer: this.paragraphs
    })
    this.paragraphs = []
  }

  private closeCell(): void {
    const table = this.ignoredTables > 0 ? undefined : this.stack.at(-1)
    if (!table) return
    const { builder, cellPictures } = table
    if (++this.cells > MOST_CELLS) {
      this.cut = true
      builder.dropText()
    }
    const column = builder.column
    const cellText = builder.closeCell()
    for (const embedding of cellPictures) {
      Object.assign(embedding, { block: table.marker, table: builder.index, row: Math.max(1, builder.row) })
      table.pictures.push({ embedding, row: builder.row, column, cellText })
      this.embeddings.push(embedding)
    }
    table.cellPictures = []
  }

  private closeTable(): void {
    if (this.ignoredTables > 0) {
      this.ignoredTables--
      return
    }
    const table = this.stack.pop()
    if (!table) return
    captionInTable(table)
    this.paragraphs = table.outer
    this.family.push(table.builder.done())
    if (this.stack.length > 0) return
    // tables are announced in the order they begin: a table in a cell ends before the one around it
    for (const each of this.family.sort((a, b) => a.head.index - b.head.index))
      this.pieces.push({ table: each })
    this.family.length = 0
  }

  /** What was open when the text broke off is handed on as it stands. */
  finish(): void {
    this.settleOpen()
    while (this.stack.length > 0) {
      this.closeCell()
      this.stack.at(-1)!.builder.closeRow()
      this.closeTable()
      this.settleOpen()
    }
  }

  private settleOpen(): void {
    const open = this.paragraphs
    this.paragraphs = []
    for (const paragraph of open) this.settle(paragraph)
  }
}

/** In a table of photographs the caption stands in the picture's cell, else below it, else above, else to its left. */
function captionInTable({ builder, pictures }: OpenTable): void {
  const held = new Set(pictures.map(each => `${each.row} ${each.column}`))
  const rows = new Map(builder.rows.map(row => [row.number, row]))
  const at = (row: number, column: number): string | undefined => {
    if (held.has(`${row} ${column}`)) return undefined
    return fitting(rows.get(row)?.cells.find(cell => cell.column === column)?.text)
  }
  const below = pictures.filter(({ row, column }) => at(row + 1, column)).length
  const above = pictures.filter(({ row, column }) => at(row - 1, column)).length
  for (const { embedding, row, column, cellText } of pictures) {
    const [near, far] = below >= above ? [row + 1, row - 1] : [row - 1, row + 1]
    const left = rows
      .get(row)
      ?.cells.filter(cell => cell.column < column)
      .at(-1)
    const caption =
      fitting(cellText) ?? at(near, column) ?? at(far, column) ?? (left ? fitting(left.text) : undefined)
    if (caption) embedding.caption = caption
  }
}
