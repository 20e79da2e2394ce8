import { describe, expect, it } from 'vitest'
import { ledgersOf } from '../../src/fingerprints/ledgers.ts'
import { StringPool } from '../../src/support/string-pool.ts'
import { noTick } from '../../src/support/tick.ts'
import { materialOf, tableOf } from '../support/evidence.ts'

function occasionOf(rows: string[][]) {
  const pool = new StringPool()
  const { forms } = ledgersOf([materialOf('家访.docx', { tables: [tableOf(rows, pool)] })], pool, noTick)
  return forms.map(({ occasion }) => occasion)
}

describe('the occasion of a record form', () => {
  it('is its own day and the person it is about', () => {
    expect(
      occasionOf([
        ['学生姓名', '王敏', '家访时间', '2024年3月5日'],
        ['家访教师', '胡老师', '填表日期', '2024年4月1日'],
        ['家庭情况及沟通内容', '父亲戒酒刚满百天，孩子在日历上打了一百个勾，老师看了很久。']
      ])
    ).toEqual([{ from: '2024-03-05', to: '2024-03-05', subject: '王敏' }])
  })

  it('is read where the label before the prose is of its own wording', () => {
    expect(
      occasionOf([
        ['学生姓名', '王敏', '家访时间', '2024年3月5日'],
        ['家庭情况及沟通内容', '父亲戒酒刚满百天，孩子在日历上打了一百个勾，老师看了很久。']
      ])
    ).toHaveLength(1)
  })

  it('is none where a ledger of names and stories is meant', () => {
    expect(
      occasionOf([
        ['姓名', '情况'],
        ['王敏', '父亲戒酒刚满百天，孩子在日历上打了一百个勾，老师看了很久。'],
        ['李强', '家里种了八亩烟叶，今年雨水多，收成比去年少了一半还要多些。']
      ])
    ).toEqual([])
  })
})
