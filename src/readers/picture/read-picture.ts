import type { PictureFacts } from '../../model/reading.ts'
import type { Reader, ReaderContext } from '../../isolation/protocol.ts'
import { ReadTrouble } from '../../isolation/trouble.ts'
import { openMetadata } from './metadata.ts'
import { embeddedLook } from './embedded.ts'
import { decode, sizeOf, type Decoded } from './pixels.ts'
import { preview } from './preview.ts'

/**
 * Reads jpeg, png, webp, tiff (first page) and gif (first frame): what it looks like, and what its metadata
 * claims. Of heic only the metadata. Whatever is wrong with the pixels, the metadata that could be read is sent
 * first, so that such a picture is `partly` read. Throws `ReadTrouble` E_CORRUPT, E_UNSUPPORTED, E_LIMIT_PIXELS.
 */
export const pictureReader: Reader = {
  formats: ['jpeg', 'png', 'webp', 'tiff', 'gif', 'heic'],
  pool: 'pictures',
  version: 1,
  read
}

/** 120 megapixels: above every phone and nearly every camera of 2026, and about what a page scanned at 1200 dpi needs. */
const MOST_PIXELS = 120_000_000

/** A larger picture for the window, re-encoded like every picture that leaves this process. */
async function previewPart(
  file: string,
  format: string,
  side: number
): Promise<{ part: 'picture'; picture: PictureFacts }> {
  const size = format === 'heic' ? undefined : await sizeOf(file)
  if (!size) throw new ReadTrouble('E_UNSUPPORTED', 'no picture can be made of it')
  const { width, height } = size
  if (width * height > MOST_PIXELS) throw new ReadTrouble('E_LIMIT_PIXELS', `${width} × ${height} pixels`)
  const none = new Uint8Array(0)
  const thumbnail = await preview(file, side, MOST_PIXELS)
  return { part: 'picture', picture: { width, height, look: none, pixels: '', colours: none, thumbnail, embeddedLook: none, claims: {} } } // prettier-ignore
}

async function read({ file, bytes, format, side, send, beat }: ReaderContext): Promise<void> {
  if (side !== undefined) return send(await previewPart(file, format, side))
  const metadata = await openMetadata(file, bytes, format)
  beat()
  const { claims, thumbnail } = metadata
  const withoutPixels = (width: number, height: number): PictureFacts => ({
    width,
    height,
    look: new Uint8Array(0),
    pixels: '',
    colours: new Uint8Array(0),
    thumbnail: new Uint8Array(0),
    embeddedLook: new Uint8Array(0),
    claims
  })
  const picture = (width: number, height: number, seen: Decoded, inside: Uint8Array) => ({
    ...withoutPixels(width, height),
    ...seen,
    embeddedLook: inside
  })

  if (format === 'heic') {
    await send({ part: 'picture', picture: withoutPixels(metadata.width, metadata.height) })
    throw new ReadTrouble('E_UNSUPPORTED', 'metadata read; pixels of HEIC are not decoded')
  }
  const size = await sizeOf(file)
  if (!size) {
    if (metadata.readable)
      await send({ part: 'picture', picture: withoutPixels(metadata.width, metadata.height) })
    throw new ReadTrouble('E_CORRUPT', 'the picture’s header cannot be read')
  }
  const { width, height } = size
  if (width * height > MOST_PIXELS) {
    await send({ part: 'picture', picture: withoutPixels(width, height) })
    throw new ReadTrouble('E_LIMIT_PIXELS', `${width} × ${height} pixels`)
  }
  const inside = await embeddedLook(thumbnail, claims.orientation)
  beat()
  const outcome = await decode(file, size, MOST_PIXELS)
  await send({
    part: 'picture',
    picture: outcome.decoded
      ? picture(width, height, outcome.decoded, inside)
      : { ...withoutPixels(width, height), embeddedLook: inside }
  })
  if (outcome.trouble) throw new ReadTrouble('E_CORRUPT', outcome.trouble)
}
