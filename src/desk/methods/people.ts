import { randomBytes } from 'node:crypto'
import type { OverruleWord } from '../../model/decisions.ts'
import { markOf } from '../../store/decided.ts'
import type { History } from '../contract.ts'
import { DeskError } from '../desk-error.ts'
import type { DeskState } from '../desk.ts'
import type { Opened } from '../opened.ts'
import type { DeskPackage } from '../package.ts'
import { stateOf } from '../query/index-audit.ts'
import type { Methods } from './table.ts'

type Names = 'decide' | 'overrule' | 'withdraw' | 'declare' | 'undeclare' | 'undo' | 'redo' | 'history'

/** What a person does: every step stands in the journal before it is answered, and can be taken back. */
export function peopleMethods(desk: DeskState): Methods<Names> {
  const ready = (id: string) => desk.ready(id)
  const historyOf = ({ journal }: Opened): History => journal.history()
  const who = () => (desk.settings.who === '' ? {} : { who: desk.settings.who })
  const declared = async (each: DeskPackage, opened: Opened) => {
    desk.emit({ type: 'changed', package: each.id, what: 'declarations' })
    return { history: historyOf(opened), declarations: [...opened.people().declarations] }
  }
  const step = async (id: string, take: 'undo' | 'redo'): Promise<History> => {
    const { each, opened } = await ready(id)
    const before = JSON.stringify(opened.journal.state.overrules)
    if (!(await opened.journal[take]())) return historyOf(opened)
    desk.emit({ type: 'changed', package: id, what: 'decisions' })
    desk.emit({ type: 'changed', package: id, what: 'declarations' })
    await desk.recount(each)
    if (JSON.stringify(opened.journal.state.overrules) !== before) desk.reweigh(each)
    return historyOf(opened)
  }
  return {
    decide: async ({ package: id, ids, decision, note }) => {
      const { each, opened } = await ready(id)
      const { index, journal } = opened
      const findings = ids.map(finding => {
        const at = index.findingAt.get(finding)
        if (at === undefined) throw new DeskError('bad-input', 'no such finding')
        return index.audit.findings[at]!
      })
      const before = opened.people()
      const was = findings.map(({ id: finding }) => stateOf(before, finding))
      await journal.add({ what: 'decide', findings: findings.map(markOf), decision, ...(note && { note }), ...who() }) // prettier-ignore
      const after = opened.people()
      const changed = findings.filter(({ id: finding }, at) => stateOf(after, finding) !== was[at]).length
      desk.emit({ type: 'changed', package: id, what: 'decisions' })
      await desk.recount(each)
      return { changed, history: historyOf(opened) }
    },
    overrule: async ({ package: id, overrule }) => {
      const { each, opened } = await ready(id)
      await canReweigh(desk, each)
      await opened.journal.add({ what: 'overrule', overrule: wordOf(opened, overrule) })
      desk.reweigh(each)
      return { history: historyOf(opened) }
    },
    withdraw: async ({ package: id, no, n }) => {
      const { each, opened } = await ready(id)
      await canReweigh(desk, each)
      const record = no === undefined ? undefined : opened.index.audit.materials[no - 1]
      const steps = opened.journal.state.overrules
        .filter(
          ({ n: given, overrule }) =>
            given === n ||
            (record &&
              overrule.by === 'material' &&
              ('sha256' in overrule ? overrule.sha256 === record.sha256 : overrule.path === record.path))
        ) // prettier-ignore
        .map(({ n: given }) => given)
      if (steps.length === 0) throw new DeskError('bad-input', 'nothing to take back')
      await opened.journal.add({ what: 'withdraw', steps })
      desk.reweigh(each)
      return { history: historyOf(opened) }
    },
    declare: async ({ package: id, declaration }) => {
      const { each, opened } = await ready(id)
      await opened.journal.add({
        what: 'declare',
        declaration: { ...who(), ...declaration, id: randomBytes(8).toString('hex'), at: desk.now() }
      })
      return declared(each, opened)
    },
    undeclare: async ({ package: id, id: declaration }) => {
      const { each, opened } = await ready(id)
      if (!opened.journal.state.declarations.some(known => known.id === declaration))
        throw new DeskError('bad-input', 'no such declaration')
      await opened.journal.add({ what: 'undeclare', id: declaration })
      return declared(each, opened)
    },
    undo: ({ package: id }) => step(id, 'undo'),
    redo: ({ package: id }) => step(id, 'redo'),
    history: async ({ package: id }) => historyOf((await ready(id)).opened)
  }
}

/** Other classes are weighed from the package itself. */
async function canReweigh(desk: DeskState, each: DeskPackage): Promise<void> {
  if (each.saved || (!desk.engines.live(each.id) && !(await desk.isHere(each))))
    throw new DeskError('not-here')
}

/** A material is meant by its content, so that the word survives a new name; without content, by its path. */
function wordOf(
  { index: { audit } }: Opened,
  overrule: Parameters<Methods<'overrule'>['overrule']>[0]['overrule']
): OverruleWord {
  const { class: named, note } = overrule
  const said = { class: named, ...(note && { note }) }
  if (overrule.by === 'folder') return { by: 'folder', path: overrule.path, ...said }
  if (overrule.by === 'rule') return { by: 'rule', classId: overrule.classId, ...said }
  const record = audit.materials[overrule.no - 1]
  if (!record) throw new DeskError('bad-input', 'no such material')
  return record.sha256 === ''
    ? { by: 'material', path: record.path, ...said }
    : { by: 'material', sha256: record.sha256, ...said }
}
