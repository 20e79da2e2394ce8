import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { FindingRow } from '../../../src/desk/contract.ts'
import { PATIENCE, phrase, TestWindow } from './window.ts'

/** The work itself: from a number to what is behind it, evidence of every kind, decisions, classes, the way back. */
describe('a review in the window', { timeout: PATIENCE }, () => {
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

  it('opens behind every number of the overview a list of that many', async () => {
    const { page } = window
    await window.go('overview', id)
    await page.locator('.count-link').first().waitFor()
    const links = await page.locator('#content a.count-link').evaluateAll(all =>
      all.map(each => ({
        to: each.getAttribute('href')!,
        n: Number(each.querySelector('.count')!.textContent!.replace(/\D/g, ''))
      }))
    )
    expect(links.length).toBeGreaterThan(20)
    const wrong: unknown[] = []
    for (const { to, n } of links) {
      const there = await behind(window, to, n)
      if (isOfContents(to) ? there === 0 : there !== n) wrong.push({ to, n, there })
    }
    expect(wrong).toEqual([])
  })

  it('shows evidence of every kind the package holds, each in its own pane', async () => {
    const kinds = [...new Set(rows.map(({ kind }) => kind))].sort()
    expect(kinds).toEqual(['files', 'messages', 'pictures', 'rows', 'texts'])
    const { page } = window
    for (const kind of kinds)
      for (const row of rows.filter(each => each.kind === kind).slice(0, 2)) {
        await window.go('findings', id, { id: row.id })
        const shown = page.locator(`article[aria-labelledby="finding-${row.id}"]`)
        await shown.locator(`[data-pane="${kind}"]`).waitFor()
        expect(await shown.locator(`[data-pane="${kind}"]`).innerText(), `${kind} ${row.check}`).not.toBe('')
      }
    const pictures = rows.find(({ kind }) => kind === 'pictures')!
    await window.go('findings', id, { id: pictures.id })
    await page.locator('[data-pane="pictures"] img').first().waitFor()
    await page.waitForFunction(() =>
      [...document.querySelectorAll<HTMLImageElement>('[data-pane="pictures"] img')].some(
        each => each.complete && each.naturalWidth > 0
      )
    )
  })

  it('decides by a key with a note and goes on, undoes, and keeps a decision over a restart', async () => {
    const { page } = window
    await window.go('findings', id)
    const decided = await shownId(window)
    await page.keyboard.press('n')
    await page.keyboard.type('已看原件')
    await page.keyboard.press('Enter')
    await page.keyboard.press('m')
    await page.waitForFunction(before => !location.hash.includes(before), decided)
    const state = async () => (await window.call('finding', { package: id, id: decided })).state
    expect(await state()).toBe('confirmed')
    await page.keyboard.press('u')
    await window.text('findings.saidUndone').waitFor()
    expect(await state()).toBe('open')

    await window.go('findings', id, { id: decided })
    await page.locator(`article[aria-labelledby="finding-${decided}"]`).waitFor()
    await page.keyboard.press('n')
    await page.keyboard.type('已看原件')
    await page.keyboard.press('Enter')
    await page.keyboard.press('m')
    await page.waitForFunction(before => !location.hash.includes(before), decided)

    await window.stop()
    await window.start()
    await window.until(async () => (await window.call('queue')).some(each => each.state === 'done'))
    id = (await window.call('queue'))[0]!.package
    await window.go('findings', id, { id: decided })
    const shown = window.page.locator(`article[aria-labelledby="finding-${decided}"]`)
    await shown.locator('.note').getByText('已看原件').waitFor()
    expect(await shown.locator('.note').innerText()).toContain(phrase('findings.decision.confirmed'))
  })

  it('gives a material another class, and takes that back', async () => {
    const { page } = window
    const found = await window.call('materials', { package: id, query: { flat: true, class: ['trace'], counted: 'file' } as never, limit: 1 }) // prettier-ignore
    const { no } = found.rows[0]!
    const of = async () => (await window.call('material', { package: id, no })).record
    await window.go('materials', id, { no: String(no) })
    await page
      .locator('article.material')
      .getByRole('button', { name: phrase('materials.overrule') })
      .click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(phrase('materials.newClass')).selectOption('result')
    await dialog.getByRole('button', { name: phrase('materials.overrule') }).click()
    await window.until(async () => (await of()).class === 'result')
    await page.getByRole('button', { name: phrase('materials.withdraw') }).click()
    await window.until(async () => (await of()).class === 'trace')
    await page.getByRole('button', { name: phrase('materials.withdraw') }).waitFor({ state: 'detached' })
  })

  it('weighs what would change if a material stayed out of the inspection copy', async () => {
    const { page } = window
    await window.go('submit', id)
    const part = page.locator('section', { has: page.locator('#leave-out') })
    const files = part.getByRole('row', { name: new RegExp(`^${phrase('submit.files')} `) })
    await files.waitFor()
    const counts = async () => (await files.locator('td').allInnerTexts()).map(each => Number(each.replace(/\D/g, ''))) // prettier-ignore
    const [before, after] = await counts()
    const boxes = part.locator('li input:checked')
    const chosen = await boxes.count()
    expect({ chosen: chosen > 0, less: after! < before! }).toEqual({ chosen: true, less: true })
    await boxes.first().uncheck()
    await window.until(async () => (await counts())[1] === after! + 1)
  })
})

/** How many stand in the list an address of the overview leads to; another count only after some patience. */
async function behind(window: TestWindow, to: string, expected: number): Promise<number> {
  const { page } = window
  await page.evaluate(next => void (location.hash = next), to)
  const count = (): Promise<number> =>
    page.evaluate(() => {
      const dialog = document.querySelector('dialog[open]') ?? document.querySelector('#content')
      return Number(dialog?.querySelector('[role=option]')?.getAttribute('aria-setsize') ?? 0)
    })
  const end = Date.now() + 10_000
  for (;;) {
    const there = await count()
    if (there === expected || Date.now() > end) return there
    if (isOfContents(to) && there > 0 && there < expected) return there
    await page.waitForTimeout(50)
  }
}

/** Numbers of entries and characters lead to the materials, or findings, that hold them: fewer, and never none. */
function isOfContents(to: string): boolean {
  const query = new URLSearchParams(to.split('?')[1])
  if (query.get('counted') === 'file') return false
  return query.has('class') || query.get('sort') === 'entries' || (query.get('check')?.includes(',') ?? false)
}

/** The finding that is shown, once it is the one the address asks for. */
async function shownId(window: TestWindow): Promise<string> {
  let asked = ''
  await window.until(async () => {
    asked =
      new URLSearchParams((await window.page.evaluate(() => location.hash)).split('?')[1]).get('id') ?? ''
    return (
      asked !== '' && (await window.page.locator(`article[aria-labelledby="finding-${asked}"]`).count()) > 0
    )
  })
  return asked
}
