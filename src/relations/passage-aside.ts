import type { DocumentText } from '../model/evidence.ts'
import type { Tick } from '../support/tick.ts'
import { eachGram, GRAM } from './passage-grams.ts'
import { NO_LIST, type SeedIndex } from './passage-seeds.ts'
import { fold, type Prose } from './passage-text.ts'

/** Sets aside all that stands in other people's documents: every unit quotes its superior's notice. */
export function setIssuedAside(prose: Prose, issued: readonly DocumentText[], tick: Tick): void {
  const texts = issued.map(({ paragraphs }) => {
    tick()
    return toUnits(fold(paragraphs.map(({ text }) => text).join('\n')))
  })
  setAside(prose, new GramSet(texts), tick)
}

/** Slots that wait to be filled in. */
const SLOT =
  /_{3,}|＿{2,}|[×✕]{2,}|[xX]{3,}|□|[（(]\s*(?:签[字名章]|盖章|请填写|此处)[^）)]{0,12}[）)]|(?<=[:：])\s*$|\s{2,}[年月日]|填写说明/gu
/** Fewer slots than this and a document is no blank. */
const LEAST_SLOTS = 3
/** A blank stands whole in what was made from it; at the edges of its slots a sampled run is lost. */
const CONTAINED = 0.6
/** A blank that one document was made from is a draft of it. */
const LEAST_MADE_FROM_IT = 2
/** A blank is emptier than what was made from it. */
const MOST_LENGTH = 0.95

/** Sets aside the text of blanks found in the package: documents with open slots whose whole text stands in at least two longer ones. */
export function setBlanksAside(
  prose: Prose,
  index: SeedIndex,
  documents: readonly DocumentText[],
  tick: Tick
): void {
  const blanks = prose.documents.flatMap((document, d) =>
    slotsOf(documents[document]!) >= LEAST_SLOTS && isContained(prose, index, d) ? [d] : []
  )
  if (blanks.length === 0) return
  const texts = blanks.map(d => prose.units.subarray(prose.starts[d], prose.starts[d + 1]))
  setAside(prose, new GramSet(texts), tick)
  for (const d of blanks) prose.aside.fill(1, prose.starts[d], prose.starts[d + 1])
}

function slotsOf({ paragraphs }: DocumentText): number {
  let slots = 0
  // The slots of a form stand in its first pages.
  for (const { text } of paragraphs.slice(0, 400)) slots += text.slice(0, 2_000).match(SLOT)?.length ?? 0
  return slots
}

function isContained({ starts: textStarts }: Prose, index: SeedIndex, d: number): boolean {
  const { starts, lists, listStarts, holders } = index
  const from = starts[d]!
  const seeds = starts[d + 1]! - from
  if (seeds === 0) return false
  const shared = new Map<number, number>()
  for (let seed = from; seed < from + seeds; seed++) {
    const list = lists[seed]!
    if (list === NO_LIST) continue
    for (let i = listStarts[list]!; i < listStarts[list + 1]!; i++)
      shared.set(holders[i]!, (shared.get(holders[i]!) ?? 0) + 1)
  }
  const length = textStarts[d + 1]! - textStarts[d]!
  let madeFromIt = 0
  for (const [other, count] of shared) {
    if (other === d || count < CONTAINED * seeds) continue
    if (length <= MOST_LENGTH * (textStarts[other + 1]! - textStarts[other]!)) madeFromIt++
  }
  return madeFromIt >= LEAST_MADE_FROM_IT
}

/** A run in this share of the package's independent texts is common property … */
const COMMON_SHARE = 0.04
/** … but never when fewer hold it, and always when this many do: a set phrase, a slogan, a standing closing. */
const COMMON_LEAST = 5
const COMMON_MOST = 100

/**
 * Sets aside what many independent texts hold. `clusterOf` gives each document's cluster of near copies, which
 * counts once: twenty-two records with one text are one holder, not twenty-two.
 */
export function setCommonAside(
  prose: Prose,
  index: SeedIndex,
  clusterOf: (document: number) => number
): void {
  const { starts, positions, lists, listStarts, holders } = index
  const count = prose.documents.length
  const clusters = new Set(Array.from({ length: count }, (_, d) => clusterOf(d))).size
  const enough = Math.min(COMMON_MOST, Math.max(COMMON_LEAST, Math.ceil(COMMON_SHARE * clusters)))
  const common = new Uint8Array(Math.max(0, listStarts.length - 1))
  for (let list = 0; list < common.length; list++) {
    if (listStarts[list + 1]! - listStarts[list]! < enough) continue
    const seen = new Set<number>()
    for (let i = listStarts[list]!; i < listStarts[list + 1]! && seen.size < enough; i++)
      seen.add(clusterOf(holders[i]!))
    if (seen.size >= enough) common[list] = 1
  }
  for (let seed = 0; seed < starts[count]!; seed++) {
    const list = lists[seed]!
    if (list !== NO_LIST && common[list] === 1) prose.aside.fill(1, positions[seed], positions[seed]! + GRAM)
  }
}

function setAside(prose: Prose, grams: GramSet, tick: Tick): void {
  if (grams.size === 0) return
  for (let d = 0; d < prose.documents.length; d++) {
    if (d % 64 === 0) tick()
    eachGram(prose.units, prose.starts[d]!, prose.starts[d + 1]!, (hash, at) => {
      if (grams.has(hash)) prose.aside.fill(1, at, at + GRAM)
    })
  }
}

function toUnits(text: string): Uint16Array {
  return Uint16Array.from({ length: text.length }, (_, i) => text.charCodeAt(i))
}

/** Hashes of runs. Two different runs meet in one hash once in some thousand times a thousand; thirteen characters are then set aside for nothing. */
class GramSet {
  private readonly slots: Uint32Array
  size = 0

  constructor(texts: readonly Uint16Array[]) {
    const most = texts.reduce((sum, text) => sum + text.length, 0)
    let slots = 64
    while (slots < 2 * most) slots *= 2
    this.slots = new Uint32Array(slots)
    for (const text of texts) eachGram(text, 0, text.length, hash => this.add(hash || 1))
  }

  has(hash: number): boolean {
    const wanted = hash || 1
    for (let slot = wanted & (this.slots.length - 1); ; slot = (slot + 1) & (this.slots.length - 1)) {
      if (this.slots[slot] === wanted) return true
      if (this.slots[slot] === 0) return false
    }
  }

  private add(hash: number): void {
    let slot = hash & (this.slots.length - 1)
    while (this.slots[slot] !== 0 && this.slots[slot] !== hash) slot = (slot + 1) & (this.slots.length - 1)
    if (this.slots[slot] === 0) {
      this.slots[slot] = hash
      this.size++
    }
  }
}
