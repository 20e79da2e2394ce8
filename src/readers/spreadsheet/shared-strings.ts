import { ReadTrouble } from '../../isolation/trouble.ts'
import { Growing } from '../../support/growing.ts'
import type { OfficePackage } from '../office/package.ts'
import { readXml } from '../office/xml.ts'
import { LONGEST_TEXT } from './limits.ts'

const CHUNK_BITS = 20
const CHUNK = 1 << CHUNK_BITS // bytes; a string never spans two
/** Bytes of text kept, UTF-16. The reading child has 512 MiB for everything; a million different remarks of forty characters take 80 MiB. */
const MOST_BYTES = 192 * 1024 * 1024
const MOST_STRINGS = 12_000_000
/** Strings decoded lately, by the low bits of their index: columns of few different values are never decoded twice. */
const CACHE = 8_192

/**
 * The string table of a workbook, outside the JavaScript heap: 2 bytes a character and 6 a string. Strings are
 * found by their index in the file.
 */
export class SharedStrings {
  private readonly chunks: Buffer[] = []
  private used = CHUNK
  private readonly positions = new Growing(size => new Uint32Array(size))
  private readonly lengths = new Growing(size => new Uint16Array(size))
  private readonly cached: (string | undefined)[] = new Array(CACHE)
  private readonly cachedIndex = new Int32Array(CACHE).fill(-1)
  private at: Uint32Array = new Uint32Array(0)
  private long: Uint16Array = new Uint16Array(0)
  /** Strings cut at the longest a cell holds. */
  shortened = 0

  get size(): number {
    return this.at.length
  }

  /** Throws `E_LIMIT_SIZE` past the ceilings; what was added before stays. */
  add(text: string): void {
    if (text.length > LONGEST_TEXT) {
      this.shortened++
      text = text.slice(0, LONGEST_TEXT)
    }
    const bytes = 2 * text.length
    if (this.used + bytes > CHUNK) {
      if ((this.chunks.length + 1) * CHUNK > MOST_BYTES) throw new ReadTrouble('E_LIMIT_SIZE', 'the string table is too large') // prettier-ignore
      this.chunks.push(Buffer.allocUnsafeSlow(CHUNK))
      this.used = 0
    }
    if (this.lengths.length >= MOST_STRINGS)
      throw new ReadTrouble('E_LIMIT_SIZE', 'too many strings in the table')
    this.chunks.at(-1)!.write(text, this.used, 'utf16le')
    this.positions.push(((this.chunks.length - 1) << CHUNK_BITS) | this.used)
    this.lengths.push(text.length)
    this.used += bytes
  }

  /** To be called once, after the last `add`. */
  close(): this {
    this.at = this.positions.done()
    this.long = this.lengths.done()
    return this
  }

  /** Undefined for an index the table does not have. */
  text(index: number): string | undefined {
    if (!(index >= 0) || index >= this.at.length) return undefined
    const slot = index & (CACHE - 1)
    if (this.cachedIndex[slot] === index) return this.cached[slot]
    const position = this.at[index]!
    const start = position & (CHUNK - 1)
    const text = this.chunks[position >>> CHUNK_BITS]!.toString(
      'utf16le',
      start,
      start + 2 * this.long[index]!
    )
    this.cached[slot] = text
    this.cachedIndex[slot] = index
    return text
  }
}

/** Reads the table; a broken or oversized one keeps what came before, with its trouble. */
export async function readSharedStrings(
  pack: OfficePackage,
  part: string | undefined,
  beat: () => void
): Promise<{ strings: SharedStrings; trouble?: ReadTrouble }> {
  const strings = new SharedStrings()
  if (part === undefined) return { strings: strings.close() }
  try {
    await readXml(pack.stream(part), stringHandlers(strings, beat))
    return { strings: strings.close() }
  } catch (error) {
    if (!(error instanceof ReadTrouble)) throw error
    return { strings: strings.close(), trouble: error }
  }
}

function stringHandlers(strings: SharedStrings, beat: () => void): Parameters<typeof readXml>[1] {
  let text = ''
  let inText = false
  let phonetic = 0 // readings above the characters are no content
  return {
    open(name) {
      if (name === 't') inText = phonetic === 0
      else if (name === 'rPh') phonetic++
      else if (name === 'si') text = ''
    },
    text(piece) {
      if (inText && text.length <= LONGEST_TEXT) text += piece
    },
    close(name) {
      if (name === 't') inText = false
      else if (name === 'rPh') phonetic--
      else if (name === 'si') strings.add(unescapeText(text))
    },
    between: () => void beat()
  }
}

/** `_x000D_` stands for a character XML cannot hold, `_x005F_` for an underscore that would look like one. */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9A-Fa-f]{4})_/gu, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
}
