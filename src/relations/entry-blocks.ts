import type { Meaning } from '../model/evidence.ts'
import { hashText } from '../support/string-pool.ts'
import type { Tick } from '../support/tick.ts'
import { hanLength } from './entry-agreement.ts'
import type { Background } from './entry-background.ts'
import { sorted } from './entry-blocking.ts'
import type { Claims } from './entry-claims.ts'
import type { Contents } from './entry-content.ts'
import { NO_DAY, type EntryTable } from './entry-table.ts'

/** Rows in the same order in two places, saying the same under other dates. */
export interface Block {
  pairs: [number, number][] // rows of the table
  contents: number // different contents among them
  characters: number // net characters of those contents
  problems: boolean // each says what was found wrong
}

export interface BlockInput {
  table: EntryTable
  contents: Contents
  clusters: Uint32Array // per content
  claims: Claims
  background: Background
  /** Rows left out: second copies of a record. */
  left: Uint8Array
}

/** A content said more often than this anchors nothing: it is a routine formula. Twelve months copied from one, some rows twice, stay below it. */
const OFTENEST = 30
/** Anchor pairs at most; when there are more, the oftenest contents are given up first. */
const MOST_PAIRS = 1_500_000
/** Rows that may stand between two anchors of a block: inserted, dropped or reworded ones. */
const GAP = 6
const DRIFT = 2
/** A block needs this many different contents … */
const LEAST_CONTENTS = 3
/** … and as many net characters together as no routine of a week has (five duties of six to ten characters). */
const LEAST_CHARACTERS = 60
/** With few contents each must be a sentence rather than a name. */
const LEAST_MEAN = 9
/** Tasks come round in their order, and so do their short names; what was found wrong (锁坏, 渠道垮了) does not. */
const PROBLEMS = { contents: 6, mean: 5 }
/** One very long text does not make a block. */
const MOST_OF_ONE = 80

export function repeatedBlocks(input: BlockInput, tick: Tick): Block[] {
  const tokens = { whole: wholeTokens(input, tick), matter: matterTokens(input, tick) }
  return chained(input, anchorPairs(input, tokens, tick), tick)
    .flatMap(pairs => unlikelyPart(input, tokens, pairs))
    .map(pairs => blockOf(input, tokens, pairs))
    .filter(tells)
}

function tells({ contents, characters, problems }: Block): boolean {
  if (contents < LEAST_CONTENTS || characters < LEAST_CHARACTERS) return false
  const mean = problems && contents >= PROBLEMS.contents ? PROBLEMS.mean : LEAST_MEAN
  return characters / contents >= mean && (contents >= 4 || characters >= LEAST_CHARACTERS * 1.5)
}

/** Rows by what they say, where that can anchor a block. */
interface Token {
  of: Uint32Array // per row, 0 where it cannot
  rows: Map<number, number[]>
}

interface Tokens {
  whole: Token // all that a row says
  matter: Token // which matter it was, figures set aside
}

function wholeTokens({ table, contents, clusters, left }: BlockInput, tick: Tick): Token {
  const token: Token = { of: new Uint32Array(table.rows), rows: new Map() }
  const uses = new Uint32Array(contents.size)
  for (let row = 0; row < table.rows; row++) {
    const content = contents.of[row]!
    if (content !== 0 && left[row] === 0) uses[clusters[content]!]!++
  }
  for (let row = 0; row < table.rows; row++) {
    const content = contents.of[row]!
    if (content === 0 || left[row] !== 0) continue
    if ((row & 0xffff) === 0) tick(row, table.rows)
    const cluster = clusters[content]!
    const often = uses[cluster]! > OFTENEST
    if (uses[cluster]! < 2 || (often && (contents.uses[content]! < 2 || contents.uses[content]! > OFTENEST))) continue // prettier-ignore
    assign(token, row, often ? contents.size + content : cluster)
  }
  return token
}

/**
 * Someone who copies a block changes figures and the words of the measure: 补沥青364平方米, 363平方米. The matter is
 * still the same. Rows of the same matter join the chain of a block that others, alike throughout, make.
 */
function matterTokens({ table, contents, left }: BlockInput, tick: Tick): Token {
  const token: Token = { of: new Uint32Array(table.rows), rows: new Map() }
  if (contents.size > MOST_MATTERS) return token
  const byContent = new Uint32Array(contents.size)
  for (let content = 1; content < contents.size; content++) {
    if (content % 5_000 === 0) tick(content, contents.size)
    const matter = contents
      .parts(contents.firstRow[content]!)
      .flatMap(({ meaning, text }) => (MATTERS.has(meaning) ? [text.replace(/\d+/gu, '')] : []))
      .join('\n')
    if (hanLength(matter) >= OWN_TEXT.characters) byContent[content] = hashText(matter) || 1
  }
  for (let row = 0; row < table.rows; row++) {
    const matter = byContent[contents.of[row]!]!
    if (matter !== 0 && left[row] === 0) assign(token, row, matter)
  }
  for (const [matter, rows] of token.rows) {
    if (rows.length > 1 && rows.length <= OWN_TEXT.rows) continue
    token.rows.delete(matter)
    for (const row of rows) token.of[row] = 0
  }
  return token
}

function assign({ of, rows }: Token, row: number, token: number): void {
  of[row] = token
  const list = rows.get(token)
  if (list) list.push(row)
  else rows.set(token, [row])
}

function alikeThroughout({ whole }: Tokens, i: number, j: number): boolean {
  return whole.of[i] !== 0 && whole.of[i] === whole.of[j]
}

/** Pairs of rows that say the same on different occasions, sorted, as `i * rows + j`. */
function anchorPairs({ table, claims }: BlockInput, tokens: Tokens, tick: Tick): Float64Array {
  const lists = [...tokens.whole.rows.values(), ...tokens.matter.rows.values()]
    .filter(list => list.length >= 2)
    .sort((a, b) => a.length - b.length || a[0]! - b[0]!)
  const pairs = new Set<number>()
  for (const list of lists) {
    if (pairs.size + (list.length * list.length) / 2 > MOST_PAIRS) break
    for (let x = 0; x < list.length; x++) {
      for (let y = x + 1; y < list.length; y++) {
        if (claims.occasionsDiffer(list[x]!, list[y]!)) pairs.add(list[x]! * table.rows + list[y]!)
      }
    }
  }
  return sorted(Float64Array.from(pairs), tick)
}

/** Chains neighbouring anchors along one diagonal; each anchor has one follower at most. */
function chained({ table }: BlockInput, anchors: Float64Array, tick: Tick): [number, number][][] {
  const { rows, of } = table
  const open = new Map<number, number>() // anchor that still waits for a follower → its index
  const next = new Int32Array(anchors.length).fill(-1)
  const follows = new Uint8Array(anchors.length)
  for (let at = 0; at < anchors.length; at++) {
    if ((at & 0xffff) === 0) tick(at, anchors.length)
    const i = Math.floor(anchors[at]! / rows)
    const j = anchors[at]! % rows
    const before = predecessor(open, rows, i, j)
    if (before !== undefined) {
      const [x, y] = [Math.floor(before / rows), before % rows]
      if (of[x] === of[i] && of[y] === of[j]) {
        next[open.get(before)!] = at
        follows[at] = 1
        open.delete(before)
      }
    }
    open.set(anchors[at]!, at)
  }
  const chains: [number, number][][] = []
  for (let at = 0; at < anchors.length; at++) {
    if (follows[at] !== 0 || next[at]! < 0) continue
    const chain: [number, number][] = []
    for (let link = at; link >= 0; link = next[link]!) {
      chain.push([Math.floor(anchors[link]! / rows), anchors[link]! % rows])
    }
    if (chain.length >= LEAST_CONTENTS) chains.push(chain)
  }
  return chains
}

function predecessor(open: Map<number, number>, rows: number, i: number, j: number): number | undefined {
  for (let gap = 1; gap <= GAP; gap++) {
    for (let drift = 0; drift <= DRIFT; drift++) {
      for (const [down, right] of drift === 0
        ? [[gap, gap]]
        : [
            [gap, gap + drift],
            [gap + drift, gap]
          ]) {
        // prettier-ignore
        if (i < down! || j < right!) continue
        const key = (i - down!) * rows + (j - right!)
        if (open.has(key)) return key
      }
    }
  }
  return undefined
}

/** What a step costs, in bits: the ways it could have gone. Straight on is what a copy does. */
const STRAIGHT = 1
const ASIDE = 5
/** Weight of the rows stepped over: a content that stands once there could be met at one distance only, a formula of many rows at nearly any. */
const GAP_OF_ONE = 1
const GAP_OF_MANY = 1.5
/** Bits beyond what the number of places a block could stand makes up for. */
const MARGIN = 3
/** A row of the same matter with other figures may be the same work done again: it counts half, and never without rows alike throughout. */
const OF_MATTER = 0.75
const LEAST_ALIKE = 2

/**
 * The part of a chain that chance does not explain: each anchor counts −log2 of how common its content is where
 * it came again, less the cost of the step. Ledgers of a few formulas in any order make long chains of no worth.
 */
function unlikelyPart(
  { table }: BlockInput,
  tokens: Tokens,
  chain: [number, number][]
): [number, number][][] {
  let best = { from: 0, to: 0, score: 0 }
  let from = 0
  let score = 0
  chain.forEach(([i, j], k) => {
    const right = table.ledgers[table.of[j]!]!
    const whole = alikeThroughout(tokens, i, j)
    const token = whole ? tokens.whole : tokens.matter
    const holders = token.rows.get(token.of[j]!)!.filter(row => table.of[row] === table.of[j])
    // A content that its ledger holds twice, here and there, stands once elsewhere.
    const there = holders.length === 2 && table.of[i] === table.of[j] ? 1 : holders.length
    const bits = Math.log2(Math.max(1, right.size / there)) * (whole ? 1 : OF_MATTER)
    const before = chain[k - 1]
    const drift = before ? Math.abs(i - before[0] - (j - before[1])) : 0
    const gap = before ? i - before[0] : 1
    const step = before
      ? drift > 0
        ? ASIDE
        : STRAIGHT + Math.log2(gap) * (there === 1 ? GAP_OF_ONE : GAP_OF_MANY)
      : 0
    if (score - step <= 0) {
      from = k
      score = bits
    } else score += bits - step
    if (score > best.score) best = { from, to: k + 1, score }
  })
  const [i, j] = chain[0]!
  const places = Math.log2(table.ledgers[table.of[i]!]!.size * table.ledgers[table.of[j]!]!.size)
  const part = chain.slice(best.from, best.to)
  const alike = part.filter(([i, j]) => alikeThroughout(tokens, i, j)).length
  return best.score >= places + MARGIN && alike >= LEAST_ALIKE ? [part] : []
}

function blockOf(input: BlockInput, tokens: Tokens, anchors: [number, number][]): Block {
  const { table, contents, clusters, background } = input
  const seen = new Set<number>()
  const isVisit = onOneDay(table, anchors, 0) && onOneDay(table, anchors, 1)
  const told = (row: number) => (isVisit ? findingsOf(contents.parts(row)) : contents.text(row))
  let characters = 0
  let problems = true
  for (const [i, j] of anchors) {
    const cluster = clusters[contents.of[i]!]!
    if (seen.has(cluster)) continue
    seen.add(cluster)
    problems &&= contents.parts(i).some(({ meaning }) => meaning === 'problem')
    const shared = alikeThroughout(tokens, i, j)
      ? background.net(told(i))
      : background.common(told(i), told(j)) * OF_MATTER
    characters += Math.min(MOST_OF_ONE, shared)
  }
  return { pairs: filledIn(input, anchors), contents: seen.size, characters, problems }
}

function onOneDay({ days }: EntryTable, anchors: [number, number][], side: 0 | 1): boolean {
  const day = days[anchors[0]![side]]!
  return day !== NO_DAY && anchors.every(anchor => days[anchor[side]] === day)
}

/** What one visit found. All rows of a day, in the same order on another day, are a list gone through: what it asks about is the same every time and tells nothing. */
function findingsOf(parts: readonly { meaning: Meaning; text: string }[]): string {
  return parts.flatMap(({ meaning, text }) => (ASKED.has(meaning) ? [] : [text])).join('\n')
}

const ASKED: ReadonlySet<Meaning> = new Set(['topic', 'content'])

/** Rows between two anchors of one diagonal that echo each other in most columns belong to the block as well; so do the ends where a block covers most of a ledger. */
function filledIn(input: BlockInput, anchors: [number, number][]): [number, number][] {
  const { table } = input
  const pairs: [number, number][] = []
  const add = (i: number, j: number) => {
    if (echoes(input, i, j)) pairs.push([i, j])
  }
  anchors.forEach(([i, j], k) => {
    const before = anchors[k - 1]
    if (before && i - before[0] === j - before[1]) {
      for (let step = 1; before[0] + step < i; step++) add(before[0] + step, before[1] + step)
    }
    pairs.push([i, j])
  })
  const [first, last] = [anchors[0]!, anchors.at(-1)!]
  const left = table.ledgers[table.of[first[0]]!]!
  const right = table.ledgers[table.of[first[1]]!]!
  for (const [anchor, way] of [
    [first, -1],
    [last, 1]
  ] as const) {
    for (let step = 1; step <= MOST_AT_AN_END; step++) {
      const [i, j] = [anchor[0] + way * step, anchor[1] + way * step]
      if (table.of[i] !== table.of[first[0]] || table.of[j] !== table.of[first[1]]) break
      if (left === right && (way > 0 ? i >= first[1] : j <= last[0])) break
      if (!saysTheSame(input, i, j)) break
      pairs.push([i, j])
    }
  }
  if (left === right || anchors.length < Math.min(left.size, right.size) * 0.5) return pairs
  for (let step = 1; first[0] - step >= left.start && first[1] - step >= right.start; step++)
    add(first[0] - step, first[1] - step)
  for (
    let step = 1;
    last[0] + step < left.start + left.size && last[1] + step < right.start + right.size;
    step++
  )
    add(last[0] + step, last[1] + step)
  return pairs
}

/** Rows beyond the anchors that are looked at for a text they share. */
const MOST_AT_AN_END = 50
/** A text of so many characters, in so few rows of the package, says which matter it was: 渠道垮了411米. */
const OWN_TEXT = { characters: 4, rows: 6 }
/** With more contents than this, only rows alike throughout anchor a block. */
const MOST_MATTERS = 200_000
const MATTERS: ReadonlySet<Meaning> = new Set(['topic', 'content', 'problem'])

/** One matter, whatever was changed in the words beside it: 已处理 and 已处置. */
function saysTheSame({ table, claims, left }: BlockInput, i: number, j: number): boolean {
  if (left[i] !== 0 || left[j] !== 0 || !claims.occasionsDiffer(i, j)) return false
  const a = table.ledgers[table.of[i]!]!
  const b = table.ledgers[table.of[j]!]!
  return a.compared.some(({ field, meaning }, ca) => {
    if (!MATTERS.has(meaning)) return false
    const hash = table.hashes[a.base + (i - a.start) * a.compared.length + ca]!
    const cb = a === b ? ca : b.compared.findIndex(each => each.field === field)
    if (hash === 0 || cb < 0 || hash !== table.hashes[b.base + (j - b.start) * b.compared.length + cb])
      return false
    return (
      table.count(field, hash) <= OWN_TEXT.rows && hanLength(table.comparable(i, ca)) >= OWN_TEXT.characters
    )
  })
}

/** Most values but the dates are the same. */
function echoes(input: BlockInput, i: number, j: number): boolean {
  const { table, contents, claims, left } = input
  if (left[i] !== 0 || left[j] !== 0 || !claims.occasionsDiffer(i, j)) return false
  const a = table.ledgers[table.of[i]!]!
  const b = table.ledgers[table.of[j]!]!
  const baseA = a.base + (i - a.start) * a.compared.length
  const baseB = b.base + (j - b.start) * b.compared.length
  let same = 0
  let both = 0
  a.compared.forEach(({ field, meaning }, ca) => {
    if (meaning === 'date' || table.hashes[baseA + ca] === 0) return
    const cb = a === b ? ca : b.compared.findIndex(each => each.field === field)
    if (cb < 0 || table.hashes[baseB + cb] === 0) return
    both++
    if (table.hashes[baseA + ca] === table.hashes[baseB + cb]) same++
  })
  if (contents.of[i] !== 0 && contents.of[i] === contents.of[j]) return true
  if (saysTheSame(input, i, j)) return true
  return both >= 2 && same >= both * 0.6 && table.days[i] !== NO_DAY
}
