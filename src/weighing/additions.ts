import type { Counted, MaterialClass } from '../model/audit.ts'
import type { Evidence } from '../model/evidence.ts'
import { characters } from '../support/text.ts'
import type { Weight } from './classify.ts'

export interface Addition {
  /** Absent when the material adds nothing to the balance: an archive, what is only listed, a repeat. */
  counted?: Counted
  /** Index of the material whose content it repeats. */
  repeats?: number
  /** Its entries that repeat another entry of the package. */
  repeatedEntries: number
}

/** What each material adds to the balance: the balance is the sum of these, and a report can do the sum again. */
export function additions(evidence: Evidence, weights: readonly Weight[]): Addition[] {
  const repeats = repeatsOf(evidence)
  const repeatedEntries = repeatedEntriesOf(evidence)
  const lettersOf = letterCounter(evidence)
  return evidence.materials.map((material, index) => {
    const weight = weights[index]!
    const known = { repeats: repeats.get(index), repeatedEntries: repeatedEntries.get(index) ?? 0 }
    if (material.origin === 'reference' || !weight.counted || repeats.has(index)) return known
    const as = isOutermost(evidence, index) ? 'file' : material.kind === 'picture' ? 'embedded' : 'inside'
    const entries = entriesOf(weight.ledgers, weight.class)
    return { ...known, counted: { as, characters: lettersOf(index), ...(entries ? { entries } : {}) } }
  })
}

function entriesOf(ledgers: Weight['ledgers'], materialClass: MaterialClass): Counted['entries'] {
  if (ledgers.length === 0) return undefined
  const entries = { trace: 0, mixed: 0, result: 0, unknown: 0, outside: 0 }
  for (const ledger of ledgers) {
    if (materialClass === 'issued' || materialClass === 'input' || ledger.nature === 'roster')
      entries.outside += ledger.entries // prettier-ignore
    else if (materialClass === 'unknown') entries.unknown += ledger.entries
    else {
      entries.result += ledger.result
      entries.trace += ledger.trace
    }
  }
  return entries
}

/** Results filed several times count once: all but the first of each group of equal contents repeat it. */
export function repeatsOf(evidence: Evidence): Map<number, number> {
  const repeated = new Map<number, number>()
  for (const { members } of evidence.sameContent) {
    const [first, ...others] = members.filter(member => isOutermost(evidence, member))
    for (const member of others) repeated.set(member, first!)
  }
  return repeated
}

function repeatedEntriesOf({ entryGroups, ledgers }: Evidence): Map<number, number> {
  const repeated = new Map<number, number>()
  for (const { members } of entryGroups) {
    for (const { ledger } of members.slice(1)) {
      const material = ledgers[ledger]!.material
      repeated.set(material, (repeated.get(material) ?? 0) + 1)
    }
  }
  return repeated
}

/** Handed in by itself: not inside anything, or inside nothing but archives. */
export function isOutermost({ materials }: Evidence, index: number): boolean {
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
