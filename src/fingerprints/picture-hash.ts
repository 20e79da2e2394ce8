import { LOOK_SIDE } from '../model/reading.ts'

const FREQUENCIES = 16

/** cos terms of the first 16 frequencies after the mean, over 64 samples. */
const COSINES = Float64Array.from({ length: FREQUENCIES * LOOK_SIDE }, (_, at) => {
  const frequency = Math.floor(at / LOOK_SIDE) + 1
  return Math.cos((Math.PI / LOOK_SIDE) * ((at % LOOK_SIDE) + 0.5) * frequency)
})

/**
 * 256 bits: which of the 16 × 16 lowest frequencies of the look lie above their median (the idea of PDQ, on our own
 * look, so the values are not PDQ’s). Survives re-encoding, resizing and brightness; neither cropping nor turning.
 */
export function hashOfLook(look: Uint8Array): Uint32Array {
  const rows = new Float64Array(FREQUENCIES * LOOK_SIDE)
  for (let f = 0; f < FREQUENCIES; f++)
    for (let y = 0; y < LOOK_SIDE; y++) {
      let sum = 0
      for (let x = 0; x < LOOK_SIDE; x++) sum += COSINES[f * LOOK_SIDE + x]! * look[y * LOOK_SIDE + x]!
      rows[f * LOOK_SIDE + y] = sum
    }
  const terms = new Float64Array(FREQUENCIES * FREQUENCIES)
  for (let fy = 0; fy < FREQUENCIES; fy++)
    for (let fx = 0; fx < FREQUENCIES; fx++) {
      let sum = 0
      for (let y = 0; y < LOOK_SIDE; y++) sum += COSINES[fy * LOOK_SIDE + y]! * rows[fx * LOOK_SIDE + y]!
      terms[fy * FREQUENCIES + fx] = sum
    }
  const sorted = Float64Array.from(terms).sort()
  const median = (sorted[127]! + sorted[128]!) / 2
  const hash = new Uint32Array(8)
  terms.forEach((term, bit) => {
    if (term > median) hash[bit >> 5]! |= 1 << (bit & 31)
  })
  return hash
}
