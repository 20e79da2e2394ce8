/** A small RGB canvas. Coordinates are 0…1 in both directions of the scene; a view says which part is seen. */
export interface Canvas {
  width: number
  height: number
  pixels: Uint8Array // RGB
  view: View
}

/** Where the camera looks: centre and how much of the scene's width and height it sees. */
export interface View {
  x: number
  y: number
  span: number
}

export type Colour = readonly [number, number, number]

export function makeCanvas(width: number, height: number, view: View): Canvas {
  return { width, height, pixels: new Uint8Array(width * height * 3), view }
}

/** Scene coordinates to pixels. */
export function toX(canvas: Canvas, x: number): number {
  return ((x - canvas.view.x) / canvas.view.span + 0.5) * canvas.width
}

export function toY(canvas: Canvas, y: number): number {
  return ((y - canvas.view.y) / canvas.view.span + 0.5) * canvas.height
}

/** Fills from `top` to `bottom` with a gradient and the texture of `noise` (0…1 → −amount…amount). */
export function fillBand(
  canvas: Canvas,
  top: number,
  bottom: number,
  from: Colour,
  to: Colour,
  amount: number,
  noise: (x: number, y: number) => number
): void {
  const { width, height, pixels, view } = canvas
  const first = Math.max(0, Math.floor(toY(canvas, top)))
  const last = Math.min(height, Math.ceil(toY(canvas, bottom)))
  for (let py = first; py < last; py++) {
    const y = ((py + 0.5) / height - 0.5) * view.span + view.y
    const t = Math.min(1, Math.max(0, (y - top) / (bottom - top || 1)))
    const r = from[0] + (to[0] - from[0]) * t
    const g = from[1] + (to[1] - from[1]) * t
    const b = from[2] + (to[2] - from[2]) * t
    for (let px = 0; px < width; px++) {
      const x = ((px + 0.5) / width - 0.5) * view.span + view.x
      const shade = (noise(x, y) - 0.5) * 2 * amount
      const i = (py * width + px) * 3
      pixels[i] = clamp(r + shade)
      pixels[i + 1] = clamp(g + shade)
      pixels[i + 2] = clamp(b + shade * 0.9)
    }
  }
}

/** A filled polygon (any simple one), corners in scene coordinates. */
export function polygon(
  canvas: Canvas,
  corners: readonly (readonly [number, number])[],
  colour: Colour,
  grain = 0
): void {
  const points = corners.map(([x, y]) => [toX(canvas, x), toY(canvas, y)] as const)
  const first = Math.max(0, Math.floor(Math.min(...points.map(point => point[1]))))
  const last = Math.min(canvas.height - 1, Math.ceil(Math.max(...points.map(point => point[1]))))
  for (let py = first; py <= last; py++) {
    const cuts: number[] = []
    points.forEach(([x1, y1], i) => {
      const [x2, y2] = points[(i + 1) % points.length]!
      const y = py + 0.5
      if (y1 > y !== y2 > y) cuts.push(x1 + ((y - y1) * (x2 - x1)) / (y2 - y1))
    })
    cuts.sort((a, b) => a - b)
    for (let k = 0; k + 1 < cuts.length; k += 2) {
      const from = Math.max(0, Math.round(cuts[k]!))
      const to = Math.min(canvas.width, Math.round(cuts[k + 1]!))
      for (let px = from; px < to; px++) dot(canvas, px, py, colour, grain)
    }
  }
}

export function box(
  canvas: Canvas,
  x: number,
  y: number,
  w: number,
  h: number,
  colour: Colour,
  grain = 0
): void {
  polygon(canvas, [[x, y], [x + w, y], [x + w, y + h], [x, y + h]], colour, grain) // prettier-ignore
}

/** An ellipse, shaded from the upper left as a round thing is. */
export function ellipse(
  canvas: Canvas,
  x: number,
  y: number,
  rx: number,
  ry: number,
  colour: Colour,
  grain = 0
): void {
  const cx = toX(canvas, x)
  const cy = toY(canvas, y)
  const wide = (rx / canvas.view.span) * canvas.width
  const high = (ry / canvas.view.span) * canvas.height
  for (let py = Math.max(0, Math.floor(cy - high)); py <= Math.min(canvas.height - 1, cy + high); py++) {
    const dy = (py - cy) / high
    const half = wide * Math.sqrt(Math.max(0, 1 - dy * dy))
    for (let px = Math.max(0, Math.round(cx - half)); px < Math.min(canvas.width, cx + half); px++) {
      const light = 1.08 - 0.16 * ((px - cx) / wide + dy)
      dot(canvas, px, py, [colour[0] * light, colour[1] * light, colour[2] * light], grain)
    }
  }
}

function dot(canvas: Canvas, px: number, py: number, colour: Colour, grain: number): void {
  const i = (py * canvas.width + px) * 3
  const shade = grain ? (hash(px, py) - 0.5) * grain : 0
  canvas.pixels[i] = clamp(colour[0] + shade)
  canvas.pixels[i + 1] = clamp(colour[1] + shade)
  canvas.pixels[i + 2] = clamp(colour[2] + shade)
}

function hash(x: number, y: number): number {
  let h = Math.imul(x, 374_761_393) ^ Math.imul(y, 668_265_263)
  h = Math.imul(h ^ (h >>> 13), 1_274_126_177)
  return ((h ^ (h >>> 16)) >>> 0) / 4_294_967_296
}

/** Smooth noise in scene coordinates, so that the ground stays where it is when the camera moves. */
export function makeNoise(salt: number, scales: readonly number[]): (x: number, y: number) => number {
  return (x, y) => {
    let sum = 0
    let weight = 0
    for (let o = 0; o < scales.length; o++) {
      const share = 1 / (o + 1)
      sum += share * lattice(x * scales[o]!, y * scales[o]!, salt + o * 7919)
      weight += share
    }
    return sum / weight
  }
}

function lattice(x: number, y: number, salt: number): number {
  const ix = Math.floor(x)
  const iy = Math.floor(y)
  const fx = x - ix
  const fy = y - iy
  const sx = fx * fx * (3 - 2 * fx)
  const sy = fy * fy * (3 - 2 * fy)
  const a = hash(ix + salt, iy)
  const b = hash(ix + 1 + salt, iy)
  const c = hash(ix + salt, iy + 1)
  const d = hash(ix + 1 + salt, iy + 1)
  return a + (b - a) * sx + (c - a) * sy + (a - b - c + d) * sx * sy
}

export function clamp(value: number): number {
  return value < 0 ? 0 : value > 255 ? 255 : value
}
