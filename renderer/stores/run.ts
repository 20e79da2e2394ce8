import { defineStore } from 'pinia'
import { bridge } from './bridge.ts'
import { useDesk } from './desk.ts'
import { usePackage } from './package.ts'
import type { InspectionInput, Survey } from '../../src/desk/contract.ts'

/** From what was opened to results: survey, run, cancel. */
export const useRun = defineStore('run', () => {
  const desk = useDesk()
  const shown = usePackage()

  /** Begins to look the package over; its state says when that is done. */
  async function survey(id: string): Promise<void> {
    desk.put(await bridge().survey({ package: id }))
  }

  const surveyed = (id: string): Promise<Survey> => bridge().surveyed({ package: id })

  async function run(id: string, inspection: InspectionInput): Promise<void> {
    shown.clearRun()
    desk.put(await bridge().run({ package: id, inspection }))
  }

  /** What is done by now is kept, and marked as partial. */
  async function cancel(id: string): Promise<void> {
    desk.put(await bridge().cancel({ package: id }))
  }

  return { survey, surveyed, run, cancel }
})
