import { readFile } from 'node:fs/promises'
import type { ReaderContext } from '../../isolation/protocol.ts'
import { ReadTrouble } from '../../isolation/trouble.ts'
import type { BlockStyle, Merge } from '../../model/reading.ts'
import { BlockSender } from '../text/block-sender.ts'
import { encodingOf } from '../text/encoding.ts'
import { fieldCell } from './csv-field.ts'
import { walkPage } from './html-walk.ts'
import { MOST_MERGES, MOST_SHEETS } from './limits.ts'
import { pagesOf } from './mhtml.ts'
import { sendNotes } from './notes.ts'
import { nothingSpent, RowWriter } from './row-writer.ts'

/** Held whole, as bytes and as text of twice the size, beside the encodings tried on it; 32 MB is 65,536 rows of 500 bytes. */
const MOST_BYTES = 32 * 1024 * 1024
const SHEET_NAMES = new Set(['xls', 'xlsx', 'et', 'csv'])

/** Tables of an HTML page (or of the pages in an .mht) as tables, the rest as blocks. Throws `E_LIMIT_SIZE`, `E_LIMIT_COUNT`. */
export async function readHtml(context: ReaderContext): Promise<void> {
  if (context.bytes > MOST_BYTES)
    throw new ReadTrouble('E_LIMIT_SIZE', `pages are read up to ${MOST_BYTES} bytes`)
  const bytes = await readFile(context.file)
  const { encoding } = encodingOf(bytes, true)
  const html = pagesOf(bytes, text => new TextDecoder(encodingOf(text, true).encoding).decode(text))
  const { merges, inTables, outside } = await survey(html, context)
  const isTable = merges.length > 0 && (inTables > outside || SHEET_NAMES.has(context.extension))
  await context.send({ part: 'format', format: 'html', kind: isTable ? 'table' : 'document' })
  await context.send({ part: 'facts', observed: { encoding } })
  await send(html, merges, context)
}

/** First walk: merges are announced with a table's head, before its rows; and which of the two the page is. */
async function survey(html: string, context: ReaderContext) {
  const merges: Merge[][] = []
  let kept = 0
  let inTables = 0
  let outside = 0
  const walking = walkPage(html, {
    table() {
      if (merges.length >= MOST_SHEETS) throw tooMany()
      merges.push([])
    },
    cell(table, _row, _column, text, merge) {
      inTables += text.length
      if (merge && kept++ < MOST_MERGES) merges[table]!.push(merge)
    },
    rowEnd() {},
    block: text => void (outside += text.length),
    pause: () => void context.beat()
  })
  // The second walk meets the same trouble, after what comes before it was sent.
  await walking.catch((error: unknown) => {
    if (!(error instanceof ReadTrouble)) throw error
  })
  return { merges, inTables, outside }
}

async function send(html: string, merges: readonly Merge[][], context: ReaderContext): Promise<void> {
  const spent = nothingSpent()
  const blocks = new BlockSender(context)
  const writers: RowWriter[] = []
  const waiting: { text: string; style: BlockStyle; table?: number }[] = []
  const pause = async (all = false): Promise<void> => {
    context.beat()
    for (const block of waiting.splice(0)) {
      if (block.table !== undefined) await context.send({ part: 'table', table: { index: block.table, name: '', hidden: false, merges: merges[block.table] ?? [] } }) // prettier-ignore
      await blocks.add(block)
    }
    for (const writer of writers) for (const rows of writer.take(all)) await context.send(rows)
  }
  try {
    await walkPage(html, {
      table() {
        if (writers.length >= MOST_SHEETS) throw tooMany()
        waiting.push({ text: '', style: 'table', table: writers.length })
        writers.push(new RowWriter(writers.length, spent))
      },
      cell: (table, _row, column, text) => fieldCell(writers[table]!, column, text),
      rowEnd: (table, row) => writers[table]!.endRow(row),
      block: (text, style) => void waiting.push({ text, style }),
      pause
    })
  } finally {
    await pause(true)
    await blocks.finish()
    await sendNotes(context, [], spent)
  }
}

function tooMany(): ReadTrouble {
  return new ReadTrouble('E_LIMIT_COUNT', `more than ${MOST_SHEETS} tables`)
}
