import { defineStore } from 'pinia'
import { ref } from 'vue'
import type { Input, Location, Output, Recent } from '../../src/desk/contract.ts'
import { bridge } from './bridge.ts'

type Choice = Input<'choose'>['what']

/** Places that can be opened: recents, the desk's folder browser, native dialogs, what was dropped, the sample. */
export const usePlaces = defineStore('places', () => {
  const recents = ref<Recent[]>([])

  async function loadRecents(): Promise<void> {
    recents.value = await bridge().recents()
  }

  async function forget(location?: string): Promise<void> {
    await bridge().forget(location === undefined ? {} : { location })
    await loadRecents()
  }

  return {
    recents,
    loadRecents,
    forget,
    browse: (location?: string): Promise<Output<'browse'>> => bridge().browse(location === undefined ? {} : { location }), // prettier-ignore
    choose: (what: Choice): Promise<Location[]> => bridge().choose({ what }),
    dropped: (files: readonly File[]): Promise<Location[]> => bridge().dropped(files),
    sample: (): Promise<Location> => bridge().sample()
  }
})
