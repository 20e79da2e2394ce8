import type { Language } from './language.ts'

const NAMES: Record<Language, Record<string, string>> = {
  zh: { P: '人员', T: '电话', I: '证件号', A: '住址', C: '账号', W: '内容', N: '某' },
  en: { P: 'person ', T: 'phone ', I: 'id ', A: 'address ', C: 'account ', W: 'content ', N: 'name ' }
}

/** Puts masked ordinals (`[P1]`) into words: 人员1, person 1. */
export function spellMasked(text: string, language: Language): string {
  return text
    .replace(
      /\[([PTIACWN])(\d+)\]/g,
      (_, letter: string, ordinal: string) => `${NAMES[language][letter]}${ordinal}`
    )
    .replace(/\[–\]/g, language === 'zh' ? '（略）' : '(left out)')
    .replace(/\[S\]/g, language === 'zh' ? '（有保密标识，不引述）' : '(carries a secrecy mark, not quoted)')
}
