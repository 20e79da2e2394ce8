import { coverage, inverse, type Affine } from './picture-affine.ts'
import type { Pair } from './picture-refine.ts'
import { sampleAt } from './picture-sample.ts'
import type { View } from './picture-views.ts'

export interface Agreement {
  /** Share of telling cells that agree, 0 … 1. */
  agreement: number
  /** Mean correlation over agreeing cells. */
  closeness: number
  cells: number // telling cells
  spread: number // share of the picture that the agreeing cells span
  /** The box of cells in which all that differs lies, when that is one panel at an edge. */
  panel: Box | undefined
  /** Mean correlation away from the panel, aligned without it; 0 when not all agrees there. */
  beside: number
  framed: boolean // all that differs lies in the outermost ring of cells
  inner: number // share of the inner picture that lies on the outer one
  outer: number // share of the outer picture covered
  gain: number
  bias: number
  map: Affine
}

const CELLS = 6
/** Standard deviation of luma from which a cell tells something. */
const TELLING = 3.5
/** Correlation of a telling cell that agrees. Copies after JPEG, resizing and our own alignment stay above .9; people who moved drop below .8. */
const AGREES = 0.85
/** Two even cells agree within this many luma levels after gain and bias are taken out. */
const EVEN_CELLS = 20
/** Largest share of cells one laid-over panel may take (20 % of the area, grown to whole cells). */
const PANEL = 0.36
/** Cells that must agree beside a panel, and inside the outermost ring of 20. */
const LEAST_BESIDE = 11
const LEAST_INSIDE = 11
const MOST_INSIDE = 0

const PER_CELL = 8
/** Luma at which a sensor or an editor gives up: black wedges of a turned copy, blown-out sky. Such points tell nothing. */
const BLACK = 4
const WHITE = 249

/** Compares two aligned views cell by cell, `spared` left out. Undefined when nothing agrees. */
export function compare(
  pair: Pair,
  inner: View,
  outer: View,
  map: Affine,
  gain: number,
  bias: number,
  spared?: Box
): Agreement | undefined {
  const side = CELLS * PER_CELL
  const cells = new Uint8Array(CELLS * CELLS) // 0 tells nothing, 1 agrees, 2 differs
  let closeness = 0
  for (let cell = 0; cell < cells.length; cell++) {
    if (spared && within(cell, spared)) continue
    const [cy, cx] = [Math.floor(cell / CELLS), cell % CELLS]
    let [n, si, so, sii, soo, sio] = [0, 0, 0, 0, 0, 0]
    for (let point = 0; point < PER_CELL * PER_CELL; point++) {
      const [j, i] = [Math.floor(point / PER_CELL), point % PER_CELL]
      const x = ((cx * PER_CELL + i + 0.5) / side) * inner.width - 0.5
      const y = ((cy * PER_CELL + j + 0.5) / side) * inner.height - 0.5
      const u = map.a * x + map.b * y + map.e
      const v = map.c * x + map.d * y + map.f
      if (u < -0.5 || v < -0.5 || u > outer.width - 0.5 || v > outer.height - 0.5) continue
      const p = sampleAt(pair.inner, inner.width, inner.height, x, y)
      const there = sampleAt(pair.outer, outer.width, outer.height, u, v)
      if (p < BLACK || there < BLACK || p > WHITE || there > WHITE) continue
      const q = gain * there + bias
      n++
      si += p
      so += q
      sii += p * p
      soo += q * q
      sio += p * q
    }
    if (n < (PER_CELL * PER_CELL) / 2) continue
    const vi = sii / n - (si / n) ** 2
    const vo = soo / n - (so / n) ** 2
    if (Math.max(vi, vo) < TELLING * TELLING) {
      if (Math.abs(si - so) / n > EVEN_CELLS) cells[cell] = 2
      continue
    }
    const correlation = vi * vo > 0 ? (sio / n - (si / n) * (so / n)) / Math.sqrt(vi * vo) : 0
    const ratio = Math.sqrt(vi / Math.max(vo, 1e-6))
    const agrees = correlation >= AGREES && ratio > 0.6 && ratio < 1.7
    cells[cell] = agrees ? 1 : 2
    if (agrees) closeness += correlation
  }
  const agreeing = cells.filter(state => state === 1).length
  const telling = cells.filter(state => state > 0).length
  if (agreeing === 0) return undefined
  return {
    agreement: agreeing / telling,
    closeness: closeness / agreeing,
    cells: telling,
    spread: areaOf(cells, 1) / cells.length,
    panel: panelOf(cells),
    beside: 0,
    framed: insideFrame(cells),
    inner: coverage(inner, outer, map),
    outer: coverage(outer, inner, inverse(map)),
    gain,
    bias,
    map
  }
}

export interface Box {
  top: number
  left: number
  bottom: number
  right: number
  count: number
}

function boxOf(cells: Uint8Array, state: number): Box {
  const box = { top: CELLS, left: CELLS, bottom: -1, right: -1, count: 0 }
  cells.forEach((value, at) => {
    if (value !== state) return
    const [y, x] = [Math.floor(at / CELLS), at % CELLS]
    box.top = Math.min(box.top, y)
    box.bottom = Math.max(box.bottom, y)
    box.left = Math.min(box.left, x)
    box.right = Math.max(box.right, x)
    box.count++
  })
  return box
}

function areaOf(cells: Uint8Array, state: number): number {
  const { top, left, bottom, right, count } = boxOf(cells, state)
  return count === 0 ? 0 : (bottom - top + 1) * (right - left + 1)
}

/** The one rectangle at an edge that the differing cells fill, as a watermark’s panel does, while enough agrees around it. */
function panelOf(cells: Uint8Array): Box | undefined {
  const box = boxOf(cells, 2)
  const { top, left, bottom, right, count } = box
  if (count === 0) return undefined
  const area = (bottom - top + 1) * (right - left + 1)
  const atEdge = top === 0 || left === 0 || bottom === CELLS - 1 || right === CELLS - 1
  const beside = cells.filter((state, at) => state === 1 && !within(at, box)).length
  return atEdge && area <= PANEL * cells.length && count >= 0.5 * area && beside >= LEAST_BESIDE
    ? box
    : undefined
}

/** Do all cells agree but some of the outermost ring, which a border, a slight turn or a screen’s bars spoil? */
function insideFrame(cells: Uint8Array): boolean {
  const middle = { top: 1, left: 1, bottom: CELLS - 2, right: CELLS - 2, count: 0 }
  const agreeing = cells.filter((state, at) => state === 1 && within(at, middle)).length
  const differing = cells.filter((state, at) => state === 2 && within(at, middle)).length
  return differing <= MOST_INSIDE && agreeing >= LEAST_INSIDE
}

export function within(at: number, { top, left, bottom, right }: Box): boolean {
  const [y, x] = [Math.floor(at / CELLS), at % CELLS]
  return y >= top && y <= bottom && x >= left && x <= right
}

/** The cell of a point given from 0 to 1. */
export function cellOf(x: number, y: number): number {
  return Math.floor(y * CELLS) * CELLS + Math.floor(x * CELLS)
}

/** One cell wider on every side. */
export function grown({ top, left, bottom, right, count }: Box): Box {
  return { top: top - 1, left: left - 1, bottom: bottom + 1, right: right + 1, count }
}
