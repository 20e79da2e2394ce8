import sharp, { type OverlayOptions } from 'sharp'
import type { Random } from '../random.ts'
import { encodeExif, type Camera, type Drawn } from './encode.ts'

export const CHANGES = [
  'exact',
  'reencoded',
  'resized',
  'cropped',
  'mirrored',
  'rotated',
  'panel',
  'brightened'
] as const
export type Change = (typeof CHANGES)[number]

/** The same picture as somebody saved it again: other bytes, unless the change is `exact`. */
export async function changePicture(
  original: Drawn,
  change: Change,
  random: Random,
  camera?: Camera
): Promise<Drawn> {
  if (change === 'exact') return original
  const quality = random.int(58, 80)
  let image = sharp(original.bytes)
  let { width, height } = original
  if (change === 'resized') {
    width = Math.round(width * (0.35 + random.next() * 0.35))
    image = image.resize(width)
  } else if (change === 'cropped') {
    // 5 to 15 % less on each axis, not always from the middle
    const left = Math.round(width * (0.02 + random.next() * 0.05))
    const top = Math.round(height * (0.02 + random.next() * 0.05))
    width -= left + Math.round(width * (0.03 + random.next() * 0.05))
    height -= top + Math.round(height * (0.03 + random.next() * 0.05))
    image = image.extract({ left, top, width, height })
  } else if (change === 'mirrored') image = image.flop()
  else if (change === 'rotated') image = image.rotate(random.pick([90, 180, 270]))
  else if (change === 'brightened') {
    // a slider that lifts everything, or a curve that spares the highlights
    if (random.chance(0.5)) image = image.modulate({ brightness: 1.08 + random.next() * 0.14 })
    else image = image.gamma(1, 1.15 + random.next() * 0.35)
  } else if (change === 'panel') image = image.composite([panel(width, height, random)])
  if (camera) image = image.withExif(encodeExif(camera, width, height))
  const { data, info } = await image.jpeg({ quality }).toBuffer({ resolveWithObject: true })
  return { bytes: data, width: info.width, height: info.height, format: 'jpeg' }
}

/** The dark panel a watermark camera draws into a corner: a big time, lines of text, 8 to 12 % of the picture. */
export function panel(width: number, height: number, random: Random): OverlayOptions {
  const w = Math.round(width * (0.34 + random.next() * 0.08))
  const h = Math.round(height * (0.22 + random.next() * 0.08))
  const data = Buffer.alloc(w * h * 4)
  const put = (x: number, y: number, rw: number, rh: number, colour: readonly number[]): void => {
    for (let py = Math.max(0, Math.round(y)); py < Math.min(h, y + rh); py++) {
      for (let px = Math.max(0, Math.round(x)); px < Math.min(w, x + rw); px++) {
        data.set(colour, (py * w + px) * 4)
      }
    }
  }
  put(0, 0, w, h, [20, 40, 70, 190])
  put(0, 0, w, Math.max(3, h * 0.03), [250, 200, 40, 255])
  const digit = h * 0.3
  for (let i = 0; i < 5; i++) {
    if (i === 2) put(w * 0.1 + i * digit * 0.62, h * 0.2, 4, digit * 0.6, [255, 255, 255, 255])
    else drawDigit(random.int(0, 9), w * 0.08 + i * digit * 0.62, h * 0.12, digit)
  }
  for (let row = 0; row < 3; row++) {
    for (let i = 0, n = random.int(9, 16); i < n; i++) {
      for (let s = 0; s < 5; s++) put(w * 0.06 + i * h * 0.1 + random.next() * h * 0.05, h * (0.54 + row * 0.15) + random.next() * h * 0.08, s % 2 ? h * 0.05 : 2, s % 2 ? 2 : h * 0.05, [240, 245, 255, 255]) // prettier-ignore
    }
  }
  return { input: data, raw: { width: w, height: h, channels: 4 }, left: Math.round(width * 0.03), top: height - h - Math.round(height * 0.04) } // prettier-ignore

  function drawDigit(value: number, x: number, y: number, size: number): void {
    const bars = SEGMENTS[value]!
    const t = Math.max(2, size * 0.1)
    const wide = size * 0.45
    const white = [255, 255, 255, 255]
    if (bars & 1) put(x, y, wide, t, white)
    if (bars & 2) put(x + wide - t, y, t, size / 2, white)
    if (bars & 4) put(x + wide - t, y + size / 2, t, size / 2, white)
    if (bars & 8) put(x, y + size - t, wide, t, white)
    if (bars & 16) put(x, y + size / 2, t, size / 2, white)
    if (bars & 32) put(x, y, t, size / 2, white)
    if (bars & 64) put(x, y + size / 2, wide, t, white)
  }
}

const SEGMENTS = [63, 6, 91, 79, 102, 109, 125, 7, 127, 111]
