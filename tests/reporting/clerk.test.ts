import { describe, expect, it } from 'vitest'
import { leavable } from '../../src/model/advice.ts'
import { byCode, gapsOf } from '../../src/reporting/gaps.ts'
import { renderHtml } from '../../src/reporting/html.ts'

import { fullAudit } from '../support/full-audit.ts'

describe('what the inspection copy can do without', () => {
  it('stands in the clerk’s page as the advice has it, and not in audits that know no purposes', () => {
    const audit = fullAudit()
    expect(renderHtml(audit, new Map(), 'zh')).toContain(`检查副本里可以不放的 · ${leavable(audit).length}`)
    const { purposes: _, ...balance } = audit.balance
    expect(renderHtml({ ...audit, balance }, new Map(), 'zh')).not.toContain('检查副本里可以不放的')
  })
})

describe('the clerk’s page', () => {
  it('lists by indicator what is missing, trace only, barred, and asked for several times', () => {
    const gaps = gapsOf(fullAudit())
    expect(gaps.judged).toBe(true)
    expect(gaps.missing.map(({ code }) => code)).toEqual(['2-10'])
    expect(gaps.traceOnly.map(({ code }) => code)).toEqual(['1-1'])
    expect(gaps.undetermined.map(({ code }) => code)).toEqual(['2-1'])
    expect(gaps.barred.map(({ code }) => code)).toEqual(['2-1'])
    expect(gaps.asked.map(({ id }) => id)).toEqual(['a1'])
  })

  it('goes by activity where indicators were not judged', () => {
    const audit = fullAudit()
    audit.indicators = audit.indicators!.map(({ code }) => ({ code }))
    expect(gapsOf(audit).judged).toBe(false)
    expect(renderHtml(audit, new Map(), 'zh')).toContain('只有过程材料的活动 · 1')
  })

  it('orders codes as people count', () => {
    expect(['2-10', '2-9', '10', '2', 'A-2'].sort(byCode)).toEqual(['2', '2-9', '2-10', '10', 'A-2'])
  })

  it('stands when every optional part is absent, in both languages', () => {
    const { indicators: _, effort: __, fieldCheck: ___, forms: ____, facts: _____, ...rest } = fullAudit()
    const { purposes: _p, indicators: _i, ladder: _l, ...balance } = rest.balance
    for (const language of ['zh', 'en'] as const) {
      const page = renderHtml({ ...rest, balance }, new Map(), language)
      expect(page).not.toMatch(/undefined|\[object|NaN|\{[a-z]+\}/i)
      expect(page).toContain('id="clerk"')
    }
  })

  it('puts effort nowhere on page one, and every part of the audit somewhere', () => {
    const page = renderHtml(fullAudit(), new Map(), 'zh')
    const [one, rest] = page.split('<nav>') as [string, string]
    expect(one).not.toMatch(/小时|工作量|标准成本/)
    for (const part of [
      '标准成本手册',
      '3 – 9.5',
      '90 – 285',
      '走访登记表',
      '县委宣传部',
      '应急演练',
      '《机关档案管理规定》',
      'no-study-notes',
      '归类由人按文件夹指定',
      '持续进行的工作',
      '从 15 条中',
      '重复 №6',
      '有数量、日期和对象'
    ])
      // prettier-ignore
      expect(rest, part).toContain(part)
    expect(rest).not.toMatch(/undefined|\[object|NaN/)
  })

  it('never lists the name of material with a secrecy mark', () => {
    for (const masking of ['masked', 'full', 'statistics']) {
      const audit = fullAudit()
      audit.settings['masking'] = masking
      expect(renderHtml(audit, new Map(), 'zh')).not.toContain('内部事项')
    }
  })
})
