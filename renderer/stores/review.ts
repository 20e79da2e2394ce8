import { defineStore } from 'pinia'
import { ref, shallowRef, watch } from 'vue'
import type { FindingQuery, FindingView, History, Input, Output } from '../../src/desk/contract.ts'
import { bridge } from './bridge.ts'
import { usePackage } from './package.ts'

type Decision = Input<'decide'>['decision']
type Asked = Partial<FindingQuery>

/** Everything a person does to a package: decisions, overrules, declarations, and the way back from each. */
export const useReview = defineStore('review', () => {
  const shown = usePackage()
  const history = shallowRef<History>({ steps: [], canUndo: false, canRedo: false })
  const help = ref(new Map<string, Promise<string>>())

  const of = () => ({ package: shown.id ?? '' })
  watch(
    () => shown.id,
    () => (history.value = { steps: [], canUndo: false, canRedo: false })
  )

  const list = (query: Asked, offset: number, limit: number): Promise<Output<'findings'>> => bridge().findings({ ...of(), query: { group: 'none', sort: 'first', ...query }, offset, limit }) // prettier-ignore
  const view = (id: string, query: Asked): Promise<FindingView> => bridge().finding({ ...of(), id, query: { group: 'none', sort: 'first', ...query } }) // prettier-ignore

  /** The undecided finding after this one, in the order asked for. */
  async function next(id: string | undefined, query: Asked): Promise<string | undefined> {
    const answer = await bridge().next({ ...of(), ...(id === undefined ? {} : { id }), query: { group: 'none', sort: 'first', ...query } }) // prettier-ignore
    return answer.id
  }

  /** How many findings it changed. */
  async function decide(ids: readonly string[], decision: Decision, note?: string): Promise<number> {
    const answer = await bridge().decide({ ...of(), ids: [...ids], decision, ...(note ? { note } : {}) })
    history.value = answer.history
    return answer.changed
  }

  async function undo(): Promise<void> {
    history.value = await bridge().undo(of())
  }

  async function redo(): Promise<void> {
    history.value = await bridge().redo(of())
  }

  /** Takes back every step from the newest to this one; the steps stay listed and can be done again. */
  async function undoTo(n: number): Promise<void> {
    while (history.value.canUndo && history.value.steps.some(step => step.n >= n && !step.undone))
      await undo()
  }

  async function loadHistory(): Promise<void> {
    history.value = await bridge().history(of())
  }

  async function overrule(input: Input<'overrule'>['overrule']): Promise<void> {
    history.value = (await bridge().overrule({ ...of(), overrule: input })).history
  }

  async function withdraw(no: number): Promise<void> {
    history.value = (await bridge().withdraw({ ...of(), no })).history
  }

  async function declare(declaration: Input<'declare'>['declaration']): Promise<void> {
    history.value = (await bridge().declare({ ...of(), declaration })).history
  }

  async function undeclare(id: string): Promise<void> {
    history.value = (await bridge().undeclare({ ...of(), id })).history
  }

  /** The help page of a check, fetched once a language. */
  function helpOf(check: string, language: 'zh' | 'en'): Promise<string> {
    const key = `${language} ${check}`
    const known =
      help.value.get(key) ??
      bridge()
        .help({ check, language })
        .then(({ markdown }) => markdown)
    help.value.set(key, known)
    return known
  }

  return { history, list, view, next, decide, undo, redo, undoTo, loadHistory, overrule, withdraw, declare, undeclare, helpOf } // prettier-ignore
})
