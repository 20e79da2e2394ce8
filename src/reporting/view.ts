import type { Audit, Masking, Place, Purpose, Standing } from '../model/audit.ts'
import { looksLikeName } from '../support/surnames.ts'
import { claimLabel, roleLabel } from '../words/claims.ts'
import { codeText, type CodeKind } from '../words/codes.ts'
import { spellMasked, wordsOf, type Language, type Words } from '../words/index.ts'
import { outputWords, type OutputWords } from '../words/outputs.ts'
import { partWords, type PartWords } from '../words/parts.ts'
import { reportWords, type ReportWords } from '../words/report.ts'
import { COMMON } from './common-words.ts'
import { LETTER, Masker } from './masker.ts'
import { LEFT_OUT } from './statistics.ts'

/** What every part of every report asks for: the audit, words, masked places. */
export interface View {
  audit: Audit
  language: Language
  words: ReportWords
  parts: PartWords
  out: OutputWords
  say: Words
  level: Masking
  spell(text: string): string
  /** What people wrote in this program (notes, declarations): masked like the package's own words. */
  said(text: string): string
  path(path: string): string
  place(place: Place): string
  /** Number of the material and row, for narrow columns. */
  short(place: Place): string
  /** Name of the sheet a place stands in, masked like a path; '' where none is to be shown. */
  sheet(place: Place): string
  /** `no` of the material at a path; undefined for one that is not in the list. */
  number(path: string): number | undefined
  code(kind: CodeKind, code: string, words?: Record<string, string | number>): string
  claim(label: string): string
  role(role: string): string
  standing(standing: Standing | 'missing' | undefined): string
  purpose(purpose: Purpose): string
}

export interface ViewOptions {
  /** Names met in the package, so that they can be masked in paths too. */
  names?: Iterable<string>
  /** Only for audits that do not say so themselves (`settings.masking`). */
  masked?: boolean
}

export function viewOf(audit: Audit, language: Language, options: ViewOptions = {}): View {
  const say = wordsOf(language)
  const parts = partWords(language)
  const level = levelOf(audit, options)
  // Ordinals of the audit's own masking are another series: 某1 in a path is not 人员1 in a cell.
  const masker = new Masker(new Set(options.names ?? []), { ...LETTER, person: 'N' })
  const records = new Map(audit.materials.map(record => [record.path, record]))
  const spell = (text: string): string => spellMasked(text, language)
  const path = (text: string): string => {
    if (records.get(text)?.secret) return parts.secretPath
    return level === 'masked' ? spell(maskPath(text, masker)) : text
  }
  const number = (text: string): number | undefined => records.get(text)?.no
  const numbered = (text: string): string => `№${number(text) ?? '?'}`
  const sheet = ({ sheet: name = '', path: within }: Place): string =>
    records.get(within)?.secret || level === 'statistics' ? '' : level === 'masked' ? spell(masker.text(name)) : name // prettier-ignore
  return {
    audit,
    language,
    words: reportWords(language),
    parts,
    out: outputWords(language),
    say,
    level,
    spell,
    said: text => (level === 'statistics' ? LEFT_OUT : level === 'masked' ? spell(masker.text(text)) : text),
    path,
    sheet,
    number,
    place: place => {
      const shown = level === 'statistics' ? '' : path(place.path)
      return `${numbered(place.path)} ${say.place({ ...place, path: shown, sheet: sheet(place) })}`.replace(/^(№\S+) (?: · |, )/u, '$1 · ') // prettier-ignore
    },
    short: place => [numbered(place.path), place.row !== undefined && (language === 'zh' ? `${place.row} 行` : `row ${place.row}`)].filter(Boolean).join(' '), // prettier-ignore
    code: (kind, code, words = {}) => spell(codeText(kind, code, language, words)),
    claim: label => claimLabel(label, language),
    role: role => roleLabel(role, language),
    standing: standing => standingText(standing, parts),
    purpose: purpose => ({ required: parts.purposeRequired, demanded: parts.purposeDemanded, avoidable: parts.purposeAvoidable })[purpose] // prettier-ignore
  }
}

function levelOf({ settings }: Audit, { masked = true }: ViewOptions): Masking {
  const level = settings['masking']
  if (level === 'statistics' || level === 'masked' || level === 'full') return level
  return masked ? 'masked' : 'full'
}

function standingText(standing: Standing | 'missing' | undefined, parts: PartWords): string {
  if (standing === undefined) return parts.standingUnknown
  return { result: parts.standingResult, trace: parts.standingTrace, undetermined: parts.standingUndetermined, missing: parts.standingMissing }[standing] // prettier-ignore
}

/** Known names, shapes of numbers, and parts between separators that look like a name of their own (`走访-李四.docx`). */
export function maskPath(path: string, masker: Masker): string {
  return path
    .split('/')
    .map(part =>
      part.replace(/(?<![\u4e00-\u9fa5])[\u4e00-\u9fa5]{2,3}(?![\u4e00-\u9fa5])/gu, word =>
        looksLikeName(word) && !COMMON.has(word) ? masker.value(word, 'person') : word
      )
    )
    .map(part => masker.text(part))
    .join('/')
}
