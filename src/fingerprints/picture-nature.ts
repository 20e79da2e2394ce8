import { LOOK_SIDE, type PictureFacts } from '../model/reading.ts'

/** Blocks of 8 × 8 pixels of the look. */
const BLOCKS = 8
const BLOCK = LOOK_SIDE / BLOCKS
/** Standard deviation of luma from which a block shows something: JPEG noise on an even wall stays under 3 at this size. */
const TEXTURED = 5

/** Share of the look’s 64 blocks that show something, 0 … 1. */
export function detailOf(look: Uint8Array): number {
  let textured = 0
  for (let by = 0; by < BLOCKS; by++)
    for (let bx = 0; bx < BLOCKS; bx++) {
      let sum = 0
      let squares = 0
      for (let y = by * BLOCK; y < (by + 1) * BLOCK; y++)
        for (let x = bx * BLOCK; x < (bx + 1) * BLOCK; x++) {
          const value = look[y * LOOK_SIDE + x]!
          sum += value
          squares += value * value
        }
      const mean = sum / (BLOCK * BLOCK)
      if (squares / (BLOCK * BLOCK) - mean * mean >= TEXTURED * TEXTURED) textured++
    }
  return textured / (BLOCKS * BLOCKS)
}

/** Under this many pixels on the short side it is an icon, a line or a seal; messengers’ smallest photographs are larger. */
const SMALL = 120
/** Banners and lines. Panoramas end near 4. */
const LONG = 5
/** A page is scanned at more than this; smaller white pictures are marks. */
const PAGE_SIDE = 400
const LEAST_DETAIL = 0.06
/** Share of one even colour that also makes the whole border: drawn on a ground rather than photographed. */
const GROUND = 0.55
/** Paper: bright and colourless in nearly every part (a seal or a photograph on the page may take two of 16), one brightness over most of it. Rooms with white walls fail the first. */
const PAPER = { luma: 165, colourless: 30, cells: 14, share: 0.55, margin: 0.7, ground: 176 }

/** Photograph, page of paper, or mark (logo, seal, line, even block). What cannot be told is a photograph. */
export function natureOf(facts: PictureFacts, detail: number): 'photo' | 'page' | 'mark' {
  const short = Math.min(facts.width, facts.height)
  const long = Math.max(facts.width, facts.height)
  if (short < SMALL || long > LONG * short || detail < LEAST_DETAIL) return 'mark'
  if (isPaper(facts)) return short >= PAGE_SIDE ? 'page' : 'mark'
  return onEvenGround(facts.look) ? 'mark' : 'photo'
}

function isPaper({ look, colours }: PictureFacts): boolean {
  let pale = 0
  for (let at = 0; at < colours.length; at += 3) {
    const [red, green, blue] = [colours[at]!, colours[at + 1]!, colours[at + 2]!]
    const spread = Math.max(red, green, blue) - Math.min(red, green, blue)
    if (spread <= PAPER.colourless && (red + green + blue) / 3 >= PAPER.luma) pale++
  }
  if (pale < PAPER.cells) return false
  // paper is one brightness with writing darker on it: over most of the page, or, where writing is dense, at its margins
  const counts = new Uint32Array(32)
  for (const value of look) counts[value >> 3]!++
  const mode = counts.indexOf(Math.max(...counts))
  const isGround = (value: number) => Math.abs((value >> 3) - mode) <= 1
  const ground = look.reduce((count, value) => count + Number(isGround(value)), 0)
  const margin = borderOf(look)
  return (
    mode * 8 >= PAPER.ground &&
    (ground >= PAPER.share * look.length || margin.filter(isGround).length >= PAPER.margin * margin.length)
  )
}

function borderOf(look: Uint8Array): number[] {
  const last = LOOK_SIDE - 1
  const border: number[] = []
  for (let i = 0; i <= last; i++)
    border.push(look[i]!, look[last * LOOK_SIDE + i]!, look[i * LOOK_SIDE]!, look[i * LOOK_SIDE + last]!)
  return border
}

function onEvenGround(look: Uint8Array): boolean {
  const border = borderOf(look).sort((a, b) => a - b)
  const ground = border[border.length >> 1]!
  const same = (value: number) => Math.abs(value - ground) <= 6
  if (border.filter(same).length < 0.95 * border.length) return false
  return look.reduce((count, value) => count + Number(same(value)), 0) >= GROUND * look.length
}
