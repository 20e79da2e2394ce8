import { open } from 'node:fs/promises'
import { ReadTrouble } from '../../isolation/trouble.ts'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'

export interface Detected {
  encoding: Encoding
  /** Share of characters that do not fit the encoding, 0 for a clean file. */
  damaged: number
}

/** Bytes looked at: a file whose first 16 MiB fit an encoding is in that encoding. */
const SAMPLE = 1 << 24
/** Above this share of characters that fit nothing, the bytes are no text. */
const MOST_DAMAGE = 0.1

/**
 * The encoding of a text file: byte order mark, then strict UTF-8, then strict GB18030 (which holds GBK and
 * GB2312). Libraries that guess by frequency are wrong on short Chinese (measured, see the stack notes).
 * Throws `ReadTrouble` E_CORRUPT when the bytes fit none of them.
 */
export async function detectEncoding(file: string): Promise<Detected> {
  const { bytes, whole } = await sampleOf(file)
  return encodingOf(bytes, whole)
}

/** `whole`: the bytes are all there is, so a character cut at their end is damage and not the sample's edge. */
export function encodingOf(bytes: Uint8Array, whole: boolean): Detected {
  const marked = byteOrderMark(bytes)
  if (marked) return { encoding: marked, damaged: 0 }
  const wide = unmarkedWide(bytes)
  if (wide) return { encoding: wide, damaged: 0 }
  if (fits('utf-8', bytes, whole)) return { encoding: 'utf-8', damaged: 0 }
  if (fits('gb18030', bytes, whole)) return { encoding: 'gb18030', damaged: 0 }
  // a file cut in the middle of its last character is still text
  if (whole && fits('utf-8', bytes, false)) return { encoding: 'utf-8', damaged: 0 }
  if (whole && fits('gb18030', bytes, false)) return { encoding: 'gb18030', damaged: 0 }
  const utf8 = damageOf('utf-8', bytes)
  const gb18030 = damageOf('gb18030', bytes)
  const damaged = Math.min(utf8, gb18030)
  if (damaged > MOST_DAMAGE) throw new ReadTrouble('E_CORRUPT', 'the bytes fit no known text encoding')
  return { encoding: utf8 <= gb18030 ? 'utf-8' : 'gb18030', damaged }
}

function byteOrderMark(bytes: Uint8Array): Encoding | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return undefined
}

/** On the other side stand few: `一` is U+4E00 and `开` U+5F00, one in ten of a dense sentence. */
const ONE_SIDED = 3

/** Text has no NUL bytes unless it is UTF-16; there they stand on one side of each pair (digits, spaces, line ends). */
function unmarkedWide(bytes: Uint8Array): Encoding | undefined {
  const looked = Math.min(bytes.length & ~1, 65_536)
  let even = 0
  let odd = 0
  for (let at = 0; at < looked; at += 2) {
    if (bytes[at] === 0) even++
    if (bytes[at + 1] === 0) odd++
  }
  if (odd > 0 && odd >= ONE_SIDED * even && odd * 200 >= looked) return 'utf-16le'
  if (even > 0 && even >= ONE_SIDED * odd && even * 200 >= looked) return 'utf-16be'
  return undefined
}

function fits(encoding: Encoding, bytes: Uint8Array, whole: boolean): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: !whole })
    return true
  } catch {
    return false
  }
}

function damageOf(encoding: Encoding, bytes: Uint8Array): number {
  const text = new TextDecoder(encoding).decode(bytes.subarray(0, 1 << 20))
  let damaged = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit === 0xfffd || unit < 9 || (unit > 13 && unit < 32 && unit !== 27)) damaged++
  }
  return text.length === 0 ? 0 : damaged / text.length
}

async function sampleOf(file: string): Promise<{ bytes: Uint8Array; whole: boolean }> {
  const handle = await open(file, 'r')
  try {
    const { size } = await handle.stat()
    const bytes = Buffer.alloc(Math.min(size, SAMPLE))
    let filled = 0
    while (filled < bytes.length) {
      const { bytesRead } = await handle.read(bytes, filled, bytes.length - filled, filled)
      if (bytesRead === 0) break
      filled += bytesRead
    }
    return { bytes: bytes.subarray(0, filled), whole: size <= SAMPLE }
  } finally {
    await handle.close()
  }
}
