import {
  CONTRACT,
  type Bridge,
  type DeskEvent,
  type MethodName,
  type Output
} from '../../../src/desk/contract.ts'

type Answers = { [M in MethodName]?: Output<M> | ((input: never) => Output<M> | Promise<Output<M>>) }

export interface FakeBridge {
  bridge: Bridge
  /** What the window asked, in order. */
  calls: { method: MethodName; input: unknown }[]
  callsOf(method: MethodName): unknown[]
  emit(event: DeskEvent): void
  answers: Answers
}

/**
 * A desk that answers what the test gives it, and rejects with `missing` for the rest. What the window asks must fit
 * the contract, as at the real desk.
 */
export function fakeBridge(answers: Answers): FakeBridge {
  const calls: FakeBridge['calls'] = []
  const listeners = new Set<(event: DeskEvent) => void>()
  const methods = Object.fromEntries(
    (Object.keys(CONTRACT) as MethodName[]).map(method => [
      method,
      async (input: unknown = {}) => {
        calls.push({ method, input: CONTRACT[method].input.parse(input) })
        const answer = answers[method]
        if (answer === undefined) throw Object.assign(new Error(method), { code: 'missing', detail: method })
        return typeof answer === 'function' ? (answer as (input: unknown) => unknown)(input) : answer
      }
    ])
  )
  const bridge = {
    ...methods,
    on(listener: (event: DeskEvent) => void) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    save: async (file: { name: string }) => file.name,
    pdf: async () => ({ name: 'report.pdf', type: 'application/pdf', bytes: new Uint8Array() }),
    dropped: async () => []
  } as unknown as Bridge
  return {
    bridge,
    calls,
    callsOf: method => calls.filter(call => call.method === method).map(call => call.input),
    emit: event => listeners.forEach(listener => listener(event)),
    answers
  }
}
