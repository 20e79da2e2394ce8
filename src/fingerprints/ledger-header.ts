import { CELL } from '../model/reading.ts'
import { isLabel, meaningOfLabel } from './column-lexicon.ts'
import type { Grid, GridCell } from './ledger-grid.ts'

export interface Header {
  /** Row indices of the header, empty when there is none to be sure of. */
  first: number
  last: number
  columns: { column: number; header: string }[]
  titles: string[] // texts above the header
  sure: boolean
}

/** Headers stand in the first rows; deeper ones belong to a second table. */
const DEEPEST = 20
/** Rows below a candidate whose kinds of values are compared with it. */
const BODY_SAMPLE = 12
/** A header cell is a name; longer ones are instructions or data. */
const LONGEST_HEADER = 30

/** The header of a table: the row of short texts that names what the rows below hold. */
export function headerOf(grid: Grid): Header {
  const rows = Array.from({ length: Math.min(grid.rowCount, DEEPEST + BODY_SAMPLE) }, (_, i) => grid.row(i))
  let best = { at: -1, score: 0 }
  for (let at = 0; at < Math.min(rows.length, DEEPEST); at++) {
    const score = scoreOf(rows, at)
    if (score > best.score) best = { at, score }
  }
  if (best.at < 0) best.at = plainHeader(rows)
  if (best.at < 0) return headless(rows)
  const last = isSecondRow(grid, rows, best.at) ? best.at + 1 : best.at
  return {
    first: best.at,
    last,
    columns: namedColumns(grid, rows, best.at, last),
    titles: rows.slice(0, best.at).flatMap(row => (row.length <= 3 ? row.map(cell => cell.text) : [])),
    sure: true
  }
}

/**
 * How much a row reads as a header: known labels count one each, a text above numbers or dates a half. Below 1.5
 * (two labels, or one and a column of another kind) nothing is certain.
 */
function scoreOf(rows: GridCell[][], at: number): number {
  const row = rows[at]!
  if (row.length < 2) return 0
  const names = row.filter(cell => cell.kind === CELL.text && cell.text.length <= LONGEST_HEADER)
  if (names.length < row.length * 0.8 || names.some(cell => valueLike(cell.text))) return 0
  if (new Set(names.map(cell => cell.text)).size < names.length * 0.5) return 0
  const body = rows.slice(at + 1, at + 1 + BODY_SAMPLE).filter(below => below.length >= 2)
  if (body.length === 0) return 0
  let score = 0
  let known = 0
  for (const { column, text } of names) {
    const label = meaningOfLabel(text)
    if (label) known += label.exact || isLabel(text) ? 1 : 0.5
    const below = body.flatMap(cells => cells.filter(cell => cell.column === column))
    const other = below.filter(cell => cell.kind !== CELL.text || valueLike(cell.text)).length
    if (below.length > 0 && other >= below.length * 0.7) score += 0.5
    if (/[_a-z]+_[a-z]+/u.test(text)) score += 0.25
  }
  score += known
  // Labels that are answered to their right are a form's, not a header's.
  const widest = Math.max(...body.map(cells => cells.length))
  if (names.length < widest * 0.4) score *= 0.5
  if (score < 1.5) return 0
  const share = names.length / Math.max(widest, names.length)
  return score * (0.5 + share / 2) - at * 0.05
}

/** A plain header is looked for under a title and a line of remarks. */
const DEEPEST_PLAIN = 4
const LONGEST_PLAIN = 12
/** 2025, 2026年, 2024.12: a year over a column of figures names it. */
const TERM = /^(?:19|20)\d{2}(?:年|[.年]\d{1,2}月?|年?\d{1,2}[-—~至]\d{1,2}月?|年.{1,4})?$/u

/**
 * A header whose words nobody listed (简要案情, 追回物品/款): the first full row, short names all different, above rows
 * that hold figures or days where it holds words. −1 when there is none.
 */
function plainHeader(rows: GridCell[][]): number {
  for (let at = 0; at < Math.min(rows.length, DEEPEST_PLAIN); at++) {
    const row = rows[at]!
    if (row.length < 2) continue
    const names = row.filter(({ text }) => text.length <= LONGEST_PLAIN && (!valueLike(text) || TERM.test(text)) && !/[:：_□]$|^\d/u.test(text.replace(TERM, ''))) // prettier-ignore
    const body = rows.slice(at + 1, at + 1 + BODY_SAMPLE).filter(below => below.length >= 2)
    if (names.length < row.length || names.length < 3 || new Set(names.map(({ text }) => text)).size < names.length || body.length < 2) return -1 // prettier-ignore
    const widest = Math.max(...body.map(cells => cells.length))
    const figured = names.filter(({ column }) => {
      const below = body.flatMap(cells => cells.filter(cell => cell.column === column))
      return (
        below.filter(({ kind, text }) => kind !== CELL.text || /\d/u.test(text)).length * 2 >= body.length
      )
    }).length
    return figured > 0 && (names.length >= widest || opens(rows, at)) ? at : -1
  }
  return -1
}

/** The next row names what a group of the first holds. */
function opens(rows: GridCell[][], at: number): boolean {
  const next = rows[at + 1]
  return next !== undefined && next.length < rows[at]!.length + 2 && next.every(({ text }) => TERM.test(text))
}

/** Digits, dates, phone numbers, sentences: what stands under a header. */
function valueLike(text: string): boolean {
  return (
    /^[\d\s.,:：\-/%]+$/u.test(text) ||
    /^\d{1,4}\s*[年月]\s*\d/u.test(text) ||
    /[。；]$/u.test(text) ||
    /\d{6,}/u.test(text)
  )
}

/** A second header row fills what group cells of the first leave open, with labels. */
function isSecondRow(grid: Grid, rows: GridCell[][], at: number): boolean {
  const second = rows[at + 1]
  if (!second || second.length === 0 || !rows[at + 2]) return false
  if (second.some(cell => !TERM.test(cell.text) && (cell.kind !== CELL.text || cell.text.length > 16 || valueLike(cell.text)))) return false // prettier-ignore
  const first = new Set(rows[at]!.map(cell => cell.column))
  const grouped = rows[at]!.some(cell => {
    const merge = grid.mergeAt(at, cell.column)
    return merge !== undefined && merge.right > merge.left && merge.top === merge.bottom
  })
  const below = rows[at + 2]!.length
  if (grouped) return below > second.length || second.every(cell => !first.has(cell.column) || grouped)
  const opened = second.filter(cell => !first.has(cell.column)).length
  return opened >= 1 && opened >= second.length / 2 && below > second.length && below > first.size
}

function namedColumns(grid: Grid, rows: GridCell[][], first: number, last: number): Header['columns'] {
  const columns = new Map<number, string[]>()
  for (const cell of rows[first]!) {
    const merge = first === last ? undefined : grid.mergeAt(first, cell.column)
    const right = merge ? Math.min(merge.right, cell.column + 63) : cell.column
    for (let column = cell.column; column <= right; column++) columns.set(column, [cell.text])
  }
  if (last > first) {
    let group = ''
    for (const cell of rows[last]!) {
      const above = columns.get(cell.column)
      // Without merges (csv) a group cell stands above its first column only.
      group = above?.[0] ?? group
      columns.set(cell.column, [...(above ?? (group === '' ? [] : [group])), cell.text])
    }
  }
  for (const row of rows.slice(last + 1, last + 1 + BODY_SAMPLE)) {
    if (row.length < columns.size * 0.5) continue
    for (const cell of row) if (!columns.has(cell.column)) columns.set(cell.column, [])
  }
  return [...columns]
    .sort(([a], [b]) => a - b)
    .map(([column, parts]) => ({ column, header: [...new Set(parts)].join(' ') }))
}

function headless(rows: GridCell[][]): Header {
  const columns = new Set<number>()
  for (const row of rows) for (const cell of row) columns.add(cell.column)
  return {
    first: 0,
    last: -1,
    columns: [...columns].sort((a, b) => a - b).map(column => ({ column, header: '' })),
    titles: [],
    sure: false
  }
}
