import { Cancelled, type Fork, type Paths } from '../index.ts'
import { CONTRACT, ERRORS, type DeskEvent, type DeskFile, type ErrorCode, type ExportRequest, type Location, type MethodName, type Output } from './contract.ts' // prettier-ignore
import { DeskError } from './desk-error.ts'
import { DeskState } from './desk.ts'
import { EngineFailure } from './engine/engine.ts'
import { exportFile } from './export.ts'
import { outputMethods } from './methods/outputs.ts'
import { packageMethods } from './methods/packages.ts'
import { peopleMethods } from './methods/people.ts'
import { programMethods } from './methods/program.ts'
import { resultMethods } from './methods/results.ts'
import type { Methods } from './methods/table.ts'
import type { ShellDesk } from './shell-side.ts'

export interface DeskOptions {
  paths: Paths
  engine: string // built entry of the engine's thread
  shell: 'electron' | 'browser'
  can: Output<'hello'>['can']
  /** How a reading child is started, where a thread may not start one itself. */
  fork?: Fork
  /** A native dialog; paths chosen. */
  choose?: (what: 'folder' | 'archive' | 'saved' | 'file' | 'files') => Promise<string[]>
  /** Wall clock, YYYY-MM-DDTHH:MM:SS; the system's when not given. */
  now?: () => string
}

export interface Desk extends ShellDesk {
  on(listener: (event: DeskEvent) => void): () => void
  locate(path: string): Promise<Location>
  /** The same file `export` gives, for a shell that prints it. */
  exportFor(request: ExportRequest): Promise<DeskFile>
  takePreview(token: string): string | undefined
}

/** The desk: everything the window may ask, whatever shell it stands in. Rejects with `DeskError` and nothing else. */
export async function createDesk(options: DeskOptions): Promise<Desk> {
  const desk = new DeskState(options)
  await desk.load()
  const methods: Methods<MethodName> = {
    ...programMethods(desk),
    ...packageMethods(desk),
    ...resultMethods(desk),
    ...peopleMethods(desk),
    ...outputMethods(desk)
  }
  return {
    call: (method, input) => answered(() => call(methods, method, input)),
    on: listener => desk.on(listener),
    locate: path => answered(() => desk.locations.at(path)),
    exportFor: request => answered(() => exportFile(desk, request)),
    takePreview: token => desk.previews.take(token),
    end: () => desk.end()
  }
}

async function call(methods: Methods<MethodName>, method: string, input: unknown): Promise<unknown> {
  if (!Object.hasOwn(CONTRACT, method)) throw new DeskError('unknown-method')
  const name = method as MethodName
  const checked = CONTRACT[name].input.safeParse(input ?? {})
  if (!checked.success) throw new DeskError('bad-input', checked.error.issues[0]?.path.join('.').slice(0, 200)) // prettier-ignore
  return (methods[name] as (given: unknown) => Promise<unknown>)(checked.data)
}

/** Whatever goes wrong inside has a code outside. */
async function answered<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof DeskError) throw error
    if (error instanceof Cancelled) throw new DeskError('cancelled')
    if (error instanceof EngineFailure && isCode(error.intake)) throw new DeskError(error.intake)
    throw new DeskError('crashed', String((error as Error)?.message ?? error).slice(0, 500))
  }
}

function isCode(code: string | undefined): code is ErrorCode {
  return (ERRORS as readonly (string | undefined)[]).includes(code)
}
