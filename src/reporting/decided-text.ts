import type { Declaration } from '../model/decisions.ts'
import type { View } from './view.ts'

export function hasDecisions({ audit }: Pick<View, 'audit'>): boolean {
  return (
    (audit.decisions?.length ?? 0) > 0 ||
    (audit.declarations?.length ?? 0) > 0 ||
    audit.materials.some(({ overruled }) => overruled)
  )
}

/** An audit of a later version may know checks this one has no words for. */
export function checkTitle(check: string, { say }: Pick<View, 'say'>): string {
  try {
    return say.check(check).title
  } catch {
    return check
  }
}

export function sourceText(source: 'person' | 'answer' | 'unit', { out }: Pick<View, 'out'>): string {
  return { person: out.sourcePerson, answer: out.sourceAnswer, unit: out.sourceUnit }[source]
}

/** Groups of four: a spreadsheet program takes no such text for a number or a date. */
export function codeOf(id: string): string {
  return id.replace(/(.{4})(?=.)/gu, '$1-')
}

/** Days, branch and checks a declaration speaks of; the branch as any path is shown. */
export function coversText(
  each: Declaration,
  page: Pick<View, 'path' | 'level' | 'language' | 'say'>
): string {
  const { path, level, language } = page
  const days = each.from || each.to ? [each.from, each.to].filter(Boolean).filter((day, i, all) => all.indexOf(day) === i).join(' – ') : '' // prettier-ignore
  const branch = each.under && level !== 'statistics' ? path(each.under) : ''
  const checks = (each.checks ?? [])
    .map(check => checkTitle(check, page))
    .join(language === 'zh' ? '、' : ', ')
  return [days, branch, checks].filter(part => part !== '').join(' · ')
}
