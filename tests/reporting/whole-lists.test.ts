import { describe, expect, it } from 'vitest'
import type { Ledger } from '../../src/model/evidence.ts'
import { encodedRuns } from '../../src/reporting/encoded-runs.ts'
import { wholeLists } from '../../src/reporting/whole-lists.ts'
import { evidenceOf, materialOf, tableOf } from '../support/evidence.ts'

/** Whether the first table of a file with this name, title and headers is masked whole. */
function isWhole(name: string, title: string, headers: readonly string[]): boolean {
  const ledger = {
    material: 0,
    table: tableOf([[...headers]]),
    title,
    columns: headers.map(header => ({ header }))
  } as unknown as Ledger
  return wholeLists(evidenceOf({ materials: [materialOf(name)], ledgers: [ledger] }))({ path: name, table: 0, row: 2 }) // prettier-ignore
}

describe('lists masked whole', () => {
  it.each([
    ['登记表.xlsx', '来信来访登记表', ['日期', '事项']],
    ['信访登记.xlsx', '登记表', ['日期', '事项']],
    ['a.xlsx', '登记表', ['日期', '案号', '当事人']],
    ['a.xlsx', '留守儿童花名册', ['姓名', '监护人']],
    ['a.xlsx', '家庭医生随访记录', ['姓名', '血压']]
  ])('%s, %s, %j', (name, title, headers) => expect(isWhole(name, title, headers)).toBe(true))

  it.each([
    ['台账.xlsx', '矛盾纠纷排查化解台账', ['日期', '地点', '纠纷事项', '化解结果']],
    ['12345.xlsx', '12345 热线工单', ['工单号', '诉求内容', '办理结果']],
    ['台账.xlsx', '隐患排查整改台账', ['日期', '隐患', '整改措施', '整改结果']],
    ['台账.xlsx', '走访联系群众台账', ['日期', '走访对象', '反映问题']]
  ])('not %s, %s, %j', (name, title, headers) => expect(isWhole(name, title, headers)).toBe(false))
})

describe('text that stands for other text', () => {
  it.each(['%E5%BC%A0%E4%B8%89', '&#x5F20;&#x4E09;', '&#24352;&#19977;', '\\u5f20\\u4e09', '5byg5LiJ5byg5LiJ5byg5LiJ', 'MTM4MDAxMzg0NzE='])(
    'is found: %s',
    run => {
      const [[from, to] = [0, 0]] = encodedRuns(`导出：${run}。`)
      expect(`导出：${run}。`.slice(from, to)).toBe(run)
    }
  ) // prettier-ignore

  it.each(['完成率98%，同比增长12%', 'IMG_20231106_144400', 'HUAWEI ALN-AL00 Mate60Pro', 'YS-2024-018', 'C:\\users\\u1', 'A&B 公司', '3b8c67eb8d66939b1278b313'])(
    'is not taken for: %s',
    text => expect(encodedRuns(text)).toEqual([])
  ) // prettier-ignore
})
