import { useI18n } from 'vue-i18n'
import type { Place } from '../../src/model/audit.ts'
import { claimLabel, roleLabel } from '../../src/words/claims.ts'
import { spellMasked, wordsOf, type Language } from '../../src/words/index.ts'

/** Texts of evidence in the language of the window: masked ordinals spelled, labels of claims, roles, places. */
export function useEvidenceText() {
  const { locale } = useI18n()
  const language = (): Language => (locale.value === 'en' ? 'en' : 'zh')

  return {
    spell: (text: string): string => spellMasked(text, language()),
    claim: (label: string): string => claimLabel(label, language()),
    role: (role: string): string => roleLabel(role, language()),
    /** Where something stands, with its path. */
    place: (place: Place): string => wordsOf(language()).place(place),
    /** The same without the path: the sheet and row, or nothing. */
    within: (place: Place): string =>
      wordsOf(language())
        .place({ ...place, path: '' })
        .replace(/^(?: · |, )/u, '')
  }
}

/** Last name of a path: what stands after the last folder or container. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** What stands before the name. */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1).replace(/\/$/u, '')
}
