import { deskError, type DeskErrorValue } from '../../src/desk/contract.ts'
import type { ShellDesk } from '../../src/desk/shell-side.ts'
import type { Fork } from '../../src/index.ts'
import { portFork } from './fork.ts'
import type { ParentPort } from './parent-port.ts'
import type { FromDesk, ToDesk } from './protocol.ts'

/** Answers main in the desk's name; `over` is called when the desk has ended as asked. */
export async function host(
  parent: ParentPort,
  makeDesk: (fork: Fork) => Promise<ShellDesk>,
  over: () => void
): Promise<void> {
  const post = (message: FromDesk): void => parent.postMessage(message)
  const { fork, hear } = portFork((reader, wish) => post({ type: 'reader', reader, wish }))
  const made = makeDesk(fork)
  // Questions may come before the desk is there; they wait for it.
  parent.on('message', ({ data, ports }) => {
    const message = data as ToDesk
    if (message.type === 'ask') void answer(made, message).then(post)
    else if (message.type === 'end') void made.then(desk => desk.end()).finally(over)
    else hear(message, ports[0])
  })
  const desk = await made
  desk.on(event => post({ type: 'event', event }))
}

async function answer(made: Promise<ShellDesk>, asked: Extract<ToDesk, { type: 'ask' }>): Promise<FromDesk> {
  const { id } = asked
  try {
    return { type: 'answer', id, value: await valueOf(await made, asked) }
  } catch (error) {
    return { type: 'answer', id, error: errorOf(error) }
  }
}

function valueOf(desk: ShellDesk, asked: Extract<ToDesk, { type: 'ask' }>): unknown {
  switch (asked.what) {
    case 'call':
      return desk.call(asked.method, asked.input)
    case 'locate':
      return desk.locate(asked.path)
    case 'takePreview':
      return desk.takePreview(asked.token)
  }
}

/** Only codes go on; messages of our own mistakes may quote a package. */
function errorOf(error: unknown): DeskErrorValue {
  const known = deskError.safeParse(error)
  return known.success ? known.data : { code: 'crashed', detail: '' }
}
