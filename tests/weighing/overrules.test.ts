import { describe, expect, it } from 'vitest'
import { weigh } from '../../src/weighing/balance.ts'
import { classify } from '../../src/weighing/classify.ts'
import { overrule, type Overrule } from '../../src/weighing/overrules.ts'
import { fingerprint } from '../../src/fingerprints/index.ts'
import { StringPool } from '../../src/support/string-pool.ts'
import { noTick } from '../../src/support/tick.ts'
import { evidenceOf, materialOf, tableOf } from '../support/evidence.ts'

const account = [
  '志愿服务活动记录',
  '3月5日，志愿者在东街清扫落叶，现场气氛热烈，群众纷纷表示很好。活动到中午结束。'
]

function packageOf() {
  const texts = new StringPool()
  const document = (path: string) =>
    materialOf(path, { kind: 'document', format: 'docx', paragraphs: account })
  const ledger = materialOf('台账/走访.xlsx', {
    kind: 'table',
    format: 'xlsx',
    tables: [tableOf([['日期', '走访对象', '走访内容'], ['2024-03-01', '王一', '宣传政策'], ['2024-03-02', '王二', '了解生活'], ['2024-03-03', '王三', '宣传防火']], texts)] // prettier-ignore
  })
  const materials = [document('甲/乙/一.docx'), document('甲/二.docx'), document('甲乙/三.docx'), ledger]
  return { ...evidenceOf({ materials, texts }), ...fingerprint(materials, texts, {}, noTick) }
}

function classes(overrules: readonly Overrule[]) {
  return classify(packageOf(), noTick, overrules).map(({ class: named, overruled }) => [named, overruled?.by, overruled?.from]) // prettier-ignore
}

const untouched = ['trace', undefined, undefined]

describe('a person’s word', () => {
  it('gives one material its class, by content or by path, and says what it was', () => {
    const { sha256 } = packageOf().materials[0]!
    const given = ['result', 'material', 'trace']
    expect(classes([{ by: 'material', sha256, class: 'result' }])).toEqual([
      given,
      untouched,
      untouched,
      untouched
    ])
    expect(classes([{ by: 'material', path: '甲/二.docx', class: 'result' }])).toEqual([untouched, given, untouched, untouched]) // prettier-ignore
  })

  it('holds for what lies under a folder, not for a folder that begins alike', () => {
    const given = ['issued', 'folder', 'trace']
    expect(classes([{ by: 'folder', path: '甲/', class: 'issued' }])).toEqual([
      given,
      given,
      untouched,
      untouched
    ])
  })

  it('holds for all that one rule decided', () => {
    const id = classify(packageOf(), noTick)[0]!.classId!
    const given = ['mixed', 'rule', 'trace']
    expect(classes([{ by: 'rule', classId: id, class: 'mixed' }])).toEqual([given, given, given, untouched])
  })

  it('is heard from the narrowest: material, inner folder, folder, rule', () => {
    const [first, second] = classes([
      { by: 'material', path: '甲/乙/一.docx', class: 'unknown' },
      { by: 'folder', path: '甲', class: 'issued' },
      { by: 'rule', classId: 'T08', class: 'mixed' }
    ])
    expect([first![0], second![0]]).toEqual(['unknown', 'issued'])
    expect(classes([{ by: 'folder', path: '甲/乙', class: 'input' }, { by: 'folder', path: '甲', class: 'issued' }])[0]![0]).toBe('input') // prettier-ignore
  })

  it('carries into entries and shares, and changes nothing else', () => {
    const evidence = packageOf()
    const before = classify(evidence, noTick)
    const after = classify(evidence, noTick, [
      { by: 'material', path: '台账/走访.xlsx', class: 'result', note: '已电话核实' }
    ])
    expect(weigh(evidence, before).entries).toMatchObject({ trace: 3, result: 0 })
    expect(weigh(evidence, after).entries).toMatchObject({ trace: 0, result: 3 })
    expect(weigh(evidence, after).files).toMatchObject({ trace: 3, result: 1 })
    expect(after.slice(0, 3)).toEqual(before.slice(0, 3))
    expect(after[3]).toMatchObject({ class: 'result', ladder: 'E2', overruled: { by: 'material', from: 'trace', note: '已电话核实' } }) // prettier-ignore
    expect(after[3]!.change).toBeUndefined()
  })

  it('absent, leaves every weight as it is', () => {
    const evidence = packageOf()
    const weights = classify(evidence, noTick)
    expect(overrule(evidence, weights, [])).toEqual(weights)
  })
})
