import type { Paths } from '../model/paths.ts'

/** Exit codes of the contract. */
export const EXIT = { ok: 0, nothing: 1, usage: 2, partly: 3, cancelled: 130 } as const

/** What the entry hands down. */
export interface Shell {
  paths: Paths
  engine: string // built entry of the engine's thread
  renderer: string // folder of the built window
}

export function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** For people at a terminal; never part of what a script reads. */
export function tell(line: string): void {
  process.stderr.write(`${line}\n`)
}
