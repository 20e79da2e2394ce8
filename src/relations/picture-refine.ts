import type { Affine } from './picture-affine.ts'
import { cellOf, within, type Box } from './picture-cells.ts'
import { sampleAt } from './picture-sample.ts'
import type { View } from './picture-views.ts'

/** Two views blurred to the same detail. */
export interface Pair {
  inner: Float32Array
  outer: Float32Array
}

/**
 * Gauss–Newton over the six numbers of the map, gain and bias, with far points weighted down. Points in `spared` are
 * left out. Undefined when the map runs away or hardly anything overlaps.
 */
export function refine(
  pair: Pair,
  inner: View,
  outer: View,
  start: Affine,
  rounds: number,
  points: number,
  spared?: Box
): { map: Affine; gain: number; bias: number } | undefined {
  const map = { ...start }
  const startScale = Math.abs(start.a * start.d - start.b * start.c)
  let gain = 1
  let bias = 0
  let spread = 40
  const { width, height } = outer
  const normal = new Float64Array(64)
  const right = new Float64Array(8)
  const row = new Float64Array(8)
  for (let round = 0; round < rounds; round++) {
    normal.fill(0)
    right.fill(0)
    let count = 0
    let residuals = 0
    for (let j = 0; j < points; j++)
      for (let i = 0; i < points; i++) {
        if (spared && within(cellOf(i / points, j / points), spared)) continue
        const x = ((i + 0.5) / points) * inner.width - 0.5
        const y = ((j + 0.5) / points) * inner.height - 0.5
        const u = map.a * x + map.b * y + map.e
        const v = map.c * x + map.d * y + map.f
        if (u < 0 || v < 0 || u >= width - 1 || v >= height - 1) continue
        const u0 = u | 0
        const v0 = v | 0
        const fu = u - u0
        const fv = v - v0
        const at = v0 * width + u0
        const p00 = pair.outer[at]!
        const p10 = pair.outer[at + 1]!
        const p01 = pair.outer[at + width]!
        const p11 = pair.outer[at + width + 1]!
        const value = (p00 * (1 - fu) + p10 * fu) * (1 - fv) + (p01 * (1 - fu) + p11 * fu) * fv
        const gx = ((p10 - p00) * (1 - fv) + (p11 - p01) * fv) * gain
        const gy = ((p01 - p00) * (1 - fu) + (p11 - p10) * fu) * gain
        const residual = sampleAt(pair.inner, inner.width, inner.height, x, y) - (gain * value + bias)
        count++
        residuals += Math.abs(residual)
        const weight = 1 / (1 + (residual / spread) ** 2)
        row[0] = gx * x
        row[1] = gx * y
        row[2] = gx
        row[3] = gy * x
        row[4] = gy * y
        row[5] = gy
        row[6] = value
        row[7] = 1
        for (let p = 0; p < 8; p++) {
          const weighted = row[p]! * weight
          right[p]! += weighted * residual
          for (let q = p; q < 8; q++) normal[p * 8 + q]! += weighted * row[q]!
        }
      }
    if (count < 0.3 * points * points) return undefined
    spread = Math.max(4, 1.5 * (residuals / count))
    const step = solve(normal, right)
    if (!step) return undefined
    map.a += step[0]!
    map.b += step[1]!
    map.e += step[2]!
    map.c += step[3]!
    map.d += step[4]!
    map.f += step[5]!
    gain += step[6]!
    bias += step[7]!
    const change = Math.abs(map.a * map.d - map.b * map.c) / startScale
    if (!(gain > 0.2 && gain < 5 && change > 0.4 && change < 2.5)) return undefined
    const moved =
      Math.abs(step[2]!) +
      Math.abs(step[5]!) +
      32 * (Math.abs(step[0]!) + Math.abs(step[1]!) + Math.abs(step[3]!) + Math.abs(step[4]!))
    if (moved < 0.02) break
  }
  return { map, gain, bias }
}

/** Solves the symmetric 8 × 8 system whose upper half is given, undefined when it has no firm answer. */
function solve(upper: Float64Array, right: Float64Array): Float64Array | undefined {
  const n = 8
  const matrix = new Float64Array(n * n)
  for (let p = 0; p < n; p++)
    for (let q = p; q < n; q++) matrix[p * n + q] = matrix[q * n + p] = upper[p * n + q]!
  const answer = Float64Array.from(right)
  for (let p = 0; p < n; p++) matrix[p * n + p]! *= 1 + 1e-4
  for (let p = 0; p < n; p++) {
    let pivot = p
    for (let q = p + 1; q < n; q++)
      if (Math.abs(matrix[q * n + p]!) > Math.abs(matrix[pivot * n + p]!)) pivot = q
    if (Math.abs(matrix[pivot * n + p]!) < 1e-9) return undefined
    if (pivot !== p) {
      for (let k = 0; k < n; k++) {
        const held = matrix[p * n + k]!
        matrix[p * n + k] = matrix[pivot * n + k]!
        matrix[pivot * n + k] = held
      }
      const held = answer[p]!
      answer[p] = answer[pivot]!
      answer[pivot] = held
    }
    for (let q = p + 1; q < n; q++) {
      const factor = matrix[q * n + p]! / matrix[p * n + p]!
      if (factor === 0) continue
      for (let k = p; k < n; k++) matrix[q * n + k]! -= factor * matrix[p * n + k]!
      answer[q]! -= factor * answer[p]!
    }
  }
  for (let p = n - 1; p >= 0; p--) {
    for (let k = p + 1; k < n; k++) answer[p]! -= matrix[p * n + k]! * answer[k]!
    answer[p]! /= matrix[p * n + p]!
  }
  return answer
}
