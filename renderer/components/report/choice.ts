import { SECTIONS } from '../../../src/desk/contract.ts'
import type { Masking } from '../../../src/model/audit.ts'
import type { Language } from '../../../src/words/language.ts'
import type { ReportRequest } from '../../stores/report.ts'

export type Section = (typeof SECTIONS)[number]

/** What a person chose for a report. */
export interface ReportChoice {
  language: Language
  masking: Masking
  /** Only for `full`. */
  reason: string
  sections: Section[]
}

/** Personal data goes unmasked only with a reason. */
export const isComplete = ({ masking, reason }: ReportChoice): boolean =>
  masking !== 'full' || reason.trim() !== ''

/** The request for a file of one kind. Sections are named only when some are left out. */
export function requestOf<W extends ReportRequest['what']>(
  what: W,
  choice: ReportChoice
): ReportRequest & { what: W } {
  const { language, masking, reason, sections } = choice
  return {
    what,
    language,
    masking,
    ...(masking === 'full' ? { reason: reason.trim() } : {}),
    ...(sections.length < SECTIONS.length ? { sections } : {})
  }
}
