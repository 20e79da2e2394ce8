import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Audit } from '../../src/model/audit.ts'
import { renderSummary } from '../../src/reporting/summary.ts'
import { openBrowser } from '../support/browser.ts'
import { fullAudit } from '../support/full-audit.ts'
import { SCRIPT_STRINGS } from '../support/script-strings.ts'

const work = mkdtempSync(join(tmpdir(), 'henshi-summary-'))
let browser: Browser
beforeAll(async () => void (browser = await openBrowser()), 60_000)
afterAll(async () => {
  await browser?.close()
  rmSync(work, { recursive: true, force: true })
})

/** As much of everything as could ever stand there, and all of it long. */
function longest(): Audit {
  const long = '很长的名称 and a very long name without any end '.repeat(8)
  const audit = fullAudit((field, plain) => (field === 'path' ? plain : `${plain}${long}`))
  audit.settings = { masking: 'full', reason: long }
  audit.partial = 'cancelled'
  audit.balance.determinable = false
  audit.balance.activities = { result: 1234567, trace: 1234567, undetermined: 1234567 }
  audit.findings = Array.from({ length: 40 }, (_, i) => ({ ...audit.findings[i % 4]!, id: i.toString(16).padStart(16, '0') })) // prettier-ignore
  audit.troubles = Array.from({ length: 40 }, (_, i) => ({ path: `${'很长的文件夹/'.repeat(30)}${i}.xlsx`, code: 'E_LIMIT_MEMORY', detail: long })) // prettier-ignore
  audit.decisions = audit.findings.slice(0, 9).map(({ id, check }) => ({ finding: id, check, decision: 'explained', note: long, at: '2026-11-26T10:00:00', source: 'person' })) // prettier-ignore
  return audit
}

async function opened(audit: Audit, language: 'zh' | 'en') {
  const file = join(work, `${Math.random().toString(36).slice(2)}.html`)
  writeFileSync(file, renderSummary(audit, language))
  const page = await browser.newPage()
  await page.goto(pathToFileURL(file).href)
  return page
}

describe('the summary to print', () => {
  const cases = (['zh', 'en'] as const).flatMap(language => [[language, 'short', fullAudit()], [language, 'longest', longest()]] as const) // prettier-ignore
  it.each(cases)('is two pages of A4 with nothing cut off, %s, %s', async (language, _, audit) => {
    const page = await opened(audit, language)
    const pdf = await page.pdf({ preferCSSPageSize: true })
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(2)
    await page.emulateMedia({ media: 'print' })
    const sheets = await page.evaluate(() =>
      [...document.querySelectorAll('.sheet')].map(sheet => {
        const box = sheet.getBoundingClientRect()
        const bottom = Math.max(...[...sheet.querySelectorAll('*')].filter(each => each.getClientRects().length > 0 && !each.closest('.clamp, dd, .warning')).map(each => each.getBoundingClientRect().bottom)) // prettier-ignore
        const last = sheet.querySelector('.foot')!.previousElementSibling!.getBoundingClientRect().bottom
        return { over: bottom > box.bottom + 1, onFoot: last > sheet.querySelector('.foot')!.getBoundingClientRect().top + 1 } // prettier-ignore
      })
    )
    expect(sheets).toEqual([
      { over: false, onFoot: false },
      { over: false, onFoot: false }
    ])
    await page.close()
  })

  it('says on every page that a run was stopped, and only then', async () => {
    const audit = fullAudit()
    expect(renderSummary(audit, 'zh')).not.toContain('class="partial"')
    audit.partial = 'cancelled'
    const page = await opened(audit, 'zh')
    expect(await page.locator('.partial').evaluate(each => getComputedStyle(each).position)).toBe('fixed')
    await page.close()
  })

  it('does its sums, and leaves out what a report of statistics leaves out', () => {
    const html = renderSummary(fullAudit(), 'zh')
    expect(html).toContain('data-figure="activities.result">1<')
    const audit = fullAudit()
    audit.settings['masking'] = 'statistics'
    expect(renderSummary(audit, 'zh')).not.toContain('损坏.xlsx')
    expect(renderSummary(fullAudit(), 'zh')).not.toContain('内部事项')
  })

  it('runs nothing that stands in the package', async () => {
    const audit = fullAudit((field, plain) => (field === 'basis' ? plain : `${plain}${SCRIPT_STRINGS.slice(0, 20).join(' ')}`)) // prettier-ignore
    audit.settings = { masking: 'full', reason: SCRIPT_STRINGS.join(' ') }
    const page = await opened(audit, 'en')
    const made = await page.evaluate(() => ({
      elements: document.querySelectorAll('script, iframe, object, embed, base, form, input, link, img, a').length, // prettier-ignore
      handlers: [...document.querySelectorAll('*')].filter(element => [...element.attributes].some(({ name }) => name.startsWith('on'))).length // prettier-ignore
    }))
    expect(made).toEqual({ elements: 0, handlers: 0 })
    await page.close()
  })
})
