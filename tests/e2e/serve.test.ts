import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Browser, ConsoleMessage, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { temporaryFolder } from '../support/paths.ts'

const root = resolve(import.meta.dirname, '../..')
const built = existsSync(join(root, 'out/renderer/index.html'))

/** The built command, the built window, a real browser with its web security on. */
describe.skipIf(!built)('henshi serve in a browser', () => {
  let program: ChildProcess
  let ended: Promise<number | null>
  let address = ''
  let browser: Browser
  let page: Page
  const complaints: string[] = []

  beforeAll(async () => {
    program = spawn(process.execPath, [join(root, 'src/cli/henshi.mjs'), 'serve', '--no-open'], {
      env: { ...process.env, HENSHI_HOME: temporaryFolder() },
      stdio: ['ignore', 'pipe', 'ignore']
    })
    ended = new Promise(resolve => program.once('exit', resolve))
    address = await new Promise<string>(resolve => {
      let said = ''
      program.stdout!.on('data', chunk => {
        said += String(chunk)
        const found = /http:\/\/127\.0\.0\.1:\d+\/#t=\S+/.exec(said)
        if (found) resolve(found[0])
      })
    })
    browser = await openBrowser()
    page = await browser.newPage()
    page.on('console', message => isOfThePage(message) && complaints.push(message.text()))
    page.on('pageerror', error => complaints.push(error.message))
    await page.goto(address)
  }, 120_000)

  afterAll(async () => {
    await browser?.close()
    program?.kill()
  })

  it('shows the window without a word in the console, and takes the token out of the address', async () => {
    await page.waitForSelector('#app > *')
    expect(await page.evaluate(() => location.href)).not.toContain('t=')
    expect(complaints).toEqual([])
  })

  it('keeps its session over a reload', async () => {
    await page.reload()
    await page.waitForSelector('#app > *')
    expect(await page.evaluate(() => sessionStorage.length)).toBe(1)
    expect(complaints).toEqual([])
  })

  it('lets no text become markup or code, and nothing come from elsewhere', async () => {
    // Asked past the driver, whose own way of asking is to evaluate text, and with the page's policy in force.
    const session = await page.context().newCDPSession(page)
    const refused = async (act: string): Promise<boolean> => {
      const expression = `(async () => { try { await ${act}; return false } catch { return true } })()`
      const { result } = await session.send('Runtime.evaluate', { expression, awaitPromise: true, allowUnsafeEvalBlockedByCSP: false, returnByValue: true }) // prettier-ignore
      return result.value as boolean
    }
    const box = "document.createElement('div').innerHTML"
    expect({
      markup: await refused(`(${box} = '<b>x</b>')`),
      empty: await refused(`(${box} = '')`),
      code: await refused(`new Function('return 1')()`),
      elsewhere: await refused(`fetch('http://127.0.0.1:9/')`),
      policy: await refused(`trustedTypes.createPolicy('other', {})`)
    }).toEqual({ markup: true, empty: false, code: true, elsewhere: true, policy: true })
  })

  it('opens no second time with the same address', async () => {
    const other = await (await browser.newContext()).newPage()
    const answer = other.waitForResponse(each => each.url().endsWith('/session'))
    await other.goto(address)
    expect((await answer).status()).toBe(403)
    expect(await other.evaluate(() => sessionStorage.length)).toBe(0)
    await other.context().close()
  })

  it('ends when its window has been closed for ten seconds', async () => {
    await browser.close()
    expect(await ended).toBe(0)
  })
})

/** An error that comes from the page's own files; the driver's evaluated text has no address. */
function isOfThePage(message: ConsoleMessage): boolean {
  return message.type() === 'error' && message.location().url !== ''
}
