import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { PACKAGE, PATIENCE, phrase, TestWindow } from './window.ts'

/** A person opens a package, looks at what is there, runs, stops, runs again, and finds the balance. */
describe('the way into a package', { timeout: PATIENCE }, () => {
  let window: TestWindow
  beforeAll(async () => {
    window = await TestWindow.open()
    window.addSample()
  }, PATIENCE)
  afterEach(() => expect(window.complaints).toEqual([]))
  afterAll(() => window?.close())

  it('opens a folder chosen in the desk’s own browser of folders', async () => {
    const { page } = window
    await window.button('open.chooseAny').click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Desktop' }).click()
    await dialog.getByRole('button', { name: PACKAGE }).click()
    await dialog.getByRole('button', { name: phrase('open.takeFolder', { name: PACKAGE }) }).click()
    await page.getByRole('heading', { level: 1, name: phrase('check.title') }).waitFor()
  })

  it('shows what was found before the run, and what was guessed as a guess', async () => {
    const { page } = window
    await window.button('check.start').waitFor()
    const facts = page.locator('section.sheet', { hasText: phrase('check.found') })
    expect(Number((await facts.locator('.whole strong').innerText()).replace(',', ''))).toBeGreaterThan(100)
    expect(await page.getByLabel(phrase('check.unit')).inputValue()).not.toBe('')
    expect(await page.locator('.hint', { hasText: '推测' }).count()).toBeGreaterThan(0)
  })

  it('shows the run as it goes, asks before it stops, and marks what was kept as partial', async () => {
    const { page } = window
    await window.button('check.start').click()
    await page.getByRole('heading', { level: 1, name: phrase('progress.title') }).waitFor()
    await page.locator('.figures strong').first().waitFor()
    await page.keyboard.press('Escape')
    await window.button('progress.stopNow').click()
    await page.waitForFunction(() => location.hash.endsWith('/overview'))
    await page.locator('.top-bar').getByText(phrase('frame.partial')).waitFor()
    const [only] = await window.call('queue')
    expect(only!.partial).toBeTruthy()
  })

  it('runs again to the end, by what was read already, and takes the mark away', async () => {
    const { page } = window
    await window.go('queue')
    await window.button('queue.again').click()
    await page.getByText(phrase('queue.state.done'), { exact: true }).waitFor()
    await page.getByRole('link', { name: PACKAGE, exact: true }).click()
    await page.getByRole('heading', { level: 1, name: phrase('overview.title') }).waitFor()
    await page.locator('.count-link').first().waitFor()
    expect(await page.locator('.top-bar').getByText(phrase('frame.partial')).count()).toBe(0)
  })
})
