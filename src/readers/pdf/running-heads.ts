import type { Block } from '../../model/reading.ts'
import type { Line } from './lines.ts'
import { bodySize, LARGER, paragraphsOf, type PageBox } from './paragraphs.ts'

/** So many lines at the top and at the foot of a page may be running heads … */
const EDGE = 2
/** … when they stand in this share of its height: text keeps a margin of 2 to 3 cm, running heads stand in it. */
const MARGIN = 0.085
const PAGE_NUMBER =
  /^[\s\-—–－·]*(?:第?\s*\d{1,5}\s*页?|[ivxlc]{1,7})(?:\s*[/／,，]?\s*共?\s*\d{1,5}\s*页?)?[\s\-—–－·]*$/iu

/** A page's lines from top to foot, kept until its neighbour is known. */
export interface PageLines extends PageBox {
  lines: Line[]
}

/**
 * Blocks of a page, running heads told by their neighbours: a line at the edge of two pages in a row, digits
 * aside, is a header or footer; so is a page number.
 */
export function blocksOf(
  before: PageLines | undefined,
  page: PageLines,
  after: PageLines | undefined
): Block[] {
  const { top, foot } = edgesOf(page)
  const size = bodySize(page.lines)
  const near = new Set([...edgeTexts(before), ...edgeTexts(after)])
  const style = (line: Line): Block['style'] | undefined => {
    // a title repeated on each filled form is larger than its text; a running head is not
    const running = PAGE_NUMBER.test(line.text) || (near.has(plain(line.text)) && line.size <= size * LARGER)
    if (!running) return undefined
    if (foot.has(line)) return 'footer'
    return top.has(line) ? 'header' : undefined
  }
  const heads: Block[] = []
  const feet: Block[] = []
  const body = page.lines.filter(line => {
    const is = style(line)
    if (is) (is === 'header' ? heads : feet).push({ text: line.text, style: is, page: page.page })
    return !is
  })
  return [...heads, ...paragraphsOf(body, page), ...feet]
}

function edgeTexts(page: PageLines | undefined): string[] {
  if (!page) return []
  const { top, foot } = edgesOf(page)
  return [...top, ...foot].map(line => plain(line.text))
}

function edgesOf({ lines, bottom, top }: PageLines): { top: Set<Line>; foot: Set<Line> } {
  const upright = lines.filter(line => line.angle === 0).sort((a, b) => b.across - a.across)
  const margin = MARGIN * (top - bottom)
  return {
    top: new Set(upright.slice(0, EDGE).filter(line => line.across > top - margin)),
    foot: new Set(upright.slice(-EDGE).filter(line => line.across < bottom + margin))
  }
}

/** Without page numbers. Other digits stay: a day's date at the head of each page is that page's own. */
function plain(text: string): string {
  return text.replace(/第\s*\d+\s*页|共\s*\d+\s*页|\d+\s*[/／]\s*\d+|[\s\d]+$/gu, '').trim()
}
