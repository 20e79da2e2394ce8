import barred from '../../resources/rules/barred.json'
import { CHANGE_TEXTS } from './changes.ts'
import { QUESTIONS } from './field-check.ts'
import { KEEP_CODES } from './keep.ts'
import { fill, type Language } from './language.ts'

type Pair = readonly [zh: string, en: string]

/** Titles of rules stand as published; they have no official English. */
const BARRED = Object.fromEntries(
  barred.rules.map(({ id, title }): [string, Pair] => [id, [`《${title}》`, `《${title}》`]])
)

/**
 * Words of codes that other rooms put into the Audit: what would change a class, questions of the field-check sheet,
 * whom a rule binds, rules, tariffs, strata and fields of forms. A code without words shows as itself, so that an
 * audit by a later version still opens.
 */
export const CODES: Record<CodeKind, Record<string, Pair>> = {
  change: pairs(CHANGE_TEXTS),
  question: pairs(QUESTIONS),
  binds: KEEP_CODES.binds,
  rule: { ...KEEP_CODES.rule, ...BARRED },
  tariff: KEEP_CODES.tariff,
  // Strata are titles of the package's own ledgers, and fields of forms stand under their Chinese names.
  stratum: {},
  field: {}
}

function pairs({ zh, en }: Record<Language, Record<string, string>>): Record<string, Pair> {
  return Object.fromEntries(Object.entries(zh).map(([code, text]) => [code, [text, en[code] ?? text]]))
}

export type CodeKind = 'change' | 'question' | 'binds' | 'rule' | 'tariff' | 'stratum' | 'field'

export function codeText(
  kind: CodeKind,
  code: string,
  language: Language,
  words: Record<string, string | number> = {}
): string {
  const known = Object.hasOwn(CODES[kind], code) ? CODES[kind][code] : undefined
  return known ? fill(known[language === 'zh' ? 0 : 1], words) : code
}
