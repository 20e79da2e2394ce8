import { withoutRadicals } from './radicals.ts'
/** What pdfjs gives for a run of text; positions in points, y upwards. */
export interface TextRun {
  str: string
  transform: readonly number[]
  width: number
  height: number
  hasEOL: boolean
}

/** A line as it stands on the page, in the direction of its own writing: `along` it, `across` rising upwards. */
export interface Line {
  text: string
  left: number
  right: number
  across: number
  size: number // height of the letters
  angle: number // degrees, to the nearest right angle or ten
}

/** Ideographs and the punctuation set among them: no space between these. */
export const CJK = /[\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\u{20000}-\u{3ffff}]/u

/** A step across by more than this share of the letters' height is another line; superscripts stay below it. */
const OTHER_LINE = 0.55
/** A gap wider than this share of the height is a space between Latin words … */
const WORD_GAP = 0.2
/** … and between ideographs only from here on: justified Chinese is spread by less. */
const CJK_GAP = 0.8

/** Joins runs into lines, in the order of the page's own drawing. */
export class LineBuilder {
  readonly lines: Line[] = []
  private line: Line | undefined
  private spaced = false

  add(run: TextRun): void {
    const [a = 1, b = 0, c = 0, d = 1, x = 0, y = 0] = run.transform
    const text = withoutRadicals(run.str).replace(/[\p{Cc}\p{Co}\u200b\ufeff\ufffe\uffff]+/gu, '')
    const length = Math.hypot(a, b)
    const [ux, uy] = length > 0 ? [a / length, b / length] : [1, 0]
    const size = Math.hypot(c, d) || run.height || length || 1
    const along = x * ux + y * uy
    const across = y * ux - x * uy
    const angle = Math.round((Math.atan2(uy, ux) * 18) / Math.PI) * 10
    if (text.trim() === '') {
      this.spaced ||= text !== ''
    } else {
      const line = this.line
      if (!line || !continues(line, along, across, size, angle)) this.begin(along, across, size, angle)
      this.append(text, along, run.width, size)
    }
    if (run.hasEOL) this.end()
  }

  end(): void {
    const line = this.line
    this.line = undefined
    this.spaced = false
    if (!line) return
    line.text = unspread(line.text.replace(/\s+/gu, ' ').trim())
    if (line.text !== '') this.lines.push(line)
  }

  private begin(along: number, across: number, size: number, angle: number): void {
    this.end()
    this.line = { text: '', left: along, right: along, across, size, angle }
  }

  private append(text: string, along: number, width: number, size: number): void {
    const line = this.line!
    const gap = (along - line.right) / line.size
    const ideographs = CJK.test(line.text.slice(-1)) && CJK.test(text.slice(0, 1))
    const space = ideographs ? gap > CJK_GAP : this.spaced || gap > WORD_GAP
    line.text += (space && line.text !== '' ? ' ' : '') + text
    line.right = Math.max(line.right, along + width)
    line.size = Math.max(line.size, size)
    this.spaced = false
  }
}

function continues(line: Line, along: number, across: number, size: number, angle: number): boolean {
  const step = Math.abs(across - line.across)
  return (
    angle === line.angle &&
    step <= OTHER_LINE * Math.max(size, line.size) &&
    along >= line.right - 2 * line.size
  )
}

/** `工 作 总 结` is a heading spread over the line, not four words. */
function unspread(text: string): string {
  const words = text.split(' ')
  const spread =
    words.length >= 3 && words.every(word => word.length <= 2 && CJK.test(word) && [...word].length === 1)
  return spread ? words.join('') : text
}
