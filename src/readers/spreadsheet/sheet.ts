import { ReadTrouble } from '../../isolation/trouble.ts'
import { CELL } from '../../model/reading.ts'
import type { OfficePackage } from '../office/package.ts'
import { attribute, prefixedAttribute, readXml, type XmlAttributes } from '../office/xml.ts'
import { cellText, type CellLook } from './cell-value.ts'
import { decimalText } from './decimals.ts'
import { LONGEST_TEXT, MOST_COLUMNS, MOST_ROWS } from './limits.ts'
import { columnOf, rowNumber, rowOf } from './references.ts'
import type { RowWriter } from './row-writer.ts'
import type { SharedStrings } from './shared-strings.ts'
import type { StringOrder } from './string-order.ts'

/** Shared formulas remembered by number; their followers name only the number. */
const MOST_SHARED = 10_000

export interface SheetSources extends CellLook {
  table: number
  strings: SharedStrings
  order?: StringOrder
  /** Called for a formula that shows a picture living in the cell (WPS). */
  cellPicture?(id: string, row: number): void
  /** Sends what waits in the writer; awaited between chunks. */
  flush(): Promise<void> | undefined
}

export interface SheetEnd {
  /** Relationship of the sheet's drawing. */
  drawing?: string
  /** Cells that point at a string the table does not have. */
  missingStrings: number
}

/**
 * Streams a worksheet's rows into the writer. Cells and rows without `r` follow the one before. Throws
 * `ReadTrouble` past the ceilings or where the part breaks off; rows before that are in the writer.
 */
export async function readSheet(
  pack: OfficePackage,
  part: string,
  to: RowWriter,
  sources: SheetSources
): Promise<SheetEnd> {
  const { strings, order, table, styles } = sources
  const shared = new Map<string, string>()
  const end: SheetEnd = { missingStrings: 0 }
  let inRows = false
  let row = 0
  let column = -1
  let type = ''
  let style = 0
  let value = ''
  let formula: string | undefined
  let sharedId: string | undefined
  let into: 'value' | 'formula' | '' = ''
  let phonetic = 0

  function openCell(attributes: XmlAttributes): void {
    const reference = attributes['r']
    if (row === 0) startRow(reference === undefined ? 0 : rowOf(reference))
    column = reference === undefined ? column + 1 : Math.max(columnOf(reference), 0)
    if (column >= MOST_COLUMNS) throw new ReadTrouble('E_LIMIT_COUNT', `more than ${MOST_COLUMNS} columns`)
    type = attributes['t'] ?? 'n'
    style = attributes['s'] === undefined ? 0 : Number(attributes['s'])
    value = ''
    formula = undefined
    sharedId = undefined
  }

  function closeCell(): void {
    if (sharedId !== undefined) formula = sharedFormula(shared, sharedId, formula)
    let text: string
    let kind: number = CELL.text
    if (type === 'n' && !styles[style]) {
      text = value === '' ? '' : decimalText(value)
      kind = CELL.number
    } else if (type === 's') {
      const index = value === '' ? NaN : Number(value)
      const found = strings.text(index)
      if (found === undefined && value !== '') end.missingStrings++
      else order?.saw(index, table, row, column)
      text = found ?? ''
    } else ({ text, kind } = cellText(type, value, style, sources))
    if (formula !== undefined && formula.includes('DISPIMG')) {
      const id = /DISPIMG\("([^"]{1,100})"/u.exec(formula)?.[1]
      if (id !== undefined) {
        sources.cellPicture?.(id, row)
        text = '' // the cell shows the picture, not its call
      }
    }
    to.cell(column, text, kind, formula)
  }

  function startRow(stated: number): void {
    row = stated > 0 ? stated : to.row + 1
    if (row > MOST_ROWS) throw new ReadTrouble('E_LIMIT_COUNT', `row numbers past ${MOST_ROWS}`)
    column = -1
  }

  await readXml(pack.stream(part), {
    open(name, attributes) {
      if (!inRows) {
        if (name === 'sheetData') inRows = true
        else if (name === 'drawing') end.drawing ??= prefixedAttribute(attributes, 'id')
        return
      }
      if (name === 'c') openCell(attributes)
      else if (name === 'v') into = 'value'
      else if (name === 'row') {
        row = 0
        const stated = attributes['r']
        if (stated !== undefined) startRow(rowNumber(stated))
        else column = -1
      } else if (name === 't') into = phonetic === 0 ? 'value' : ''
      else if (name === 'f') {
        into = 'formula'
        formula = ''
        if (attributes['t'] === 'shared') sharedId = attribute(attributes, 'si')
      } else if (name === 'rPh') phonetic++
    },
    text(piece) {
      if (into === 'value') {
        if (value.length <= LONGEST_TEXT) value += piece
      } else if (into === 'formula') {
        if (formula!.length <= LONGEST_TEXT) formula += piece
      }
    },
    close(name) {
      if (!inRows) return
      if (name === 'v' || name === 't' || name === 'f') into = ''
      else if (name === 'c') closeCell()
      else if (name === 'row') to.endRow(row)
      else if (name === 'rPh') phonetic--
      else if (name === 'sheetData') inRows = false
    },
    between: () => sources.flush()
  })
  return end
}

/** Followers of a shared formula carry its text as first written, not shifted to their place: enough to see what makes a figure. */
function sharedFormula(shared: Map<string, string>, id: string, own: string | undefined): string | undefined {
  if (own) {
    if (shared.size < MOST_SHARED && !shared.has(id)) shared.set(id, own)
    return own
  }
  return shared.get(id)
}
