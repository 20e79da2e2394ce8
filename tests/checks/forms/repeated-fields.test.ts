import { describe, expect, it } from 'vitest'
import check from '../../../src/checks/forms/repeated-fields.ts'
import { runChecks } from '../../../src/checks/run.ts'
import { fingerprint } from '../../../src/fingerprints/index.ts'
import { finding as schema } from '../../../src/model/audit.ts'
import type { SameContent } from '../../../src/model/evidence.ts'
import { dataFormsOf } from '../../../src/relations/data-forms.ts'
import { findFieldFamilies } from '../../../src/relations/repeated-fields.ts'
import { sha256 } from '../../../src/support/hashing.ts'
import { StringPool } from '../../../src/support/string-pool.ts'
import { noTick } from '../../../src/support/tick.ts'
import { evidenceOf, materialOf, tableOf } from '../../support/evidence.ts'

type Person = { name: string; id: string; phone: string; home: string }
const people: Person[] = Array.from({ length: 12 }, (_, i) => ({
  name: `${'赵钱孙李周吴郑王冯陈褚卫'[i]}建${'国华民军平安'[i % 6]}`,
  id: `77010119600101${String(1000 + i)}`,
  phone: `1540000${String(1000 + i)}`,
  home: `枫坪村三组${i + 1}号`
}))
const HEADER = ['序号', '姓名', '身份证号', '出生日期', '民族', '文化程度', '家庭住址']
const row = ({ name, id, home }: Person, i: number) => [
  `${i + 1}`,
  name,
  id,
  '1960-01-01',
  '汉族',
  '初中',
  home
]
const form = (title: string, header: string[], rows: string[][], remark = '填报单位：梨湾镇') => [[title], [remark], header, ...rows] // prettier-ignore

function run(sheets: Record<string, string[][]>, sameContent: SameContent[] = []) {
  const texts = new StringPool()
  const materials = Object.entries(sheets).map(([path, rows]) => materialOf(path, { kind: 'table', sha256: sha256(JSON.stringify(rows)), tables: [tableOf(rows, texts)] })) // prettier-ignore
  const facts = fingerprint(materials, texts, { unit: '云泽县梨湾镇人民政府' }, noTick)
  const dataForms = dataFormsOf(facts)
  const claimedDateOf = materials.map(() => undefined)
  const fieldFamilies = findFieldFamilies(
    { ...facts, materials, dataForms, claimedDateOf, sameContent },
    noTick
  )
  return runChecks([check], evidenceOf({ ...facts, materials, texts, dataForms, fieldFamilies }), noTick)
}

const civil = form('云泽县民政局困难群众基本信息采集表', HEADER, people.map(row))
const health = form('重点人群登记表', ['序号', '姓名', '身份证号码', '出生年月', '民族', '学历', '现住址', '婚姻状况'], people.slice(2).map((person, i) => [...row(person, i), '已婚']), '制表机关：县卫健局　　表号：卫3表') // prettier-ignore

describe('repeated-fields', () => {
  it('reports two offices that ask the same once, as the askers’ matter, counting cells beyond identification', () => {
    const { findings } = run({ 'a.xlsx': civil, 'b.xlsx': health })
    expect(findings).toHaveLength(1)
    const [finding] = findings
    expect(schema.parse(finding)).toEqual(finding)
    expect(finding).toMatchObject({
      message: 'askedBySeveral',
      owner: 'asker',
      strength: 'moderate',
      words: { forms: 2, askers: 2, fields: 4, subjects: 10, cells: 40 }
    })
    expect(finding!.words.askerNames).toContain('云泽县民政局')
    expect(finding!.words.askerNames).toContain('县卫健局')
    expect(JSON.stringify(finding)).not.toContain(people[3]!.name)
  })

  it('is strong about thirty people and two askers, weak where nothing says who asks', () => {
    const many = Array.from({ length: 30 }, (_, i): Person => ({ ...people[i % 12]!, id: `77010119600101${2000 + i}` })) // prettier-ignore
    const rows = many.map(row)
    const other = ['序号', '姓名', '身份证号', '文化程度', '出生日期', '民族', '家庭住址']
    const swapped = many.map((person, i) => { const [n, name, id, born, folk, school, home] = row(person, i); return [n!, name!, id!, school!, born!, folk!, home!] }) // prettier-ignore
    const stated = run({ 'a.xlsx': form('云泽县民政局困难群众采集表', HEADER, rows), 'b.xlsx': form('县残联家庭情况调查表', other, swapped) }) // prettier-ignore
    expect(stated.findings.map(({ strength }) => strength)).toEqual(['strong'])
    const silent = run({ 'a.xlsx': form('困难群众采集表', HEADER, rows), 'b.xlsx': form('家庭情况调查表', other, swapped) }) // prettier-ignore
    expect(silent.findings.map(({ strength, message }) => [strength, message])).toEqual([['weak', 'askedByUnknown']]) // prettier-ignore
  })

  it('is clear about one form split by quarters or villages, and about a form and its copy', () => {
    const quarter = (name: string) => form(`梨湾镇2024年第${name}季度困难群众核查表`, HEADER, people.map(row))
    expect(run({ 'a.xlsx': quarter('一'), 'b.xlsx': quarter('二'), 'c.xlsx': health.slice(0, 4) }).verdicts[0]!.answer).toBe('clear') // prettier-ignore
    const copied: SameContent = { members: [0, 1], by: 'cells' }
    expect(run({ 'a.xlsx': civil, 'b.xlsx': form('另一张完全不同名的表格', ['编号', ...HEADER.slice(1)], people.map(row)) }, [copied]).verdicts[0]!.answer).toBe('clear') // prettier-ignore
  })

  it('is clear about namesakes, and about lists and ledgers that must name whom they are about', () => {
    const namesakes = people.map((person, i): Person => ({ ...person, id: `77990119600101${3000 + i}`, home: `栗岭村一组${i + 40}号` })) // prettier-ignore
    expect(run({ 'a.xlsx': civil, 'b.xlsx': [...health.slice(0, 3), ...namesakes.map((person, i) => [...row(person, i), '未婚'])] }).verdicts[0]!.answer).toBe('clear') // prettier-ignore
    const signed = form('培训签到表', ['序号', '姓名', '身份证号', '联系电话', '签名'], people.map(({ name, id, phone }, i) => [`${i + 1}`, name, id, phone, ''])) // prettier-ignore
    expect(run({ 'a.xlsx': civil, 'b.xlsx': signed }).verdicts[0]).toMatchObject({ answer: 'undecided', because: 'oneForm' }) // prettier-ignore
    expect(run({ 'b.xlsx': signed }).verdicts[0]).toMatchObject({
      answer: 'notApplicable',
      because: 'noForms'
    })
  })

  it('keeps its id when files are renamed', () => {
    const id = (sheets: Record<string, string[][]>) => run(sheets).findings[0]!.id
    const one = id({ 'a.xlsx': civil, 'b.xlsx': health })
    const other = id({ 'z/x.xlsx': civil, 'y/w.xlsx': health })
    expect(one).toBe(other)
  })
})
