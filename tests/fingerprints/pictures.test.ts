import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { picturesOf } from '../../src/fingerprints/pictures.ts'
import { materialOf } from '../support/evidence.ts'
import { factsOf, pictureMaterial, sceneOf } from '../support/pictures.ts'

const pictureOf = async (bytes: Buffer) => picturesOf([pictureMaterial('1.jpg', await factsOf(bytes))])[0]!
const draw = (svgLike: (x: number, y: number) => number[], width: number, height: number) =>
  sharp(
    Buffer.from(Array.from({ length: width * height }, (_, i) => svgLike(i % width, Math.floor(i / width))).flat()),
    { raw: { width, height, channels: 3 } }
  ).png().toBuffer() // prettier-ignore

describe('pictures', () => {
  it('leaves out what is none', () => {
    expect(picturesOf([materialOf('a.txt')])).toEqual([])
  })

  it('keeps a picture whose pixels were not decoded, for its claims', async () => {
    const facts = { ...(await factsOf(await sceneOf(1))), look: new Uint8Array(0) }
    expect(picturesOf([pictureMaterial('1.heic', facts)])).toEqual([{ material: 0, hash: new Uint32Array(0), detail: 0, nature: 'photo' }]) // prettier-ignore
  })

  it('tells a photograph by its detail', async () => {
    const { nature, detail } = await pictureOf(await sceneOf(2))
    expect(nature).toBe('photo')
    expect(detail).toBeGreaterThan(0.5)
  })

  it('tells a page of writing, an even block, a logo and a line from photographs', async () => {
    const page = await draw((x, y) => (y % 24 < 10 && x > 60 && x < 540 && y > 60 && y < 790 && (x * 7 + y) % 5 < 3 ? [40, 40, 40] : [238, 238, 236]), 600, 850) // prettier-ignore
    const block = await draw(() => [90, 120, 40], 600, 400)
    const logo = await draw((x, y) => ((x - 200) ** 2 + (y - 200) ** 2 < 90 ** 2 ? [200, 20, 30] : [255, 255, 255]), 400, 400) // prettier-ignore
    const line = await draw(x => (x % 40 < 20 ? [0, 0, 0] : [255, 255, 255]), 900, 60)
    expect((await pictureOf(page)).nature).toBe('page')
    for (const mark of [block, logo, line]) expect((await pictureOf(mark)).nature).toBe('mark')
  })

  it('takes a room with white walls for a photograph', async () => {
    const room = await draw((x, y) => (y > 330 ? [120, 80, 50] : x > 220 && x < 300 && y > 150 ? [30, 90, 60] : [246, 246, 248]), 640, 480) // prettier-ignore
    expect((await pictureOf(room)).nature).toBe('photo')
  })

  it('gives a copy saved anew nearly the same hash, another scene another', async () => {
    const scene = await sceneOf(3)
    const copy = await sharp(scene).resize(300).jpeg({ quality: 50 }).toBuffer()
    const bits = (a: Uint32Array, b: Uint32Array) =>
      a.reduce((sum, word, i) => sum + (word ^ b[i]!).toString(2).replaceAll(/[^1]/g, '').length, 0)
    const [one, two, other] = [
      await pictureOf(scene),
      await pictureOf(copy),
      await pictureOf(await sceneOf(4))
    ]
    expect(bits(one.hash, two.hash)).toBeLessThan(20)
    expect(bits(one.hash, other.hash)).toBeGreaterThan(80)
  })

  it('compares a stored thumbnail with the picture, letterboxed or not', async () => {
    const scene = await sceneOf(5)
    const facts = await factsOf(scene)
    const boxed = await sharp(scene)
      .resize(64, 48, { fit: 'fill' })
      .extend({ top: 8, bottom: 8, background: '#000' })
      .toBuffer()
    const agreement = async (inside: Buffer) =>
      picturesOf([pictureMaterial('1.jpg', { ...facts, embeddedLook: (await factsOf(inside)).look })])[0]!.thumbnailAgreement! // prettier-ignore
    expect(await agreement(scene)).toBeGreaterThan(0.98)
    expect(await agreement(boxed)).toBeGreaterThan(0.9)
    expect(await agreement(await sceneOf(6))).toBeLessThan(0.6)
  })
})
