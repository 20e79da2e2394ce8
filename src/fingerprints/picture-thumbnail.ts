import { LOOK_SIDE, type PictureFacts } from '../model/reading.ts'

/** Compared on this many points a side: below it details of sharpening and chroma do not matter. */
const POINTS = 24
/** How much of one picture the other may show on one axis: bars above and below a 4:3 thumbnail of a 3:2 or 16:9 picture, or the sides cut off. */
const SHOWN = [1, 8 / 9, 3 / 4]
const SHIFTS = [-1 / 32, 0, 1 / 32]

/**
 * Best correlation of the picture with the thumbnail in its own metadata, over quarter turns, letterbox cuts both
 * ways and small shifts, −1 … 1. Undefined when there is no thumbnail. Unaligned comparison accuses one innocent
 * camera in eight (field notes, E1).
 */
export function thumbnailAgreement({ look, embeddedLook }: PictureFacts): number | undefined {
  if (embeddedLook.length === 0 || look.length === 0) return undefined
  let best = -1
  for (let turns = 0; turns < 4; turns++)
    for (const shown of SHOWN)
      for (const cut of shown === 1 ? ['none'] : ['wide', 'high', 'wideInside', 'highInside'])
        for (const shiftX of SHIFTS)
          for (const shiftY of SHIFTS) {
            const [width, height] = [cut.startsWith('wide') ? shown : 1, cut.startsWith('high') ? shown : 1]
            const inside = cut.endsWith('Inside')
            const whole = { width: 1, height: 1, shiftX: 0, shiftY: 0 }
            const part = { width, height, shiftX, shiftY }
            const a = sample(look, 0, inside ? part : whole)
            const b = sample(embeddedLook, turns, inside ? whole : part)
            best = Math.max(best, correlation(a, b))
          }
  return Math.round(best * 1000) / 1000
}

function sample(
  look: Uint8Array,
  turns: number,
  part: { width: number; height: number; shiftX: number; shiftY: number }
): Float64Array {
  const values = new Float64Array(POINTS * POINTS)
  for (let row = 0; row < POINTS; row++)
    for (let column = 0; column < POINTS; column++) {
      let x = 0.5 + part.width * ((column + 0.5) / POINTS - 0.5) + part.shiftX
      let y = 0.5 + part.height * ((row + 0.5) / POINTS - 0.5) + part.shiftY
      for (let turn = 0; turn < turns; turn++) [x, y] = [1 - y, x]
      values[row * POINTS + column] = at(look, x, y)
    }
  return values
}

/** Mean of 3 × 3 pixels around a point given from 0 to 1. */
function at(look: Uint8Array, x: number, y: number): number {
  const cx = Math.min(LOOK_SIDE - 2, Math.max(1, Math.round(x * LOOK_SIDE - 0.5)))
  const cy = Math.min(LOOK_SIDE - 2, Math.max(1, Math.round(y * LOOK_SIDE - 0.5)))
  let sum = 0
  for (let dy = -1; dy <= 1; dy++)
    for (let dx = -1; dx <= 1; dx++) sum += look[(cy + dy) * LOOK_SIDE + cx + dx]!
  return sum / 9
}

function correlation(a: Float64Array, b: Float64Array): number {
  const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length
  const [meanA, meanB] = [mean(a), mean(b)]
  let ab = 0
  let aa = 0
  let bb = 0
  for (let i = 0; i < a.length; i++) {
    const [da, db] = [a[i]! - meanA, b[i]! - meanB]
    ab += da * db
    aa += da * da
    bb += db * db
  }
  return aa * bb > 0 ? ab / Math.sqrt(aa * bb) : 0
}
