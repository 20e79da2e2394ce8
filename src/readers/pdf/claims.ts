import type { Claims } from '../../model/reading.ts'
import { isDay, toDay } from '../../support/dates.ts'
import type { RawObjects } from './raw-objects.ts'

const LONGEST_CLAIM = 500

/** `PDFDocumentProxy.getMetadata()` as far as it is looked at. */
export interface PdfMetadata {
  info: unknown
  metadata: { get(name: string): unknown } | null
}

/** What a pdf says of itself: its Info dictionary first, then its XMP packet. */
export function claimsOf({ info, metadata }: PdfMetadata, objects: RawObjects): Partial<Claims> {
  const stated = (info ?? {}) as Record<string, unknown>
  const first = (key: string, ...names: string[]): string | undefined =>
    [stated[key], ...names.map(name => metadata?.get(name))].map(asText).find(text => text !== '')
  const firstMoment = (key: string, ...names: string[]): string | undefined =>
    [stated[key], ...names.map(name => metadata?.get(name))]
      .map(value => momentOf(asText(value)))
      .find(Boolean)
  return withoutGaps({
    title: first('Title', 'dc:title'),
    subject: first('Subject', 'dc:description'),
    author: first('Author', 'dc:creator'),
    application: first('Creator', 'xmp:creatortool'),
    producer: first('Producer', 'pdf:producer'),
    company: asText(custom(stated)['Company']),
    created: firstMoment('CreationDate', 'xmp:createdate'),
    modified: firstMoment('ModDate', 'xmp:modifydate'),
    documentId: documentIdOf(objects) ?? first('', 'xmpmm:documentid')
  })
}

/**
 * `D:20240305140211+08'00'` and what producers write instead (no `D:`, ISO, slashes, cut short after the day) as
 * wall clock. The zone is dropped: the clock on the wall is what the file tells; only UTC stays marked with Z.
 * Undefined without a whole, real day.
 */
export function momentOf(written: string): string | undefined {
  const match =
    /^\s*(?:D:)?\s*(\d{4})[-/.]?(\d{1,2})[-/.]?(\d{1,2})(?:[T\s]*(\d{1,2}):?(\d{2})(?::?(\d{2}))?(?:\.\d+)?)?\s*(Z|[+-]\d{2})?/u.exec(
      written
    )
  if (!match) return undefined
  const [, year, month, day, hours, minutes, seconds = '00', zone] = match
  if (!isDay(+year!, +month!, +day!)) return undefined
  const date = toDay(+year!, +month!, +day!)
  if (hours === undefined || +hours > 23 || +minutes! > 59 || +seconds > 59) return date
  const utc = zone === 'Z' || zone === '+00' || zone === '-00'
  return `${date}T${hours.padStart(2, '0')}:${minutes}:${seconds}${utc ? 'Z' : ''}`
}

/** First half of the trailer's ID: stays through revisions. */
function documentIdOf(objects: RawObjects): string | undefined {
  const ids = objects.resolve(objects.trailer.get('ID'))
  const id = Array.isArray(ids) ? objects.resolve(ids[0]) : undefined
  if (typeof id !== 'string' || id.length < 8 || /^\0*$/u.test(id)) return undefined
  return Buffer.from(id.slice(0, 64), 'latin1').toString('hex')
}

function custom(stated: Record<string, unknown>): Record<string, unknown> {
  const value = stated['Custom']
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}

function asText(value: unknown): string {
  const text = Array.isArray(value) ? value.filter(each => typeof each === 'string').join('、') : value
  if (typeof text !== 'string') return ''
  return text
    .replace(/[\p{Cc}\ufeff\ufffd]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_CLAIM)
}

function withoutGaps(claims: Record<string, string | undefined>): Partial<Claims> {
  return Object.fromEntries(Object.entries(claims).filter(([, value]) => value))
}
