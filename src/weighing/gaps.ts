import type { Block } from '../model/reading.ts'

/**
 * Contracts, pledges and slips handed out to be filled in: running text with room left where an answer belongs. Room
 * is a run of spaces, a line to write on, a box, an empty 年 月 日, or nothing behind a label.
 */

const ROOM =
  /_{2,}|□|[^\S\n]{3,}(?=\S)|\u3000{2,}|(?<=[自于至限共第为到月日年])[^\S\n]{2,}(?=[年月日时天元亩户人页份])|[年自][^\S\n]+月[^\S\n]+日/gu
/** A label with nothing behind it; 甲方（盖章）： counts as well. */
const UNANSWERED = /[\p{Script=Han})）][:：]\s*$|^\s*\d{1,2}\s*[.、．]\s*$/u
const DAY = /(?:19|20)\d{2}\s*[年.\-/]\s*\d{1,2}\s*[月.\-/]\s*\d{1,2}/u
/** Signature lines alone leave some three. */
const FEWEST = 5
const FEWEST_LINES = 4
/** A page or two. */
const MOST_TEXT = 3000
/** Of a blank at least every third line asks for something. */
const PART = 0.3

export function isOfGaps(blocks: readonly Block[]): boolean {
  const lines = blocks.filter(({ style, text }) => style !== 'header' && style !== 'footer' && text.trim() !== '').map(({ text }) => text) // prettier-ignore
  const text = lines.join('\n')
  // A day somebody wrote down has been filled in.
  if (text.length > MOST_TEXT || DAY.test(text)) return false
  let rooms = 0
  let asking = 0
  for (const line of lines) {
    const here = (line.match(ROOM)?.length ?? 0) + (UNANSWERED.test(line) ? 1 : 0)
    rooms += here
    if (here > 0) asking++
  }
  return rooms >= FEWEST && asking >= FEWEST_LINES && asking >= lines.length * PART
}
