import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, it, vi } from 'vitest'

vi.mock('electron', () => ({ app: {}, dialog: {} }))

import { pathsIn } from '../../electron/main/arguments.ts'
import { openOptions, plainName } from '../../electron/main/dialogs.ts'
import { EventQueue } from '../../electron/main/event-queue.ts'
import { menuOf } from '../../electron/main/menu.ts'
import { boundsFrom } from '../../electron/main/window-state.ts'
import { WORDS } from '../../electron/main/words.ts'
import { electronBinary } from '../../electron/binary.mjs'
import { temporaryFolder } from '../support/paths.ts'

const screens = [{ x: 0, y: 0, width: 1366, height: 768 }]

describe('the window’s place', () => {
  const kept = (text: string): string => {
    const file = join(temporaryFolder(), 'window.json')
    writeFileSync(file, text)
    return file
  }
  const usual = { width: 1280, height: 700 }

  it('is where it was', () => {
    const state = { x: 10, y: 20, width: 1000, height: 700, maximized: true }
    expect(boundsFrom(kept(JSON.stringify(state)), screens)).toEqual(state)
  })

  it('is the usual one when that screen is gone, or what was kept is nothing', () => {
    const away = { x: 3000, y: 20, width: 1000, height: 700, maximized: false }
    expect(boundsFrom(kept(JSON.stringify(away)), screens)).toEqual(usual)
    for (const text of ['', '{', 'null', '[]', '{"x":1}', JSON.stringify({ ...away, x: 0, width: 1e9 })])
      expect(boundsFrom(kept(text), screens)).toEqual(usual)
    expect(boundsFrom(join(temporaryFolder(), 'none'), screens)).toEqual(usual)
  })
})

describe('the menu', () => {
  const labels = (menu: readonly MenuItemConstructorOptions[]): string[] =>
    menu.flatMap(each => [
      ...(each.label ? [each.label] : []),
      ...(Array.isArray(each.submenu) ? labels(each.submenu) : [])
    ])

  it('stands in both languages, each entry in its own', () => {
    const actions = { open: () => {}, about: () => {} }
    const [zh, en] = [labels(menuOf('zh', actions, 'linux')), labels(menuOf('en', actions, 'linux'))]
    expect(zh.length).toBe(en.length)
    expect(zh.every(label => /[\u4e00-\u9fff]/.test(label))).toBe(true)
    expect(en.every(label => !/[\u4e00-\u9fff]/.test(label))).toBe(true)
    expect(Object.keys(WORDS.zh)).toEqual(Object.keys(WORDS.en))
  })

  it('opens what its entry says', () => {
    const opened: string[] = []
    const [file] = menuOf('zh', { open: what => void opened.push(what), about: () => {} }, 'win32')
    for (const item of file!.submenu as MenuItemConstructorOptions[]) item.click?.({} as never, undefined, {} as never) // prettier-ignore
    expect(opened).toEqual(['folder', 'archive', 'saved'])
  })
})

describe('words a program is started with', () => {
  it('are paths or nothing', () => {
    const argv = ['henshi', '--no-sandbox', '材料', '/abs/包.zip', 'https://example.org', 'javascript:x', '', '-x', 'file:///etc/passwd'] // prettier-ignore
    expect(pathsIn(argv, '/work', 1)).toEqual([resolve('/work', '材料'), '/abs/包.zip'])
    expect(pathsIn(['electron', '.', 'a'], '/w', 2)).toEqual([resolve('/w', 'a')])
  })
})

describe('a suggested name', () => {
  it('is a name: no folder, nothing a system reads', () => {
    expect(plainName('报告-2024.html')).toBe('报告-2024.html')
    expect(plainName('../../etc/passwd')).toBe('passwd')
    expect(plainName('..\\..\\Windows\\win.ini')).toBe('win.ini')
    expect(plainName('a<b>:"c|d?*.html')).toBe('a_b___c_d__.html')
    expect(plainName('lmth\u202e.exe ')).toBe('lmth_.exe')
    expect(plainName('.bashrc')).toBe('henshi.bashrc')
    expect(plainName('...')).toBe('henshi')
    expect(plainName('x'.repeat(500)).length).toBe(120)
  })
})

describe('dialogs', () => {
  it('open folders where a folder is meant, and files elsewhere', () => {
    expect(openOptions('folder', 'zh').properties).toContain('openDirectory')
    for (const what of ['archive', 'saved', 'file', 'files'] as const)
      expect(openOptions(what, 'en').properties).toContain('openFile')
    expect(openOptions('saved', 'zh').filters).toEqual([{ name: '已存的核查', extensions: ['henshi'] }])
  })
})

describe('events for a window that does not listen', () => {
  it('are dropped, but for what was opened', () => {
    const heard: string[] = []
    const queue = new EventQueue(event => void heard.push(event.type))
    queue.send({ type: 'open', packages: ['a'] })
    queue.send({ type: 'queue' })
    queue.open()
    queue.send({ type: 'queue' })
    queue.close()
    queue.send({ type: 'queue' })
    expect(heard).toEqual(['open', 'queue'])
  })
})

describe('Electron’s program', () => {
  it('is found where it is named or unpacked, and is never asked to be downloaded', () => {
    const root = temporaryFolder()
    expect(electronBinary(root, {})).toBeUndefined()
    mkdirSync(join(root, 'node_modules/electron/dist'), { recursive: true })
    writeFileSync(join(root, 'node_modules/electron/path.txt'), 'electron-program\n')
    writeFileSync(join(root, 'node_modules/electron/dist/electron-program'), '')
    expect(electronBinary(root, {})).toBe(join(root, 'node_modules/electron/dist/electron-program'))
    expect(electronBinary(root, { ELECTRON_EXEC_PATH: join(root, 'nowhere') })).toBeUndefined()
    expect(electronBinary(root, { ELECTRON_EXEC_PATH: root })).toBe(root)
  })
})
