import { describe, expect, it } from 'vitest'
import duplicateFiles from '../../src/checks/duplicates/duplicate-files.ts'
import { runChecks } from '../../src/checks/run.ts'
import { documentText } from '../../src/fingerprints/documents.ts'
import { ledgersOf } from '../../src/fingerprints/ledgers.ts'
import type { Evidence } from '../../src/model/evidence.ts'
import type { Material } from '../../src/model/material.ts'
import { StringPool } from '../../src/support/string-pool.ts'
import { noTick } from '../../src/support/tick.ts'
import { evidenceOf, materialOf, tableOf } from '../support/evidence.ts'

const texts = new StringPool()
const paper = (path: string, paragraphs: string[]): Material => materialOf(path, { kind: 'document', paragraphs }) // prettier-ignore
const prose = (about: string): string[] => Array.from({ length: 6 }, (_, i) => `第${i}项，${about}组织志愿者入户走访困难群众，了解生活情况并逐户登记需求，当场解决问题。`) // prettier-ignore
const sheet = (name: string, about: string, index: number) => tableOf([[name], ['序号', '日期', '地点', '情况'], ...Array.from({ length: 6 }, (_, i) => [`${i + 1}`, `2024-03-0${i + 1}`, `${about}${i}组`, `${about}清理${i + 3}处`])], texts, name, index) // prettier-ignore

function verdict(materials: Material[], given: Partial<Evidence> = {}) {
  const documents = materials.flatMap((material, i) => documentText(material, i) ?? [])
  const { ledgers } = ledgersOf(materials, texts, noTick)
  return runChecks([duplicateFiles], evidenceOf({ materials, texts, documents, ledgers, ...given }), noTick).verdicts[0]! // prettier-ignore
}

describe('content that stands again without being the same file', () => {
  const other = paper('b.docx', prose('李村'))

  it('leaves the answer open when a bound document holds a paper twice', () => {
    const bound = paper('汇编.docx', ['走访记录', ...prose('张村'), '走访记录', ...prose('张村')])
    expect(verdict([bound, other])).toMatchObject({ answer: 'undecided', because: 'nearCopies', coverage: { looked: 1, lookable: 2 } }) // prettier-ignore
  })

  it('leaves it open when a bound workbook holds a sheet twice', () => {
    const bound = materialOf('汇总.xlsx', { kind: 'table', tables: [sheet('一', '张村', 0), sheet('二', '张村', 1)] }) // prettier-ignore
    expect(verdict([bound, other])).toMatchObject({ answer: 'undecided', because: 'nearCopies' })
  })

  it('leaves it open when two documents differ in names alone', () => {
    const members = [0, 1].map(document => ({ document, share: 0.96, spans: [] }))
    const given = { passageGroups: [{ members, characters: 400, run: 80 }] }
    expect(verdict([paper('a.docx', prose('张村')), other], given)).toMatchObject({ answer: 'undecided' })
  })

  it('leaves it open when two ledgers are the same row by row but for who did it', () => {
    const list = (path: string, people: string, task: string) => materialOf(path, { kind: 'table', tables: [tableOf([['重点任务进度表'], ['序号', '日期', '任务', '责任人', '进展'], ...Array.from({ length: 6 }, (_, i) => [`${i + 1}`, `2024-03-0${i + 1}`, `${'东南西北中上'[i]}${task}`, `${people}${'国芳军华丽强'[i]}`, `完成${10 * i + 7}%`])], texts)] }) // prettier-ignore
    expect(verdict([list('a.csv', '王', '河道清淤'), list('b.xlsx', '李', '河道清淤')])).toMatchObject({ answer: 'undecided', because: 'nearCopies' }) // prettier-ignore
    expect(verdict([list('a.csv', '王', '河道清淤'), list('b.xlsx', '李', '道路硬化')]).answer).toBe('clear')
  })

  it('is no matter where parts differ, or a set phrase alone stands again', () => {
    const bound = paper('汇编.docx', ['走访记录', ...prose('张村'), '特此报告，请予审核。', '走访记录', ...prose('王村'), '特此报告，请予审核。']) // prettier-ignore
    const book = materialOf('汇总.xlsx', { kind: 'table', tables: [sheet('一', '张村', 0), sheet('二', '王村', 1)] }) // prettier-ignore
    expect(verdict([bound, book, other]).answer).toBe('clear')
  })
})
