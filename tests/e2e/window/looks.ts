import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import type { TestWindow } from './window.ts'

/** How a page looks, and to whom: what tests of every page measure. */

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
export const LANGUAGES = ['zh', 'en'] as const
export const THEMES = ['light', 'dark'] as const
/** A notebook, and the same at 200 %. */
export const SIZES = [
  { width: 1366, height: 768 },
  { width: 683, height: 384 }
]

export async function turn(
  window: TestWindow,
  language: (typeof LANGUAGES)[number],
  theme: (typeof THEMES)[number]
): Promise<void> {
  await window.call('configure', { language, theme })
  await window.page.reload()
  await window.page.locator('#content h1').waitFor()
}

/** Serious and critical ones. Axe is evaluated by the driver, past the page’s policy, which stays in force for the page. */
export async function violations({ page }: TestWindow): Promise<string[]> {
  await page.evaluate(AXE)
  return page.evaluate(async () => {
    const axe = (globalThis as unknown as { axe: { run(context: unknown, options: unknown): Promise<{ violations: { id: string; impact: string; nodes: { html: string; target: string[] }[] }[] }> } }).axe // prettier-ignore
    const { violations } = await axe.run({ exclude: ['iframe'] }, { resultTypes: ['violations'] })
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ html }) => `${id} ${html.slice(0, 140)}`))
  })
}

/** Texts that are cut off with neither an ellipsis that a title completes nor a bar to scroll by. */
export function clipped({ page }: TestWindow): Promise<string[]> {
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
export function hanTexts({ page }: TestWindow): Promise<string[]> {
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
