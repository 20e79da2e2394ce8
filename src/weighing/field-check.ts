import type { FieldCheck, Finding } from '../model/audit.ts'
import type { Evidence } from '../model/evidence.ts'
import { byCodePoint } from '../support/order.ts'
import { sha256 } from '../support/hashing.ts'
import type { Tick } from '../support/tick.ts'
import type { Weight } from './classify.ts'
import { canBeVisited, entryHash, rowOf, stratumOf } from './field-check-entries.ts'

/** Calls and visits two people manage in a day or two. */
export const MOST_DRAWN = 30
/** How much likelier an entry is drawn that stands in a finding, and one that claims a result, than another. */
const IN_FINDING = 4
const RESULT = 2

interface Drawn {
  ledger: number
  entry: number
  hash: string
  key: number
  finding?: string
}

interface Stratum {
  name: string
  population: number
  drawn: Drawn[] // by rising key, at most MOST_DRAWN, contents once
}

/**
 * 核查清单: entries to visit or phone, drawn from all ledgers that record work or payments.
 *
 * Strata are kinds of ledger (热线工单, 高龄津贴 …, quarters and months together). With N_s entries in stratum s and
 * n = min(30, entries): every stratum gets 1, and what is left of n goes by n · √N_s / Σ√N, largest remainder first,
 * never more than N_s. With more than n strata the n largest get one each. Within a stratum entries are drawn without
 * replacement by the smallest −ln(u) / w (Efraimidis and Spirakis 2006), u from sha256 of seed and the entry's own
 * content, w = 4 in a strong or moderate finding, 2 where its ledger claims results, else 1.
 *
 * The seed comes from the contents of the package alone, so that moving or renaming files draws the same entries.
 * Undefined when there is nothing to draw from.
 */
export function drawFieldCheck(
  evidence: Evidence,
  weights: readonly Weight[],
  findings: readonly Finding[],
  tick: Tick = () => {}
): FieldCheck | undefined {
  const contents = [...new Set(evidence.materials.filter(({ origin }) => origin === 'package').map(each => each.sha256))] // prettier-ignore
  const seed = sha256(contents.sort(byCodePoint).join('\n')).slice(0, 16)
  const strata = strataOf(evidence, weights, inFindings(findings), seed, tick)
  const population = strata.reduce((total, each) => total + each.population, 0)
  if (population === 0) return undefined
  const sizes = allocate(strata.map(each => each.drawn.length), strata.map(each => each.population), MOST_DRAWN) // prettier-ignore
  return {
    seed,
    population,
    strata: strata.map(({ name, population: all }, s) => ({ stratum: name, population: all, drawn: sizes[s]! })),
    rows: strata.flatMap(({ name, drawn }, s) => drawn.slice(0, sizes[s]!).map(({ ledger, entry, finding }) => ({
      stratum: name,
      ...rowOf(evidence, ledger, entry),
      ...(finding ? { finding } : {})
    })))
  } // prettier-ignore
}

function strataOf(
  evidence: Evidence,
  weights: readonly Weight[],
  found: ReadonlyMap<string, string>,
  seed: string,
  tick: Tick
): Stratum[] {
  const strata = new Map<string, Stratum>()
  const nth = new Map<number, number>() // ledgers of one material come in order
  evidence.ledgers.forEach((ledger, index) => {
    const place = nth.get(ledger.material) ?? 0
    nth.set(ledger.material, place + 1)
    const weight = weights[ledger.material]!
    const nature = weight.ledgers[place]
    const material = evidence.materials[ledger.material]!
    if (!nature || (nature.nature !== 'record' && nature.nature !== 'payment')) return
    if (material.origin !== 'package' || weight.class === 'issued' || evidence.secrecyOf[ledger.material])
      return
    if (!canBeVisited(ledger)) return
    const name = stratumOf(ledger)
    const stratum: Stratum = strata.get(name) ?? { name, population: 0, drawn: [] }
    strata.set(name, stratum)
    stratum.population += ledger.rows.length
    for (let entry = 0; entry < ledger.rows.length; entry++) {
      if (entry % 10_000 === 0) tick(entry, ledger.rows.length)
      const row = ledger.table.cells.rows[ledger.rows[entry]!]!
      const finding = found.get(`${material.path}\n${ledger.table.head.index}\n${row}`)
      const hash = entryHash(ledger, entry)
      const u = (Number.parseInt(sha256(`${seed}\n${hash}`).slice(0, 12), 16) + 1) / (2 ** 48 + 1)
      const key = -Math.log(u) / (finding ? IN_FINDING : nature.result > 0 ? RESULT : 1)
      keep(stratum.drawn, { ledger: index, entry, hash, key, ...(finding ? { finding } : {}) })
    }
  })
  return [...strata.values()].sort((a, b) => byCodePoint(a.name, b.name))
}

/** Keeps the smallest keys in order; the same entry in two ledgers is one place to go. */
function keep(drawn: Drawn[], each: Drawn): void {
  if (drawn.length >= MOST_DRAWN && each.key >= drawn.at(-1)!.key) return
  const same = drawn.findIndex(({ hash }) => hash === each.hash)
  if (same >= 0) {
    if (drawn[same]!.key <= each.key) return
    drawn.splice(same, 1)
  }
  let at = drawn.length
  while (at > 0 && drawn[at - 1]!.key > each.key) at--
  drawn.splice(at, 0, each)
  if (drawn.length > MOST_DRAWN) drawn.pop()
}

/** Sizes by stratum, see above. `available` is how many different entries each can give. */
export function allocate(
  available: readonly number[],
  populations: readonly number[],
  most: number
): number[] {
  const total = Math.min(most, available.reduce((a, b) => a + b, 0)) // prettier-ignore
  const order = populations.map((_, s) => s).sort((a, b) => populations[b]! - populations[a]! || a - b)
  const sizes = populations.map(() => 0)
  for (const s of order.slice(0, total)) if (available[s]! > 0) sizes[s] = 1
  const roots = populations.reduce((sum, each) => sum + Math.sqrt(each), 0)
  let left = total - sizes.reduce((a, b) => a + b, 0)
  while (left > 0) {
    // the stratum furthest below its due share comes next
    const next = order
      .filter(s => sizes[s]! < available[s]!)
      .reduce<number | undefined>((best, s) => {
        const lacks = (each: number): number => (total * Math.sqrt(populations[each]!)) / roots - sizes[each]!
        return best === undefined || lacks(s) > lacks(best) ? s : best
      }, undefined)
    if (next === undefined) break
    sizes[next]!++
    left--
  }
  return sizes
}

function inFindings(findings: readonly Finding[]): Map<string, string> {
  const found = new Map<string, string>()
  for (const { id, strength, places } of findings) {
    if (strength === 'weak') continue
    for (const { path, table, row } of places) {
      const key = `${path}\n${table ?? 0}\n${row}`
      if (row !== undefined && !found.has(key)) found.set(key, id)
    }
  }
  return found
}
