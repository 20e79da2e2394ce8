import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { pictureReader } from '../../../src/readers/picture/read-picture.ts'
import { wallClock } from '../../../src/readers/picture/claims.ts'
import { turn } from '../../../src/readers/picture/embedded.ts'
import { readWith } from '../../support/reader-context.ts'
import { sceneOf } from '../../support/pictures.ts'

const exif = {
  IFD0: { Make: 'Maker', Model: 'Phone 5', Software: '12.0' },
  IFD2: { DateTimeOriginal: '2024:03:05 14:02:11', OffsetTimeOriginal: '+08:00', SubSecTimeOriginal: '42' },
  IFD3: {
    GPSDateStamp: '2024:03:05', GPSTimeStamp: '6/1 2/1 9/1', GPSLatitudeRef: 'N', GPSLatitude: '30/1 30/1 0/1',
    GPSLongitudeRef: 'E', GPSLongitude: '104/1 0/1 0/1'
  }
} // prettier-ignore

describe('the picture reader', () => {
  it('tells what a jpeg looks like and what its metadata claim', async () => {
    const bytes = await sharp(await sceneOf(1))
      .withExif(exif)
      .jpeg()
      .toBuffer()
    const { pictures, troubles } = await readWith(pictureReader, bytes, { format: 'jpeg' })
    expect(troubles).toEqual([])
    const [picture] = pictures
    expect([picture!.width, picture!.height]).toEqual([640, 480])
    expect([picture!.look.length, picture!.colours.length, picture!.pixels.length]).toEqual([4096, 48, 64])
    expect((await sharp(picture!.thumbnail).metadata()).width).toBe(320)
    expect(picture!.claims).toMatchObject({
      takenAt: '2024-03-05T14:02:11', takenOffset: '+08:00', subSecond: '42', gpsAt: '2024-03-05T06:02:09Z',
      latitude: 30.5, longitude: 104, make: 'Maker', model: 'Phone 5', software: '12.0'
    }) // prettier-ignore
  })

  it.each(['png', 'webp', 'tiff', 'gif'] as const)('reads %s', async format => {
    const bytes = await sharp(await sceneOf(2))
      [format]()
      .toBuffer()
    const { pictures, troubles } = await readWith(pictureReader, bytes, { format })
    expect(troubles).toEqual([])
    expect(pictures[0]!.look.length).toBe(4096)
  })

  it('sees the same pixels behind other metadata, and other pixels behind another encoding', async () => {
    const scene = await sceneOf(3)
    const plain = await readWith(pictureReader, scene, { format: 'jpeg' })
    const tagged = await readWith(pictureReader, await sharp(scene).png().withExif(exif).toBuffer(), {
      format: 'png'
    })
    const alike = await readWith(pictureReader, await sharp(scene).png().toBuffer(), { format: 'png' })
    const again = await readWith(pictureReader, await sharp(scene).jpeg({ quality: 50 }).toBuffer(), {
      format: 'jpeg'
    })
    expect(tagged.pictures[0]!.pixels).toBe(alike.pictures[0]!.pixels)
    expect(again.pictures[0]!.pixels).not.toBe(plain.pictures[0]!.pixels)
  })

  it('turns a picture upright', async () => {
    const scene = await sceneOf(4)
    const lying = await sharp(scene).rotate(270).withMetadata({ orientation: 6 }).toBuffer()
    const upright = (await readWith(pictureReader, scene, { format: 'jpeg' })).pictures[0]!
    const turned = (await readWith(pictureReader, lying, { format: 'jpeg' })).pictures[0]!
    expect([turned.width, turned.height, turned.claims.orientation]).toEqual([640, 480, 6])
    const difference =
      turned.look.reduce((sum, value, i) => sum + Math.abs(value - upright.look[i]!), 0) / 4096
    expect(difference).toBeLessThan(3)
  })

  it('keeps what decodes of a truncated picture, and says so', async () => {
    const scene = await sceneOf(5)
    const { pictures, troubles } = await readWith(pictureReader, scene.subarray(0, scene.length * 0.6), { format: 'jpeg' }) // prettier-ignore
    expect(pictures[0]!.look.length).toBe(4096)
    expect(troubles.map(({ code }) => code)).toEqual(['E_CORRUPT'])
  })

  it('answers for bytes that only look like a picture', async () => {
    for (const bytes of [
      Buffer.from([0xff, 0xd8, 0xff, 0xe0]),
      Buffer.from('\x89PNG\r\n\x1a\n nothing', 'latin1')
    ]) {
      const { pictures, troubles } = await readWith(pictureReader, bytes, { format: 'jpeg' })
      expect(pictures.flatMap(({ look }) => [...look])).toEqual([])
      expect(troubles.map(({ code }) => code)).toEqual(['E_CORRUPT'])
    }
  })

  it('does not decode more than 120 megapixels but tells its size', async () => {
    const huge = await sharp({ create: { width: 12001, height: 10001, channels: 3, background: '#345' } }).png().toBuffer() // prettier-ignore
    const { pictures, troubles } = await readWith(pictureReader, huge, { format: 'png' })
    expect(pictures.map(({ width, height, look }) => [width, height, look.length])).toEqual([
      [12001, 10001, 0]
    ])
    expect(troubles.map(({ code }) => code)).toEqual(['E_LIMIT_PIXELS'])
  })

  it('refuses to draw an svg, whatever it is called', async () => {
    const svg = Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'
    )
    const { troubles } = await readWith(pictureReader, svg, { format: 'png' })
    expect(troubles.map(({ code }) => code)).toEqual(['E_CORRUPT'])
  })
})

describe('a claimed time', () => {
  it.each([
    ['2024:03:05 14:02:11', '2024-03-05T14:02:11'],
    ['2024-03-05T14:02:11.5+08:00', '2024-03-05T14:02:11'],
    ['2024:03:05', '2024-03-05'],
    ['0000:00:00 00:00:00', undefined],
    ['1980:01:01 00:00:00', undefined],
    ['2024:13:05 14:02:11', undefined],
    ['    :  :     :  :  ', undefined],
    [undefined, undefined]
  ])('%s is %s', (written, read) => {
    expect(wallClock(written)).toBe(read)
  })
})

it('turns stored looks by every orientation and back', () => {
  const look = Uint8Array.from({ length: 4096 }, (_, i) => (i * 37 + (i >> 6)) & 255)
  for (const [there, back] of [
    [2, 2],
    [3, 3],
    [4, 4],
    [5, 5],
    [6, 8],
    [7, 7],
    [8, 6]
  ] as const)
    // prettier-ignore
    expect(turn(turn(look, there), back)).toEqual(look)
})
