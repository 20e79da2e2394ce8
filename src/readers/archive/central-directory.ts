import { readSync } from 'node:fs'
import { ReadTrouble } from '../../isolation/trouble.ts'

/** One record of a zip's central directory: what the archive declares, nothing of it trusted. */
export interface CentralEntry {
  host: number // system the entry was made on
  flags: number
  method: number
  time: number
  date: number
  crc: number
  packed: number
  size: number
  attributes: number
  offset: number // of the local header, from the start of the file
  name: Buffer
  extra(id: number): Buffer | undefined
}

export interface CentralDirectory {
  entries: CentralEntry[]
  declared: number
  start: number
  /** Why the list ends early. */
  broken?: string
}

/** Above this a directory is no directory: 200,000 entries of 300 bytes are 60 MB. */
const DIRECTORY_BYTES = 128 << 20
const TAIL = 20 + 22 + 0xffff // zip64 locator, end record, longest comment

/**
 * Reads the list of a zip. yauzl gives up on the whole list at one odd entry and needs two reads per entry;
 * here an odd entry costs itself and the list is one read. At most `most` entries are kept.
 * Throws E_CORRUPT when there is no directory.
 */
export function readCentralDirectory(fd: number, bytes: number, most: number): CentralDirectory {
  const end = findEnd(fd, bytes)
  if (end.disk !== 0 && end.disk !== 0xffff)
    throw new ReadTrouble('E_UNSUPPORTED', 'archive in several volumes')
  if (end.size > DIRECTORY_BYTES) throw new ReadTrouble('E_LIMIT_SIZE', 'the list of entries is too large')
  // Something may stand before the archive (a self-extractor): all offsets shift by as much.
  const start = Math.max(0, end.at - end.size)
  const shift = bytesAt(fd, start, 4).equals(CENTRAL) ? start - end.offset : 0
  const list = bytesAt(fd, end.offset + shift, Math.min(end.size, DIRECTORY_BYTES))
  const entries: CentralEntry[] = []
  let at = 0
  // A count that is too low hides nothing: old writers keep the lower 16 bits of a larger one.
  while (entries.length < most && at + 46 <= list.length && list.subarray(at, at + 4).equals(CENTRAL)) {
    const entry = parseEntry(list, at, shift)
    entries.push(entry.entry)
    at = entry.next
  }
  const more = entries.length === most && at < list.length ? 1 : 0
  return {
    entries,
    declared: Math.max(end.count, entries.length + more),
    start: end.offset + shift,
    ...(entries.length < Math.min(end.count, most) && { broken: 'the list of entries is damaged' })
  }
}

const CENTRAL = Buffer.from([0x50, 0x4b, 1, 2])

interface End {
  at: number // where the directory must end
  disk: number
  count: number
  size: number
  offset: number
}

function findEnd(fd: number, bytes: number): End {
  const tailStart = Math.max(0, bytes - TAIL)
  const tail = bytesAt(fd, tailStart, bytes - tailStart)
  const i = endRecord(fd, tail, tailStart)
  if (i < 0 || i + 22 > tail.length)
    throw new ReadTrouble('E_CORRUPT', 'the list of entries is missing (cut short?)')
  const end = {
    at: tailStart + i,
    disk: tail.readUInt16LE(i + 4),
    count: tail.readUInt16LE(i + 10),
    size: tail.readUInt32LE(i + 12),
    offset: tail.readUInt32LE(i + 16)
  }
  if (i >= 20 && tail.readUInt32LE(i - 20) === 0x07064b50)
    return findEnd64(fd, Number(tail.readBigUInt64LE(i - 12)), end)
  return end
}

/** End records looked at; an honest archive has one, a comment that quotes one makes two. */
const END_RECORDS = 64

/** Where the last end record stands that a list of entries goes before; the last of all when none has a list. */
function endRecord(fd: number, tail: Buffer, tailStart: number): number {
  const mark = Buffer.from([0x50, 0x4b, 5, 6])
  const last = tail.lastIndexOf(mark)
  let i = last
  for (let looked = 0; i >= 0 && looked < END_RECORDS; looked++) {
    if (i + 22 <= tail.length) {
      const size = tail.readUInt32LE(i + 12)
      const wide = size === 0xffffffff || tail.readUInt32LE(i + 16) === 0xffffffff
      if (wide || (size > 0 && bytesAt(fd, tailStart + i - size, 4).equals(CENTRAL))) return i
    }
    i = i === 0 ? -1 : tail.lastIndexOf(mark, i - 1)
  }
  return last
}

function findEnd64(fd: number, at: number, end: End): End {
  const record = bytesAt(fd, at, 56)
  if (record.length < 56 || record.readUInt32LE(0) !== 0x06064b50) return end
  return {
    at,
    disk: record.readUInt32LE(16),
    count: Number(record.readBigUInt64LE(32)),
    size: Number(record.readBigUInt64LE(40)),
    offset: Number(record.readBigUInt64LE(48))
  }
}

function parseEntry(list: Buffer, at: number, shift: number): { entry: CentralEntry; next: number } {
  const nameEnd = at + 46 + list.readUInt16LE(at + 28)
  const extraEnd = nameEnd + list.readUInt16LE(at + 30)
  const extras = list.subarray(nameEnd, extraEnd)
  const extra = (id: number) => extraField(extras, id)
  const entry = {
    host: list[at + 5]!,
    flags: list.readUInt16LE(at + 8),
    method: list.readUInt16LE(at + 10),
    time: list.readUInt16LE(at + 12),
    date: list.readUInt16LE(at + 14),
    crc: list.readUInt32LE(at + 16),
    packed: list.readUInt32LE(at + 20),
    size: list.readUInt32LE(at + 24),
    attributes: list.readUInt32LE(at + 38),
    offset: list.readUInt32LE(at + 42),
    name: list.subarray(at + 46, nameEnd),
    extra
  }
  widen(entry, extra(1))
  entry.offset += shift
  return { entry, next: extraEnd + list.readUInt16LE(at + 32) }
}

/** The zip64 field holds, in this order, only what did not fit. */
function widen(entry: { size: number; packed: number; offset: number }, field: Buffer | undefined): void {
  if (!field) return
  let at = 0
  for (const key of ['size', 'packed', 'offset'] as const) {
    if (entry[key] !== 0xffffffff || at + 8 > field.length) continue
    entry[key] = Number(field.readBigUInt64LE(at))
    at += 8
  }
}

function extraField(extras: Buffer, id: number): Buffer | undefined {
  for (let at = 0; at + 4 <= extras.length;) {
    const length = extras.readUInt16LE(at + 2)
    if (extras.readUInt16LE(at) === id) return extras.subarray(at + 4, at + 4 + length)
    at += 4 + length
  }
  return undefined
}

/** Up to `length` bytes from `at`; fewer where the file ends, none from where no file is. */
export function bytesAt(fd: number, at: number, length: number): Buffer {
  const buffer = Buffer.alloc(Math.max(0, length))
  let done = 0
  while (done < length && at >= 0 && Number.isSafeInteger(at)) {
    const read = readSync(fd, buffer, done, length - done, at + done)
    if (read === 0) break
    done += read
  }
  return buffer.subarray(0, done)
}
