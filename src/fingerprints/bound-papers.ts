import type { LabelledForm, Ledger } from '../model/evidence.ts'
import type { Material, Reading } from '../model/material.ts'
import type { Block } from '../model/reading.ts'
import { EVENT_WORDS } from '../model/filing.ts'
import { isOccasion } from '../support/periods.ts'
import { writtenDates } from '../support/dates.ts'
import { groupBy } from '../support/grouping.ts'
import { characters } from '../support/text.ts'
import { DOCUMENT_NUMBER, RED_HEAD } from './document-head.ts'
import { isTitle, PAPER } from './document-title.ts'

/** One of several papers bound into one file: the part of its reading that is its own. */
export interface BoundPaper {
  title: string // as written
  reading: Reading
  from: number // its blocks in the volume, `to` not included
  to: number
}

/** Thicker volumes exist; nobody binds more papers into one, and a stranger's file may try. */
const MOST_PAPERS = 500
/** A title of fewer characters (会议, 说明) heads a part of a paper. */
const SHORTEST_TITLE = 5
/** A title that only tells what it is about has this many. */
const TELLING_TITLE = 8
/** 一、 （二） 第三章: parts of one paper, however large they are set. */
const NUMBERED = /^\s*(?:[一二三四五六七八九十]{1,3}\s*[、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|第[一二三四五六七八九十\d]{1,3}[章节条篇编]|第[一二三四五六七八九十\d]{1,3}部分|\d{1,2}\s*[.．、])/u // prettier-ignore
/** What belongs to the paper before it. */
const ANNEX = /^附(?:件|表|录|图)/u
/** How else titles of papers end. */
const KIND = /[单书录册记证函信卡报]$|(?:对比|对照|案例|事迹|纪实|台帐|公报|回执)$/u
const EVENT = new RegExp(`(?:${EVENT_WORDS.join('|')})(?:情况)?$`, 'iu')
/** Lines above a title that are of its paper. */
const HEAD = /^(?:密级|绝密|机密|秘密|内部|特急|加急|急件|编号|签发人)/u
const MOST_HEAD = 4
/** Text before the first title that is more than a cover. */
const LEAST_PREFACE = 120
/** A day or number that a line under a title states, by its label. */
const LABEL =
  /(\p{Script=Han}{0,4}(?:日期|时间|编号|单号|流水号))\s*[:：]\s*([\p{L}\p{N}〔〕()（）.\-—/]{3,30})/gu
const PRINTED = /打印|制表|填表|导出|下载|生成/u
const LABELLED_LINES = 8
/** A cover has a title, a name and a date. */
const MOST_COVER = 40

/** The papers bound into a file, two or more; none where it is one paper. */
export function boundPapers(
  { kind, reading, origin }: Material,
  ledgers: readonly Ledger[],
  forms: readonly LabelledForm[]
): BoundPaper[] {
  if (!reading || origin !== 'package') return []
  const papers = kind === 'document' ? inDocument(reading) : kind === 'table' ? inWorkbook(reading, ledgers, forms) : [] // prettier-ignore
  return papers.length > 1 && papers.length <= MOST_PAPERS ? papers : []
}

interface Start {
  at: number
  title: string
}

/** Each title of a paper begins one, with the lines of head above it. */
function inDocument(reading: Reading): BoundPaper[] {
  const { blocks, tables } = reading
  const starts = withoutCovers(startsIn(blocks), blocks)
  if (starts.length < 2) return []
  const [first] = starts
  const before = blocks.slice(0, first!.at).filter(({ style }) => style !== 'header' && style !== 'footer')
  const preface = before.some(({ style }) => style === 'table') || lettersOf(before) >= LEAST_PREFACE // prettier-ignore
  const all = preface ? [{ at: 0, title: '' }, ...starts] : starts
  const marked = new Set(blocks.flatMap(({ table }) => table ?? []))
  return all.map(({ at, title }, k) => {
    const to = all[k + 1]?.at ?? blocks.length
    const own = new Set(blocks.slice(at, to).flatMap(({ table }) => table ?? []))
    const last = k === all.length - 1
    const kept = tables.filter(({ head: { index } }) => own.has(index) || (last && !marked.has(index)))
    return { title, from: at, to, reading: { ...reading, blocks: blocks.slice(at, to), tables: kept } }
  })
}

function startsIn(blocks: readonly Block[]): Start[] {
  const starts: Start[] = []
  let previous = 0 // end of the title before
  for (let at = 0; at < blocks.length; at++) {
    if (blocks[at]!.style !== 'title') continue
    let end = at + 1
    while (blocks[end]?.style === 'title') end++
    const lines = blocks.slice(at, end).map(({ text }) => text.trim())
    const title = lines.filter(line => isTitle(line)).join('')
    const carriedOn = isCarriedOn(blocks, { at, title }, starts.at(-1))
    if (isPaperTitle(title) && !carriedOn && !ANNEX.test(blocks[at - 1]?.text.trim() ?? ''))
      starts.push({ at: headAbove(blocks, at, previous), title })
    previous = end
    at = end - 1
  }
  return starts
}

/** A printed list says its title again on each page, numbered or not; slips and forms under one title tell a day or number of their own. */
function isCarriedOn(blocks: readonly Block[], { at, title }: Start, before: Start | undefined): boolean {
  if (blocks[at]!.page === undefined || !before || unnumbered(before.title) !== unnumbered(title))
    return false
  const known = labelsBelow(blocks, before.at)
  return ![...labelsBelow(blocks, at)].some(([label, value]) => (known.get(label) ?? value) !== value)
}

/** What the lines under a title say of their paper: 入账日期：2024年3月11日, 编号：0012. When it was printed says nothing. */
function labelsBelow(blocks: readonly Block[], from: number): Map<string, string> {
  const found = new Map<string, string>()
  for (const { text, style } of blocks.slice(from, from + LABELLED_LINES)) {
    if (style === 'table') break
    for (const [, label, value] of text.slice(0, 400).matchAll(LABEL))
      if (!PRINTED.test(label!) && !found.has(label!)) found.set(label!, value!)
  }
  return found
}

function unnumbered(title: string): string {
  return title
    .replace(/\s+/gu, '')
    .replace(/[（(]?(?:第?\d{1,3}页?|续表?|[一二三四五六七八九十]{1,2})[）)]?$/u, '')
}

/** A cover says the title of the paper behind it once more. */
function withoutCovers(starts: readonly Start[], blocks: readonly Block[]): Start[] {
  const kept: Start[] = []
  for (const [k, { at, title }] of starts.entries()) {
    const before = kept.at(-1)
    const between = blocks.slice(before?.at ?? 0, at)
    const isCover = before !== undefined && before.title === title && starts[k - 1]!.at === before.at && between.every(({ style }) => style !== 'table') && lettersOf(between) - characters(title) <= MOST_COVER // prettier-ignore
    if (!isCover) kept.push({ at, title })
  }
  return kept
}

function lettersOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { text }) => sum + characters(text), 0)
}

function isPaperTitle(title: string): boolean {
  const bare = title.replace(/\s+/gu, '').replace(/[（(【[][^（）()【】[\]]{0,24}[）)】\]]$/u, '')
  if (bare.length < SHORTEST_TITLE || NUMBERED.test(bare) || ANNEX.test(bare)) return false
  return PAPER.test(bare) || KIND.test(bare) || (bare.length >= TELLING_TITLE && EVENT.test(bare))
}

function headAbove(blocks: readonly Block[], title: number, least: number): number {
  let at = title
  while (at > least && title - at < MOST_HEAD) {
    const { text, style } = blocks[at - 1]!
    const line = text.replace(/\s+/gu, '')
    if (style === 'table' || !(HEAD.test(line) || RED_HEAD.test(line) || isNumber(line))) break
    at--
  }
  return at
}

/** 某政发〔2024〕5号 alone on its line. */
function isNumber(line: string): boolean {
  const match = DOCUMENT_NUMBER.exec(line)
  return match !== null && line.length - match[0].length <= 6
}

/**
 * Sheets under titles of their own. The next month of a ledger has another number in its title and the same headers, and
 * is of the same paper; a sheet without a title is of the one before it.
 */
function inWorkbook(
  reading: Reading,
  ledgers: readonly Ledger[],
  forms: readonly LabelledForm[]
): BoundPaper[] {
  const { tables, blocks } = reading
  if (tables.length < 2) return []
  const heads = new Map<number, { title: string; key: string; own: boolean }>()
  for (const { table, title, columns } of ledgers) {
    const { index, name } = table.head
    if (!heads.has(index)) heads.set(index, { title, key: keyOf(title, columns.map(({ header }) => header)), own: title !== name }) // prettier-ignore
  }
  for (const { table, title, fields } of forms)
    if (!heads.has(table)) heads.set(table, { title, key: keyOf(title, fields.map(({ label, value }) => `${label}${value}`)), own: title !== '' && title !== tables.find(({ head }) => head.index === table)?.head.name }) // prettier-ignore
  // In a workbook of titled sheets a name may be a title too
  const titled = [...heads.values()].some(({ own }) => own)
  if (!titled) return []
  let key = ''
  const keys = tables.map(({ head: { index } }) => {
    const head = heads.get(index)
    if (head && (head.own || namesLedger(head.title))) key = head.key
    return key
  })
  const firstKey = keys.find(each => each !== '')!
  const groups = groupBy(tables.keys(), at => keys[at] || firstKey)
  return [...groups].map(([own, members], k) => {
    const kept = members.map(at => tables[at]!)
    const head = kept.map(table => heads.get(table.head.index)).find(each => each?.key === own)
    const [from, to] = k === 0 ? [0, blocks.length] : [0, 0]
    return { title: head?.title ?? '', from, to, reading: { ...reading, blocks: k === 0 ? blocks : [], tables: kept } } // prettier-ignore
  })
}

/** Unlike 汇总表, 统计表, 1月 and 填写说明, which are of the ledger before them. A name of fewer characters (登记表) may be any sheet's. */
const LEDGER = /(?:台账|登记[表簿册]?|记录[表簿册]?|清单|名册|明细表?|[^总计明]表)$/u
const TELLING_NAME = 4

function namesLedger(sheet: string): boolean {
  const name = sheet.replace(/sheet|工作表|[\d\s_\-—.()（）]/giu, '')
  return name.length >= TELLING_NAME && LEDGER.test(name)
}

function keyOf(title: string, headers: readonly string[]): string {
  // A ledger of one occasion says its day in its title; of a longer time, its period
  const day = writtenDates(title, { year: 2000 }).find(isOccasion)
  const named = day ? title : title.replace(/\d+/gu, '')
  return `${named.replace(/\s+/gu, '')}\n${headers.map(header => header.replace(/\s+/gu, '')).join('\t')}`
}
