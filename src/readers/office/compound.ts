import { open, type FileHandle } from 'node:fs/promises'

/** Directory sectors walked at most: 16 MB of a 4 KB-sector file, far more names than any document has. */
const MOST_SECTORS = 4096
const FREE = 0xfffffffa // this and above are marks, not sectors

/**
 * Names of the streams and storages in an OLE compound file (xls, doc, or an encrypted OOXML package), in
 * directory order. Broken or foreign files give what could be read, possibly nothing.
 */
export async function compoundNames(file: string): Promise<string[]> {
  const handle = await open(file, 'r')
  try {
    const header = await readAt(handle, 0, 512)
    if (header.length < 512 || header.toString('hex', 0, 8) !== 'd0cf11e0a1b11ae1') return []
    const shift = header.readUInt16LE(30)
    if (shift !== 9 && shift !== 12) return []
    return await walkDirectory(handle, header, 1 << shift)
  } finally {
    await handle.close()
  }
}

async function walkDirectory(handle: FileHandle, header: Buffer, size: number): Promise<string[]> {
  const names: string[] = []
  const seen = new Set<number>()
  let sector = header.readUInt32LE(48)
  while (sector < FREE && !seen.has(sector) && seen.size < MOST_SECTORS) {
    seen.add(sector)
    const bytes = await readAt(handle, (sector + 1) * size, size)
    for (let at = 0; at + 128 <= bytes.length; at += 128) {
      const length = bytes.readUInt16LE(at + 64)
      if (bytes[at + 66] !== 0 && length >= 2 && length <= 64)
        names.push(bytes.toString('utf16le', at, at + length - 2))
    }
    sector = await nextSector(handle, header, sector, size)
  }
  return names
}

/** The allocation table's own sectors are listed in the header (109 of them: 6.8 MB of file and up); further ones are not followed. */
async function nextSector(handle: FileHandle, header: Buffer, sector: number, size: number): Promise<number> {
  const perSector = size / 4
  const listed = Math.floor(sector / perSector)
  if (listed >= 109) return FREE
  const table = header.readUInt32LE(76 + 4 * listed)
  if (table >= FREE) return FREE
  const entry = await readAt(handle, (table + 1) * size + 4 * (sector % perSector), 4)
  return entry.length === 4 ? entry.readUInt32LE(0) : FREE
}

async function readAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length)
  const { bytesRead } = await handle.read(buffer, 0, length, position)
  return buffer.subarray(0, bytesRead)
}
