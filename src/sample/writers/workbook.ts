import ExcelJS from 'exceljs'
import { encodeGb18030 } from './gb18030.ts'
import { appXml, coreXml, zipTime, type Properties } from './properties.ts'
import { readOwnZip, writeZip } from './zip.ts'

/** A date cell; plain texts stay texts. */
export interface DayCell {
  day: string
}
export type CellValue = string | number | DayCell | null

export interface Sheet {
  name: string
  title?: string // one merged row above the header
  remark?: string // a second row above it (填报单位：…)
  header: string[]
  rows: CellValue[][]
  hidden?: boolean
  /** Columns whose equal neighbours are merged downwards. */
  mergeDown?: number[]
}

/** The row the spreadsheet shows for data row `i` (from 0). */
export function shownRow(sheet: Sheet, i: number): number {
  return (sheet.title ? 1 : 0) + (sheet.remark ? 1 : 0) + 2 + i
}

export async function writeWorkbook(sheets: readonly Sheet[], properties: Properties): Promise<Buffer> {
  const book = new ExcelJS.Workbook()
  for (const sheet of sheets) {
    const page = book.addWorksheet(sheet.name, sheet.hidden ? { state: 'hidden' } : {})
    const width = sheet.header.length
    for (const line of [sheet.title, sheet.remark]) {
      if (!line) continue
      const row = page.addRow([line])
      page.mergeCells(row.number, 1, row.number, width)
      row.getCell(1).font = { bold: line === sheet.title, size: line === sheet.title ? 16 : 11 }
      row.getCell(1).alignment = { horizontal: line === sheet.title ? 'center' : 'left' }
    }
    page.addRow(sheet.header).font = { bold: true }
    for (const row of sheet.rows) page.addRow(row.map(toExcel))
    sheet.header.forEach((header, i) => {
      const column = page.getColumn(i + 1)
      const longest = Math.max(header.length, ...sheet.rows.map(row => cellText(row[i] ?? null).length))
      column.width = Math.min(60, 4 + longest * 1.6)
    })
    page.eachRow(row => {
      row.eachCell(cell => {
        if (cell.value instanceof Date) cell.numFmt = 'yyyy-mm-dd'
      })
    })
    for (const column of sheet.mergeDown ?? []) mergeEqual(page, sheet, column)
  }
  const raw = Buffer.from(await book.xlsx.writeBuffer())
  return writeZip(
    readOwnZip(raw).map(entry => ({
      name: entry.name,
      bytes:
        entry.name === 'docProps/core.xml'
          ? Buffer.from(coreXml(properties))
          : entry.name === 'docProps/app.xml'
            ? Buffer.from(appXml(properties, 'workbook'))
            : entry.bytes,
      modified: zipTime(properties)
    }))
  )
}

/** Comma-separated text; records are numbered from 1, title rows and header included. */
export function writeCsv(sheet: Sheet, encoding: 'utf-8' | 'gb18030'): Buffer {
  const lines = [
    ...[sheet.title, sheet.remark].filter(line => line !== undefined).map(line => [line]),
    sheet.header,
    ...sheet.rows.map(row => row.map(cellText))
  ]
  const text = lines.map(line => line.map(quote).join(',') + '\r\n').join('')
  return encoding === 'gb18030' ? encodeGb18030(text) : Buffer.from(`\ufeff${text}`, 'utf8')
}

/** What web systems hand out as `.xls`: a page with one table. */
export function writeHtmlTable(sheet: Sheet): Buffer {
  const row = (cells: string[], tag: string): string =>
    `<tr>${cells.map(cell => `<${tag}>${cell.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</${tag}>`).join('')}</tr>`
  return Buffer.from(
    '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"></head><body><table border="1">' +
      [sheet.title, sheet.remark]
        .map(line => (line ? `<tr><td colspan="${sheet.header.length}">${line}</td></tr>` : ''))
        .join('') +
      row(sheet.header, 'th') +
      sheet.rows.map(cells => row(cells.map(cellText), 'td')).join('\n') +
      '</table></body></html>',
    'utf8'
  )
}

export function cellText(value: CellValue): string {
  if (value === null) return ''
  return typeof value === 'object' ? value.day : String(value)
}

function toExcel(value: CellValue): string | number | Date | null {
  return value !== null && typeof value === 'object' ? new Date(`${value.day}T00:00:00Z`) : value
}

function quote(text: string): string {
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

function mergeEqual(page: ExcelJS.Worksheet, sheet: Sheet, column: number): void {
  for (let from = 0; from < sheet.rows.length;) {
    let to = from
    while (to + 1 < sheet.rows.length && cellText(sheet.rows[to + 1]![column]!) === cellText(sheet.rows[from]![column]!)) to++ // prettier-ignore
    if (to > from) page.mergeCells(shownRow(sheet, from), column + 1, shownRow(sheet, to), column + 1)
    from = to + 1
  }
}
