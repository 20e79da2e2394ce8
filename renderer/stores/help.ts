import { defineStore } from 'pinia'
import type { Language } from '../../src/words/language.ts'
import { bridge } from './bridge.ts'

/** Help pages of the checks; they come with the program. */
export const useHelp = defineStore('help', () => {
  const pages = new Map<string, string>()

  async function page(check: string, language: Language): Promise<string> {
    const key = `${language} ${check}`
    const known = pages.get(key)
    if (known !== undefined) return known
    const { markdown } = await bridge().help({ check, language })
    pages.set(key, markdown)
    return markdown
  }

  return { page }
})
