import { defineStore } from 'pinia'
import type { Input, MaterialQuery, MaterialView, Output } from '../../src/desk/contract.ts'
import { bridge } from './bridge.ts'
import { usePackage } from './package.ts'

/** What a package holds, as lists and branches: materials, activities, indicators, pictures, and what to look at first. */
export const useBrowse = defineStore('browse', () => {
  const shown = usePackage()
  const of = () => ({ package: shown.id ?? '' })

  const tree = (path: string): Promise<Output<'tree'>> => bridge().tree({ ...of(), path })
  const materials = (query: Partial<MaterialQuery>, offset: number, limit: number): Promise<Output<'materials'>> => bridge().materials({ ...of(), query: { flat: false, sort: 'path', ...query }, offset, limit }) // prettier-ignore
  const material = (no: number): Promise<MaterialView> => bridge().material({ ...of(), no })
  const activities = (query: Omit<Input<'activities'>, 'package'>): Promise<Output<'activities'>> => bridge().activities({ ...of(), ...query }) // prettier-ignore
  const indicators = (query: Omit<Input<'indicators'>, 'package'>): Promise<Output<'indicators'>> => bridge().indicators({ ...of(), ...query }) // prettier-ignore
  const pictures = (by: 'session' | 'activity', offset: number, limit: number): Promise<Output<'pictures'>> => bridge().pictures({ ...of(), by, offset, limit }) // prettier-ignore
  const lookFirst = (): Promise<Output<'lookFirst'>> => bridge().lookFirst(of())
  const submission = (): Promise<Output<'submission'>> => bridge().submission(of())
  const whatIf = (leave: readonly number[]): Promise<Output<'whatIf'>> => bridge().whatIf({ ...of(), leave: [...leave] }) // prettier-ignore

  /** Makes a file and saves it where the person says; the name it got, or undefined when they did not. */
  async function exportFile(request: Omit<Input<'export'>, 'package'>): Promise<string | undefined> {
    return bridge().save(await bridge().export({ ...of(), ...request }))
  }

  /** Takes the answers of a verification sheet that came back. */
  async function importAnswers(bytes: Uint8Array<ArrayBuffer>): Promise<Output<'importAnswers'>> {
    return bridge().importAnswers({ ...of(), bytes })
  }

  return { tree, materials, material, activities, indicators, pictures, lookFirst, submission, whatIf, exportFile, importAnswers } // prettier-ignore
})
