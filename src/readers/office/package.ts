import { pipeline } from 'node:stream'
import { crc32, createInflateRaw, type ZlibOptions } from 'node:zlib'
import { open as openFile } from 'node:fs/promises'
import { openPromise, type Entry, type ZipFile } from 'yauzl'
import { ReadTrouble } from '../../isolation/trouble.ts'
import { compoundNames } from './compound.ts'

/** A report with ten thousand photos is real; the classic zip format ends at 65,535 parts. */
const MOST_PARTS = 65_535
/** A sheet of 1,048,576 × 16 cells is about 0.9 GB of XML; DEFLATE alone could make a thousandfold of the file. */
const MOST_PART_BYTES = 2 * 1024 ** 3
const CHUNK = 128 * 1024
/** Smallest local header of a zip entry. */
const LOCAL_HEADER = 30

/** An open OOXML package. Part names are as stored, with `/` for `\` and no leading slash. */
export interface OfficePackage {
  /** In the order of the archive. */
  readonly names: readonly string[]
  /** The stored name of a part, whatever its case and slashes; undefined when there is none. */
  find(name: string): string | undefined
  /** Bytes the archive declares for a part: a hint, never to be allocated. */
  declaredBytes(name: string): number
  /** The part's bytes, inflated, checked by checksum at the end. Throws `ReadTrouble` while iterating. */
  stream(name: string): AsyncIterable<Uint8Array>
}

/**
 * Opens an OOXML zip, hands it to `use`, and closes it. Throws `ReadTrouble`: `E_ENCRYPTED` (a password-protected
 * package, or zip encryption), `E_CORRUPT` (no zip, or truncated), `E_OVERLAP`, `E_LIMIT_COUNT`.
 */
export async function withPackage<T>(file: string, use: (pack: OfficePackage) => Promise<T>): Promise<T> {
  const zip = await openZip(file)
  try {
    return await use(packageOf(zip, await readDirectory(zip)))
  } finally {
    zip.close()
  }
}

/** A name as parts are compared: `/` separated, no leading slash, `.` and `..` resolved, lower case. */
export function partKey(name: string): string {
  return cleanName(name).toLowerCase()
}

export function cleanName(name: string): string {
  const kept: string[] = []
  for (const segment of name.replaceAll('\\', '/').split('/')) {
    if (segment === '..') kept.pop()
    else if (segment !== '' && segment !== '.') kept.push(segment)
  }
  return kept.join('/')
}

async function openZip(file: string): Promise<ZipFile> {
  await refuseEncrypted(file)
  try {
    // Sizes are counted by us as bytes come out; a header that lies costs nobody else their part.
    return await openPromise(file, { autoClose: false, decodeStrings: false, validateEntrySizes: false })
  } catch (error) {
    throw corrupt('not a whole zip archive', error)
  }
}

async function refuseEncrypted(file: string): Promise<void> {
  const handle = await openFile(file, 'r')
  const magic = Buffer.alloc(8)
  try {
    await handle.read(magic, 0, 8, 0)
  } finally {
    await handle.close()
  }
  if (magic.toString('hex') !== 'd0cf11e0a1b11ae1') return
  const names = await compoundNames(file)
  if (names.includes('EncryptedPackage') || names.includes('EncryptionInfo'))
    throw new ReadTrouble('E_ENCRYPTED', 'password-protected package')
  throw new ReadTrouble('E_CORRUPT', 'an old binary document, not a zip archive')
}

async function readDirectory(zip: ZipFile): Promise<Entry[]> {
  if (zip.entryCount > MOST_PARTS)
    throw new ReadTrouble('E_LIMIT_COUNT', `more than ${MOST_PARTS} parts in the package`)
  const entries: Entry[] = []
  try {
    for await (const entry of zip.eachEntry()) entries.push(entry)
  } catch (error) {
    throw corrupt('the archive’s directory is broken', error)
  }
  refuseOverlaps(entries)
  return entries
}

/** Entries that share bytes are how small archives declare terabytes; no honest writer makes them. */
function refuseOverlaps(entries: readonly Entry[]): void {
  const rising = [...entries].sort((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader)
  let end = 0
  for (const entry of rising) {
    if (entry.relativeOffsetOfLocalHeader < end)
      throw new ReadTrouble('E_OVERLAP', 'parts of the package share the same bytes')
    end = entry.relativeOffsetOfLocalHeader + LOCAL_HEADER + entry.fileNameLength + entry.compressedSize
  }
}

function packageOf(zip: ZipFile, entries: readonly Entry[]): OfficePackage {
  const names: string[] = []
  const byKey = new Map<string, { name: string; entry: Entry }>()
  for (const entry of entries) {
    const stored = decodeName(entry.fileNameRaw)
    const name = cleanName(stored)
    if (name === '' || /[\\/]$/u.test(stored) || byKey.has(name.toLowerCase())) continue
    byKey.set(name.toLowerCase(), { name, entry })
    names.push(name)
  }
  const entryOf = (name: string): Entry => {
    const found = byKey.get(partKey(name))
    if (!found) throw new ReadTrouble('E_CORRUPT', 'a part of the package is missing')
    return found.entry
  }
  return {
    names,
    find: name => byKey.get(partKey(name))?.name,
    declaredBytes: name => entryOf(name).uncompressedSize,
    stream: name => streamEntry(zip, entryOf(name))
  }
}

function decodeName(raw: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw)
  } catch {
    return new TextDecoder('gb18030').decode(raw)
  }
}

async function* streamEntry(zip: ZipFile, entry: Entry): AsyncIterable<Uint8Array> {
  if (entry.isEncrypted()) throw new ReadTrouble('E_ENCRYPTED', 'a part of the package is encrypted')
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8)
    throw new ReadTrouble('E_UNSUPPORTED', `zip compression method ${entry.compressionMethod}`)
  let bytes = 0
  let checksum = 0
  try {
    for await (const chunk of await inflated(zip, entry)) {
      bytes += chunk.length
      if (bytes > MOST_PART_BYTES)
        throw new ReadTrouble('E_LIMIT_SIZE', `a part of the package is larger than ${MOST_PART_BYTES} bytes`)
      checksum = crc32(chunk, checksum)
      yield chunk
    }
  } catch (error) {
    if (error instanceof ReadTrouble) throw error
    throw corrupt('a part of the package ends early or is broken', error)
  }
  if (checksum !== entry.crc32) throw new ReadTrouble('E_CORRUPT', 'a part differs from its checksum')
}

/** Inflated by us and not by yauzl, for larger chunks: 16 KB ones cost a large sheet a tenth of its time. */
async function inflated(zip: ZipFile, entry: Entry): Promise<AsyncIterable<Buffer>> {
  const stored = await zip.openReadStreamPromise(entry, { decodeFileData: false })
  if (entry.compressionMethod === 0) return stored as AsyncIterable<Buffer>
  // The error, if any, reaches whoever iterates over the inflated end.
  return pipeline(
    stored,
    createInflateRaw({ chunkSize: CHUNK, readableHighWaterMark: 4 * CHUNK } as ZlibOptions),
    () => {}
  )
}

function corrupt(detail: string, cause: unknown): ReadTrouble {
  return new ReadTrouble('E_CORRUPT', detail, { cause })
}
