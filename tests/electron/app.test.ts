import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { electronBinary } from '../../electron/binary.mjs'
import { temporaryFolder } from '../support/paths.ts'

const root = resolve(import.meta.dirname, '../..')
const binary = electronBinary(root)
const built = existsSync(join(root, 'out/main/main.js'))

/** The real app, unpacked: the fuse that a driver needs is off in a packed one. */
describe.skipIf(!binary || !built)(
  `the app in Electron${binary ? '' : ' (Electron’s program is not on this machine)'}`,
  () => {
    let app: ElectronApplication
    let page: Page
    const complaints: string[] = []

    beforeAll(async () => {
      app = await _electron.launch({
        executablePath: binary!,
        args: [root],
        env: { ...process.env, HENSHI_HOME: temporaryFolder() } as Record<string, string>
      })
      page = await app.firstWindow()
      page.on('console', message => message.type() === 'error' && complaints.push(message.text()))
      await page.waitForLoadState('load')
    })
    afterAll(() => app?.close())

    it('shows the window from its own scheme, with no word in the console', async () => {
      expect(page.url()).toMatch(/^app:\/\/ui\//)
      await page.waitForSelector('#app > *')
      expect(complaints).toEqual([])
    })

    it('gives the page the bridge and nothing of Node', async () => {
      const seen = await page.evaluate(() => ({
        node: ['require', 'process', 'Buffer', 'module', 'global'].filter(name => name in globalThis),
        bridge: Object.isFrozen((globalThis as unknown as { henshi: object }).henshi)
      }))
      expect(seen).toEqual({ node: [], bridge: true })
    })

    it('answers from the desk’s own process', async () => {
      const hello = await page.evaluate(async () => {
        const { henshi } = globalThis as unknown as { henshi: { hello(): Promise<{ shell: string; can: object }> } } // prettier-ignore
        return henshi.hello()
      })
      expect(hello).toMatchObject({ shell: 'electron', can: { chooseNatively: true, dropPaths: true, pdf: true } }) // prettier-ignore
      const names = await app.evaluate(({ app: own }) => own.getAppMetrics().map(each => each.serviceName ?? each.name)) // prettier-ignore
      expect(names.join()).toContain('henshi-desk')
    })

    it('reads the sample with children that main started, to the end', async () => {
      const state = await page.evaluate(async () => {
        interface Asked { package: string; state: string; location: { location: string } }
        const { henshi } = globalThis as unknown as {
          henshi: {
            sample(): Promise<{ location: string }>
            open(input: object): Promise<Asked[]>
            run(input: object): Promise<Asked>
            state(input: object): Promise<Asked>
          }
        }
        const { location } = await henshi.sample()
        const [opened] = await henshi.open({ locations: [location] })
        await henshi.run({ package: opened!.package })
        for (;;) {
          const now = await henshi.state({ package: opened!.package })
          if (['done', 'stopped', 'failed'].includes(now.state)) return now.state
          await new Promise(wait => setTimeout(wait, 200))
        }
      }) // prettier-ignore
      expect(state).toBe('done')
    }, 300_000)

    it('refuses what a page must not do', async () => {
      const outcome = await page.evaluate(async () => {
        const blocked = async (act: () => Promise<unknown>): Promise<boolean> => act().then(() => false, () => true) // prettier-ignore
        return {
          web: await blocked(() => fetch('https://example.org/')),
          file: await blocked(() => fetch('file:///etc/passwd')),
          window: window.open('https://example.org/') === null,
          code: await blocked(async () => new Function('return 1')()),
          notifications: await Notification.requestPermission()
        }
      })
      expect(outcome).toEqual({ web: true, file: true, window: true, code: true, notifications: 'denied' })
      await page.evaluate(() => void (location.href = 'https://example.org/'))
      expect(page.url()).toMatch(/^app:\/\/ui\//)
      expect(app.windows()).toHaveLength(1)
    })
  }
)
