import { describe, expect, it } from 'vitest'
import duplicateEntries from '../../../src/checks/duplicates/duplicate-entries.ts'
import { runChecks } from '../../../src/checks/run.ts'
import { ledgersOf } from '../../../src/fingerprints/ledgers.ts'
import { finding as schema, type Detail } from '../../../src/model/audit.ts'
import { findEntryGroups } from '../../../src/relations/entries.ts'
import { StringPool } from '../../../src/support/string-pool.ts'
import { noTick } from '../../../src/support/tick.ts'
import words from '../../../src/words/checks/duplicate-entries.ts'
import { evidenceOf, materialOf, tableOf } from '../../support/evidence.ts'

const HEADER = ['序号', '日期', '姓名', '联系电话', '办理事项', '金额']
const ROWS = [
  ['1', '2024-03-01', '张明国', '13800000001', '申请临时救助，母亲住院自付费用较高', '1200'],
  ['2', '2024-03-04', '李华芳', '13800000002', '办理老年优待证，代交照片和户口簿复印件', '0'],
  ['3', '2024-03-05', '王丽军', '13800000003', '残疾人两项补贴资格年审材料上传', '180'],
  ['4', '2024-03-08', '赵强国', '13800000004', '咨询公租房续租手续并预约窗口', '0'],
  ['5', '2024-03-11', '周明芳', '13800000005', '高龄津贴改发社保卡账户登记', '100'],
  ['6', '2024-03-12', '吴华军', '13800000006', '新生儿医保参保登记，补交出生证明', '380']
]

function run(sheets: Record<string, string[][]>) {
  const pool = new StringPool()
  const materials = Object.entries(sheets).map(([path, rows]) =>
    materialOf(path, { tables: [tableOf(rows, pool)] })
  )
  const { ledgers } = ledgersOf(materials, pool, noTick)
  const entryGroups = findEntryGroups({ materials, ledgers, sameContent: [] }, noTick)
  return runChecks([duplicateEntries], evidenceOf({ materials, ledgers, entryGroups, texts: pool }), noTick)
}

describe('duplicate-entries', () => {
  it('reports one record entered twice, with both rows, the slip marked and numbers to be masked', () => {
    const again = ['7', '2024年3月5日', '王丽军', '138-0000-0003', '残疾人两项补贴资格年审材科上传', '180']
    const { findings, verdicts } = run({ '办理.xlsx': [HEADER, ...ROWS, again] })
    expect(verdicts).toEqual([
      { check: 'duplicate-entries', answer: 'found', findings: 1, because: undefined, coverage: { looked: 7, lookable: 7 } }
    ]) // prettier-ignore
    const [finding] = findings
    expect(schema.parse(finding)).toEqual(finding)
    expect(finding).toMatchObject({
      message: 'sameRecord',
      owner: 'unit',
      words: { rows: 2, ledgers: 1, from: '2024-03-05', to: '2024-03-05' }
    })
    expect(finding!.places.map(({ path, row }) => [path, row])).toEqual([['办理.xlsx', 4], ['办理.xlsx', 8]]) // prettier-ignore
    const detail = finding!.detail as Extract<Detail, { kind: 'rows' }>
    expect(detail.columns).toEqual(HEADER)
    expect(detail.rows[1]!.cells[4]).toEqual({ text: '残疾人两项补贴资格年审材科上传', differs: true })
    expect(detail.rows[1]!.cells.map(({ sensitive }) => sensitive)).toEqual([undefined, undefined, 'person', 'phone', undefined, undefined]) // prettier-ignore
  })

  it('keeps its id when the file is renamed and the rows are numbered anew', () => {
    const again = ['7', ...ROWS[2]!.slice(1)]
    const ids = [
      run({ 'a.xlsx': [HEADER, ...ROWS, again] }),
      run({ 'b/c.xlsx': [HEADER, again, ...[...ROWS].reverse()] })
    ].map(({ findings }) => findings.map(({ id }) => id))
    expect(ids[0]).toHaveLength(1)
    expect(ids[0]).toEqual(ids[1])
  })

  it('calls a ledger compiled from others weak and nobody’s', () => {
    const later = ROWS.map(([, date, name, , matter], i) => [String(i + 1), date!.replace('-03-', '-04-'), `${name!.slice(0, 1)}文${name!.slice(2)}`, `1390000000${i}`, [...matter!].reverse().join(''), '50']) // prettier-ignore
    const { findings } = run({
      '3月.xlsx': [HEADER, ...ROWS],
      '4月.xlsx': [HEADER, ...later],
      '全年.xlsx': [HEADER, ...ROWS, ...later]
    })
    expect(findings.map(({ message, owner, strength, places }) => [message, owner, strength, places.length])).toEqual([['compiled', 'nobody', 'weak', 24]]) // prettier-ignore
  })

  it('is clear about different people helped with one thing on one day', () => {
    const rows = ROWS.map((row, i) => [row[0]!, '2024-03-05', row[2]!, row[3]!, '发放慰问大米一袋食用油一桶', String(200 + (i % 2))]) // prettier-ignore
    expect(run({ 'a.xlsx': [HEADER, ...rows] }).verdicts[0]!.answer).toBe('clear')
  })

  it('does not apply without ledgers, and is undecided about a single entry', () => {
    expect(run({}).verdicts[0]).toMatchObject({ answer: 'notApplicable', because: 'noLedgers' })
    expect(run({ 'a.xlsx': [HEADER, ROWS[0]!] }).verdicts[0]).toMatchObject({
      answer: 'undecided',
      because: 'tooFew'
    })
  })

  it('has words for every message, indication and reason', () => {
    for (const { messages, reasons } of [words.zh, words.en]) {
      expect(Object.keys(messages)).toEqual([...duplicateEntries.messages])
      expect(Object.keys(reasons)).toEqual([...duplicateEntries.reasons])
    }
    expect(Object.keys(words.zh.indications)).toEqual(Object.keys(words.en.indications))
  })
})
