import { createRequire } from 'node:module'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { PageName } from '../../../renderer/router.ts'
import { audit as auditSchema } from '../../../src/model/audit.ts'
import { writeHenshi } from '../../../src/store/henshi-file.ts'
import { PATIENCE, phrase, TestWindow } from './window.ts'

/** Every page, both languages, both themes: readable by everybody, whole at every size, and in one language. */

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const DESK: readonly PageName[] = ['open', 'queue', 'settings', 'help']
const OF_PACKAGE: readonly PageName[] = ['check', 'overview', 'findings', 'materials', 'indicators', 'pictures', 'report', 'submit', 'inspect'] // prettier-ignore
const LANGUAGES = ['zh', 'en'] as const
const THEMES = ['light', 'dark'] as const
/** A notebook, and the same at 200 %. */
const SIZES = [
  { width: 1366, height: 768 },
  { width: 683, height: 384 }
]

describe('every page', { timeout: PATIENCE }, () => {
  let window: TestWindow
  let id: string
  const pages = () => [...DESK.map(page => [page, undefined] as const), ...OF_PACKAGE.map(page => [page, id] as const)] // prettier-ignore

  beforeAll(async () => {
    window = await TestWindow.open()
    window.addSample()
    // Surveyed first, so that the check page has its facts.
    const [opened] = await window.call('open', { locations: [await window.placeOf('迎检材料')] })
    id = opened!.package
    await window.call('survey', { package: id })
    await window.until(async () => (await window.call('state', { package: id })).state === 'surveyed')
    await window.call('run', { package: id })
    await window.until(async () => (await window.call('state', { package: id })).state === 'done')
  }, PATIENCE)
  afterEach(() => expect(window.complaints).toEqual([]))
  afterAll(() => window?.close())

  for (const language of LANGUAGES)
    for (const theme of THEMES)
      it(`has no serious violation, ${language} ${theme}`, async () => {
        await turn(window, language, theme)
        const found: string[] = []
        for (const [page, of] of pages()) {
          await shown(window, page, of)
          for (const { rule, where } of await violations(window)) found.push(`${page}: ${rule} ${where}`)
        }
        expect(found).toEqual([])
      })

  for (const size of SIZES)
    it(`cuts no text without a way to read it whole, and scrolls no page sideways, at ${size.width} × ${size.height}`, async () => {
      const cut: string[] = []
      await window.page.setViewportSize(size)
      for (const language of LANGUAGES) {
        await turn(window, language, 'light')
        for (const [page, of] of pages()) {
          await shown(window, page, of)
          for (const each of await clipped(window)) cut.push(`${language} ${page}: ${each}`)
        }
      }
      await window.page.setViewportSize(SIZES[0]!)
      expect(cut).toEqual([])
    })

  it('turns language and theme at once, by the two switches of the bar', async () => {
    const { page } = window
    await turn(window, 'zh', 'light')
    await shown(window, 'overview', id)
    const title = await page.locator('h1').innerText()
    await page.locator('.switches button').first().click()
    await window.until(async () => (await page.locator('html').getAttribute('lang')) === 'en')
    expect(await page.locator('h1').innerText()).not.toBe(title)
    const ground = () => page.evaluate(() => getComputedStyle(document.body).color)
    const light = await ground()
    await page.getByRole('button', { name: phrase('frame.theme.light', {}, 'en') }).click()
    await window.until(async () => (await page.locator('html').getAttribute('data-theme')) === 'dark')
    await window.until(async () => (await ground()) !== light)
  })

  it('speaks English alone when it speaks English, with a package that holds no Chinese', async () => {
    await turn(window, 'en', 'light')
    const { saved, fresh } = await withoutChinese(window, id)
    const stray: string[] = []
    // What was said of the file saved is gone with the page.
    await window.page.reload()
    for (const [page, of] of pages()) {
      await shown(window, page, of && (page === 'check' ? fresh : saved))
      stray.push(...(await hanTexts(window)).map(text => `${page}: ${text}`))
    }
    expect(stray).toEqual([])
  })
})

async function turn(
  window: TestWindow,
  language: (typeof LANGUAGES)[number],
  theme: (typeof THEMES)[number]
): Promise<void> {
  await window.call('configure', { language, theme })
  await window.page.reload()
  await window.page.locator('#content h1').waitFor()
}

/** A page with all it asks of the desk, and no movement left: twice the same, with nothing still to come. */
async function shown(window: TestWindow, page: PageName, id: string | undefined): Promise<void> {
  await window.go(page, id)
  await window.page.locator('#content h1').waitFor()
  let before = ''
  await window.until(async () => {
    const now = await window.page.evaluate(() => {
      const moving = document.getAnimations().some(({ playState }) => playState === 'running')
      const awaited = document.querySelector('#content .placeholder') !== null
      return moving || awaited ? '' : document.querySelector('#content')!.innerHTML
    })
    const still = now !== '' && now === before
    before = now
    return still
  })
}

/** Serious and critical ones. Axe is evaluated by the driver, past the page’s policy, which stays in force for the page. */
async function violations({ page }: TestWindow): Promise<{ rule: string; where: string }[]> {
  await page.evaluate(AXE)
  const found = await page.evaluate(async () => {
    const axe = (globalThis as unknown as { axe: { run(context: unknown, options: unknown): Promise<{ violations: { id: string; impact: string; nodes: { html: string; target: string[] }[] }[] }> } }).axe // prettier-ignore
    const { violations } = await axe.run({ exclude: ['iframe'] }, { resultTypes: ['violations'] })
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) =>
        nodes.slice(0, 3).map(({ html }) => ({ rule: id, where: html.slice(0, 140) }))
      )
  })
  return found
}

/** Texts that are cut off with neither an ellipsis that a title completes nor a bar to scroll by. */
function clipped({ page }: TestWindow): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = []
    const hides = (value: string) => value === 'hidden' || value === 'clip'
    for (const each of document.querySelectorAll<HTMLElement>('body *')) {
      if (each.closest('.aloud, svg, [aria-hidden=true], iframe, option')) continue
      if (each.clientWidth === 0 || ![...each.childNodes].some(node => node.nodeType === 3 && node.textContent!.trim() !== '')) continue // prettier-ignore
      const style = getComputedStyle(each)
      const wide = hides(style.overflowX) && each.scrollWidth > each.clientWidth + 1
      const high = hides(style.overflowY) && each.scrollHeight > each.clientHeight + 2
      if ((wide || high) && each.closest('[title]') === null)
        found.push(`${each.className || each.tagName}: ${each.textContent!.trim().slice(0, 40)}`)
    }
    const whole = document.documentElement
    if (whole.scrollWidth > whole.clientWidth + 1) found.push('the page scrolls sideways')
    const main = document.querySelector<HTMLElement>('#content')!
    if (main.scrollWidth > main.clientWidth + 1) found.push(`the content scrolls sideways: ${main.scrollWidth} > ${main.clientWidth}`) // prettier-ignore
    return [...new Set(found)].slice(0, 12)
  })
}

/** Chinese on the page, for the eye or a voice, where it is not marked as such (the switch to Chinese speaks Chinese). */
function hanTexts({ page }: TestWindow): Promise<string[]> {
  return page.evaluate(() => {
    const texts: string[] = []
    const take = (text: string | null | undefined, element: Element | null) => {
      // A rule is cited by its own name, in brackets after the English one.
      if (text && /\p{Script=Han}/u.test(text.replace(/\([^()]*\)/g, '')) && !element?.closest('[lang^=zh], iframe, script, style')) texts.push(text.replace(/\s+/g, ' ').trim()) // prettier-ignore
    }
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) take(walker.currentNode.textContent, walker.currentNode.parentElement)
    for (const each of document.querySelectorAll('[title], [aria-label], [placeholder], [alt]'))
      for (const name of ['title', 'aria-label', 'placeholder', 'alt']) take(each.getAttribute(name), each)
    return [...new Set(texts)]
  })
}

/** The same audit saved with every Chinese character of the package replaced, and a small package to look at before its run. */
async function withoutChinese(window: TestWindow, id: string): Promise<{ saved: string; fresh: string }> {
  const { page } = window
  await window.go('report', id)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: phrase('report.file.json', {}, 'en'), exact: true }).click()
  ])
  const text = readFileSync(await download.path(), 'utf8').replace(/\p{Script=Han}/gu, 'x')
  const audit = auditSchema.parse(JSON.parse(text))
  const bytes = await writeHenshi({ audit, decisions: [], declarations: [] }, () => Promise.resolve(undefined)) // prettier-ignore
  const desktop = join(window.home, 'Desktop')
  writeFileSync(join(desktop, 'latin.henshi'), bytes)
  mkdirSync(join(desktop, 'latin'))
  writeFileSync(join(desktop, 'latin', 'notes.txt'), 'Visited twelve households on 3 May 2023.')
  const old = (await window.call('queue')).map(each => each.package)
  const [saved, fresh] = await window.call('open', { locations: [await window.placeOf('latin.henshi'), await window.placeOf('latin')] }) // prettier-ignore
  for (const each of old) await window.call('close', { package: each })
  await window.call('forget', {})
  await window.call('survey', { package: fresh!.package })
  await window.until(async () => (await window.call('queue')).every(({ state }) => state === 'done' || state === 'surveyed')) // prettier-ignore
  return { saved: saved!.package, fresh: fresh!.package }
}
