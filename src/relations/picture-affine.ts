import type { View } from './picture-views.ts'

/** Maps a point of the inner picture to the outer one: `x' = a x + b y + e`, `y' = c x + d y + f`, in pixels of the views. */
export interface Affine {
  a: number
  b: number
  c: number
  d: number
  e: number
  f: number
}

export function inverse({ a, b, c, d, e, f }: Affine): Affine {
  const n = a * d - b * c
  return {
    a: d / n,
    b: -b / n,
    c: -c / n,
    d: a / n,
    e: (b * f - d * e) / n,
    f: (c * e - a * f) / n
  }
}

/** Share of the grid points of `inner` that `map` lays on `outer`. */
export function coverage(inner: View, outer: View, map: Affine): number {
  let inside = 0
  for (let j = 0; j < 12; j++)
    for (let i = 0; i < 12; i++) {
      const x = ((i + 0.5) / 12) * inner.width - 0.5
      const y = ((j + 0.5) / 12) * inner.height - 0.5
      const u = map.a * x + map.b * y + map.e
      const v = map.c * x + map.d * y + map.f
      if (u >= -0.5 && v >= -0.5 && u <= outer.width - 0.5 && v <= outer.height - 0.5) inside++
    }
  return inside / 144
}

/** Correlation over a coarse grid: a quick look at whether a hypothesis is worth aligning. −1 when hardly anything overlaps. */
export function glance(inner: View, outer: View, map: Affine): number {
  let n = 0
  let si = 0
  let so = 0
  let sii = 0
  let soo = 0
  let sio = 0
  for (let j = 0; j < 12; j++)
    for (let i = 0; i < 12; i++) {
      const x = Math.round(((i + 0.5) / 12) * inner.width - 0.5)
      const y = Math.round(((j + 0.5) / 12) * inner.height - 0.5)
      const u = Math.round(map.a * x + map.b * y + map.e)
      const v = Math.round(map.c * x + map.d * y + map.f)
      if (u < 0 || v < 0 || u >= outer.width || v >= outer.height) continue
      const p = inner.luma[y * inner.width + x]!
      const q = outer.luma[v * outer.width + u]!
      n++
      si += p
      so += q
      sii += p * p
      soo += q * q
      sio += p * q
    }
  if (n < 72) return -1
  const variance = (sii - (si * si) / n) * (soo - (so * so) / n)
  return variance > 0 ? (sio - (si * so) / n) / Math.sqrt(variance) : 0
}
