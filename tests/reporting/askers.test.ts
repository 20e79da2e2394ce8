import { read, utils } from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import { askersOf } from '../../src/reporting/askers.ts'
import { renderHtml } from '../../src/reporting/html.ts'
import { renderAskers } from '../../src/reporting/xlsx.ts'
import { fullAudit } from '../support/full-audit.ts'

async function rowsOf(asker?: string): Promise<string[][]> {
  const book = read(Buffer.from(await renderAskers(fullAudit(), 'zh', { asker })))
  return utils.sheet_to_json<string[]>(book.Sheets[book.SheetNames[0]!]!, { header: 1, defval: '' })
}

describe('what only the asker can mend', () => {
  it('stands with each that asked: evidence several times, several media, barred content, findings', () => {
    const shown = askersOf(fullAudit()).map(({ asker, evidence, media, barred, findings }) => [asker, evidence.map(({ id }) => id), media.map(({ code }) => code), barred.map(({ code }) => code), findings.map(({ id }) => Number(id))]) // prettier-ignore
    expect(shown).toEqual([
      ['县委办', ['a1'], ['1-1'], [], [3, 4]],
      ['县委宣传部', [], [], ['2-1'], []],
      ['县民政局', ['a1'], [], [], []]
    ])
  })

  it('names forms that ask what others ask, and leaves forms of their own alone', () => {
    const audit = fullAudit()
    const form = (id: string, family?: string, asker?: string) => ({ id, title: id, materials: [3], fields: ['name'], ...(family ? { family } : {}), ...(asker ? { asker } : {}) }) // prettier-ignore
    audit.forms = [form('f1', 'f1', '甲局'), form('f2', 'f1'), form('f3', undefined, '甲局')]
    const parts = askersOf(audit)
    expect(parts.find(({ asker }) => asker === '甲局')!.forms).toMatchObject([{ form: { id: 'f1' }, others: 1 }]) // prettier-ignore
    expect(parts.at(-1)).toMatchObject({ asker: '', forms: [{ form: { id: 'f2' } }] })
  })

  it('orders askers by name, whatever they asked', () => {
    const names = askersOf(fullAudit()).map(({ asker }) => asker)
    const audit = fullAudit()
    audit.indicators!.reverse()
    audit.activities.reverse()
    expect(askersOf(audit).map(({ asker }) => asker)).toEqual(names)
  })

  it('is exported for all, or for one alone', async () => {
    expect(new Set((await rowsOf()).slice(2).map(([asker]) => asker))).toEqual(new Set(['县委办', '县委宣传部', '县民政局'])) // prettier-ignore
    expect((await rowsOf('县委宣传部')).slice(2).map(([asker]) => asker)).toEqual(['县委宣传部'])
    expect((await rowsOf('没有这家'))[2]!.join('')).toContain('没有见到')
  })

  it('stands in the report, escaped', () => {
    const audit = fullAudit((field, plain) => (field === 'asker' ? '<img src=x onerror=fired()>' : plain))
    const page = renderHtml(audit, new Map(), 'zh')
    expect(page).toContain('id="askers"')
    expect(page).not.toContain('<img')
  })
})
