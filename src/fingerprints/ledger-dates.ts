import { cellAt } from '../model/cells.ts'
import type { LedgerColumn } from '../model/evidence.ts'
import { CELL } from '../model/reading.ts'
import { dayNumber, dayOf, isDay, toDay, writtenDates } from '../support/dates.ts'
import type { Grid } from './ledger-grid.ts'

const NONE = -2_147_483_648

/**
 * Reads the date of every entry once, when first asked. Dates without a year take it from the entries above,
 * else from the title, sheet or path; a month that falls back by six or more begins a new year.
 */
export function entryDates(
  grid: Grid,
  rows: Uint32Array,
  columns: readonly LedgerColumn[],
  yearHints: readonly string[]
): (i: number) => string {
  const column = dateColumn(columns)
  const parts = column === undefined ? partColumns(columns) : undefined
  let days: Int32Array | undefined
  return i => {
    if (column === undefined && !parts) return ''
    days ??= parts
      ? readParts(grid, rows, parts, hintedYear(yearHints))
      : readColumn(grid, rows, column!, hintedYear(yearHints))
    const day = days[i]
    return day === undefined || day === NONE ? '' : dayOf(day)
  }
}

/** Of several date columns the one that says when it happened: not a deadline, not when it was written down. */
function dateColumn(columns: readonly LedgerColumn[]): number | undefined {
  const dates = columns.filter(each => each.meaning === 'date' && each.filled > 0)
  const rank = ({ header }: LedgerColumn) =>
    /办结|整改|完成|填报|填表|录入|登记|截止|制表|拍摄/u.test(header) ? 1 : 0
  return dates.sort((a, b) => rank(a) - rank(b) || b.filled - a.filled || a.column - b.column)[0]?.column
}

interface PartColumns {
  year?: number
  month: number
  day: number
  header: string
}

/** 年 | 月 | 日 in columns of their own, as account books have them. */
function partColumns(columns: readonly LedgerColumn[]): PartColumns | undefined {
  const last = (each: LedgerColumn | undefined) => each?.header.split(' ').at(-1)
  const at = columns.findIndex((each, k) => last(each) === '月' && last(columns[k + 1]) === '日')
  if (at < 0) return undefined
  const year = last(columns[at - 1]) === '年' ? columns[at - 1]!.column : undefined
  return { year, month: columns[at]!.column, day: columns[at + 1]!.column, header: columns[at]!.header }
}

function readParts(grid: Grid, rows: Uint32Array, parts: PartColumns, hint: number | undefined): Int32Array {
  const text = (row: number, column: number) => grid.cells.pool.text(grid.id(row, column))
  let year = hintedYear([parts.header]) ?? hint
  return Int32Array.from(rows, row => {
    if (parts.year !== undefined) year = Number.parseInt(text(row, parts.year)) || year
    const month = Number.parseInt(text(row, parts.month))
    const day = Number.parseInt(text(row, parts.day))
    return year !== undefined && isDay(year, month, day) ? dayNumber(toDay(year, month, day)) : NONE
  })
}

function readColumn(grid: Grid, rows: Uint32Array, column: number, hint: number | undefined): Int32Array {
  const days = new Int32Array(rows.length).fill(NONE)
  const cache = new Map<number, number | { month: number; day: number }>()
  let year = hint
  let month = 0
  for (let i = 0; i < rows.length; i++) {
    const id = grid.id(rows[i]!, column)
    if (id === 0) continue
    let read = cache.get(id)
    if (read === undefined) {
      read = readDate(grid.cells.pool.text(id), isNumber(grid, rows[i]!, column))
      // Days repeat within a ledger; a million distinct times need not be kept.
      if (cache.size < 100_000) cache.set(id, read)
    }
    if (typeof read === 'number') {
      days[i] = read
      if (read !== NONE) {
        year = +dayOf(read).slice(0, 4)
        month = +dayOf(read).slice(5, 7)
      }
    } else if (year !== undefined) {
      if (month - read.month >= 6) year++
      month = read.month
      if (isDay(year, read.month, read.day)) days[i] = dayNumber(toDay(year, read.month, read.day))
    }
  }
  return days
}

function isNumber(grid: Grid, row: number, column: number): boolean {
  const { cells } = grid
  if (cellAt(cells, row, column) === 0) return false
  for (let at = cells.starts[row]!; at < cells.starts[row + 1]!; at++) {
    if (cells.columns[at] === column) return cells.kinds[at] === CELL.number
  }
  return false
}

function readDate(text: string, number: boolean): number | { month: number; day: number } {
  if (/^\d{4}-\d\d-\d\d/u.test(text)) {
    const [y, m, d] = [+text.slice(0, 4), +text.slice(5, 7), +text.slice(8, 10)]
    return isDay(y, m, d) ? dayNumber(text) : NONE
  }
  // Days since 1899-12-30, shown without a date format; text cells only where the whole cell is such a number.
  if (/^[3-5]\d{4}(?:\.\d+)?$/u.test(text)) return Math.floor(+text) - 25_569
  if (text.length > 80) return NONE
  const [written] = writtenDates(text)
  if (written) return written.from === written.to ? dayNumber(written.from) : NONE
  const wide = text.normalize('NFKC').trim()
  const short = /^(\d{1,2})\s*(?:月|[./-])\s*(\d{1,2})\s*(?:[日号]|$|[\s(至~—-])/u.exec(wide)
  if (!short || (number && !wide.includes('.'))) return NONE
  return { month: +short[1]!, day: +short[2]! }
}

/** The first year written in the hints, most telling first. */
function hintedYear(hints: readonly string[]): number | undefined {
  for (const hint of hints) {
    const year = /(?<!\d)(20[0-4]\d|199\d)(?=\s*(?:年|[-./年度]|\D|$))/u.exec(hint.normalize('NFKC'))
    if (year) return +year[1]!
  }
  return undefined
}
