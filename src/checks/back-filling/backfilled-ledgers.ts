import type { Indication } from '../../model/audit.ts'
import type { Evidence, LedgerHistory } from '../../model/evidence.ts'
import type { FindingDraft } from '../../model/finding.ts'
import { isTypedIn } from '../../model/typed-in.ts'
import { daysBetween, wallSeconds } from '../../support/dates.ts'
import { groupBy } from '../../support/grouping.ts'
import { defineCheck, judged, notApplicable, undecided } from '../define.ts'

/**
 * Weights are priors (field notes, ledgers, section c), log10 likelihood ratios. What a file records of its making
 * is one family, and a paper ledger typed up later explains all of it: together it stays below `moderate`
 * (.7 + a fifth of the rest < 1.18). Strings down the columns are found in 11 of 57 ordinary Excel files, so once
 * they count .5, and .8 when most files of a sitting show it.
 */
const WEIGHT = {
  madeTogether: 0.7,
  createdAfter: 0.5,
  nearInspection: 0.3,
  oneSitting: 0.3,
  statedEarlier: 0.4,
  savedUnder: 0.5,
  byColumns: 0.5,
  mostByColumns: 0.8,
  turns: 0.3,
  evenGaps: 0.5,
  askedFor: 0.6
}
/** So many files of one sitting are told even when nothing else speaks (field notes: five). */
const MANY_FILES = 5
const WEEK = 7
/** A sitting, in minutes; twenty entries over a season written in one. */
const SITTING = 180
const SITTING_ENTRIES = 20
const SITTING_DAYS = 90
/** Late by more than a month's closing. */
const STATED_LATE = 14
/** Dates that go back at one number in twenty are late registration; at two in five the sheet is sorted by something else. */
const TURNS = [0.05, 0.4] as const
const EVEN = 0.9
/** Weight from which a second family makes a finding at all. */
const TELLING = 0.5
const MOST_SHOWN = 30

/** File history against the dates that a ledger's entries claim. */
export default defineCheck({
  id: 'backfilled-ledgers',
  family: 'back-filling',
  stage: '考核',
  reads: 'text',
  messages: ['madeTogether', 'madeLater'],
  reasons: ['noLedgers', 'noHistory'],
  examine(evidence, tick) {
    const { ledgers, materials, ledgerHistories } = evidence
    const files = [...new Set(ledgers.map(({ material }) => material))]
    if (files.length === 0) return notApplicable('noLedgers')
    const looked = files.filter(i => isTypedIn(materials[i]!)).length
    const coverage = { looked, lookable: files.length }
    if (looked === 0) return undecided('noHistory', coverage)
    const together = groupBy(ledgerHistories, ({ batch, material }) => (batch === undefined ? `m${material}` : `b${batch}`)) // prettier-ignore
    return judged(
      [...together.values()].flatMap(histories => {
        tick()
        const indications = indicationsOf(evidence, histories)
        return speaks(indications) || histories.length >= MANY_FILES
          ? [toFinding(evidence, histories, indications)]
          : []
      }),
      coverage
    )
  }
})

/** Something other than the file's own record speaks as well, and not only a few dates out of order. */
function speaks(indications: readonly Indication[]): boolean {
  return indications.some(({ family, weight }) => family !== 'metadata' && weight >= TELLING)
}

function indicationsOf(
  { inspection, conversations }: Evidence,
  histories: readonly LedgerHistory[]
): Indication[] {
  const found: Indication[] = []
  const add = (
    code: keyof typeof WEIGHT,
    family: Indication['family'],
    words: Indication['words'] = {}
  ): void => void found.push({ code, family, weight: WEIGHT[code], words })
  const most = (test: (history: LedgerHistory) => boolean): boolean =>
    histories.filter(test).length * 2 > histories.length
  const [first] = histories as [LedgerHistory]
  const days = middleOf(histories.map(({ lag }) => lag))
  const before = Math.min(...histories.map(each => each.before))
  if (histories.length > 1) add('madeTogether', 'metadata', { files: histories.length, minutes: minutesOf(histories) }) // prettier-ignore
  add('createdAfter', 'metadata', { days, share: Math.floor(before * 100) })
  const ahead = inspection.inspectedOn === undefined ? -1 : daysBetween(first.created, inspection.inspectedOn)
  if (ahead >= 0 && ahead <= WEEK) add('nearInspection', 'metadata', { days: ahead })
  if (histories.length === 1 && inOneSitting(first)) add('oneSitting', 'metadata', { minutes: first.sitting!, entries: first.entries }) // prettier-ignore
  if (most(({ stated }) => stated !== undefined && stated.days >= STATED_LATE))
    add('statedEarlier', 'metadata', {
      days: middleOf(histories.flatMap(({ stated }) => stated?.days ?? []))
    })
  const under = histories.find(({ pathWords }) => pathWords !== undefined)?.pathWords
  if (under !== undefined) add('savedUnder', 'metadata', { folder: under })
  const columns = histories.filter(({ byColumns }) => byColumns).length
  if (columns * 2 > histories.length) add(columns > 1 ? 'mostByColumns' : 'byColumns', 'order', { files: columns }) // prettier-ignore
  if (most(({ turns }) => turns !== undefined && turns > TURNS[0] && turns < TURNS[1]))
    add('turns', 'order', {
      share: Math.round(100 * middleOf(histories.flatMap(({ turns }) => turns ?? [])))
    })
  if (most(isEven)) add('evenGaps', 'regularity', { days: histories.find(isEven)!.gap!.days, share: Math.round(100 * histories.find(isEven)!.gap!.share) }) // prettier-ignore
  const asked = histories.find(each => each.asked !== undefined)?.asked
  if (asked) {
    const { messages } = conversations[asked.conversation]!
    const { at, number } = messages[asked.message]!
    add('askedFor', 'conversation', {
      message: number,
      day: at.slice(0, 10)
    })
  }
  return found
}

function toFinding(
  { materials }: Evidence,
  histories: readonly LedgerHistory[],
  indications: Indication[]
): FindingDraft {
  const created = histories.map(each => each.created).sort()
  return {
    message: histories.length > 1 ? 'madeTogether' : 'madeLater',
    words: {
      files: histories.length,
      entries: histories.reduce((sum, { entries }) => sum + entries, 0),
      from: histories.map(({ from }) => from).sort()[0]!,
      to: histories
        .map(({ to }) => to)
        .sort()
        .at(-1)!,
      created: created[0]!.slice(0, 10),
      minutes: minutesOf(histories),
      days: middleOf(histories.map(({ lag }) => lag))
    },
    owner: 'unit',
    places: histories.map(({ material }) => ({ path: materials[material]!.path })),
    members: histories.map(({ material }) => materials[material]!.sha256),
    indications,
    detail: {
      kind: 'files',
      total: histories.length,
      files: histories.slice(0, MOST_SHOWN).map(({ material, from, to, entries }, place) => {
        const { bytes, sha256, reading } = materials[material]!
        const { created: made, modified } = reading!.claims
        return {
          place,
          bytes,
          sha256,
          claims: {
            entryDates: from === to ? from : `${from} – ${to}`,
            entries,
            created: shown(made!),
            ...(modified && { modified: shown(modified) })
          }
        }
      })
    }
  }
}

function inOneSitting({ sitting, entries, from, to }: LedgerHistory): boolean {
  const short = sitting !== undefined && sitting > 0 && sitting <= SITTING
  return short && entries >= SITTING_ENTRIES && daysBetween(from, to) >= SITTING_DAYS
}

/** A day or a whole number of weeks apart is how much work goes. */
function isEven({ gap }: LedgerHistory): boolean {
  return gap !== undefined && gap.share >= EVEN && Math.abs(gap.days) > 1 && gap.days % WEEK !== 0
}

/** Minutes from the first file's beginning to the last one's. */
function minutesOf(histories: readonly LedgerHistory[]): number {
  const times = histories.flatMap(({ created }) => (created.length > 10 ? [wallSeconds(created)] : [])).sort((a, b) => a - b) // prettier-ignore
  return times.length === 0 ? 0 : Math.ceil((times.at(-1)! - times[0]!) / 60)
}

function middleOf(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0
}

/** As the file records it; a trailing Z says universal time. */
function shown(moment: string): string {
  return moment.replace('T', ' ').replace(/Z$/u, ' UTC')
}
