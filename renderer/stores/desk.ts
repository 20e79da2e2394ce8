import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { DeskEvent, Input, Location, Output, PackageState, Settings } from '../../src/desk/contract.ts'
import { speak } from '../i18n.ts'
import { bridge, reachShell } from './bridge.ts'

type Hello = Output<'hello'>
type Listener = (event: DeskEvent) => void

const DEFAULTS: Settings = { language: 'zh', theme: 'system', masking: 'masked', cache: true, who: '', keepRecents: true } // prettier-ignore

/** The desk as a whole: who is here, settings, what lies on it. */
export const useDesk = defineStore('desk', () => {
  const hello = shallowRef<Hello>()
  const settings = ref<Settings>(DEFAULTS)
  const packages = ref<PackageState[]>([])
  const listeners = new Set<Listener>()
  let stopHearing = (): void => undefined

  const language = computed(() => settings.value.language)
  const can = computed(() => hello.value?.can ?? { chooseNatively: false, dropPaths: false, pdf: false })
  const checks = computed(() => hello.value?.checks ?? [])

  /** Reaches the desk and learns what is there; may be tried again. */
  async function start(): Promise<void> {
    await reachShell()
    stopHearing()
    stopHearing = bridge().on(hear)
    hello.value = await bridge().hello()
    packages.value = hello.value.packages
    take(hello.value.settings)
  }

  /** Listens to what happens on the desk until the returned function is called. */
  function on(listener: Listener): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }

  function hear(event: DeskEvent): void {
    if (event.type === 'state') put(event.state)
    if (event.type === 'queue') void refresh()
    for (const listener of [...listeners]) listener(event)
  }

  /** Takes a package's new state into the list. */
  function put(state: PackageState): void {
    const at = packages.value.findIndex(each => each.package === state.package)
    if (at < 0) packages.value.push(state)
    else packages.value[at] = state
  }

  async function refresh(): Promise<void> {
    packages.value = await bridge().queue()
  }

  /** Puts locations on the desk; their states come back in the order asked. */
  async function open(locations: readonly Location[]): Promise<PackageState[]> {
    const states = await bridge().open({ locations: locations.map(each => each.location) })
    for (const state of states) put(state)
    return states
  }

  async function close(id: string): Promise<void> {
    await bridge().close({ package: id })
    packages.value = packages.value.filter(each => each.package !== id)
  }

  async function configure(change: Input<'configure'>): Promise<void> {
    take(await bridge().configure(change))
  }

  function take(next: Settings): void {
    settings.value = next
    speak(next.language)
    // `system` sets nothing: the style sheet then follows what the system prefers, as it changes.
    if (next.theme === 'system') document.documentElement.removeAttribute('data-theme')
    else document.documentElement.setAttribute('data-theme', next.theme)
  }

  /** Removes everything kept of packages; settings go back to their defaults. */
  async function erase(): Promise<void> {
    await bridge().erase()
    const next = await bridge().hello()
    hello.value = next
    packages.value = next.packages
    take(next.settings)
  }

  return { hello, settings, packages, language, can, checks, start, on, put, refresh, open, close, configure, erase } // prettier-ignore
})
