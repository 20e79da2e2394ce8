import type { PictureGroup } from '../model/evidence.ts'
import type { PictureFacts } from '../model/reading.ts'
import { coverage, inverse, type Affine } from './picture-affine.ts'
import { align } from './picture-alignment.ts'
import type { Shot } from './picture-candidates.ts'
import type { Agreement } from './picture-cells.ts'

export type Change = PictureGroup['changes'][number]

export interface Link {
  a: number
  b: number
  agreement: number
  changes: readonly Change[]
}

interface Side {
  shot: Shot
  facts: PictureFacts
  times: ReadonlySet<string> | undefined
}

/** Least number of cells that tell something, and the share of the picture they must span: a panel both wear is not a picture they share. */
const LEAST_CELLS = 11
const SPREAD = 0.55
/** Agreeing share of telling cells: as it stands, and where the rest is one panel or lies at the rim. */
const AGREES = 0.9
const AGREES_BUT_PART = 0.5
/** One picture must lie wholly on the other, and cover this much of it: 20 % cut from every side leaves 36 %. */
const WHOLE = 0.88
const LEAST_COVER = 0.3
/** An alignment that squeezes or shears more than this is not what phones and editors do. */
const SQUEEZE = 1.35
const SHEAR = 0.16
/**
 * Mean correlation of the agreeing cells. Two copies of the whole frame need no resampling and stay above .998 after
 * re-encoding and resizing, with a panel too once that is set aside; frames of a burst and of a fixed camera lie
 * between .97 and .9965 (measured on drawn and real scenes). What was cropped, turned or brightened is resampled or
 * clipped and stays above .97, where the agreement of nearly all cells must carry the proof.
 */
const CLOSE = { whole: 0.997, toned: 0.97, changed: 0.94, besideInWhole: 0.9975, besideInCropped: 0.984 }
const WHOLE_FRAME = 0.97
/** Mean luma this far apart, or colour against none: brightness or colour was edited, or the light was another. */
const SAME_LIGHT = 0.05
const COLOURLESS = 8
const SAME_GAIN = 0.04

/** Whether two pictures show one shot, by aligning their looks. Different capture times make it a scene, not a shot. */
export function sameShot(
  later: Side,
  earlier: Side,
  maps: readonly Affine[]
): Omit<Link, 'a' | 'b'> | undefined {
  if (differentTimes(later.times, earlier.times)) return undefined
  for (const map of maps) {
    const onto = coverage(later.shot.view, earlier.shot.view, map)
    const back = coverage(earlier.shot.view, later.shot.view, inverse(map))
    const agreement =
      onto >= back
        ? align(later.shot.view, earlier.shot.view, map)
        : align(earlier.shot.view, later.shot.view, inverse(map))
    if (agreement && accepts(agreement, circumstances(later, earlier)))
      return {
        agreement:
          Math.round(
            (agreement.panel ? agreement.beside : agreement.agreement * agreement.closeness) * 1000
          ) / 1000,
        changes: changesOf(agreement, later.facts, earlier.facts)
      }
  }
  return undefined
}

export interface Circumstances {
  trimmed: boolean // bars were cut from one of the two, which leaves its edges uncertain
  toned: boolean // brightness or colour differ as a whole
}

export function accepts(found: Agreement, { trimmed, toned }: Circumstances): boolean {
  if (found.cells < LEAST_CELLS || found.spread < SPREAD || !isPlain(found.map)) return false
  const [least, most] = [Math.min(found.inner, found.outer), Math.max(found.inner, found.outer)]
  if (most < WHOLE || least < LEAST_COVER) return false
  const whole = least >= WHOLE_FRAME && !trimmed
  if (found.panel) {
    // whoever lays a panel over a picture leaves its light alone; a fixed camera sees another hour of the day
    const near =
      found.beside >= (whole ? CLOSE.besideInWhole : CLOSE.besideInCropped) &&
      (!whole || Math.abs(found.gain - 1) <= SAME_GAIN)
    if (near) return found.agreement >= AGREES_BUT_PART
  }
  if (found.closeness < (!whole ? CLOSE.changed : toned ? CLOSE.toned : CLOSE.whole)) return false
  return found.agreement >= (found.framed && !whole ? AGREES_BUT_PART : AGREES)
}

function circumstances(a: Side, b: Side): Circumstances {
  const [first, second] = [meanOf(a.facts.look), meanOf(b.facts.look)]
  return {
    trimmed: a.shot.view.trimmed || b.shot.view.trimmed,
    toned:
      Math.abs(first - second) > SAME_LIGHT * Math.max(first, second) ||
      isColourless(a.facts.colours) !== isColourless(b.facts.colours)
  }
}

function meanOf(look: Uint8Array): number {
  return look.reduce((sum, value) => sum + value, 0) / look.length
}

function isColourless(colours: Uint8Array): boolean {
  for (let at = 0; at < colours.length; at += 3) {
    const cell = colours.subarray(at, at + 3)
    if (Math.max(...cell) - Math.min(...cell) > COLOURLESS) return false
  }
  return true
}

/** The two claimed capture times are known and have none in common: frames of a burst, or another day. */
function differentTimes(a: ReadonlySet<string> | undefined, b: ReadonlySet<string> | undefined): boolean {
  if (!a || !b) return false
  for (const at of a) if (b.has(at)) return false
  return true
}

function isPlain({ a, b, c, d }: Affine): boolean {
  const first = Math.hypot(a, c)
  const second = Math.hypot(b, d)
  const squeeze = Math.max(first / second, second / first)
  return squeeze <= SQUEEZE && Math.abs(a * b + c * d) / (first * second) <= SHEAR
}

function changesOf(found: Agreement, later: PictureFacts, earlier: PictureFacts): Change[] {
  const { map, gain, bias } = found
  const mirrored = map.a * map.d - map.b * map.c < 0
  const turn = Math.abs(Math.atan2(mirrored ? -map.c : map.c, mirrored ? -map.a : map.a))
  const whole = Math.min(found.inner, found.outer) >= 0.95
  const size = (facts: PictureFacts) => facts.width * facts.height
  const changes: Change[] = ['reencoded']
  if (whole && Math.abs(size(later) / size(earlier) - 1) > 0.02) changes.push('resized')
  if (!whole) changes.push('cropped')
  if (turn > 0.025) changes.push('rotated')
  if (mirrored) changes.push('mirrored')
  if (found.panel) changes.push('overlaid')
  if (Math.abs(gain - 1) > 0.12 || Math.abs(bias) > 12) changes.push('brightened')
  return changes
}
