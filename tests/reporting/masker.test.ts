import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Masker } from '../../src/reporting/masker.ts'

const masker = (...names: string[]) => new Masker(new Set(names))

describe('masking', () => {
  it.each([
    ['电话13800001234', '电话[T1]'],
    ['电话 138 0000 1234', '电话 [T1]'],
    ['身份证420106199003051234', '身份证[I1]'],
    ['证号42010619900305123X，', '证号[I1]，'],
    ['ＩＤ４２０１０６１９９００３０５１２３４', 'ＩＤ[I1]'],
    ['卡号6222 0202 0001 2345 678', '卡号[C1]'],
    ['村民李大明反映路灯不亮', '村民[P1]反映路灯不亮'],
    ['由王小红同志负责', '由[P1]同志负责'],
    ['邮箱 zhang.san@example.org', '邮箱 [C1]']
  ])('%s → %s', (text, masked) => expect(masker().text(text)).toBe(masked))

  it('replaces known names wherever they stand, equal ones by the same ordinal', () => {
    const one = masker('张三', '李四')
    expect(one.text('张三与李四交谈，张三表示满意')).toBe('[P1]与[P2]交谈，[P1]表示满意')
    expect(one.value('张三', 'person')).toBe('[P1]')
  })

  it.each(['2024年3月5日', '共12户38人', '投入12.5万元', '文号〔2024〕15号', '面积1380000平方米'])(
    'leaves %s alone',
    text => expect(masker().text(text)).toBe(text)
  )

  it('keeps offsets pointing at the same text', () => {
    const one = masker('欧阳小明')
    const text = '走访欧阳小明家，电话13900000000，反映水管漏水'
    const { text: masked, at } = one.map(text)
    const from = text.indexOf('反映')
    expect(masked.slice(at(from), at(text.length))).toBe('反映水管漏水')
  })

  it('leaves no planted number in any text', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        const text = `${before.replace(/[\d-]/g, '')} 13912345678 ${after.replace(/[\d-]/g, '')}`
        expect(masker().text(text)).not.toContain('13912345678')
      })
    )
  })
})
