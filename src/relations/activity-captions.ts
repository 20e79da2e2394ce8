import type { ClaimedDate } from '../model/evidence.ts'
import type { Material } from '../model/material.ts'
import { textAt } from '../model/cells.ts'
import { isOccasion } from '../support/periods.ts'
import { writtenDates } from '../support/dates.ts'
import { isEvent } from './activity-subjects.ts'

/** What stands beside a picture in its document, where that names a day. */
export interface Caption {
  date: ClaimedDate
  subject: string
}

/** A caption is a line, not a paragraph. */
const LONGEST_CAPTION = 80
/** A dated section begins with its date: 3月5日，…; （二）2024年3月5日走访…. */
const SECTION = /^[\s（(]*(?:[一二三四五六七八九十\d]{1,3}\s*[)）、.．]\s*)?$/u
const SECTION_HEAD = 60
/** Pages of one picture each, dated once in front, exist; pictures further from the last date than this belong to nobody's section. */
const SECTION_REACH = 40
const LONGEST_DOCUMENT = 20_000

interface Section {
  block: number
  page?: number
  caption: Caption
}

export type CaptionOf = (picture: Material) => Caption | undefined

/** Reads one document's dated captions and sections; summaries that list several occasions date their pictures so. */
export function captionsOf(container: Material, year: number | undefined): CaptionOf {
  const blocks = container.reading?.blocks ?? []
  const context = year === undefined ? {} : { year }
  const read = (text: string): Caption | undefined => {
    if (text.trim() === '') return undefined
    const date = writtenDates(text.slice(0, 200), context).find(isOccasion)
    return date && { date: { from: date.from, to: date.to, source: 'caption', text: date.text }, subject: subjectAfter(text, date.index + date.text.length) } // prettier-ignore
  }
  const sections: Section[] = []
  blocks.slice(0, LONGEST_DOCUMENT).forEach(({ text, page, style }, block) => {
    if (style === 'table' || style === 'header' || style === 'footer') return
    const start = text.slice(0, SECTION_HEAD).normalize('NFKC')
    const date = writtenDates(start, context).find(isOccasion)
    if (!date || !SECTION.test(start.slice(0, date.index))) return
    sections.push({ block, ...(page !== undefined && { page }), caption: read(text)! })
  })
  const several = new Set(sections.map(({ caption }) => caption.date.from)).size > 1

  return ({ at }) => {
    if (!at) return undefined
    if (at.caption !== undefined) {
      const caption = read(at.caption)
      if (caption) return caption
    }
    if (at.table !== undefined && at.row !== undefined) {
      const caption = fromRow(container, at.table, at.row, read)
      if (caption) return caption
    }
    if (at.block !== undefined) {
      const below = blocks[at.block + 1]
      const heads = several && sections.some(({ block }) => block === at.block! + 1)
      const beside = (heads ? [blocks[at.block]] : [blocks[at.block], below]).flatMap(near =>
        near && isCaption(near) ? (read(near.text) ?? []) : []
      )
      // Lines of two days above and below: the picture may be of either
      if (new Set(beside.map(({ date }) => date.from)).size > 1) return undefined
      if (beside.length > 0) return beside[0]
      if (!several) return undefined
      const section = sections.findLast(({ block }) => block <= at.block!)
      return section && at.block - section.block <= SECTION_REACH ? section.caption : undefined
    }
    return several && at.page !== undefined ? fromPage(sections, at.page) : undefined
  }
}

/** A page that names one day dates its pictures; a page that names none goes on with the page before. */
function fromPage(sections: readonly Section[], page: number): Caption | undefined {
  const here = sections.filter(section => section.page === page)
  if (new Set(here.map(({ caption }) => caption.date.from)).size > 1) return undefined
  return (here[0] ?? sections.findLast(section => (section.page ?? Infinity) === page - 1))?.caption
}

function fromRow(
  container: Material,
  table: number,
  row: number,
  read: (text: string) => Caption | undefined
): Caption | undefined {
  // prettier-ignore
  const cells = container.reading?.tables.find(({ head }) => head.index === table)?.cells
  if (!cells) return undefined
  // A row of pictures without words has its captions in the row below
  const own = cells.rows.indexOf(row)
  const index = own >= 0 ? own : cells.rows.indexOf(row + 1)
  if (index < 0) return undefined
  const captions: Caption[] = []
  for (let at = cells.starts[index]!; at < cells.starts[index + 1]!; at++)
    captions.push(...[read(textAt(cells, index, cells.columns[at]!).slice(0, LONGEST_CAPTION)) ?? []].flat())
  return new Set(captions.map(({ date }) => date.from)).size === 1 ? captions[0] : undefined
}

/** A short line with words beside its date; a date alone is whose signature stands there. */
function isCaption({ text, style }: { text: string; style: string }): boolean {
  const line = text.trim()
  if (style === 'table' || style === 'footer' || line.length > LONGEST_CAPTION) return false
  return /[图照]|现场|合影|掠影|photo|fig/iu.test(line) || isEvent(line)
}

function subjectAfter(text: string, at: number): string {
  const rest = text
    .normalize('NFKC')
    .slice(at)
    .replace(/^[\s,，:：、.。]+/u, '')
  const told = rest.replace(
    /^(?:(?:上午|下午|中午|晚上?|傍晚|当天|凌晨|\d{1,2}[:时点]\d{0,2}分?)[\s,，]*)+/u,
    ''
  )
  return told.split(/[,，。；;:：\n]/u)[0]!.slice(0, 40)
}
