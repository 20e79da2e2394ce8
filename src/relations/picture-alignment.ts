import type { Affine } from './picture-affine.ts'
import { blur } from './picture-blur.ts'
import { compare, grown, type Agreement } from './picture-cells.ts'
import { refine, type Pair } from './picture-refine.ts'
import { lumaOf, type View } from './picture-views.ts'

/** Points a side that are laid over each other: roughly, then exactly. */
const FEW_POINTS = 18
const POINTS = 36
const ROUNDS = 14
const FINAL_ROUNDS = 6
/** Cells that must tell something away from the panel. */
const LEAST_FAR = 6

/**
 * Aligns from a hypothesis (Gauss–Newton over an affine map, gain and bias, outliers weighted down), then compares
 * cell by cell. Undefined when the alignment runs away or hardly overlaps.
 */
export function align(inner: View, outer: View, start: Affine): Agreement | undefined {
  const scale = Math.sqrt(Math.abs(start.a * start.d - start.b * start.c))
  if (!(scale > 0.2 && scale < 5)) return undefined
  // both are brought to the detail of the coarser one
  const coarse = matched(inner, outer, scale, 1.6)
  const rough = refine(coarse, inner, outer, start, ROUNDS, FEW_POINTS)
  if (!rough || hopeless(coarse, inner, outer, rough.map, rough.gain, rough.bias)) return undefined
  const fine = matched(inner, outer, scale, 0.8)
  const exact = refine(fine, inner, outer, rough.map, FINAL_ROUNDS, POINTS)
  const found = exact && compare(fine, inner, outer, exact.map, exact.gain, exact.bias)
  if (!found?.panel) return found
  // once more without the panel, which pulls at the alignment
  const beside = refine(fine, inner, outer, found.map, FINAL_ROUNDS, POINTS, found.panel)
  const rest = beside && compare(fine, inner, outer, beside.map, beside.gain, beside.bias, grown(found.panel))
  if (!beside) return found
  const { gain, bias } = beside
  return {
    ...found,
    gain,
    bias,
    beside: rest && rest.agreement === 1 && rest.cells >= LEAST_FAR ? rest.closeness : 0
  }
}

/** Fewer agreeing cells than this after the rough alignment never become enough. */
const HOPE = 0.45

function hopeless(pair: Pair, inner: View, outer: View, map: Affine, gain: number, bias: number): boolean {
  const rough = compare(pair, inner, outer, map, gain, bias)
  return !rough || rough.agreement < HOPE
}

function matched(inner: View, outer: View, scale: number, sigma: number): Pair {
  return {
    inner: blur(lumaOf(inner), inner.width, inner.height, scale < 1 ? sigma / scale : sigma),
    outer: blur(lumaOf(outer), outer.width, outer.height, scale > 1 ? sigma * scale : sigma)
  }
}
