import ExcelJS from 'exceljs'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Download } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { PATIENCE, phrase, TestWindow } from './window.ts'

/** What leaves the window as files, and what comes back. */
describe('exports', { timeout: PATIENCE }, () => {
  let window: TestWindow
  let id: string

  beforeAll(async () => {
    window = await TestWindow.open()
    window.addSample()
    id = await window.audited()
  }, PATIENCE)
  afterEach(() => expect(window.complaints).toEqual([]))
  afterAll(() => window?.close())

  const zip = /^PK\x03\x04/
  const KINDS = { html: /^<!doctype html>/i, xlsx: zip, json: /^\{\s*"schema":\s*"henshi\.audit\/1"/, henshi: zip, verification: zip, askers: zip } // prettier-ignore

  it('saves every kind of file, each beginning as it should', async () => {
    await window.go('report', id)
    for (const [what, start] of Object.entries(KINDS)) {
      const { name, bytes } = await saved(window, phrase(`report.file.${what}`))
      expect(bytes.toString('latin1').slice(0, 80), name).toMatch(start)
    }
  })

  it('shows the report before it is saved, in a frame that runs nothing', async () => {
    const { page } = window
    await window.go('report', id)
    const frame = page.frameLocator('iframe')
    await frame.locator('h1').first().waitFor()
    await page.getByRole('radio', { name: phrase('report.form.summary') }).check()
    await frame.locator('body').waitFor()
    expect(await page.locator('iframe').getAttribute('sandbox')).toBe('')
  })

  it('opens the two pages to print in a tab of their own', async () => {
    const { page } = window
    await window.go('report', id)
    const [tab] = await Promise.all([
      page.context().waitForEvent('page'),
      page.getByRole('button', { name: phrase('report.printSummary') }).click()
    ])
    await tab.locator('h1').first().waitFor()
    expect(await tab.content()).toMatch(/^<!doctype html>/i)
    await tab.close()
  })

  it('takes a verification sheet that came back: what was answered is explained, with who and when', async () => {
    const { page } = window
    await window.go('inspect', id)
    const { name, bytes } = await saved(window, phrase('inspect.sheetOut'))
    const { filled, finding } = await answered(bytes)
    await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer: filled }) // prettier-ignore
    await page.locator('#content p[role=status]').waitFor()
    expect(await page.locator('#content p[role=status]').innerText()).toMatch(/^已记入 1 项/)
    const view = await window.call('finding', { package: id, id: finding })
    expect({ state: view.state, ...view.decision }).toMatchObject({ state: 'explained', who: '张审核', source: 'answer' }) // prettier-ignore
    await window.go('findings', id, { id: finding })
    await page.locator(`article[aria-labelledby="finding-${finding}"] .note`, { hasText: '张审核' }).waitFor()
  })

  it('opens a saved .henshi again, without the package and with its pictures', async () => {
    const { page } = window
    await window.go('report', id)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: phrase('report.file.henshi') }).click()
    ])
    await download.saveAs(join(window.home, 'Desktop', '交给同事.henshi'))
    const findings = (await window.call('findings', { package: id })).total
    await window.go('open')
    await window.button('open.chooseAny').click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Desktop' }).click()
    await dialog.getByRole('button', { name: '交给同事.henshi' }).dblclick()
    await page.locator('.top-bar').getByText(phrase('frame.saved'), { exact: true }).waitFor()
    await page.locator('.count-link').first().waitFor()
    const other = (await window.call('queue')).find(({ saved }) => saved)!
    expect((await window.call('findings', { package: other.package })).total).toBe(findings)
    const pictures = (await window.call('findings', { package: other.package, limit: 500 })).rows.find(({ kind }) => kind === 'pictures')! // prettier-ignore
    await window.go('findings', other.package, { id: pictures.id })
    await page.locator('[data-pane="pictures"] img').first().waitFor()
  })
})

/** Presses a button that saves, and what was saved. */
async function saved({ page }: TestWindow, button: string): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([
    page.waitForEvent('download') as Promise<Download>,
    page.getByRole('button', { name: button, exact: true }).click()
  ])
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
}

/** The sheet with its first row answered as a unit would, and the finding that row asks about. */
async function answered(bytes: Buffer): Promise<{ filled: Buffer; finding: string }> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(new Uint8Array(bytes).buffer)
  const sheet = book.worksheets[0]!
  const codeOf = (at: number): string =>
    sheet
      .getRow(at)
      .getCell(1)
      .text.replace(/[^0-9a-f]/g, '')
  let first = 1
  while (codeOf(first).length !== 16) first++
  const row = sheet.getRow(first)
  row.getCell(8).value = '情况说明如右'
  row.getCell(9).value = '5 月 3 日统一拍摄'
  row.getCell(11).value = '张审核'
  row.getCell(12).value = '2026-03-05'
  return { filled: Buffer.from(await book.xlsx.writeBuffer()), finding: codeOf(first) }
}
