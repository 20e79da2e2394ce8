import { describe, expect, it } from 'vitest'
import { documentText } from '../../src/fingerprints/documents.ts'
import { ledgersOf } from '../../src/fingerprints/ledgers.ts'
import { nameClaims } from '../../src/fingerprints/names.ts'
import type { MaterialClass } from '../../src/model/audit.ts'
import type { Material } from '../../src/model/material.ts'
import { relateActivities } from '../../src/relations/activities.ts'
import { findSameContent } from '../../src/relations/same-content.ts'
import { withWork } from '../../src/relations/work.ts'
import { StringPool } from '../../src/support/string-pool.ts'
import { isVerifiable } from '../../src/weighing/verifiable-entry.ts'
import { classOfLedger } from '../../src/weighing/entry-class.ts'
import { evidenceOf, materialOf, tableOf } from '../support/evidence.ts'

const noTick = (): void => {}
const pool = new StringPool()

const ledger = (path: string, title: string, rows: string[][], header = ['序号', '日期', '地点', '事项名称', '处理结果']): Material => materialOf(path, { kind: 'table', tables: [tableOf([[title], header, ...rows], pool)] }) // prettier-ignore
const paper = (path: string, ...paragraphs: string[]): Material => materialOf(path, { kind: 'document', paragraphs }) // prettier-ignore
const picture = (path: string): Material => materialOf(path, { kind: 'picture' })
const cases = (month: number, from = 1): string[][] =>
  Array.from({ length: 4 }, (_, i) => [String(from + i), `2024-0${month}-1${i}`, `${'甲乙丙丁'[i]}村口`, `${'水电路桥'[i]}的事`, `已修复${i + from + 2}处，户主签收`]) // prettier-ignore

function work(materials: Material[], classes: Record<string, [MaterialClass, string?]> = {}) {
  const numbered = materials.map((material, i) => ({ ...material, no: i + 1 }))
  const names = numbered.map(nameClaims)
  const documents = numbered.flatMap((material, i) => documentText(material, i) ?? [])
  const { ledgers, forms } = ledgersOf(numbered, pool, noTick)
  const given = {
    materials: numbered,
    names,
    documents,
    ledgers,
    forms,
    pictures: [],
    conversations: [],
    inspection: {}
  }
  const evidence = evidenceOf({ ...given, texts: pool, ...relateActivities(given, noTick), sameContent: findSameContent(numbered, noTick) }) // prettier-ignore
  const spoken = numbered.map(({ path, kind }, i) => {
    const [named, classId] = classes[path] ?? [kind === 'table' ? 'result' : 'trace']
    return { class: named, ...(classId && { classId }), ledgers: ledgers.filter(({ material }) => material === i).map(classOfLedger) } // prettier-ignore
  })
  return withWork(evidence, spoken, isVerifiable, noTick)
}

function shown(...given: Parameters<typeof work>) {
  const { activities, materials } = work(...given)
  return activities.map(({ title, continuing = false, materials: own, entries }) => [title, continuing, own.map(i => materials[i]!.path), ...(entries ? [entries.length] : [])]) // prettier-ignore
}

describe('work outside occasions', () => {
  it('takes quarterly ledgers and their yearly compilation as one work that goes on', () => {
    const files = [
      ledger('热线/一季度.xlsx', '某镇2024年第一季度热线工单办理台账', cases(1)),
      ledger('热线/二季度.xlsx', '某镇2024年第二季度热线工单办理台账', cases(4, 5)),
      ledger('热线/汇总.xlsx', '某镇2024年热线工单办理台账', [...cases(1), ...cases(4, 5)])
    ]
    expect(shown(files)).toEqual([['某镇热线工单办理', true, files.map(({ path }) => path)]])
  })

  it('says of what a paper under a bare title is', () => {
    const report = (path: string): Material => materialOf(path, { kind: 'document', paragraphs: ['检测报告', '样品合格。'] }) // prettier-ignore
    const files = [report('河湖/芦河水质检测报告.docx'), report('河湖/f0012.docx')]
    const classes = Object.fromEntries(files.map(({ path }): [string, [MaterialClass, string]] => [path, ['result', 'R07']])) // prettier-ignore
    expect(shown(files, classes).map(([title]) => title)).toEqual(['检测', '芦河水质检测'])
  })

  it('keeps ledgers of other subjects, and of other villages, apart', () => {
    const files = [
      ledger('张村/走访台账.xlsx', '走访台账', cases(1)),
      ledger('李村/走访台账.xlsx', '走访台账', cases(2)),
      ledger('张村/纠纷调解台账.xlsx', '纠纷调解台账', cases(3))
    ]
    expect(shown(files)).toHaveLength(3)
  })

  it('takes each paper that states a result as one, and copies of it as the same', () => {
    const text = '新桥村公厕改造工程，完成面积42平方米，验收合格，2024年6月1日。施工单位与验收组当场复核。'
    const files = [
      paper('项目/公厕验收单.docx', '竣工验收单', text),
      paper('项目/公厕验收单 - 副本.docx', '竣工验收单', text),
      paper('项目/渠道验收单.docx', '竣工验收单', text.replace('公厕', '渠道'))
    ]
    const classes = Object.fromEntries(files.map(({ path }) => [path, ['result', 'R07'] as [MaterialClass, string]])) // prettier-ignore
    expect(
      shown(files, classes)
        .map(([, , paths]) => (paths as string[]).length)
        .sort()
    ).toEqual([1, 2])
  })

  it('lets plans, summaries, rosters, progress tables and issued papers speak for none', () => {
    const files = [
      paper('年度工作总结.docx', '年度工作总结', '全年办结86件。'),
      paper('实施方案.docx', '实施方案', '分三步。'),
      ledger('重点任务进度表.xlsx', '重点任务进度表', cases(3)),
      ledger('花名册.xlsx', '党员花名册', [['1', '张三', '13800001111', '甲村'], ['2', '李四', '13800001112', '乙村'], ['3', '王五', '13800001113', '丙村']], ['序号', '姓名', '电话', '住址']), // prettier-ignore
      ledger('上级台账.xlsx', '工单办理台账', [...cases(5), ...cases(8, 5)])
    ]
    expect(shown(files, { '年度工作总结.docx': ['mixed', 'M01'], '花名册.xlsx': ['input'], '上级台账.xlsx': ['issued'] })).toEqual([]) // prettier-ignore
  })

  it('notes ledger rows with the occasion of their day and subject, never by the day or a name alone', () => {
    const event = picture('2024-03-05义务植树/1.jpg')
    const row = (what: string, day = '2024-03-05', outcome = '栽活38棵，村委会签收'): string[] => ['1', day, '东坡', what, outcome] // prettier-ignore
    const other = cases(4)
    const entries = (rows: string[][]): number => {
      const found = work([event, ledger('成效台账.xlsx', '为民办事成效登记', [...rows, ...other])])
      return found.activities.find(({ title }) => title === '义务植树')!.entries?.length ?? 0
    }
    expect(entries([row('义务植树')])).toBe(1)
    expect(entries([row('义务植树', '2024-03-06')])).toBe(0)
    expect(entries([row('路灯维修')])).toBe(0)
    expect(entries([row('植树')])).toBe(0)
    expect(entries([row('义务植树', '2024-03-05', '正在办理')])).toBe(0)
  })

  it('gives captioned pictures of a result’s paper to that result', () => {
    const doc = paper('水塘整治前后对比.docx', '水塘整治前后对比', '透明度由12厘米升至45厘米。')
    const inside = { ...picture('水塘整治前后对比.docx!/word/media/image1.jpg'), parent: 0, at: { block: 1, caption: '改造前（2024年5月3日）' } } // prettier-ignore
    expect(shown([doc, inside], { [doc.path]: ['result', 'R08'] })).toEqual([['水塘整治前后对比', false, [doc.path, inside.path]]]) // prettier-ignore
  })

  it('does so where the paper is of a day itself', () => {
    const doc = paper('水塘整治前后对比.docx', '水塘整治前后对比', '2024年7月9日，东坡水塘清淤完工，透明度由12厘米升至45厘米，养护人到场。') // prettier-ignore
    const inside = { ...picture('水塘整治前后对比.docx!/word/media/image1.jpg'), parent: 0, at: { block: 1, caption: '改造前（2024年5月3日）' } } // prettier-ignore
    expect(shown([doc, inside], { [doc.path]: ['result', 'R08'] })).toEqual([['水塘整治前后对比', false, [doc.path, inside.path]]]) // prettier-ignore
    expect(shown([doc, inside])).toHaveLength(2)
  })

  it('gives the same activities in the same order whatever the order of files', () => {
    const files = [
      ledger('a/一季度.xlsx', '某镇2024年第一季度热线工单办理台账', cases(1)),
      ledger('a/汇总.xlsx', '某镇2024年热线工单办理台账', cases(1)),
      picture('2024-03-05义务植树/1.jpg')
    ]
    const ids = (list: Material[]) => work(list).activities.map(({ id, title }) => [id, title])
    expect(ids([...files].reverse())).toEqual(ids(files))
  })
})
