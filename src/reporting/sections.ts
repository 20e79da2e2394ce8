import type { View } from './view.ts'

/** Parts of a report that may be asked for; page one always stands. The desk's contract has the same list. */
export const SECTIONS = ['balance', 'indicators', 'checks', 'findings', 'clerk', 'inspector', 'materials', 'unread', 'fieldCheck', 'effort', 'decisions'] as const // prettier-ignore
export type Section = (typeof SECTIONS)[number]

export interface ReportOptions {
  /** All when not given. */
  sections?: readonly Section[] | undefined
}

export function wants({ sections }: ReportOptions): (section: Section) => boolean {
  const asked = sections && new Set(sections)
  return section => asked === undefined || asked.has(section)
}

/** The mark that stands on every page of what was made from a stopped run; '' where the run was whole. */
export function partialMark({ audit, out }: Pick<View, 'audit' | 'out'>): string {
  return audit.partial === undefined ? '' : out.partialMark
}
