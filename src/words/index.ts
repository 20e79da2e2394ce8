import lexicon from '../../resources/lexicon/classes.json'
import type { Cue, Finding, Indication, MaterialRecord, Place } from '../model/audit.ts'
import type { NoteCode, TroubleCode } from '../model/kinds.ts'
import { CHANGE_TEXTS, cueText } from './changes.ts'
import { CHECK_WORDS } from './checks/index.ts'
import type { CheckText } from './check-words.ts'
import { QUESTIONS, questionText } from './field-check.ts'
import { ANSWER_LABELS, CLASS_LABELS, KIND_LABELS, NOTE_TEXTS, OWNER_LABELS, STATUS_LABELS, STRENGTH_LABELS } from './labels.ts' // prettier-ignore
import {
  BINDS_LABELS,
  keepRequires,
  mayKeepBecause,
  notRequired,
  PURPOSE_LABELS,
  TARIFF_LABELS
} from './keep.ts'
import { fill, type Language } from './language.ts'
import { spellMasked } from './masked.ts'
import { TROUBLES, type TroubleText } from './troubles.ts'
import { UNSEEN_TEXTS } from './unseen.ts'

export { LANGUAGES, fill, type Language } from './language.ts'
export { spellMasked } from './masked.ts'

/** Everything that is said in one language. */
export function wordsOf(language: Language) {
  const check = (id: string): CheckText => {
    const words = CHECK_WORDS[id]
    if (!words) throw new Error(`no words for check ${id}`)
    const text = words[language]
    return { ...text, reasons: { ...UNSEEN_TEXTS[language], ...text.reasons } }
  }
  return {
    language,
    check,
    classes: CLASS_LABELS[language],
    strengths: STRENGTH_LABELS[language],
    owners: OWNER_LABELS[language],
    answers: ANSWER_LABELS[language],
    kinds: KIND_LABELS[language],
    statuses: STATUS_LABELS[language],
    classId: (id: string): string => lexicon.classes.find(each => each.id === id)?.[language] ?? id,
    trouble: (code: TroubleCode): TroubleText => TROUBLES[code][language],
    note: ({ code, words = {} }: { code: NoteCode; words?: Record<string, string | number> }): string =>
      fill(NOTE_TEXTS[language][code], words),
    finding: ({ check: id, message, words }: Pick<Finding, 'check' | 'message' | 'words'>): string =>
      spellMasked(fill(check(id).messages[message] ?? message, words), language),
    indication: (id: string, { code, words }: Pick<Indication, 'code' | 'words'>): string =>
      spellMasked(fill(check(id).indications[code] ?? code, words), language),
    purposes: PURPOSE_LABELS[language],
    binds: (code: string): string => BINDS_LABELS[language][code] ?? code,
    tariff: (id: string): string => TARIFF_LABELS[language][id] ?? id,
    keepRequires: (rule: string): string | undefined => keepRequires(rule, language),
    mayKeepBecause: (id: string): string | undefined => mayKeepBecause(id, language),
    notRequired: notRequired(language),
    /** What would give a material another class. */
    change: ({ code, words = {} }: NonNullable<MaterialRecord['change']>): string =>
      fill(CHANGE_TEXTS[language][code] ?? code, words),
    changes: CHANGE_TEXTS[language],
    cue: (cue: Pick<Cue, 'cue' | 'where'>): string => cueText(cue, language),
    questions: QUESTIONS[language],
    question: (row: { question: string; words?: Record<string, string | number> | undefined }): string => questionText(row, language), // prettier-ignore
    place: (place: Place): string => placeText(place, language)
  }
}

export type Words = ReturnType<typeof wordsOf>

function placeText({ path, sheet, table, row, page, message }: Place, language: Language): string {
  const zh = language === 'zh'
  const parts = [path]
  if (sheet) parts.push(zh ? `工作表“${sheet}”` : `sheet “${sheet}”`)
  else if (table !== undefined && row !== undefined && table > 0) parts.push(zh ? `第 ${table + 1} 个表` : `table ${table + 1}`) // prettier-ignore
  if (row !== undefined) parts.push(zh ? `第 ${row} 行` : `row ${row}`)
  if (page !== undefined) parts.push(zh ? `第 ${page} 页` : `page ${page}`)
  if (message !== undefined) parts.push(zh ? `第 ${message} 条消息` : `message ${message}`)
  return parts.join(zh ? ' · ' : ', ')
}
