import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Locator } from 'playwright-core'
import type { FindingRow } from '../../../src/desk/contract.ts'
import { PATIENCE, phrase, TestWindow } from './window.ts'

/** Looking closely: two pictures against each other, rows taken elsewhere; and what a unit says of itself beforehand. */
describe('evidence in the window', { timeout: PATIENCE }, () => {
  let window: TestWindow
  let id: string
  let rows: FindingRow[]

  beforeAll(async () => {
    window = await TestWindow.open()
    window.addSample()
    id = await window.audited()
    rows = (await window.call('findings', { package: id, limit: 500 })).rows
  }, PATIENCE)
  afterEach(() => expect(window.complaints).toEqual([]))
  afterAll(() => window?.close())

  it('lays two pictures side by side, zooms both at once or each alone, and fetches a larger one for it', async () => {
    const pane = await pictures(window)
    const frames = pane.locator('.frame')
    expect(await frames.count()).toBe(2)
    await pane.locator('img').nth(1).waitFor()
    const small = await widthOf(pane.locator('img').first())
    expect(small).toBeGreaterThan(0)
    await frames.first().focus()
    await window.page.keyboard.press('+')
    await window.page.keyboard.press('+')
    expect(await frames.locator('.scale').allInnerTexts()).toEqual(['156%', '156%'])
    await window.until(async () => (await widthOf(pane.locator('img').first())) > small)
    await window.page.keyboard.press('0')
    expect(await frames.locator('.scale').count()).toBe(0)
    await pane.getByLabel(phrase('evidence.together')).uncheck()
    await frames.first().dblclick()
    expect(await frames.locator('.scale').count()).toBe(1)
    await pane.getByLabel(phrase('evidence.together')).check()
  })

  it('swipes, blinks and subtracts them, by button and by figure', async () => {
    const { page } = window
    const pane = await pictures(window)
    await pane.getByRole('button', { name: phrase('evidence.swipe'), exact: true }).click()
    const edge = pane.getByRole('slider')
    await edge.focus()
    const before = await edge.inputValue()
    await page.keyboard.press('ArrowRight')
    expect(await edge.inputValue()).not.toBe(before)

    await page.locator('article h2').first().click()
    await page.keyboard.press('3')
    await pane.getByRole('button', { name: phrase('evidence.blinkOff') }).click()
    const which = pane.locator('.which')
    const [shown] = await which.allInnerTexts()
    await pane.getByRole('button', { name: phrase('evidence.blinkOther') }).click()
    expect(await which.innerText()).not.toBe(shown)

    await page.locator('article h2').first().click()
    await page.keyboard.press('4')
    const difference = pane.getByRole('img', { name: phrase('evidence.difference') })
    await difference.waitFor()
    await pane.getByText(/\d+% 的像素不同/).waitFor()
  })

  it('marks in the table of claims what disagrees', async () => {
    const told = rows.filter(({ check, kind }) => kind === 'pictures' && check !== 'one-session-pictures')
    const marked: string[] = []
    for (const { id: finding, check } of told.slice(0, 4)) {
      await window.go('findings', id, { id: finding })
      const pane = window.page.locator(`article[aria-labelledby="finding-${finding}"] [data-pane="pictures"]`)
      await pane.locator('table').waitFor()
      if ((await pane.locator('table .differs, table mark').count()) > 0) marked.push(check)
    }
    expect(marked.length).toBeGreaterThan(0)
  })

  it('copies rows as a table that a spreadsheet takes', async () => {
    const { page } = window
    const finding = rows.find(({ kind }) => kind === 'rows')!
    await window.go('findings', id, { id: finding.id })
    const pane = page.locator(`article[aria-labelledby="finding-${finding.id}"] [data-pane="rows"]`)
    await pane.locator('tbody tr').first().waitFor()
    const lines = 1 + (await pane.locator('tbody tr').count())
    await page.evaluate(() => {
      document.addEventListener('copy', event => ((globalThis as { copied?: string }).copied = event.clipboardData!.getData('text/plain'))) // prettier-ignore
    })
    await pane.getByRole('button', { name: phrase('evidence.copy') }).click()
    await window.until(async () => (await page.evaluate(() => (globalThis as { copied?: string }).copied)) !== undefined) // prettier-ignore
    const copied = (await page.evaluate(() => (globalThis as { copied?: string }).copied))!
    const table = copied.trimEnd().split('\n').map(line => line.split('\t')) // prettier-ignore
    expect({ lines: table.length, widths: new Set(table.map(line => line.length)).size }).toEqual({ lines, widths: 1 }) // prettier-ignore
  })

  it('shows what the unit declared beside the findings it is about, and not after it is taken back', async () => {
    const { page } = window
    const text = '5 月 3 日统一拍摄'
    await window.go('submit', id)
    await page.getByLabel(phrase('submit.declareText'), { exact: true }).fill(text)
    await page.getByLabel(phrase('submit.about')).selectOption('duplicate-files')
    await page.getByRole('button', { name: phrase('submit.declare'), exact: true }).click()
    await page.locator('#content li', { hasText: text }).waitFor()
    const about = rows.find(({ check }) => check === 'duplicate-files')!
    const other = rows.find(({ check }) => check !== 'duplicate-files')!
    const beside = async (finding: FindingRow): Promise<number> => {
      await window.go('findings', id, { id: finding.id })
      const article = page.locator(`article[aria-labelledby="finding-${finding.id}"]`)
      await article.locator('[data-pane]').first().waitFor()
      return article.getByText(text).count()
    }
    expect([await beside(about), await beside(other)]).toEqual([1, 0])
    await window.go('submit', id)
    await page.locator('#content li', { hasText: text }).getByRole('button', { name: phrase('submit.withdraw') }).click() // prettier-ignore
    await page.locator('#content li', { hasText: text }).waitFor({ state: 'detached' })
    expect(await beside(about)).toBe(0)
  })

  async function pictures({ page }: TestWindow): Promise<Locator> {
    const finding = rows.find(({ kind, check }) => kind === 'pictures' && check === 'reused-pictures')!
    await window.go('findings', id, { id: finding.id })
    const pane = page.locator(`article[aria-labelledby="finding-${finding.id}"] [data-pane="pictures"]`)
    await pane.waitFor()
    return pane
  }
})

/** Of the picture as it came, in pixels. */
function widthOf(image: Locator): Promise<number> {
  return image.evaluate(each => (each as HTMLImageElement).naturalWidth)
}
