import { describe, expect, it } from 'vitest'
import { serving } from '../support/serving.ts'

describe('the served window refuses', () => {
  it('a wrong token, and says only that', async () => {
    const { ask, token } = await serving()
    for (const wrong of [
      '',
      'x',
      `${token}x`,
      token.slice(1),
      token.toUpperCase(),
      null,
      7,
      [token],
      { token }
    ]) {
      const reply = await ask('POST', '/session', { body: JSON.stringify({ token: wrong }) })
      expect([reply.status, reply.json()]).toEqual([403, { error: { code: 'no-session', detail: '' } }])
    }
    const body = JSON.stringify({ token })
    expect((await ask('POST', '/session', { body })).status).toBe(200)
  })

  it('a second use of the token', async () => {
    const { ask, token } = await serving()
    const body = JSON.stringify({ token })
    expect((await ask('POST', '/session', { body })).status).toBe(200)
    expect((await ask('POST', '/session', { body })).status).toBe(403)
  })

  it('a call and a stream without the session, or with another one', async () => {
    const { ask, desk, session } = await serving()
    const { 'x-henshi-session': key } = await session()
    const tries: Record<string, string>[] = [
      {},
      { 'x-henshi-session': `${key}x` },
      { 'x-henshi-session': '' },
      { cookie: `x-henshi-session=${key}` }
    ]
    for (const headers of tries) {
      expect((await ask('POST', '/call/hello', { headers, body: '{}' })).status).toBe(403)
      expect((await ask('GET', '/events', { headers })).status).toBe(403)
    } // prettier-ignore
    expect(desk.calls).toEqual([])
  })

  it('a foreign Host, on pages too', async () => {
    const { ask, server, desk, session } = await serving()
    const headers = await session()
    const hosts = ['evil.example', `evil.example:${server.port}`, '127.0.0.1', 'localhost', `127.0.0.1.evil.example:${server.port}`, `127.0.0.1:${server.port + 1}`, `[::1]:${server.port}`, `0.0.0.0:${server.port}`, `127.1:${server.port}`, `LOCALHOST:${server.port}`] // prettier-ignore
    for (const host of hosts) {
      expect([host, (await ask('GET', '/', { headers: { host } })).status]).toEqual([host, 421])
      const origin = `http://${host}`
      expect((await ask('POST', '/call/hello', { headers: { ...headers, host, origin }, body: '{}' })).status).toBe(421) // prettier-ignore
    }
    expect(desk.calls).toEqual([])
    expect((await ask('GET', '/', { headers: { host: `localhost:${server.port}` } })).status).toBe(200)
  })

  it('a foreign Origin, on GET too, and a POST without one', async () => {
    const { ask, server, desk, session } = await serving()
    const headers = await session()
    const origins = ['null', 'http://evil.example', `https://127.0.0.1:${server.port}`, `http://127.0.0.1:${server.port + 1}`, 'http://127.0.0.1', `http://localhost:${server.port}`, 'file://', ''] // prettier-ignore
    for (const origin of origins) {
      const statuses = [
        await ask('GET', '/', { headers: { origin } }),
        await ask('POST', '/call/hello', { headers: { ...headers, origin }, body: '{}' }),
        await ask('POST', '/session', { headers: { origin }, body: '{}' })
      ].map(({ status }) => status)
      expect([origin, ...statuses]).toEqual([origin, 403, 403, 403])
    }
    const bare = { ...headers, 'content-type': 'application/json' }
    expect((await ask('POST', '/call/hello', { headers: bare, body: '{}', bare: true })).status).toBe(403)
    expect(desk.calls).toEqual([])
  })

  it('what another page fetches, embeds or frames, but not a link a person follows', async () => {
    const { ask } = await serving()
    const from = (site: string, mode: string, dest: string): Promise<{ status: number }> =>
      ask('GET', '/', { headers: { 'sec-fetch-site': site, 'sec-fetch-mode': mode, 'sec-fetch-dest': dest } })
    expect((await from('cross-site', 'no-cors', 'script')).status).toBe(403)
    expect((await from('same-site', 'cors', 'empty')).status).toBe(403)
    expect((await from('cross-site', 'navigate', 'iframe')).status).toBe(403)
    expect((await from('cross-site', 'navigate', 'document')).status).toBe(200)
    expect((await from('none', 'navigate', 'document')).status).toBe(200)
  })

  it.each(['PUT', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH', 'TRACE'])(
    '%s, and never names another origin',
    async method => {
      const { ask, server } = await serving()
      const reply = await ask(method, '/', { headers: { origin: `http://127.0.0.1:${server.port}` } })
      expect(reply.status).toBe(405)
      expect(Object.keys(reply.headers).filter(name => name.startsWith('access-control-'))).toEqual([])
    }
  )

  it('a body over its cap, announced or not, before the desk hears of it', async () => {
    const { ask, desk, session } = await serving()
    const headers = await session()
    const big = new Uint8Array(2 ** 20 + 1).fill(0x20)
    const outcome = (chunked: boolean): Promise<unknown> =>
      ask('POST', '/call/hello', { headers: { ...headers, ...(chunked && { 'transfer-encoding': 'chunked' }) }, body: big })
        .then(({ status }) => status) // prettier-ignore
    expect(await outcome(false)).toBe(413)
    expect(await outcome(true)).toBe(413)
    const framed = { ...headers, 'content-type': 'application/x-henshi-frame' }
    const announced = { ...framed, 'content-length': String(32 * 2 ** 20 + 1) }
    expect((await ask('POST', '/call/importAnswers', { headers: announced, body: 'x' })).status).toBe(413)
    expect(desk.calls).toEqual([])
  })

  it('an unknown method, and names every object has', async () => {
    const { ask, desk, session } = await serving()
    const headers = await session()
    for (const name of [
      'nothing',
      'constructor',
      'toString',
      'hasOwnProperty',
      'locate',
      'end',
      'takePreview'
    ]) {
      const reply = await ask('POST', `/call/${name}`, { headers, body: '{}' })
      expect([name, reply.status, reply.json()]).toEqual([name, 404, { error: { code: 'unknown-method', detail: '' } }]) // prettier-ignore
    }
    for (const name of ['', '__proto__', 'hello/', 'hello?x=1', '../call/hello', 'hello%00'])
      expect([name, (await ask('POST', `/call/${name}`, { headers, body: '{}' })).status]).toEqual([
        name,
        404
      ])
    expect(desk.calls).toEqual([])
  })

  it('other types than JSON, bytes where none belong, and what does not parse', async () => {
    const { ask, desk, session } = await serving()
    const headers = await session()
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', ''])
      expect((await ask('POST', '/call/hello', { headers: { ...headers, 'content-type': type }, body: '{}' })).status).toBe(415) // prettier-ignore
    const framed = { ...headers, 'content-type': 'application/x-henshi-frame' }
    expect((await ask('POST', '/call/hello', { headers: framed, body: 'xxxx' })).status).toBe(415)
    expect((await ask('POST', '/call/importAnswers', { headers: framed, body: 'xxxxxx' })).status).toBe(400)
    for (const body of ['', '{', '{"a":', new Uint8Array([0xff, 0xfe])])
      expect((await ask('POST', '/call/hello', { headers, body })).status).toBe(400)
    expect(desk.calls).toEqual([])
  })
})
