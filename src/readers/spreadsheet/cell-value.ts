import { CELL } from '../../model/reading.ts'
import { elapsedText, serialToText, type DateSystem } from './date-serials.ts'
import { decimalText, percentText } from './decimals.ts'
import { FORMAT } from './number-formats.ts'
import { unescapeText } from './shared-strings.ts'

export interface CellLook {
  /** Number format by cell style. */
  styles: Uint8Array
  dateSystem: DateSystem
}

export interface CellText {
  text: string
  kind: number // CELL
}

/** What a cell of any type but shared string shows. `type` is the file's `t`. */
export function cellText(type: string, value: string, style: number, look: CellLook): CellText {
  switch (type) {
    case 'n':
      return value === '' ? NOTHING : numberCell(value, look.styles[style] ?? FORMAT.general, look.dateSystem)
    case 'b':
      return value === ''
        ? NOTHING
        : { text: value === '1' || value === 'true' ? 'TRUE' : 'FALSE', kind: CELL.boolean }
    case 'e':
      return { text: value, kind: CELL.error }
    case 'd':
      return isoCell(value)
    default: // str, inlineStr and what nobody defined
      return { text: unescapeText(value), kind: CELL.text }
  }
}

const NOTHING: CellText = { text: '', kind: CELL.text }

/** A stored number under its format. Dates are dates only where the calendar has them. */
export function numberCell(stored: string, format: number, system: DateSystem): CellText {
  const text = decimalText(stored)
  if (format === FORMAT.general) return { text, kind: CELL.number }
  if (format === FORMAT.percent) return { text: percentText(text), kind: CELL.number }
  const serial = Number(text)
  if (format === FORMAT.elapsed) {
    const elapsed = elapsedText(serial)
    return elapsed === undefined ? { text, kind: CELL.number } : { text: elapsed, kind: CELL.text }
  }
  const shown = serialToText(serial, system)
  if (shown === undefined) return { text, kind: CELL.number }
  if (shown.charCodeAt(2) !== 58) return { text: shown, kind: CELL.date }
  // A time of day without a day: text, because a date it is not.
  return format === FORMAT.time
    ? { text: shown.endsWith(':00') ? shown.slice(0, 5) : shown, kind: CELL.text }
    : { text, kind: CELL.number }
}

/** `t="d"` holds ISO 8601 text. */
function isoCell(value: string): CellText {
  const match = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(?::(\d\d))?)?/u.exec(value)
  if (!match) return { text: value, kind: CELL.text }
  const [, date = '', minutes, seconds = '00'] = match
  const midnight = minutes === undefined || (minutes === '00:00' && seconds === '00')
  return { text: midnight ? date : `${date}T${minutes}:${seconds}`, kind: CELL.date }
}
