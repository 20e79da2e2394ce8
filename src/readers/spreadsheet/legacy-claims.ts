import type { WorkBook } from '@e965/xlsx'
import type { Claims } from '../../model/reading.ts'
import { wallClock } from '../office/properties.ts'

const LONGEST_CLAIM = 500
const TEXTS: readonly (readonly [
  string,
  'title' | 'subject' | 'author' | 'lastModifiedBy' | 'company' | 'manager'
])[] = [
  ['Title', 'title'],
  ['Subject', 'subject'],
  ['Author', 'author'],
  ['LastAuthor', 'lastModifiedBy'],
  ['Company', 'company'],
  ['Manager', 'manager']
]
const MOMENTS: readonly (readonly [string, 'created' | 'modified' | 'printed'])[] = [
  ['CreatedDate', 'created'],
  ['ModifiedDate', 'modified'],
  ['LastPrinted', 'printed']
]

/** What the file's property sets say. Their times are stored in UTC. */
export function legacyClaims(book: WorkBook): Partial<Claims> {
  const props = (book.Props ?? {}) as Record<string, unknown>
  const custom = (book.Custprops ?? {}) as Record<string, unknown>
  const claims: Partial<Claims> = {}
  for (const [from, to] of TEXTS) {
    const text = clean(props[from])
    if (text !== '') claims[to] = text
  }
  const application = [clean(props['Application']), clean(props['AppVersion'])].filter(Boolean).join(' ')
  if (application !== '') claims.application = application
  for (const [from, to] of MOMENTS) {
    const moment = momentOf(props[from])
    if (moment !== undefined) claims[to] = moment
  }
  const kso = ['KSOProductBuildVer', 'ICV'].filter(name => clean(custom[name]) !== '')
  if (kso.length > 0) claims.kso = kso.map(name => `${name}=${clean(custom[name])}`).join(' ')
  return claims
}

function clean(value: unknown): string {
  if (typeof value !== 'string' && typeof value !== 'number') return ''
  return String(value).replaceAll('\0', '').trim().slice(0, LONGEST_CLAIM)
}

function momentOf(value: unknown): string | undefined {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : wallClock(value.toISOString())
  return typeof value === 'string' ? wallClock(value) : undefined
}
