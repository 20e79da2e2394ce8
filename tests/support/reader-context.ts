import { createHash } from 'node:crypto'
import {
  closeSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Reader, ReaderContext, SpoolFile } from '../../src/isolation/protocol.ts'
import { ReadTrouble } from '../../src/isolation/trouble.ts'
import type { Format, TroubleCode } from '../../src/model/kinds.ts'
import { CELL } from '../../src/model/reading.ts'
import type { Block, Claims, Member, Message, Note, Observed, Part, PictureFacts, TableHead } from '../../src/model/reading.ts' // prettier-ignore

/** A cell as a test wants to see it. */
export interface SeenCell {
  column: number
  text: string
  kind: keyof typeof CELL
  formula?: string
}

export interface SeenTable {
  head: TableHead
  rows: { row: number; cells: SeenCell[] }[]
  /** Texts only: `{ 1: ['a', '', 'c'] }` by shown row number, gaps as ''. */
  texts: Record<number, string[]>
}

/** Everything a reader sent, gathered in this process. */
export interface Seen {
  parts: Part[]
  format?: { format: Format; kind: string }
  observed: Partial<Observed>
  claims: Partial<Claims>
  notes: Note[]
  tables: SeenTable[]
  blocks: Block[]
  messages: Message[]
  pictures: PictureFacts[]
  members: (Member & { content?: Buffer })[]
  troubles: { code: TroubleCode; detail: string }[]
}

type Given = Partial<Omit<ReaderContext, 'send' | 'beat' | 'spool' | 'file' | 'bytes'>>

const KIND_NAMES = Object.keys(CELL) as (keyof typeof CELL)[]

/**
 * Runs a reader on bytes (or a file's path) without a child process. What it throws as `ReadTrouble` is gathered
 * as its last trouble, as the child's entry does; anything else is thrown.
 */
export async function readWith(
  reader: Pick<Reader, 'formats' | 'read'>,
  source: Uint8Array | string,
  given: Given = {}
): Promise<Seen> {
  const folder = mkdtempSync(join(tmpdir(), 'henshi-reader-'))
  try {
    const file = typeof source === 'string' ? source : join(folder, 'material')
    if (typeof source !== 'string') writeFileSync(file, source)
    const parts: Part[] = []
    const context = contextFor(file, folder, parts, { format: reader.formats[0]!, ...given })
    try {
      await reader.read(context)
    } catch (error) {
      if (!(error instanceof ReadTrouble)) throw error
      parts.push({ part: 'trouble', code: error.code, detail: error.detail })
    }
    return gather(parts, folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A context that collects parts; made for one reading. */
export function contextFor(file: string, folder: string, parts: Part[], given: Given = {}): ReaderContext {
  const limits = given.limits ?? {
    memory: 512 * 2 ** 20,
    stall: 30_000,
    total: 60_000,
    produced: 2 ** 30,
    members: 10_000
  }
  let spooled = 0
  const produced = { bytes: 0 }
  return {
    extension: '',
    format: 'unknown',
    passwords: [],
    resources: resolve(import.meta.dirname, '../../resources'),
    packages: resolve(import.meta.dirname, '../../node_modules'),
    ...given,
    limits,
    file,
    bytes: statSync(file).size,
    // A real part crosses a process boundary: what survives cloning is what the parent sees.
    send: async part => void parts.push(structuredClone(part)),
    beat: () => {},
    spool: () => spoolFile(join(folder, `spool-${++spooled}`), `spool-${spooled}`, produced, limits.produced)
  }
}

function spoolFile(path: string, name: string, produced: { bytes: number }, most: number): SpoolFile {
  const handle = openSync(path, 'w')
  const hash = createHash('sha256')
  let bytes = 0
  return {
    name,
    write(chunk) {
      produced.bytes += chunk.length
      if (produced.bytes > most) throw new ReadTrouble('E_LIMIT_SIZE', 'too many bytes produced')
      writeSync(handle, chunk)
      hash.update(chunk)
      bytes += chunk.length
    },
    close() {
      closeSync(handle)
      return { sha256: hash.digest('hex'), bytes }
    },
    discard() {
      closeSync(handle)
      rmSync(path, { force: true })
    }
  }
}

function gather(parts: Part[], folder: string): Seen {
  const seen: Seen = {
    parts, observed: {}, claims: {}, notes: [], tables: [], blocks: [], messages: [], pictures: [], members: [], troubles: []
  } // prettier-ignore
  for (const part of parts) {
    if (part.part === 'format') seen.format = { format: part.format, kind: part.kind }
    else if (part.part === 'facts') {
      Object.assign(seen.observed, part.observed)
      Object.assign(seen.claims, part.claims)
    } else if (part.part === 'note') seen.notes.push(part.note)
    else if (part.part === 'blocks') seen.blocks.push(...part.blocks)
    else if (part.part === 'messages') seen.messages.push(...part.messages)
    else if (part.part === 'picture') seen.pictures.push(part.picture)
    else if (part.part === 'trouble') seen.troubles.push({ code: part.code, detail: part.detail })
    else if (part.part === 'member') {
      const content = part.member.spool ? readFileSync(join(folder, part.member.spool)) : undefined
      seen.members.push(content ? { ...part.member, content } : part.member)
    } else if (part.part === 'table') seen.tables.push({ head: part.table, rows: [], texts: {} })
    else if (part.part === 'rows') addRows(seen.tables, part)
  }
  return seen
}

function addRows(tables: SeenTable[], part: Extract<Part, { part: 'rows' }>): void {
  const table = tables.find(each => each.head.index === part.table)
  if (!table) throw new Error(`rows before their table ${part.table}`)
  part.rows.forEach((row, i) => {
    const cells: SeenCell[] = []
    const texts: string[] = []
    for (let at = part.starts[i]!; at < (part.starts[i + 1] ?? part.texts.length); at++) {
      const formula = part.formulas?.find(each => each.cell === at)?.formula
      const column = part.columns[at]!
      cells.push({
        column,
        text: part.texts[at]!,
        kind: KIND_NAMES[part.kinds[at]!]!,
        ...(formula === undefined ? {} : { formula })
      })
      while (texts.length < column && texts.length < 100) texts.push('')
      if (column < 100) texts[column] = part.texts[at]!
    }
    table.rows.push({ row, cells })
    table.texts[row] = texts
  })
}
