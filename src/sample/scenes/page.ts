import sharp from 'sharp'
import { seeded, type Random } from '../random.ts'
import type { Drawn } from './encode.ts'

const WIDE = 840
const HIGH = 1188

export type PageKind = 'letter' | 'table' | 'signatures'

/**
 * A scanned page: lines of strokes that look like writing and are none, rules of a table, a red seal. No system
 * font is needed and no reader finds text in it.
 */
export async function drawPage(kind: PageKind, seed: string): Promise<Drawn> {
  const random = seeded(seed)
  const paper = 236 + random.int(0, 14)
  const pixels = Buffer.alloc(WIDE * HIGH * 3, Uint8Array.of(paper, paper, paper - 5))
  const page: Page = { pixels, random, ink: [38, 38, 44] }

  line(page, 200 + random.int(0, 60), 110, random.int(8, 16), 34) // heading
  if (kind === 'letter') letter(page)
  else grid(page, kind)
  if (random.chance(0.7))
    seal(page, 560 + random.int(0, 80), 900 + random.int(0, 120), 62 + random.int(0, 14))
  speckle(page)

  const image = sharp(pixels, { raw: { width: WIDE, height: HIGH, channels: 3 } })
    .rotate((random.next() - 0.5) * 1.6, { background: { r: paper, g: paper, b: paper - 5 } })
    .resize(WIDE, HIGH, { fit: 'cover' })
  return { bytes: await image.jpeg({ quality: 62 }).toBuffer(), width: WIDE, height: HIGH, format: 'jpeg' }
}

interface Page {
  pixels: Buffer
  random: Random
  ink: readonly [number, number, number]
}

function letter(page: Page): void {
  const { random } = page
  const lines = random.int(14, 24)
  for (let i = 0; i < lines; i++) {
    const last = random.chance(0.22)
    line(page, i === 0 || last ? 150 : 100, 220 + i * 36, last ? random.int(6, 20) : 27, 22)
  }
  line(page, 520, 1040, 9, 22)
}

function grid(page: Page, kind: PageKind): void {
  const { random } = page
  const rows = random.int(12, 20)
  const edges = [80]
  while (edges.at(-1)! < 620) edges.push(edges.at(-1)! + random.int(60, 200))
  edges.push(760)
  const high = Math.floor(860 / rows)
  for (let r = 0; r <= rows; r++) rule(page, 80, 180 + r * high, 680, true)
  for (const x of edges) rule(page, x, 180, rows * high, false)
  for (let r = 0; r < rows; r++) {
    edges.slice(0, -1).forEach((x, c) => {
      if (kind === 'signatures' && c === edges.length - 2 && r > 0)
        return scrawl(page, x + 12, 180 + r * high + high / 2)
      const fits = Math.floor((edges[c + 1]! - x - 16) / 20)
      if (fits > 0) line(page, x + 8, 180 + r * high + 10, random.int(1, fits), 18)
    })
  }
}

/** A line of `count` make-believe characters of `size` pixels. */
function line(page: Page, x: number, y: number, count: number, size: number): void {
  const { random } = page
  for (let i = 0; i < count; i++) {
    const left = x + i * size * 1.12
    if (random.chance(0.06)) continue
    const strokes = random.int(4, 9)
    for (let s = 0; s < strokes; s++) {
      const across = random.chance(0.55)
      const sx = left + random.next() * size * (across ? 0.25 : 0.85)
      const sy = y + random.next() * size * (across ? 0.9 : 0.3)
      fill(page, sx, sy, across ? size * (0.4 + random.next() * 0.45) : Math.max(1.6, size * 0.08), across ? Math.max(1.4, size * 0.07) : size * (0.35 + random.next() * 0.5), page.ink) // prettier-ignore
    }
  }
}

function scrawl(page: Page, x: number, y: number): void {
  const { random } = page
  let px = x
  let py = y
  for (let i = 0; i < 90; i++) {
    px += random.next() * 1.7
    py += (random.next() - 0.5) * 7 + (y - py) * 0.12
    fill(page, px, py, 2.2, 2.2, [30, 34, 90])
  }
}

function rule(page: Page, x: number, y: number, length: number, across: boolean): void {
  fill(page, x, y, across ? length : 1.6, across ? 1.6 : length, page.ink)
}

function seal(page: Page, cx: number, cy: number, radius: number): void {
  const red = [205, 40, 44] as const
  for (let a = 0; a < 720; a++) {
    const angle = (a * Math.PI) / 360
    for (const r of [radius, radius - 1, radius - 2]) fill(page, cx + Math.cos(angle) * r, cy + Math.sin(angle) * r, 1.5, 1.5, red) // prettier-ignore
  }
  for (let i = 0; i < 9; i++) {
    const angle = Math.PI * (0.85 + i * 0.16)
    for (let s = 0; s < 5; s++) fill(page, cx + Math.cos(angle) * radius * 0.74 + page.random.int(-8, 8), cy + Math.sin(angle) * radius * 0.74 + page.random.int(-8, 8), s % 2 ? 10 : 2, s % 2 ? 2 : 10, red) // prettier-ignore
  }
  fill(page, cx - 12, cy - 4, 24, 9, red)
}

function speckle(page: Page): void {
  for (let i = 0; i < 900; i++) {
    const shade = page.random.int(120, 220)
    fill(page, page.random.int(0, WIDE - 2), page.random.int(0, HIGH - 2), 1, 1, [shade, shade, shade])
  }
}

function fill(
  page: Page,
  x: number,
  y: number,
  w: number,
  h: number,
  [r, g, b]: readonly [number, number, number]
): void {
  for (let py = Math.max(0, Math.round(y)); py < Math.min(HIGH, Math.round(y + Math.max(1, h))); py++) {
    for (let px = Math.max(0, Math.round(x)); px < Math.min(WIDE, Math.round(x + Math.max(1, w))); px++) {
      const i = (py * WIDE + px) * 3
      page.pixels[i] = r
      page.pixels[i + 1] = g
      page.pixels[i + 2] = b
    }
  }
}
