import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { wordsOf, type Language, type Words } from '../../src/words/index.ts'

/** What findings and codes say, in the language of the window; the same words the reports use. */
export function useWords(): ComputedRef<Words> {
  const { locale } = useI18n()
  return computed(() => wordsOf(locale.value as Language))
}

export function useLanguage(): ComputedRef<Language> {
  const { locale } = useI18n()
  return computed(() => locale.value as Language)
}
