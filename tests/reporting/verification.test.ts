import { read, utils } from '@e965/xlsx'
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answersOf } from '../../src/reporting/answers.ts'
import { codeOf } from '../../src/reporting/decided-text.ts'
import { askedAbout, renderVerification } from '../../src/reporting/verification.ts'
import { cellText } from '../../src/reporting/xlsx/cell-text.ts'
import { outputWords } from '../../src/words/outputs.ts'
import { fullAudit } from '../support/full-audit.ts'

const now = '2026-11-26T10:00:00'
const ids = fullAudit().findings.map(({ id }) => id)
const known = new Set(ids)

/** The sheet as rows of texts, as the isolated reader would hand them over. */
async function rowsOf(language: 'zh' | 'en', options = {}): Promise<string[][]> {
  const book = read(Buffer.from(await renderVerification(fullAudit(), language, options)))
  return utils.sheet_to_json<string[]>(book.Sheets[book.SheetNames[0]!]!, { header: 1, raw: false, defval: '' }) // prettier-ignore
}

describe('the verification sheet', () => {
  it('asks about what nobody decided on and somebody can explain, or about what was chosen', () => {
    const audit = fullAudit()
    audit.findings[3]!.owner = 'nobody'
    audit.decisions = [
      { finding: ids[0]!, check: 'c', decision: 'explained', at: now, source: 'person' },
      { finding: ids[1]!, check: 'c', decision: 'explained', at: now, source: 'unit' }
    ]
    expect(askedAbout(audit).map(({ id }) => id)).toEqual([ids[1], ids[2]])
    expect(askedAbout(audit, [ids[0]!, ids[3]!, 'nothing']).map(({ id }) => id)).toEqual([ids[0]])
  })

  it.each(['zh', 'en'] as const)(
    'has instructions, a frozen header, lists to choose from, empty columns: %s',
    async language => {
      // prettier-ignore
      const words = outputWords(language)
      const book = new ExcelJS.Workbook()
      await book.xlsx.load(Buffer.from(await renderVerification(fullAudit(), language)) as never)
      const sheet = book.worksheets[0]!
      expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 2 })
      expect(sheet.getCell('A1').text).toBe(words.verificationLead)
      const headers = (sheet.getRow(2).values as string[]).slice(1)
      expect(headers).toEqual([words.code, words.order, words.check, words.observed, words.claimed, words.where, words.question, words.answer, words.note, words.original, words.verifier, words.date]) // prettier-ignore
      expect(sheet.rowCount).toBe(2 + ids.length)
      for (let row = 3; row <= sheet.rowCount; row++) {
        expect(sheet.getCell(row, 1).text).toMatch(/^[0-9a-f]{4}(-[0-9a-f]{4}){3}$/)
        for (const column of [2, 3, 4, 5, 6, 7]) expect(sheet.getCell(row, column).text, `${row} ${column}`).not.toBe('') // prettier-ignore
        for (const column of [8, 9, 10, 11, 12]) {
          expect(sheet.getCell(row, column).text).toBe('')
          expect(sheet.getCell(row, column).numFmt).toBe('@')
        }
        expect(sheet.getCell(row, 8).dataValidation).toMatchObject({ type: 'list', formulae: [`"${[words.answerOriginal, words.answerExplained, words.answerMistaken, words.answerPending].join(',')}"`] }) // prettier-ignore
      }
    }
  )

  it('quotes nothing of secret material, and nothing at all as statistics', async () => {
    const audit = fullAudit()
    audit.materials.find(({ path }) => path.endsWith('台账.xlsx'))!.secret = true
    const text = async (): Promise<string> => JSON.stringify(utils.sheet_to_json(read(Buffer.from(await renderVerification(audit, 'zh'))).Sheets['核实单']!, { header: 1 })) // prettier-ignore
    expect(await text()).not.toMatch(/路灯|办理台账/)
    audit.settings['masking'] = 'statistics'
    expect(await text()).not.toMatch(/路灯|学习笔记|会议/)
  })

  it('holds whatever the package says as text, never as a formula', async () => {
    for (const trigger of [
      '=1+41',
      '@SUM(1)',
      '+1+41',
      "=cmd|' /C calc'!A0",
      '＝1',
      '\t=1',
      'http://127.0.0.1:9/x'
    ]) {
      // prettier-ignore
      const audit = fullAudit((field, plain) => (field === 'path' ? plain : `${trigger}${plain}`))
      const book = read(Buffer.from(await renderVerification(audit, 'zh')), { cellFormula: true })
      const seen: string[] = []
      for (const [address, cell] of Object.entries(book.Sheets['核实单']!)) {
        if (address.startsWith('!')) continue
        const { f, l, v } = cell as { f?: string; l?: unknown; v: unknown }
        expect([f, l], address).toEqual([undefined, undefined])
        seen.push(String(v))
      }
      expect(
        seen.some(each => each.includes(cellText(`${trigger}路灯不亮`, ''))),
        trigger
      ).toBe(true)
    }
  })
})

describe('a verification sheet that came back', () => {
  it.each(['zh', 'en'] as const)('gives its answers, with who and when: %s', async language => {
    const words = outputWords(language)
    const rows = await rowsOf(language)
    const at = (id: string): string[] => rows.find(row => row[0] === codeOf(id))!
    at(ids[0]!).splice(7, 5, words.answerExplained, '两件事分开登记', '二楼档案柜', '王芳', '2026年11月20日')
    at(ids[1]!).splice(7, 5, words.answerPending, '等档案室开门', '', '王芳', '')
    at(ids[2]!).splice(7, 5, '', '', '', '王芳', '2026-11-20')
    at(ids[3]!).splice(7, 5, words.answerOriginal, '', '', '', 'yesterday')
    const { answers, ...counts } = answersOf(rows, known, now)
    expect(counts).toEqual({ answered: 2, unknown: 0, empty: 2, repeated: 0, missing: [] })
    const first = answers.find(({ finding }) => finding === ids[0])!
    expect(first).toMatchObject({ who: '王芳', at: '2026-11-20T00:00:00' })
    expect(first.note).toContain('两件事分开登记')
    expect(first.note).toContain('二楼档案柜')
    expect(answers.find(({ finding }) => finding === ids[3])).toEqual({ finding: ids[3], note: words.answerOriginal, at: now }) // prettier-ignore
  })

  it('is read though columns were moved, renamed, left out, or codes typed anew', () => {
    const head = ['说明', '备注', '编号', '日期']
    const rows = [
      ['请填写'],
      head,
      ['原件在', 'x', ids[0]!.toUpperCase(), '45000'],
      ['另一件', '', ` ${codeOf(ids[1]!)} `, '2023/2/31']
    ]
    const { answers, missing } = answersOf(rows, known, now)
    expect(answers).toEqual([
      { finding: ids[0], note: '原件在', at: '2023-03-15T00:00:00' },
      { finding: ids[1], note: '另一件', at: now }
    ])
    expect(missing).toEqual(['answer', 'original', 'verifier'])
  })

  it('counts what is of no finding here, and takes the later of two', () => {
    const rows = [['编号', '说明'], [codeOf('f'.repeat(16)), 'x'], ['=1+1', 'x'], [ids[0]!, 'a'], [ids[0]!, 'b'], ['', '']] // prettier-ignore
    expect(answersOf(rows, known, now)).toMatchObject({ answers: [{ note: 'b' }], answered: 1, unknown: 2, repeated: 1 }) // prettier-ignore
  })

  it('gives nothing without a header', () => {
    expect(answersOf([['a', 'b'], [ids[0]!, 'x']], known, now)).toMatchObject({ answered: 0, missing: ['code', 'answer', 'note', 'original', 'verifier', 'date'] }) // prettier-ignore
    expect(answersOf([], known, now).answered).toBe(0)
  })

  it('never throws, never invents a finding, and keeps within what a decision holds', () => {
    const cell = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('编号', '说明', '答复', '日期', 'Code', ids[0]!, ids[1]!, '字'.repeat(9000), '\ud800', '2026-02-30'), fc.constant(undefined as unknown as string)) // prettier-ignore
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 8 }), rows => {
        for (const each of [rows, [['编号', '说明', '核实人', '日期'], ...rows]]) {
          for (const { finding, note, who = '', at } of answersOf(each, known, now).answers) {
            expect(known.has(finding)).toBe(true)
            expect(note.length).toBeLessThanOrEqual(2000)
            expect(who.length).toBeLessThanOrEqual(60)
            expect(at).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/)
          }
        }
      })
    )
  })
})
