import type { Indication } from '../../model/audit.ts'
import type { EntryGroup, Evidence } from '../../model/evidence.ts'
import type { FindingDraft } from '../../model/finding.ts'
import { dayNumber } from '../../support/dates.ts'
import { defineCheck, judged, notApplicable, undecided } from '../define.ts'
import { factsOf, memberOf, placeOf, rowsDetail, type GroupFacts } from '../entry-rows.ts'

/** Bits that weigh as much as a family may (log10 1.9): values that agree by chance once in a billion pairs. */
const FULL_BITS = 45
const FULL_WEIGHT = 1.9

/** Ledger rows that are the same record, slips and formats aside. */
export default defineCheck({
  id: 'duplicate-entries',
  family: 'duplicates',
  stage: '推进',
  reads: 'text',
  messages: ['sameRecord', 'sameUndated', 'repeatedBlock', 'blockUndated', 'compiled', 'compiledUndated'],
  reasons: ['noLedgers', 'tooFew'],
  examine(evidence, tick) {
    const entries = evidence.ledgers.reduce((sum, { rows }) => sum + rows.length, 0)
    if (evidence.ledgers.length === 0) return notApplicable('noLedgers')
    if (entries < 2) return undecided('tooFew', { looked: entries, lookable: entries })
    const groups = evidence.entryGroups.filter(({ kind }) => kind === 'duplicate')
    return judged(
      groups.map(group => {
        tick()
        return toFinding(evidence, group)
      }),
      { looked: entries, lookable: entries }
    )
  }
})

function toFinding(evidence: Evidence, group: EntryGroup): FindingDraft {
  const facts = factsOf(evidence, group, dayNumber)
  const message = !group.block ? 'sameRecord' : isCompiled(evidence, group) ? 'compiled' : 'repeatedBlock'
  return {
    message: facts.dates.length > 0 ? message : UNDATED[message],
    words: {
      rows: facts.rows,
      ledgers: facts.ledgers,
      from: facts.dates[0] ?? '–',
      to: facts.dates.at(-1) ?? '–'
    },
    owner: message === 'compiled' ? 'nobody' : 'unit',
    places: group.members.map(ref => placeOf(evidence, ref)),
    members: group.members.map(ref => memberOf(evidence, ref)),
    indications: indicationsOf(group, facts, message, layoutsDiffer(evidence, group)),
    detail: rowsDetail(evidence, group)
  }
}

/** The same said of rows without dates. */
const UNDATED = {
  sameRecord: 'sameUndated',
  repeatedBlock: 'blockUndated',
  compiled: 'compiledUndated'
} as const

/** A ledger whose period contains the others' and that holds more than they do was put together from them. */
function isCompiled({ ledgers }: Evidence, { members }: EntryGroup): boolean {
  const inGroup = new Map<number, number>()
  for (const { ledger } of members) inGroup.set(ledger, (inGroup.get(ledger) ?? 0) + 1)
  if (inGroup.size < 2) return false
  const spans = [...inGroup.keys()].map(index => {
    const ledger = ledgers[index]!
    const dates = Array.from(ledger.rows, (_, i) => ledger.date(i)).filter(date => date !== '')
    dates.sort()
    return { index, size: ledger.rows.length, from: dates[0] ?? '', to: dates.at(-1) ?? '' }
  })
  const widest = spans.reduce((best, each) => (each.size > best.size ? each : best))
  return spans.every(
    each =>
      each === widest || (widest.from <= each.from && widest.to >= each.to && widest.size >= each.size * 1.3) // 1.3: more than a few late rows
  )
}

/** Ledgers of different columns: each may have been asked for on its own. */
function layoutsDiffer({ ledgers }: Evidence, { members }: EntryGroup): boolean {
  const layouts = [...new Set(members.map(({ ledger }) => ledger))].map(index => ledgers[index]!.columns.map(({ header }) => header).join('\t')) // prettier-ignore
  return new Set(layouts).size > 1
}

function indicationsOf(
  group: EntryGroup,
  facts: GroupFacts,
  message: string,
  otherLayout: boolean
): Indication[] {
  const agreement: Indication = {
    code: group.exact ? 'equal' : 'agreement',
    family: 'text',
    weight: Math.min(FULL_WEIGHT, (FULL_WEIGHT * group.information) / FULL_BITS),
    words: { bits: group.information }
  }
  if (message === 'compiled') {
    return [
      { ...agreement, weight: 1 },
      { code: 'compilation', family: 'claims', weight: -0.5, words: { ledgers: facts.ledgers } }
    ]
  }
  const indications = [agreement]
  if (otherLayout && !group.block) {
    const twice = {
      code: 'otherLayout',
      family: 'claims' as const,
      weight: -0.7,
      words: { ledgers: facts.ledgers }
    }
    return [agreement, twice]
  }
  const about = group.agree.some(each => each === 'subject' || each === 'household' || each === 'person')
  const numbered = group.agree.some(each => each === 'idNumber' || each === 'phone')
  if (facts.dates.length > 0 && about)
    indications.push({ code: 'sameOccasion', family: 'claims', weight: 0.8, words: {} })
  else if (numbered) indications.push({ code: 'sameNumber', family: 'claims', weight: 0.8, words: {} })
  else if (facts.dates.length > 0)
    indications.push({ code: 'sameDay', family: 'claims', weight: 0.3, words: {} })
  if (group.block)
    indications.push({ code: 'sameSequence', family: 'order', weight: 1, words: { rows: facts.rows } })
  return indications
}
