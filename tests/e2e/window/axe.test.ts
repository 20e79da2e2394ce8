import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { PageName } from '../../../renderer/router.ts'
import { audit as auditSchema } from '../../../src/model/audit.ts'
import { writeHenshi } from '../../../src/store/henshi-file.ts'
import { clipped, hanTexts, LANGUAGES, SIZES, THEMES, turn, violations } from './looks.ts'
import { PATIENCE, phrase, TestWindow } from './window.ts'

/** Every page, both languages, both themes: readable by everybody, whole at every size, and in one language. */

const DESK: readonly PageName[] = ['open', 'queue', 'settings', 'help']
const OF_PACKAGE: readonly PageName[] = ['check', 'overview', 'findings', 'materials', 'indicators', 'pictures', 'report', 'submit', 'inspect'] // prettier-ignore

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

  // Each page is gone to once for a language, a theme and a size: going there takes longer than most looks at it.
  for (const language of LANGUAGES)
    for (const theme of THEMES)
      it(`is readable by everybody and whole at every size, ${language} ${theme}`, async () => {
        await turn(window, language, theme)
        const wrong: string[] = []
        for (const [at, size] of SIZES.entries()) {
          const looks = looksOf(language, theme, at)
          if (looks.length === 0) continue
          await window.page.setViewportSize(size)
          for (const [page, of] of pages()) {
            await shown(window, page, of)
            for (const look of looks)
              wrong.push(
                ...(await look.at(window)).map(what => `${size.width}, ${page}, ${look.name}: ${what}`)
              )
          }
        }
        await window.page.setViewportSize(SIZES[0]!)
        expect(wrong).toEqual([])
      })

  it('leaves room for what is chosen at 200 %', async () => {
    await window.page.setViewportSize(SIZES[1]!)
    await turn(window, 'zh', 'light')
    for (const page of ['findings', 'materials', 'indicators'] as const) {
      await shown(window, page, id)
      // Scrolled to, what is chosen fills most of the height below the bar.
      const seen = await window.page.locator('#content .detail').evaluate(detail => {
        detail.scrollIntoView()
        const { top, bottom } = detail.getBoundingClientRect()
        const frame = document.querySelector('#content')!.getBoundingClientRect()
        const whole = bottom - top
        return (Math.min(bottom, frame.bottom) - Math.max(top, frame.top)) / Math.min(whole, 200)
      })
      expect(seen, page).toBeGreaterThan(0.95)
    }
    await window.page.setViewportSize(SIZES[0]!)
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

interface Look {
  name: string
  /** What is wrong. Leaves the page as it was. */
  at(window: TestWindow): Promise<string[]>
}

const SERIOUS: Look = { name: 'serious violation', at: window => violations(window) }
const MORE_CONTRAST: Look = {
  name: 'violation under more contrast',
  at: window => emulated(window, { contrast: 'more' }, () => violations(window))
}
/** In the colours of the system alone every mark and choice is still to be seen. */
const FORCED_COLOURS: Look = {
  name: 'lost in the colours of the system',
  at: window => emulated(window, { forcedColors: 'active' }, () => unseen(window))
}
/** No text is cut off without a way to read it whole, and no page scrolls sideways. */
const WHOLE: Look = { name: 'cut off', at: window => clipped(window) }

/** Sizes of text do not depend on the theme, nor colours on the language or the size. */
function looksOf(language: (typeof LANGUAGES)[number], theme: (typeof THEMES)[number], size: number): Look[] {
  return [
    ...(size === 0 ? [SERIOUS] : []),
    ...(size === 0 && language === 'zh' ? [MORE_CONTRAST] : []),
    ...(size === 0 && language === 'zh' && theme === 'light' ? [FORCED_COLOURS] : []),
    ...(theme === 'light' ? [WHOLE] : [])
  ]
}

async function emulated(
  window: TestWindow,
  media: Parameters<TestWindow['page']['emulateMedia']>[0] & {},
  look: () => Promise<string[]>
): Promise<string[]> {
  await window.page.emulateMedia(media)
  await settled(window)
  const found = await look()
  await window.page.emulateMedia({ contrast: null, forcedColors: null })
  return found
}

/** A page with all it asks of the desk, and no movement left: twice the same, with nothing still to come. */
async function shown(window: TestWindow, page: PageName, id: string | undefined): Promise<void> {
  await window.go(page, id)
  await window.page.locator('#content h1').waitFor()
  await settled(window)
}

async function settled(window: TestWindow): Promise<void> {
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

/** Bars and dots that are colour alone: without a border they are gone where the system takes colours of the page away. */
function unseen({ page }: TestWindow): Promise<string[]> {
  return page.evaluate(() => {
    const found = new Set<string>()
    const ground = getComputedStyle(document.body).backgroundColor
    for (const each of document.querySelectorAll<HTMLElement>('#content *')) {
      if (each.closest('iframe, svg, canvas, img') || each.childElementCount > 0 || each.textContent!.trim() !== '') continue // prettier-ignore
      const { width, height } = each.getBoundingClientRect()
      if (width < 3 || height < 3 || ['INPUT', 'SELECT', 'TEXTAREA', 'TH', 'TD', 'OPTION', 'BR'].includes(each.tagName)) continue // prettier-ignore
      const style = getComputedStyle(each)
      if (style.visibility === 'hidden' || style.opacity === '0') continue
      const coloured = style.backgroundColor !== 'rgba(0, 0, 0, 0)' && style.backgroundColor !== ground
      const edged = ['Top', 'Right', 'Bottom', 'Left'].some(side => style[`border${side}Style` as 'borderTopStyle'] !== 'none' && style[`border${side}Width` as 'borderTopWidth'] !== '0px') // prettier-ignore
      if (!coloured && !edged && style.backgroundImage === 'none') found.add(each.className || each.tagName)
    }
    return [...found]
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
