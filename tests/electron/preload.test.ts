import { beforeEach, describe, expect, it, vi } from 'vitest'

const electron = vi.hoisted(() => ({
  exposed: {} as Record<string, unknown>,
  asked: [] as unknown[][],
  heard: new Map<string, (event: unknown, given: unknown) => void>(),
  answer: { value: 'answer' } as unknown
}))

vi.mock('electron', () => ({
  contextBridge: { exposeInMainWorld: (name: string, what: unknown) => void (electron.exposed[name] = what) },
  ipcRenderer: {
    invoke: (...given: unknown[]) => {
      electron.asked.push(given)
      return Promise.resolve(electron.answer)
    },
    on: (name: string, listener: (event: unknown, given: unknown) => void) => void electron.heard.set(name, listener),
    off: (name: string) => void electron.heard.delete(name)
  },
  webUtils: { getPathForFile: (file: { at?: string }) => file.at ?? '' }
})) // prettier-ignore

import { asDeskError } from '../../renderer/bridge/desk-error.ts'
import { typedRejections } from '../../renderer/bridge/electron.ts'
import { CONTRACT, type Bridge } from '../../src/desk/contract.ts'
import '../../electron/preload/index.ts'

const bridge = electron.exposed['henshi'] as Bridge

beforeEach(() => {
  electron.asked.length = 0
  electron.answer = { value: 'answer' }
})

describe('what the page sees', () => {
  it('is one frozen object with the contract’s methods and what only a shell can do', () => {
    expect(Object.keys(electron.exposed)).toEqual(['henshi'])
    expect(Object.isFrozen(bridge)).toBe(true)
    expect(Object.keys(bridge).sort()).toEqual(
      [...Object.keys(CONTRACT), 'dropped', 'on', 'pdf', 'save'].sort()
    )
    expect(Object.values(bridge).every(each => typeof each === 'function')).toBe(true)
  })

  it('names no channel: a method goes where it goes', async () => {
    await bridge.state({ package: 'p' })
    await bridge.importAnswers({ package: 'p', bytes: new Uint8Array(1) })
    expect(electron.asked).toEqual([
      ['henshi:call', 'state', { package: 'p' }],
      ['henshi:import', { package: 'p', bytes: new Uint8Array(1) }]
    ])
  })

  it('gives paths of dropped files only, and leaves out what has none', async () => {
    await bridge.dropped([{ at: '/a' }, {}, { at: '/b' }] as unknown as File[])
    expect(electron.asked).toEqual([['henshi:dropped', ['/a', '/b']]])
  })

  it('hears events until it stops listening, without Electron’s own event', () => {
    const events: unknown[][] = []
    const stop = bridge.on((...given) => void events.push(given))
    electron.heard.get('henshi:event')!({ sender: 'electron' }, { type: 'queue' })
    expect(events).toEqual([[{ type: 'queue' }]])
    expect(electron.asked).toEqual([['henshi:listen']])
    stop()
    expect(electron.heard.has('henshi:event')).toBe(false)
  })

  it('brings refusals to the window as errors with a code', async () => {
    electron.answer = { error: { code: 'unreadable', detail: '盘已断开: E:\\' } }
    const rejected = await bridge.queue().catch((error: unknown) => error)
    // Between the worlds only the message survives.
    const crossed = new Error((rejected as Error).message)
    expect(asDeskError(crossed)).toMatchObject({
      name: 'DeskError',
      code: 'unreadable',
      detail: '盘已断开: E:\\'
    })
    await expect(typedRejections(bridge).queue()).rejects.toMatchObject({
      name: 'DeskError',
      code: 'unreadable'
    })
    expect(asDeskError(new TypeError('x'))).toMatchObject({ code: 'crashed', detail: '' })
  })
})
