import { CHECKS } from './checks/catalogue.ts'
import type { Checked } from './checks/run.ts'
import { examine, present, type AuditOutcome, type Examined, type ExamineRequest, type Gathered, type Presentation } from './audit.ts' // prettier-ignore
import { nameClaims } from './fingerprints/names.ts'
import { secrecyMarks } from './fingerprints/secrecy.ts'
import type { Evidence } from './model/evidence.ts'
import type { Verdicts } from './model/finding.ts'
import { Cancelled } from './support/tick.ts'

/**
 * An audit that a person stopped: what was done by then is kept and marked, what was not is said to be open. What
 * has to be computed after the stop has a bounded time; when that runs out too, every material is accounted for and
 * nothing more is said.
 */

/** Milliseconds that may pass between a stop and the partial audit, per step; people wait for it. */
const PATIENCE = 4000

/** Like `examine`, but a stop gives what is done instead of rejecting. `stopped`: reading itself was stopped. */
export async function examineKeeping(
  gathered: Gathered,
  request: ExamineRequest,
  stopped: boolean
): Promise<Examined> {
  if (!stopped) {
    const kept = await attempt(gathered, request)
    if (!kept.stopped) return kept.examined
    if (kept.examined) return { ...kept.examined, partial: 'check' }
    return { ...bareExamined(gathered, request), partial: 'relate' }
  }
  const kept = await attempt(gathered, { ...request, signal: deadline(PATIENCE) })
  return { ...(kept.examined ?? bareExamined(gathered, request)), partial: 'read' }
}

/** Like `present`; a stop, or a partial audit that takes too long to weigh, gives one without classes. */
export async function presentKeeping(examined: Examined, request: Presentation): Promise<AuditOutcome> {
  const partial = examined.partial
  try {
    return await present(examined, partial === undefined ? request : { ...request, signal: deadline(PATIENCE) }) // prettier-ignore
  } catch (error) {
    if (!(error instanceof Cancelled)) throw error
    return present({ ...examined, partial: partial ?? 'weigh', unweighed: true }, { ...request, signal: undefined }) // prettier-ignore
  }
}

type Kept = { stopped: false; examined: Examined } | { stopped: true; examined?: Examined }

async function attempt(gathered: Gathered, request: ExamineRequest): Promise<Kept> {
  const finished: Checked[] = []
  let evidence: Evidence | undefined
  try {
    const examined = await examine(gathered, {
      ...request,
      related: each => {
        evidence = each
        request.related?.(each)
      },
      checked: (each, all) => {
        finished.push(each)
        request.checked?.(each, all)
      }
    })
    return { stopped: false, examined }
  } catch (error) {
    if (!(error instanceof Cancelled)) throw error
    if (!evidence) return { stopped: true }
    return { stopped: true, examined: { gathered, evidence, judged: verdictsOf(finished), timings: gathered.timings } } // prettier-ignore
  }
}

/** Checks that are done stand; the others were not looked at. */
function verdictsOf(finished: readonly Checked[]): Verdicts {
  const done = new Map(finished.map(each => [each.verdict.check, each]))
  return {
    verdicts: CHECKS.map(({ id }) => done.get(id)?.verdict ?? { check: id, answer: 'undecided', because: 'stopped', findings: 0, coverage: { looked: 0, lookable: 0 } }), // prettier-ignore
    findings: finished.flatMap(({ findings }) => findings),
    failures: []
  }
}

/** Every material and nothing that relates them. Marks of secrecy are known from heads and names alone, and stay. */
function bareExamined(gathered: Gathered, { inspection = {} }: ExamineRequest): Examined {
  const { materials, texts } = gathered
  const none = materials.map(() => undefined)
  const evidence: Evidence = {
    inspection, texts, materials,
    names: materials.map(nameClaims), secrecyOf: secrecyMarks(materials),
    activityOf: none, indicatorOf: none, claimedDateOf: none,
    ledgers: [], forms: [], formFields: [], documents: [], pictures: [], conversations: [], resultClaims: [],
    unevenFigures: [], claimSupports: [], activities: [], indicatorLists: [], indicators: [], sameContent: [],
    entryGroups: [], passageGroups: [], pictureGroups: [], sessions: [], replyBursts: [], dataForms: [],
    fieldFamilies: [], ledgerHistories: [], ledgerPieces: []
  } // prettier-ignore
  return { gathered, evidence, judged: verdictsOf([]), timings: gathered.timings, unweighed: true }
}

/** Says stop once the time is over. Looked at between ticks, so a plain clock will do. */
function deadline(milliseconds: number): { readonly aborted: boolean } {
  const end = performance.now() + milliseconds
  return {
    get aborted() {
      return performance.now() > end
    }
  }
}
