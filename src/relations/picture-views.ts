import { LOOK_SIDE } from '../model/reading.ts'

/** Luma at the picture’s true proportions, long side 64, even bars cut away. */
export interface View {
  width: number
  height: number
  luma: Uint16Array // in 1 / UNIT, two bytes a point: views of all pictures are held at once
  trimmed: boolean
}

const UNIT = 128

/** Luma of a view from 0 to 255. */
export function lumaOf(view: View): Float32Array {
  const luma = new Float32Array(view.luma.length)
  for (let i = 0; i < luma.length; i++) luma[i] = view.luma[i]! / UNIT
  return luma
}

/** Bars are rows or columns whose luma varies less than this; drawn and saved at low quality they stay under 1. */
const EVEN = 2.5
/** A run of even lines is a bar when its lines also equal each other this closely: sky has a gradient, a bar has none. */
const LEVEL = 3
/** Lines of a phone’s status bar or caption that may stand between the edge and a bar, of 64. */
const STATUS = 4
/** Bars must take at least this share of a side, and leave at least that much. */
const LEAST_BAR = 0.06
const LEAST_LEFT = 0.2
const SHORTEST = 16

/** The look, freed of even bars (screens around a picture, white borders) and brought back to true proportions. */
export function viewOf(look: Uint8Array, width: number, height: number): View {
  const rows = content(look, LOOK_SIDE, 1, 0, LOOK_SIDE)
  const columns = content(look, 1, LOOK_SIDE, rows.from, rows.to)
  const trimmed = rows.cut || columns.cut
  const realWidth = (width * (columns.to - columns.from)) / LOOK_SIDE
  const realHeight = (height * (rows.to - rows.from)) / LOOK_SIDE
  const scale = LOOK_SIDE / Math.max(realWidth, realHeight, 1)
  const w = Math.max(SHORTEST, Math.min(LOOK_SIDE, Math.round(realWidth * scale)))
  const h = Math.max(SHORTEST, Math.min(LOOK_SIDE, Math.round(realHeight * scale)))
  return { width: w, height: h, luma: resample(look, columns, rows, w, h), trimmed }
}

interface Range {
  from: number
  to: number
  cut: boolean
}

/** The lines between the bars at either edge. `step` leads from line to line, `along` inside one. */
function content(look: Uint8Array, step: number, along: number, low: number, high: number): Range {
  const whole = { from: 0, to: LOOK_SIDE, cut: false }
  const means = new Float64Array(LOOK_SIDE)
  const even = new Uint8Array(LOOK_SIDE)
  for (let line = 0; line < LOOK_SIDE; line++) {
    let sum = 0
    let squares = 0
    for (let i = low; i < high; i++) {
      const value = look[line * step + i * along]!
      sum += value
      squares += value * value
    }
    const count = high - low
    means[line] = sum / count
    even[line] = Number(squares / count - (sum / count) ** 2 <= EVEN * EVEN)
  }
  const from = barFrom(line => ({ even: even[line]! === 1, mean: means[line]! }))
  const to =
    LOOK_SIDE -
    barFrom(line => ({ even: even[LOOK_SIDE - 1 - line]! === 1, mean: means[LOOK_SIDE - 1 - line]! }))
  if (from + LOOK_SIDE - to < LEAST_BAR * LOOK_SIDE || to - from < LEAST_LEFT * LOOK_SIDE) return whole
  const best = { from, to }
  // the line beside a bar is half bar
  if (best.from > 0) best.from++
  if (best.to < LOOK_SIDE) best.to--
  return { ...best, cut: true }
}

/** How many lines from the edge inwards a bar takes, 0 when there is none. Even stretches inside the picture are its own. */
function barFrom(at: (line: number) => { even: boolean; mean: number }): number {
  for (let start = 0; start <= STATUS; start++) {
    let end = start
    while (end < LOOK_SIDE && at(end).even && Math.abs(at(end).mean - at(start).mean) <= LEVEL) end++
    if (end - start >= (start === 0 ? 2 : STATUS)) return end
  }
  return 0
}

/** Averages where it shrinks, interpolates where it grows. */
function resample(look: Uint8Array, columns: Range, rows: Range, width: number, height: number): Uint16Array {
  const across = weights(columns, width)
  const down = weights(rows, height)
  const middle = new Float32Array(width * LOOK_SIDE)
  for (let y = 0; y < LOOK_SIDE; y++)
    for (let x = 0; x < width; x++) {
      let sum = 0
      for (const [at, weight] of across[x]!) sum += look[y * LOOK_SIDE + at]! * weight
      middle[y * width + x] = sum
    }
  const luma = new Uint16Array(width * height)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      let sum = 0
      for (const [at, weight] of down[y]!) sum += middle[at * width + x]! * weight
      luma[y * width + x] = Math.round(sum * UNIT)
    }
  return luma
}

function weights({ from, to }: Range, size: number): [number, number][][] {
  const step = (to - from) / size
  const reach = Math.max(1, step)
  return Array.from({ length: size }, (_, i) => {
    const centre = from + (i + 0.5) * step - 0.5
    const list: [number, number][] = []
    let sum = 0
    for (let at = Math.ceil(centre - reach); at <= Math.floor(centre + reach); at++) {
      const weight = 1 - Math.abs(at - centre) / reach
      if (weight <= 0) continue
      list.push([Math.min(to - 1, Math.max(from, at)), weight])
      sum += weight
    }
    return list.map(([at, weight]) => [at, weight / sum])
  })
}
