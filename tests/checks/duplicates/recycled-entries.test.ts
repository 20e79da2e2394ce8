import { describe, expect, it } from 'vitest'
import recycledEntries from '../../../src/checks/duplicates/recycled-entries.ts'
import { runChecks } from '../../../src/checks/run.ts'
import { ledgersOf } from '../../../src/fingerprints/ledgers.ts'
import { finding as schema, type Detail } from '../../../src/model/audit.ts'
import { findEntryGroups } from '../../../src/relations/entries.ts'
import { StringPool } from '../../../src/support/string-pool.ts'
import { noTick } from '../../../src/support/tick.ts'
import words from '../../../src/words/checks/recycled-entries.ts'
import { evidenceOf, materialOf, tableOf } from '../../support/evidence.ts'

const HEADER = ['日期', '走访对象', '走访情况', '记录人']
const MATTERS = [
  '反映楼道感应灯损坏半个月无人维修，夜间上下楼不便',
  '独居老人腿脚不便，希望社区协助联系助餐点送餐上门',
  '楼上住户装修时间过长，午休时段仍有电钻噪声',
  '咨询灵活就业人员医保缴费比例和办理地点',
  '儿子在外地务工，家中耕地想流转给合作社经营',
  '小区东门减速带松动，车辆经过时响声很大',
  '申请临时救助，因母亲住院自付费用超出承受能力',
  '希望在河边步道加装护栏，避免小孩玩耍时落水'
]
const month = (number: number) =>
  MATTERS.map((matter, i) => [
    `2024-0${number}-${10 + i * 2}`,
    `${'赵钱孙李周吴郑王'[i]}建国`,
    matter,
    '李强'
  ])

function run(sheets: Record<string, string[][]>) {
  const pool = new StringPool()
  const materials = Object.entries(sheets).map(([path, rows]) =>
    materialOf(path, { tables: [tableOf(rows, pool)] })
  )
  const { ledgers } = ledgersOf(materials, pool, noTick)
  const entryGroups = findEntryGroups({ materials, ledgers, sameContent: [] }, noTick)
  return runChecks([recycledEntries], evidenceOf({ materials, ledgers, entryGroups, texts: pool }), noTick)
}

describe('recycled-entries', () => {
  it('reports a month handed in again for the next as one finding, row beside row', () => {
    const { findings } = run({ '1月.xlsx': [HEADER, ...month(1)], '2月.xlsx': [HEADER, ...month(2)] })
    expect(findings).toHaveLength(1)
    const [finding] = findings
    expect(schema.parse(finding)).toEqual(finding)
    expect(finding).toMatchObject({
      message: 'blockRepeated',
      strength: 'strong',
      words: { rows: 16, ledgers: 2, contents: 8, from: '2024-01-10', to: '2024-02-24' }
    })
    expect(finding!.places).toHaveLength(16)
    expect(finding!.indications.map(({ code, family }) => [code, family])).toEqual([
      ['identical', 'text'],
      ['sameSequence', 'order'],
      ['constantShift', 'regularity'],
      ['otherDates', 'claims']
    ])
    const detail = finding!.detail as Extract<Detail, { kind: 'rows' }>
    expect(detail.rows.slice(0, 2).map(({ cells }) => cells.map(({ text, differs }) => [text, differs]))).toEqual([
      [['2024-01-10', false], ['赵建国', false], [MATTERS[0], false], ['李强', false]],
      [['2024-02-10', true], ['赵建国', false], [MATTERS[0], false], ['李强', false]]
    ]) // prettier-ignore
  })

  it('reports one long text about many people, capped at forty rows with the total', () => {
    const text = '谈话中该同志能够正确认识自身在工作作风方面存在的不足，表示将以此次谈话为契机，严格要求自己，认真履行岗位职责，自觉接受监督。' // prettier-ignore
    const talks = Array.from({ length: 60 }, (_, i) => [`2024-0${1 + Math.floor(i / 10)}-${10 + (i % 18)}`, `${'赵钱孙李周吴郑王'[i % 8]}${'明华丽强伟芳军敏'[i >> 3]}`, text, '李强']) // prettier-ignore
    const { findings } = run({ 'a.xlsx': [['谈话时间', '谈话对象', '谈话内容', '记录人'], ...talks] })
    expect(findings.map(({ message, places }) => [message, places.length])).toEqual([['contentRepeated', 60]])
    expect(findings[0]!.detail).toMatchObject({ kind: 'rows', total: 60 })
    expect((findings[0]!.detail as { rows: unknown[] }).rows).toHaveLength(40)
    expect(findings[0]!.strength).not.toBe('weak')
  })

  it('is clear about duty rows that are alike because nothing happened', () => {
    const rows = Array.from({ length: 40 }, (_, i) => [`2024-0${1 + Math.floor(i / 10)}-${10 + (i % 10)}`, ['张伟', '王芳'][i % 2]!, '值班期间一切正常，未接到群众来电，未发生突发事件。', '李强']) // prettier-ignore
    expect(run({ 'a.xlsx': [['日期', '值班人员', '值班情况', '记录人'], ...rows] }).verdicts[0]!.answer).toBe(
      'clear'
    )
  })

  it('is undecided where nothing says when or about whom, and does not apply without ledgers', () => {
    const rows = MATTERS.map((matter, i) => [String(i + 1), matter])
    expect(run({ 'a.xlsx': [['序号', '内容'], ...rows] }).verdicts[0]).toMatchObject({ answer: 'undecided', because: 'noClaims' }) // prettier-ignore
    expect(run({}).verdicts[0]).toMatchObject({ answer: 'notApplicable', because: 'noLedgers' })
  })

  it('does not count rosters among what could be looked at: nothing happens in them', () => {
    const roster = [['姓名', '电话', '家庭住址'], ...Array.from({ length: 40 }, (_, i) => [`李${'甲乙丙丁'[i % 4]}${i}`, `1380000${1000 + i}`, `${i}组`])] // prettier-ignore
    const { verdicts } = run({ 'a.xlsx': [HEADER, ...month(1)], '名册.xlsx': roster })
    expect(verdicts[0]).toMatchObject({ answer: 'clear', coverage: { looked: 8, lookable: 8 } })
  })

  it('keeps its id when files are renamed', () => {
    const ids = ['', '资料/'].map(folder => run({ [`${folder}a.xlsx`]: [HEADER, ...month(1)], [`${folder}b.xlsx`]: [HEADER, ...month(2)] }).findings.map(({ id }) => id)) // prettier-ignore
    expect(ids[0]).toEqual(ids[1])
  })

  it('has words for every message, indication and reason', () => {
    for (const { messages, reasons } of [words.zh, words.en]) {
      expect(Object.keys(messages)).toEqual([...recycledEntries.messages])
      expect(Object.keys(reasons)).toEqual([...recycledEntries.reasons])
    }
    expect(Object.keys(words.zh.indications)).toEqual(Object.keys(words.en.indications))
  })
})
