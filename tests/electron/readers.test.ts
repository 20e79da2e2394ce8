import { EventEmitter } from 'node:events'
import { PassThrough } from 'node:stream'
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import type { MessageChannelMain, UtilityProcess } from 'electron'
import { describe, expect, it, vi } from 'vitest'

vi.mock('electron', () => ({}))

import { DeskProcess } from '../../electron/main/desk-process.ts'
import { Readers } from '../../electron/main/readers.ts'
import { portFork, type Port } from '../../electron/worker/fork.ts'
import { host } from '../../electron/worker/host.ts'
import type { ParentPort } from '../../electron/worker/parent-port.ts'
import type { FromDesk, ToDesk } from '../../electron/worker/protocol.ts'
import { MEMORY_MARK } from '../../src/isolation/start.ts'
import { DeskDouble, deskSays } from '../support/desk-double.ts'
import { until } from '../support/serving.ts'

/** Node's port with the manners of Electron's. */
function mannered(port: MessagePort): Port {
  return {
    postMessage: message => port.postMessage(message),
    on: (_event, listener) => port.on('message', (data: unknown) => listener({ data })),
    start: () => port.ref(),
    close: () => port.close()
  }
}

/** A utility process that is none: what is sent to it and the port it got. */
class ProcessDouble extends EventEmitter {
  readonly stderr = new PassThrough()
  readonly got: { message: unknown; ports: unknown[] }[] = []
  killed = false

  constructor(readonly pid?: number) {
    super()
  }

  postMessage(message: unknown, ports: unknown[] = []): void {
    this.got.push({ message, ports })
  }

  kill(): boolean {
    this.killed = true
    return true
  }
}

function world() {
  const started: { process: ProcessDouble; start: string }[] = []
  const killed: number[] = []
  const readers = new Readers({
    fork: start => {
      const process = new ProcessDouble(1000 + started.length)
      started.push({ process, start })
      return process as unknown as UtilityProcess
    },
    channel: () => new MessageChannel() as unknown as MessageChannelMain,
    kill: pid => void killed.push(pid)
  })
  const { fork, hear } = portFork((reader, wish) =>
    readers.wish(reader, wish, {
      postMessage: (message: ToDesk, ports: MessagePort[] = []) =>
        queueMicrotask(() => hear(message as never, ports[0] && mannered(ports[0])))
    } as never)
  )
  return { started, killed, readers, fork }
}

describe('a reading child started by main', () => {
  it('is joined to its starter by a port, in both directions, what was said early included', async () => {
    const { started, fork } = world()
    const child = fork('/any/entry.js', ['{"pool":"documents"}'], {})
    child.send({ type: 'read', n: 1 })
    expect(started.map(({ start }) => start)).toEqual(['{"pool":"documents"}'])
    const [{ message, ports }] = started[0]!.process.got as [{ message: unknown; ports: MessagePort[] }]
    expect(message).toEqual({ type: 'port' })
    const heard: unknown[] = []
    const back: unknown[] = []
    ports[0]!.on('message', (data: unknown) => {
      heard.push(data)
      ports[0]!.postMessage({ type: 'part', bytes: new Uint8Array([1, 2]) })
    })
    child.on('message', said => void back.push(said))
    await until(() => back.length === 1)
    child.send({ type: 'ack' })
    await until(() => heard.length === 2)
    expect(heard).toEqual([{ type: 'read', n: 1 }, { type: 'ack' }])
    expect(back[0]).toEqual({ type: 'part', bytes: new Uint8Array([1, 2]) })
    ports[0]!.close()
  })

  it('tells why it ended, and that it ended', async () => {
    const { started, fork, readers } = world()
    const child = fork('', ['{}'], {})
    let errors = ''
    let closed = false
    child.stderr!.on('data', chunk => (errors += String(chunk)))
    child.on('close', () => (closed = true))
    await until(() => readers.size === 1)
    started[0]!.process.stderr.write(`${MEMORY_MARK}\n`)
    await until(() => errors !== '')
    started[0]!.process.emit('exit', 1)
    await until(() => closed)
    expect(errors).toContain(MEMORY_MARK)
    expect(readers.size).toBe(0)
  })

  it('is ended hard, by itself or with all others', async () => {
    const { fork, killed, readers } = world()
    const children = [fork('', ['{}'], {}), fork('', ['{}'], {}), fork('', ['{}'], {})]
    children[1]!.kill('SIGKILL')
    expect(killed).toEqual([1001])
    readers.killAll()
    expect(killed).toEqual([1001, 1000, 1001, 1002])
  })

  it('is not started without end, nor with words beyond measure', async () => {
    const { fork, started, readers } = world()
    const gone: number[] = []
    for (let n = 0; n < 140; n++) fork('', ['{}'], {}).on('close', () => void gone.push(n))
    await until(() => gone.length === 10)
    expect([started.length, readers.size]).toEqual([130, 130])
    readers.killAll()
    const { fork: another, started: none } = world()
    let closed = false
    another('', ['x'.repeat(20_000)], {}).on('close', () => (closed = true))
    await until(() => closed)
    expect(none).toEqual([])
  })
})

describe('the desk in its own process', () => {
  const noReaders = { onReader: () => {}, onEvent: () => {}, onFall: () => {}, onGivenUp: () => {} }

  /** Main's end and the desk's end, joined. */
  async function joined(desk: DeskDouble) {
    const process = new ProcessDouble()
    let toHost: (event: { data: unknown; ports: Port[] }) => void = () => {}
    process.postMessage = message => void queueMicrotask(() => toHost({ data: message, ports: [] }))
    const parent: ParentPort = {
      on: (_event, listener) => void (toHost = listener),
      once: () => {},
      postMessage: message => void process.emit('message', structuredClone(message))
    }
    await host(parent, async () => desk, () => void process.emit('exit', 0)) // prettier-ignore
    return process
  }

  it('answers by value, by code, and tells of events', async () => {
    const desk = new DeskDouble()
    const process = await joined(desk)
    const events: unknown[] = []
    const main = new DeskProcess({ ...noReaders, start: () => process as unknown as UtilityProcess, onEvent: event => void events.push(event) }) // prettier-ignore
    desk.answer = (_method, input) => ({ input, bytes: new Uint8Array([7]) })
    expect(await main.call('state', { package: 'p' })).toEqual({ input: { package: 'p' }, bytes: new Uint8Array([7]) }) // prettier-ignore
    desk.answer = () => Promise.reject(deskSays('not-ready', 'reading'))
    await expect(main.call('state', {})).rejects.toMatchObject({ code: 'not-ready', detail: 'reading' })
    desk.answer = () => Promise.reject(new Error('/home/张三'))
    await expect(main.call('state', {})).rejects.toMatchObject({ code: 'crashed', detail: '' })
    expect((await main.locate('/a/b')).kind).toBe('folder')
    desk.previews.set('t', '<p>')
    expect([await main.takePreview('t'), await main.takePreview('t')]).toEqual(['<p>', undefined])
    desk.emit({ type: 'queue' })
    expect(events).toEqual([{ type: 'queue' }])
    await main.end()
    expect(desk.ended).toBe(true)
    await expect(main.call('state', {})).rejects.toMatchObject({ code: 'disconnected' })
  })

  it('is started again when it falls, three times, and its children fall with it', async () => {
    const started: ProcessDouble[] = []
    const told: string[] = []
    const main = new DeskProcess({
      start: () => {
        started.push(new ProcessDouble())
        return started.at(-1) as unknown as UtilityProcess
      },
      onReader: () => {},
      onEvent: event => void told.push(event.type),
      onFall: () => void told.push('fall'),
      onGivenUp: () => void told.push('given up')
    })
    const asked = main.call('overview', {})
    started[0]!.emit('exit', 1)
    await expect(asked).rejects.toMatchObject({ code: 'crashed' })
    for (const at of [1, 2, 3]) started[at]!.emit('exit', 1)
    expect(started).toHaveLength(4)
    expect(told).toEqual(['fall', 'queue', 'fall', 'queue', 'fall', 'queue', 'fall', 'given up'])
  })

  it('is ended hard when it does not end by itself', async () => {
    const process = new ProcessDouble()
    process.kill = () => process.emit('exit', 0)
    const main = new DeskProcess({ ...noReaders, start: () => process as unknown as UtilityProcess })
    await main.end(10)
    expect(process.got.map(({ message }) => message)).toEqual([{ type: 'end' }])
  })

  it('asks for children by number and start alone', () => {
    const wish = { type: 'reader', reader: 1, wish: { what: 'start', start: '{}' } } satisfies FromDesk
    expect(Object.keys(wish.wish).sort()).toEqual(['start', 'what'])
  })
})
