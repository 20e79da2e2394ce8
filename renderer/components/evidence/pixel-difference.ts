/** Below this, of 255, a difference is what saving a JPEG again does. */
const NOISE = 24

export interface PixelDifference {
  /** RGBA; what agrees is dim, what differs is bright. */
  pixels: Uint8ClampedArray
  /** Of all pixels, 0 to 1. */
  share: number
}

/** The difference of two pictures of one size, given as RGBA. */
export function pixelDifference(left: Uint8ClampedArray, right: Uint8ClampedArray): PixelDifference {
  const pixels = new Uint8ClampedArray(left.length)
  let differing = 0
  for (let at = 0; at < left.length; at += 4) {
    const apart = Math.max(
      Math.abs(left[at]! - right[at]!),
      Math.abs(left[at + 1]! - right[at + 1]!),
      Math.abs(left[at + 2]! - right[at + 2]!)
    )
    const differs = apart > NOISE
    if (differs) differing++
    const grey = (left[at]! + left[at + 1]! + left[at + 2]!) / 3
    // Orange against dim grey: told apart without red and green.
    pixels[at] = differs ? 255 : grey * 0.3
    pixels[at + 1] = differs ? 200 - apart * 0.4 : grey * 0.3
    pixels[at + 2] = differs ? 40 : grey * 0.3
    pixels[at + 3] = 255
  }
  return { pixels, share: left.length === 0 ? 0 : (4 * differing) / left.length }
}
