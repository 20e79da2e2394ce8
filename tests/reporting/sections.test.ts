import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { SECTIONS as CONTRACT_SECTIONS } from '../../src/desk/contract.ts'
import type { Decision } from '../../src/model/decisions.ts'
import { decidedNumbers } from '../../src/reporting/decided.ts'
import { renderHtml } from '../../src/reporting/html.ts'
import { SECTIONS, type Section } from '../../src/reporting/sections.ts'
import { renderXlsx } from '../../src/reporting/xlsx.ts'
import { cellText } from '../../src/reporting/xlsx/cell-text.ts'
import { fullAudit } from '../support/full-audit.ts'

const decision = (id: string, part: Partial<Decision> = {}): Decision => ({ finding: id, check: 'duplicate-entries', decision: 'explained', note: '原件在张三丰处', who: '李某', at: '2026-11-26T10:20:30', source: 'person', ...part }) // prettier-ignore
const decided = () => {
  const audit = fullAudit()
  audit.decisions = [
    decision('0000000000000001'),
    decision('0000000000000002', { decision: 'not-a-problem', source: 'answer' }),
    decision('0000000000000003', { source: 'unit', note: '单位自述' }),
    decision('00000000000000ff')
  ]
  audit.declarations = [{ id: 'd', text: '5月3日集中拍摄', who: '办公室', at: '2026-11-20T08:00:00', from: '2024-05-03', under: '1-1', checks: ['one-session-pictures'] }] // prettier-ignore
  return audit
}
/** Where each section shows itself. */
const MARKS: Record<Section, string> = { balance: '<h2>分布</h2>', indicators: 'id="indicators"', checks: 'id="checks"', findings: 'id="findings"', clerk: 'id="clerk"', inspector: 'id="inspector"', materials: 'id="materials"', unread: 'id="unread"', fieldCheck: 'id="field-check"', effort: 'id="effort"', decisions: 'id="decisions"' } // prettier-ignore

async function bookOf(...[audit, options = {}]: [ReturnType<typeof fullAudit>, { sections?: Section[] }?]) {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(Buffer.from(await renderXlsx(audit, 'zh', options)) as never)
  return book
}

describe('sections of a report', () => {
  it('are those of the desk’s contract', () => expect(SECTIONS).toEqual(CONTRACT_SECTIONS))

  it('all stand when none is asked for', () => {
    const page = renderHtml(decided(), new Map(), 'zh')
    for (const section of SECTIONS) expect(page, section).toContain(MARKS[section])
  })

  it.each(SECTIONS)('stand alone with page one, and no link leads to what is not there: %s', section => {
    const page = renderHtml(decided(), new Map(), 'zh', { sections: [section] })
    expect(page).toContain('class="page-one"')
    for (const each of SECTIONS) expect(page.includes(MARKS[each]), each).toBe(each === section)
    for (const [, id] of page.matchAll(/href="#([^"]+)"/g)) expect(page).toContain(`id="${id}"`)
  })

  it('choose sheets of the workbook too', async () => {
    expect((await bookOf(decided(), { sections: ['unread', 'decisions'] })).worksheets.map(({ name }) => name)).toEqual(['摘要', '未能读取', '决定与说明']) // prettier-ignore
    expect((await bookOf(decided(), { sections: [] })).worksheets.map(({ name }) => name)).toEqual(['摘要'])
  })
})

describe('decisions and declarations in a report', () => {
  it('stand with who, when and why; the unit’s own apart', () => {
    const page = renderHtml(decided(), new Map(), 'zh')
    const [made, rest] = page.slice(page.indexOf('id="decisions"')).split('单位自己标注的')
    expect(made).toContain('李某')
    expect(made).toContain('2026-11-26 10:20')
    expect(made).not.toContain('单位自述')
    expect(rest).toContain('单位自述')
    expect(page).toContain('由单位声明')
    expect(page).toContain('5月3日集中拍摄')
    expect(page).toContain('材料已变，需重新核实')
  })

  it('count before and after, and never the unit’s', () => {
    const { strengths, classes } = decidedNumbers(decided())
    expect(strengths.moderate).toEqual({ all: 2, open: 1, confirmed: 0, explained: 1, 'not-a-problem': 0 })
    expect(strengths.weak).toMatchObject({ all: 1, open: 1 })
    for (const each of Object.values(strengths)) expect(each.all).toBe(each.open + each.confirmed + each.explained + each['not-a-problem']) // prettier-ignore
    expect([classes!.mixed, classes!.trace]).toEqual([{ before: 0, after: 1 }, { before: 5, after: 4 }]) // prettier-ignore
  })

  it('follow the level of masking', () => {
    const audit = decided()
    expect(renderHtml(audit, new Map(), 'zh', { names: ['张三丰'] })).not.toContain('张三丰')
    audit.settings['masking'] = 'full'
    expect(renderHtml(audit, new Map(), 'zh', { names: ['张三丰'] })).toContain('张三丰')
    audit.settings['masking'] = 'statistics'
    expect(renderHtml(audit, new Map(), 'zh')).not.toMatch(/张三丰|集中拍摄/)
  })

  it('are text in the workbook, whatever is written in them', async () => {
    for (const trigger of ['=1+41', '@SUM(1)', '\t=1', '+1']) {
      const audit = decided()
      audit.settings['masking'] = 'full'
      audit.decisions![0]!.note = `${trigger}甲`
      audit.declarations![0]!.text = `${trigger}乙`
      audit.decisions![0]!.who = `${trigger}丙`
      const seen: string[] = []
      ;(await bookOf(audit)).getWorksheet('决定与说明')!.eachRow(row => row.eachCell(cell => {
        expect([ExcelJS.ValueType.String, ExcelJS.ValueType.Number]).toContain(cell.type)
        seen.push(String(cell.value))
      })) // prettier-ignore
      for (const sign of '甲乙丙') expect(seen).toContain(cellText(`${trigger}${sign}`, ''))
    }
  })
})

describe('the mark of a stopped run', () => {
  it('stands on every page of the report and every sheet, and only then', async () => {
    const audit = decided()
    expect(renderHtml(audit, new Map(), 'zh')).not.toContain('class="partial"')
    audit.partial = 'cancelled'
    expect(renderHtml(audit, new Map(), 'zh')).toContain('<div class="partial">未完成 · 检查中途停止</div>')
    for (const sheet of (await bookOf(audit)).worksheets) {
      expect(sheet.name).toMatch(/（未完）$/)
      expect(sheet.headerFooter.oddHeader).toContain('未完成')
    }
  })
})
