import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { PATIENCE, phrase, TestWindow } from './window.ts'

/** An inspector with several packages: one after the other, and what is broken costs only itself. */
describe('a batch', { timeout: PATIENCE }, () => {
  let window: TestWindow

  beforeAll(async () => {
    window = await TestWindow.open()
    const desktop = join(window.home, 'Desktop')
    for (const unit of ['东街', '西街']) {
      mkdirSync(join(desktop, unit))
      writeFileSync(join(desktop, unit, '走访记录.txt'), `${unit}社区走访记录\n2023年5月3日走访十二户，解决用水问题三件。\n`) // prettier-ignore
    }
    writeFileSync(join(desktop, '坏的.zip'), 'PK\u0003\u0004 this is no archive')
  }, PATIENCE)
  afterEach(() => expect(window.complaints).toEqual([]))
  afterAll(() => window?.close())

  it('runs what waits, and a broken archive costs one package', async () => {
    const { page } = window
    for (const name of ['东街', '坏的.zip', '西街']) {
      await window.go('open')
      await window.button('open.chooseAny').click()
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('button', { name: 'Desktop' }).click()
      await dialog.getByRole('button', { name, exact: true }).click()
      const take = name.endsWith('.zip') ? 'open.takeThis' : 'open.takeFolder'
      await dialog.getByRole('button', { name: phrase(take, { name }) }).click()
      await page.getByRole('heading', { level: 1, name: phrase('check.title') }).waitFor()
    }
    await window.go('queue')
    await page.getByRole('button', { name: /^全部检查/ }).click()
    await window.until(async () => (await window.call('queue')).filter(each => each.state === 'done' || each.state === 'failed').length === 3) // prettier-ignore
    expect((await window.call('queue')).map(({ state, location }) => [location.name, state])).toEqual([
      ['东街', 'done'],
      ['坏的.zip', 'failed'],
      ['西街', 'done']
    ])
    const broken = page.locator('li', { hasText: '坏的.zip' })
    await broken.getByText(phrase('queue.state.failed'), { exact: true }).waitFor()
    expect(await broken.locator('.failed').last().innerText()).not.toBe('')
  })

  it('is there again after a restart, with what was done', async () => {
    await window.stop()
    await window.start()
    await window.go('queue')
    await window.page.locator('li', { hasText: '西街' }).getByText(phrase('queue.state.done'), { exact: true }).waitFor() // prettier-ignore
    expect((await window.call('queue')).map(({ state }) => state)).toEqual(['done', 'failed', 'done'])
  })
})
