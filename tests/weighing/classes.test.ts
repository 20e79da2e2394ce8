import { describe, expect, it } from 'vitest'
import { fingerprint } from '../../src/fingerprints/index.ts'
import { ledgersOf } from '../../src/fingerprints/ledgers.ts'
import type { Material } from '../../src/model/material.ts'
import { StringPool } from '../../src/support/string-pool.ts'
import { noTick } from '../../src/support/tick.ts'
import { classify } from '../../src/weighing/classify.ts'
import { systemExport } from '../../src/weighing/system-export.ts'
import { classOfDescriptor } from '../support/descriptor.ts'
import { evidenceOf, materialOf, tableOf } from '../support/evidence.ts'

const account =
  '3月5日上午，镇团委组织志愿者在东街开展清扫活动。大家分成三组，捡拾烟头和纸屑，给商户发放宣传单。\n现场气氛热烈，居民纷纷表示支持。\n活动持续到中午，志愿者合影留念。\n此次活动增强了大家的环保意识，营造了浓厚氛围。'
const stuffing =
  '经第三方评估，验收合格，满意率98%，报告编号：JC〔2024〕15号。经第三方检测，验收单号YS-2024-07，合同编号HT2024-3。'

describe('a name, a folder, a title', () => {
  it('make no result of an account of an activity', () => {
    for (const path of ['验收报告.docx', '来文/第三方检测报告.docx', '银行回单.docx'])
      expect(classOfDescriptor({ path, title: '志愿服务活动记录', body: account }).class).toBe('trace')
    expect(classOfDescriptor({ title: '验收报告', body: account })).toMatchObject({ class: 'trace', change: { code: 'not-the-title' } }) // prettier-ignore
    expect(classOfDescriptor({ title: '第三方评估报告', body: account }).class).toBe('trace')
  })

  it('make no issued material of one’s own', () => {
    expect(
      classOfDescriptor({ path: '来文/上级文件.docx', title: '志愿服务活动记录', body: account }).class
    ).toBe('trace')
    expect(classOfDescriptor({ title: '家访记录表（空白表）', body: account }).class).toBe('trace')
  })

  it('leave an acceptance an acceptance under a neutral name', () => {
    const body =
      '工程名称：便民桥重建\n建设单位：青石镇人民政府\n施工单位：宏远建筑有限公司\n竣工日期：2024年6月3日\n完成工程量：36米\n验收意见：验收合格，同意投入使用。\n验收组签字'
    expect(classOfDescriptor({ path: '材料07.docx', title: '便民桥重建工程竣工验收单', body })).toMatchObject({ class: 'result', ladder: 'E4' }) // prettier-ignore
  })
})

describe('words for an outside document', () => {
  it('stuffed into an account move nothing', () => {
    expect(classOfDescriptor({ title: '志愿服务活动记录', body: `${account}\n${stuffing}` }).class).toBe(
      'trace'
    )
  })

  it('never stand at E4 without the document itself', () => {
    for (const title of ['', '志愿服务活动记录', '验收报告', '2024年工作总结'])
      expect(classOfDescriptor({ title, body: `${account}\n${stuffing}\n${stuffing}` }).ladder).not.toBe('E4')
  })
})

const rowsOf = (count: number, row: (i: number) => string[]): string[][] => Array.from({ length: count }, (_, i) => row(i)) // prettier-ignore

describe('a blank', () => {
  it('is told by labels without answers, side by side or as a header alone', () => {
    const pairs = [['姓名', '', '性别', ''], ['住址', '', '联系电话', ''], ['走访时间', '年 月 日', '走访人', ''], ['困难诉求', ''], ['处理结果', '']] // prettier-ignore
    const blank = (rows: string[][]) => {
      const texts = new StringPool()
      const materials = [materialOf('表.docx', { kind: 'document', format: 'docx', paragraphs: ['困难群众入户走访登记表'], tables: [tableOf(rows, texts, '')] })] // prettier-ignore
      return classify({ ...evidenceOf({ materials, texts }), ...fingerprint(materials, texts, {}, noTick) }, noTick)[0]!.class // prettier-ignore
    }
    expect(blank(pairs)).toBe('issued')
    expect(blank([['序号', '日期', '地点', '走访对象', '走访情况', '处理结果'], ['1'], ['2'], ['3']])).toBe(
      'issued'
    )
    const filled = [['姓名', '王一', '性别', '女'], ['住址', '三组', '联系电话', '13800000000'], ['走访时间', '2024年3月5日', '走访人', '李四'], ['困难诉求', '屋顶漏雨'], ['处理结果', '已帮其换瓦二十片']] // prettier-ignore
    expect(blank(filled)).not.toBe('issued')
  })
})

describe('a system’s export', () => {
  const ledger = (rows: string[][]) => {
    const pool = new StringPool()
    const material = materialOf('导出.xlsx', { kind: 'table', format: 'xlsx', tables: [tableOf(rows, pool)] })
    return ledgersOf([material], pool, noTick).ledgers[0]!
  }
  const header = ['工单编号', '受理时间', '诉求内容', '办理结果', '状态']

  it('is told by serials of its own and times to the second', () => {
    const rows = rowsOf(30, i => [`GD20240301${1000 + i * 37}`, `2024-03-${String(1 + (i % 28)).padStart(2, '0')} 09:${String(10 + i).padStart(2, '0')}:${String((i * 17) % 60).padStart(2, '0')}`, `路面第${i}处破损`, `已修补${i + 1}平方米`, 'S03']) // prettier-ignore
    expect(systemExport(ledger([header, ...rows]))?.signs).toEqual(
      expect.arrayContaining(['seconds', 'serials'])
    )
  })

  it('is not seen in a ledger filled in by hand', () => {
    const rows = rowsOf(30, i => [String(i + 1), `2024-03-${String(1 + (i % 28)).padStart(2, '0')}`, `路面第${i}处破损`, `已修补${i + 1}平方米`, '已办结']) // prettier-ignore
    expect(systemExport(ledger([header, ...rows]))).toBeUndefined()
  })
})

describe('a list of payments', () => {
  const list = (texts: StringPool) => tableOf([['2024年6月高龄津贴发放表'], ['序号', '姓名', '发放金额', '到账日期'], ['1', '王一', '800', '2024-06-20'], ['2', '王二', '650', '2024-06-20'], ['3', '王三', '700', '2024-06-20']], texts) // prettier-ignore
  const receipt = (sum: number) => materialOf('回单.pdf', { kind: 'document', format: 'pdf', paragraphs: ['批量代发业务回单', '付款单位：青石镇财政所　用途：高龄津贴', `入账日期：2024年6月20日　交易流水号：202406201234　成功3笔，合计${sum}元`] }) // prettier-ignore
  const ladders = (sum: number) => {
    const texts = new StringPool()
    const materials: Material[] = [materialOf('发放表.xlsx', { kind: 'table', format: 'xlsx', tables: [list(texts)] }), receipt(sum)] // prettier-ignore
    return classify({ ...evidenceOf({ materials, texts }), ...fingerprint(materials, texts, {}, noTick) }, noTick).map(({ class: named, ladder }) => [named, ladder]) // prettier-ignore
  }

  it('reconciles with the receipt that states its total, and with no other', () => {
    expect(ladders(2150)).toEqual([['result', 'E4'], ['result', 'E4']]) // prettier-ignore
    expect(ladders(2160)).toEqual([['result', 'E3'], ['result', 'E4']]) // prettier-ignore
  })
})
