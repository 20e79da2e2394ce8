import { createI18n } from 'vue-i18n'
import type { Language } from '../src/words/language.ts'

/** One file per page and language, compiled when the window is built: the policy allows no code generation. */
const FILES = import.meta.glob<{ default: Record<string, unknown> }>('./phrases/*.json', { eager: true })

/** Phrases by language and page: `overview.title` stands under `title` in `phrases/overview.<language>.json`. */
function phrases(): Record<Language, Record<string, Record<string, unknown>>> {
  const all: Record<Language, Record<string, Record<string, unknown>>> = { zh: {}, en: {} }
  for (const [path, module] of Object.entries(FILES)) {
    const [, page, language] = /([\w-]+)\.(zh|en)\.json$/.exec(path) ?? []
    if (page && (language === 'zh' || language === 'en')) all[language][page] = module.default
  }
  return all
}

export const i18n = createI18n({
  legacy: false,
  locale: 'zh' as Language,
  fallbackLocale: false,
  // A missing phrase is our mistake: tests compare the files, so the key itself is all there is to show.
  missingWarn: false,
  fallbackWarn: false,
  messages: phrases() as never
})

/** Switches every phrase at once, and tells the reading voice. */
export function speak(language: Language): void {
  i18n.global.locale.value = language
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
}
