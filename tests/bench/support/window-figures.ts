import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeHenshi } from '../../../src/store/henshi-file.ts'
import { TestWindow } from '../../e2e/window/window.ts'
import { largeAudit } from '../../support/large-audit.ts'

export interface Figure {
  what: string
  value: number
  goal: number
  unit: 'ms' | 'children'
}

/** Frames looked at while scrolling; at 60 a second some seven seconds. */
const FRAMES = 400

/** A list of findings and one of materials at their largest: first sight, filters, scrolling. */
export async function listFigures(materials: number, findings: number): Promise<Figure[]> {
  const window = await TestWindow.open()
  try {
    const audit = largeAudit(materials, findings)
    const bytes = await writeHenshi({ audit, decisions: [], declarations: [] }, () => Promise.resolve(undefined)) // prettier-ignore
    writeFileSync(join(window.home, 'Desktop', 'large.henshi'), bytes)
    const [opened] = await window.call('open', { locations: [await window.placeOf('large.henshi')] })
    const id = opened!.package
    await window.until(async () => (await window.call('state', { package: id })).state === 'done')
    await window.go('overview', id)
    await window.page.locator('#content h1').waitFor()
    const figures: Figure[] = []
    for (const page of ['findings', 'materials'] as const) {
      const call = `/call/${page}`
      await watchSlices(window, call)
      await window.go(page, id, page === 'materials' ? { flat: 'true' } : {})
      figures.push({ what: `${page}: on screen after the first slice`, value: await sinceSlice(window), goal: 1000, unit: 'ms' }) // prettier-ignore
      figures.push({ what: `${page}: scrolling, p95 of a frame`, value: await scrolled(window), goal: 32, unit: 'ms' }) // prettier-ignore
      figures.push({ what: `${page}: filter, asked to shown`, value: await filtered(window, page, id), goal: 200, unit: 'ms' }) // prettier-ignore
    }
    return figures
  } finally {
    await window.close()
  }
}

/** Notes the moment the first answer with a slice arrives. */
async function watchSlices({ page }: TestWindow, call: string): Promise<void> {
  await page.evaluate(call => {
    const state = globalThis as unknown as { slice?: number; fetch: typeof fetch; plain?: typeof fetch }
    state.plain ??= state.fetch
    delete state.slice
    state.fetch = async (...asked) => {
      const answer = await state.plain!(...asked)
      if (String(asked[0]).endsWith(call)) state.slice ??= performance.now()
      return answer
    }
  }, call)
}

/** From then until rows stand on the screen, painted. */
function sinceSlice({ page }: TestWindow): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>(resolve => {
        const look = (): void => {
          const slice = (globalThis as unknown as { slice?: number }).slice
          if (slice !== undefined && document.querySelector('[role=option] .line'))
            requestAnimationFrame(() => resolve(performance.now() - slice))
          else requestAnimationFrame(look)
        }
        look()
      })
  )
}

function scrolled({ page }: TestWindow): Promise<number> {
  return page.evaluate(
    frames =>
      new Promise<number>(resolve => {
        const list = document.querySelector<HTMLElement>('#content .virtual-list')!
        const taken: number[] = []
        let before = performance.now()
        const step = (now: number): void => {
          taken.push(now - before)
          before = now
          list.scrollTop += taken.length % 50 === 0 ? 20_000 : 120
          if (taken.length < frames) requestAnimationFrame(step)
          else resolve(taken.sort((a, b) => a - b)[Math.floor(frames * 0.95)]!)
        }
        requestAnimationFrame(step)
      }),
    FRAMES
  )
}

/** The worst of some filters, from the address that asks to the rows that answer. */
async function filtered(window: TestWindow, list: 'findings' | 'materials', id: string): Promise<number> {
  const asks = list === 'findings' ? ['owner=asker', 'check=duplicate-files', 'search=文件77'] : ['flat=true&class=trace', 'flat=true&search=文件77', 'flat=true&kind=table'] // prettier-ignore
  let worst = 0
  for (const ask of asks) {
    const taken = await window.page.evaluate(
      address =>
        new Promise<number>(resolve => {
          const count = () => document.querySelector('#content [role=option]')?.getAttribute('aria-setsize')
          const before = count()
          const start = performance.now()
          location.hash = address
          const look = (): void => {
            if (count() !== before) resolve(performance.now() - start)
            else requestAnimationFrame(look)
          }
          look()
        }),
      `#/p/${id}/${list}?${ask}`
    )
    worst = Math.max(worst, taken)
  }
  return worst
}

/** A run over a ledger of very many rows, stopped while it compares. */
export async function cancelFigures(
  rows: number,
  makeXlsx: (file: string, rows: number, columns: number) => Promise<void>
): Promise<Figure[]> {
  const window = await TestWindow.open()
  try {
    const folder = join(window.home, 'Desktop', 'ledger')
    mkdirSync(folder)
    await makeXlsx(join(folder, '台账.xlsx'), rows, 8)
    const [opened] = await window.call('open', { locations: [await window.placeOf('ledger')] })
    const id = opened!.package
    await window.call('run', { package: id })
    const stage = async (): Promise<string | undefined> => (await window.call('state', { package: id })).progress?.stage // prettier-ignore
    await window.until(async () => (await stage()) === 'relate')
    const start = performance.now()
    const { state } = await window.call('cancel', { package: id })
    const value = performance.now() - start
    if (state !== 'stopped') throw new Error(`the run was ${state}, not stopped`)
    await new Promise(resolve => setTimeout(resolve, 5000))
    return [
      { what: `cancel while comparing ${rows} rows, acknowledged`, value, goal: 300, unit: 'ms' },
      { what: 'children alive 5 s later', value: childrenOf(window.pid), goal: 0, unit: 'children' }
    ]
  } finally {
    await window.close()
  }
}

/** Processes the program started and has not ended. */
function childrenOf(pid: number): number {
  const all = execFileSync('ps', ['-eo', 'ppid='], { encoding: 'utf8' }).split('\n')
  return all.filter(each => Number(each) === pid).length
}
