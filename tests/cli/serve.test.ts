import { describe, expect, it } from 'vitest'
import { packFrame, unpackFrame } from '../../src/support/web/frame.ts'
import { deskSays } from '../support/desk-double.ts'
import { serving, until } from '../support/serving.ts'
import { TRAVERSALS } from '../support/traversal.ts'

describe('the served window', () => {
  it('gives its page and assets with headers that allow nothing from elsewhere', async () => {
    const { ask } = await serving()
    const page = await ask('GET', '/')
    expect(page.status).toBe(200)
    expect(page.body.toString()).toContain('<title>window</title>')
    expect(page.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store'
    })
    const policy = page.headers['content-security-policy'] as string
    for (const each of ["default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'", "object-src 'none'", "base-uri 'none'", "form-action 'none'", "require-trusted-types-for 'script'"])
      expect(policy.split('; ')).toContain(each) // prettier-ignore
    expect(policy).not.toMatch(/unsafe|https?:|data:|\*/)
    expect((await ask('GET', '/assets/index-a1.js')).headers['content-type']).toMatch(/^text\/javascript/)
  })

  it('knows at least forty ways around its names, and gives nothing for any', async () => {
    const { ask } = await serving()
    expect(TRAVERSALS.length).toBeGreaterThanOrEqual(40)
    for (const path of TRAVERSALS.map(each => each.replace(/[^\x21-\x7e]/g, encodeURIComponent))) {
      const { status, body } = await ask('GET', path)
      expect([path, status, body.length]).toEqual([path, 404, 0])
    }
  })

  it('carries a call to the desk and its answer back', async () => {
    const { ask, desk, session } = await serving()
    const headers = await session()
    desk.answer = (_method, input) => ({ seen: input, 名: '痕' })
    const reply = await ask('POST', '/call/findings', { headers, body: '{"package":"p","limit":3}' })
    expect(reply.json()).toEqual({ value: { seen: { package: 'p', limit: 3 }, 名: '痕' } })
    expect(desk.calls).toEqual([{ method: 'findings', input: { package: 'p', limit: 3 } }])
  })

  it('carries bytes both ways unharmed', async () => {
    const { ask, desk, session } = await serving()
    const headers = await session()
    const bytes = Uint8Array.from({ length: 1000 }, (_, index) => index % 256)
    desk.answer = (method, input) =>
      method === 'importAnswers' ? { size: (input as { bytes: Uint8Array }).bytes.length } : { name: '报告.html', type: 'text/html', bytes } // prettier-ignore
    const file = await ask('POST', '/call/export', { headers, body: '{}' })
    expect(file.headers['content-type']).toBe('application/x-henshi-frame')
    expect(unpackFrame(file.body)).toEqual({ value: { name: '报告.html', type: 'text/html', bytes } })
    const framed = { ...headers, 'content-type': 'application/x-henshi-frame' }
    const body = packFrame({ package: 'p', bytes })
    expect((await ask('POST', '/call/importAnswers', { headers: framed, body })).json()).toEqual({ value: { size: 1000 } }) // prettier-ignore
    expect(desk.calls[1]!.input).toEqual({ package: 'p', bytes })
  })

  it('tells what the desk refuses by code, and nothing of our own mistakes', async () => {
    const { ask, desk, session } = await serving()
    const headers = await session()
    desk.answer = () => Promise.reject(deskSays('not-ready', 'still reading'))
    const refused = await ask('POST', '/call/overview', { headers, body: '{}' })
    expect([refused.status, refused.json()]).toEqual([200, { error: { code: 'not-ready', detail: 'still reading' } }]) // prettier-ignore
    desk.answer = () => Promise.reject(new Error('张三 at /home/secret'))
    const broken = await ask('POST', '/call/overview', { headers, body: '{}' })
    expect([broken.status, broken.json()]).toEqual([200, { error: { code: 'crashed', detail: '' } }])
  })

  it('shows a report once, without script, in an origin of its own', async () => {
    const { ask, desk } = await serving()
    desk.previews.set('one-time', '<!doctype html><style>p{color:red}</style><p>报告')
    const first = await ask('GET', '/preview/one-time')
    expect(first.body.toString()).toContain('报告')
    const policy = first.headers['content-security-policy'] as string
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[A-Za-z0-9+/]{43}='; img-src data:;/)
    expect(policy).toMatch(/frame-ancestors 'self'; sandbox$/)
    expect((await ask('GET', '/preview/one-time')).status).toBe(404)
  })
})

describe('the stream of events', () => {
  it('tells every window what happens, and beats when nothing does', async () => {
    const { clock, desk, listen, session } = await serving()
    const headers = await session()
    const windows = [await listen(headers), await listen(headers)]
    desk.emit({ type: 'queue' })
    clock.move(5000)
    for (const { lines } of windows) {
      await until(() => lines.length >= 3)
      expect(lines.map(line => (JSON.parse(line) as { type: string }).type)).toEqual([
        'beat',
        'queue',
        'beat'
      ])
    }
  })

  it('tells the first window of a package that was named on the command line', async () => {
    const { desk, listen, server, session } = await serving()
    desk.answer = () => [{ package: 'p1' }]
    await server.open('/somewhere/package')
    expect(desk.calls).toEqual([{ method: 'open', input: { locations: ['token-of-18'] } }])
    const { lines } = await listen(await session())
    await until(() => lines.length >= 2)
    expect(JSON.parse(lines[1]!)).toEqual({ type: 'open', packages: ['p1'] })
  })

  it('ends the program ten seconds after its last window, and not before the first has come', async () => {
    const { clock, desk, listen, server, session } = await serving()
    const headers = await session()
    clock.move(3_600_000)
    expect(desk.ended).toBe(false)
    const [one, two] = [await listen(headers), await listen(headers)]
    one.close()
    await until(() => clock.planned.length === 1)
    clock.move(60_000)
    expect(desk.ended).toBe(false)
    two.close()
    await until(() => lingering(clock))
    clock.move(9_999)
    expect(desk.ended).toBe(false)
    clock.move(1)
    await server.ended
    expect(desk.ended).toBe(true)
  })

  it('stays when the window was only reloaded', async () => {
    const { clock, desk, listen, session } = await serving()
    const headers = await session()
    const before = await listen(headers)
    before.close()
    await until(() => lingering(clock))
    clock.move(9_000)
    await listen(headers)
    clock.move(60_000)
    expect(desk.ended).toBe(false)
  })
})

/** The one thing waited for is the end: no window's beat is planned any more. */
function lingering(clock: { planned: readonly number[] }): boolean {
  return clock.planned.length === 1 && clock.planned[0] === 0
}
