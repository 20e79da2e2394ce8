import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Reader, ReaderContext } from '../../isolation/protocol.ts'
import { ReadTrouble } from '../../isolation/trouble.ts'
import { BlockSender } from '../text/block-sender.ts'
import { claimsOf } from './claims.ts'
import { sendJpegs } from './embedded-jpegs.ts'
import { LineBuilder, type TextRun } from './lines.ts'
import { openPdf } from './pdfjs.ts'
import { RawFile } from './raw-file.ts'
import { scanObjects, type RawObjects } from './raw-objects.ts'
import { blocksOf, type PageLines } from './running-heads.ts'

/** Field notes, trust a.4. */
const MOST_PAGES = 50_000
/** Runs of text on one page: a dense newspaper page has some 5,000. */
const MOST_RUNS = 200_000
/** Pages in a row that cannot be read before the rest is given up: a file may claim a billion. */
const MOST_BROKEN_IN_A_ROW = 100

/**
 * Text by page, properties, and embedded JPEGs with their own bytes. The pictures come first and from the raw
 * file, so that they survive when the text cannot be read. JavaScript in the file is never looked at; XFA is ignored.
 */
export default {
  formats: ['pdf'],
  pool: 'documents',
  version: 3,
  async read(context) {
    const file = new RawFile(context.file)
    let pictureTrouble: ReadTrouble | undefined
    let objects: RawObjects
    try {
      objects = scanObjects(file, context.beat)
      await context.send({
        part: 'facts',
        observed: { incrementalUpdates: Math.max(0, objects.revisions - 1) }
      })
      pictureTrouble = await sendJpegs(context, file, objects).then(() => undefined, asTrouble)
    } finally {
      file.close()
    }
    const pdf = await openPdf(context.file, context.bytes, context.packages, context.passwords)
    try {
      const metadata = await pdf.document.getMetadata().catch(() => ({ info: {}, metadata: null }))
      await context.send({ part: 'facts', claims: claimsOf(metadata, objects) })
      await sendText(context, pdf.document)
    } finally {
      await pdf.close()
    }
    if (pictureTrouble) throw pictureTrouble
  }
} satisfies Reader

function asTrouble(error: unknown): ReadTrouble {
  if (error instanceof ReadTrouble) return error
  throw error
}

async function sendText(context: ReaderContext, document: PDFDocumentProxy): Promise<void> {
  const claimed = document.numPages
  if (claimed === 0) throw new ReadTrouble('E_EMPTY', 'a pdf without pages')
  const sender = new BlockSender(context)
  let pages = 0
  let textPages = 0
  let broken = 0
  let brokenInARow = 0
  let before: PageLines | undefined
  let current: PageLines | undefined
  const send = async (after: PageLines | undefined): Promise<void> => {
    for (const block of current ? blocksOf(before, current, after) : []) await sender.add(block)
    before = current
    current = after
  }
  for (
    let number = 1;
    number <= Math.min(claimed, MOST_PAGES) && brokenInARow < MOST_BROKEN_IN_A_ROW;
    number++
  ) {
    context.beat()
    const page = await pageLines(document, number, sender)
    if (!page) {
      broken++
      brokenInARow++
      continue
    }
    brokenInARow = 0
    pages++
    if (page.lines.length > 0) textPages++
    if (!sender.full) await send(page)
  }
  await send(undefined)
  await sender.finish()
  await context.send({ part: 'facts', observed: { pages, textPages } })
  if (pages === 0) throw new ReadTrouble('E_CORRUPT', 'none of its pages can be read')
  if (textPages === 0) await context.send({ part: 'note', note: { code: 'no-text-layer', words: { pages } } })
  if (claimed > MOST_PAGES) throw new ReadTrouble('E_LIMIT_COUNT', `more than ${MOST_PAGES} pages`)
  if (broken > 0) throw new ReadTrouble('E_CORRUPT', `${broken} of its pages could not be read`)
}

/** Undefined when the page is broken; what was read of it before it broke is kept. */
async function pageLines(
  document: PDFDocumentProxy,
  number: number,
  sender: BlockSender
): Promise<PageLines | undefined> {
  let page: PDFPageProxy
  try {
    page = await document.getPage(number)
  } catch {
    return undefined
  }
  const builder = new LineBuilder()
  try {
    await readRuns(page, builder, sender)
  } catch {
    if (builder.lines.length === 0) return undefined
  } finally {
    page.cleanup()
  }
  builder.end()
  const [left = 0, bottom = 0, right = 595, top = 842] = page.view
  return { page: number, lines: builder.lines, left, right, bottom, top }
}

async function readRuns(page: PDFPageProxy, builder: LineBuilder, sender: BlockSender): Promise<void> {
  const reader = page.streamTextContent({ includeMarkedContent: false }).getReader()
  let runs = 0
  for (;;) {
    const { value, done } = (await reader.read()) as { value?: { items: TextRun[] }; done: boolean }
    if (done) return
    for (const run of value!.items) builder.add(run)
    runs += value!.items.length
    if (runs > MOST_RUNS) {
      sender.cut()
      await reader.cancel(new Error('enough'))
      return
    }
  }
}
