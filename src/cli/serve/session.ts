import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** Header that carries the session's key; never a cookie, which other pages would send along. */
export const SESSION_HEADER = 'x-henshi-session'

/**
 * The one-time token of the address, and the one session it is exchanged for. The token lies in the fragment, which
 * browsers do not send; whoever is first to exchange it has the window, everyone after is refused.
 */
export class Sessions {
  readonly token = randomBytes(32).toString('base64url')
  private key: string | undefined

  /** The session's key for the token; undefined for a wrong one and for every further use. */
  exchange(token: unknown): string | undefined {
    if (this.key !== undefined || !same(token, this.token)) return undefined
    this.key = randomBytes(32).toString('base64url')
    return this.key
  }

  knows(key: unknown): boolean {
    return this.key !== undefined && same(key, this.key)
  }
}

/** Compared by hash, so that neither time nor length tells how much was right. */
function same(given: unknown, expected: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(typeof given === 'string' ? given : ''), digest(expected))
}
