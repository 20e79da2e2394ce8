import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron'
import type { z } from 'zod'
import { deskError, type DeskErrorValue, type ErrorCode } from '../../src/desk/contract.ts'
import { ORIGIN } from './security.ts'
import { weightOf } from './weight.ts'

/** What goes back over every channel: errors travel as values, an exception would lose its code and show its stack. */
export type Envelope = { value: unknown } | { error: DeskErrorValue }

export interface Channel<Args extends readonly unknown[]> {
  name: string
  /** Of everything that comes in, as a tuple. */
  args: z.ZodType<Args>
  /** Bytes. */
  cap: number
  handle(...args: Args): Promise<unknown>
}

/** 1 MiB is more than any question needs; `importAnswers` and saving carry whole files. */
export const CAPS = { question: 2 ** 20, file: 512 * 2 ** 20, sheet: 32 * 2 ** 20 } as const

/**
 * The one door between window and main (checklist, 17): the caller must be the main frame of our window, at our
 * origin; what it sends must fit the cap and the schema.
 */
export function registerChannel<Args extends readonly unknown[]>(
  ipc: IpcMain,
  window: () => WebContents | undefined,
  channel: Channel<Args>
): void {
  ipc.handle(channel.name, async (event, ...given: unknown[]): Promise<Envelope> => {
    if (!isOurs(event, window())) return refuse('no-session')
    if (weightOf(given, channel.cap) > channel.cap) return refuse('too-big')
    const args = channel.args.safeParse(given)
    if (!args.success) return refuse('bad-input')
    try {
      return { value: await channel.handle(...args.data) }
    } catch (error) {
      const known = deskError.safeParse(error)
      return known.success ? { error: known.data } : refuse('crashed')
    }
  })
}

/** `senderFrame` is null once its frame has gone or navigated. */
function isOurs(event: IpcMainInvokeEvent, contents: WebContents | undefined): boolean {
  const frame = event.senderFrame
  return (
    contents !== undefined &&
    !contents.isDestroyed() &&
    event.sender === contents &&
    frame !== null &&
    frame === contents.mainFrame &&
    frame.origin === ORIGIN
  )
}

function refuse(code: ErrorCode): Envelope {
  return { error: { code, detail: '' } }
}
