import type { Finding } from '../model/audit.ts'
import type { Decision, DecisionKind } from '../model/decisions.ts'
import { sha256 } from '../support/hashing.ts'
import type { Mark } from './journal-actions.ts'
import type { JournalState } from './journal-state.ts'

const MOST_PATHS = 400

/** A finding as the journal keeps it. Paths as short hashes: the journal need not hold names of files. */
export function markOf({
  id,
  check,
  message,
  places
}: Pick<Finding, 'id' | 'check' | 'message' | 'places'>): Mark {
  const paths = [...new Set(places.map(({ path }) => path))].slice(0, MOST_PATHS)
  return { id, check, message, paths: paths.map(path => sha256(path).slice(0, 16)) }
}

export interface Decided {
  state: 'open' | DecisionKind | 'reopened'
  /** The decision that stands; of a reopened finding, the one its predecessor had. */
  decision?: Decision
}

/**
 * How each finding stands, by id. One without a decision of its own whose predecessor was decided on is `reopened`:
 * same check and message, at least half of its files the predecessor's too, and the predecessor no longer found.
 */
export function decidedOf(
  findings: readonly Pick<Finding, 'id' | 'check' | 'message' | 'places'>[],
  { decisions }: JournalState
): Map<string, Decided> {
  const here = new Set(findings.map(({ id }) => id))
  const gone = new Map<string, { mark: Mark; decision: Decision; paths: Set<string> }[]>()
  for (const { mark, decision } of decisions.values()) {
    if (here.has(mark.id)) continue
    const key = `${mark.check}\n${mark.message}`
    const group = gone.get(key) ?? []
    if (group.length === 0) gone.set(key, group)
    group.push({ mark, decision, paths: new Set(mark.paths) })
  }
  return new Map(
    findings.map((finding): [string, Decided] => {
      const own = decisions.get(finding.id)
      if (own) return [finding.id, { state: own.decision.decision, decision: own.decision }]
      const before = predecessor(finding, gone.get(`${finding.check}\n${finding.message}`) ?? [])
      return [finding.id, before ? { state: 'reopened', decision: before } : { state: 'open' }]
    })
  )
}

/** The one that shares most files; of equals the later decision. */
function predecessor(
  finding: Pick<Finding, 'id' | 'check' | 'message' | 'places'>,
  gone: readonly { decision: Decision; paths: ReadonlySet<string> }[]
): Decision | undefined {
  if (gone.length === 0) return undefined
  const { paths } = markOf(finding)
  let best: { decision: Decision; shared: number } | undefined
  for (const { decision, paths: before } of gone) {
    const shared = paths.filter(path => before.has(path)).length
    if (shared * 2 < paths.length || shared === 0) continue
    if (!best || shared > best.shared || (shared === best.shared && decision.at > best.decision.at))
      best = { decision, shared }
  }
  return best?.decision
}

/** What another's file says was decided: shown as the unit's own, and never applied. */
export function asOfUnit(decisions: readonly Decision[]): Decision[] {
  return decisions.map(each => ({ ...each, source: 'unit' }))
}
