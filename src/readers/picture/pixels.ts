import { createHash } from 'node:crypto'
import { LOOK_SIDE, type PictureFacts } from '../../model/reading.ts'
import { load } from './sharp.ts'

export interface Size {
  width: number // upright
  height: number
}

export type Decoded = Pick<PictureFacts, 'look' | 'pixels' | 'colours' | 'thumbnail'>

/** Upright size from the header, undefined when there is none to read. */
export async function sizeOf(file: string): Promise<Size | undefined> {
  const sharp = await load()
  try {
    const { width, height, autoOrient } = await sharp(file, { limitInputPixels: false }).metadata()
    return width > 0 && height > 0 ? { width: autoOrient.width, height: autoOrient.height } : undefined
  } catch {
    return undefined
  }
}

/**
 * Decodes once, at a small size, and takes everything from that. A file whose pixels break off or do not parse
 * gives what decodes, and `trouble`.
 */
export async function decode(
  file: string,
  size: Size,
  most: number
): Promise<{ decoded?: Decoded; trouble?: string }> {
  try {
    return { decoded: await see(file, size, most, 'error') }
  } catch (error) {
    const trouble = reasonOf(error)
    try {
      return { decoded: await see(file, size, most, 'none'), trouble }
    } catch {
      return { trouble }
    }
  }
}

/**
 * Long side of the working image. Shrinking while decoding makes it cheap: a 12 megapixel JPEG takes 38 ms at 384
 * pixels, 60 ms at 512 and 220 ms at full size (measured); an exhibit needs 320.
 */
const WORKING_SIDE = 384
const EXHIBIT_SIDE = 320
const EXHIBIT_QUALITY = 76
const GRID = 4

async function see(file: string, size: Size, most: number, failOn: 'error' | 'none'): Promise<Decoded> {
  const sharp = await load()
  const { data, info } = await sharp(file, { failOn, limitInputPixels: most })
    .autoOrient()
    .resize(WORKING_SIDE, WORKING_SIDE, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' }) // drawn on white, as every viewer of documents does
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
  const raw = { width: info.width, height: info.height, channels: info.channels as 1 | 3 }
  const small = await sharp(data, { raw })
    .resize(LOOK_SIDE, LOOK_SIDE, { fit: 'fill', kernel: 'linear' })
    .toColourspace('srgb')
    .raw()
    .toBuffer()
  const thumbnail = await sharp(data, { raw })
    .resize(EXHIBIT_SIDE, EXHIBIT_SIDE, { fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: EXHIBIT_QUALITY })
    .toBuffer()
  return {
    look: lumaOf(small),
    colours: coloursOf(small),
    pixels: createHash('sha256').update(`${size.width}x${size.height}\n`).update(data).digest('hex'),
    thumbnail: new Uint8Array(thumbnail)
  }
}

/** Luma of RGB pixels, ITU-R BT.601. */
export function lumaOf(rgb: Uint8Array): Uint8Array {
  const count = LOOK_SIDE * LOOK_SIDE
  const channels = rgb.length / count
  const luma = new Uint8Array(count)
  for (let i = 0; i < count; i++) {
    const at = i * channels
    luma[i] =
      channels < 3 ? rgb[at]! : (299 * rgb[at]! + 587 * rgb[at + 1]! + 114 * rgb[at + 2]! + 500) / 1000
  }
  return luma
}

function coloursOf(rgb: Uint8Array): Uint8Array {
  const channels = rgb.length / (LOOK_SIDE * LOOK_SIDE)
  const sums = new Float64Array(GRID * GRID * 3)
  const cell = LOOK_SIDE / GRID
  for (let y = 0; y < LOOK_SIDE; y++)
    for (let x = 0; x < LOOK_SIDE; x++) {
      const at = (y * LOOK_SIDE + x) * channels
      const to = (Math.floor(y / cell) * GRID + Math.floor(x / cell)) * 3
      for (let c = 0; c < 3; c++) sums[to + c]! += rgb[at + (channels < 3 ? 0 : c)]!
    }
  return Uint8Array.from(sums, sum => Math.round(sum / (cell * cell)))
}

function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error)
  // libvips names the file it was given; the report names the material
  return text
    .replace(/\S*[/\\]\S*/g, 'the file')
    .replace(/\s+/g, ' ')
    .slice(0, 120)
}
