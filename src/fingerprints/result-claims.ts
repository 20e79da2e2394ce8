import type { DocumentText, Ledger, Paragraph, ResultClaim } from '../model/evidence.ts'
import type { Material } from '../model/material.ts'
import { writtenDates } from '../support/dates.ts'
import { periodIn, type Period } from '../support/periods.ts'
import type { Tick } from '../support/tick.ts'
import { claimsInSentence, sentencesOf, type SentenceContext } from './claim-sentences.ts'
import { FUTURE_PART, TELLS, TELLS_NOT } from './claim-words.ts'

/** A summary names some dozens of figures; a document of more is a table of statistics. */
const MOST_CLAIMS = 400
/** Rows of a summary table that are looked at. */
const MOST_ROWS = 500
/** Where a signature's date stands: among the last lines. */
const LAST_LINES = 6

const ITEM = /三级指标|指标名称|指标|项目|任务|事项|内容|类别|名称/u
const DONE = /实际完成|完成值|完成数|完成情况|目前完成|累计完成|实绩|落实情况/u
const SUMMARY_TABLE = /统计|汇总|完成|成效|自评|指标|一览|进展|进度|总结/u

/**
 * Quantities a unit's own summaries, reports and summary tables claim as achieved, in the order of documents and
 * paragraphs. Plans, targets, others' documents and figures, dates and base figures are none.
 */
export function resultClaims(
  materials: readonly Material[],
  documents: readonly DocumentText[],
  ledgers: readonly Ledger[],
  tick: Tick
): ResultClaim[] {
  const claims: ResultClaim[] = []
  for (const document of documents) {
    tick()
    if (document.issued || materials[document.material]!.origin !== 'package') continue
    if (tells(document.title)) claims.push(...claimsInDocument(document).slice(0, MOST_CLAIMS))
  }
  const issued = new Set(documents.filter(each => each.issued).map(each => each.material))
  for (const ledger of ledgers) {
    tick()
    if (materials[ledger.material]!.origin !== 'package' || issued.has(ledger.material)) continue
    claims.push(...claimsInTable(ledger).slice(0, MOST_CLAIMS))
  }
  return claims
}

export function tells(title: string): boolean {
  return TELLS.test(title) && !TELLS_NOT.test(title)
}

function claimsInDocument({ material, title, paragraphs }: DocumentText): ResultClaim[] {
  const claims: ResultClaim[] = []
  const writtenOn = signedOn(paragraphs)
  const year = yearOf(title) ?? (writtenOn === undefined ? undefined : +writtenOn.slice(0, 4))
  const period = periodIn(title, year)
  let ahead = false
  paragraphs.forEach((paragraph, index) => {
    if (paragraph.label) {
      ahead = FUTURE_PART.test(paragraph.text)
      return
    }
    if (ahead || paragraph.text === title) return
    const place = placeOf(paragraph, index)
    const context: SentenceContext = { material, title, place, period, year, paragraph: paragraph.text, ...(writtenOn === undefined ? {} : { writtenOn }) } // prettier-ignore
    for (const sentence of sentencesOf(paragraph.text)) claims.push(...claimsInSentence(sentence, context))
  })
  return claims
}

function placeOf({ page, table, row, column }: Paragraph, paragraph: number): ResultClaim['place'] {
  return {
    paragraph,
    ...(page === undefined ? {} : { page }),
    ...(table === undefined ? {} : { table }),
    ...(row === undefined ? {} : { row }),
    ...(column === undefined ? {} : { column })
  }
}

/** Item | done: 热线工单办结数 | 86件. The item and its cell read as one sentence. */
function claimsInTable(ledger: Ledger): ResultClaim[] {
  const { columns, title, table, material } = ledger
  if (!SUMMARY_TABLE.test(title) || TELLS_NOT.test(title)) return []
  const done = columns.findIndex(({ header }) => DONE.test(header))
  const items = columns.map(({ header }, k) => (ITEM.test(header) && k !== done ? k : -1)).filter(k => k >= 0)
  const item = items.find(k => /三级|名称/u.test(columns[k]!.header)) ?? items.at(-1)
  if (done < 0 || item === undefined) return []
  const year = yearOf(title)
  const period: Period | undefined = periodIn(title, year)
  const claims: ResultClaim[] = []
  for (let i = 0; i < Math.min(ledger.rows.length, MOST_ROWS); i++) {
    const name = ledger.value(i, item).trim()
    const text = `${name}：${ledger.value(i, done).trim()}`
    const place = { table: table.head.index, row: table.cells.rows[ledger.rows[i]!]!, column: columns[done]!.column } // prettier-ignore
    // what stands beside it (样本一百二十份) may be the base of a share
    const paragraph = columns.map((_, k) => ledger.value(i, k)).join(' ')
    const found = claimsInSentence(text, { material, title, place, period, year, paragraph })
    claims.push(...found.filter(({ span }) => span[0] > name.length))
  }
  return claims
}

function yearOf(title: string): number | undefined {
  const year = /(?<!\d)(20[0-4]\d)(?=\D|$)/u.exec(title.normalize('NFKC'))?.[1]
  return year === undefined ? undefined : +year
}

function signedOn(paragraphs: readonly Paragraph[]): string | undefined {
  const dates = paragraphs
    .slice(-LAST_LINES)
    .filter(({ text }) => text.trim().length <= 40)
    .flatMap(({ text }) => writtenDates(text))
    .filter(({ from, to }) => from === to)
  return dates.at(-1)?.from
}
