import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Owner, Strength } from '../../src/model/audit.ts'
import { CHECK_WORDS } from '../../src/words/checks/index.ts'
import { useDesk } from '../stores/desk.ts'
import { useWords } from './useWords.ts'

/** Names of what findings are filtered and grouped by. */
export function useFindingWords() {
  const { t, te } = useI18n()
  const desk = useDesk()
  const words = useWords()

  const families = computed(() => [...new Set(desk.checks.map(({ family }) => family))])

  function nameOf(facet: string, key: string): string {
    if (facet === 'check') return titleOf(key)
    if (facet === 'owner') return words.value.owners[key as Owner] ?? key
    if (facet === 'strength') return words.value.strengths[key as Strength] ?? key
    const phrase = `findings.${facet}.${key}`
    return te(phrase) ? t(phrase) : key
  }

  /** A check of a later version may be unknown here: its id then stands for its name. */
  function titleOf(check: string): string {
    return check in CHECK_WORDS ? words.value.check(check).title : check
  }

  return { words, families, nameOf, titleOf }
}
