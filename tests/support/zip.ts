import { crc32, deflateRawSync } from 'node:zlib'

/** One entry of a zip written by hand; what is not given is honest. */
export interface ZipEntry {
  name: string | Uint8Array // a string is written as UTF-8 without the flag unless `utf8`
  data?: Uint8Array | string
  utf8?: boolean
  store?: boolean
  /** Already packed bytes, written as they are. */
  packed?: Uint8Array
  declaredSize?: number
  crc?: number
  flags?: number
  host?: number // 0 FAT, 3 Unix
  mode?: number // Unix file mode
  extra?: Uint8Array
  date?: number
  time?: number
  method?: number
  /** Use the local header and bytes of an earlier entry. */
  shareWith?: number
  /** Say in the directory that this many more bytes belong to the entry. */
  longer?: number
}

/** A zip with exactly these entries, however odd. */
export function zip(
  entries: readonly ZipEntry[],
  { before = Buffer.alloc(0) }: { before?: Buffer } = {}
): Buffer {
  const chunks: Buffer[] = [before]
  const directory: Buffer[] = []
  const offsets: { offset: number; packed: number }[] = []
  let at = before.length
  for (const entry of entries) {
    const name = Buffer.from(entry.name as string)
    const data = Buffer.from((entry.data as string) ?? '')
    const packed = Buffer.from(entry.packed ?? (entry.store ? data : deflateRawSync(data)))
    const method = entry.method ?? (entry.store ? 0 : 8)
    const flags = (entry.flags ?? 0) | (entry.utf8 ? 0x800 : 0)
    const extra = Buffer.from(entry.extra ?? [])
    const size = entry.declaredSize ?? data.length
    const shared = entry.shareWith === undefined ? undefined : offsets[entry.shareWith]!
    const place = shared ?? { offset: at, packed: packed.length }
    offsets.push(place)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(flags, 2)
    common.writeUInt16LE(method, 4)
    common.writeUInt16LE(entry.time ?? 0, 6)
    common.writeUInt16LE(entry.date ?? 0x21, 8)
    common.writeUInt32LE(entry.crc ?? crc32(data), 10)
    common.writeUInt32LE(place.packed + (entry.longer ?? 0), 14)
    common.writeUInt32LE(size, 18)
    common.writeUInt16LE(name.length, 22)
    common.writeUInt16LE(extra.length, 24)
    if (!shared) {
      chunks.push(Buffer.from('PK\x03\x04', 'latin1'), common, name, extra, packed)
      at += 30 + name.length + extra.length + packed.length
    }
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(((entry.mode ?? 0) << 16) >>> 0, 6)
    tail.writeUInt32LE(place.offset, 10)
    directory.push(
      Buffer.from([0x50, 0x4b, 1, 2, 20, entry.host ?? (entry.mode === undefined ? 0 : 3)]),
      common,
      tail,
      name,
      extra
    )
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(Math.min(entries.length, 0xffff), 8)
  end.writeUInt16LE(Math.min(entries.length, 0xffff), 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...chunks, list, end])
}

/** GBK bytes of the characters tests need; 構 and 乗 end in 0x5C. */
export const GBK: Record<string, number[]> = {
  照: [0xd5, 0xd5],
  片: [0xc6, 0xac],
  活: [0xbb, 0xee],
  动: [0xb6, 0xaf],
  模: [0xc4, 0xa3],
  乗: [0x81, 0x5c],
  構: [0x98, 0x8b],
  報: [0x88, 0xf3],
  誠: [0xd5, 0x5c]
}

/** A name in GBK, from ASCII and the characters of `GBK`. */
export function gbk(text: string): Buffer {
  return Buffer.from([...text].flatMap(sign => GBK[sign] ?? [sign.charCodeAt(0)]))
}
