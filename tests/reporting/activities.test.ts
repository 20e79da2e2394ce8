import { read, utils } from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import { renderHtml } from '../../src/reporting/html.ts'
import { renderXlsx } from '../../src/reporting/xlsx.ts'
import { fullAudit } from '../support/full-audit.ts'

describe('the table of activities', () => {
  it.each([
    ['zh', '活动', '日期仅见于相机记录', '持续进行的工作'],
    ['en', 'Activities', 'dated by the camera alone', 'work that goes on']
  ] as const)('says which day only a camera tells, in %s', async (language, name, byCamera, goesOn) => {
    const book = read(Buffer.from(await renderXlsx(fullAudit(), language)))
    const rows = utils.sheet_to_json<string[]>(book.Sheets[name]!, { header: 1, defval: '' }).slice(1)
    expect(rows.map(row => row.at(-1))).toEqual(['', goesOn, byCamera])
    const html = renderHtml(fullAudit(), new Map(), language)
    const shown = [...html.matchAll(/<tr data-activity="(\w+)".*?<\/tr>/gs)].filter(([row]) => row.includes(byCamera)) // prettier-ignore
    expect(shown.map(([, id]) => id)).toEqual(['a3'])
  })
})
