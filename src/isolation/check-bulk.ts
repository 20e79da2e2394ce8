import { LOOK_SIDE } from '../model/reading.ts'

/** Parts too large for a schema library, checked by hand. All return whether the shape is sound. */

/** Ceilings of one part: readers send rows by the thousand. */
const MOST_ROWS = 100_000
const MOST_CELLS = 4_000_000
const MOST_ITEMS = 100_000
/** Excel's own ceiling of a cell is 32,767; documents' paragraphs and messages get more. */
const LONGEST_CELL = 100_000
const LONGEST_TEXT = 20_000_000
const MOST_FORMULAS = 1_000_000
const LARGEST_THUMBNAIL = 1 << 20
const KINDS_OF_CELLS = 5

export function checkRows(part: unknown): boolean {
  const { table, rows, starts, columns, texts, kinds, formulas } = part as Record<string, unknown>
  if (!isCount(table) || !(rows instanceof Uint32Array) || !(starts instanceof Uint32Array)) return false
  if (!(columns instanceof Uint16Array) || !(kinds instanceof Uint8Array) || !Array.isArray(texts))
    return false
  if (rows.length > MOST_ROWS || texts.length > MOST_CELLS) return false
  if (starts.length !== rows.length || columns.length !== texts.length || kinds.length !== texts.length)
    return false
  if (rows.length === 0) return texts.length === 0
  if (starts[0] !== 0) return false
  for (let row = 0; row < rows.length; row++) {
    const end = row + 1 < rows.length ? starts[row + 1]! : texts.length
    if (rows[row]! < 1 || starts[row]! > end) return false
    for (let cell = starts[row]! + 1; cell < end; cell++)
      if (columns[cell]! <= columns[cell - 1]!) return false
  }
  for (let cell = 0; cell < texts.length; cell++) {
    const text: unknown = texts[cell]
    if (typeof text !== 'string' || text.length > LONGEST_CELL || kinds[cell]! >= KINDS_OF_CELLS) return false
  }
  return formulas === undefined || areFormulas(formulas, texts.length)
}

function areFormulas(formulas: unknown, cells: number): boolean {
  return (
    isList(formulas, MOST_FORMULAS) &&
    formulas.every(({ cell, formula }) => isCount(cell) && cell < cells && isText(formula, LONGEST_CELL))
  )
}

const STYLES = new Set<unknown>(['title', 'heading', 'paragraph', 'header', 'footer', 'table'])

export function checkBlocks(part: unknown): boolean {
  const { blocks } = part as { blocks?: unknown }
  return (
    isList(blocks, MOST_ITEMS) &&
    blocks.every(
      ({ text, style, page, table }) =>
        isText(text, LONGEST_TEXT) && STYLES.has(style) && isOptionalCount(page) && isOptionalCount(table)
    )
  )
}

const MESSAGE_KINDS = new Set<unknown>(['text', 'picture', 'file', 'system'])

export function checkMessages(part: unknown): boolean {
  const { messages } = part as { messages?: unknown }
  return (
    isList(messages, MOST_ITEMS) &&
    messages.every(
      ({ number, at, sender, senderId, text, kind }) =>
        isCount(number) &&
        isText(at, 100) &&
        isText(sender, 1000) &&
        (senderId === undefined || isText(senderId, 1000)) &&
        isText(text, LONGEST_TEXT) &&
        MESSAGE_KINDS.has(kind)
    )
  )
}

const CLAIM_TEXTS = [
  'takenAt',
  'takenOffset',
  'digitizedAt',
  'modifiedAt',
  'subSecond',
  'gpsAt',
  'make',
  'model',
  'serial',
  'lens',
  'software',
  'exposure',
  'uniqueId',
  'documentId'
]
const CLAIM_NUMBERS = ['latitude', 'longitude', 'altitude', 'orientation', 'fileNumber']

export function checkPicture(part: unknown): boolean {
  const picture = (part as { picture?: unknown }).picture
  if (!isRecord(picture) || !isRecord(picture.claims)) return false
  const { width, height, look, pixels, colours, thumbnail, embeddedLook, claims } = picture
  const square = LOOK_SIDE * LOOK_SIDE
  if (!isCount(width) || !isCount(height)) return false
  if (!isBytes(look, square) || !isBytes(embeddedLook, square) || !isBytes(colours, 48)) return false
  if (typeof pixels !== 'string' || !/^([0-9a-f]{64})?$/.test(pixels)) return false
  if (!(thumbnail instanceof Uint8Array) || thumbnail.length > LARGEST_THUMBNAIL) return false
  return Object.entries(claims).every(
    ([key, value]) =>
      value === undefined ||
      (CLAIM_TEXTS.includes(key) && isText(value, 4096)) ||
      (CLAIM_NUMBERS.includes(key) && typeof value === 'number' && Number.isFinite(value))
  )
}

function isBytes(value: unknown, length: number): boolean {
  return value instanceof Uint8Array && (value.length === 0 || value.length === length)
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0
}

function isOptionalCount(value: unknown): boolean {
  return value === undefined || isCount(value)
}

function isText(value: unknown, longest: number): value is string {
  return typeof value === 'string' && value.length <= longest
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function isList(value: unknown, most: number): value is Record<string, unknown>[] {
  return Array.isArray(value) && value.length <= most && value.every(isRecord)
}
