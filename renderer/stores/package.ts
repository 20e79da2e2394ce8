import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { DeskErrorValue, DeskEvent, DeskProgress, Overview } from '../../src/desk/contract.ts'
import { bridge, deskErrorOf } from './bridge.ts'
import { useDesk } from './desk.ts'

type Found = Extract<DeskEvent, { type: 'found' }>
type Trouble = Extract<DeskEvent, { type: 'trouble' }>

/** The list of troubles while running is a ticker; the whole list is a page of its own afterwards. */
const TROUBLES_KEPT = 200

/** The package that is shown: its state, its overview, what happens to it while it runs. */
export const usePackage = defineStore('package', () => {
  const desk = useDesk()
  const id = ref<string>()
  const overview = shallowRef<Overview>()
  const error = shallowRef<DeskErrorValue>()
  /** Raised whenever decisions, classes, declarations or the audit itself change: lists watch it and fetch anew. */
  const revision = ref(0)
  const progress = shallowRef<DeskProgress>()
  const troubles = ref<Trouble[]>([])
  const troublesTotal = ref(0)
  const found = ref<Found[]>([])

  const state = computed(() => desk.packages.find(each => each.package === id.value))
  const ready = computed(() => state.value?.state === 'done' || state.value?.state === 'stopped')

  desk.on(event => {
    if (!('package' in event) || event.package !== id.value) return
    if (event.type === 'progress') progress.value = event.progress
    if (event.type === 'trouble') noteTrouble(event)
    if (event.type === 'found') noteFound(event)
    if (event.type === 'changed') void refresh()
    if (event.type === 'state' && event.state.state === 'running' && !progress.value) clearRun()
    if (event.type === 'state' && (event.state.state === 'done' || event.state.state === 'stopped'))
      void refresh()
  })

  /** Turns to a package (or to none). */
  async function show(next: string | undefined): Promise<void> {
    if (next === id.value) return
    id.value = next
    overview.value = undefined
    error.value = undefined
    clearRun()
    if (next === undefined) return
    try {
      desk.put(await bridge().state({ package: next }))
      progress.value = state.value?.progress
      if (ready.value) await refresh()
    } catch (thrown) {
      if (id.value === next) error.value = deskErrorOf(thrown)
    }
  }

  /** Fetches the overview anew and lets every list know. */
  async function refresh(): Promise<void> {
    const asked = id.value
    if (asked === undefined) return
    try {
      const answer = await bridge().overview({ package: asked })
      if (asked !== id.value) return // the person has moved on meanwhile
      overview.value = answer
      error.value = undefined
      revision.value++
    } catch (thrown) {
      if (asked === id.value) error.value = deskErrorOf(thrown)
    }
  }

  function clearRun(): void {
    progress.value = undefined
    troubles.value = []
    troublesTotal.value = 0
    found.value = []
  }

  function noteTrouble(event: Trouble): void {
    troublesTotal.value++
    troubles.value = [event, ...troubles.value].slice(0, TROUBLES_KEPT)
  }

  function noteFound(event: Found): void {
    found.value = [...found.value.filter(each => each.check !== event.check), event]
  }

  return { id, state, ready, overview, error, revision, progress, troubles, troublesTotal, found, show, refresh, clearRun } // prettier-ignore
})
