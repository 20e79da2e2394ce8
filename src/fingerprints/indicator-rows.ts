import type { IndicatorAsk } from '../model/evidence.ts'
import { askedMedia } from './asked-media.ts'
import { fullCodes, prefixOf, writtenCode, type WrittenCode } from './indicator-codes.ts'
import type { IndicatorColumns } from './indicator-columns.ts'
import type { Grid } from './ledger-grid.ts'

export interface DraftAsk {
  codes: string[]
  name: string
  asks: string[]
  standard: string[]
  points?: number
  asker?: string
  media: IndicatorAsk['media']
  row: number // as shown
}

const SUM = /^(?:合计|总计|小计|总分|累计|total)/iu
const POINTS_IN_NAME = /[(（]\s*(?:共|满分)?\s*(\d{1,4}(?:\.\d+)?)\s*分\s*[)）]/u
/** A cell the unit has filled in with more than a stroke. */
const FILLED = /[\p{L}\p{N}]/u

/** Indicators under a header, group cells merged downwards carried along; several rows of evidence under one name are one. */
export function readAsks(
  grid: Grid,
  columns: IndicatorColumns,
  most: number
): { asks: DraftAsk[]; filled: boolean } {
  const asks: DraftAsk[] = []
  const around: WrittenCode[] = [] // outline lines above, by rank
  let last: { ask: DraftAsk; name: string } | undefined
  let filled = false
  for (let row = columns.header + 1; row < grid.rowCount && asks.length < most; row++) {
    const cells = grid.row(row)
    const heading = headingOf(grid, columns, row)
    if (heading) {
      while (around.length > 0 && around.at(-1)!.rank >= heading.rank) around.pop()
      around.push(heading)
      last = undefined
      continue
    }
    const names = columns.names.map(column => textOf(grid, row, column))
    const at = names.findLastIndex(text => text !== '')
    if (at < 0 || cells.length === 0 || SUM.test(names[at]!) || SUM.test(cells[0]!.text)) continue
    // A line of one cell is a note, unless its name is the merged one above
    if (cells.length < 2 && !isContinued(grid, row, columns.names[at]!)) continue
    if (isHeader(grid, columns, row)) continue
    if (columns.own.some(column => FILLED.test(textOf(grid, row, column)) && !/备注/u.test(headerOf(grid, columns, column)))) filled = true // prettier-ignore
    const goesOn = last && isContinued(grid, row, columns.names[at]!) && last.name === names[at]
    const draft = goesOn ? last!.ask : draftOf(grid, columns, row, names, at, around)
    if (!goesOn) {
      asks.push(draft)
      last = { ask: draft, name: names[at]! }
    }
    addTexts(grid, columns, row, draft, goesOn === true)
  }
  for (const ask of asks) ask.media = askedMedia([ask.name, ...ask.asks, ...ask.standard].join('\n').normalize('NFKC')) // prettier-ignore
  return { asks, filled }
}

/** 一、组织领导（20分） across the table: one cell with a code. */
function headingOf(grid: Grid, columns: IndicatorColumns, row: number): WrittenCode | undefined {
  const cells = grid.row(row)
  if (cells.length === 0 || cells.length > 2) return undefined
  const [{ text, column }] = cells as [(typeof cells)[number]]
  if (column > Math.max(columns.names.at(-1)!, columns.code ?? 0)) return undefined
  if (cells.length === 2 && !/^\d+(?:\.\d+)?\s*分?$/u.test(cells[1]!.text)) return undefined
  const code = writtenCode(text)
  return code && code.rest !== '' ? code : undefined
}

function draftOf(
  grid: Grid,
  columns: IndicatorColumns,
  row: number,
  names: readonly string[],
  at: number,
  around: readonly WrittenCode[]
): DraftAsk {
  const groups = names.slice(0, at).flatMap(text => writtenCode(text) ?? [])
  const inName = writtenCode(names[at]!)
  const inColumn = columns.code === undefined ? undefined : writtenCode(textOf(grid, row, columns.code))
  // A serial number beside a name that has a code of its own only counts lines
  const own = inName && (!inColumn || inName.parts > inColumn.parts) ? inName : (inColumn ?? inName)
  const outer = [...around, ...groups]
  const codes = own ? fullCodes(own, outer) : outer.length > 0 && at > 0 ? [prefixOf(outer)] : []
  const stated = POINTS_IN_NAME.exec(names[at]!)
  const name = (inName && inName.rest !== '' ? inName.rest : names[at]!).replace(POINTS_IN_NAME, '').trim()
  return {
    codes,
    name: name === '' ? names[at]! : name,
    asks: [],
    standard: [],
    ...(stated && { points: +stated[1]! }),
    media: [],
    row: grid.cells.rows[row]!
  }
}

function addTexts(
  grid: Grid,
  columns: IndicatorColumns,
  row: number,
  draft: DraftAsk,
  goesOn: boolean
): void {
  const add = (list: string[], column: number): void => {
    const text = textOf(grid, row, column)
    if (text !== '' && !list.includes(text)) list.push(text)
  }
  for (const column of columns.asks) if (!columns.names.includes(column)) add(draft.asks, column)
  for (const column of columns.standard) add(draft.standard, column)
  if (columns.points !== undefined && !(goesOn && isContinued(grid, row, columns.points))) {
    const written = /\d{1,4}(?:\.\d+)?/u.exec(textOf(grid, row, columns.points).normalize('NFKC'))
    if (written)
      draft.points = goesOn && draft.points !== undefined ? draft.points + +written[0] : +written[0]
  }
  if (columns.asker !== undefined) draft.asker ??= textOf(grid, row, columns.asker) || undefined
}

/** The header again on the next printed page. */
function isHeader(grid: Grid, columns: IndicatorColumns, row: number): boolean {
  return columns.names.every(column => textOf(grid, row, column) === headerOf(grid, columns, column))
}

function headerOf(grid: Grid, columns: IndicatorColumns, column: number): string {
  return textOf(grid, columns.header, column)
}

function textOf(grid: Grid, row: number, column: number): string {
  return grid.cells.pool.text(grid.id(row, column)).replace(/\s+/gu, ' ').trim()
}

/** The cell is covered by one that began in a row above. */
function isContinued(grid: Grid, row: number, column: number): boolean {
  const merge = grid.mergeAt(row, column)
  return merge !== undefined && merge.top < grid.cells.rows[row]! - 1
}
