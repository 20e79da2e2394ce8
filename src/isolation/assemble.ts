import type { Format, Kind, TroubleCode } from '../model/kinds.ts'
import type { Cells, Texts } from '../model/cells.ts'
import type { Reading, Table } from '../model/material.ts'
import type {
  Block,
  Message,
  Note,
  Part,
  PartCounts,
  PictureFacts,
  RowsPart,
  TableHead
} from '../model/reading.ts'
import { Growing } from '../support/growing.ts'
import { ReadTrouble } from './trouble.ts'

/** Ceilings of one material, twice what readers keep to themselves: past them a reader has lost its mind. */
const MOST_CELLS = 40_000_000
const MOST_TABLES = 20_000
const MOST_ITEMS = 4_000_000
const MOST_NOTES = 100

/** What a material's parts came to. */
export interface Assembled {
  format: Format
  kind: Kind
  notes: Note[]
  reading: Reading
  thumbnail: Uint8Array
  /** Whether anything of the content arrived, members included. */
  content: boolean
  trouble?: { code: TroubleCode; detail: string }
}

/** Gathers the parts of one material; cells go straight into typed arrays and the shared pool of texts. */
export class Assembler {
  private readonly counts: PartCounts = { parts: 0, blocks: 0, rows: 0, messages: 0, members: 0 }
  private format: Format = 'unknown'
  private kind: Kind = 'other'
  private observed = {}
  private claims = {}
  private readonly notes: Note[] = []
  private readonly blocks: Block[] = []
  private readonly messages: Message[] = []
  private readonly tables: TableBuilder[] = []
  private picture: PictureFacts | undefined
  private thumbnail: Uint8Array = new Uint8Array()
  private trouble: Assembled['trouble']
  private cells = 0
  private readableMembers = 0

  constructor(private readonly texts: Texts) {}

  /** Members announced now lie in an archive, not in a document. */
  get isArchive(): boolean {
    return this.kind === 'archive'
  }

  /** Takes the next part. Throws `ReadTrouble` E_CRASHED when it cannot follow those before it. */
  add(part: Part): void {
    if (part.part === 'end') return this.checkEnd(part.counts)
    this.counts.parts++
    switch (part.part) {
      case 'format':
        this.format = part.format
        this.kind = part.kind
        return
      case 'facts':
        Object.assign(this.observed, part.observed)
        Object.assign(this.claims, part.claims)
        return
      case 'note':
        if (this.notes.length < MOST_NOTES) this.notes.push(part.note)
        return
      case 'blocks':
        this.counts.blocks += part.blocks.length
        if (this.counts.blocks > MOST_ITEMS) throw tooMany('blocks')
        for (const block of part.blocks) this.blocks.push(block)
        return
      case 'table':
        if (part.table.index !== this.tables.length)
          throw new ReadTrouble('E_CRASHED', 'tables came out of order')
        if (this.tables.length >= MOST_TABLES) throw tooMany('tables')
        this.tables.push(new TableBuilder(part.table, this.texts))
        return
      case 'rows':
        return this.addRows(part)
      case 'messages':
        this.counts.messages += part.messages.length
        if (this.counts.messages > MOST_ITEMS) throw tooMany('messages')
        for (const message of part.messages) this.messages.push(message)
        return
      case 'picture':
        this.thumbnail = part.picture.thumbnail
        this.picture = { ...part.picture, thumbnail: new Uint8Array() }
        return
      case 'member':
        this.counts.members++
        if (part.member.spool !== undefined || part.member.status === 'listed') this.readableMembers++
        return
      case 'trouble':
        // The first trouble is what stopped the reading; later ones follow from it.
        this.trouble ??= { code: part.code, detail: part.detail }
    }
  }

  done(): Assembled {
    const { format, kind, notes, observed, claims, blocks, messages, picture, thumbnail } = this
    const tables = this.tables.map(table => table.done())
    const content =
      blocks.length + this.counts.rows + messages.length + this.readableMembers > 0 || picture !== undefined
    return {
      format,
      kind,
      notes,
      thumbnail,
      content,
      reading: { observed, claims, blocks, tables, messages, ...(picture && { picture }) },
      ...(this.trouble && { trouble: this.trouble })
    }
  }

  private addRows(part: RowsPart): void {
    const table = this.tables[part.table]
    if (!table) throw new ReadTrouble('E_CRASHED', 'rows came before their table')
    this.counts.rows += part.rows.length
    this.cells += part.texts.length
    if (this.cells > MOST_CELLS) throw tooMany('cells')
    table.add(part)
  }

  private checkEnd(counts: PartCounts): void {
    for (const key of ['parts', 'blocks', 'rows', 'messages', 'members'] as const) {
      if (counts[key] !== this.counts[key]) throw new ReadTrouble('E_CRASHED', `${key} were lost on the way`)
    }
  }
}

class TableBuilder {
  private readonly rows = new Growing(size => new Uint32Array(size), 64)
  private readonly starts = new Growing(size => new Uint32Array(size), 64)
  private readonly columns = new Growing(size => new Uint16Array(size), 256)
  private readonly ids = new Growing(size => new Uint32Array(size), 256)
  private readonly kinds = new Growing(size => new Uint8Array(size), 256)
  private readonly formulas: { row: number; column: number; formula: string }[] = []

  constructor(
    private readonly head: TableHead,
    private readonly texts: Texts
  ) {}

  add({ rows, starts, columns, texts, kinds, formulas }: RowsPart): void {
    const before = this.ids.length
    this.rows.append(rows)
    for (const start of starts) this.starts.push(before + start)
    this.columns.append(columns)
    this.kinds.append(kinds)
    for (const text of texts) this.ids.push(this.texts.id(text))
    let row = 0
    for (const { cell, formula } of formulas ?? []) {
      if (starts[row]! > cell) row = 0
      while (row + 1 < rows.length && starts[row + 1]! <= cell) row++
      this.formulas.push({ row: rows[row]!, column: columns[cell]!, formula })
    }
  }

  done(): Table {
    this.starts.push(this.ids.length)
    const cells: Cells = {
      pool: this.texts,
      rowCount: this.rows.length,
      rows: this.rows.done(),
      starts: this.starts.done(),
      columns: this.columns.done(),
      texts: this.ids.done(),
      kinds: this.kinds.done()
    }
    return { head: this.head, cells, formulas: this.formulas }
  }
}

function tooMany(what: string): ReadTrouble {
  return new ReadTrouble('E_CRASHED', `more ${what} than any reader sends`)
}
