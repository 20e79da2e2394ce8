import { readFile } from 'node:fs/promises'
import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx'
import type { ReaderContext } from '../../isolation/protocol.ts'
import { ReadTrouble } from '../../isolation/trouble.ts'
import { CELL, type Merge } from '../../model/reading.ts'
import { numberCell, type CellText } from './cell-value.ts'
import { numberText } from './decimals.ts'
import type { DateSystem } from './date-serials.ts'
import { legacyClaims } from './legacy-claims.ts'
import { refuseLegacy } from './legacy-guard.ts'
import { MOST_COLUMNS, MOST_MERGES, MOST_ROWS, MOST_SHEETS } from './limits.ts'
import { sendNotes } from './notes.ts'
import { FORMAT, formatOfCode } from './number-formats.ts'
import { nothingSpent, RowWriter } from './row-writer.ts'

/**
 * An old or rare spreadsheet format. The library holds the file whole, which the guard bounds. Throws
 * `E_ENCRYPTED`, `E_CORRUPT`, `E_LIMIT_SIZE`; `E_UNSUPPORTED` for XML that is no workbook.
 */
export async function readLegacy(context: ReaderContext): Promise<void> {
  await refuseLegacy(context)
  const book = await parse(context.file)
  if (context.format === 'xml') await context.send({ part: 'format', format: 'xml', kind: 'table' })
  const dateSystem: DateSystem = book.Workbook?.WBProps?.date1904 ? '1904' : '1900'
  await context.send({ part: 'facts', claims: legacyClaims(book), observed: { dateSystem } })
  const spent = nothingSpent()
  const hidden: string[] = []
  const names = book.SheetNames.slice(0, MOST_SHEETS)
  let index = 0
  for (const [i, name] of names.entries()) {
    const sheet = book.Sheets[name]
    if (!sheet || (sheet['!type'] ?? 'sheet') !== 'sheet') continue
    const isHidden = (book.Workbook?.Sheets?.[i]?.Hidden ?? 0) !== 0
    if (isHidden) hidden.push(name)
    const head = { index, name: name.slice(0, 255), hidden: isHidden, merges: mergesOf(sheet) }
    await context.send({ part: 'table', table: head })
    const writer = new RowWriter(index++, spent)
    try {
      await sendRows(context, sheet, writer, dateSystem)
    } finally {
      for (const rows of writer.take(true)) await context.send(rows)
    }
    delete book.Sheets[name] // sent; the next sheet may need the memory
  }
  await sendNotes(context, hidden, spent)
}

async function parse(file: string): Promise<WorkBook> {
  const xlsx = await import('@e965/xlsx')
  xlsx.set_cptable(await import('@e965/xlsx/dist/cpexcel.full.mjs')) // names and texts of files older than Excel 97
  const bytes = await readFile(file)
  try {
    // Dates stay numbers with their format, as in xlsx; UTC so that no zone shifts them a day.
    return xlsx.read(bytes, { type: 'buffer', dense: true, UTC: true, cellNF: true, cellText: false, cellHTML: false, sheetRows: MOST_ROWS }) // prettier-ignore
  } catch (error) {
    if (/password|encrypt/iu.test(String(error)))
      throw new ReadTrouble('E_ENCRYPTED', 'password-protected workbook')
    throw new ReadTrouble('E_CORRUPT', 'the workbook cannot be parsed', { cause: error })
  }
}

function mergesOf(sheet: WorkSheet): Merge[] {
  return (sheet['!merges'] ?? [])
    .slice(0, MOST_MERGES)
    .map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c }))
    .filter(
      ({ top, left, bottom, right }) => top >= 0 && left >= 0 && bottom < MOST_ROWS && right < MOST_COLUMNS
    )
    .filter(
      ({ top, left, bottom, right }) => bottom >= top && right >= left && (bottom > top || right > left)
    )
}

/** Rows and cells may be sparse: only what is there is walked. */
async function sendRows(
  context: ReaderContext,
  sheet: WorkSheet,
  to: RowWriter,
  dateSystem: DateSystem
): Promise<void> {
  const formats = new Map<string, number>()
  const rows = (sheet['!data'] ?? []) as (CellObject | undefined)[][]
  for (const key in rows) {
    const row = rows[key]
    const number = Number(key) + 1
    if (!row || !Number.isInteger(number)) continue
    for (const at in row) {
      const cell = row[at]
      if (!cell) continue
      const { text, kind } = textOfCell(cell, dateSystem, formats)
      to.cell(Number(at), text, kind, typeof cell.f === 'string' && cell.f !== '' ? cell.f : undefined)
    }
    to.endRow(number)
    context.beat()
    if (to.waiting) for (const part of to.take()) await context.send(part)
  }
}

function textOfCell(
  { t, v, z, w }: CellObject,
  dateSystem: DateSystem,
  formats: Map<string, number>
): CellText {
  if (t === 'n' && typeof v === 'number') return numberCell(numberText(v), formatOf(z, formats), dateSystem)
  if (t === 'b') return { text: v ? 'TRUE' : 'FALSE', kind: CELL.boolean }
  if (t === 'e') return { text: ERRORS[Number(v)] ?? w ?? '#VALUE!', kind: CELL.error }
  if (v instanceof Date) {
    const text = Number.isNaN(v.getTime())
      ? ''
      : v
          .toISOString()
          .slice(0, 19)
          .replace(/T00:00:00$/u, '')
    return { text, kind: CELL.date }
  }
  return { text: v === undefined || t === 'z' ? '' : String(v), kind: CELL.text }
}

/** As the file format numbers them. */
const ERRORS: Readonly<Record<number, string>> = {
  0: '#NULL!', 7: '#DIV/0!', 15: '#VALUE!', 23: '#REF!', 29: '#NAME?', 36: '#NUM!', 42: '#N/A', 43: '#GETTING_DATA'
} // prettier-ignore

function formatOf(code: unknown, formats: Map<string, number>): number {
  if (typeof code !== 'string') return FORMAT.general
  let format = formats.get(code)
  if (format === undefined) formats.set(code, (format = formatOfCode(code)))
  return format
}
