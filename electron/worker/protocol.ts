import type { DeskErrorValue, DeskEvent } from '../../src/desk/contract.ts'
import type { Paths } from '../../src/model/paths.ts'

/** What main and the desk's process say to each other; both are ours, so types will do. */
export type ToDesk =
  | { type: 'ask'; id: number; what: 'call'; method: string; input: unknown }
  | { type: 'ask'; id: number; what: 'locate'; path: string }
  | { type: 'ask'; id: number; what: 'takePreview'; token: string }
  /** With a port to the child, as the one port of the message. */
  | { type: 'reader-port'; reader: number }
  | { type: 'reader-errors'; reader: number; text: string }
  | { type: 'reader-gone'; reader: number }
  | { type: 'end' }

export type FromDesk =
  | { type: 'answer'; id: number; value?: unknown; error?: DeskErrorValue }
  | { type: 'event'; event: DeskEvent }
  | { type: 'reader'; reader: number; wish: ReaderWish }

/** What main does for the desk: only main can start processes. Which program a child runs is main's own. */
export type ReaderWish = { what: 'start'; start: string } | { what: 'kill' }

/** What the desk's process is told in its first argument, as JSON. */
export interface DeskStart {
  paths: Paths
  engine: string // built entry of the engine's thread
}
