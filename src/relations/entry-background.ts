import { hashText } from '../support/string-pool.ts'
import type { Tick } from '../support/tick.ts'
import { hanLength } from './entry-agreement.ts'
import type { Contents } from './entry-content.ts'

/** How common the wording of a text is in this package. */
export interface Background {
  /**
   * Characters of a text net of boilerplate: each piece of four counts by how few different contents use it. A
   * content repeated a hundred times over is one content here, so copying does not make a text boilerplate;
   * a formula that many different contents share does.
   */
  net(text: string): number
  /** The same of what `text` has in common with another text. */
  common(text: string, other: string): number
}

const PIECE = 4
/** Copies of one text with a few words changed are contents of their own: up to this many wordings share a piece at full weight (a month copied into the year's other months is twelve). */
const FULL = 3
const STEP = 5_000
/** Contents counted: beyond it an even sample shows the same boilerplate. */
const MOST = 300_000

export function backgroundOf(contents: Contents, tick: Tick): Background {
  const step = Math.max(1, Math.ceil(contents.size / MOST))
  let size = 1 << 14
  while (size < contents.size * 16 && size < 1 << 22) size *= 2
  const counts = new Uint32Array(size)
  const seen = new Uint32Array(size) // the last content that counted here
  let total = 0
  for (let content = 1; content < contents.size; content += step) {
    if (content % STEP < step) tick(content, contents.size)
    total++
    const text = contents.text(contents.firstRow[content]!)
    for (let at = 0; at < text.length; at++) {
      const slot = pieceHash(text, at) & (size - 1)
      if (seen[slot] === content) continue
      seen[slot] = content
      counts[slot]!++
    }
  }
  const full = Math.max(FULL, Math.min(12, total * 0.02))
  const weightAt = (text: string, at: number) => {
    const count = counts[pieceHash(text, at) & (size - 1)]!
    if (count <= full || total <= full) return 1
    return Math.max(0, Math.log(total / count) / Math.log(total / full))
  }
  return {
    net(text) {
      let weight = 0
      for (let at = 0; at < text.length; at++) weight += weightAt(text, at)
      return text.length === 0 ? 0 : (weight / text.length) * hanLength(text)
    },
    common(text, other) {
      if (text.length < PIECE) return text === other ? this.net(text) : 0
      let weight = 0
      let covered = 0 // characters up to here belong to a piece in common
      for (let at = 0; at + PIECE <= text.length; at++) {
        if (!other.includes(text.slice(at, at + PIECE))) continue
        const fresh = at + PIECE - Math.max(at, covered)
        covered = at + PIECE
        weight += weightAt(text, at) * fresh
      }
      return (weight / text.length) * hanLength(text)
    }
  }
}

function pieceHash(text: string, at: number): number {
  return hashText(text.slice(at, at + PIECE))
}
