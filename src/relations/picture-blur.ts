/** Gaussian blur of a picture, edges repeated. `sigma` in pixels; at most 0.3 changes nothing. */
export function blur(luma: Float32Array, width: number, height: number, sigma: number): Float32Array {
  if (sigma <= 0.3) return luma
  const reach = Math.min(Math.ceil(sigma * 3), Math.max(width, height))
  const kernel = new Float32Array(2 * reach + 1)
  let sum = 0
  for (let i = -reach; i <= reach; i++) sum += kernel[i + reach] = Math.exp(-(i * i) / (2 * sigma * sigma))
  for (let i = 0; i < kernel.length; i++) kernel[i]! /= sum
  const across = pass(luma, width, height, kernel, reach, 1)
  return pass(across, width, height, kernel, reach, width)
}

function pass(
  from: Float32Array,
  width: number,
  height: number,
  kernel: Float32Array,
  reach: number,
  step: number
): Float32Array {
  const to = new Float32Array(from.length)
  const last = (step === 1 ? width : height) - 1
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const base = y * width + x
      const at = step === 1 ? x : y
      let sum = 0
      if (at >= reach && at + reach <= last)
        for (let i = -reach; i <= reach; i++) sum += kernel[i + reach]! * from[base + i * step]!
      else
        for (let i = -reach; i <= reach; i++) {
          const near = at + i < 0 ? 0 : at + i > last ? last : at + i
          sum += kernel[i + reach]! * from[base + (near - at) * step]!
        }
      to[base] = sum
    }
  return to
}

/** Every second pixel of every second row. */
export function halve(luma: Float32Array, width: number, height: number): Float32Array {
  const w = width >> 1
  const h = height >> 1
  const half = new Float32Array(w * h)
  for (let y = 0; y < h; y++) for (let x = 0; x < w; x++) half[y * w + x] = luma[2 * y * width + 2 * x]!
  return half
}
