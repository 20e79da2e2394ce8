import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import type { Audit } from '../../src/model/audit.ts'
import { renderHtml } from '../../src/reporting/html.ts'
import { renderXlsx } from '../../src/reporting/xlsx.ts'
import { partWords } from '../../src/words/parts.ts'
import { reportWords } from '../../src/words/report.ts'
import { wordsOf } from '../../src/words/index.ts'
import { fullAudit } from '../support/full-audit.ts'
import { figuresOf, recomputed } from '../support/report-sums.ts'

describe.each(['zh', 'en'] as const)('the arithmetic of the reports in %s', lang => {
  it('lets every number on page one of the HTML be worked out from its own tables', () => {
    const page = renderHtml(fullAudit(), new Map(), lang)
    const shown = figuresOf(page)
    expect(Object.keys(shown).length).toBeGreaterThan(45)
    expect(recomputed(page)).toEqual(shown)
  })

  it('holds where the tables have no room for all rows', () => {
    const audit = crowded(fullAudit())
    const page = renderHtml(audit, new Map(), lang)
    expect(figuresOf(page)['accounting.found']).toBe(String(audit.materials.length))
    expect(recomputed(page)).toEqual(figuresOf(page))
  })

  it('notices a number that is wrong', () => {
    const audit = fullAudit()
    audit.balance.files.trace++
    const page = renderHtml(audit, new Map(), lang)
    expect(recomputed(page)).not.toEqual(figuresOf(page))
  })

  it('shows no number on page one that is not such a figure', () => {
    const page = renderHtml(fullAudit(), new Map(), lang)
    const one = page.slice(page.indexOf('<section class="page-one">'), page.indexOf('<nav>'))
    const figures = new Set(Object.values(figuresOf(page)).flatMap(value => value.match(/\d+(?:\.\d+)?/g) ?? [])) // prettier-ignore
    const text = one
      .replace(/<dl class="head">[\s\S]*?<dt>/, '') // unit and package
      .replace(/<p class="(?:not-score|small)">[\s\S]*?<\/p>/g, '') // the rule's year, the formula
      .replace(/\d{4}-\d\d-\d\d/g, '')
      .replace(/<[^>]*>/g, ' ')
    const loose = (text.match(/\d+(?:\.\d+)?/g) ?? []).filter(number => !figures.has(number))
    expect(loose).toEqual([])
  })

  it('lets every number on the first sheet of the workbook be worked out from the other sheets', async () => {
    const audit = fullAudit()
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(Buffer.from(await renderXlsx(audit, lang)) as never)
    const [parts, words, say] = [partWords(lang), reportWords(lang), wordsOf(lang)]
    const summary = table(book, parts.sheetSummary)
    const materials = table(book, parts.sheetMaterials)
    const activities = table(book, parts.sheetActivities)
    const indicators = table(book, parts.sheetIndicators)
    const findings = table(book, parts.sheetFindings)
    const expected = new Map<string, number | string>()
    const rows = (filter: (row: Row) => boolean): Row[] => materials.filter(filter)
    const sum = (list: Row[], column: string): number => list.reduce((total, row) => total + Number(row[column] ?? 0), 0) // prettier-ignore
    expected.set(parts.foundFigure, materials.length)
    for (const key of ['read', 'partly', 'unread', 'listed'] as const)
      expected.set(say.statuses[key], rows(row => row[words.status] === say.statuses[key]).length)
    const standings = { result: parts.standingResult, trace: parts.standingTrace, undetermined: parts.standingUndetermined, missing: parts.standingMissing } // prettier-ignore
    for (const [key, label] of Object.entries(standings)) {
      if (key !== 'missing') expected.set(`${words.activities} · ${label}`, activities.filter(row => row[parts.standing] === label).length) // prettier-ignore
      expected.set(`${parts.indicators} · ${label}`, indicators.filter(row => row[parts.standing] === label).length) // prettier-ignore
    }
    const classOf = (key: 'trace' | 'mixed' | 'result' | 'unknown') => (row: Row) => row[words.class] === say.classes[key] // prettier-ignore
    const put = (label: string, count: (key: 'trace' | 'mixed' | 'result' | 'unknown') => number): void => {
      const [t, m, r, u] = [count('trace'), count('mixed'), count('result'), count('unknown')]
      for (const key of ['trace', 'mixed', 'result', 'unknown'] as const)
        expected.set(`${label} · ${say.classes[key]}`, count(key))
      expected.set(`${label} · ${words.share}`, percent((t + m / 2) / (t + r + m)))
      expected.set(`${label} · ${parts.low}`, percent(t / (t + r + m + u)))
      expected.set(`${label} · ${parts.high}`, percent((t + m + u) / (t + r + m + u)))
    }
    put(words.byFiles, key => rows(row => row[parts.countedAs] === parts.countedFile && classOf(key)(row)).length) // prettier-ignore
    put(words.byEntries, key => key === 'unknown' ? 0 : sum(materials, { trace: parts.entriesTrace, mixed: parts.entriesMixed, result: parts.entriesResult }[key])) // prettier-ignore
    put(words.byCharacters, key => sum(rows(classOf(key)), parts.charactersCounted))
    put(words.byEmbedded, key => rows(row => row[parts.countedAs] === parts.countedEmbedded && classOf(key)(row)).length) // prettier-ignore
    for (const purpose of [parts.purposeRequired, parts.purposeDemanded, parts.purposeAvoidable]) {
      expected.set(`${words.byFiles} · ${say.classes.trace} · ${purpose}`, rows(row => row[parts.countedAs] === parts.countedFile && classOf('trace')(row) && row[parts.purpose] === purpose).length) // prettier-ignore
      expected.set(`${words.byEntries} · ${say.classes.trace} · ${purpose}`, sum(rows(row => row[parts.purpose] === purpose), parts.entriesTrace)) // prettier-ignore
    }
    expected.set(`${parts.repeatedTitle} · ${words.byFiles}`, rows(row => row[parts.repeats] !== '').length)
    expected.set(`${parts.repeatedTitle} · ${words.byEntries}`, sum(materials, parts.repeatedEntries))
    for (const key of ['strong', 'moderate', 'weak'] as const)
      expected.set(`${parts.toCheckTitle} · ${say.strengths[key]}`, findings.filter(row => row[parts.strength] === say.strengths[key]).length) // prettier-ignore
    expected.set(parts.secretFigure, rows(row => String(row[words.path]) === parts.secretPath).length)
    const shown = new Map(summary.filter(row => row[parts.value] !== '').map(row => [String(row[parts.figure]), row[parts.value]!])) // prettier-ignore
    expect(Object.fromEntries(shown)).toEqual(Object.fromEntries(expected))
    // Each says how it comes about.
    for (const row of summary) if (row[parts.value] !== '') expect(row[parts.how], String(row[parts.figure])).not.toBe('') // prettier-ignore
  })
})

type Row = Record<string, string | number>

function table(book: ExcelJS.Workbook, name: string): Row[] {
  const sheet = book.getWorksheet(name)!
  const headers = (sheet.getRow(1).values as string[]).slice(1)
  const rows: Row[] = []
  sheet.eachRow((row, number) => {
    if (number === 1) return
    rows.push(Object.fromEntries(headers.map((header, i) => [header, (row.getCell(i + 1).value ?? '') as string | number]))) // prettier-ignore
  })
  return rows
}

function percent(value: number): string {
  return `${Math.round(Math.round(value * 10_000) / 10) / 10} %`
}

/** More materials and activities than the page lists. */
function crowded(audit: Audit): Audit {
  const extra = 3200
  for (let i = 0; i < extra; i++) {
    const no = audit.materials.length + 1
    audit.materials.push({ ...audit.materials[0]!, no, path: `更多/${i}.docx`, keep: undefined })
    audit.activities.push({ ...audit.activities[0]!, id: `x${i}`, asked: undefined })
  }
  const { balance, accounting } = audit
  accounting.found += extra
  accounting.read += extra
  balance.activities.trace += extra
  balance.files.trace += extra
  balance.characters.trace += 900 * extra
  balance.purposes!.files.required += extra
  for (const share of [balance.files, balance.characters]) {
    const known = share.trace + share.mixed + share.result
    const round = (value: number): number => Math.round(value * 10_000) / 10_000
    share.share = round((share.trace + share.mixed / 2) / known)
    share.low = round(share.trace / (known + share.unknown))
    share.high = round((share.trace + share.mixed + share.unknown) / (known + share.unknown))
  }
  return audit
}
