import { CELL } from '../../model/reading.ts'
import { numberText } from './decimals.ts'
import type { RowWriter } from './row-writer.ts'

/** A field as the spreadsheet that opens the file would hold it, but nothing is lost: long numbers and leading zeros stay text. */
export function fieldCell(to: RowWriter, column: number, field: string): void {
  const text = plainField(field)
  to.cell(column, text, kindOf(text))
}

/** Exporters keep long numbers from being rounded by a tab in front or by writing `="0123"`. */
function plainField(field: string): string {
  if (field.charCodeAt(0) === 9) return field.trim()
  if (field.length > 3 && field.startsWith('="') && field.endsWith('"') && field.length < 100)
    return field.slice(2, -1)
  return field
}

function kindOf(text: string): number {
  if (text.length === 0 || text.length > 19) return CELL.text
  const code = text.charCodeAt(0)
  if (code !== 45 && (code < 48 || code > 57)) return CELL.text
  if (/^-?\d{1,15}(?:\.\d{1,14})?$/u.test(text))
    return numberText(Number(text)) === text ? CELL.number : CELL.text
  return /^\d{4}-(?:0\d|1[0-2])-(?:[0-2]\d|3[01])(?:T\d\d:\d\d:\d\d)?$/u.test(text) ? CELL.date : CELL.text
}
