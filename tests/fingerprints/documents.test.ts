import { describe, expect, it } from 'vitest'
import { settleIssuers } from '../../src/fingerprints/document-issuers.ts'
import { documentText } from '../../src/fingerprints/documents.ts'
import type { Block } from '../../src/model/reading.ts'
import { materialOf, tableOf } from '../support/evidence.ts'

const document = (paragraphs: (string | Block)[], rest: Parameters<typeof materialOf>[1] = {}) => {
  const blocks = paragraphs.map(text =>
    typeof text === 'string' ? { text, style: 'paragraph' as const } : text
  )
  return documentText(materialOf('a.docx', { kind: 'document', reading: { blocks }, ...rest }), 0)
}
const titleOf = (...paragraphs: (string | Block)[]) => document(paragraphs)?.title
const prose = '三月五日上午，村委会组织党员和志愿者二十余人，到辖区困难群众家中走访慰问，了解生活情况。'
const notice = ['清河县人民政府文件', '清政发〔2024〕5号', '关于开展春季走访工作的通知', '各镇人民政府、县直各部门：', prose, '请认真贯彻执行。', '清河县人民政府', '2024年3月1日'] // prettier-ignore

describe('documentText', () => {
  it('finds the title by content', () => {
    expect(titleOf({ text: '走访工作总结', style: 'title' }, prose)).toBe('走访工作总结')
    expect(titleOf(...notice)).toBe('关于开展春季走访工作的通知')
    expect(titleOf('附件1', '幸福村走访记录', '时间：2024年3月5日', prose)).toBe('幸福村走访记录')
    expect(titleOf('关于开展2024年春季', '走访慰问活动的通知', prose)).toBe(
      '关于开展2024年春季走访慰问活动的通知'
    )
    expect(titleOf('会 议 记 录', prose)).toBe('会议记录')
    expect(titleOf('内部资料', '第3期', '2024年3月5日', '工作简报', prose)).toBe('工作简报')
  })

  it('takes no sentence, label or late line for a title', () => {
    expect(titleOf(prose, '走访照片')).toBe('')
    expect(titleOf('时间：2024年3月5日', '地点：村委会')).toBe('')
  })

  it('keeps reading order, long cells included, and tells labels from prose', () => {
    const table = tableOf([
      ['走访内容', prose],
      ['备注', '无']
    ])
    const found = document(
      ['走访记录', { text: '', style: 'table', table: 0 }, '一、基本情况', '填表人：', prose],
      {
        reading: {
          blocks: [
            { text: '走访记录', style: 'heading' },
            { text: '', style: 'table', table: 0 },
            { text: '一、基本情况', style: 'paragraph' },
            { text: '页脚', style: 'footer' },
            { text: prose, style: 'paragraph', page: 2 }
          ],
          tables: [table]
        }
      }
    )
    expect(found?.paragraphs).toEqual([
      { text: '走访记录', block: 0, label: true },
      { text: prose, table: 0, row: 1, column: 1, label: false },
      { text: '一、基本情况', block: 2, label: true },
      { text: prose, block: 4, page: 2, label: false }
    ])
    expect(found?.characters).toBe(4 + 5 + 2 * prose.replace(/[，。]/gu, '').length)
  })

  it('is nothing for a scan, a table or a picture', () => {
    expect(document([])).toBeUndefined()
    expect(documentText(materialOf('a.xlsx', { kind: 'table', paragraphs: ['x'] }), 0)).toBeUndefined()
  })

  it('reads head and number, and knows somebody else’s document', () => {
    expect(document(notice)).toMatchObject({ issuer: '清河县人民政府', documentNumber: '清政发〔2024〕5号', issued: true }) // prettier-ignore
    expect(document(['学习材料', prose], { origin: 'issued' })?.issued).toBe(true)
  })

  it('takes no reference to a number for its own, and no plain report for issued', () => {
    const report = document(['落实情况报告', '根据清政发〔2024〕5号文件要求，现将落实情况报告如下：', prose])
    expect(report).toMatchObject({ issued: false })
    expect(report?.documentNumber).toBeUndefined()
    expect(document(['关于开会的通知', '各村民小组：', prose])?.issued).toBe(false)
  })
})

describe('settleIssuers', () => {
  const own = ['幸福镇人民政府文件', '幸政发〔2024〕9号', '关于做好走访的通知', '各村、各站所：', prose, '请认真组织实施。', '幸福镇人民政府', '2024年3月2日'] // prettier-ignore

  it('makes the unit’s own notices its own, by the unit given', () => {
    const documents = [document(own)!, document(notice)!]
    expect(documents.map(({ issued }) => issued)).toEqual([true, true])
    expect(settleIssuers(documents, { unit: '幸福镇' }).map(({ issued }) => issued)).toEqual([false, true])
    expect(settleIssuers(documents, { unit: '清河县幸福镇' }).map(({ issued }) => issued)).toEqual([
      false,
      true
    ])
  })

  it('takes torn-off ends of notices, title and signature alone, for nobody’s papers', () => {
    const ends = [1, 2, 3].map(i => document(['关于做好走访的通知', '清河县人民政府', `2024年3月${i}日`])!)
    expect(settleIssuers([...ends, document(notice)!], {}).at(-1)).toMatchObject({ issued: true })
  })

  it('or by who signed most of the package’s other papers', () => {
    const reports = [1, 2, 3].map(i =>
      document([`第${i}期汇报`, prose, '幸福镇人民政府', `2024年3月${i}日`])!
    )
    const settled = settleIssuers([...reports, document(own)!, document(notice)!], {})
    expect(settled.slice(3).map(({ issued }) => issued)).toEqual([false, true])
    expect(settleIssuers([document(own)!, document(notice)!], {}).map(({ issued }) => issued)).toEqual([
      true,
      true
    ])
  })
})
