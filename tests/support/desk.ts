import { join, resolve } from 'node:path'
import { createDesk, type Desk, type DeskOptions } from '../../src/desk/create-desk.ts'
import { CONTRACT, type DeskEvent, type Input, type MethodName, type Output, type PackageState } from '../../src/desk/contract.ts' // prettier-ignore
import { testPaths } from './paths.ts'

const root = resolve(import.meta.dirname, '../..')

/** A desk as shells hold it, asked with types, every answer held to the contract. */
export interface TestDesk {
  desk: Desk
  events: DeskEvent[]
  ask<M extends MethodName>(method: M, input?: Input<M>): Promise<Output<M>>
  /** Waits until a package is in one of these states. */
  reaches(id: string, ...states: PackageState['state'][]): Promise<PackageState>
  /** Waits for an event that has come, or comes. */
  hears(is: (event: DeskEvent) => boolean): Promise<DeskEvent>
}

export async function deskOn(data?: string, options: Partial<DeskOptions> = {}): Promise<TestDesk> {
  const paths = { ...testPaths(), ...(data !== undefined && { data }) }
  const desk = await createDesk({
    paths,
    engine: join(root, 'out/main/engine.js'),
    shell: 'browser',
    can: { chooseNatively: false, dropPaths: false, pdf: false },
    ...options
  })
  const events: DeskEvent[] = []
  desk.on(event => events.push(event))
  const ask = async <M extends MethodName>(method: M, input?: Input<M>): Promise<Output<M>> =>
    CONTRACT[method].output.parse(await desk.call(method, input)) as Output<M>
  const until = async <T>(look: () => Promise<T | undefined> | T | undefined): Promise<T> => {
    for (let i = 0; i < 6000; i++) {
      const seen = await look()
      if (seen !== undefined) return seen
      await new Promise(next => setTimeout(next, 10))
    }
    throw new Error(`waited in vain; last: ${JSON.stringify(events.slice(-5))}`)
  }
  return {
    desk,
    events,
    ask,
    reaches: (id, ...states) =>
      until(async () => {
        const state = await ask('state', { package: id })
        if (state.state === 'failed' && !states.includes('failed')) throw new Error(JSON.stringify(state))
        return states.includes(state.state) ? state : undefined
      }),
    hears: is => until(() => events.find(is))
  }
}

/** Puts a place on the desk. */
export async function put({ desk, ask }: TestDesk, path: string): Promise<string> {
  const [state] = await ask('open', { locations: [(await desk.locate(path)).location] })
  return state!.package
}
