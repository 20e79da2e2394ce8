import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import { isPackagePage, readAddress, writeAddress, type PageName, type Query, type Route } from '../router.ts'

/** Where the window is. The address is the truth; the store only mirrors it. */
export const useNavigation = defineStore('navigation', () => {
  const route = shallowRef<Route>(readAddress(location.hash))
  /** Raised at every move to another page, so that the new page's head can take the focus. */
  const moves = ref(0)

  function follow(): void {
    const before = route.value
    route.value = readAddress(location.hash)
    if (before.page !== route.value.page || before.package !== route.value.package) moves.value++
  }
  window.addEventListener('hashchange', follow)

  /** The address of a page, for links; within the package shown unless another is named. */
  function address(page: PageName, query: Query = {}, id = route.value.package): string {
    return writeAddress({ page, query, ...(isPackagePage(page) && id !== undefined ? { package: id } : {}) })
  }

  function go(page: PageName, query: Query = {}, id = route.value.package): void {
    const next = address(page, query, id)
    if (next === location.hash) return
    location.hash = next
    // The event comes later; what follows in the same breath should already see the new place.
    follow()
  }

  /** Changes what the address asks of the page shown, as a step of its own or (by default) in place. */
  function ask(change: Readonly<Record<string, string | undefined>>, asStep = false): void {
    // The person has gone elsewhere and the event is still to come: what was to be asked belonged to the place left.
    if (writeAddress(readAddress(location.hash)) !== writeAddress(route.value)) return
    const query = Object.fromEntries(
      Object.entries({ ...route.value.query, ...change }).flatMap(([key, value]) =>
        value ? [[key, value]] : []
      )
    )
    const next = writeAddress({ ...route.value, query })
    if (next === location.hash) return
    if (asStep) location.hash = next
    else history.replaceState(history.state, '', next)
    follow()
  }

  return { route, moves, address, go, ask, back: () => history.back() }
})
