import type { ReaderContext } from '../../isolation/protocol.ts'
import { LONGEST_TEXT } from './limits.ts'
import type { Spent } from './row-writer.ts'

/** Names of hidden sheets said in the note; a workbook made by a program may hide hundreds. */
const MOST_NAMES = 10

/** What is worth saying about a spreadsheet: sheets that are hidden, texts that were cut. */
export async function sendNotes(
  context: ReaderContext,
  hidden: readonly string[],
  spent: Spent
): Promise<void> {
  if (hidden.length > 0) {
    const names = hidden.slice(0, MOST_NAMES).join('、')
    const sheets = hidden.length > MOST_NAMES ? `${names}…` : names
    await context.send({ part: 'note', note: { code: 'hidden-sheet', words: { sheets } } })
  }
  if (spent.shortened > 0)
    await context.send({ part: 'note', note: { code: 'shortened', words: { kept: LONGEST_TEXT } } })
}
