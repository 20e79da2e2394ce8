import { describe, expect, it } from 'vitest'
import { runChecks } from '../../../src/checks/run.ts'
import check from '../../../src/checks/results/unsupported-results.ts'
import { finding as schema } from '../../../src/model/audit.ts'
import { noTick } from '../../../src/support/tick.ts'
import { evidenceOf } from '../../support/evidence.ts'
import { caseLedger, claimsOf } from '../../support/claims.ts'

const LEDGER = { '工单.xlsx': caseLedger('梨湾镇2024年热线工单办理台账', 40) }
const run = (papers: Record<string, readonly string[]>, sheets: Record<string, readonly (readonly string[])[]> = LEDGER) => {
  const { findings, verdicts } = runChecks([check], claimsOf(papers, sheets), noTick)
  for (const each of findings) expect(schema.parse(each)).toEqual(each)
  return { said: findings.map(({ message, strength }) => `${message} ${strength}`), findings, answer: verdicts[0]!.answer, because: verdicts[0]!.because }
} // prettier-ignore
const summary = (...paragraphs: string[]) => ({ '总结.docx': ['梨湾镇2024年工作总结', ...paragraphs] })

describe('unsupported-results', () => {
  it('shows both figures where a claim is above every way of counting its ledger', () => {
    const { said, findings } = run(summary('全年办结热线工单86件，群众反映很好。'))
    expect(said).toEqual(['differs moderate'])
    const [finding] = findings
    expect(finding).toMatchObject({ owner: 'unit', words: { claimed: '86件', counted: '40件', ledgers: 1 } })
    expect(finding!.places.map(({ path }) => path)).toEqual(['总结.docx', '工单.xlsx'])
    if (finding!.detail.kind !== 'texts') throw new Error('kind')
    const [{ text, runs }] = finding!.detail.texts as unknown as [{ text: string; runs: [number, number][] }]
    expect(text.slice(...runs[0]!)).toBe('86件')
  })

  it.each(['办结热线工单八十六件。', '共受理热线工单８６件，全部办结。', '一年来，热线工单办结86件。'])(
    'reads %s alike',
    sentence => expect(run(summary(sentence)).said).toEqual(['differs moderate'])
  )

  it('stays weak when nothing beside the count says that it is whole', () => {
    const rows = caseLedger('梨湾镇2024年热线工单办理台账', 40).map(([, ...row], i) => i === 0 ? ['梨湾镇2024年热线工单办理台账'] : row) // prettier-ignore
    expect(run(summary('全年办结热线工单86件。'), { '工单.xlsx': rows }).said).toEqual(['differs weak'])
  })

  describe('is silent about what is honest:', () => {
    it.each([
      ['the count', '全年办结热线工单40件。'],
      ['a part', '上半年办结热线工单12件。'],
      ['about', '办结热线工单约43件。'],
      ['not quite', '办结热线工单近50件。'],
      ['more than', '办结热线工单30余件。'],
      ['years together', '三年来累计办结热线工单312件。'],
      ['a plan', '明年力争办结热线工单120件。'],
      ['last year', '去年办结热线工单97件。'],
      ['a superior’s figure', '据通报，全市办结热线工单9800件。'],
      ['a village', '枫坪村办结热线工单61件。'],
      ['a narrower matter with a ledger of its own elsewhere', '办结供水热线工单86件。'],
      ['a wider matter', '办结各类诉求86件。']
    ])('%s', (_, sentence) => expect(run(summary(sentence)).said.filter(each => !/weak$/.test(each) || /differs/.test(each))).toEqual([])) // prettier-ignore

    it('a ledger of another time', () => {
      const sheets = { '一季度.xlsx': caseLedger('梨湾镇2024年第一季度热线工单办理台账', 9, [1, 2, 3]) }
      expect(run(summary('全年办结热线工单86件。'), sheets).said).toEqual([])
    })

    it('quarters that together come to the claim, beside a compilation of them', () => {
      const parts = [[1, 2, 3], [4, 5, 6], [7, 8, 9], [10, 11, 12]].map((months, q) => [`${q}.xlsx`, caseLedger(`梨湾镇2024年第${'一二三四'[q]}季度热线工单办理台账`, 10 + q, months)] as const) // prettier-ignore
      expect(run(summary('全年办结热线工单46件。'), Object.fromEntries(parts)).said).toEqual([])
    })

    it('a second ledger that may hold the rest', () => {
      const sheets = { ...LEDGER, '热线补充.xlsx': caseLedger('网上热线工单转办登记', 50) }
      expect(run(summary('全年办结热线工单86件。'), sheets).said).toEqual([])
    })

    it('a village’s ledger against the town’s figure', () => {
      const sheets = { '村.xlsx': caseLedger('枫坪村2024年热线工单办理台账', 12) }
      expect(run(summary('全年办结热线工单86件。'), sheets).said).toEqual([])
    })

    it('a township’s part of what a county claims, and a ledger with a small part of it', () => {
      const county = { '总结.docx': ['清河县2024年工作总结', '全年办结热线工单86件。'] }
      expect(run(county, { '工单.xlsx': caseLedger('2024年热线工单办理台账（梨湾镇）', 40) }).said.filter(each => each.startsWith('differs'))).toEqual([]) // prettier-ignore
      expect(run(summary('全年办结热线工单286件。')).said).toEqual([])
    })

    it('somebody else’s paper and a plan', () => {
      const papers = { '通知.docx': ['关于做好热线工作的通知', '办结热线工单86件。'], '方案.docx': ['2024年热线工作方案', '办结热线工单86件。'] } // prettier-ignore
      expect(run(papers)).toMatchObject({ said: [], answer: 'notApplicable', because: 'noClaims' })
    })
  })

  it('notes once for each paper what nothing here carries, always weakly', () => {
    expect(run(summary('安装太阳能杀虫灯46盏。', '兑付稳岗返还18.6万元。')).said).toEqual([
      'unsupported weak'
    ])
  })

  describe('sums', () => {
    const paid = (stated: string) => [['梨湾镇2024年临时救助金发放台账'], ['序号', '发放日期', '姓名', '发放金额'], ...Array.from({ length: 12 }, (_, i) => [String(i + 1), `2024-${String(i + 1).padStart(2, '0')}-10`, `张${'甲乙丙丁戊己庚辛壬癸子丑'[i]}`, String(1000 + 100 * i)]), ['合计', '', '', stated]] // prettier-ignore
    it('agree within rounding, and differ with the ledger’s own total as a second witness', () => {
      expect(run(summary('发放临时救助金1.9万元。'), { '救助.xlsx': paid('18600') }).said).toEqual([])
      expect(run(summary('发放临时救助金2.9万元。'), { '救助.xlsx': paid('18600') }).said).toEqual(['differs strong']) // prettier-ignore
    })
    it('under a table are added up anew', () => {
      const { findings } = run(summary('工作有序。'), { '救助.xlsx': paid('18900') })
      expect(findings.map(({ message, strength, words }) => [message, strength, words.stated, words.follows])).toEqual([['totalApart', 'moderate', '18900', '18600']]) // prettier-ignore
    })
  })

  it.each([
    ['投诉由91件降到39件，下降65.3%。', ['changeApart moderate']],
    ['投诉由91件降到39件，下降57.1%。', []],
    ['投诉由91件降到39件，下降57%。', []],
    ['受理投诉90件，办结86件，办结率98%。', ['shareApart moderate']],
    ['受理投诉90件，办结86件，办结率95.6%。', []],
    ['共发放补助40件，其中大米55件。', ['partAbove moderate']],
    ['共有农户40户，其中党员户25户、脱贫户30户。', []],
    ['共改造96户（低保户58户、特困户23户），其中修缮41户、重建55户。', []],
    ['销售41.7万元，缴税0.4万元，其中网上22.9万元。', []]
  ])('works out %s', (sentence, expected) => expect(run(summary(sentence), {}).said.filter(each => !/unsupported|noBase/.test(each))).toEqual(expected)) // prettier-ignore

  it('asks for the counts behind a share, and for more than the unit’s own survey', () => {
    expect(run(summary('群众满意率98%。'), {}).said).toEqual(['noBase weak'])
    const survey = [['梨湾镇2024年群众满意度自测问卷汇总'], ['村', '收回份数', '满意', '基本满意', '不满意', '填报人'], ...['甲村', '乙村', '丙村', '丁村'].map((village, i) => [village, '50', String(44 + i), String(5 - i), '1', '李四'])] // prettier-ignore
    expect(run(summary('群众满意率91%。'), { '自测.xlsx': survey }).said).toEqual(['ownSurvey weak'])
  })

  it('does not apply without claims, is undecided when none can be compared', () => {
    expect(check.examine(evidenceOf(), noTick)).toMatchObject({
      answer: 'notApplicable',
      because: 'noClaims'
    })
    expect(run(summary('办结各类诉求86件。'))).toMatchObject({ answer: 'undecided', because: 'nothingToCompare' }) // prettier-ignore
  })
})
