import { spawn, type ChildProcess } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import type { Input, MethodName, Output } from '../../../src/desk/contract.ts'
import type { PageName } from '../../../renderer/router.ts'
import { openBrowser } from '../../support/browser.ts'
import { samplePackage, warmReadings } from '../sample.ts'

const root = resolve(import.meta.dirname, '../../..')
/** A ceiling for what the machine may take, never a measure: a whole audit of the sample among other work. */
export const PATIENCE = 180_000

/** A person's folder with the sample in it, under the name the tests open it by. */
export const PACKAGE = '迎检材料'

/** The built window in a browser with its web security on, over the real desk, with data and folders of its own. */
export class TestWindow {
  /** Whatever the console, a script or the policy complained of; a test fails on any. */
  readonly complaints: string[] = []
  page!: Page
  private context!: BrowserContext
  private program: ChildProcess | undefined

  private constructor(
    private readonly browser: Browser,
    private readonly own: string,
    /** Where the desk keeps its data. */
    readonly data: string,
    /** The person's own folder: where the folder browser begins. */
    readonly home: string
  ) {}

  /** Of the program, for what looks at its children. */
  get pid(): number {
    return this.program!.pid!
  }

  static async open(): Promise<TestWindow> {
    const own = mkdtempSync(join(tmpdir(), 'henshi-window-'))
    const [data, home] = [join(own, 'data'), join(own, 'home')]
    mkdirSync(join(home, 'Desktop'), { recursive: true })
    mkdirSync(data)
    warmReadings(data)
    const opened = new TestWindow(await openBrowser(), own, data, home)
    await opened.start()
    return opened
  }

  /** The sample in the person's folder, and its path. */
  addSample(name = PACKAGE): string {
    const path = join(this.home, 'Desktop', name)
    cpSync(samplePackage().folder, path, { recursive: true })
    return path
  }

  /** Starts the program and comes to it with its one-time address; after `stop` as after a reboot. */
  async start(): Promise<void> {
    const program = (this.program = spawn(
      process.execPath,
      [join(root, 'src/cli/henshi.mjs'), 'serve', '--no-open'],
      {
        env: { ...process.env, HENSHI_HOME: this.data, HOME: this.home, USERPROFILE: this.home },
        stdio: ['ignore', 'pipe', 'ignore']
      }
    ))
    const address = await new Promise<string>((found, ended) => {
      let said = ''
      program.once('exit', code => ended(new Error(`serve ended with ${code}: ${said}`)))
      program.stdout!.on('data', chunk => {
        said += String(chunk)
        const match = /http:\/\/127\.0\.0\.1:\d+\/#t=\S+/.exec(said)
        if (match) found(match[0])
      })
    })
    this.context = await this.browser.newContext({
      viewport: { width: 1366, height: 768 },
      acceptDownloads: true
    })
    this.context.setDefaultTimeout(45_000)
    await this.context.exposeFunction('henshiViolated', (what: string) => this.complaints.push(what))
    await this.context.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', event => {
        // What the driver evaluates has no file; what the page does has one.
        if (event.sourceFile)
          void (window as unknown as { henshiViolated(what: string): void }).henshiViolated(
            `${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`
          )
      })
    })
    this.page = await this.context.newPage()
    this.page.on('console', message => {
      if (['error', 'warning'].includes(message.type()) && message.location().url !== '')
        this.complaints.push(`${message.type()}: ${message.text()} ${message.location().url}`)
    })
    this.page.on('pageerror', error => this.complaints.push(error.stack ?? error.message))
    await this.page.goto(address)
    await this.page.waitForSelector('#content h1')
  }

  /** Ends the program, as a person would with Ctrl-C, and closes its window. */
  async stop(): Promise<void> {
    await this.context.close()
    const program = this.program
    this.program = undefined
    if (!program || program.exitCode !== null) return
    const ended = new Promise(resolve => program.once('exit', resolve))
    program.kill('SIGTERM')
    await ended
  }

  async close(): Promise<void> {
    await this.stop()
    await this.browser.close()
    rmSync(this.own, { recursive: true, force: true, maxRetries: 3 })
  }

  /** Asks the desk as the window does: with its session, past its pages. For what a test is not about. */
  call<M extends MethodName>(method: M, input: Input<M> = {} as Input<M>): Promise<Output<M>> {
    return this.page.evaluate(
      async ([method, input]) => {
        const response = await fetch(`/call/${method}`, {
          method: 'POST',
          headers: {
            'x-henshi-session': sessionStorage.getItem('henshi-session') ?? '',
            'content-type': 'application/json'
          },
          body: JSON.stringify(input)
        })
        const { value, error } = (await response.json()) as { value?: unknown; error?: unknown }
        if (error !== undefined) throw new Error(JSON.stringify(error))
        return value
      },
      [method, input] as const
    ) as Promise<Output<M>>
  }

  /** Opens and runs a package without looking at the pages on the way; its id. */
  async audited(name = PACKAGE): Promise<string> {
    const place = await this.placeOf(name)
    const [opened] = await this.call('open', { locations: [place] })
    await this.call('run', { package: opened!.package })
    await this.until(async () => (await this.call('state', { package: opened!.package })).state === 'done')
    return opened!.package
  }

  /** The token the desk gives for something on the person's desktop. */
  async placeOf(name: string): Promise<string> {
    const { entries } = await this.call('browse')
    const desktop = entries.find(each => each.name === 'Desktop')
    const inside = await this.call('browse', { location: desktop!.location })
    return inside.entries.find(each => each.name === name)!.location
  }

  async until(holds: () => Promise<boolean>): Promise<void> {
    const end = Date.now() + 120_000
    while (!(await holds())) {
      if (Date.now() > end) throw new Error('it never came')
      await new Promise(resolve => setTimeout(resolve, 100))
    }
  }

  /** Goes to a page by its address, as a link does. */
  async go(page: PageName, id?: string, query: Record<string, string> = {}): Promise<void> {
    const search = new URLSearchParams(query).toString()
    const address = `#/${id === undefined ? '' : `p/${id}/`}${page}${search ? `?${search}` : ''}`
    await this.page.evaluate(next => void (location.hash = next), address)
  }

  button(key: string, words?: Record<string, string | number>): Locator {
    return this.page.getByRole('button', { name: phrase(key, words) })
  }

  text(key: string, words?: Record<string, string | number>): Locator {
    return this.page.getByText(phrase(key, words))
  }
}

/** A phrase of the window as it stands on the page: `findings.confirm`. */
export function phrase(
  key: string,
  words: Record<string, string | number> = {},
  language: 'zh' | 'en' = 'zh'
): string {
  const [page, ...path] = key.split('.')
  const file = JSON.parse(readFileSync(join(root, `renderer/phrases/${page}.${language}.json`), 'utf8')) as unknown // prettier-ignore
  const found = path.reduce((value, part) => (value as Record<string, unknown>)[part], file)
  if (typeof found !== 'string') throw new Error(`there is no phrase ${key}`)
  return found.replace(/\{(\w+)\}/g, (_, name: string) => String(words[name] ?? ''))
}
