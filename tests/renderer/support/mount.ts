import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import type { Component } from 'vue'
import { i18n, speak } from '../../../renderer/i18n.ts'
import { useShell } from '../../../renderer/stores/bridge.ts'
import { useDesk } from '../../../renderer/stores/desk.ts'
import { usePackage } from '../../../renderer/stores/package.ts'
import type { FakeBridge } from './fake-bridge.ts'

/** A page as the frame shows it: the desk has said hello, the package of the address is the one shown. */
export async function show(page: Component, fake: FakeBridge, address: string): Promise<VueWrapper> {
  location.hash = address
  speak('zh')
  const pinia = createPinia()
  setActivePinia(pinia)
  useShell(fake.bridge)
  await useDesk().start()
  const id = /^#\/p\/([^/]+)\//.exec(address)?.[1]
  if (id !== undefined) await usePackage().show(id)
  const wrapper = mount(page, { global: { plugins: [pinia, i18n] }, attachTo: document.body })
  await flushPromises()
  return wrapper
}

/** The button that says this. */
export function button(wrapper: VueWrapper, text: string) {
  const found = wrapper.findAll('button').find(each => each.text().includes(text))
  if (!found)
    throw new Error(
      `no button says ${text}; there are: ${wrapper
        .findAll('button')
        .map(each => each.text())
        .join(', ')}`
    )
  return found
}
