import { defineStore } from 'pinia'
import { bridge } from './bridge.ts'
import { useDesk } from './desk.ts'

/** Several packages at once: run all that wait, stop one, try one again. */
export const useBatch = defineStore('batch', () => {
  const desk = useDesk()

  async function runAll(): Promise<void> {
    for (const state of await bridge().runAll({})) desk.put(state)
  }

  async function cancel(id: string): Promise<void> {
    desk.put(await bridge().cancel({ package: id }))
  }

  async function again(id: string): Promise<void> {
    desk.put(await bridge().run({ package: id }))
  }

  return { runAll, cancel, again }
})
