import type { IpcMain, WebContents } from 'electron'
import { beforeEach, describe, expect, it, vi } from 'vitest'

vi.mock('electron', () => ({}))

import { registerChannels, type Abilities } from '../../electron/main/channels.ts'
import { weightOf } from '../../electron/main/weight.ts'
import { deskSays } from '../support/desk-double.ts'
import { ContentsDouble, IpcDouble } from '../support/electron-double.ts'

let ipc: IpcDouble
let window: ContentsDouble
let asked: unknown[][]
let abilities: Abilities

beforeEach(() => {
  ipc = new IpcDouble()
  window = new ContentsDouble()
  asked = []
  const note =
    (name: string) =>
    (...given: unknown[]): Promise<never> => {
      asked.push([name, ...given])
      return Promise.resolve(`${name} done` as never)
    }
  abilities = { call: note('call'), choose: note('choose'), save: note('save'), pdf: note('pdf'), located: note('located'), listening: () => void asked.push(['listening']) } // prettier-ignore
  registerChannels(ipc as unknown as IpcMain, () => window as unknown as WebContents, abilities)
})

const ours = (): object => ({ sender: window, senderFrame: window.mainFrame })
const error = (code: string): object => ({ error: { code, detail: '' } })

describe('the channels', () => {
  it('are these and no others', () => {
    expect([...ipc.channels.keys()].sort()).toEqual(
      ['henshi:call', 'henshi:dropped', 'henshi:import', 'henshi:listen', 'henshi:pdf', 'henshi:save']
    ) // prettier-ignore
  })

  it('carry what our window asks', async () => {
    expect(await ipc.call('henshi:call', ours(), 'state', { package: 'p' })).toEqual({ value: 'call done' })
    expect(await ipc.call('henshi:call', ours(), 'hello', undefined)).toEqual({ value: 'call done' })
    expect(await ipc.call('henshi:call', ours(), 'choose', { what: 'folder' })).toEqual({
      value: 'choose done'
    })
    expect(await ipc.call('henshi:dropped', ours(), ['/a'])).toEqual({ value: 'located done' })
    expect(asked).toEqual([['call', 'state', { package: 'p' }], ['call', 'hello', {}], ['choose', 'folder'], ['located', ['/a']]]) // prettier-ignore
  })

  it('carry bytes of a sheet that came back and of a file to save', async () => {
    const bytes = new Uint8Array(2 ** 21)
    expect(await ipc.call('henshi:import', ours(), { package: 'p', bytes })).toEqual({ value: 'call done' })
    expect(await ipc.call('henshi:save', ours(), { name: 'a', type: 'b', bytes })).toEqual({
      value: 'save done'
    })
  })

  it('tell the desk’s refusals by code and keep our own mistakes to themselves', async () => {
    abilities.call = () => Promise.reject(deskSays('not-ready', 'reading'))
    expect(await ipc.call('henshi:call', ours(), 'queue', {})).toEqual({ error: { code: 'not-ready', detail: 'reading' } }) // prettier-ignore
    abilities.call = () => Promise.reject(new Error('/home/张三/secret'))
    expect(await ipc.call('henshi:call', ours(), 'queue', {})).toEqual(error('crashed'))
  })
})

const frame = (origin: string): object => ({ origin })
/** Who is not our window's page. */
const strangers: [string, () => object][] = [
  ['a frame that has gone', () => ({ sender: window, senderFrame: null })],
  ['no frame at all', () => ({ sender: window })],
  ['a frame inside the page', () => ({ sender: window, senderFrame: frame('app://ui') })],
  ['a report shown in the page', () => ({ sender: window, senderFrame: frame('null') })],
  ['another window', () => ({ sender: new ContentsDouble(), senderFrame: window.mainFrame })],
  ['another window’s own page', () => {
    const other = new ContentsDouble()
    return { sender: other, senderFrame: other.mainFrame }
  }],
  ['nobody', () => ({ sender: null, senderFrame: null })],
  ...['https://example.org', 'http://127.0.0.1', 'file://', 'null', '', 'app://ui.evil', 'app://UI', 'app://ui/', 'app://report', 'data:', 'chrome://gpu'].map(
    (origin): [string, () => object] => [`our page gone to ${origin || 'nowhere'}`, () => ({ sender: window, senderFrame: (window.mainFrame = { origin }) })]
  )
] // prettier-ignore

describe('forged calls are refused and reach nothing', () => {
  it.each(strangers)('from %s, on every channel', async (_who, event) => {
    for (const name of ipc.channels.keys())
      expect(await ipc.call(name, event(), 'queue', {})).toEqual(error('no-session'))
    expect(asked).toEqual([])
  })

  it('from a window that is gone', async () => {
    window.destroyed = true
    expect(await ipc.call('henshi:call', ours(), 'queue', {})).toEqual(error('no-session'))
  })

  const inputs: [string, string, unknown[]][] = [
    ['a method there is not', 'henshi:call', ['nothing', {}]],
    ['a name every object has', 'henshi:call', ['constructor', {}]],
    ['a name of the prototype', 'henshi:call', ['__proto__', {}]],
    ['what only main may ask', 'henshi:call', ['locate', { path: '/etc' }]],
    ['a method that is no text', 'henshi:call', [{ toString: 'queue' }, {}]],
    ['a method in a list', 'henshi:call', [['queue'], {}]],
    ['bytes by the channel of questions', 'henshi:call', ['importAnswers', { package: 'p' }]],
    ['nothing', 'henshi:call', []],
    ['more than was asked for', 'henshi:call', ['queue', {}, 'more']],
    ['a path where a token belongs', 'henshi:call', ['open', { locations: [{ path: '/etc' }] }]],
    ['an endless list of tokens', 'henshi:call', ['open', { locations: Array(201).fill('a') }]],
    ['a choice there is not', 'henshi:call', ['choose', { what: 'disk' }]],
    ['a number where text belongs', 'henshi:call', ['state', { package: 7 }]],
    ['a package’s name that is too long', 'henshi:call', ['state', { package: 'x'.repeat(81) }]],
    ['a hash that is a path', 'henshi:call', ['exhibit', { package: 'p', sha256: '../../etc/passwd' }]],
    ['a slice of everything', 'henshi:call', ['findings', { package: 'p', limit: 1e9 }]],
    ['a picture of any size', 'henshi:call', ['preview', { package: 'p', no: 1, size: 1e6 }]],
    ['a negative material', 'henshi:call', ['material', { package: 'p', no: -1 }]],
    ['an unknown language', 'henshi:call', ['configure', { language: 'xx' }]],
    ['an unknown decision', 'henshi:call', ['decide', { package: 'p', ids: ['a'], decision: 'guilty' }]],
    ['an import that is no object', 'henshi:import', ['x']],
    ['an import of text for bytes', 'henshi:import', [{ package: 'p', bytes: 'x' }]],
    ['a file without bytes', 'henshi:save', [{ name: 'a', type: 'b' }]],
    ['a file that is a path', 'henshi:save', ['/etc/passwd']],
    ['a report of no package', 'henshi:pdf', [{ what: 'html', language: 'zh' }]],
    ['a report of an unknown kind', 'henshi:pdf', [{ package: 'p', what: 'exe', language: 'zh' }]],
    ['drops that are no paths', 'henshi:dropped', [[1, 2]]],
    ['an empty drop path', 'henshi:dropped', [['']]],
    ['too many drops', 'henshi:dropped', [Array(201).fill('/a')]],
    ['words to a listener', 'henshi:listen', ['x']]
  ] // prettier-ignore

  it('at least thirty kinds are tried', () =>
    expect(strangers.length + inputs.length).toBeGreaterThanOrEqual(30))

  it.each(inputs)('with %s', async (_what, name, given) => {
    expect(await ipc.call(name, ours(), ...given)).toEqual(error('bad-input'))
    expect(asked).toEqual([])
  })

  it('with more than the cap, in text, bytes, numbers of things or depth', async () => {
    let deep: unknown = 'x'
    for (let level = 0; level < 100; level++) deep = { deep }
    const endless: { self?: unknown } = {}
    endless.self = endless
    const big = [{ search: 'x'.repeat(2 ** 20) }, { bytes: new Uint8Array(2 ** 20 + 1) }, Array(200_000).fill(1), deep, endless] // prettier-ignore
    for (const input of big)
      expect(await ipc.call('henshi:call', ours(), 'findings', input)).toEqual(error('too-big'))
    expect(await ipc.call('henshi:import', ours(), { bytes: new Uint8Array(2 ** 25 + 1) })).toEqual(error('too-big')) // prettier-ignore
    expect(asked).toEqual([])
  })
})

describe('the weight of a value', () => {
  it('counts text, bytes, keys and things', () => {
    expect(weightOf('ab', 100)).toBe(8)
    expect(weightOf(new Uint8Array(10), 100)).toBe(18)
    expect(weightOf({ a: [1, 2] }, 100)).toBe(8 + 1 + 8 + 1 + 8 + 1 + 8)
    expect(weightOf('x'.repeat(60), 100)).toBe(Infinity)
  })
})
