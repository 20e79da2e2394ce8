import { z } from 'zod'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { audit as auditSchema, type Audit } from '../model/audit.ts'
import { decision, declaration, type Decision, type Declaration } from '../model/decisions.ts'
import { asOfUnit } from './decided.ts'
import type { ExhibitStore } from './exhibits.ts'

export { writeHenshi, type ExhibitOf, type HenshiContent } from './henshi-write.ts'

/** The audit of a hundred thousand materials is near 100 MiB; a longer text V8 does not hold. */
const LARGEST_AUDIT = 400 << 20
const LARGEST_LIST = 64 << 20
/** A picture of 320 px re-encoded is 5 to 40 KiB. */
const LARGEST_EXHIBIT = 1 << 20
const MOST_ENTRIES = 100_000
const LARGEST_ALL = 2 * 2 ** 30
/** Of one file: decisions and declarations. */
const MOST_DECISIONS = 50_000
const MOST_DECLARATIONS = 2_000

/** `reason` is for people beside the desk's code `bad-file`. */
export class HenshiFileError extends Error {
  constructor(
    readonly reason: 'not-a-zip' | 'encrypted' | 'too-large' | 'overlapping' | 'names' | 'no-audit' | 'not-an-audit' | 'damaged',
    options?: ErrorOptions
  ) {
    super(`not a saved audit: ${reason}`, options)
    this.name = 'HenshiFileError'
  }
} // prettier-ignore

export interface OpenedHenshi {
  audit: Audit
  /** The sender's, marked `unit`: to show, never to apply. */
  decisions: Decision[]
  declarations: Declaration[]
  exhibits: number
}

const PARTS = { 'audit.json': LARGEST_AUDIT, 'decisions.json': LARGEST_LIST, 'declarations.json': LARGEST_LIST } // prettier-ignore
const EXHIBIT = /^exhibits\/([0-9a-f]{64})\.jpg$/
/** Parts of later versions are passed over; anything else, and any path that leads elsewhere, is refused. */
const LATER = /^[a-z][a-z-]{0,40}\.json$/

/**
 * Opens a `.henshi` file somebody sent. Nothing in it is believed: names, sizes, overlaps and count before a byte is
 * inflated; the audit by its schema; pictures only those the audit names, only JPEG. Puts pictures into `exhibits`.
 * Rejects with `HenshiFileError` for what is not a saved audit, with the system's error when it cannot be read.
 */
export async function readHenshi(file: string, exhibits: ExhibitStore): Promise<OpenedHenshi> {
  const zip = await opened(file)
  try {
    const entries = await listed(zip)
    const text = (name: keyof typeof PARTS): Promise<unknown> => jsonOf(zip, entries.get(name), PARTS[name])
    if (!entries.has('audit.json')) throw new HenshiFileError('no-audit')
    const audit = checked(auditSchema, await text('audit.json'))
    const decisions = checked(z.array(decision).max(MOST_DECISIONS), (await text('decisions.json')) ?? [])
    const declarations = checked(z.array(declaration).max(MOST_DECLARATIONS), (await text('declarations.json')) ?? []) // prettier-ignore
    const named = new Set(audit.materials.filter(each => !each.secret).map(({ sha256 }) => sha256))
    let put = 0
    for (const [name, entry] of entries) {
      const sha256 = EXHIBIT.exec(name)?.[1]
      if (sha256 === undefined || !named.has(sha256)) continue
      const bytes = await bytesOf(zip, entry, LARGEST_EXHIBIT)
      if (!isJpeg(bytes)) continue
      await exhibits.put(sha256, bytes)
      put++
    }
    return { audit, decisions: asOfUnit(decisions), declarations, exhibits: put }
  } finally {
    zip.close()
  }
}

function checked<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const read = schema.safeParse(value)
  if (!read.success) throw new HenshiFileError('not-an-audit', { cause: read.error })
  return read.data
}

async function opened(file: string): Promise<ZipFile> {
  try {
    return await yauzl.openPromise(file, {
      autoClose: false,
      strictFileNames: true,
      validateEntrySizes: true
    })
  } catch (error) {
    // A file that cannot be read at all is the system's word, not the sender's fault
    if (typeof (error as NodeJS.ErrnoException).syscall === 'string') throw error
    throw new HenshiFileError('not-a-zip', { cause: error })
  }
}

/** Every entry by its name, after all that can be told without inflating one. */
async function listed(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > MOST_ENTRIES) throw new HenshiFileError('too-large')
  const entries = new Map<string, Entry>()
  let all = 0
  try {
    for await (const entry of zip.eachEntry()) {
      const { fileName: name, uncompressedSize: bytes } = entry
      if (entries.has(name) || !(Object.hasOwn(PARTS, name) || EXHIBIT.test(name) || LATER.test(name)))
        throw new HenshiFileError('names')
      if ((entry.generalPurposeBitFlag & 1) !== 0) throw new HenshiFileError('encrypted')
      all += bytes
      if (bytes > capOf(name) || all > LARGEST_ALL) throw new HenshiFileError('too-large')
      entries.set(name, entry)
    }
  } catch (error) {
    throw error instanceof HenshiFileError ? error : new HenshiFileError('damaged', { cause: error })
  }
  const spans = [...entries.values()].map(each => [each.relativeOffsetOfLocalHeader, each.relativeOffsetOfLocalHeader + 30 + each.compressedSize] as const).sort((a, b) => a[0] - b[0]) // prettier-ignore
  // One compressed run that many entries share is how a small file swells to terabytes
  if (spans.some(([from], i) => i > 0 && from < spans[i - 1]![1])) throw new HenshiFileError('overlapping')
  return entries
}

function capOf(name: string): number {
  return Object.hasOwn(PARTS, name) ? PARTS[name as keyof typeof PARTS] : EXHIBIT.test(name) ? LARGEST_EXHIBIT : LARGEST_LIST // prettier-ignore
}

async function jsonOf(zip: ZipFile, entry: Entry | undefined, cap: number): Promise<unknown> {
  if (!entry) return undefined
  const bytes = await bytesOf(zip, entry, cap)
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown
  } catch (error) {
    throw new HenshiFileError('not-an-audit', { cause: error })
  }
}

/** Bounded by what comes out, whatever the directory declared. */
async function bytesOf(zip: ZipFile, entry: Entry, cap: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let bytes = 0
  try {
    const stream = await zip.openReadStreamPromise(entry)
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      bytes += chunk.length
      if (bytes > cap) throw new HenshiFileError('too-large')
      chunks.push(chunk)
    }
  } catch (error) {
    throw error instanceof HenshiFileError ? error : new HenshiFileError('damaged', { cause: error })
  }
  return Buffer.concat(chunks, bytes)
}

function isJpeg(bytes: Uint8Array): boolean {
  return bytes.length > 3 && bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff
}
