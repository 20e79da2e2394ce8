import type { IncomingMessage } from 'node:http'

/**
 * Whether a request comes from our own window, judged by headers a page cannot set: undefined when it may pass, else
 * the status of the refusal. `Host` stops names that were pointed at this machine (rebinding), `Origin` and
 * `Sec-Fetch-Site` stop other pages.
 */
export function refusal(request: IncomingMessage, port: number): 403 | 405 | 421 | undefined {
  const { host, origin } = request.headers
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`]
  if (hostsOf(request) !== 1 || !hosts.includes(host ?? '')) return 421
  if (request.method !== 'GET' && request.method !== 'POST') return 405
  // A browser always says where a POST comes from, so a missing Origin is no page of ours.
  if (request.method === 'POST' && origin === undefined) return 403
  if (origin !== undefined && origin !== `http://${host}`) return 403
  if (fromElsewhere(request)) return 403
  return undefined
}

function hostsOf({ rawHeaders }: IncomingMessage): number {
  return rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === 'host').length
}

/** Another page may lead a person here (a link), but not fetch, embed or frame anything. */
function fromElsewhere({ headers }: IncomingMessage): boolean {
  const site = headers['sec-fetch-site']
  if (site === undefined || site === 'same-origin' || site === 'none') return false
  return headers['sec-fetch-mode'] !== 'navigate' || headers['sec-fetch-dest'] !== 'document'
}
