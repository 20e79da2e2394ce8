import type { IpcMain, WebContents } from 'electron'
import { z } from 'zod'
import {
  CONTRACT,
  exportRequest,
  file,
  type DeskFile,
  type ExportRequest,
  type Location,
  type MethodName
} from '../../src/desk/contract.ts'
import { CAPS, registerChannel } from './channel.ts'

/** What main does itself; everything else is asked of the desk. */
export interface Abilities {
  call(method: MethodName, input: unknown): Promise<unknown>
  choose(what: string): Promise<Location[]>
  save(file: DeskFile): Promise<string | undefined>
  pdf(request: ExportRequest): Promise<DeskFile>
  located(paths: readonly string[]): Promise<Location[]>
  /** The window listens from now on. */
  listening(): void
}

const NAMES = Object.keys(CONTRACT) as [MethodName, ...MethodName[]]
const method = z.enum(NAMES)
/** Longer than any path Windows, macOS or Linux has. */
const path = z.string().min(1).max(32_767)

/** Every channel there is. `tests/electron/preload.test.ts` holds the preload to this list. */
export function registerChannels(
  ipc: IpcMain,
  window: () => WebContents | undefined,
  abilities: Abilities
): void {
  registerChannel(ipc, window, {
    name: 'henshi:call',
    args: z.tuple([method.exclude(['importAnswers']), z.unknown()]),
    cap: CAPS.question,
    async handle(name, input) {
      const checked = inputOf(name, input)
      return name === 'choose'
        ? abilities.choose((checked as { what: string }).what)
        : abilities.call(name, checked)
    }
  })
  registerChannel(ipc, window, {
    name: 'henshi:import',
    args: z.tuple([z.unknown()]),
    cap: CAPS.sheet,
    handle: async input => abilities.call('importAnswers', inputOf('importAnswers', input))
  })
  registerChannel(ipc, window, {
    name: 'henshi:save',
    args: z.tuple([file]),
    cap: CAPS.file,
    handle: each => abilities.save(each)
  })
  registerChannel(ipc, window, {
    name: 'henshi:pdf',
    args: z.tuple([exportRequest]),
    cap: CAPS.question,
    handle: request => abilities.pdf(request)
  })
  registerChannel(ipc, window, {
    name: 'henshi:dropped',
    args: z.tuple([z.array(path).max(200)]),
    cap: CAPS.question,
    handle: paths => abilities.located(paths)
  })
  registerChannel(ipc, window, {
    name: 'henshi:listen',
    args: z.tuple([]),
    cap: CAPS.question,
    handle: async () => abilities.listening()
  })
}

/** The desk checks again; here it keeps what is no question from going further. */
function inputOf(name: MethodName, input: unknown): unknown {
  const checked = CONTRACT[name].input.safeParse(input ?? {})
  if (!checked.success) throw Object.assign(new Error('bad input'), { code: 'bad-input', detail: '' })
  return checked.data
}
