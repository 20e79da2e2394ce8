/** Luma between pixels, bilinear; beyond the edge the edge’s. */
export function sampleAt(luma: Float32Array, width: number, height: number, x: number, y: number): number {
  const cx = Math.min(width - 1.001, Math.max(0, x))
  const cy = Math.min(height - 1.001, Math.max(0, y))
  const x0 = cx | 0
  const y0 = cy | 0
  const fx = cx - x0
  const fy = cy - y0
  const at = y0 * width + x0
  return (
    (luma[at]! * (1 - fx) + luma[at + 1]! * fx) * (1 - fy) +
    (luma[at + width]! * (1 - fx) + luma[at + width + 1]! * fx) * fy
  )
}
