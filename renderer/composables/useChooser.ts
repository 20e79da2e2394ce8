import { computed, ref } from 'vue'
import type { Location } from '../../src/desk/contract.ts'
import { useDesk } from '../stores/desk.ts'
import { usePlaces } from '../stores/places.ts'

/**
 * Asks for a place: by the system's dialog where the shell has one, else by the desk's own browser, which the caller
 * shows while `browsing` holds. Either way `taken` is told.
 */
export function useChooser(taken: (places: Location[]) => void) {
  const desk = useDesk()
  const places = usePlaces()
  const browsing = ref(false)
  const want = ref<'package' | 'file'>('package')

  async function ask(what: 'folder' | 'archive' | 'saved' | 'file' | 'files'): Promise<void> {
    if (desk.can.chooseNatively) {
      const chosen = await places.choose(what)
      if (chosen.length > 0) taken(chosen)
      return
    }
    want.value = what === 'file' || what === 'files' ? 'file' : 'package'
    browsing.value = true
  }

  return { ask, browsing, want, native: computed(() => desk.can.chooseNatively) }
}
