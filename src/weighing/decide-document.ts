import type { Cue, LadderStep } from '../model/audit.ts'
import { LADDER } from '../model/audit.ts'
import { EVENT_WORDS } from '../model/filing.ts'
import { writtenDates } from '../support/dates.ts'
import { isBaseForm } from './base-data.ts'
import { decideAccount, leavesOpen, verifiable } from './decide-account.ts'
import { titleId } from './decide-ledger.ts'
import { reasons, SILENT, sumOf, top, totals, type Decision } from './decision.ts'
import { atLeast, CREDIT, ladderOf, ladderOfText } from './ladder.ts'
import { outsideDocument } from './outside.ts'
import { BODY, type Seen } from './seen.ts'
import { toldBy, toldCues, type Told } from './told.ts'

/** A form or certificate of this length is one statement: its number, date and object stand in fields of their own. */
const WHOLE = 1200
/** Shorter texts are notes that tell nothing either way. */
const ACCOUNT = 60
/** Of a training or a fair one told gain (a contract signed, a certificate) is more than that it was held. */
const SOMEONE_GAINED = 0.5
/** A title that names a result stands only on a content that bears it out at least so far. */
const BORNE_OUT = 1.4

/** Class of running text and filled forms. `cues` of the whole content. */
export function decideDocument(seen: Seen, cues: readonly Cue[]): Decision {
  const told = toldBy(seen.sentences)
  const outside = outsideDocument(seen.title, seen.body, seen.document, seen.unit)
  if (outside) {
    const id = outside.kind === 'receipt' ? 'R02' : 'R07'
    const own: Cue = { cue: outside.by || outside.kind, class: id, where: 'layout', weight: 10 }
    return { class: 'result', classId: id, why: reasons([own, ...cues], id), ladder: 'E4' }
  }
  const beneficiary = cues.find(({ cue }) => cue === 'beneficiary-statement')
  if (beneficiary && told.held <= told.outcomes + 1) return { class: 'result', classId: 'R07', why: reasons(cues, 'R07'), ladder: 'E3', change: { code: 'outside-document' } } // prettier-ignore
  const content = cues.filter(({ where }) => where !== 'title' && where !== 'sheet' && where !== 'file')
  const sums = totals(content)
  const [trace, result] = [sumOf(sums, 'T'), sumOf(sums, 'R')]
  const title = titleId(cues)
  const ladder = ladderShown(seen)
  const answer = (decision: Omit<Decision, 'why'>, all: readonly Cue[] = cues): Decision => ({
    ...decision,
    why: reasons(all, decision.classId)
  })

  // A figure in one's own account is a claim: E1 until what carries it is found.
  const claimed = (id: string): Decision => answer({ class: 'mixed', classId: id, ladder: atLeast(ladder, 'E1') ? 'E1' : 'E0', change: { code: 'show-what-carries' } }) // prettier-ignore

  if (title !== undefined && leavesOpen(cues, title)) {
    const open = decideAccount(seen, told, cues, title, ladder)
    if (open) return open
  }
  const { forms, ledgers } = seen
  if (title?.startsWith('R') && ledgers.length === 0 && forms.length > 0 && forms.every(isBaseForm)) return answer({ class: 'input', classId: 'M08', change: { code: 'what-was-done-with-it' } }) // prettier-ignore
  if (title?.startsWith('R')) {
    const borne = (result >= BORNE_OUT && result * 1.5 >= trace) || (told.clauses >= 2 && told.outcomes > told.held + told.metrics) // prettier-ignore
    if (borne) {
      const columns = content.filter(
        ({ where, class: id }) => where === 'header' && id.startsWith('R')
      ).length
      const stands: LadderStep =
        (stated(seen, ladder) || columns >= 2) && !atLeast(ladder, 'E2') ? 'E2' : ladder
      return answer({ class: atLeast(stands, 'E2') ? 'result' : 'mixed', classId: title, ladder: stands, change: { code: 'outside-document' } }) // prettier-ignore
    }
    // What the title says the content does not show: the content decides.
    const rest = decideContent(seen, content, told, ladder)
    return { ...rest, change: { code: 'not-the-title' } }
  }
  if (title?.startsWith('T')) return answer({ class: 'trace', classId: title, change: { code: 'result-of-occasion' } }) // prettier-ignore
  switch (title) {
    case 'M06':
      // An anchor or a figure of one's own earns credit; praise alone does not (lexicon, M06).
      if (told.clauses === 0 && !atLeast(ladder, 'E2')) return answer({ class: 'trace', classId: 'M06', change: { code: 'result-of-occasion' } }) // prettier-ignore
      return claimed('M06')
    case 'M01':
      return claimed('M01')
    case 'M07':
      return answer({ class: 'mixed', classId: title, ladder: atLeast(ladder, 'E1') ? 'E1' : 'E0', change: { code: 'third-party-survey' } }) // prettier-ignore
    case 'M02':
    case 'M05':
      return answer({ class: 'mixed', classId: title, ladder: atLeast(ladder, 'E2') ? 'E2' : ladder, change: { code: 'show-what-carries' } }) // prettier-ignore
    case 'M03':
    case 'M04':
      return result >= (title === 'M04' ? SOMEONE_GAINED : SILENT) && atLeast(ladder, 'E1')
        ? answer({
            class: 'mixed',
            classId: title,
            ladder: title === 'M04' ? 'E1' : ladder,
            change: { code: 'show-what-carries' }
          })
        : answer({ class: 'trace', classId: title, change: { code: 'result-of-occasion' } })
    case 'M08':
      if (records(seen)) return answer({ class: 'trace', classId: 'T05', change: { code: 'result-of-occasion' } }, [{ cue: 'filled-record-form', class: 'T05', where: 'layout', weight: 5 }, ...cues]) // prettier-ignore
      return answer({ class: 'input', classId: 'M08', change: { code: 'what-was-done-with-it' } })
    default:
      return decideContent(seen, cues, told, ladder)
  }
}

/** Without a title that names its kind a text is what its sentences and labels are. */
function decideContent(seen: Seen, given: readonly Cue[], told: Told, shown: LadderStep): Decision {
  const ladder = verifiable(seen, told, shown)
  // That something was accepted or tested is told by the paper that says so; a text that mentions it claims it.
  const cues = given.filter(({ class: id, where }) => id !== 'R07' || where !== 'body')
  const weight = cues.reduce((total, cue) => total + cue.weight, 0)
  // A lone phrase of a result in a short note (疏通水沟 holds 通水) outweighs nothing: what it tells is that it took place.
  const lone = cues.length === 1 && cues[0]!.class.startsWith('R')
  const spoken = [...toldCues(told), ...cues]
  const all = weight < SILENT || lone ? [...account(seen, told), ...spoken] : spoken
  const sums = totals(all)
  const [trace, result, mixed] = [sumOf(sums, 'T'), sumOf(sums, 'R') * CREDIT[ladder], sumOf(sums, 'M')]
  const answer = (decision: Omit<Decision, 'why'>): Decision => ({
    ...decision,
    why: reasons(all, decision.classId)
  })
  if (trace + sumOf(sums, 'R') + mixed < SILENT)
    return answer({ class: 'unknown', change: { code: 'say-more' } })
  const first = top(sums, 'M')
  if (mixed > trace && mixed > result) {
    if (first === 'M08') return records(seen) ? answer({ class: 'trace', classId: 'T05', change: { code: 'result-of-occasion' } }) : answer({ class: 'input', classId: 'M08', change: { code: 'what-was-done-with-it' } }) // prettier-ignore
    if (first === 'M01' || first === 'M06' || first === 'M07') return answer({ class: 'mixed', classId: first, ladder: atLeast(ladder, 'E1') ? 'E1' : 'E0', change: { code: 'show-what-carries' } }) // prettier-ignore
    return result > 0 && atLeast(ladder, 'E2') ? answer({ class: 'mixed', classId: first, ladder, change: { code: 'show-what-carries' } }) : answer({ class: 'trace', classId: first, change: { code: 'result-of-occasion' } }) // prettier-ignore
  }
  // Results that cannot be verified are still no trace.
  if (trace === 0 && sumOf(sums, 'R') > 0) return answer({ class: atLeast(ladder, 'E2') ? 'result' : 'mixed', classId: top(sums, 'R'), ladder, change: { code: 'show-what-carries' } }) // prettier-ignore
  if (trace >= 2 * result) return answer({ class: 'trace', classId: top(sums, 'T') ?? 'T08', change: { code: 'result-of-occasion' } }) // prettier-ignore
  if (result >= 2 * trace && atLeast(ladder, 'E2')) return answer({ class: 'result', classId: top(sums, 'R'), ladder, change: { code: 'outside-document' } }) // prettier-ignore
  return answer({
    class: 'mixed',
    classId: first ?? top(sums, 'RT'),
    ladder,
    change: { code: 'show-what-carries' }
  })
}

/** A filled form that records an occasion (走访登记表-某某) is no base data. */
function records({ forms }: Seen): boolean {
  return forms.some(
    ({ occasion, fields }) =>
      occasion?.from !== undefined &&
      fields.some(({ meaning, value }) => ['content', 'problem', 'measure', 'outcome', 'topic'].includes(meaning) && value !== '') // prettier-ignore
  )
}

/** How far its results can be verified; words for an outside document (E4) are anyone's to write and count for E3 at most. */
function ladderShown({ body, natures }: Seen): LadderStep {
  const shown = body.length <= WHOLE ? ladderOf(body.replace(/\s+/gu, ' ')) : ladderOfText(body)
  const most = Math.max(LADDER.indexOf(shown), ...natures.map(({ ladder }) => LADDER.indexOf(ladder)))
  return LADDER[Math.min(most, LADDER.indexOf('E3'))]!
}

/** An acceptance, a test report, an agreement states what it confirms; a date or a quantity in it makes that verifiable. */
function stated({ body, forms }: Seen, ladder: LadderStep): boolean {
  return ladder !== 'E0' || forms.length > 0 || writtenDates(body.slice(0, WHOLE)).length > 0
}

/** Prose about an occasion that tells of nothing that came of it is an account that it took place. */
function account({ body, occasion }: Seen, told: Told): Cue[] {
  if (told.outcomes >= told.held && told.outcomes > 1) return []
  if (told.held > 1 && told.outcomes === 0 && told.held * 2 >= told.sentences)
    return [{ cue: 'told-doings', class: 'T08', where: 'body', weight: SILENT }]
  if (body.length < ACCOUNT || !(occasion || writtenDates(body.slice(0, BODY)).length > 0)) return []
  const event = EVENT_WORDS.find(word => body.includes(word)) ?? (occasion ? 'occasion' : undefined)
  return event ? [{ cue: event, class: 'T08', where: 'body', weight: SILENT }] : []
}
