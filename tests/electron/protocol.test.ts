import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it, vi } from 'vitest'

vi.mock('electron', () => ({}))

import { page, SCHEME, type Pages } from '../../electron/main/protocol.ts'
import { assetsIn } from '../../src/support/web/assets.ts'
import { temporaryFolder } from '../support/paths.ts'
import { TRAVERSALS } from '../support/traversal.ts'

const folder = temporaryFolder()
const reports = new Map<string, string>()
let pages: Pages

beforeAll(() => {
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>window</title>')
  writeFileSync(join(folder, 'assets/index-a1.js'), 'export {}')
  writeFileSync(join(folder, 'assets/program.exe'), 'no type of ours')
  pages = {
    assets: assetsIn(folder)!,
    takePreview: async token => {
      const report = reports.get(token)
      reports.delete(token)
      return report
    }
  }
})

/** A request as Electron hands it over, with the address as it stands: `Request` itself would tidy it. */
const ask = (url: string, method = 'GET'): Promise<Response> => page({ url, method } as Request, pages)

describe('app://ui', () => {
  it('is standard and secure, and may neither skip the policy nor be fetched by others', () => {
    expect(SCHEME).toEqual({ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }) // prettier-ignore
  })

  it('gives the page and its assets under the strict policy', async () => {
    const answer = await ask('app://ui/')
    expect([answer.status, await answer.text()]).toEqual([200, '<!doctype html><title>window</title>'])
    expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self';/)
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect((await ask('app://ui/assets/index-a1.js')).headers.get('content-type')).toMatch(/^text\/javascript/)
    expect((await ask('app://ui/#/findings')).status).toBe(200)
  }) // prettier-ignore

  it('gives nothing for at least forty ways around its names', async () => {
    expect(TRAVERSALS.length).toBeGreaterThanOrEqual(40)
    // A fragment never reaches a server, and is no way around.
    for (const path of TRAVERSALS.filter(each => !each.includes('#'))) {
      const answer = await ask(`app://ui${path}`)
      expect([path, answer.status, (await answer.arrayBuffer()).byteLength]).toEqual([path, 404, 0])
    }
  })

  it('knows no other host, method or type', async () => {
    for (const url of ['app://evil/', 'app://ui.evil/', 'app://ui@evil/', 'app://ui:1/', 'app:/', 'app://', 'file:///etc/passwd', 'app://report/', 'app://ui/assets/program.exe'])
      expect([url, (await ask(url)).status]).toEqual([url, 404]) // prettier-ignore
    for (const method of ['POST', 'PUT', 'HEAD', 'OPTIONS'])
      expect([method, (await ask('app://ui/', method)).status]).toEqual([method, 404])
  })

  it('shows a report once, without script and in an origin of its own', async () => {
    reports.set('one-time', '<style>p{}</style><p>报告')
    const answer = await ask('app://ui/preview/one-time')
    expect(await answer.text()).toContain('报告')
    expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-.*frame-ancestors 'self'; sandbox$/) // prettier-ignore
    expect((await ask('app://ui/preview/one-time')).status).toBe(404)
    expect((await ask('app://ui/preview/../index.html')).status).toBe(404)
  })
})
