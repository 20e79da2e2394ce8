import type { Balance, MaterialClass, Share } from '../model/audit.ts'
import type { Evidence } from '../model/evidence.ts'
import { characters } from '../support/text.ts'
import type { Weight } from './classify.ts'
import { standings } from './standing.ts'

/** Above this share of unknown files the balance is not determinable (design, "The balance"). */
const MOST_UNKNOWN = 0.3

type Counts = Record<MaterialClass, number>

/** The balance: activities first, then shares by files, entries and characters, every one with its counts. */
export function weigh(evidence: Evidence, weights: readonly Weight[]): Balance {
  const { materials } = evidence
  const repeated = repeats(evidence)
  const files = none()
  const embedded = none()
  const letters = none()
  const entries = none()
  const lettersOf = letterCounter(evidence)
  materials.forEach((material, index) => {
    const weight = weights[index]!
    if (material.origin === 'reference' || !weight.counted || repeated.has(index)) return
    if (isOutermost(evidence, index)) files[weight.class]++
    else if (material.kind === 'picture') embedded[weight.class]++
    letters[weight.class] += lettersOf(index)
    for (const ledger of weight.ledgers) addEntries(entries, ledger, weight.class)
  })
  const byFiles = shareOf(files)
  const known = files.trace + files.result + files.mixed
  const determinable = known > 0 && files.unknown <= MOST_UNKNOWN * (known + files.unknown)
  return {
    activities: standings(evidence, weights).counts,
    determinable,
    because: determinable ? undefined : known === 0 ? 'nothing-classed' : 'too-much-unknown',
    files: byFiles,
    entries: shareOf(entries),
    characters: shareOf(letters),
    embeddedPictures: shareOf(embedded),
    repeated: { files: repeated.size, entries: repeatedEntries(evidence) }
  }
}

function addEntries(entries: Counts, ledger: Weight['ledgers'][number], materialClass: MaterialClass): void {
  if (materialClass === 'issued') entries.issued += ledger.entries
  else if (ledger.nature === 'roster') entries.input += ledger.entries
  else {
    entries.result += ledger.result
    entries.trace += ledger.trace
  }
}

/** Results filed several times count once: all but the first of each group of equal contents. */
function repeats(evidence: Evidence): Set<number> {
  const repeated = new Set<number>()
  for (const { members } of evidence.sameContent) {
    const files = members.filter(member => isOutermost(evidence, member))
    for (const member of files.slice(1)) repeated.add(member)
  }
  return repeated
}

function repeatedEntries(evidence: Evidence): number {
  return evidence.entryGroups.reduce((total, group) => total + group.members.length - 1, 0)
}

/** Handed in by itself: not inside anything, or inside nothing but archives. */
function isOutermost({ materials }: Evidence, index: number): boolean {
  for (let at = materials[index]!.parent; at !== undefined; at = materials[at]!.parent) {
    if (materials[at]!.kind !== 'archive') return false
  }
  return true
}

/** Characters of a material; each distinct cell text is counted once and looked up after that. */
function letterCounter({ materials, texts }: Evidence): (index: number) => number {
  const known = new Uint32Array(texts.size) // count + 1; 0 is not counted yet
  const ofCell = (id: number): number => {
    if (known[id] === 0) known[id] = characters(texts.text(id)) + 1
    return known[id]! - 1
  }
  return index => {
    const reading = materials[index]!.reading
    if (!reading) return 0
    let total = 0
    for (const block of reading.blocks) total += characters(block.text)
    for (const message of reading.messages) total += characters(message.text)
    for (const { cells } of reading.tables) for (const id of cells.texts) total += ofCell(id)
    return total
  }
}

/** The design's formulas; null where nothing can be divided. */
export function shareOf({ trace, mixed, result, unknown, input, issued }: Counts): Share {
  const known = trace + result + mixed
  const all = known + unknown
  return {
    trace,
    mixed,
    result,
    unknown,
    outside: input + issued,
    share: known === 0 ? null : round((trace + mixed / 2) / known),
    low: all === 0 ? null : round(trace / all),
    high: all === 0 ? null : round((trace + mixed + unknown) / all)
  }
}

function none(): Counts {
  return { trace: 0, result: 0, mixed: 0, input: 0, issued: 0, unknown: 0 }
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000
}
