import { describe, expect, it } from 'vitest'
import { fingerprint } from '../../src/fingerprints/index.ts'
import { StringPool } from '../../src/support/string-pool.ts'
import { noTick } from '../../src/support/tick.ts'
import { classify } from '../../src/weighing/classify.ts'
import { evidenceOf, materialOf } from '../support/evidence.ts'

const CLAIM = '验收单编号：YS-2024-0086，2024年6月18日由第三方验收，东风村等8个村全部合格。'
const note = (day: number): string[] => [`2024年5月${day}日，镇团委组织志愿者到东街清扫，大家分成三组捡拾纸屑，并给${day}户商户发放宣传单，居民纷纷表示支持。`] // prettier-ignore
const PAPERS: Record<string, string[]> = {
  '纪要.docx': ['安全生产例会会议记录', '会议传达了文件精神，听取了各村汇报。'],
  '方案.docx': ['防汛工作实施方案', '各村要提高认识，分三步推进。'],
  '总结.docx': ['2024年度工作总结', '一年来狠抓落实，全年走访86户。'],
  '体会.docx': ['学习心得体会', '通过学习，思想认识有了提高。'],
  '通知.docx': ['关于开展清洁家园行动的通知', '请各村认真组织，按时报送。'],
  '小记.docx': note(5)
}

function classes(papers: Record<string, string[]>): Record<string, string> {
  const texts = new StringPool()
  const materials = Object.entries(papers).map(([path, paragraphs]) => materialOf(path, { kind: 'document', format: 'docx', paragraphs })) // prettier-ignore
  const evidence = { ...evidenceOf({ materials, texts }), ...fingerprint(materials, texts, {}, noTick) }
  const weights = classify(evidence, noTick)
  return Object.fromEntries(materials.map(({ path }, i) => [path, weights[i]!.class]))
}

const under = (line: string | ((i: number) => string), papers = PAPERS): Record<string, string[]> =>
  Object.fromEntries(
    Object.entries(papers).map(([path, paragraphs], i) => [
      path,
      [...paragraphs, typeof line === 'string' ? line : line(i)]
    ])
  )

describe('a line that stands under papers of every kind', () => {
  it('moves none of them, whatever it claims', () => {
    expect(classes(under(CLAIM))).toEqual(classes(PAPERS))
  })

  it('moves none with another number and day under each', () => {
    const numbered = (i: number): string => CLAIM.replace('0086', `01${i}7`).replace('18日', `${i + 3}日`)
    expect(classes(under(numbered))).toEqual(classes(PAPERS))
  })

  it('leaves genuine acceptances results, which share their wording by right', () => {
    const works = ['公厕改造', '渠道衬砌', '道路硬化', '管网疏通', '便民桥重建', '路灯安装']
    const acceptances = Object.fromEntries(works.map((name, i) => [`${name}竣工验收单.docx`, [`${name}工程竣工验收单`, `工程名称：${name}工程`, '施工单位：宏远建筑有限公司', `竣工日期：2024年6月${i + 1}日`, `完成工程量：${36 + i}米`, '验收意见：经验收组现场查验，工程质量合格，同意投入使用。', '验收组签字']])) // prettier-ignore
    expect(new Set(Object.values(classes(acceptances)))).toEqual(new Set(['result']))
    // even where somebody has put the same words under everything else
    const stuffed = classes({ ...acceptances, ...under(CLAIM) })
    expect(Object.keys(acceptances).map(path => stuffed[path])).toEqual(works.map(() => 'result'))
  })
})
