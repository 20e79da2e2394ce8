import { PassThrough } from 'node:stream'
import ExcelJS from 'exceljs'
import { cellText, looksLikeFormula } from './cell-text.ts'
import { DECIMAL, PERCENT, type Cell, type Sheet } from './sheet.ts'

/** A sheet has 1,048,576 rows; with the header and the line that says what is left out. */
const MOST_ROWS = 1_048_000
/** Excel refuses a sheet name of more characters, or with any of these. */
const NAME_LENGTH = 31

const HEAD: Partial<ExcelJS.Style> = {
  font: { bold: true, color: { argb: 'FFFFFFFF' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FF1D2733' } },
  alignment: { vertical: 'middle', wrapText: true }
}
const LINE = { bottom: { style: 'hair' as const, color: { argb: 'FFB8C0C8' } } }
const TEXT: Partial<ExcelJS.Style> = { alignment: { vertical: 'top', wrapText: true }, border: LINE }
const GUARDED: Partial<ExcelJS.Style> = { ...TEXT, numFmt: '@' }
/** Cells a person fills in: a wash, and the format "text", so that a date typed there comes back as typed. */
const ANSWER: Partial<ExcelJS.Style> = {
  ...GUARDED,
  fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFF8E1' } },
  border: { ...LINE, left: { style: 'hair', color: { argb: 'FFB8C0C8' } } }
}
const LEAD: Partial<ExcelJS.Style> = {
  font: { color: { argb: 'FF1D2733' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF5F7F9' } },
  alignment: { vertical: 'middle', wrapText: true }
}
const FIGURE: Partial<ExcelJS.Style> = {
  alignment: { vertical: 'top', horizontal: 'right', wrapText: true },
  border: LINE
}
const NUMBER: Partial<ExcelJS.Style> = { alignment: { vertical: 'top' }, border: LINE }
const FORMATTED = {
  percent: { ...NUMBER, numFmt: PERCENT },
  decimal: { ...NUMBER, numFmt: DECIMAL }
}

export interface BookWords {
  cut: string
  rowsCut: (rows: number) => string
  /** Printed at the top of every page, and the end of every sheet's name, when the run was stopped. */
  partial?: string
  partialName?: string
}

/** Sheets as the bytes of one xlsx: header frozen and filtered, columns as wide as said, texts wrapped, nothing merged. */
export async function writeBook(
  sheets: readonly Sheet[],
  { cut, rowsCut, partial = '', partialName = '' }: BookWords
): Promise<Uint8Array> {
  const stream = new PassThrough()
  const chunks: Buffer[] = []
  stream.on('data', (chunk: Buffer) => chunks.push(chunk))
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: true })
  // The same audit gives the same bytes: no clock in the properties.
  Object.assign(book, { created: new Date(0), modified: new Date(0), creator: 'Henshi', lastModifiedBy: 'Henshi' }) // prettier-ignore
  for (const sheet of sheets) writeSheet(book, sheet, { cut, rowsCut, partial, partialName })
  const ended = new Promise<void>((resolve, reject) => stream.on('end', resolve).on('error', reject))
  await book.commit()
  await ended
  return Buffer.concat(chunks)
}

function writeSheet(
  book: ExcelJS.stream.xlsx.WorkbookWriter,
  { name, columns, rows, lead }: Sheet,
  { cut, rowsCut, partial, partialName }: Required<BookWords>
): void {
  const shown = rows.slice(0, MOST_ROWS)
  const top = lead === undefined ? 1 : 2 // the header's row
  const clean = name.replace(/[\\/?*[\]:]/g, ' ').slice(0, NAME_LENGTH - partialName.length)
  const page = book.addWorksheet(`${clean}${partialName}`, {
    views: [
      { state: 'frozen', ySplit: top, xSplit: 0, topLeftCell: `A${top + 1}`, activeCell: `A${top + 1}` }
    ],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: `${top}:${top}` }, // prettier-ignore
    ...(partial === '' ? {} : { headerFooter: { oddHeader: `&R&B${partial.replaceAll('&', '&&')}` } })
  })
  page.columns = columns.map(({ width }) => ({ width }))
  page.autoFilter = {
    from: { row: top, column: 1 },
    to: { row: Math.max(top + 1, shown.length + top), column: columns.length }
  }
  if (lead !== undefined) writeLead(page, lead, columns, cut)
  const head = page.addRow(columns.map(({ header }) => cellText(header, cut)))
  head.eachCell(cell => (cell.style = HEAD))
  head.commit()
  for (const cells of shown) {
    const row = page.addRow([])
    columns.forEach((column, index) => {
      if (column.fill) answerCell(row.getCell(index + 1), column.fill)
      else put(row.getCell(index + 1), cells[index], column, cut)
    })
    row.commit()
  }
  if (shown.length < rows.length) page.addRow([rowsCut(shown.length)]).commit()
  page.commit()
}

/** About so many characters of the sheet's font make one line as wide as a column says; Chinese ones take two. */
const LINE_HEIGHT = 17

function writeLead(page: ExcelJS.Worksheet, lead: string, columns: Sheet['columns'], cut: string): void {
  const row = page.addRow([cellText(lead, cut)])
  row.getCell(1).style = LEAD
  page.mergeCells(1, 1, 1, columns.length)
  const across = columns.reduce((sum, { width }) => sum + width, 0)
  const long = [...lead].reduce((sum, sign) => sum + (sign.codePointAt(0)! > 0x2e7f ? 2 : 1), 0)
  row.height = LINE_HEIGHT * (Math.ceil((1.1 * long) / across) + 1)
  row.commit()
}

/** The choices stand as a literal list; they are words of ours, and no reference. */
function answerCell(
  cell: ExcelJS.Cell,
  { choices, help = '' }: NonNullable<Sheet['columns'][number]['fill']>
): void {
  cell.style = ANSWER
  if (!choices) return
  cell.dataValidation = {
    type: 'list',
    allowBlank: true,
    formulae: [`"${choices.join(',')}"`],
    showErrorMessage: true,
    errorStyle: 'warning',
    error: help
  }
}

function put(
  cell: ExcelJS.Cell,
  value: Cell,
  { format, figures }: Sheet['columns'][number],
  cut: string
): void {
  if (value === undefined || value === '') return
  if (typeof value === 'number') {
    cell.value = value
    cell.style = format ? FORMATTED[format] : NUMBER
    return
  }
  const text = cellText(value, cut)
  cell.value = text
  cell.style = looksLikeFormula(text) ? GUARDED : figures ? FIGURE : TEXT
}
