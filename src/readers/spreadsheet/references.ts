import type { Merge } from '../../model/reading.ts'
import { MOST_COLUMNS, MOST_ROWS } from './limits.ts'

/** Column from 0 of a reference like `BC12`; -1 without letters; `MOST_COLUMNS` or more past the last column. */
export function columnOf(reference: string): number {
  let column = 0
  for (let i = 0; i < reference.length; i++) {
    const code = reference.charCodeAt(i)
    if (code >= 65 && code <= 90) column = column * 26 + code - 64
    else if (code >= 97 && code <= 122) column = column * 26 + code - 96
    else if (code !== 36) break
    if (column > MOST_COLUMNS) break
  }
  return column - 1
}

/** Row from 1 of a reference like `BC12`; 0 without digits. */
export function rowOf(reference: string): number {
  let at = 0
  while (at < reference.length && !isDigit(reference.charCodeAt(at))) at++
  return rowNumber(reference.slice(at))
}

/** A row number from 1, 0 when it is none; past the last row it is only said to be so. */
export function rowNumber(text: string): number {
  let row = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (!isDigit(code)) return 0
    row = row * 10 + code - 48
    if (row > MOST_ROWS) return MOST_ROWS + 1
  }
  return row
}

/** `A`, `Z`, `AA` … from 0. */
export function columnLetters(column: number): string {
  let letters = ''
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters
  return letters
}

/** `A1:C3` as a merge, undefined for one cell, nonsense, or what lies outside a sheet. Whole rows and columns are no merges. */
export function mergeOf(reference: string): Merge | undefined {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/iu.exec(reference)
  if (!match) return undefined
  const columns = [columnOf(match[1]!), columnOf(match[3]!)]
  const rows = [Number(match[2]) - 1, Number(match[4]) - 1]
  const merge = {
    top: Math.min(...rows),
    left: Math.min(...columns),
    bottom: Math.max(...rows),
    right: Math.max(...columns)
  }
  if (merge.top < 0 || merge.bottom >= MOST_ROWS || merge.right >= MOST_COLUMNS) return undefined
  return merge.top === merge.bottom && merge.left === merge.right ? undefined : merge
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}
