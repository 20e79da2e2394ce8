import type { Indication } from '../../model/audit.ts'
import type { EntryGroup, Evidence, Ledger, Meaning } from '../../model/evidence.ts'
import type { FindingDraft } from '../../model/finding.ts'
import { dayNumber } from '../../support/dates.ts'
import { defineCheck, judged, notApplicable, undecided } from '../define.ts'
import { factsOf, memberOf, placeOf, rowsDetail, type GroupFacts } from '../entry-rows.ts'

const FULL_WEIGHT = 1.9
/** Bits of identical wording per log10 of weight: one text of 80 net characters, or a block of 100, counts one (4 bits a character). A routine sentence is copied by honest people too, so this grows slowly. */
const BITS_OF_TEXT = 320
const BITS_OF_BLOCK = 400
/** A text of fifty net characters is more than a phrase for everyday visits. */
const TELLING = 200
/** Share of pairs that keep one distance in days; months differ in length, so a shift of a month keeps to it in four of five. */
const CONSTANT = 0.8

/** Rows that claim different occasions with the same content. */
export default defineCheck({
  id: 'recycled-entries',
  family: 'duplicates',
  stage: '推进',
  reads: 'text',
  messages: ['blockRepeated', 'contentRepeated', 'contentsRepeated'],
  reasons: ['noLedgers', 'noClaims'],
  examine(evidence, tick) {
    const { ledgers } = evidence
    if (ledgers.length === 0) return notApplicable('noLedgers')
    const size = (list: readonly Ledger[]) => list.reduce((sum, { rows }) => sum + rows.length, 0)
    const looked = size(ledgers.filter(tells))
    if (looked === 0) return undecided('noClaims', { looked, lookable: size(ledgers) })
    // rosters of persons and things record nothing that happened: there is nothing to recycle in them
    const coverage = { looked, lookable: size(ledgers.filter(ledger => tells(ledger) || records(ledger))) }
    const groups = evidence.entryGroups.filter(({ kind }) => kind === 'recycled')
    return judged(
      groups.map(group => {
        tick()
        return toFinding(evidence, group)
      }),
      coverage
    )
  }
})

/** A ledger can be looked at when it says what happened and when, or about whom. */
function tells(ledger: Ledger): boolean {
  return (
    (records(ledger) || has(ledger, 'note')) &&
    has(ledger, 'date', 'subject', 'household', 'idNumber', 'phone')
  )
}

/** Says what happened, whoever it was and whenever. */
function records(ledger: Ledger): boolean {
  return has(ledger, 'topic', 'content', 'problem', 'measure', 'outcome')
}

function has({ columns }: Ledger, ...meanings: Meaning[]): boolean {
  return columns.some(({ meaning, filled }) => filled > 0 && meanings.includes(meaning))
}

function toFinding(evidence: Evidence, group: EntryGroup): FindingDraft {
  const facts = factsOf(evidence, group, dayNumber)
  const message = group.block ? 'blockRepeated' : facts.contents > 1 ? 'contentsRepeated' : 'contentRepeated'
  return {
    message,
    words: {
      rows: facts.rows,
      ledgers: facts.ledgers,
      contents: Math.max(1, facts.contents),
      dates: facts.dates.length,
      subjects: facts.subjects,
      from: facts.dates[0] ?? '–',
      to: facts.dates.at(-1) ?? '–'
    },
    owner: 'unit',
    places: group.members.map(ref => placeOf(evidence, ref)),
    members: group.members.map(ref => memberOf(evidence, ref)),
    indications: indicationsOf(group, facts, message),
    detail: rowsDetail(evidence, group)
  }
}

function indicationsOf(group: EntryGroup, facts: GroupFacts, message: string): Indication[] {
  const indications: Indication[] = []
  const add = (code: string, family: Indication['family'], weight: number, words: Indication['words'] = {}) =>
    indications.push({ code, family, weight: Math.round(Math.min(FULL_WEIGHT, weight) * 100) / 100, words })
  const one = message === 'contentRepeated'
  add(
    group.exact ? 'identical' : 'nearlyIdentical',
    'text',
    group.information / (one ? BITS_OF_TEXT : BITS_OF_BLOCK),
    {
      bits: group.information,
      run: group.run
    }
  )
  if (group.block)
    add('sameSequence', 'order', 0.4 * Math.max(3, facts.contents), { contents: Math.max(3, facts.contents) })
  const { days, share, pairs } = facts.shift
  if (!one && pairs >= 3 && share >= CONSTANT && days !== 0)
    add('constantShift', 'regularity', 0.8, { days: Math.abs(days), share: Math.round(share * 100) })
  if (group.differ.some(each => each === 'subject' || each === 'household') && facts.subjects >= 2)
    add('otherSubjects', 'claims', facts.subjects >= 3 && group.information >= TELLING ? 1 : 0.6, {
      subjects: facts.subjects
    })
  else if (facts.dates.length >= 2)
    add('otherDates', 'claims', group.block ? 0.5 : 0.3, {
      dates: facts.dates.length,
      contents: Math.max(1, facts.contents)
    })
  return indications
}
