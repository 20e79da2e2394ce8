import sharp from 'sharp'
import type { Material } from '../../src/model/material.ts'
import { LOOK_SIDE, type PictureClaims, type PictureFacts } from '../../src/model/reading.ts'
import { sha256 } from '../../src/support/hashing.ts'
import { materialOf } from './evidence.ts'

/** A fixed sequence of numbers from 0 to 1. */
export function sequence(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const WIDTH = 640
const HEIGHT = 480

/** A picture of scattered shapes with soft noise; every seed another scene. */
export function sceneOf(seed: number, people = 0): Promise<Buffer> {
  const next = sequence(seed)
  const pixels = Buffer.alloc(WIDTH * HEIGHT * 3)
  const [top, bottom] = [colour(next), colour(next)]
  for (let y = 0; y < HEIGHT; y++)
    for (let x = 0; x < WIDTH; x++)
      for (let c = 0; c < 3; c++)
        pixels[(y * WIDTH + x) * 3 + c] = top[c]! + ((bottom[c]! - top[c]!) * y) / HEIGHT
  for (let i = 0; i < 40; i++) shape(pixels, next)
  if (people > 0) {
    const crowd = sequence(people)
    for (let i = 0; i < 4; i++) shape(pixels, crowd)
  }
  return sharp(pixels, { raw: { width: WIDTH, height: HEIGHT, channels: 3 } })
    .jpeg({ quality: 90 })
    .toBuffer()
}

function colour(next: () => number): number[] {
  return [0, 1, 2].map(() => 30 + Math.floor(next() * 190))
}

function shape(pixels: Buffer, next: () => number): void {
  const fill = colour(next)
  const [cx, cy, rx, ry] = [next() * WIDTH, next() * HEIGHT, 12 + next() * 70, 12 + next() * 60]
  const round = next() < 0.5
  for (let y = Math.max(0, Math.ceil(cy - ry)); y < Math.min(HEIGHT, cy + ry); y++)
    for (let x = Math.max(0, Math.ceil(cx - rx)); x < Math.min(WIDTH, cx + rx); x++)
      if (!round || ((x - cx) / rx) ** 2 + ((y - cy) / ry) ** 2 <= 1)
        for (let c = 0; c < 3; c++) pixels[(y * WIDTH + x) * 3 + c] = fill[c]!
}

/** What a reader would say of a picture, near enough: look and colours from the decoded pixels. */
export async function factsOf(bytes: Buffer, claims: PictureClaims = {}): Promise<PictureFacts> {
  const { width, height } = await sharp(bytes).metadata()
  const rgb = await sharp(bytes).resize(LOOK_SIDE, LOOK_SIDE, { fit: 'fill', kernel: 'linear' }).toColourspace('srgb').removeAlpha().raw().toBuffer() // prettier-ignore
  const look = new Uint8Array(LOOK_SIDE * LOOK_SIDE)
  const sums = new Float64Array(48)
  for (let i = 0; i < look.length; i++) {
    look[i] = (299 * rgb[i * 3]! + 587 * rgb[i * 3 + 1]! + 114 * rgb[i * 3 + 2]! + 500) / 1000
    const cell = (Math.floor(i / LOOK_SIDE / 16) * 4 + Math.floor((i % LOOK_SIDE) / 16)) * 3
    for (let c = 0; c < 3; c++) sums[cell + c]! += rgb[i * 3 + c]! / 256
  }
  const nothing = new Uint8Array(0)
  return { width, height, look, colours: Uint8Array.from(sums), pixels: sha256(rgb), thumbnail: nothing, embeddedLook: nothing, claims } // prettier-ignore
}

/** A material that is a picture; `facts` may be shared by several. */
export function pictureMaterial(path: string, facts: PictureFacts, rest: Partial<Material> = {}): Material {
  return materialOf(path, { kind: 'picture', format: 'jpeg', reading: { picture: facts }, ...rest } as Parameters<typeof materialOf>[1]) // prettier-ignore
}

/** Facts without pixels worth comparing, for tests about times and claims. */
export function plainFacts(claims: PictureClaims, seed = 1): PictureFacts {
  const next = sequence(seed)
  const nothing = new Uint8Array(0)
  const look = Uint8Array.from({ length: LOOK_SIDE * LOOK_SIDE }, () => Math.floor(next() * 255))
  return { width: 4000, height: 3000, look, colours: new Uint8Array(48), pixels: `pixels ${seed}`, thumbnail: nothing, embeddedLook: nothing, claims } // prettier-ignore
}
