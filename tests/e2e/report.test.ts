import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { figuresOf, recomputed } from '../support/report-sums.ts'
import { henshi, home, readAudit, samplePackage, warmReadings } from './sample.ts'

const work = mkdtempSync(join(tmpdir(), 'henshi-report-'))
let browser: Browser

beforeAll(async () => {
  const { folder } = samplePackage()
  warmReadings(home())
  for (const lang of ['zh', 'en'])
    await henshi(['audit', folder, '--out', join(work, lang), '--lang', lang, '--quiet'])
  browser = await openBrowser()
}, 180_000)

afterAll(async () => {
  await browser?.close()
  rmSync(work, { recursive: true, force: true })
})

describe.each(['zh', 'en'] as const)('the HTML report in %s', lang => {
  const file = () => join(work, lang, 'report.html')

  it('opens without a message in the console, without network and without script', async () => {
    const page = await browser.newPage()
    const noise: string[] = []
    page.on('console', message => noise.push(message.text()))
    page.on('pageerror', error => noise.push(error.message))
    page.on('request', request => void (/^(?:file|data):/.test(request.url()) || noise.push(request.url())))
    await page.goto(pathToFileURL(file()).href)
    expect(noise).toEqual([])
    expect(await page.locator('script').count()).toBe(0)
    expect(await page.locator('html').getAttribute('lang')).toBe(lang === 'zh' ? 'zh-CN' : 'en')
    await page.close()
  })

  it('shows the activities first, a chart, every finding up to 200 and its evidence', async () => {
    const audit = readAudit(join(work, lang, 'audit.json'))
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } })
    await page.goto(pathToFileURL(file()).href)
    const first = (await page.locator('.first.activities b').allTextContents()).map(Number)
    const { result, trace, undetermined } = audit.balance.activities
    expect(first).toEqual([result, trace, undetermined])
    expect(await page.locator('svg').count()).toBe(3)
    expect(await page.locator('article').count()).toBe(Math.min(200, audit.findings.length))
    const broken = await page
      .locator('img')
      .evaluateAll(images => images.filter(image => !(image as HTMLImageElement).naturalWidth).length)
    expect(broken).toBe(0)
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth
    )
    expect(overflow).toBe(0)
    await page.close()
  })

  it('lets every number on page one be worked out from its own tables', () => {
    const page = readFileSync(file(), 'utf8')
    expect(recomputed(page)).toEqual(figuresOf(page))
  })

  it('says no word of the other language and leaves no template unfilled', () => {
    const text = readFileSync(file(), 'utf8')
      .replace(/<style>[\s\S]*?<\/style>/, '')
      .replace(/<[^>]+>/g, ' ')
    expect(text).not.toMatch(/\{[a-zA-Z]+\}/)
    expect(text).not.toMatch(/undefined|\[object|NaN/)
    if (lang === 'zh') expect(text).not.toMatch(/What would clear it|to be checked/)
    else expect(text).not.toMatch(/什么可以说明清楚|有待核实/)
  })

  it('prints on A4', async () => {
    const page = await browser.newPage()
    await page.goto(pathToFileURL(file()).href)
    const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true })
    expect(pdf.length).toBeGreaterThan(20_000)
    await page.close()
  })
})
