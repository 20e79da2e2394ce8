import { open } from 'node:fs/promises'
import type { ExpandedTags } from 'exifreader'
import type { Format } from '../../model/kinds.ts'
import type { PictureClaims } from '../../model/reading.ts'
import { claimsOf } from './claims.ts'

export interface Metadata {
  claims: PictureClaims
  thumbnail?: Uint8Array
  width: number // as the header states, before turning; 0 when not stated
  height: number
  readable: boolean // the container could be parsed
}

/** In a jpeg and a heic metadata stand at the head: 256 KB hold Exif, XMP and IPTC of every camera seen, maker notes included. */
const HEAD = 256 * 1024
/** Elsewhere they may stand at the end; beyond this size only the head is looked at. */
const WHOLE = 64 * 1024 * 1024

/** Reads metadata without decoding pixels. Never throws for what the file holds: metadata that do not parse are absent. */
export async function openMetadata(file: string, bytes: number, format: Format): Promise<Metadata> {
  const nothing = { claims: {}, width: 0, height: 0, readable: false }
  const short = format === 'jpeg' || format === 'heic' || bytes > WHOLE
  const head = await readHead(file, short ? Math.min(bytes, HEAD) : bytes)
  try {
    const reader = await import('exifreader')
    const load = reader.load ?? reader.default.load
    const tags = load(head, { expanded: true }) as ExpandedTags
    return {
      claims: claimsOf(tags),
      thumbnail: thumbnailOf(tags),
      width: dimension(tags.file?.['Image Width']?.value),
      height: dimension(tags.file?.['Image Height']?.value),
      readable: true
    }
  } catch {
    return nothing
  }
}

async function readHead(file: string, length: number): Promise<Buffer> {
  const handle = await open(file, 'r')
  try {
    const head = Buffer.alloc(length)
    let filled = 0
    while (filled < length) {
      const { bytesRead } = await handle.read(head, filled, length - filled, filled)
      if (bytesRead === 0) break
      filled += bytesRead
    }
    return head.subarray(0, filled)
  } finally {
    await handle.close()
  }
}

function thumbnailOf(tags: ExpandedTags): Uint8Array | undefined {
  const image = tags.Thumbnail?.image
  return image ? new Uint8Array(image as ArrayBuffer) : undefined
}

function dimension(value: unknown): number {
  return typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : 0
}
