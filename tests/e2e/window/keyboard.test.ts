import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { PACKAGE, PATIENCE, phrase, TestWindow } from './window.ts'

/** A whole review without a mouse: from a package to a saved report. */
describe('a review by keyboard alone', { timeout: PATIENCE }, () => {
  let window: TestWindow

  beforeAll(async () => {
    window = await TestWindow.open()
    window.addSample()
  }, PATIENCE)
  afterEach(() => expect(window.complaints).toEqual([]))
  afterAll(() => window?.close())

  it('opens a package and runs it', async () => {
    const { page } = window
    await tabTo(window, phrase('open.chooseAny'))
    await page.keyboard.press('Enter')
    for (const name of ['Desktop', PACKAGE, phrase('open.takeFolder', { name: PACKAGE })]) {
      await page.locator('dialog[open]').getByRole('button', { name, exact: true }).waitFor()
      await tabTo(window, name, 'dialog[open]')
      await page.keyboard.press('Enter')
    }
    await window.button('check.start').waitFor()
    await tabTo(window, phrase('check.start'))
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: phrase('overview.title') }).waitFor({ timeout: PATIENCE }) // prettier-ignore
  })

  it('goes through findings, decides three ways, and looks at the steps', async () => {
    const { page } = window
    await tabTo(window, phrase('overview.toFindings'))
    await page.keyboard.press('Enter')
    await page.locator('article.finding').waitFor()
    const [only] = await window.call('queue')
    const decided = async () => {
      const { facets } = await window.call('findings', { package: only!.package })
      return Object.entries(facets.decision).filter(([key, n]) => key !== 'open' && n > 0).sort() // prettier-ignore
    }
    await page.keyboard.press('j')
    await page.keyboard.press('k')
    await settled(window)
    await page.keyboard.press('m')
    await moved(window, '已确认')
    await page.keyboard.press('x')
    await moved(window, '不成问题')
    await page.keyboard.press('e')
    await page.locator('dialog[open] input[type=checkbox]').first().waitFor()
    await page.keyboard.press('Space')
    await tabTo(window, phrase('findings.explain'), 'dialog[open]')
    await page.keyboard.press('Enter')
    await moved(window, '已说明')
    expect(await decided()).toEqual([['confirmed', 1], ['explained', 1], ['not-a-problem', 1]]) // prettier-ignore

    await page.keyboard.press('h')
    await page.locator('dialog[open] ol li').nth(2).waitFor()
    await page.keyboard.press('Escape')
    await page.locator('dialog[open]').waitFor({ state: 'detached' })
    await page.keyboard.press('u')
    await window.text('findings.saidUndone').first().waitFor()
    expect((await decided()).length).toBe(2)

    await page.keyboard.press('/')
    await page.keyboard.type('照片')
    await page.keyboard.press('Enter')
    await window.until(async () => (await page.evaluate(() => location.hash)).includes('search='))
    await page.keyboard.press('?')
    await page.locator('dialog[open] kbd').first().waitFor()
    await page.keyboard.press('Escape')
  })

  it('saves the report', async () => {
    const { page } = window
    await tabTo(window, phrase('frame.page.report'))
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: phrase('report.title') }).waitFor()
    await tabTo(window, phrase('report.file.html'))
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
    expect(download.suggestedFilename()).toMatch(/\.html$/)
  })
})

/** Tab until what has the focus is named so; a page whose controls cannot all be come to fails here. */
async function tabTo({ page }: TestWindow, name: string, within = 'body'): Promise<void> {
  for (let presses = 0; presses < 120; presses++) {
    await page.keyboard.press('Tab')
    const reached = await page.evaluate(
      ([wanted, scope]) => {
        const at = document.activeElement
        const said = at?.getAttribute('aria-label') ?? at?.textContent ?? ''
        return (
          at !== null && at.closest(scope) !== null && said.replace(/\s+/g, ' ').trim().startsWith(wanted)
        )
      },
      [name, within] as const
    )
    if (reached) return
  }
  throw new Error(`Tab never came to “${name}”`)
}

/** The finding shown is the one the address asks for. */
async function settled(window: TestWindow): Promise<void> {
  await window.until(() =>
    window.page.evaluate(() => {
      const asked = new URLSearchParams(location.hash.split('?')[1]).get('id')
      return asked !== null && document.querySelector(`article[aria-labelledby="finding-${asked}"]`) !== null
    })
  )
}

/** It was said what was done, and the next finding is shown. */
async function moved(window: TestWindow, said: string): Promise<void> {
  await window.page.getByRole('status').or(window.page.locator('.toast')).filter({ hasText: said }).first().waitFor() // prettier-ignore
  await settled(window)
}
