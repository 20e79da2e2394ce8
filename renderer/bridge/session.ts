import { DeskError } from './desk-error.ts'

export const SESSION_HEADER = 'x-henshi-session'
/** Kept for reloads of this tab, gone with it. */
const KEY = 'henshi-session'

/**
 * The session's key: exchanged once for the token in the address (`#t=…`), kept in sessionStorage afterwards. The
 * token is taken out of the address bar and the history at once. Rejects with `no-session` for a used or wrong token,
 * or where there is none.
 */
export async function openSession(): Promise<string> {
  const token = /^#t=([\w-]{20,100})$/.exec(location.hash)?.[1]
  if (token === undefined) {
    const kept = sessionStorage.getItem(KEY)
    if (kept === null) throw new DeskError('no-session')
    return kept
  }
  history.replaceState(null, '', location.pathname)
  const session = await exchange(token)
  sessionStorage.setItem(KEY, session)
  return session
}

async function exchange(token: string): Promise<string> {
  const request = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token })
  }
  const response = await fetch('/session', request).catch(() => {
    throw new DeskError('disconnected')
  })
  const said = (await response.json().catch(() => ({}))) as { session?: unknown }
  if (typeof said.session !== 'string') throw new DeskError('no-session')
  return said.session
}
