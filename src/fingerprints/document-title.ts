import type { Reading } from '../model/material.ts'
import type { Block } from '../model/reading.ts'
import { characters } from '../support/text.ts'
import { DOCUMENT_NUMBER, RED_HEAD } from './document-head.ts'

/** A title stands on the first page, after head, number and secrecy mark at most. */
const SEARCHED = 14
/** Two lines of large print; longer is prose. */
const LONGEST_TITLE = 80
const LONGEST_LINE = 50
/** How the titles of papers end. */
export const PAPER =
  /(?:通知|通告|公告|通报|方案|预案|计划|总结|小结|汇报|报告|报表|纪要|记录表?|简报|信息|台账|签到[表簿册]?|登记[表簿册]|名单|清单|办法|制度|规定|规则|细则|意见|决定|函|批复|请示|材料|证明|承诺书|责任书|协议书?|合同|倡议书|讲话|发言|心得体会|体会|教案|讲稿|议程|说明|总结会|活动|表)(?:[（(].{1,16}[）)])?$/u
/** Lines of the head that are no title. */
const ASIDE =
  /^(?:附件?\s*\d{0,2}\s*[:：]?|密级.*|(?:绝密|机密|秘密|内部).{0,12}|特急|加急|急件|编号.*|№.*|签发人.*|第\s*[\d一二三四五六七八九十]{1,4}\s*期.*|目\s*录|[（(].{1,30}[）)]|\d{4}年\d{1,2}月(?:\d{1,2}日)?|[\d\s\-—./页第共]+)$/u
const LABELLED = /^.{1,12}[:：]/u

/** Title by content: the first title or heading, else the first short line that is neither head, number, date nor label; '' when nothing reads as one. */
export function documentTitle({ blocks, tables }: Reading): string {
  const first = blocks
    .filter(
      ({ style, text }) =>
        style !== 'header' && style !== 'footer' && (style === 'table' || text.trim() !== '')
    ) // prettier-ignore
    .slice(0, SEARCHED)
  const tableAt = first.findIndex(({ style }) => style === 'table')
  const beforeTable = tableAt < 0 ? first : first.slice(0, tableAt)
  const styled = beforeTable.findIndex(({ style, text }) => style === 'title' && isTitle(text))
  const at = styled >= 0 ? styled : beforeTable.findIndex(({ text }) => isTitle(text))
  // Prose that came first means that the short line further down is no title
  const prose = beforeTable.findIndex(({ text, style }) => style === 'paragraph' && isProse(text))
  if (at < 0 || (styled < 0 && prose >= 0 && prose < at)) return tableTitle(tables)
  return clean(lines(beforeTable, at).join(''))
}

/** A title broken over two lines: 关于开展2024年 / 走访慰问活动的通知. */
function lines(blocks: readonly Block[], at: number): string[] {
  const line = blocks[at]!
  const next = blocks[at + 1]
  const text = line.text.trim()
  if (!next || PAPER.test(text) || next.style === 'table' || !isTitle(next.text)) return [text]
  const broken =
    /^(?:中共|关于)|的$|[、及和与]$/u.test(text) || (line.style === 'title' && next.style === 'title')
  const joined = text.length + next.text.trim().length <= LONGEST_TITLE
  return broken && joined && PAPER.test(next.text.trim()) ? [text, next.text.trim()] : [text]
}

export function isTitle(text: string): boolean {
  const line = text.trim()
  if (line.length > LONGEST_TITLE || characters(line) < 2 || /[。；，;]$/u.test(line) || /[。；]/u.test(line))
    return false
  if (line.length > LONGEST_LINE && !PAPER.test(line)) return false
  const compact = line.replace(/\s+/gu, '')
  return (
    !ASIDE.test(compact) &&
    !DOCUMENT_NUMBER.test(compact) &&
    !RED_HEAD.test(compact) &&
    !LABELLED.test(compact)
  )
}

function isProse(text: string): boolean {
  return text.trim().length > LONGEST_LINE || /[。；]/u.test(text)
}

/** A form that is nothing but a table: its first row, when it is one cell. */
function tableTitle(tables: Reading['tables']): string {
  const cells = tables[0]?.cells
  if (!cells || cells.rowCount === 0 || cells.starts[1]! - cells.starts[0]! !== 1) return ''
  const text = cells.pool.text(cells.texts[0]!)
  return isTitle(text) ? clean(text) : ''
}

function clean(title: string): string {
  // Letters set apart for looks: 会 议 记 录
  const spaced = /^(?:\p{Script=Han}\s+)+\p{Script=Han}$/u.test(title)
  return spaced ? title.replace(/\s+/gu, '') : title.replace(/\s+/gu, ' ').trim()
}
