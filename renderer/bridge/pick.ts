import type { Bridge } from '../../src/desk/contract.ts'
import { typedRejections } from './electron.ts'
import { connectHttp } from './http.ts'

/**
 * The bridge of the shell this page is in: the preload's object in Electron, else the server that served the page.
 * Rejects with a `DeskError` (`no-session`, `disconnected`) when there is no way to the desk.
 */
export async function pickBridge(): Promise<Bridge> {
  const exposed = (globalThis as { henshi?: Bridge }).henshi
  return exposed ? typedRejections(exposed) : connectHttp()
}
