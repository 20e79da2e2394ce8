import { ALL_OUTPUT_WORDS, type OutputWords } from '../words/outputs.ts'
import { fill } from '../words/index.ts'

/** One answer of a sheet that came back: the finding is explained, by whom, when. */
export interface SheetAnswer {
  finding: string
  note: string
  who?: string
  /** YYYY-MM-DDTHH:MM:SS; the day the sheet gives, else the moment given. */
  at: string
}

export interface SheetAnswers {
  answers: SheetAnswer[]
  answered: number
  /** Rows whose code is of no finding here. */
  unknown: number
  /** Rows that came back without an answer, or with “cannot be checked yet”. */
  empty: number
  /** Rows for a finding that an earlier row had answered already: the later stands. */
  repeated: number
  /** Columns that were not found under their names: whatever stood in them is not read. */
  missing: (typeof COLUMNS)[number][]
}

const COLUMNS = ['code', 'answer', 'note', 'original', 'verifier', 'date'] as const
type Column = (typeof COLUMNS)[number]

/** Ten times the rows such a sheet can have; what lies beyond is not read. */
const MOST_ROWS = 200_000
/** The header stands in the second row; a few may have been put above. */
const HEADER_WITHIN = 12
const LONGEST_NOTE = 2000
const LONGEST_NAME = 60
const CODE = /^[0-9a-f]{16}$/

/**
 * Reads the rows of a verification sheet that came back, as texts, read elsewhere. Believes none of it: codes must be
 * of findings in `known`, columns are found by their names in either language, a sheet without a header gives nothing.
 * Never throws. `now` is YYYY-MM-DDTHH:MM:SS.
 */
export function answersOf(
  rows: readonly (readonly string[])[],
  known: ReadonlySet<string>,
  now: string
): SheetAnswers {
  const found = headerOf(rows)
  const columns = found?.columns ?? new Map<Column, number>()
  const result: SheetAnswers = { answers: [], answered: 0, unknown: 0, empty: 0, repeated: 0, missing: COLUMNS.filter(each => !columns.has(each)) } // prettier-ignore
  if (!found) return result
  const answers = new Map<string, SheetAnswer>()
  for (const row of rows.slice(found.row + 1, MOST_ROWS)) {
    const cell = (column: Column): string => textOf(row[columns.get(column) ?? -1])
    if (row.every(each => textOf(each) === '')) continue
    const finding = plain(cell('code')).replace(/[^0-9a-f]/gu, '')
    if (!CODE.test(finding) || !known.has(finding)) {
      result.unknown++
      continue
    }
    const note = noteOf(cell('answer'), cell('note'), cell('original'))
    if (note === undefined) {
      result.empty++
      continue
    }
    if (answers.has(finding)) result.repeated++
    const who = cut(cell('verifier').replace(/\s+/gu, ' '), LONGEST_NAME)
    answers.set(finding, { finding, note, ...(who ? { who } : {}), at: momentOf(cell('date'), now) })
  }
  result.answers = [...answers.values()]
  result.answered = result.answers.length
  return result
}

/** The first row that names the code and one column to fill in. */
function headerOf(
  rows: readonly (readonly string[])[]
): { row: number; columns: Map<Column, number> } | undefined {
  // prettier-ignore
  for (let row = 0; row < Math.min(rows.length, HEADER_WITHIN); row++) {
    const columns = new Map<Column, number>()
    const cells = (rows[row] ?? []).slice(0, 200)
    for (const column of COLUMNS) {
      const names = ALL_OUTPUT_WORDS.map(words => plain(words[column]))
      const at = cells.findIndex(cell => names.includes(plain(textOf(cell))))
      if (at >= 0) columns.set(column, at)
    }
    if (columns.has('code') && columns.size > 1) return { row, columns }
  }
  return undefined
}

/** What was answered, in one text; undefined where nothing was, or only that it cannot be said yet. */
function noteOf(answer: string, note: string, original: string): string | undefined {
  const pending = ALL_OUTPUT_WORDS.some(({ answerPending }) => plain(answer) === plain(answerPending))
  if (pending || (answer === '' && note === '' && original === '')) return undefined
  const words = wordsOf(answer, original)
  const parts = [answer, note, original === '' ? '' : fill(words.originalAt, { where: original })]
  return cut(parts.filter(part => part !== '').join(' · '), LONGEST_NOTE)
}

/** The language the answer was chosen in. */
function wordsOf(answer: string, original: string): OutputWords {
  const [zh, en] = ALL_OUTPUT_WORDS as [OutputWords, OutputWords]
  return /[\u4e00-\u9fff]/u.test(answer + original) ? zh : en
}

/** 2026-11-20, 2026/11/20, 2026.11.20, 2026年11月20日, or the number a spreadsheet keeps for a day. */
function momentOf(text: string, now: string): string {
  const said = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?!\d)/u.exec(text.normalize('NFKC'))
  const serial = /^\d{5}(?:\.\d+)?$/.test(text) ? new Date(Date.UTC(1899, 11, 30) + Math.floor(Number(text)) * 86_400_000) : undefined // prettier-ignore
  const [year, month, day] = said
    ? said.slice(1).map(Number)
    : serial
      ? [serial.getUTCFullYear(), serial.getUTCMonth() + 1, serial.getUTCDate()]
      : []
  if (year === undefined || month === undefined || day === undefined) return now
  const date = new Date(Date.UTC(year, month - 1, day))
  const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 2000 && year <= 2100
  return real ? `${date.toISOString().slice(0, 10)}T00:00:00` : now
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/gu, '')
}

/** A cell as text: what a reader may hand over in place of one is empty. */
function textOf(cell: unknown): string {
  return typeof cell === 'string' ? cell.slice(0, 4 * LONGEST_NOTE).trim() : ''
}

/** Not through the middle of a pair. */
function cut(text: string, most: number): string {
  return text.slice(0, most).replace(/[\ud800-\udbff]$/u, '')
}
