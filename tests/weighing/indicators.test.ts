import { describe, expect, it } from 'vitest'
import type { IndicatorFact } from '../../src/model/evidence.ts'
import { askedOf } from '../../src/weighing/asked.ts'
import { barredAsk, barredTitle } from '../../src/weighing/barred.ts'
import type { Weight } from '../../src/weighing/classify.ts'
import { weighIndicators } from '../../src/weighing/indicators.ts'
import { standings } from '../../src/weighing/standing.ts'
import { evidenceOf, materialOf } from '../support/evidence.ts'

const weight = (named: Weight['class'], ladder?: Weight['ladder']): Weight => ({ class: named, why: [], ledgers: [], counted: true, ...(ladder && { ladder }) }) // prettier-ignore
const fact = (code: string, materials: number[], given: Partial<IndicatorFact> = {}): IndicatorFact => ({ code, source: 'list', materials, unsure: false, ...given }) // prettier-ignore

function weigh(indicators: IndicatorFact[], weights: Weight[]) {
  const materials = weights.map((_, i) => materialOf(`${i}.docx`, { no: i + 1, kind: 'document' }))
  return weighIndicators(
    evidenceOf({ materials, indicators }),
    weights,
    weights.map(() => '')
  )
}

describe('standing of indicators', () => {
  it('is a result, trace, missing, or undetermined, and counted so', () => {
    const weights = [weight('result', 'E3'), weight('trace'), weight('trace'), weight('unknown'), weight('mixed', 'E1'), weight('input')] // prettier-ignore
    const found = weigh([fact('1', [0, 1]), fact('2', [1]), fact('3', [2, 3]), fact('4', [4]), fact('5', [5]), fact('6', []), fact('7', [], { unsure: true })], weights)! // prettier-ignore
    expect(found.indicators.map(({ standing }) => standing)).toEqual(['result', 'trace', 'undetermined', 'trace', 'undetermined', 'missing', 'undetermined']) // prettier-ignore
    expect(found.counts).toEqual({ result: 1, trace: 2, undetermined: 3, missing: 1 })
  })

  it('is nothing where no indicator is known', () => {
    expect(weigh([], [weight('trace')])).toBeUndefined()
  })
})

describe('what rules keep out of inspections', () => {
  it('knows such demands by what they ask for', () => {
    expect(['学习笔记每人不少于1万字', '活动记录；每次照片不少于3张', '会议次数', '发文数量'].map(barredAsk)).toEqual(['trace-as-merit', 'trace-as-merit', 'trace-as-merit', 'trace-as-merit']) // prettier-ignore
    expect(['获得领导批示情况', '在省级以上报刊发表文章'].map(barredAsk)).toEqual(['praise-as-merit', 'praise-as-merit']) // prettier-ignore
    expect(['学习平台学习时长', 'APP安装率', '点赞数截图'].map(barredAsk)).toEqual(['app-counts', 'app-counts', 'app-counts']) // prettier-ignore
  })

  it('stays quiet about records, results and what the rule does not bind', () => {
    for (const text of [
      '支部党员大会记录、签到表原件',
      '现场照片',
      '整改销号台账',
      '公众号阅读量、转发量',
      '环评批复文件',
      '信访件办结率',
      '水质检测报告',
      '劳动合同复印件',
      '心得体会',
      '网络投票系统验收报告',
      '户口登记率'
    ])
      expect(barredAsk(text), text).toBeUndefined()
  })

  it('knows papers that are such content by their own title', () => {
    expect(['理论学习笔记', '媒体报道统计', '平台学习时长排名', '学习教育方案', '公众号转发量统计'].map(barredTitle)).toEqual(['trace-as-merit', 'praise-as-merit', 'app-counts', undefined, undefined]) // prettier-ignore
  })
})

describe('asked for how often', () => {
  it('counts indicators and media of an activity’s evidence and of what is asked', () => {
    const materials = [
      materialOf('1-1/走访.docx', { kind: 'document' }),
      materialOf('1-1/走访.pdf', {
        kind: 'document',
        notes: [{ code: 'no-text-layer', words: { pages: 1 } }]
      }),
      materialOf('1-2/走访.jpg', { kind: 'picture' })
    ]
    const ask = { code: '1-2', codes: ['1-2'], name: '走访', media: ['video' as const], table: 0, row: 1 }
    const evidence = evidenceOf({ materials, indicators: [fact('1-1', [0, 1]), fact('1-2', [2], { ask })] })
    const activity = { id: 'a', title: '走访', materials: [0, 1, 2], indicators: ['1-1', '1-2'] }
    expect(askedOf(evidence, activity)).toEqual({ times: 2, media: ['paper', 'electronic', 'picture', 'video'] }) // prettier-ignore
    expect(askedOf(evidence, { ...activity, indicators: [] })).toBeUndefined()
  })
})

describe('standing of activities', () => {
  const materials = [materialOf('1.jpg', { kind: 'picture' }), materialOf('表.docx', { kind: 'document' })]
  const date = { from: '2024-03-05', to: '2024-03-05', source: 'folder' as const, text: '' }
  const stand = (activity: object, weights: Weight[]) => standings(evidenceOf({ materials, activities: [{ id: 'a', title: '植树', materials: [0, 1], indicators: [], ...activity }] }), weights).each // prettier-ignore

  it('is lifted by a ledger row of its day and subject', () => {
    const weights = [weight('trace'), weight('trace')]
    expect(stand({ date }, weights)).toEqual(['trace'])
    expect(stand({ date, entries: [{ ledger: 0, entry: 0 }] }, weights)).toEqual(['result'])
  })

  it('is trace where only a filled form tells of a day, and open where nothing does', () => {
    expect(stand({ date }, [weight('issued'), weight('input')])).toEqual(['trace'])
    expect(stand({}, [weight('issued'), weight('input')])).toEqual(['undetermined'])
  })
})
