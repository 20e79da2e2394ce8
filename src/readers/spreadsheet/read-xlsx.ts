import type { ReaderContext } from '../../isolation/protocol.ts'
import { ReadTrouble } from '../../isolation/trouble.ts'
import type { Claims } from '../../model/reading.ts'
import { memberSender, type MemberSender } from '../office/members.ts'
import { withPackage, type OfficePackage } from '../office/package.ts'
import { readProperties } from '../office/properties.ts'
import { cellPictures, picturesOfSheet } from './drawings.ts'
import { readMerges } from './merges.ts'
import { nothingSpent, RowWriter, type Spent } from './row-writer.ts'
import { sendNotes } from './notes.ts'
import { readSharedStrings, type SharedStrings } from './shared-strings.ts'
import { readSheet } from './sheet.ts'
import { StringOrder } from './string-order.ts'
import { readStyles } from './styles.ts'
import { readWorkbook, type Workbook } from './workbook.ts'

interface Book extends Workbook {
  context: ReaderContext
  pack: OfficePackage
  strings: SharedStrings
  formats: Uint8Array
  order?: StringOrder
  members: MemberSender
  pictures: Map<string, string> // part by the id DISPIMG names
  spent: Spent
  troubles: Set<string>
}

/**
 * An xlsx or xlsm workbook, streamed: properties, then each worksheet's head and rows, then embedded parts with
 * the row they stand at. Trouble in one sheet costs that sheet's rest; a workbook without any is `E_CORRUPT`.
 */
export async function readXlsx(context: ReaderContext): Promise<void> {
  await withPackage(context.file, async pack => {
    const workbook = await readWorkbook(pack)
    const claims: Partial<Claims> = await readProperties(pack)
    if (workbook.savedPath) claims.savedPath = workbook.savedPath
    await context.send({ part: 'facts', claims, observed: { dateSystem: workbook.dateSystem } })
    const { strings, trouble } = await readSharedStrings(pack, workbook.sharedStrings, () => context.beat())
    const book: Book = {
      ...workbook,
      context,
      pack,
      strings,
      formats: await readStyles(pack, workbook.styles),
      ...(isDesktopExcel(claims) ? { order: new StringOrder() } : {}),
      members: memberSender(context, pack),
      pictures: await cellPictures(pack, workbook.cellImages),
      spent: { ...nothingSpent(), shortened: strings.shortened },
      troubles: new Set()
    }
    if (workbook.sheets.length === 0 && workbook.trouble) throw workbook.trouble
    await complain(book, workbook.trouble)
    await complain(book, trouble)
    for (let table = 0; table < book.sheets.length; table++) await sendSheet(book, table)
    await book.members.sendRest()
    await sendEnd(book)
  })
}

async function sendSheet(book: Book, table: number): Promise<void> {
  const { context, pack } = book
  const { name, hidden, part } = book.sheets[table]!
  const merges = await readMerges(pack, part, () => context.beat())
  await context.send({ part: 'table', table: { index: table, name, hidden, merges } })
  const writer = new RowWriter(table, book.spent)
  const inCells: { id: string; row: number }[] = []
  const flush = async (all = false): Promise<void> => {
    for (const rows of writer.take(all)) await context.send(rows)
  }
  try {
    const { drawing, missingStrings } = await readSheet(pack, part, writer, {
      table,
      strings: book.strings,
      styles: book.formats,
      dateSystem: book.dateSystem,
      ...(book.order ? { order: book.order } : {}),
      cellPicture: (id, row) => void (inCells.length < book.pictures.size && inCells.push({ id, row })),
      flush() {
        context.beat()
        return writer.waiting ? flush() : undefined
      }
    })
    await flush(true)
    if (missingStrings > 0)
      await complain(book, new ReadTrouble('E_CORRUPT', 'cells point at strings the workbook does not have'))
    await sendPictures(book, table, drawing, inCells)
  } catch (error) {
    if (!(error instanceof ReadTrouble)) throw error
    await flush(true)
    await complain(book, error)
  }
}

async function sendPictures(
  { pack, members, pictures, sheets }: Book,
  table: number,
  drawing: string | undefined,
  inCells: readonly { id: string; row: number }[]
): Promise<void> {
  for (const { id, row } of inCells) {
    const part = pictures.get(id)
    if (part !== undefined) await members.send(part, { table, row })
  }
  if (drawing === undefined) return
  for (const { part, row } of await picturesOfSheet(pack, sheets[table]!.part, drawing))
    await members.send(part, row === undefined ? { table } : { table, row })
}

async function sendEnd({ context, order, sheets, spent }: Book): Promise<void> {
  const stringOrder = order?.order()
  if (stringOrder) await context.send({ part: 'facts', observed: { stringOrder } })
  const hidden = sheets.filter(sheet => sheet.hidden).map(sheet => sheet.name)
  await sendNotes(context, hidden, spent)
}

/** The same trouble of many sheets is said once. */
async function complain({ context, troubles }: Book, trouble: ReadTrouble | undefined): Promise<void> {
  if (!trouble || troubles.has(trouble.message)) return
  troubles.add(trouble.message)
  await context.send({ part: 'trouble', code: trouble.code, detail: trouble.detail })
}

/** Only desktop Excel leaves strings in the order they were typed; the Online one and all others rewrite the table. */
function isDesktopExcel({ application = '', kso }: Partial<Claims>): boolean {
  return kso === undefined && /^Microsoft (?:Macintosh )?Excel(?! Online)/u.test(application)
}
