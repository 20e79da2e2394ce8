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
const NUMBER: Partial<ExcelJS.Style> = { alignment: { vertical: 'top' }, border: LINE }
const FORMATTED = {
  percent: { ...NUMBER, numFmt: PERCENT },
  decimal: { ...NUMBER, numFmt: DECIMAL }
}

/** Sheets as the bytes of one xlsx: header frozen and filtered, columns as wide as said, texts wrapped, nothing merged. */
export async function writeBook(
  sheets: readonly Sheet[],
  { cut, rowsCut }: { cut: string; rowsCut: (rows: number) => string }
): Promise<Uint8Array> {
  const stream = new PassThrough()
  const chunks: Buffer[] = []
  stream.on('data', (chunk: Buffer) => chunks.push(chunk))
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: true })
  // The same audit gives the same bytes: no clock in the properties.
  Object.assign(book, { created: new Date(0), modified: new Date(0), creator: 'Henshi', lastModifiedBy: 'Henshi' }) // prettier-ignore
  for (const sheet of sheets) writeSheet(book, sheet, cut, rowsCut)
  const ended = new Promise<void>((resolve, reject) => stream.on('end', resolve).on('error', reject))
  await book.commit()
  await ended
  return Buffer.concat(chunks)
}

function writeSheet(
  book: ExcelJS.stream.xlsx.WorkbookWriter,
  { name, columns, rows }: Sheet,
  cut: string,
  rowsCut: (rows: number) => string
): void {
  const shown = rows.slice(0, MOST_ROWS)
  const page = book.addWorksheet(name.replace(/[\\/?*[\]:]/g, ' ').slice(0, NAME_LENGTH), {
    views: [{ state: 'frozen', ySplit: 1, xSplit: 0, topLeftCell: 'A2', activeCell: 'A2' }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '1:1' } // prettier-ignore
  })
  page.columns = columns.map(({ width }) => ({ width }))
  page.autoFilter = {
    from: { row: 1, column: 1 },
    to: { row: Math.max(2, shown.length + 1), column: columns.length }
  }
  const head = page.addRow(columns.map(({ header }) => cellText(header, cut)))
  head.eachCell(cell => (cell.style = HEAD))
  head.commit()
  for (const cells of shown) {
    const row = page.addRow([])
    cells.forEach((value, index) => put(row.getCell(index + 1), value, columns[index]?.format, cut))
    row.commit()
  }
  if (shown.length < rows.length) page.addRow([rowsCut(shown.length)]).commit()
  page.commit()
}

function put(cell: ExcelJS.Cell, value: Cell, format: 'percent' | 'decimal' | undefined, cut: string): void {
  if (value === undefined || value === '') return
  if (typeof value === 'number') {
    cell.value = value
    cell.style = format ? FORMATTED[format] : NUMBER
    return
  }
  const text = cellText(value, cut)
  cell.value = text
  cell.style = looksLikeFormula(text) ? GUARDED : TEXT
}
