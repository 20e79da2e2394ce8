import { readFile } from 'node:fs/promises'
import type { CustomScheme, Session } from 'electron'
import type { Asset } from '../../src/support/web/assets.ts'
import { EVERY_ANSWER, reportPolicy, WINDOW_POLICY } from '../../src/support/web/policy.ts'
import { styleHashes } from '../../src/support/web/style-hashes.ts'
import { ORIGIN } from './security.ts'

/** Registered before the app is ready. Standard and secure, so that `'self'` and storage mean what they say. */
export const SCHEME: CustomScheme = {
  scheme: 'app',
  privileges: { standard: true, secure: true, supportFetchAPI: true }
}

export interface Pages {
  assets: ReadonlyMap<string, Asset>
  /** The report behind a one-time address. */
  takePreview(token: string): Promise<string | Uint8Array | undefined>
}

export function servePages(session: Session, pages: Pages): void {
  session.protocol.handle('app', request => page(request, pages))
}

/** An address is a name of the fixed set or nothing; it is never joined to a folder. */
export async function page(request: Request, { assets, takePreview }: Pages): Promise<Response> {
  if (request.method !== 'GET' || !request.url.startsWith(`${ORIGIN}/`)) return nothing()
  const address = request.url.slice(ORIGIN.length).replace(/#.*$/s, '')
  const token = /^\/preview\/([A-Za-z0-9_-]{1,80})$/.exec(address)?.[1]
  if (token !== undefined) {
    const report = await takePreview(token)
    return report === undefined ? nothing() : reportPage(report)
  }
  const asset = assets.get(address)
  if (!asset) return nothing()
  return answer(200, asset.type, new Uint8Array(await readFile(asset.file)), WINDOW_POLICY)
}

export function reportPage(report: string | Uint8Array): Response {
  const text = typeof report === 'string' ? report : Buffer.from(report).toString('utf8')
  return answer(200, 'text/html; charset=utf-8', text, reportPolicy(styleHashes(text)))
}

export function nothing(): Response {
  return answer(404, 'text/plain', '', "default-src 'none'")
}

function answer(
  status: number,
  type: string,
  body: string | Uint8Array<ArrayBuffer>,
  policy: string
): Response {
  return new Response(body, {
    status,
    headers: { ...EVERY_ANSWER, 'content-type': type, 'content-security-policy': policy }
  })
}
