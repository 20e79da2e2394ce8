import { LOOK_SIDE } from '../../model/reading.ts'
import { lumaOf } from './pixels.ts'
import { load } from './sharp.ts'

/** Thumbnails in metadata are at most 64 KB by the Exif standard, 160 × 120; cameras go to a megapixel, no further. */
const MOST_PIXELS = 4_000_000

/**
 * Luma of the thumbnail stored in the metadata, turned as the picture is; empty when there is none or it does not
 * decode (which says nothing: many programs leave a broken one behind).
 */
export async function embeddedLook(thumbnail: Uint8Array | undefined, orientation = 1): Promise<Uint8Array> {
  if (!thumbnail || thumbnail.length === 0) return new Uint8Array(0)
  try {
    const sharp = await load()
    const small = await sharp(thumbnail, { limitInputPixels: MOST_PIXELS })
      .resize(LOOK_SIDE, LOOK_SIDE, { fit: 'fill', kernel: 'linear' })
      .toColourspace('srgb')
      .raw({ depth: 'uchar' })
      .toBuffer()
    return turn(lumaOf(small), orientation)
  } catch {
    return new Uint8Array(0)
  }
}

/** Turns a stored square picture upright by its Exif orientation, 1 … 8. */
export function turn(look: Uint8Array, orientation: number): Uint8Array {
  const last = LOOK_SIDE - 1
  const from: Record<number, (x: number, y: number) => [number, number]> = {
    2: (x, y) => [last - x, y],
    3: (x, y) => [last - x, last - y],
    4: (x, y) => [x, last - y],
    5: (x, y) => [y, x],
    6: (x, y) => [y, last - x],
    7: (x, y) => [last - y, last - x],
    8: (x, y) => [last - y, x]
  }
  const source = from[orientation]
  if (!source) return look
  const turned = new Uint8Array(look.length)
  for (let y = 0; y < LOOK_SIDE; y++)
    for (let x = 0; x < LOOK_SIDE; x++) {
      const [sx, sy] = source(x, y)
      turned[y * LOOK_SIDE + x] = look[sy * LOOK_SIDE + sx]!
    }
  return turned
}
