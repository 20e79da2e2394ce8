import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fingerprint } from '../../src/fingerprints/index.ts'
import { subjectsOf } from '../../src/relations/form-subjects.ts'
import { StringPool } from '../../src/support/string-pool.ts'
import { noTick } from '../../src/support/tick.ts'
import { materialOf, tableOf } from '../support/evidence.ts'

const HEADER = ['序号', '姓名', '身份证号', '联系电话', '家庭住址', '民族', '文化程度', '家庭人口']
type Row = { name: string; id?: string; phone?: string; home?: string }

function subjects(...papers: Row[][]) {
  const texts = new StringPool()
  const materials = papers.map((rows, p) => materialOf(`${p}.xlsx`, { kind: 'table', tables: [tableOf([[`第${p}种家庭信息表`], HEADER, ...rows.map(({ name, id = '', phone = '', home = '' }, i) => [`${i + 1}`, name, id, phone, home, '汉族', '初中', '3'])], texts)] })) // prettier-ignore
  const facts = fingerprint(materials, texts, {}, noTick)
  const found = subjectsOf(facts.formFields.map((_, i) => i), facts, noTick) // prettier-ignore
  const start = papers.map((_, p) => papers.slice(0, p).reduce((sum, rows) => sum + rows.length, 0))
  return (paper: number, row: number) => found.subjectOf[start[paper]! + row]
}

const id = (n: number) => `77010119600101${String(1000 + n)}`

describe('subjects of forms', () => {
  it('are told by number, else by name with phone or a house', () => {
    const of = subjects(
      [{ name: '张建国', id: id(1), phone: '15400001111', home: '枫坪村三组12号' }, { name: '李梅', id: id(2) }, { name: '王强', home: '枫坪村三组14号' }], // prettier-ignore
      [{ name: '张建国', phone: '154-0000-1111' }, { name: '李梅花', id: id(2) }, { name: '王强', home: '枫坪村 三组14号' }] // prettier-ignore
    )
    expect([0, 1, 2].map(i => of(0, i) === of(1, i))).toEqual([true, true, true])
  })

  it('of one name are two where numbers, phones or houses differ, or nothing else is known', () => {
    const of = subjects(
      [{ name: '张建国', id: id(1), phone: '15400001111' }, { name: '李梅', phone: '15400002222' }, { name: '王强', home: '枫坪村' }, { name: '赵敏', home: '枫坪村三组8号' }], // prettier-ignore
      [{ name: '张建国', id: id(9), phone: '15400001111' }, { name: '李梅', phone: '15400003333' }, { name: '王强', home: '枫坪村' }, { name: '赵敏', home: '枫坪村三组9号' }] // prettier-ignore
    )
    expect([0, 1, 2, 3].map(i => of(0, i) === of(1, i))).toEqual([false, false, false, false])
  })

  it('never join two identity numbers, whatever chain of phones and houses lies between', () => {
    const person = fc.record({ name: fc.constantFrom('张建国', '李梅'), id: fc.option(fc.constantFrom(id(1), id(2), id(3)), { nil: undefined }), phone: fc.option(fc.constantFrom('15400001111', '15400002222'), { nil: undefined }), home: fc.option(fc.constantFrom('枫坪村三组12号', '枫坪村三组13号'), { nil: undefined }) }) // prettier-ignore
    const papers = fc.array(fc.array(person, { minLength: 3, maxLength: 6 }), { minLength: 2, maxLength: 4 })
    fc.assert(
      fc.property(papers, given => {
        const of = subjects(...given)
        const known = new Map<number, string>()
        given.forEach((rows, p) =>
          rows.forEach(({ id: own }, i) => {
            if (own === undefined) return
            const subject = of(p, i)!
            expect(known.get(subject) ?? own).toBe(own)
            known.set(subject, own)
          })
        )
      }),
      { numRuns: 60 }
    )
  })
})
