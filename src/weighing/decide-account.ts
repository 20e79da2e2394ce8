import genres from '../../resources/lexicon/genres.json'
import type { Cue, LadderStep } from '../model/audit.ts'
import { reasons, type Decision } from './decision.ts'
import { atLeast } from './ladder.ts'
import { writtenDates } from '../support/dates.ts'
import { BODY, type Seen } from './seen.ts'
import type { Told } from './told.ts'

/**
 * Titles that only say that an account follows (…情况, …说明, …公示, …统计): neither what was done nor what came of it.
 * The sentences decide: outcomes alone make a result, doings alone trace, both mixed.
 */
const ACCOUNTS: ReadonlySet<string> = new Set(genres.accounts)

/** Outcomes are the matter of a text when they outweigh accounts of doings so far. */
const MOSTLY = 0.6
const PARTLY = 0.2

/** Whether the word by which a title named `id` leaves open what the text tells. */
export function leavesOpen(cues: readonly Cue[], id: string): boolean {
  const named = cues.filter(({ where, class: of }) => where === 'title' && of === id)
  const heaviest = Math.max(0, ...named.map(({ weight }) => weight))
  return named.some(({ cue, weight }) => weight === heaviest && ACCOUNTS.has(cue))
}

/** The class of an account by what its sentences tell; undefined when they tell neither. */
export function decideAccount(
  seen: Seen,
  told: Told,
  cues: readonly Cue[],
  title: string,
  ladder: LadderStep
): Decision | undefined {
  const doings = told.held + told.metrics
  const answer = (decision: Omit<Decision, 'why'>, own: Cue): Decision => ({ ...decision, why: reasons([own, ...cues], decision.classId) }) // prettier-ignore
  const share = told.outcomes / Math.max(1, told.outcomes + doings)
  if (told.outcomes === 0 || share < PARTLY || told.metrics > told.outcomes) {
    if (doings === 0) return undefined
    const id = told.metrics > told.held ? 'T07' : /^[TM]/u.test(title) ? title : 'T08'
    return answer({ class: 'trace', classId: id, change: { code: 'result-of-occasion' } }, { cue: 'told-doings', class: id, where: 'body', weight: 4 }) // prettier-ignore
  }
  const id = told.kind ?? title
  const own: Cue = { cue: 'told-outcomes', class: id, where: 'body', weight: 2 * told.clauses }
  const stands = verifiable(seen, told, ladder)
  if (share >= MOSTLY && told.clauses >= 2 && atLeast(stands, 'E2')) return answer({ class: 'result', classId: id, ladder: stands, change: { code: 'outside-document' } }, own) // prettier-ignore
  const mixedId = title.startsWith('M') && title !== 'M08' ? title : 'M01'
  return answer({ class: 'mixed', classId: mixedId, ladder: stands, change: { code: 'show-what-carries' } }, { ...own, class: mixedId }) // prettier-ignore
}

/** Several completed things with their quantities, and a time among them, can be looked up one by one. */
export function verifiable(
  { body }: Seen,
  { clauses, outcomes, sentences }: Told,
  shown: LadderStep
): LadderStep {
  // prettier-ignore
  if (atLeast(shown, 'E2') || !atLeast(shown, 'E1')) return shown
  const text = body.slice(0, BODY)
  const timed = writtenDates(text).length > 0 || /(?:19|20)\d{2}年|\d{1,2}月/u.test(text)
  return clauses >= 2 && outcomes * 3 >= sentences && timed ? 'E2' : shown
}
