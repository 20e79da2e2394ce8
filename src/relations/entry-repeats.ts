import type { Tick } from '../support/tick.ts'
import type { Block, BlockInput } from './entry-blocks.ts'
import { NO_DAY } from './entry-table.ts'

/** Rows that say one thing on several occasions, or several things again in another order. */
export interface Repeat {
  rows: number[]
  contents: number
  characters: number // net, of all contents together
}

/**
 * Net characters from which one content speaks for itself. About different subjects a text of thirty-six
 * characters is already somebody's words; under different dates alone a duty log's longest routine formula has
 * fifty.
 */
const LEAST = { subjects: 36, twoSubjects: 48, dates: 60, twoDates: 80 }
/** The same where nearly every row of the ledger says something of its own: there a sentence that comes again is no routine. */
const LEAST_IN_DIVERSE = { subjects: 22, twoSubjects: 22, dates: 40, twoDates: 45 }
const DIVERSE = 0.6
/** Columns that say what was looked at or taught: the plan repeats more than the outcome does. */
const PLANNED = /(?:检查|巡查|培训|宣传|学习|排查|任务)(?:内容|事项|主题)/u
/** So many rows of one day are one event with many participants. */
const DAYS_PER_ROW = 0.3
/** Contents that come again once or twice, between the same two ledgers, make one group from this many on. */
const SEVERAL = { contents: 4, each: 15, most: 4, together: 100 }

export function repeatedContents(input: BlockInput, blocks: readonly Block[], tick: Tick): Repeat[] {
  const { table, contents, clusters, left } = input
  const taken = new Uint8Array(table.rows)
  for (const { pairs } of blocks) for (const [i, j] of pairs) taken[i] = taken[j] = 1
  const byCluster = new Map<number, number[]>()
  const uses = new Uint32Array(contents.size)
  for (let row = 0; row < table.rows; row++) {
    if (contents.of[row] !== 0 && left[row] === 0) uses[clusters[contents.of[row]!]!]!++
  }
  for (let row = 0; row < table.rows; row++) {
    const cluster = clusters[contents.of[row]!]!
    if (contents.of[row] === 0 || left[row] !== 0 || uses[cluster]! < 2) continue
    const list = byCluster.get(cluster)
    if (list) list.push(row)
    else byCluster.set(cluster, [row])
  }
  const found: Repeat[] = []
  const few = new Map<string, Few>()
  let done = 0
  for (const rows of byCluster.values()) {
    if ((done++ & 0xfff) === 0) tick(done, byCluster.size)
    const free = rows.filter(row => taken[row] === 0)
    // Rows of a block beside the same words elsewhere: the others still join them when there are enough.
    if (free.length < 2 || free.length < rows.length * 0.5) continue
    const characters = inCommon(input, free)
    const exact = free.every(row => contents.of[row] === contents.of[free[0]!])
    const repeat = { rows: free, contents: 1, characters }
    const alone = speaks(input, free, characters)
    if (free.length > SEVERAL.most) {
      if (alone) found.push(repeat)
    } else if (alone || (exact && characters >= SEVERAL.each && occasions(input, free))) {
      gather(few, input, repeat, alone)
    }
  }
  for (const { rows, contents: count, characters, alone } of few.values()) {
    if (count >= SEVERAL.contents && characters >= SEVERAL.together)
      found.push({ rows: rows.sort((a, b) => a - b), contents: count, characters })
    else found.push(...alone)
  }
  return found
}

/** Contents that come again once or twice between the same ledgers. */
interface Few {
  rows: number[]
  contents: number
  characters: number
  alone: Repeat[] // those that would speak for themselves
}

function gather(few: Map<string, Few>, { table }: BlockInput, repeat: Repeat, alone: boolean): void {
  const key = [...new Set(repeat.rows.map(row => table.of[row]!))].sort((a, b) => a - b).join(',')
  const group = few.get(key) ?? { rows: [], contents: 0, characters: 0, alone: [] }
  few.set(key, group)
  group.rows.push(...repeat.rows)
  group.contents++
  group.characters += repeat.characters
  if (alone) group.alone.push(repeat)
}

/** Whether one content, this long, under these claims, is worth saying. */
function speaks(input: BlockInput, rows: number[], characters: number): boolean {
  if (!occasions(input, rows)) return false
  const { table, claims } = input
  const subjects = distinct(rows, claims.subject)
  const least = isDiverse(input, table.of[rows[0]!]!) ? LEAST_IN_DIVERSE : LEAST
  const many = rows.length >= 3
  const need =
    subjects >= 2 ? (many ? least.subjects : least.twoSubjects) : many ? least.dates : least.twoDates
  const { ledger } = table.ledgers[table.of[rows[0]!]!]!
  const planned = ledger.columns.some(({ header, meaning }) => meaning === 'content' && PLANNED.test(header))
  return characters >= need * (planned ? 2 : 1)
}

/** Whether most entries of a ledger have a content of their own. */
function isDiverse({ table, contents, clusters }: BlockInput, ledger: number): boolean {
  const { start, size } = table.ledgers[ledger]!
  const seen = new Map<number, number>()
  let said = 0
  for (let row = start; row < start + size; row++) {
    const content = contents.of[row]!
    if (content === 0) continue
    said++
    seen.set(clusters[content]!, (seen.get(clusters[content]!) ?? 0) + 1)
  }
  const once = [...seen.values()].filter(count => count === 1).length
  return said >= 8 && once >= said * DIVERSE
}

/** Different days, and not one event's many rows; without days, different subjects. */
function occasions({ table, claims }: BlockInput, rows: number[]): boolean {
  const days = new Set(rows.map(row => table.days[row]!).filter(day => day !== NO_DAY))
  if (days.size === 0) return distinct(rows, claims.subject) >= 2
  return days.size >= 2 && days.size >= rows.length * DAYS_PER_ROW
}

function distinct(rows: number[], values: Uint32Array): number {
  return new Set(rows.map(row => values[row]!).filter(value => value !== 0)).size
}

/** Net characters that all members share, judged by a few. */
function inCommon({ contents, background }: BlockInput, rows: number[]): number {
  const first = contents.text(rows[0]!)
  return Math.min(...spread(rows.slice(1), 5).map(row => background.common(first, contents.text(row))))
}

/** A few members, evenly spaced. */
function spread(rows: number[], most: number): number[] {
  const step = Math.max(1, Math.floor(rows.length / most))
  return rows.filter((_, k) => k % step === 0)
}
