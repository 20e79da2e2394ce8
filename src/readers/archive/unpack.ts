import { createReadStream } from 'node:fs'
import { crc32, createInflateRaw, inflateRawSync } from 'node:zlib'
import type { Readable } from 'node:stream'
import type { ReaderContext, SpoolFile } from '../../isolation/protocol.ts'
import { ReadTrouble } from '../../isolation/trouble.ts'
import type { Member } from '../../model/reading.ts'
import { bytesAt, type CentralEntry } from './central-directory.ts'
import type { Extent } from './overlaps.ts'

/** One entry's bytes. Films of an hour are 4 GiB; a 1,048,576-row sheet of 16 columns packs into 100 MB. */
const ENTRY_BYTES = 8 * 2 ** 30
/** DEFLATE reaches 1,032; a plain sheet of a million rows is at 10. Only looked at past `RATIO_FROM`. */
const RATIO = 200
const RATIO_FROM = 100 << 20
/** Entries up to this size are unpacked in one go: most are photos and office files. */
const WHOLE = 4 << 20

type Unpacked = Pick<Member, 'bytes' | 'sha256' | 'spool' | 'trouble'>

/**
 * Writes an entry's bytes to the spool folder. What is produced counts, never what is declared. A damaged entry
 * keeps what could be unpacked and says so; one that grows past a ceiling keeps nothing.
 */
export async function unpack(
  fd: number,
  context: ReaderContext,
  entry: CentralEntry,
  extent: Extent
): Promise<Unpacked> {
  if (entry.method !== 0 && entry.method !== 8) {
    return closed(entry, 'E_UNSUPPORTED', `packed with method ${entry.method}`)
  }
  const spool = context.spool()
  try {
    const crc = await produce(fd, context, entry, extent, spool)
    const { sha256, bytes } = spool.close()
    const whole = crc === entry.crc
    return {
      bytes,
      sha256,
      spool: spool.name,
      ...(!whole && { trouble: { code: 'E_CORRUPT', detail: 'the checksum does not fit' } })
    }
  } catch (error) {
    const full = (error as NodeJS.ErrnoException).code === 'ENOSPC'
    if (error instanceof ReadTrouble || full) {
      spool.discard()
      const limit = { code: 'E_LIMIT_SIZE', detail: 'no space left for unpacking' } as const
      const { code, detail } = error instanceof ReadTrouble ? error : limit
      return closed(entry, code, detail)
    }
    const { sha256, bytes } = spool.close()
    const trouble = { code: 'E_CORRUPT' as const, detail: 'the entry is damaged' }
    if (bytes > 0) return { bytes, sha256, spool: spool.name, trouble }
    spool.discard()
    return { bytes: entry.size, sha256: '', trouble }
  }
}

/** What the packed head of an entry may come to; DEFLATE makes a thousandfold at most. */
const HEAD_MOST = 1 << 26

/** The first bytes of an entry, as many as can be had cheaply. */
export function headOf(fd: number, entry: CentralEntry, extent: Extent, length: number): Buffer {
  const packed = bytesAt(fd, extent.data, Math.min(entry.packed, length * 2))
  if (entry.method === 0) return packed.subarray(0, length)
  try {
    // SYNC_FLUSH: an end of input before the end of the stream is no error
    return inflateRawSync(packed, { finishFlush: 2, maxOutputLength: HEAD_MOST }).subarray(0, length)
  } catch {
    return Buffer.alloc(0)
  }
}

function closed(entry: CentralEntry, code: ReadTrouble['code'], detail: string): Unpacked {
  return { bytes: entry.size, sha256: '', trouble: { code, detail } }
}

async function produce(
  fd: number,
  context: ReaderContext,
  entry: CentralEntry,
  extent: Extent,
  spool: SpoolFile
): Promise<number> {
  let crc = 0
  let produced = 0
  const take = (chunk: Uint8Array) => {
    produced += chunk.length
    if (produced > ENTRY_BYTES) throw new ReadTrouble('E_LIMIT_SIZE', `more than ${ENTRY_BYTES} bytes`)
    if (produced > RATIO_FROM && produced > RATIO * entry.packed) {
      throw new ReadTrouble('E_LIMIT_SIZE', `unpacks to more than ${RATIO} times its size`)
    }
    crc = crc32(chunk, crc)
    spool.write(chunk)
    context.beat()
  }
  const whole = entry.packed <= WHOLE && unpackWhole(fd, entry, extent)
  if (whole) take(whole)
  else for await (const chunk of streamOf(fd, entry, extent)) take(chunk as Buffer)
  return crc
}

/** The entry in one go, or false when it does not fit or is damaged: then the stream says how far it goes. */
function unpackWhole(fd: number, entry: CentralEntry, extent: Extent): Uint8Array | false {
  const packed = bytesAt(fd, extent.data, entry.packed)
  if (entry.method === 0) return packed
  try {
    return inflateRawSync(packed, { maxOutputLength: 4 * WHOLE })
  } catch {
    return false
  }
}

function streamOf(fd: number, entry: CentralEntry, extent: Extent): Readable {
  if (entry.packed === 0) return inflate0()
  const stream = createReadStream('', {
    fd,
    autoClose: false,
    start: extent.data,
    end: extent.end - 1,
    highWaterMark: 1 << 18
  })
  if (entry.method === 0) return stream
  const inflated = createInflateRaw({ chunkSize: 1 << 18 })
  stream.on('error', error => inflated.destroy(error))
  return stream.pipe(inflated)
}

/** A deflated entry of no bytes is damaged: even nothing packs into two. */
function inflate0(): Readable {
  const inflated = createInflateRaw()
  inflated.end()
  return inflated
}
