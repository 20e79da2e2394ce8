import type { IpcRenderer } from 'electron'
import type { Bridge, DeskEvent, DeskFile, ExportRequest } from '../../src/desk/contract.ts'
import { METHODS } from './methods.ts'

type Ipc = Pick<IpcRenderer, 'invoke' | 'on' | 'off'>

/** The contract's methods and what only a shell can do; no channel can be named from the page. */
export function exposedBridge(ipc: Ipc, pathOf: (file: File) => string): Bridge {
  const methods = METHODS.map(name => [
    name,
    name === 'importAnswers'
      ? (input?: unknown) => ask(ipc, 'henshi:import', input)
      : (input?: unknown) => ask(ipc, 'henshi:call', name, input)
  ])
  return Object.freeze({
    ...(Object.fromEntries(methods) as unknown as Bridge),
    on(listener: (event: DeskEvent) => void) {
      const heard = (_event: unknown, event: DeskEvent): void => listener(event)
      ipc.on('henshi:event', heard)
      void ask(ipc, 'henshi:listen').catch(() => {})
      return () => void ipc.off('henshi:event', heard)
    },
    save: (file: DeskFile) => ask(ipc, 'henshi:save', file) as Promise<string | undefined>,
    pdf: (request: ExportRequest) => ask(ipc, 'henshi:pdf', request) as Promise<DeskFile>,
    // A file the page made itself has no path; main hears only of what lies on the disk.
    dropped: (files: readonly File[]) =>
      ask(ipc, 'henshi:dropped', files.map(pathOf).filter(Boolean)) as ReturnType<Bridge['dropped']>
  })
}

/** Rejects with a message that `renderer/bridge/desk-error.ts` reads: between the worlds an error is its message. */
async function ask(ipc: Ipc, channel: string, ...given: unknown[]): Promise<unknown> {
  const answer = (await ipc.invoke(channel, ...given)) as {
    value?: unknown
    error?: { code: string; detail: string }
  }
  if (answer.error) throw new Error(`henshi-desk-error:${answer.error.code}:${answer.error.detail}`)
  return answer.value
}
