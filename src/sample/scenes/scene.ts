import { seeded, type Random } from '../random.ts'
import { box, ellipse, fillBand, makeCanvas, makeNoise, polygon, type Canvas, type Colour } from './canvas.ts'

export const SCENES = ['meeting', 'field', 'road', 'river', 'street', 'visit', 'hall', 'yard'] as const
export type SceneKind = (typeof SCENES)[number]

/** One place at one event. Shots of it share walls, ground and things; people and the camera move. */
export interface Scene {
  kind: SceneKind
  seed: string
}

export interface Shot {
  /** Which shot: moves people and, unless `still`, the camera. */
  seed: string
  /** People stand as in the shot of this seed and sway a little: frames of one burst. */
  crowd?: string
  /** A camera that does not move (on a pole, or held for a burst). */
  still?: boolean
  /** Another day: other light, other things passing. */
  light?: number // 0.6 … 1.2
}

const WIDTH = 512
const HIGH = 384

/** Draws a shot at a modest size; encoding scales it up and adds the sensor's noise. */
export function drawShot(scene: Scene, shot: Shot): Canvas {
  const place = seeded(`${scene.seed}/place`)
  const moment = seeded(`${scene.seed}/${shot.seed}`)
  const view = shot.still
    ? { x: 0.5 + (moment.next() - 0.5) * 0.006, y: 0.5 + (moment.next() - 0.5) * 0.006, span: 0.92 }
    : {
        x: 0.5 + (moment.next() - 0.5) * 0.34,
        y: 0.5 + (moment.next() - 0.5) * 0.2,
        span: 0.62 + moment.next() * 0.33
      }
  const canvas = makeCanvas(WIDTH, HIGH, view)
  const horizon = DRAW[scene.kind](canvas, place, moment)
  clutter(canvas, place, horizon, OUTDOORS.has(scene.kind))
  people(
    canvas,
    place,
    shot.crowd ? seeded(`${scene.seed}/${shot.crowd}`) : moment,
    horizon,
    scene.kind,
    shot.crowd ? moment : undefined
  )
  vignette(canvas)
  if (shot.light !== undefined) relight(canvas, shot.light, moment)
  return canvas
}

type Draw = (canvas: Canvas, place: Random, moment: Random) => number

const DRAW: Record<SceneKind, Draw> = {
  meeting(canvas, place) {
    const floor = 0.58 + place.next() * 0.14
    indoor(canvas, place, floor)
    banner(canvas, place, 0.1 + place.next() * 0.1)
    for (let i = 0, n = place.int(1, 3); i < n; i++) table(canvas, place, floor + 0.03 + i * 0.13)
    return floor
  },
  field(canvas, place) {
    const horizon = sky(canvas, place)
    hills(canvas, place, horizon)
    const crop = tone(place, [70, 90, 30], [150, 160, 70])
    ground(canvas, place, horizon, crop, 34)
    const vanish = place.next()
    for (let i = -8, n = place.int(8, 16); i < n; i++) {
      const foot = i * (0.07 + place.next() * 0.06)
      polygon(canvas, [[vanish, horizon], [foot, 1.2], [foot + 0.03, 1.2]], dim(crop, 0.62), 20) // prettier-ignore
    }
    return horizon
  },
  road(canvas, place) {
    const horizon = sky(canvas, place)
    hills(canvas, place, horizon)
    ground(canvas, place, horizon, tone(place, [80, 95, 50], [140, 130, 90]), 30)
    const vanish = 0.2 + place.next() * 0.6
    const left = -0.2 + place.next() * 0.5
    const wide = 0.35 + place.next() * 0.5
    polygon(canvas, [[vanish - 0.02, horizon], [vanish + 0.03, horizon], [left + wide, 1.2], [left, 1.2]], tone(place, [95, 95, 98], [150, 148, 145]), 26) // prettier-ignore
    for (let i = 0, n = place.int(3, 9); i < n; i++)
      tree(canvas, place, place.next(), horizon + place.next() * 0.12)
    house(canvas, place, horizon)
    return horizon
  },
  river(canvas, place, moment) {
    const horizon = sky(canvas, place)
    hills(canvas, place, horizon)
    ground(canvas, place, horizon, tone(place, [85, 100, 60], [135, 125, 85]), 34)
    const water = tone(place, [60, 85, 90], [120, 145, 140])
    const bend = place.next()
    const rise = (moment.next() - 0.5) * 0.05
    polygon(canvas, [[bend, horizon + 0.02], [bend + 0.1 + place.next() * 0.2, horizon + 0.02], [0.75 + place.next() * 0.4 + rise, 1.2], [place.next() * 0.3 - rise, 1.2]], water, 22) // prettier-ignore
    for (let i = 0, n = place.int(2, 7); i < n; i++)
      tree(canvas, place, place.next(), horizon + 0.02 + place.next() * 0.1)
    return horizon
  },
  street(canvas, place) {
    const horizon = sky(canvas, place) + 0.12
    for (let i = 0, n = place.int(3, 7); i < n; i++) house(canvas, place, horizon)
    ground(canvas, place, horizon, tone(place, [120, 118, 112], [175, 170, 160]), 20)
    for (let i = 0, n = place.int(1, 5); i < n; i++) {
      box(canvas, place.next() * 0.9, horizon + 0.05 + place.next() * 0.2, 0.08 + place.next() * 0.1, 0.1 + place.next() * 0.08, tone(place, [30, 60, 40], [180, 190, 200]), 12) // prettier-ignore
    }
    return horizon
  },
  visit(canvas, place) {
    const floor = 0.6 + place.next() * 0.15
    indoor(canvas, place, floor)
    box(
      canvas,
      place.next() * 0.5,
      floor - 0.18,
      0.35 + place.next() * 0.2,
      0.2,
      tone(place, [70, 45, 30], [170, 130, 100]),
      16
    )
    box(
      canvas,
      0.55 + place.next() * 0.2,
      floor - 0.4,
      0.16,
      0.42,
      tone(place, [110, 80, 60], [200, 190, 180]),
      10
    )
    table(canvas, place, floor + 0.08)
    return floor
  },
  hall(canvas, place) {
    const floor = 0.5 + place.next() * 0.12
    indoor(canvas, place, floor)
    for (let i = 0, n = place.int(4, 9); i < n; i++) {
      const x = place.next()
      box(canvas, x, floor - 0.12 - place.next() * 0.2, 0.08 + place.next() * 0.12, 0.3, tone(place, [90, 80, 70], [210, 200, 190]), 14) // prettier-ignore
    }
    banner(canvas, place, 0.06 + place.next() * 0.12)
    return floor
  },
  yard(canvas, place) {
    const horizon = sky(canvas, place) + 0.1
    house(canvas, place, horizon)
    house(canvas, place, horizon)
    ground(canvas, place, horizon, tone(place, [130, 118, 100], [190, 180, 165]), 26)
    for (let i = 0, n = place.int(1, 4); i < n; i++)
      tree(canvas, place, place.next(), horizon + 0.05 + place.next() * 0.2)
    for (let i = 0, n = place.int(3, 8); i < n; i++) {
      ellipse(canvas, place.next(), horizon + 0.1 + place.next() * 0.3, 0.03 + place.next() * 0.05, 0.03 + place.next() * 0.04, tone(place, [60, 50, 40], [200, 180, 150]), 24) // prettier-ignore
    }
    return horizon
  }
}

function tone(random: Random, low: Colour, high: Colour): Colour {
  const t = random.next()
  const part = (i: 0 | 1 | 2): number =>
    low[i] + (high[i] - low[i]) * Math.min(1, Math.max(0, t + (random.next() - 0.5) * 0.14))
  return [part(0), part(1), part(2)]
}

function dim(colour: Colour, by: number): Colour {
  return [colour[0] * by, colour[1] * by, colour[2] * by]
}

function sky(canvas: Canvas, place: Random): number {
  const horizon = 0.26 + place.next() * 0.26
  const cloud = makeNoise(place.int(0, 1e6), [3, 7])
  const top = tone(place, [120, 150, 190], [205, 215, 225])
  fillBand(canvas, -1, horizon + 0.16, top, tone(place, [190, 205, 215], [235, 235, 230]), 26, cloud)
  return horizon
}

function hills(canvas: Canvas, place: Random, horizon: number): void {
  for (let layer = 0; layer < 2; layer++) {
    const colour = tone(place, [70 - layer * 20, 95 - layer * 20, 85 - layer * 25], [130, 150, 140])
    const points: [number, number][] = [[-0.3, horizon + 0.01]]
    for (let x = -0.3; x <= 1.35; x += 0.11)
      points.push([x, horizon - 0.01 - place.next() * (0.15 - layer * 0.06)])
    points.push([1.35, horizon + 0.01])
    polygon(canvas, points, colour, 18)
  }
}

function ground(canvas: Canvas, place: Random, horizon: number, colour: Colour, amount: number): void {
  const noise = makeNoise(place.int(0, 1e6), [5, 23, 90])
  fillBand(canvas, horizon, 1.6, dim(colour, 1.12), dim(colour, 0.78), amount, noise)
}

function indoor(canvas: Canvas, place: Random, floor: number): void {
  const wall = tone(place, [150, 145, 135], [232, 228, 220])
  const noise = makeNoise(place.int(0, 1e6), [1.6, 5, 60])
  fillBand(canvas, -1, floor, dim(wall, 0.72), wall, 30, noise)
  ground(canvas, place, floor, tone(place, [95, 80, 70], [190, 185, 180]), 20)
  boards(canvas, place, floor)
  for (let i = 0, n = place.int(1, 3); i < n; i++) {
    const x = place.next() * 0.95
    const w = 0.1 + place.next() * 0.16
    const h = 0.14 + place.next() * 0.18
    box(canvas, x, 0.12 + place.next() * 0.12, w, h, tone(place, [185, 205, 220], [250, 252, 255]), 6)
    box(canvas, x + w / 2 - 0.004, 0.14, 0.008, h, [120, 118, 115])
  }
}

/** Rules and rosters hung on the wall, as every such room has them. */
function boards(canvas: Canvas, place: Random, floor: number): void {
  let x = -0.1 + place.next() * 0.15
  const top = floor - 0.36 - place.next() * 0.06
  while (x < 1.1) {
    const w = 0.08 + place.next() * 0.1
    const h = 0.16 + place.next() * 0.1
    if (place.chance(0.75)) {
      box(canvas, x, top, w, h, tone(place, [60, 90, 140], [250, 246, 230]), 10)
      box(canvas, x + 0.01, top + 0.012, w - 0.02, 0.02, [190, 40, 40], 8)
      for (let y = top + 0.05; y < top + h - 0.02; y += 0.018) box(canvas, x + 0.012, y, (w - 0.024) * (0.5 + place.next() * 0.5), 0.006, [70, 70, 80]) // prettier-ignore
    }
    x += w + 0.02 + place.next() * 0.16
  }
}

/** A red cloth with light marks where characters would stand. */
function banner(canvas: Canvas, place: Random, y: number): void {
  const x = 0.08 + place.next() * 0.2
  const w = 0.45 + place.next() * 0.35
  box(canvas, x, y, w, 0.07, [178 + place.int(0, 30), 24, 28], 8)
  const marks = place.int(9, 16)
  for (let i = 0; i < marks; i++) {
    const cx = x + ((i + 0.6) / (marks + 0.4)) * w
    for (let stroke = 0; stroke < 4; stroke++) {
      box(canvas, cx + place.next() * 0.014 - 0.01, y + 0.015 + place.next() * 0.03, stroke % 2 ? 0.016 : 0.004, stroke % 2 ? 0.005 : 0.02, [245, 225, 120]) // prettier-ignore
    }
  }
}

function table(canvas: Canvas, place: Random, y: number): void {
  const x = place.next() * 0.35
  const w = 0.4 + place.next() * 0.35
  const colour = tone(place, [95, 60, 35], [185, 140, 100])
  polygon(canvas, [[x + 0.05, y], [x + w - 0.05, y], [x + w, y + 0.07], [x, y + 0.07]], colour, 12) // prettier-ignore
  box(canvas, x + 0.01, y + 0.07, w - 0.02, 0.09, dim(colour, 0.6), 10)
  for (let i = 0, n = place.int(2, 6); i < n; i++) box(canvas, x + 0.06 + place.next() * (w - 0.14), y + 0.01, 0.045, 0.025, [240, 240, 236]) // prettier-ignore
}

function house(canvas: Canvas, place: Random, horizon: number): void {
  const x = place.next() * 1.1 - 0.1
  const w = 0.14 + place.next() * 0.22
  const h = 0.12 + place.next() * 0.22
  const wall = tone(place, [140, 125, 110], [238, 232, 222])
  box(canvas, x, horizon - h, w, h + 0.03, wall, 14)
  polygon(canvas, [[x - 0.02, horizon - h], [x + w / 2, horizon - h - 0.07], [x + w + 0.02, horizon - h]], tone(place, [70, 50, 50], [150, 85, 70]), 14) // prettier-ignore
  for (let i = 0, n = place.int(1, 4); i < n; i++) box(canvas, x + 0.02 + place.next() * (w - 0.06), horizon - h + 0.03 + place.next() * 0.05, 0.03, 0.045, [70, 85, 100]) // prettier-ignore
}

function tree(canvas: Canvas, place: Random, x: number, foot: number): void {
  const h = 0.12 + place.next() * 0.2
  box(canvas, x - 0.006, foot - h * 0.5, 0.012, h * 0.5, [85, 65, 48], 14)
  const leaf = tone(place, [45, 75, 35], [110, 140, 70])
  for (let i = 0; i < 5; i++) ellipse(canvas, x + (place.next() - 0.5) * 0.08, foot - h * (0.5 + place.next() * 0.5), 0.035 + place.next() * 0.03, 0.04 + place.next() * 0.03, leaf, 40) // prettier-ignore
}

/** Things every real place has: they make two places differ where the eye looks first. */
const OUTDOORS = new Set<SceneKind>(['field', 'road', 'river', 'street', 'yard'])

function clutter(canvas: Canvas, place: Random, horizon: number, outdoors: boolean): void {
  for (let i = 0, n = place.int(9, 18); i < n; i++) {
    const x = place.next() * 1.1 - 0.05
    const y = outdoors ? horizon + 0.06 + place.next() * 0.5 : horizon - 0.3 + place.next() * 0.75
    const size = 0.02 + place.next() * place.next() * 0.14
    const colour = tone(place, [45, 42, 40], [215, 208, 196])
    const shape = place.int(0, 2)
    if (shape === 0) box(canvas, x, y, size * (0.5 + place.next()), size, colour, 18)
    else if (shape === 1) ellipse(canvas, x, y, size * 0.5, size * (0.3 + place.next() * 0.4), colour, 22)
    else polygon(canvas, [[x, y + size], [x + size * 0.6, y - size * 0.4], [x + size * 1.3, y + size * 0.8]], colour, 20) // prettier-ignore
  }
}

const COATS: Colour[] = [[32, 36, 48], [180, 40, 40], [50, 80, 140], [90, 90, 88], [215, 120, 30], [225, 225, 220], [60, 110, 70], [120, 85, 60]] // prettier-ignore

function people(
  canvas: Canvas,
  place: Random,
  moment: Random,
  horizon: number,
  kind: SceneKind,
  sway?: Random
): void {
  const vests = place.chance(0.35) ? place.pick(COATS) : undefined
  const count = kind === 'meeting' || kind === 'hall' ? moment.int(5, 11) : moment.int(1, 6)
  const line = Array.from({ length: count }, () => ({
    x: moment.next() + (sway ? (sway.next() - 0.5) * 0.02 : 0),
    depth: moment.next()
  })).sort((a, b) => a.depth - b.depth)
  for (const { x, depth } of line) {
    const size = 0.07 + depth * 0.12
    const foot = Math.min(0.98, horizon + 0.08 + depth * 0.34)
    const coat = vests ?? moment.pick(COATS)
    const top = foot - size * 2.1
    box(canvas, x - size * 0.16, foot - size * 0.95, size * 0.14, size * 0.95, [40, 42, 52], 12)
    box(canvas, x + size * 0.03, foot - size * 0.95, size * 0.14, size * 0.95, [38, 40, 50], 12)
    polygon(canvas, [[x - size * 0.2, top + size * 0.32], [x + size * 0.2, top + size * 0.32], [x + size * 0.26, foot - size * 0.85], [x - size * 0.26, foot - size * 0.85]], coat, 16) // prettier-ignore
    const lean = (moment.next() - 0.5) * size * 0.5
    polygon(canvas, [[x + size * 0.2, top + size * 0.36], [x + size * 0.3, top + size * 0.4], [x + size * 0.32 + lean, top + size * 1.05], [x + size * 0.24 + lean, top + size * 1.05]], dim(coat, 0.85), 12) // prettier-ignore
    ellipse(canvas, x, top + size * 0.16, size * 0.13, size * 0.19, [205, 165, 135], 8)
    ellipse(canvas, x, top + size * 0.05, size * 0.14, size * 0.1, [28, 24, 22], 8)
  }
}

/** Corners are darker, as through any small lens. */
function vignette(canvas: Canvas): void {
  const { width, height, pixels } = canvas
  for (let y = 0, i = 0; y < height; y++) {
    const dy = (y / height - 0.5) * 2
    for (let x = 0; x < width; x++, i += 3) {
      const dx = (x / width - 0.5) * 2
      const by = 1 - 0.13 * (dx * dx + dy * dy)
      pixels[i] = pixels[i]! * by
      pixels[i + 1] = pixels[i + 1]! * by
      pixels[i + 2] = pixels[i + 2]! * by
    }
  }
}

/** Another day: brightness, a slope of light, a cast, and shadows of clouds and leaves that lie elsewhere. */
function relight(canvas: Canvas, light: number, moment: Random): void {
  const { width, height, pixels } = canvas
  const slope = (moment.next() - 0.5) * 0.5
  const warm = 1 + (moment.next() - 0.5) * 0.14
  const shadow = makeNoise(moment.int(0, 1e6), [2.3, 6, 26])
  const depth = 0.25 + moment.next() * 0.35
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i += 3) {
      const shade = 1 + depth * (shadow(x / width, y / height) - 0.5) * 2
      const by = light * shade * (1 + slope * (x / width - 0.5))
      pixels[i] = Math.min(255, pixels[i]! * by * warm)
      pixels[i + 1] = Math.min(255, pixels[i + 1]! * by)
      pixels[i + 2] = Math.min(255, (pixels[i + 2]! * by) / warm)
    }
  }
}
