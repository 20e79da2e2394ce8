import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fieldCheck as schema, type Audit, type Finding } from '../../src/model/audit.ts'
import { ledgersOf } from '../../src/fingerprints/ledgers.ts'
import { maskAudit } from '../../src/reporting/masking.ts'
import { StringPool } from '../../src/support/string-pool.ts'
import { noTick } from '../../src/support/tick.ts'
import { classify } from '../../src/weighing/classify.ts'
import { allocate, drawFieldCheck, MOST_DRAWN } from '../../src/weighing/field-check.ts'
import { QUESTIONS } from '../../src/words/field-check.ts'
import { evidenceOf, materialOf, tableOf } from '../support/evidence.ts'

const NAMES = [...'甲乙丙丁戊己庚辛壬癸']
const visits = (count: number, title = '梨湾镇2024年3月走访台账'): string[][] => [
  [title],
  ['序号', '走访日期', '走访对象', '联系电话', '走访地点', '走访内容'],
  ...Array.from({ length: count }, (_, i) => [String(i + 1), '2024-03-05', `王${NAMES[i % 10]}${NAMES[Math.floor(i / 10) % 10]}`, `154000000${10 + i}`, `枫坪村${i}组`, `说起第${i}件烦心事`])
] // prettier-ignore
const payments = [['梨湾镇2024年临时救助发放表'], ['序号', '姓名', '村组', '发放金额', '到账情况'], ...Array.from({ length: 25 }, (_, i) => [String(i + 1), `李${NAMES[i % 10]}${NAMES[Math.floor(i / 10)]}`, '枫坪村', String(100 + i), '已到账'])] // prettier-ignore

function evidence(sheets: Record<string, string[][]>) {
  const texts = new StringPool()
  const materials = Object.entries(sheets).map(
    ([path, rows], i) =>
    materialOf(path, { no: i + 1, kind: 'table', tables: [tableOf(rows, texts)], sha256: String(rows.flat().join()) }) // prettier-ignore
  )
  return evidenceOf({ materials, texts, ...ledgersOf(materials, texts, noTick) })
}
const draw = (sheets: Record<string, string[][]>, findings: Finding[] = []) => {
  const facts = evidence(sheets)
  return drawFieldCheck(facts, classify(facts, noTick), findings)
}

describe('the field-check sheet', () => {
  it('draws from every kind of ledger, at most thirty, with a question that has words', () => {
    const sheet = draw({ 'a.xlsx': visits(60), 'b.xlsx': payments })!
    expect(schema.parse(sheet)).toEqual(sheet)
    expect(sheet.population).toBe(85)
    expect(sheet.rows).toHaveLength(MOST_DRAWN)
    expect(sheet.strata.map(({ drawn }) => drawn).every(drawn => drawn >= 1)).toBe(true)
    expect(new Set(sheet.rows.map(({ question }) => question))).toEqual(new Set(['received', 'visited']))
    for (const { question } of sheet.rows)
      expect(QUESTIONS.zh[question] && QUESTIONS.en[question]).toBeTruthy()
  })

  it('draws the same entries wherever the files lie', () => {
    const one = draw({ 'a.xlsx': visits(60), 'b.xlsx': payments })!
    const other = draw({ '1-1/资金.xlsx': payments, '2-2/走访（终稿）.xlsx': visits(60) })!
    const told = (sheet: typeof one) => sheet.rows.map(({ claimed, whom }) => `${claimed} ${whom}`).sort()
    expect(other.seed).toBe(one.seed)
    expect(told(other)).toEqual(told(one))
  })

  it('prefers entries that stand in findings', () => {
    const places = Array.from({ length: 6 }, (_, i) => ({ path: 'a.xlsx', table: 0, row: i + 3 }))
    const found = [{ id: '0123456789abcdef', strength: 'moderate', places }] as unknown as Finding[]
    const share = (findings: Finding[]) => draw({ 'a.xlsx': visits(90) }, findings)!.rows.filter(({ place }) => place.row! <= 8).length // prettier-ignore
    expect(share(found)).toBeGreaterThanOrEqual(share([]))
    expect(draw({ 'a.xlsx': visits(90) }, found)!.rows.some(({ finding }) => finding === '0123456789abcdef')).toBe(true) // prettier-ignore
  })

  it('never names whom a guarded list is about', () => {
    for (const title of ['三季度信访事项走访台账', '留守儿童走访台账', '慢病患者走访台账']) {
      const sheet = draw({ 'a.xlsx': visits(20, title) })!
      expect(sheet.rows.length).toBeGreaterThan(0)
      expect(JSON.stringify(sheet)).not.toMatch(/王[甲-癸]|154000|枫坪村/u)
    }
  })

  it('is masked with ordinals, and undefined without entries', () => {
    const facts = evidence({ 'a.xlsx': visits(20) })
    const fieldCheck = drawFieldCheck(facts, classify(facts, noTick), [])!
    const { fieldCheck: masked } = maskAudit({ findings: [], activities: [], materials: [], troubles: [], fieldCheck } as unknown as Omit<Audit, 'run'>, facts) // prettier-ignore
    expect(masked!.rows[0]!.whom).toMatch(/^\[P\d+\] \[T\d+\]$/)
    expect(JSON.stringify(masked)).not.toMatch(/王[甲乙丙丁戊己庚辛壬癸]|154000/u)
    expect(draw({})).toBeUndefined()
  })

  it('sizes add up, reach every stratum when there is room, and never exceed what is there', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5_000 }), { maxLength: 50 }), populations => {
        const available = populations.map(each => Math.min(each, MOST_DRAWN))
        const sizes = allocate(available, populations, MOST_DRAWN)
        const total = Math.min(MOST_DRAWN, available.reduce((a, b) => a + b, 0)) // prettier-ignore
        expect(sizes.reduce((a, b) => a + b, 0)).toBe(total)
        sizes.forEach((size, s) => expect(size).toBeLessThanOrEqual(available[s]!))
        if (populations.length <= MOST_DRAWN) expect(sizes.every(size => size >= 1)).toBe(true)
      })
    )
  })
})
