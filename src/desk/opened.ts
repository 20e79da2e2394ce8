import { decidedOf } from '../store/decided.ts'
import { openJournal, type Journal } from '../store/decisions.ts'
import type { JournalState } from '../store/journal-state.ts'
import type { Decision } from '../model/decisions.ts'
import type { Audit } from '../model/audit.ts'
import { indexAudit, type AuditIndex, type People } from './query/index-audit.ts'
import type { Kept } from './package.ts'

/** An audit being worked on: what was found, and what people say of it. */
export interface Opened extends Kept {
  index: AuditIndex
  journal: Journal
  /** As it stands now. */
  people(): People
  /** The audit with decisions and declarations in it, for reports. */
  decided(): Audit
}

/** How many haystacks are made in one go while nothing else is to do. */
const WARMED = 400

export async function openAudit(data: string, root: string, kept: Kept, now: () => string): Promise<Opened> {
  const { audit, unit } = kept
  const hashes = audit.materials.flatMap(({ sha256, status }) => status !== 'listed' && sha256 !== '' ? [sha256] : []) // prettier-ignore
  const journal = await openJournal(data, { root, hashes }, now)
  const index = indexAudit(audit)
  let known: { state: JournalState; people: People } | undefined
  const people = (): People => {
    const { state } = journal
    if (known?.state !== state) known = { state, people: peopleOf(kept, state) }
    return known.people
  }
  warmUp(index)
  return { ...kept, index, journal, people, decided: () => decidedAudit(audit, people(), unit.decisions) }
}

function peopleOf({ audit, unit }: Kept, state: JournalState): People {
  const past = new Map<string, Decision[]>()
  for (const each of unit.decisions) past.set(each.finding, [...(past.get(each.finding) ?? []), each])
  for (const [id, decisions] of state.past) past.set(id, [...(past.get(id) ?? []), ...decisions])
  return {
    standings: decidedOf(audit.findings, state),
    past,
    declarations: [...unit.declarations, ...state.declarations],
    overrules: state.overrules.length
  }
}

/** Decisions that stand, with the unit's own beside them, marked as such. Those of reopened findings do not stand. */
function decidedAudit(audit: Audit, { standings, declarations }: People, ofUnit: readonly Decision[]): Audit {
  const standing = [...standings.values()].flatMap(({ state, decision }) => decision && state !== 'reopened' ? [decision] : []) // prettier-ignore
  const decisions = [...standing, ...ofUnit]
  return {
    ...audit,
    ...(decisions.length > 0 && { decisions }),
    ...(declarations.length > 0 && { declarations: [...declarations] })
  }
}

/** Makes searching quick before anybody searches, a little at a time. */
function warmUp(index: AuditIndex): void {
  const more = (): void => {
    if (index.haystacks.warm(WARMED)) setImmediate(more)
  }
  setImmediate(more)
}
