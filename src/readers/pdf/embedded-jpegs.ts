import { createInflate } from 'node:zlib'
import { Readable } from 'node:stream'
import type { ReaderContext } from '../../isolation/protocol.ts'
import { ReadTrouble } from '../../isolation/trouble.ts'
import { pagesOfImages } from './page-images.ts'
import type { RawFile } from './raw-file.ts'
import type { RawObjects, StreamAt } from './raw-objects.ts'
import { isDict, nameOf, Ref, type Dict } from './syntax.ts'

/** No photograph is larger; a stream that inflates past it is none. */
const MOST_JPEG = 256 * 1024 ** 2
const CHUNK = 1 << 16
const LONGEST_FILTERS = 4

interface Jpeg {
  number: number // of the object
  page: number | undefined
  at: StreamAt
  filters: readonly string[] // before DCTDecode
}

/**
 * Sends the JPEG files a pdf carries, byte for byte, as members: pdfjs gives decoded pixels only, and with those
 * a photo's metadata would be lost. A picture used on many pages is sent once, with its first page. Encrypted
 * files keep theirs: their bytes are not JPEG.
 */
export async function sendJpegs(context: ReaderContext, file: RawFile, objects: RawObjects): Promise<void> {
  if (objects.encrypted) return
  const found = jpegsOf(objects)
  if (found.length === 0) return
  const pages = pagesOfImages(objects, file, context.beat)
  const jpegs = found
    .map(jpeg => ({ ...jpeg, page: pages.get(jpeg.number) }))
    .sort((a, b) => (a.page ?? Infinity) - (b.page ?? Infinity) || a.number - b.number)
  for (const [i, jpeg] of jpegs.entries()) {
    if (i >= context.limits.members)
      throw new ReadTrouble('E_LIMIT_COUNT', `more than ${context.limits.members} pictures`)
    await sendJpeg(context, file, jpeg)
  }
}

function jpegsOf(objects: RawObjects): Omit<Jpeg, 'page'>[] {
  const masks = new Set<number>()
  const found: Omit<Jpeg, 'page'>[] = []
  for (const number of objects.streams) {
    const dict = objects.get(number)
    if (!isDict(dict)) continue
    for (const key of ['SMask', 'Mask']) {
      const mask = dict.get(key)
      if (mask instanceof Ref) masks.add(mask.number)
    }
    const filters = filtersOf(dict, objects)
    const last = filters.pop()
    if (last === 'DCTDecode' || last === 'DCT') found.push({ number, at: objects.stream(number)!, filters })
  }
  return found.filter(jpeg => !masks.has(jpeg.number))
}

function filtersOf(dict: Dict, objects: RawObjects): string[] {
  const filter = objects.resolve(dict.get('Filter'))
  const list = Array.isArray(filter) ? filter.slice(0, LONGEST_FILTERS) : [filter]
  return list.map(each => nameOf(objects.resolve(each)) ?? '')
}

async function sendJpeg(context: ReaderContext, file: RawFile, jpeg: Jpeg): Promise<void> {
  const name = `${jpeg.page ? `page${jpeg.page}/` : ''}image${jpeg.number}.jpg`
  const at = jpeg.page ? { at: { page: jpeg.page } } : {}
  const spool = context.spool()
  let bytes = 0
  try {
    for await (const chunk of decoded(file, jpeg)) {
      if (bytes === 0 && !(chunk[0] === 0xff && chunk[1] === 0xd8))
        throw new ReadTrouble('E_CORRUPT', 'no JPEG data')
      bytes += chunk.length
      if (bytes > MOST_JPEG)
        throw new ReadTrouble('E_LIMIT_SIZE', `a picture of more than ${MOST_JPEG} bytes`)
      spool.write(chunk)
      context.beat()
    }
    if (bytes === 0) throw new ReadTrouble('E_EMPTY', 'no data')
  } catch (error) {
    spool.discard()
    const trouble =
      error instanceof ReadTrouble
        ? error
        : new ReadTrouble('E_CORRUPT', 'its packing is broken', { cause: error })
    const member = {
      name,
      bytes: 0,
      sha256: '',
      trouble: { code: trouble.code, detail: trouble.detail },
      ...at
    }
    await context.send({ part: 'member', member })
    return
  }
  await context.send({ part: 'member', member: { name, ...spool.close(), spool: spool.name, ...at } })
}

/** The stream's bytes with everything around the JPEG undone; its first chunk has at least two bytes. */
async function* decoded(file: RawFile, { at, filters }: Jpeg): AsyncGenerator<Uint8Array> {
  let bytes: AsyncIterable<Uint8Array> = raw(file, at, filters.length > 0)
  for (const filter of filters) bytes = undone(filter, bytes)
  yield* bytes
}

function undone(filter: string, bytes: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  if (filter === 'FlateDecode' || filter === 'Fl') return Readable.from(bytes).pipe(createInflate())
  if (filter === 'ASCIIHexDecode' || filter === 'AHx') return fromHex(bytes)
  if (filter === 'ASCII85Decode' || filter === 'A85') return from85(bytes)
  throw new ReadTrouble('E_UNSUPPORTED', 'a picture packed in a way that is not read yet')
}

async function* raw(file: RawFile, { at, length }: StreamAt, kept: boolean): AsyncGenerator<Uint8Array> {
  for (let done = 0; done < length;) {
    const chunk = file.read(at + done, Math.min(CHUNK, length - done))
    if (chunk.length === 0) return
    done += chunk.length
    // a filter holds on to its chunks, a spool file writes them at once
    yield kept ? Buffer.from(chunk) : chunk
  }
}

async function* fromHex(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let rest = ''
  for await (const chunk of bytes) {
    const text =
      rest +
      Buffer.from(chunk)
        .toString('latin1')
        .replace(/>[^]*$/u, '')
        .replace(/[^0-9a-f]/giu, '')
    rest = text.length % 2 === 0 ? '' : text.slice(-1)
    if (text.length > 1) yield Buffer.from(rest ? text.slice(0, -1) : text, 'hex')
  }
  if (rest) yield Buffer.from(`${rest}0`, 'hex')
}

async function* from85(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let group: number[] = []
  for await (const chunk of bytes) {
    const out: number[] = []
    for (const byte of chunk) {
      if (byte === 0x7e) break
      if (byte === 0x7a && group.length === 0) out.push(0, 0, 0, 0)
      else if (byte >= 0x21 && byte <= 0x75) group.push(byte - 0x21)
      if (group.length === 5) {
        out.push(...quad(group))
        group = []
      }
    }
    if (out.length > 0) yield Uint8Array.from(out)
  }
  if (group.length > 1)
    yield Uint8Array.from(quad([...group, 84, 84, 84, 84].slice(0, 5)).slice(0, group.length - 1))
}

function quad(group: readonly number[]): number[] {
  const value = group.reduce((total, digit) => total * 85 + digit, 0)
  return [(value / 2 ** 24) & 255, (value / 2 ** 16) & 255, (value / 2 ** 8) & 255, value & 255]
}
