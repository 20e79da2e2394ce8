import type { Format } from '../../model/kinds.ts'

/**
 * Whether a file is one volume of an archive in several. `extension` is the last part of the name only, so
 * `.part2.rar` is told by the archive's own flag: bit 0 of the main header (rar 4) or archive flags (rar 5).
 */
export function isVolume(extension: string, head: Buffer, format: Format): boolean {
  if (/^z\d\d$/.test(extension) || /^r\d\d$/.test(extension)) return true
  if (/^\d{3}$/.test(extension)) return ['zip', '7z', 'rar', 'unknown'].includes(format)
  if (head.subarray(0, 4).toString('hex') === '504b0708') return true
  return format === 'rar' && isRarVolume(head)
}

function isRarVolume(head: Buffer): boolean {
  if (head.toString('hex', 0, 7) === '526172211a0700')
    return head.length > 12 && (head.readUInt16LE(10) & 1) === 1
  // rar 5: signature 8, checksum 4, then variable-length numbers: header size, type, header flags, [extra size], archive flags
  let at = 12
  const next = () => {
    let value = 0
    for (let shift = 0; shift < 35 && at < head.length; shift += 7) {
      const byte = head[at++]!
      value |= (byte & 127) << shift
      if (byte < 128) break
    }
    return value
  }
  next()
  if (next() !== 1) return false
  if (next() & 1) next()
  return (next() & 1) === 1
}
