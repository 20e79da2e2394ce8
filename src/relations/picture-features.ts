import { blur, halve } from './picture-blur.ts'
import { DESCRIPTOR, directions, gradientsOf, surroundings, type Gradients } from './picture-descriptors.ts'
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
  const known = new Map<number, Gradients>()
  for (const spot of spots) {
    const { width, height, blurred } = octaves[spot.octave]!
    const key = spot.octave * LEVELS + spot.level
    const gradients = known.get(key) ?? gradientsOf(blurred[spot.level]!, width, height)
    known.set(key, gradients)
    const sigma = BASE * STEP ** spot.level
    for (const angle of directions(gradients, spot, sigma))
      found.push({ spot, sigma, angle, descriptor: surroundings(gradients, spot, sigma, angle) })
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
