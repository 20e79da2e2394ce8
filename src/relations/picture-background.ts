import { LOOK_SIDE, type PictureFacts } from '../model/reading.ts'

const SIDE = 16
const STEP = LOOK_SIDE / SIDE
/** Correlation of coarse looks, and mean difference of colours, from which two pictures seem taken before one background; people in front of it may move. */
const LIKENESS = 0.55
const COLOURS = 26

/** Whether two pictures seem taken at one spot in one light. A hint, no proof: the same room on another day looks alike too. */
export function looksAlike(a: PictureFacts, b: PictureFacts): boolean {
  if (a.look.length === 0 || b.look.length === 0) return false
  let difference = 0
  for (let i = 0; i < a.colours.length; i++) difference += Math.abs(a.colours[i]! - b.colours[i]!)
  if (difference > COLOURS * a.colours.length) return false
  return correlation(coarse(a.look), coarse(b.look)) >= LIKENESS
}

function coarse(look: Uint8Array): Float64Array {
  const small = new Float64Array(SIDE * SIDE)
  for (let y = 0; y < LOOK_SIDE; y++)
    for (let x = 0; x < LOOK_SIDE; x++)
      small[Math.floor(y / STEP) * SIDE + Math.floor(x / STEP)]! += look[y * LOOK_SIDE + x]!
  return small
}

function correlation(a: Float64Array, b: Float64Array): number {
  const [meanA, meanB] = [mean(a), mean(b)]
  let [ab, aa, bb] = [0, 0, 0]
  for (let i = 0; i < a.length; i++) {
    ab += (a[i]! - meanA) * (b[i]! - meanB)
    aa += (a[i]! - meanA) ** 2
    bb += (b[i]! - meanB) ** 2
  }
  return aa * bb > 0 ? ab / Math.sqrt(aa * bb) : 0
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
