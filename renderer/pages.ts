import { defineAsyncComponent, type Component } from 'vue'
import type { PageName } from './router.ts'

/** Pages are loaded when they are first asked for: `findings` is `pages/FindingsPage.vue`. */
const LOADERS = import.meta.glob<{ default: Component }>('./pages/*Page.vue')
const pages = new Map<PageName, Component>()

export function pageOf(name: PageName): Component | undefined {
  const load = LOADERS[`./pages/${name[0]!.toUpperCase()}${name.slice(1)}Page.vue`]
  if (!load) return undefined
  // One component per page, else every move would build the page anew.
  const page = pages.get(name) ?? defineAsyncComponent(load)
  pages.set(name, page)
  return page
}
