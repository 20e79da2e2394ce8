import { blur, halve } from './picture-blur.ts'
import { lumaOf, type View } from './picture-views.ts'

/**
 * Distinct spots of a picture, each with place, scale, direction and a description of its surroundings that turns
 * and scales with it: the scale-invariant features of Lowe (2004), on a view of 64 pixels, because what must be
 * recognised is the whole scene after cropping or turning, not an object in it.
 */
export interface Features {
  count: number
  x: Float32Array // in pixels of the view
  y: Float32Array
  scale: Float32Array
  angle: Float32Array // radians
  descriptors: Float32Array // count × DESCRIPTOR, unit length
}

export const DESCRIPTOR = 128

/** Most spots kept of one picture, strongest first. More find little more and cost in proportion (measured on 24, 40, 64). */
const MOST = 48
const LEVELS = 6
const STEP = 2 ** (1 / 3)
const BASE = 1
/** Least difference between neighbouring blurs, in luma. */
const LEAST_CONTRAST = 0.5
/** Spots along a straight edge slide on it: ratio of curvatures, as in Lowe. */
const EDGE = 10
const SMALLEST = 10
const BINS = 36
/** A second direction nearly as strong gives a second feature. */
const SECOND = 0.8

/** What later pictures need of one that the index knows: the descriptions stay behind (25 KB a picture). */
export function withoutDescriptors(features: Features): Features {
  return { ...features, descriptors: new Float32Array(0) }
}

interface Spot {
  x: number
  y: number
  level: number
  octave: number
  strength: number
}

export function featuresOf(view: View): Features {
  const octaves: { width: number; height: number; blurred: Float32Array[] }[] = []
  const spots: Spot[] = []
  let { width, height } = view
  // a look is already a little blurred by its making; taken as 0.5
  let base = blur(lumaOf(view), width, height, Math.sqrt(BASE * BASE - 0.25))
  for (let octave = 0; Math.min(width, height) >= SMALLEST; octave++) {
    const blurred = [base]
    for (let level = 1; level < LEVELS; level++) {
      const before = BASE * STEP ** (level - 1)
      blurred.push(blur(blurred[level - 1]!, width, height, before * Math.sqrt(STEP * STEP - 1)))
    }
    octaves.push({ width, height, blurred })
    findSpots(blurred, width, height, octave, spots)
    base = halve(blurred[3]!, width, height)
    width >>= 1
    height >>= 1
  }
  spots.sort((a, b) => b.strength - a.strength || a.octave - b.octave || a.y - b.y || a.x - b.x)
  return describe(spots.slice(0, MOST), octaves)
}

function findSpots(
  blurred: Float32Array[],
  width: number,
  height: number,
  octave: number,
  spots: Spot[]
): void {
  const differences = blurred.slice(1).map((image, i) => {
    const difference = new Float32Array(image.length)
    for (let p = 0; p < image.length; p++) difference[p] = image[p]! - blurred[i]![p]!
    return difference
  })
  for (let level = 1; level < differences.length - 1; level++) {
    const image = differences[level]!
    for (let y = 1; y < height - 1; y++)
      for (let x = 1; x < width - 1; x++) {
        const at = y * width + x
        const value = image[at]!
        if (Math.abs(value) < LEAST_CONTRAST || !isExtreme(differences, level, at, width, value)) continue
        const dxx = image[at + 1]! + image[at - 1]! - 2 * value
        const dyy = image[at + width]! + image[at - width]! - 2 * value
        const dxy =
          (image[at + width + 1]! -
            image[at + width - 1]! -
            image[at - width + 1]! +
            image[at - width - 1]!) /
          4
        const determinant = dxx * dyy - dxy * dxy
        if (determinant <= 0 || (dxx + dyy) ** 2 * EDGE > (EDGE + 1) ** 2 * determinant) continue
        const shiftX = clampHalf(-(image[at + 1]! - image[at - 1]!) / 2 / dxx)
        const shiftY = clampHalf(-(image[at + width]! - image[at - width]!) / 2 / dyy)
        spots.push({ x: x + shiftX, y: y + shiftY, level, octave, strength: Math.abs(value) })
      }
  }
}

function isExtreme(levels: Float32Array[], level: number, at: number, width: number, value: number): boolean {
  for (let l = level - 1; l <= level + 1; l++)
    for (let dy = -width; dy <= width; dy += width)
      for (let dx = -1; dx <= 1; dx++) {
        if (l === level && dy === 0 && dx === 0) continue
        const other = levels[l]![at + dy + dx]!
        if (value > 0 ? other >= value : other <= value) return false
      }
  return true
}

function clampHalf(value: number): number {
  return Number.isFinite(value) ? Math.max(-0.5, Math.min(0.5, value)) : 0
}

function describe(
  spots: readonly Spot[],
  octaves: readonly { width: number; height: number; blurred: Float32Array[] }[]
): Features {
  const found: { spot: Spot; sigma: number; angle: number; descriptor: Float32Array }[] = []
  for (const spot of spots) {
    const { width, height, blurred } = octaves[spot.octave]!
    const image = blurred[spot.level]!
    const sigma = BASE * STEP ** spot.level
    for (const angle of directions(image, width, height, spot, sigma))
      found.push({ spot, sigma, angle, descriptor: surroundings(image, width, height, spot, sigma, angle) })
  }
  const count = found.length
  const features: Features = {
    count,
    x: new Float32Array(count),
    y: new Float32Array(count),
    scale: new Float32Array(count),
    angle: new Float32Array(count),
    descriptors: new Float32Array(count * DESCRIPTOR)
  }
  found.forEach(({ spot, sigma, angle, descriptor }, i) => {
    const size = 1 << spot.octave
    features.x[i] = spot.x * size
    features.y[i] = spot.y * size
    features.scale[i] = sigma * size
    features.angle[i] = angle
    features.descriptors.set(descriptor, i * DESCRIPTOR)
  })
  return features
}

function directions(image: Float32Array, width: number, height: number, spot: Spot, sigma: number): number[] {
  const bins = new Float64Array(BINS)
  const spread = 1.5 * sigma
  const reach = Math.round(3 * spread)
  const cx = Math.round(spot.x)
  const cy = Math.round(spot.y)
  for (let y = Math.max(1, cy - reach); y <= Math.min(height - 2, cy + reach); y++)
    for (let x = Math.max(1, cx - reach); x <= Math.min(width - 2, cx + reach); x++) {
      const at = y * width + x
      const gx = image[at + 1]! - image[at - 1]!
      const gy = image[at + width]! - image[at - width]!
      const distance = (x - spot.x) ** 2 + (y - spot.y) ** 2
      const weight = Math.exp(-distance / (2 * spread * spread)) * Math.sqrt(gx * gx + gy * gy)
      const bin = ((Math.atan2(gy, gx) / (2 * Math.PI)) * BINS + BINS) % BINS
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

/** 4 × 4 places × 8 directions of gradient. */
function surroundings(
  image: Float32Array,
  width: number,
  height: number,
  spot: Spot,
  sigma: number,
  angle: number
): Float32Array {
  const descriptor = new Float32Array(DESCRIPTOR)
  const cell = 3 * sigma
  const cos = Math.cos(angle)
  const sin = Math.sin(angle)
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
      const gx = image[at + 1]! - image[at - 1]!
      const gy = image[at + width]! - image[at - width]!
      const weight = Math.exp(-((u - 1.5) ** 2 + (v - 1.5) ** 2) / 8) * Math.sqrt(gx * gx + gy * gy)
      const turn = (((Math.atan2(gy, gx) - angle) / (2 * Math.PI)) * 8 + 16) % 8
      const [u0, v0, o0] = [Math.floor(u), Math.floor(v), Math.floor(turn)]
      for (let i = 0; i < 8; i++) {
        const [ui, vi, oi] = [u0 + (i & 1), v0 + ((i >> 1) & 1), o0 + (i >> 2)]
        if (ui < 0 || ui > 3 || vi < 0 || vi > 3) continue
        const share = (1 - Math.abs(u - ui)) * (1 - Math.abs(v - vi)) * (1 - Math.abs(turn - oi)) * weight
        descriptor[(vi * 4 + ui) * 8 + (oi % 8)]! += share
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

/** Where a mirrored picture has value `i` of a descriptor: rows of places swap, directions turn the other way. */
export const MIRRORED = Uint8Array.from({ length: DESCRIPTOR }, (_, i) => {
  const [v, u, o] = [i >> 5, (i >> 3) & 3, i & 7]
  return ((3 - v) * 4 + u) * 8 + ((8 - o) & 7)
})
