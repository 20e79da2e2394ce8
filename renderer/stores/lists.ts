import { defineStore } from 'pinia'
import type { Input, Output } from '../../src/desk/contract.ts'
import { bridge } from './bridge.ts'
import { usePackage } from './package.ts'

/** Lists behind the figures of the overview that have no page of their own. */
export const useLists = defineStore('lists', () => {
  const shown = usePackage()
  const of = (): string => shown.id ?? ''

  return {
    activities: (query: Omit<Input<'activities'>, 'package'>): Promise<Output<'activities'>> => bridge().activities({ package: of(), ...query }), // prettier-ignore
    troubles: (offset: number, limit: number): Promise<Output<'troubles'>> => bridge().troubles({ package: of(), offset, limit }) // prettier-ignore
  }
})
