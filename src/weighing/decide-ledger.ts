import type { Cue } from '../model/audit.ts'
import { LADDER } from '../model/audit.ts'
import type { LedgerClass } from './entry-class.ts'
import { reasons, SILENT, sumOf, top, totals, type Decision } from './decision.ts'
import type { Seen } from './seen.ts'

/** Of its entries, so many with an outcome make a ledger a result; without a closing column nearly all of them must. */
const MOSTLY = 0.6
const NEARLY_ALL = 0.75
/** Lexicon, T05: mixed from this share of entries with an outcome of their own. */
const PARTLY = 0.3

/** Class of a material whose content is its entries. `cues` of the whole content. */
export function decideLedger(seen: Seen, cues: readonly Cue[]): Decision {
  const spoken = seen.natures.filter(({ entries }) => entries > 0)
  const main = [...spoken].sort((a, b) => b.entries - a.entries)[0]!
  const entries = spoken.reduce((total, each) => total + each.entries, 0)
  const working = spoken.filter(({ nature }) => nature !== 'roster')
  const counted = working.reduce((total, each) => total + each.entries, 0)
  const shown = working.reduce((total, each) => total + each.result, 0)
  const sums = totals(cues)
  const ladder = LADDER[Math.max(0, ...working.map(each => LADDER.indexOf(each.ladder)))]!
  const because = (id: string, where: Cue['where'] = 'header', weight = 4): Cue => ({ cue: nameOf(main), class: id, where, weight }) // prettier-ignore
  const given = (decision: Omit<Decision, 'why'>, own: Cue): Decision => ({
    ...decision,
    why: reasons([own, ...exportCues(spoken, decision.classId ?? ''), ...cues], decision.classId)
  })
  const title = titleId(cues)

  if (counted * 2 < entries) return ofRoster(given, because, title)
  switch (main.nature) {
    case 'signIn':
      return given({ class: 'trace', classId: title === 'T09' || title === 'T04' ? title : 'T01', change: { code: 'result-of-occasion' } }, because('T01', 'layout')) // prettier-ignore
    case 'metrics':
      return given({ class: 'trace', classId: 'T07', change: { code: 'what-was-done-with-it' } }, because('T07')) // prettier-ignore
    case 'survey':
      return given({ class: 'mixed', classId: 'M07', ladder: 'E1', change: { code: 'third-party-survey' } }, because('M07')) // prettier-ignore
    case 'payment':
      return given({ class: 'result', classId: 'R02', ladder, change: { code: 'outside-document' } }, because('R02', 'header', 6)) // prettier-ignore
    default:
  }
  // Certificates at the end of a training were gained by someone (lexicon, M04).
  if (main.nature === 'measured' && shown > 0 && trained(seen)) return given({ class: LADDER.indexOf(ladder) >= 2 ? 'result' : 'mixed', classId: 'M04', ladder, change: { code: 'outside-document' } }, because('M04')) // prettier-ignore
  // Who does what, a rule's points, a box's index: papers whose title says that nothing has been done yet.
  if (title?.startsWith('T') && shown === 0) return given({ class: 'trace', classId: title, change: { code: 'outcome-per-entry', words: { entries: counted } } }, because(title)) // prettier-ignore
  const told = counted > 0 && main.confirmed && shown / counted >= NEARLY_ALL
  if ((title === 'M01' && !told) || title === 'M06' || title === 'M07') return given({ class: 'mixed', classId: title, ladder: 'E1', change: { code: 'show-what-carries' } }, because(title)) // prettier-ignore
  if (main.nature === 'progress') {
    const some = shown > 0
    return given({ class: some ? 'mixed' : 'trace', classId: 'M05', ...(some ? { ladder } : {}), change: { code: 'show-what-carries' } }, because('M05')) // prettier-ignore
  }
  const share = shown / counted
  const sure = main.nature === 'compared' || main.nature === 'measured'
  const closed = main.confirmed && share >= MOSTLY
  if ((sure && share >= 0.5) || closed || (main.outcome && share >= NEARLY_ALL)) {
    const id = top(resultsOnly(sums), 'R') ?? (main.nature === 'compared' ? 'R08' : 'R01')
    const verifiable = LADDER.indexOf(ladder) >= LADDER.indexOf('E2') || sure
    return given({ class: verifiable ? 'result' : 'mixed', classId: id, ladder, change: { code: 'outside-document' } }, because(id, sure ? 'header' : 'cell', 6)) // prettier-ignore
  }
  const id = title ?? top(sums, 'M')
  const mixedId = id?.startsWith('M') && id !== 'M08' ? id : 'M03'
  if (share >= PARTLY) return given({ class: 'mixed', classId: mixedId, ladder, change: { code: 'close-entries', words: { told: shown, entries: counted } } }, because(mixedId, 'cell')) // prettier-ignore
  if (title === 'M08' && sumOf(sums, 'R') + (sums.get('M03') ?? 0) < SILENT && (sums.get('M08') ?? 0) > sumOf(sums, 'T')) return given({ class: 'input', classId: 'M08', change: { code: 'what-was-done-with-it' } }, because('M08')) // prettier-ignore
  if (cues.reduce((total, cue) => total + cue.weight, 0) < SILENT && !recognisable(seen)) return { class: 'unknown', why: [...cues], change: { code: 'say-more' } } // prettier-ignore
  const trace = title?.startsWith('T') ? title : mixedId !== 'M03' || title === 'M03' ? mixedId : (top(sums, 'T') ?? 'T05') // prettier-ignore
  return given({ class: 'trace', classId: trace, change: { code: 'outcome-per-entry', words: { entries: counted } } }, because(trace)) // prettier-ignore
}

function ofRoster(
  given: (decision: Omit<Decision, 'why'>, own: Cue) => Decision,
  because: (id: string, where?: Cue['where'], weight?: number) => Cue,
  title: string | undefined
): Decision {
  // A list of who does what or who came is no base data, whatever columns it has.
  if (title?.startsWith('T') && title !== 'T05') return given({ class: 'trace', classId: title, change: { code: 'result-of-occasion' } }, because(title)) // prettier-ignore
  return given({ class: 'input', classId: 'M08', change: { code: 'what-was-done-with-it' } }, because('M08'))
}

/** The class a title names outright. */
export function titleId(cues: readonly Cue[]): string | undefined {
  const titled = cues.filter(({ where, weight }) => (where === 'title' && weight >= 5) || (where === 'sheet' && weight >= 4)) // prettier-ignore
  if (titled.length === 0) return undefined
  const heaviest = Math.max(...titled.map(({ weight }) => weight))
  const best = new Set(titled.filter(({ weight }) => weight >= heaviest * 0.8).map(cue => cue.class))
  const sums = totals(cues.filter(cue => best.has(cue.class)))
  return top(sums)
}

function resultsOnly(sums: ReadonlyMap<string, number>): Map<string, number> {
  return new Map([...sums].filter(([id]) => id.startsWith('R')))
}

function exportCues(natures: readonly LedgerClass[], id: string): Cue[] {
  const signs = natures.flatMap(({ exported }) => exported?.signs ?? [])
  return signs.length === 0
    ? []
    : [{ cue: [...new Set(signs)].join('+'), class: id, where: 'provenance', weight: 3 }]
}

function nameOf({ because, nature }: LedgerClass): string {
  const name = because.filter(header => header !== '').slice(0, 3).join('、') // prettier-ignore
  return name === '' ? (nature === 'record' ? 'no-outcome-column' : nature) : name
}

/** A certificate at the end of a training: held, and gained by someone (lexicon, M04). */
function trained({ ledgers }: Seen): boolean {
  return ledgers.some(({ columns }) =>
    columns.some(({ header }) => /培训|学时|考[试核]成绩|结业|参训/u.test(header))
  )
}

/** Something in the columns that tells what the rows are about. */
function recognisable({ ledgers }: Seen): boolean {
  return ledgers.some(({ columns }) =>
    columns.some(({ meaning }) => !['serial', 'quantity', 'note', 'other'].includes(meaning))
  )
}
