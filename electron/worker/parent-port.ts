import type { Port } from './fork.ts'

/** What Electron puts into a utility process; its own types name it only where all of Electron is declared. */
export interface ParentPort {
  on(event: 'message', listener: (event: { data: unknown; ports: Port[] }) => void): unknown
  once(event: 'message', listener: (event: { data: unknown; ports: Port[] }) => void): unknown
  postMessage(message: unknown): void
}

export function parentPort(): ParentPort {
  return (process as unknown as { parentPort: ParentPort }).parentPort
}
