import { computed, ref } from 'vue'
import { useI18n } from 'vue-i18n'
import type { FindingQuery } from '../../src/desk/contract.ts'
import type { DecisionKind } from '../../src/model/decisions.ts'
import { deskErrorOf } from '../stores/bridge.ts'
import { useReview } from '../stores/review.ts'
import { useToasts } from '../stores/toasts.ts'

/** As many as the desk takes in one step. */
const MOST_AT_ONCE = 5000
const SLICE = 500

/** Deciding on the finding shown, or on all that were chosen, and going to the next one that is open. */
export function useDeciding(of: {
  id: () => string | undefined
  query: () => FindingQuery
  show: (id: string) => void
}) {
  const review = useReview()
  const toasts = useToasts()
  const { t } = useI18n()
  const note = ref('')
  const chosen = ref(new Set<string>())
  const busy = ref(false)
  const ids = computed(() =>
    chosen.value.size > 0 ? [...chosen.value] : [of.id()].filter(each => each !== undefined)
  )

  async function decide(decision: DecisionKind | null, reason = note.value.trim()): Promise<void> {
    const all = ids.value
    if (all.length === 0 || busy.value) return
    busy.value = true
    try {
      // Asked before: once decided it may stand in the list no more, and have no place to go on from.
      const one = chosen.value.size === 0
      const after = one && decision !== null ? await review.next(of.id(), of.query()) : undefined
      const changed = await review.decide(all, decision, reason)
      note.value = ''
      chosen.value = new Set()
      const said = t(
        decision === null ? 'findings.saidOpen' : `findings.said.${decision}`,
        { n: changed },
        changed
      )
      toasts.say(said, 'done', { label: t('findings.undo'), run: () => void undo() })
      const next = one ? after : decision === null ? undefined : await review.next(undefined, of.query())
      if (next !== undefined) of.show(next)
    } catch (thrown) {
      tell(thrown)
    } finally {
      busy.value = false
    }
  }

  async function undo(): Promise<void> {
    await stepped(review.undo, 'findings.saidUndone', review.history.canUndo)
  }

  async function redo(): Promise<void> {
    await stepped(review.redo, 'findings.saidRedone', review.history.canRedo)
  }

  async function stepped(step: () => Promise<void>, phrase: string, can: boolean): Promise<void> {
    if (!can) return
    try {
      await step()
      toasts.say(t(phrase))
    } catch (thrown) {
      tell(thrown)
    }
  }

  function toggle(id: string): void {
    const next = new Set(chosen.value)
    if (!next.delete(id)) next.add(id)
    chosen.value = next
  }

  /** All that the filters leave, up to what one step may hold. */
  async function chooseAll(): Promise<void> {
    const found = new Set<string>()
    for (let offset = 0; offset < MOST_AT_ONCE; offset += SLICE) {
      const { rows, total } = await review.list(of.query(), offset, SLICE)
      for (const { id } of rows) found.add(id)
      if (offset + SLICE >= total) break
    }
    chosen.value = found
  }

  function tell(thrown: unknown): void {
    toasts.say(t(`errors.${deskErrorOf(thrown).code}`), 'trouble')
  }

  return { note, chosen, ids, busy, decide, undo, redo, toggle, chooseAll }
}
