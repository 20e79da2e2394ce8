import { computed, ref, shallowRef, watch } from 'vue'
import type { DeskErrorValue, FindingRow, FindingView, Output } from '../../src/desk/contract.ts'
import { findingQueryOf } from '../components/findings/query.ts'
import { deskErrorOf } from '../stores/bridge.ts'
import { useNavigation } from '../stores/navigation.ts'
import { usePackage } from '../stores/package.ts'
import { useReview } from '../stores/review.ts'
import { useSlices } from './useSlices.ts'

/** The list of findings the address asks for, which one is shown, and going from one to another. */
export function useFindingsList() {
  const navigation = useNavigation()
  const shown = usePackage()
  const review = useReview()

  const asked = computed(() => navigation.route.query)
  const query = computed(() => findingQueryOf(asked.value))
  const id = computed(() => asked.value.id)

  const facets = shallowRef<Output<'findings'>['facets']>()
  const groups = shallowRef<Output<'findings'>['groups']>([])
  const slices = useSlices<FindingRow>(async (offset, limit) => {
    const answer = await review.list(query.value, offset, limit)
    facets.value = answer.facets
    groups.value = answer.groups
    return answer
  })
  const active = ref(-1)
  const view = shallowRef<FindingView>()
  const error = shallowRef<DeskErrorValue>()
  /** A row that was gone to before its slice arrived. */
  let awaited = -1

  watch([() => JSON.stringify(query.value), () => shown.revision, () => shown.ready], reload, {
    immediate: true
  })
  watch(
    [id, () => JSON.stringify(query.value)],
    ([now, asks], [before, asked]) => {
      if (now !== undefined && now !== before) void load()
      // The same list without a finding, as by the link to this page: its first, not what was shown before.
      else if (now === undefined && asks === asked) goTo(0)
    },
    { immediate: true }
  )

  async function reload(): Promise<void> {
    if (!shown.ready) return
    if (!(await slices.reload())) return
    if (id.value !== undefined) await load()
    else if ((slices.total.value ?? 0) > 0) goTo(0)
    else {
      active.value = -1
      view.value = undefined
    }
  }

  async function load(): Promise<void> {
    const wanted = id.value
    if (wanted === undefined || !shown.ready) return
    try {
      const answer = await review.view(wanted, query.value)
      if (wanted !== id.value) return // gone on to another meanwhile
      view.value = answer
      error.value = undefined
      if (answer.position !== undefined) active.value = answer.position
      else if (slices.rowAt(active.value)?.id !== wanted) active.value = -1
    } catch (thrown) {
      if (wanted === id.value) error.value = deskErrorOf(thrown)
    }
  }

  function show(next: string | undefined): void {
    navigation.ask({ id: next })
  }

  function goTo(index: number): void {
    const last = (slices.total.value ?? 0) - 1
    if (last < 0) return
    const at = Math.min(last, Math.max(0, index))
    active.value = at
    const row = slices.rowAt(at)
    awaited = row ? -1 : at
    if (row) show(row.id)
    else slices.ensure(at, at)
  }
  watch(
    () => (awaited >= 0 ? slices.rowAt(awaited) : undefined),
    row => row && goTo(awaited)
  )

  return { asked, query, id, facets, groups, slices, active, view, error, goTo, show, reload }
}
