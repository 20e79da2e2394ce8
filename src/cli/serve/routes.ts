import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { CONTRACT, deskError } from '../../desk/contract.ts'
import type { ShellDesk } from '../../desk/shell-side.ts'
import type { Asset } from '../../support/web/assets.ts'
import { FRAME, unpackFrame } from '../../support/web/frame.ts'
import { reportPolicy, WINDOW_POLICY } from '../../support/web/policy.ts'
import { styleHashes } from '../../support/web/style-hashes.ts'
import { answer, answerError, answerJson, answerValue, refuse } from './answer.ts'
import { bodyOf, CAPS, TooBig } from './body.ts'
import type { Windows } from './events.ts'
import { refusal } from './guard.ts'
import { SESSION_HEADER, type Sessions } from './session.ts'

export interface Served {
  desk: ShellDesk
  assets: ReadonlyMap<string, Asset>
  sessions: Sessions
  windows: Windows
  port: number
}

const PREVIEW = /^\/preview\/([A-Za-z0-9_-]{1,80})$/
const CALL = /^\/call\/([A-Za-z]{1,40})$/
/** Methods whose input holds bytes. */
const WITH_BYTES = new Set(['importAnswers'])

/** Every request ends here; nothing in an address is ever joined to a path. */
export async function route(
  request: IncomingMessage,
  response: ServerResponse,
  served: Served
): Promise<void> {
  const refused = refusal(request, served.port)
  if (refused) return refuse(response, refused)
  const address = request.url ?? ''
  try {
    if (request.method === 'POST') return await post(address, request, response, served)
    if (address === '/events') return listen(request, response, served)
    const token = PREVIEW.exec(address)?.[1]
    if (token !== undefined) return preview(token, response, served)
    const asset = served.assets.get(address)
    if (!asset) return refuse(response, 404)
    answer(response, 200, asset.type, await readFile(asset.file), WINDOW_POLICY)
  } catch (error) {
    if (error instanceof TooBig) return tooBig(response)
    refuse(response, 500)
  }
}

async function post(
  address: string,
  request: IncomingMessage,
  response: ServerResponse,
  served: Served
): Promise<void> {
  if (address === '/session') return exchange(request, response, served)
  const method = CALL.exec(address)?.[1]
  if (method === undefined) return refuse(response, 404)
  if (!served.sessions.knows(request.headers[SESSION_HEADER])) return noSession(response)
  if (!Object.hasOwn(CONTRACT, method)) return answerError(response, 'unknown-method', '', 404)
  return call(method, request, response, served)
}

async function exchange(
  request: IncomingMessage,
  response: ServerResponse,
  { sessions }: Served
): Promise<void> {
  if (typeOf(request) !== 'application/json') return refuse(response, 415)
  const given = json(await bodyOf(request, CAPS.token)) as { token?: unknown } | null | undefined
  const session = sessions.exchange(given?.token)
  if (session === undefined) return noSession(response)
  answerJson(response, 200, { session })
}

async function call(
  method: string,
  request: IncomingMessage,
  response: ServerResponse,
  { desk }: Served
): Promise<void> {
  const type = typeOf(request)
  const framed = type === FRAME && WITH_BYTES.has(method)
  // JSON is no type a page of another origin may send unasked, so anything else is refused.
  if (!framed && type !== 'application/json') return refuse(response, 415)
  const body = await bodyOf(request, framed ? CAPS.bytes : CAPS.call)
  const input = framed ? frame(body) : json(body)
  if (input === undefined) return answerError(response, 'bad-input', '', 400)
  try {
    answerValue(response, await desk.call(method, input))
  } catch (error) {
    const known = deskError.safeParse(error)
    if (known.success) answerError(response, known.data.code, known.data.detail)
    // Messages of our own mistakes may quote a package; the window needs only to know that it was one.
    else answerError(response, 'crashed')
  }
}

function listen(request: IncomingMessage, response: ServerResponse, { sessions, windows }: Served): void {
  if (!sessions.knows(request.headers[SESSION_HEADER])) return noSession(response)
  if (!windows.add(response)) refuse(response, 429)
}

/** A frame cannot send the session's key: the address itself is the key, and is good once. */
function preview(token: string, response: ServerResponse, { desk }: Served): void {
  const report = desk.takePreview(token)
  if (report === undefined) return refuse(response, 404)
  const text = typeof report === 'string' ? report : Buffer.from(report).toString('utf8')
  answer(response, 200, 'text/html; charset=utf-8', text, reportPolicy(styleHashes(text)))
}

/** Said as an answer where the session was refused, so that the window can say it in words. */
function noSession(response: ServerResponse): void {
  response.setHeader('connection', 'close')
  answerError(response, 'no-session', '', 403)
}

function tooBig(response: ServerResponse): void {
  response.setHeader('connection', 'close')
  answerError(response, 'too-big', '', 413)
}

function typeOf(request: IncomingMessage): string {
  return (request.headers['content-type'] ?? '').split(';')[0]!.trim().toLowerCase()
}

function json(body: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch {
    return undefined
  }
}

function frame(body: Buffer): unknown {
  try {
    return unpackFrame(body)
  } catch {
    return undefined
  }
}
