import type { ClaimedDate, DocumentText, LabelledForm, Ledger, NameClaims } from '../model/evidence.ts'
import type { Cells } from '../model/cells.ts'
import type { Material } from '../model/material.ts'
import { isOccasion, lengthOf, type Period } from '../support/periods.ts'
import { writtenDates } from '../support/dates.ts'
import { isEvent, coreOf } from './activity-subjects.ts'

/** What a material says of its own occasion. */
export interface OwnClaims {
  dates: readonly ClaimedDate[] // name, title, labelled time, first sentence
  subject: string // '' when it names none
  place?: string
  /** Whom the one form it consists of is about: two households visited on a day are two occasions. */
  about?: string
  /** Announces, plans or rules: dated, but not the occasion itself. */
  ahead: boolean
}

const AHEAD =
  /通知|通告|方案|预案|计划|议程|安排|制度|办法|规定|规则|职责|意见|请示|批复|承诺|责任书|合同|协议/u
const OCCASION =
  '(?:活动|会议|走访|培训|学习|检查|慰问|宣传|宣讲|座谈|服务|巡查|谈话|开展|调研|演练|整治|入户|举办|召开)'
const TIME_LINE = new RegExp(`^\\s*${OCCASION}?(?:时间|日期)\\s*[:：]\\s*(.{3,40})`, 'u')
const TIME_CELL = new RegExp(`^${OCCASION}?(?:时间|日期)[:：]?$`, 'u')
const PLACE_LINE = new RegExp(`(?:^|\\s)${OCCASION}?地点\\s*[:：]\\s*([^\\s,，。；;]{2,30})`, 'u')
const PLACE_CELL = new RegExp(`^${OCCASION}?地点[:：]?$`, 'u')
/** Heads and labels stand on the first page. */
const FIRST_BLOCKS = 40
const FIRST_ROWS = 10
/** A first sentence that tells of an occasion begins with its date (2024年3月5日上午，…), after a place name at most. */
const SENTENCE_START = 12
const SHORTEST_SENTENCE = 24

export function ownClaims(
  material: Material,
  names: NameClaims | undefined,
  document: DocumentText | undefined,
  ledgers: readonly Ledger[],
  forms: readonly LabelledForm[],
  known: number | undefined
): OwnClaims {
  const written = names?.dates.filter(({ source }) => source === 'name') ?? []
  const year = yearOf(names) ?? known
  const context = year === undefined ? {} : { year }
  const name = written.length > 0 || names?.savedBy || names?.counter !== undefined ? [] : claims(material.name.replace(/\.[^.]*$/u, ''), 'name', { ...context, name: true }) // prettier-ignore
  const title = document?.title ?? ledgers[0]?.title ?? sheetTitle(material)
  const labels = labelled(material)
  const texts = labels.time === undefined ? [] : claims(labels.time, 'text', context)
  const dates = [...written, ...name, ...claims(title, 'title', context), ...texts]
  if (!dates.some(isOccasion) && document && !AHEAD.test(title))
    dates.push(...firstSentence(document, context))
  // One form is one occasion; a book of forms is of none
  const recorded = forms.length === 1 && ledgers.length === 0 ? forms[0]!.occasion : undefined
  if (recorded?.from !== undefined && !dates.some(isOccasion) && !AHEAD.test(title))
    dates.push({ from: recorded.from, to: recorded.to ?? recorded.from, source: 'text', text: recorded.from })
  const subject = subjectOf(title, names?.subject ?? '')
  return {
    dates,
    subject,
    ...(labels.place !== undefined && { place: labels.place }),
    ...(recorded?.subject !== undefined && { about: recorded.subject }),
    ahead: AHEAD.test(title || (names?.subject ?? '')) || document?.issued === true
  }
}

/** First day and last day of the entries of a ledger. */
export function ledgerDate(ledgers: readonly Ledger[]): ClaimedDate | undefined {
  let from = ''
  let to = ''
  for (const ledger of ledgers) {
    for (let i = 0; i < ledger.rows.length; i++) {
      const date = ledger.date(i)
      if (date === '') continue
      if (from === '' || date < from) from = date
      if (date > to) to = date
    }
  }
  return claimBetween(from === '' ? undefined : { from, to }, 'ledger')
}

/** A claim that nobody wrote as such: from the first day named to the last. */
export function claimBetween(
  span: Period | undefined,
  source: ClaimedDate['source']
): ClaimedDate | undefined {
  return span && { ...span, source, text: span.from === span.to ? span.from : `${span.from} – ${span.to}` }
}

function subjectOf(title: string, name: string): string {
  const fromTitle = coreOf(title)
  // The title says it better than the name, unless it only says what kind of paper it is
  return fromTitle.length > 1 || !isEvent(name) ? (fromTitle === '' ? name : title) : name
}

function yearOf(names: NameClaims | undefined): number | undefined {
  const year = names?.dates[0]?.from.slice(0, 4)
  return year === undefined ? undefined : +year
}

function claims(
  text: string,
  source: ClaimedDate['source'],
  context: { year?: number; name?: boolean }
): ClaimedDate[] {
  return writtenDates(text.slice(0, 200), context)
    .map(({ from, to, text: as }) => ({ from, to, source, text: as }))
    .sort((a, b) => lengthOf(a) - lengthOf(b))
}

function firstSentence({ paragraphs }: DocumentText, context: { year?: number }): ClaimedDate[] {
  const prose = paragraphs.slice(0, FIRST_BLOCKS).find(({ text, label }) => !label && text.trim().length >= SHORTEST_SENTENCE) // prettier-ignore
  if (!prose) return []
  const [first] = writtenDates(prose.text.trim().slice(0, 60), context)
  return first && first.index <= SENTENCE_START && isOccasion(first)
    ? [{ from: first.from, to: first.to, source: 'text', text: first.text }]
    : []
}

/** The time and place a form or minutes state for their occasion: 时间：…, or a label cell and its neighbour. */
function labelled({ reading, kind }: Material): { time?: string; place?: string } {
  let time: string | undefined
  let place: string | undefined
  if (!reading || (kind !== 'document' && kind !== 'table')) return {}
  for (const { text } of reading.blocks.slice(0, FIRST_BLOCKS)) {
    time ??= TIME_LINE.exec(text.slice(0, 200))?.[1]
    place ??= PLACE_LINE.exec(text.slice(0, 200))?.[1]
  }
  const cells = reading.tables[0] && cellsOf(reading.tables[0].cells)
  time ??= cells?.time
  place ??= cells?.place
  return { ...(time !== undefined && { time }), ...(place !== undefined && { place }) }
}

function cellsOf(cells: Cells): { time?: string; place?: string } {
  let time: string | undefined
  let place: string | undefined
  for (let row = 0; row < Math.min(cells.rowCount, FIRST_ROWS); row++) {
    for (let at = cells.starts[row]!; at < cells.starts[row + 1]! && at < cells.starts[row]! + 30; at++) {
      const text = cells.pool.text(cells.texts[at]!)
      if (text.length > 200) continue
      const next = at + 1 < cells.starts[row + 1]! ? cells.pool.text(cells.texts[at + 1]!) : undefined
      const compact = text.replace(/\s+/gu, '')
      time ??= TIME_LINE.exec(text)?.[1] ?? (next && TIME_CELL.test(compact) ? next.slice(0, 40) : undefined)
      place ??= PLACE_LINE.exec(text)?.[1] ?? (next && PLACE_CELL.test(compact) && isPlace(next) ? next.trim() : undefined) // prettier-ignore
    }
  }
  return { ...(time !== undefined && { time }), ...(place !== undefined && { place }) }
}

/** Not the next header of a ledger. */
function isPlace(text: string): boolean {
  return (
    text.trim().length >= 2 && text.length <= 30 && !/时间|日期|人员|内容|地点|主题|姓名|[:：]$/u.test(text)
  )
}

/** A sheet without ledger: the one cell of its first row. */
function sheetTitle({ kind, reading }: Material): string {
  const cells = kind === 'table' ? reading?.tables[0]?.cells : undefined
  if (!cells || cells.rowCount === 0 || cells.starts[1]! - cells.starts[0]! !== 1) return ''
  const text = cells.pool.text(cells.texts[0]!)
  return text.length <= 80 ? text : ''
}
