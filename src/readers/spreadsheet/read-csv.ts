import { createReadStream } from 'node:fs'
import type { ReaderContext } from '../../isolation/protocol.ts'
import { ReadTrouble } from '../../isolation/trouble.ts'
import { detectEncoding, type Encoding } from '../text/encoding.ts'
import { RecordParser } from './csv-records.ts'
import { fieldCell } from './csv-field.ts'
import { sendNotes } from './notes.ts'
import { nothingSpent, RowWriter } from './row-writer.ts'
import { separatorOf } from './separators.ts'

const CHUNK = 256 * 1024
/** Characters looked at to tell the separator. */
const SAMPLE = 64 * 1024

/**
 * A csv as one table named ''. Encoding and separator are observed from the content; a row's number is its
 * record's, header and blank records included, from 1. Text that fits no encoding is kept with U+FFFD in its
 * place and said as `E_CORRUPT`.
 */
export async function readCsv(context: ReaderContext): Promise<void> {
  const { encoding, damaged } = await encodingOfFile(context)
  const spent = nothingSpent()
  const writer = new RowWriter(0, spent)
  let parser: RecordParser | undefined
  let waiting = ''

  const begin = async (): Promise<RecordParser> => {
    const separator = separatorOf(waiting, context.extension)
    await context.send({ part: 'facts', observed: { encoding, separator } })
    await context.send({ part: 'table', table: { index: 0, name: '', hidden: false, merges: [] } })
    // A first line `sep=;` speaks to the spreadsheet and is not shown.
    let shown = !waiting.startsWith('sep=')
    return new RecordParser(separator, {
      field: (column, text) => void (shown && fieldCell(writer, column, text)),
      end(number) {
        writer.endRow(number)
        shown = true
      }
    })
  }
  const flush = async (all = false): Promise<void> => {
    for (const rows of writer.take(all)) await context.send(rows)
  }
  try {
    for await (const text of decoded(context.file, encoding)) {
      context.beat()
      waiting += text
      if (!parser && waiting.length < SAMPLE) continue
      parser ??= await begin()
      parser.write(waiting)
      waiting = ''
      if (writer.waiting) await flush()
    }
    parser ??= await begin()
    parser.write(waiting)
    parser.end()
  } finally {
    // What was read before a ceiling is kept.
    await flush(true)
    await sendNotes(context, [], spent)
  }
  if (damaged) throw new ReadTrouble('E_CORRUPT', `some characters do not fit ${encoding}`)
}

/** Decided on the first megabytes, then tried on the whole: a long head without Chinese fits every encoding. */
async function encodingOfFile({
  file,
  beat
}: ReaderContext): Promise<{ encoding: Encoding; damaged: boolean }> {
  const { encoding, damaged } = await detectEncoding(file)
  if (damaged > 0) return { encoding, damaged: true }
  const candidates: Encoding[] = encoding === 'utf-8' ? ['utf-8', 'gb18030'] : [encoding]
  for (const candidate of candidates)
    if (await fitsWhole(file, candidate, beat)) return { encoding: candidate, damaged: false }
  return { encoding, damaged: true }
}

async function fitsWhole(file: string, encoding: Encoding, beat: () => void): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  try {
    for await (const chunk of createReadStream(file, { highWaterMark: CHUNK }) as AsyncIterable<Buffer>) {
      decoder.decode(chunk, { stream: true })
      beat()
    }
    return true // a last character cut in two is the file's end, not another encoding
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}

async function* decoded(file: string, encoding: Encoding): AsyncIterable<string> {
  const decoder = new TextDecoder(encoding) // drops the byte order mark
  for await (const chunk of createReadStream(file, { highWaterMark: CHUNK }) as AsyncIterable<Buffer>)
    yield decoder.decode(chunk, { stream: true })
  yield decoder.decode()
}
