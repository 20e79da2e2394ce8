import { describe, expect, it } from 'vitest'
import { nameClaims } from '../../src/fingerprints/names.ts'
import type { IndicatorAsk } from '../../src/model/evidence.ts'
import { relateIndicators } from '../../src/relations/indicators.ts'
import { evidenceOf, materialOf } from '../support/evidence.ts'

const ask = (code: string, name: string, codes = [code]): IndicatorAsk => ({ code, codes, name, media: [], table: 0, row: 1 }) // prettier-ignore

function relate(paths: string[], asks: IndicatorAsk[], source: 'given' | 'list' = 'list') {
  const materials = paths.map((path, i) => materialOf(path, { no: i + 1, kind: 'document' }))
  const names = materials.map(nameClaims)
  const indicatorOf = names.map(({ indicator }) => indicator)
  const { indicators, indicatorOf: of } = relateIndicators(evidenceOf({ materials, names, indicatorOf, indicatorLists: asks.length > 0 ? [{ material: 0, source, filled: false, asks }] : [] })) // prettier-ignore
  return {
    of,
    shown: indicators.map(({ code, source: from, materials: own, unsure }) => [code, from, own.length, unsure]) // prettier-ignore
  }
}

describe('indicators and what is filed under them', () => {
  it('matches folders by code however written, and sees what is missing', () => {
    const { of, shown } = relate(
      ['1-1-1志愿服务/a.docx', '1.1.2 宣传/b.docx', '一、党建/（二）学习/c.docx'],
      [ask('1-1-1', '志愿服务'), ask('1-1-2', '宣传教育'), ask('1-2', '学习'), ask('1-3', '政务公开')]
    )
    expect(of).toEqual(['1-1-1', '1-1-2', '1-2'])
    expect(shown).toEqual([['1-1-1', 'list', 1, false], ['1-1-2', 'list', 1, false], ['1-2', 'list', 1, false], ['1-3', 'list', 0, false]]) // prettier-ignore
  })

  it('matches by name where folders carry no codes, and leaves what is only alike unmatched', () => {
    const { of } = relate(
      ['志愿服务工作/a.docx', '安全生产/b.docx', '其他/c.docx'],
      [ask('1', '志愿服务'), ask('2', '安全生产例会')]
    )
    expect(of).toEqual(['1', undefined, undefined])
  })

  it('goes by the name where codes were renumbered', () => {
    const { of } = relate(['1-1-1 宣传教育/a.docx'], [ask('1-1-1', '志愿服务'), ask('1-1-2', '宣传教育')])
    expect(of).toEqual(['1-1-2'])
  })

  it('takes the outer code of a coarser list, and a short code only where it is one indicator’s', () => {
    const list = [ask('1-2', '组织生活'), ask('1-3', '学习', ['1-3', '3']), ask('2-3', '巡查', ['2-3', '3'])]
    expect(relate(['1-2-5 三会一课/a.docx', '3、资料汇编/b.docx'], list).of).toEqual(['1-2', '3'])
  })

  it('says nothing is missing where the filing does not follow the list, or a coarser folder may hold it', () => {
    const asks = [ask('1-1', '志愿服务'), ask('1-2', '宣传教育')]
    expect(relate(['照片/a.docx', '总结.docx'], asks).shown.map(([, , , unsure]) => unsure)).toEqual([true, true]) // prettier-ignore
    const coarser = relate(['1 党建/a.docx', '2-1 制度/b.docx', '2-1 制度/c.docx'], [ask('1-1', '三会一课'), ask('2-1', '制度'), ask('3-1', '公开')]) // prettier-ignore
    expect(coarser.shown).toEqual([['1', 'folder', 1, true], ['1-1', 'list', 0, true], ['2-1', 'list', 2, false], ['3-1', 'list', 0, false]]) // prettier-ignore
  })

  it('knows files by the codes of their own names', () => {
    expect(relate(['1-2-3志愿服务.docx', '2024.3.5走访.docx'], [ask('1-2-3', '志愿')]).of).toEqual(['1-2-3', undefined]) // prettier-ignore
  })

  it('keeps folder codes as indicators where there is no list, in the order of their numbers', () => {
    expect(relate(['1-10-1 乙/a.docx', '1-2-1 甲/b.docx'], []).shown).toEqual([['1-2-1', 'folder', 1, true], ['1-10-1', 'folder', 1, true]]) // prettier-ignore
  })
})
