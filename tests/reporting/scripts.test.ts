import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { renderHtml } from '../../src/reporting/html.ts'
import { openBrowser } from '../support/browser.ts'
import { fullAudit, type Field } from '../support/full-audit.ts'
import { SCRIPT_STRINGS } from '../support/script-strings.ts'

const TARGETS = ['unit', 'package', 'path', 'sheet', 'header', 'cell', 'note', 'indicator', 'asks', 'activity', 'place', 'word', 'passage', 'claimed'] as const satisfies readonly Field[] // prettier-ignore
const PER_PAGE = 5

const work = mkdtempSync(join(tmpdir(), 'henshi-scripts-'))
let browser: Browser
beforeAll(async () => void (browser = await openBrowser()), 60_000)
afterAll(async () => {
  await browser?.close()
  rmSync(work, { recursive: true, force: true })
})

describe('script strings in the HTML report', () => {
  it('are sixty over fourteen fields', () => {
    expect(new Set(SCRIPT_STRINGS).size).toBe(60)
    expect(TARGETS).toHaveLength(14)
  })

  const batches = Array.from({ length: Math.ceil(SCRIPT_STRINGS.length / PER_PAGE) }, (_, i) =>
    SCRIPT_STRINGS.slice(i * PER_PAGE, (i + 1) * PER_PAGE)
  )
  it.each(batches.map((batch, i) => [i + 1, batch]))('stay text, batch %i', async (number, batch) => {
    const audit = fullAudit((field, plain) => (TARGETS as readonly Field[]).includes(field) ? `${plain}${(batch as string[]).join(' ')}` : plain) // prettier-ignore
    audit.settings['masking'] = 'full'
    audit.settings['reason'] = (batch as string[]).join(' ')
    audit.decisions = audit.findings.map(({ id, check }) => ({ finding: id, check, decision: 'explained', note: (batch as string[]).join(' '), who: (batch as string[])[0]!.slice(0, 60), at: '2026-11-26T10:00:00', source: 'unit' })) // prettier-ignore
    audit.declarations = (batch as string[]).map((text, i) => ({ id: String(i), text, who: text.slice(0, 60), at: text, under: text })) // prettier-ignore
    const file = join(work, `${number as number}.html`)
    writeFileSync(file, renderHtml(audit, new Map(), 'zh', { names: [] }))
    const page = await browser.newPage()
    const fired: string[] = []
    await page.exposeFunction('fired', () => void fired.push('called'))
    page.on('dialog', dialog => void (fired.push(dialog.message()), dialog.dismiss()))
    page.on('console', message => fired.push(message.text()))
    page.on('pageerror', error => fired.push(error.message))
    page.on('request', request => void (/^(?:file|data):/.test(request.url()) || fired.push(request.url())))
    await page.goto(pathToFileURL(file).href)
    await page.mouse.move(200, 200)
    const made = await page.evaluate(() => ({
      elements: document.querySelectorAll('script, iframe, object, embed, base, form, input, link, video, audio, marquee, math, meta[http-equiv=refresh]').length, // prettier-ignore
      handlers: [...document.querySelectorAll('*')].flatMap(element => [...element.attributes].filter(({ name, value }) => name.startsWith('on') || /^\s*(?:javascript|vbscript):/i.test(value))).length, // prettier-ignore
      links: [...document.querySelectorAll('a')].filter(link => !link.getAttribute('href')!.startsWith('#')).length, // prettier-ignore
      text: document.body.textContent ?? ''
    }))
    expect(fired).toEqual([])
    expect({ ...made, text: '' }).toEqual({ elements: 0, handlers: 0, links: 0, text: '' })
    // Escaped, not dropped.
    for (const string of batch as string[]) expect(made.text).toContain(string.replaceAll('\u0000', '\ufffd'))
    expect(await page.locator('main').count()).toBe(1)
    await page.close()
  })
})
