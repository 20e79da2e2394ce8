import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib'

export interface ZipEntry {
  /** As text (UTF-8 with its flag) or as raw bytes (what old Chinese tools wrote: GBK without a flag). */
  name: string | Uint8Array
  bytes: Uint8Array
  modified?: string // wall clock; absent: 1980-01-01, what office programs write
  stored?: boolean
}

/** A zip with the times we give, so that the same seed gives the same bytes. */
export function writeZip(entries: readonly ZipEntry[]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const utf8 = typeof entry.name === 'string'
    const name = utf8 ? Buffer.from(entry.name as string, 'utf8') : Buffer.from(entry.name)
    const body = entry.stored ? Buffer.from(entry.bytes) : deflateRawSync(entry.bytes, { level: 6 })
    const head = Buffer.alloc(26)
    head.writeUInt16LE(20, 0)
    head.writeUInt16LE(utf8 && /[^\x20-\x7e]/u.test(entry.name as string) ? 0x800 : 0, 2)
    head.writeUInt16LE(entry.stored ? 0 : 8, 4)
    const [time, date] = dosTime(entry.modified)
    head.writeUInt16LE(time, 6)
    head.writeUInt16LE(date, 8)
    head.writeUInt32LE(crc32(entry.bytes), 10)
    head.writeUInt32LE(body.length, 14)
    head.writeUInt32LE(entry.bytes.length, 18)
    head.writeUInt16LE(name.length, 22)
    parts.push(Buffer.from('PK\x03\x04', 'latin1'), head, name, body)
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), head, tail, name)
    offset += 30 + name.length + body.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, listed, end])
}

/** Entries of a zip one of our own libraries has just written: no stranger's bytes come here. */
export function readOwnZip(bytes: Buffer): { name: string; bytes: Buffer }[] {
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  const count = bytes.readUInt16LE(end + 10)
  let at = bytes.readUInt32LE(end + 16)
  return Array.from({ length: count }, () => {
    const nameLength = bytes.readUInt16LE(at + 28)
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength)
    const local = bytes.readUInt32LE(at + 42)
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const body = bytes.subarray(start, start + bytes.readUInt32LE(at + 20))
    const method = bytes.readUInt16LE(at + 10)
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
    return { name, bytes: method === 0 ? Buffer.from(body) : inflateRawSync(body) }
  }).filter(entry => !entry.name.endsWith('/'))
}

function dosTime(moment = '1980-01-01T00:00:00'): [number, number] {
  const [year, month, day] = moment.slice(0, 10).split('-').map(Number) as [number, number, number]
  const [hours, minutes, seconds] = moment.slice(11).split(':').map(Number) as [number, number, number]
  return [(hours << 11) | (minutes << 5) | (seconds >> 1), ((year - 1980) << 9) | (month << 5) | day]
}
