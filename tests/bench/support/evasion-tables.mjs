import ExcelJS from 'exceljs'
import { read, utils, write } from '@e965/xlsx'
import { formatOf, textOf } from './evasion-package.mjs'

/** Sheets of a table file as `{ name, rows }`; cells are texts, numbers, dates or null. Cells merged downwards are filled in. */
export async function readSheets(file) {
  const format = formatOf(file)
  if (format === 'csv') return [{ name: 'Sheet1', rows: parseCsv(textOf(file.bytes)) }]
  if (format !== 'xlsx') {
    const book = read(file.bytes, { type: 'buffer', cellDates: true, raw: format === 'html' })
    return book.SheetNames.map(name => ({ name, rows: utils.sheet_to_json(book.Sheets[name], { header: 1, defval: null }) })) // prettier-ignore
  }
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(file.bytes)
  return book.worksheets.map(sheet => ({ name: sheet.name, hidden: sheet.state === 'hidden', rows: gridOf(sheet) })) // prettier-ignore
}

function gridOf(sheet) {
  const rows = []
  for (let r = 1; r <= sheet.rowCount; r++) {
    const row = []
    for (let c = 1; c <= sheet.columnCount; c++) {
      const cell = sheet.getRow(r).getCell(c)
      row.push(cell.master === cell || cell.master.col === cell.col ? plain(cell.value) : null)
    }
    rows.push(row)
  }
  return rows
}

function plain(value) {
  if (value === null || value === undefined) return null
  if (typeof value !== 'object' || value instanceof Date) return value
  if (value.richText) return value.richText.map(({ text }) => text).join('')
  if ('result' in value) return value.result ?? null
  return value.text ?? null
}

/** Bytes of sheets in the named format, as that format’s usual program writes them. */
export async function writeSheets(sheets, format) {
  if (format === 'csv') return Buffer.from(`\ufeff${sheets[0].rows.map(csvLine).join('')}`)
  if (format === 'html') return Buffer.from(htmlOf(sheets[0].rows))
  if (format === 'xls' || format === 'xlsx-other') {
    const book = utils.book_new()
    for (const { name, rows } of sheets)
      utils.book_append_sheet(book, utils.aoa_to_sheet(rows, { cellDates: false }), name)
    return Buffer.from(write(book, { type: 'buffer', bookType: format === 'xls' ? 'biff8' : 'xlsx', compression: true })) // prettier-ignore
  }
  const book = new ExcelJS.Workbook()
  for (const { name, rows, hidden } of sheets) {
    const sheet = book.addWorksheet(name, hidden ? { state: 'hidden' } : {})
    for (const values of rows) {
      const row = sheet.addRow(values)
      row.eachCell(cell => {
        if (cell.value instanceof Date) cell.numFmt = 'yyyy-mm-dd'
      })
    }
    const header = headerAt(rows)
    const width = Math.max(...rows.map(row => row.length), 1)
    for (let r = 0; r < header; r++)
      if (width > 1 && filled(rows[r]) === 1) sheet.mergeCells(r + 1, 1, r + 1, width)
  }
  return Buffer.from(await book.xlsx.writeBuffer())
}

/** Index of the header: the first row about as wide as the table; −1 when no row is. */
export function headerAt(rows) {
  const width = Math.max(...rows.map(filled), 0)
  return width < 2 ? -1 : rows.findIndex(row => filled(row) >= Math.max(2, 0.6 * width))
}

function filled(row) {
  return row.filter(value => value !== null && String(value).trim() !== '').length
}

/** Rows of entries: those below the header that are filled at all and do not sum up. */
export function entriesOf(rows) {
  const header = headerAt(rows)
  return header < 0 ? [] : rows.slice(header + 1).filter(row => filled(row) > 1 && !row.some(value => /^(?:合计|总计|小计)$/u.test(String(value ?? '').trim()))) // prettier-ignore
}

/** Every text cell through `change(text, header)`; numbers and dates as they are unless `other` changes them. */
export function mapCells(rows, change, other = value => value) {
  const header = headerAt(rows)
  const heads = header < 0 ? [] : rows[header].map(value => String(value ?? ''))
  return rows.map((row, r) =>
    row.map(
      (value, c) =>
      typeof value === 'string' ? change(value, heads[c] ?? '', r) : value === null ? null : other(value, heads[c] ?? '') // prettier-ignore
    )
  )
}

export function shown(value) {
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value ?? '')
}

function csvLine(row) {
  const last = row.findLastIndex(value => value !== null && value !== '')
  return `${row.slice(0, last + 1).map(value => (/[",\r\n]/u.test(shown(value)) ? `"${shown(value).replaceAll('"', '""')}"` : shown(value))).join(',')}\r\n` // prettier-ignore
}

function htmlOf(rows) {
  const cell = value => `<td>${shown(value).replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</td>`
  return `<html><head><meta charset="utf-8"></head><body><table border="1">${rows.map(row => `<tr>${row.map(cell).join('')}</tr>`).join('\n')}</table></body></html>`
}

export function parseCsv(text) {
  const rows = []
  let row = []
  let cell = ''
  let quoted = false
  for (let i = 0; i < text.length; i++) {
    const sign = text[i]
    if (quoted) {
      if (sign === '"' && text[i + 1] === '"') cell += text[++i]
      else if (sign === '"') quoted = false
      else cell += sign
    } else if (sign === '"') quoted = true
    else if (sign === ',' || sign === '\n') {
      row.push(cell.replace(/\r$/u, '') || null)
      cell = ''
      if (sign === '\n') {
        rows.push(row)
        row = []
      }
    } else cell += sign
  }
  if (cell !== '' || row.length > 0) rows.push([...row, cell.replace(/\r$/u, '') || null])
  return rows
}
