import type { Block } from '../../model/reading.ts'
import { CJK, type Line } from './lines.ts'

/** A page as it stands in the file: its number, and the box it is drawn in, in points, upwards. */
export interface PageBox {
  page: number
  left: number
  right: number
  bottom: number
  top: number
}

/** Measures of a page's text. */
interface Measure {
  size: number // of the body: half of the characters are not larger
  pitch: number // usual step from line to line
  left: number
  right: number // where full lines end
}

/** Lines further apart than this many usual steps begin a paragraph. */
const GAP = 1.4
/** A line that starts further in than this many letters begins a paragraph (Chinese: two, Latin: about two). */
const INDENT = 1.2
/** A line that ends this many letters short of the margin ends its paragraph. */
const SHORT = 2.5
/** Letters larger than the body's by this much stand in a heading. */
export const LARGER = 1.15
const TITLE = 1.4
/** A heading is short; a long run of large letters is a slogan or a page of large print. */
const LONGEST_HEADING = 80
/** What stands above a title in its paper: a secrecy mark, the head of an office, a number. Longer lines are text. */
const HEAD = { lines: 4, letters: 30 }
/** The middle of a centred line is this near to the middle of its page, as a share of its width: half a letter of 22 points and a bracket at one end come to less. */
const CENTRED = 0.03

/** Joins a page's lines into paragraphs in the order of drawing; Chinese without spaces, Latin with one. */
export function paragraphsOf(lines: readonly Line[], box: PageBox): Block[] {
  const measure = measureOf(lines)
  const groups: Line[][] = []
  lines.forEach((line, i) => {
    const above = lines[i - 1]
    if (above && goesOn(above, line, measure)) groups.at(-1)!.push(line)
    else groups.push([line])
  })
  const texts = groups.map(joined)
  const text = texts.findIndex(each => each.length > HEAD.letters)
  const upper = Math.min(HEAD.lines, text < 0 ? texts.length : text)
  return groups.map((group, i) => {
    const leads = box.page === 1 || (i <= upper && isCentred(group, box))
    return { text: texts[i]!, style: styleOf(group, measure, leads), page: box.page }
  })
}

/** Papers bound into one file begin at the top of a page, in the middle; slides, which lie across, are no papers. */
function isCentred(lines: readonly Line[], { left, right, bottom, top }: PageBox): boolean {
  const near = (line: Line): boolean => Math.abs(line.left + line.right - left - right) <= 2 * CENTRED * (right - left) // prettier-ignore
  return right - left < top - bottom && lines.every(line => line.angle === 0 && near(line))
}

function measureOf(lines: readonly Line[]): Measure {
  const size = bodySize(lines)
  const body = lines.filter(line => Math.abs(line.size - size) <= 0.15 * size)
  const steps = body.slice(1).map((line, i) => ({ value: body[i]!.across - line.across, weight: 1 }))
  return {
    size,
    pitch: median(steps.filter(step => step.value > 0.5 * size && step.value < 3 * size)) || 1.5 * size,
    left: body.reduce((least, line) => Math.min(least, line.left), Infinity),
    right: body.reduce((most, line) => Math.max(most, line.right), -Infinity)
  }
}

/** Half of the characters are not larger. */
export function bodySize(lines: readonly Line[]): number {
  return median(lines.map(line => ({ value: line.size, weight: line.text.length })))
}

function goesOn(above: Line, line: Line, { pitch, right, left }: Measure): boolean {
  if (above.angle !== line.angle) return false
  if (Math.abs(above.size - line.size) > 0.15 * Math.max(above.size, line.size)) return false
  const step = above.across - line.across
  if (step > Math.max(GAP * pitch, 1.2 * line.size)) return false
  if (step < 0.3 * line.size) return false // beside it, or back at the top of another column
  if (line.left > above.left + INDENT * line.size) return false
  // a body line that hangs back to the margin under an indented first line, or keeps its left edge
  if (above.left > left + 8 * line.size && line.left < above.left - 4 * line.size) return false
  return above.right >= right - Math.max(SHORT * above.size, firstWord(line))
}

/** How much room a Latin line leaves because the next word did not fit. */
function firstWord(line: Line): number {
  const word = /^[\p{Script=Latin}\d'’-]{1,30}/u.exec(line.text)?.[0] ?? ''
  return (word.length + 1) * 0.6 * line.size
}

function joined(lines: readonly Line[]): string {
  let text = ''
  for (const line of lines) {
    const tight =
      text === '' || CJK.test(text.slice(-1)) || CJK.test(line.text.slice(0, 1)) || /\p{L}-$/u.test(text)
    text += (tight ? '' : ' ') + line.text
  }
  return text
}

function styleOf(lines: readonly Line[], { size }: Measure, leads: boolean): Block['style'] {
  const length = lines.reduce((total, line) => total + line.text.length, 0)
  if (length > LONGEST_HEADING || lines[0]!.size < LARGER * size) return 'paragraph'
  return leads && lines[0]!.size >= TITLE * size ? 'title' : 'heading'
}

function median(values: { value: number; weight: number }[]): number {
  const sorted = values.sort((a, b) => a.value - b.value)
  const half = sorted.reduce((total, each) => total + each.weight, 0) / 2
  let passed = 0
  for (const { value, weight } of sorted) {
    passed += weight
    if (passed >= half) return value
  }
  return 0
}
