export const DESCRIPTOR = 128

const BINS = 36
/** A second direction nearly as strong gives a second description. */
const SECOND = 0.8

export interface Point {
  x: number
  y: number
}

/** How steep a picture is at every point, and which way up. The outermost points have none. */
export interface Gradients {
  width: number
  height: number
  length: Float32Array
  angle: Float32Array
}

export function gradientsOf(image: Float32Array, width: number, height: number): Gradients {
  const length = new Float32Array(image.length)
  const angle = new Float32Array(image.length)
  for (let y = 1; y < height - 1; y++)
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x
      const gx = image[at + 1]! - image[at - 1]!
      const gy = image[at + width]! - image[at - width]!
      length[at] = Math.sqrt(gx * gx + gy * gy)
      angle[at] = Math.atan2(gy, gx)
    }
  return { width, height, length, angle }
}

/** The strongest direction of gradients around a point, and a second one nearly as strong; radians. */
export function directions(
  { width, height, length, angle }: Gradients,
  spot: Point,
  sigma: number
): number[] {
  const bins = new Float64Array(BINS)
  const spread = 1.5 * sigma
  const reach = Math.round(3 * spread)
  const cx = Math.round(spot.x)
  const cy = Math.round(spot.y)
  for (let y = Math.max(1, cy - reach); y <= Math.min(height - 2, cy + reach); y++)
    for (let x = Math.max(1, cx - reach); x <= Math.min(width - 2, cx + reach); x++) {
      const at = y * width + x
      const distance = (x - spot.x) ** 2 + (y - spot.y) ** 2
      const weight = Math.exp(-distance / (2 * spread * spread)) * length[at]!
      const bin = ((angle[at]! / (2 * Math.PI)) * BINS + BINS) % BINS
      const low = Math.floor(bin)
      bins[low % BINS]! += weight * (1 - (bin - low))
      bins[(low + 1) % BINS]! += weight * (bin - low)
    }
  const smooth = bins.map(
    (value, i) => 0.5 * value + 0.25 * (bins[(i + 1) % BINS]! + bins[(i + BINS - 1) % BINS]!)
  )
  const top = Math.max(...smooth)
  const found: { angle: number; value: number }[] = []
  for (let i = 0; i < BINS; i++) {
    const value = smooth[i]!
    const before = smooth[(i + BINS - 1) % BINS]!
    const after = smooth[(i + 1) % BINS]!
    if (value < SECOND * top || value <= before || value < after || top === 0) continue
    const shift = clampHalf((before - after) / (2 * (before + after - 2 * value)))
    found.push({ angle: ((i + shift) / BINS) * 2 * Math.PI, value })
  }
  return found
    .sort((a, b) => b.value - a.value)
    .slice(0, 2)
    .map(({ angle }) => angle)
}

/** 4 × 4 places × 8 directions of gradient around a point, seen along `facing`. */
export function surroundings(
  { width, height, length, angle }: Gradients,
  spot: Point,
  sigma: number,
  facing: number
): Float32Array {
  const descriptor = new Float32Array(DESCRIPTOR)
  const cell = 3 * sigma
  const cos = Math.cos(facing)
  const sin = Math.sin(facing)
  const reach = Math.ceil(cell * 2.5 * Math.SQRT2)
  const cx = Math.round(spot.x)
  const cy = Math.round(spot.y)
  for (let y = Math.max(1, cy - reach); y <= Math.min(height - 2, cy + reach); y++)
    for (let x = Math.max(1, cx - reach); x <= Math.min(width - 2, cx + reach); x++) {
      const dx = x - spot.x
      const dy = y - spot.y
      const u = (cos * dx + sin * dy) / cell + 1.5
      const v = (-sin * dx + cos * dy) / cell + 1.5
      if (u <= -1 || u >= 4 || v <= -1 || v >= 4) continue
      const at = y * width + x
      const weight = Math.exp(-((u - 1.5) ** 2 + (v - 1.5) ** 2) / 8) * length[at]!
      const turn = (((angle[at]! - facing) / (2 * Math.PI)) * 8 + 16) % 8
      const u0 = Math.floor(u)
      const v0 = Math.floor(v)
      const o0 = Math.floor(turn)
      // shared among the two nearest places on each axis and the two nearest directions
      for (let vi = Math.max(0, v0); vi <= v0 + 1 && vi < 4; vi++)
        for (let ui = Math.max(0, u0); ui <= u0 + 1 && ui < 4; ui++) {
          const share = (1 - Math.abs(u - ui)) * (1 - Math.abs(v - vi)) * weight
          const base = (vi * 4 + ui) * 8
          descriptor[base + (o0 & 7)]! += share * (1 - (turn - o0))
          descriptor[base + ((o0 + 1) & 7)]! += share * (turn - o0)
        }
    }
  normalise(descriptor)
  for (let i = 0; i < DESCRIPTOR; i++) descriptor[i] = Math.min(0.2, descriptor[i]!) // one strong edge may not decide
  normalise(descriptor)
  return descriptor
}

function normalise(descriptor: Float32Array): void {
  let sum = 0
  for (const value of descriptor) sum += value * value
  const length = Math.sqrt(sum) || 1
  for (let i = 0; i < DESCRIPTOR; i++) descriptor[i]! /= length
}

function clampHalf(value: number): number {
  return Number.isFinite(value) ? Math.max(-0.5, Math.min(0.5, value)) : 0
}

/** Where a mirrored picture has value `i` of a descriptor: rows of places swap, directions turn the other way. */
export const MIRRORED = Uint8Array.from({ length: DESCRIPTOR }, (_, i) => {
  const [v, u, o] = [i >> 5, (i >> 3) & 3, i & 7]
  return ((3 - v) * 4 + u) * 8 + ((8 - o) & 7)
})
