import { load } from './sharp.ts'

/** Tried in turn until the picture fits into a message: 2,000 pixels of noise at 80 are near 2 MB. */
const QUALITIES = [80, 60, 40, 20]
const LARGEST = 1 << 20

/** A JPEG of at most `side` pixels a side, upright, without metadata. Of a damaged file what decodes. */
export async function preview(file: string, side: number, most: number): Promise<Uint8Array> {
  const sharp = await load()
  const { data, info } = await sharp(file, { failOn: 'none', limitInputPixels: most })
    .autoOrient()
    .resize(side, side, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
  const raw = { width: info.width, height: info.height, channels: info.channels as 1 | 3 }
  for (const quality of QUALITIES) {
    const jpeg = await sharp(data, { raw }).jpeg({ quality }).toBuffer()
    if (jpeg.length <= LARGEST) return new Uint8Array(jpeg)
  }
  return new Uint8Array(0)
}
