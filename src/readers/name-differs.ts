import type { Format } from '../model/kinds.ts'
import type { Note } from '../model/reading.ts'
import { promised } from './sniff/kinds.ts'

/** The note for an extension that promises another format than the bytes are. HTML named .xls is everyday. */
export function nameDiffers(extension: string, format: Format): Note | undefined {
  const formats = promised(extension)
  if (!formats || format === 'unknown' || formats.includes(format)) return undefined
  return { code: 'name-differs', words: { says: extension, is: format } }
}
