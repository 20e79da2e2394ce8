import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { App, Session, WebContents } from 'electron'
import { describe, expect, it, vi } from 'vitest'

vi.mock('electron', () => ({}))

import {
  hostileSwitches,
  isOwn,
  REPORT_PREFERENCES,
  secureApp,
  secureContents,
  secureSession,
  WEB_PREFERENCES
} from '../../electron/main/security.ts'
import { WINDOW_POLICY } from '../../src/support/web/policy.ts'
import { AppDouble, ContentsDouble, refusable, SessionDouble } from '../support/electron-double.ts'

const root = resolve(import.meta.dirname, '../..')

function session(): SessionDouble {
  const double = new SessionDouble()
  secureSession(double as unknown as Session)
  return double
}

function contents(packaged = true): ContentsDouble {
  const double = new ContentsDouble()
  secureContents(double as unknown as WebContents, packaged)
  return double
}

/** Whether an event of the contents was refused. */
function refused(name: string, fields: object): boolean {
  const event = refusable(fields)
  contents().emit(name, event)
  return event.refused
}

describe('the security checklist', () => {
  it('1, no remote content: only our scheme and pictures the window made are loaded, the network is off', () => {
    const { handlers, network } = session()
    const asked = (url: string): boolean => {
      let cancelled = false
      handlers['request']!({ url } as never, ((answer: { cancel: boolean }) => (cancelled = answer.cancel)) as never) // prettier-ignore
      return !cancelled
    }
    for (const url of [
      'app://ui/',
      'app://ui/assets/a.js',
      'app://ui/preview/x',
      'app://report/',
      'blob:app://ui/1-2'
    ])
      expect([url, asked(url)]).toEqual([url, true])
    const foreign = ['http://127.0.0.1/', 'https://example.org/', 'ws://127.0.0.1/', 'wss://x/', 'file:///etc/passwd', 'ftp://x/', 'data:text/html,x', 'app://ui.evil/', 'app://evil/', 'app://report/x', 'app:ui', 'APP://ui/', 'blob:http://127.0.0.1/1', 'blob:app://ui.evil/1', 'chrome://gpu', 'devtools://devtools', 'chrome-extension://x/', 'about:blank', 'javascript:1', ''] // prettier-ignore
    for (const url of foreign) expect([url, asked(url), isOwn(url)]).toEqual([url, false, false])
    expect(network).toEqual({ offline: true })
  })

  it('2, no Node in pages, frames and workers', () => {
    for (const preferences of [WEB_PREFERENCES, REPORT_PREFERENCES])
      expect(preferences).toMatchObject({ nodeIntegration: false, nodeIntegrationInWorker: false, nodeIntegrationInSubFrames: false }) // prettier-ignore
  })

  it('3, context isolation everywhere', () => {
    expect(WEB_PREFERENCES.contextIsolation).toBe(true)
    expect(REPORT_PREFERENCES.contextIsolation).toBe(true)
  })

  it('4, the sandbox, for the app before anything else and for each window', () => {
    const app = new AppDouble()
    secureApp(app as unknown as App)
    expect(app.did).toEqual(['sandbox'])
    expect([WEB_PREFERENCES.sandbox, REPORT_PREFERENCES.sandbox]).toEqual([true, true])
    const entry = readFileSync(join(root, 'electron/main/start.ts'), 'utf8')
    expect(entry).toMatch(/export function startApp\([^)]*\): void \{\s+secureApp\(app\)/)
  })

  it('5, every permission is refused, in every session', () => {
    const app = new AppDouble()
    secureApp(app as unknown as App)
    const any = new SessionDouble()
    app.emit('session-created', any)
    const { handlers } = any
    const names = ['clipboard-read', 'clipboard-sanitized-write', 'display-capture', 'fullscreen', 'geolocation', 'idle-detection', 'media', 'mediaKeySystem', 'midi', 'midiSysex', 'notifications', 'pointerLock', 'keyboardLock', 'openExternal', 'speaker-selection', 'storage-access', 'window-management', 'fileSystem', 'hid', 'serial', 'usb', 'deprecated-sync-clipboard-read', 'unknown'] // prettier-ignore
    for (const name of names) {
      const answers: unknown[] = []
      handlers['permissionRequest']!(null as never, name as never, ((answer: boolean) => answers.push(answer)) as never) // prettier-ignore
      answers.push(handlers['permissionCheck']!(null as never, name as never))
      expect([name, ...answers]).toEqual([name, false, false])
    }
    expect(handlers['device']!()).toBe(false)
    const given: unknown[] = []
    const note = ((answer: unknown) => given.push(answer)) as never
    handlers['display']!({} as never, note)
    handlers['bluetooth']!({} as never, note)
    expect(given).toEqual([{}, { confirmed: false }])
  })

  it('6 and 8–10, defaults that are right are not named anywhere', () => {
    for (const word of [
      'webSecurity',
      'allowRunningInsecureContent',
      'experimentalFeatures',
      'enableBlinkFeatures'
    ])
      expect([word, sourcesThat(new RegExp(`\\b${word}\\s*[:=]`))]).toEqual([word, []])
  })

  it('7, a policy that allows nothing inline, nothing from elsewhere and no code from text', () => {
    const rules = new Map(WINDOW_POLICY.split('; ').map(rule => [rule.split(' ')[0]!, rule]))
    expect(rules.get('default-src')).toBe("default-src 'none'")
    for (const name of ['base-uri', 'form-action', 'frame-ancestors', 'object-src'])
      expect(rules.get(name)).toBe(`${name} 'none'`)
    for (const name of ['script-src', 'style-src', 'font-src', 'connect-src', 'worker-src', 'frame-src'])
      expect(rules.get(name)).toBe(`${name} 'self'`)
    expect(rules.get('require-trusted-types-for')).toBe("require-trusted-types-for 'script'")
    expect(WINDOW_POLICY).not.toMatch(/unsafe|data:|\*|http/)
  })

  it('11 and 12, no webview', () => {
    expect(WEB_PREFERENCES.webviewTag).toBe(false)
    expect(refused('will-attach-webview', {})).toBe(true)
  })

  it('13, a page goes nowhere, its frame only to a report', () => {
    const foreign = ['https://example.org/', 'http://127.0.0.1/', 'file:///etc/passwd', 'javascript:1', 'data:text/html,x', 'blob:app://ui/1', 'app://ui.evil/', 'app://ui@evil/', 'app://ui/preview/x', 'app://ui/assets/a.js', 'app://ui/../x', 'about:blank', 'app://report/'] // prettier-ignore
    for (const url of foreign) {
      expect([url, refused('will-navigate', { url })]).toEqual([url, true])
      expect([url, refused('will-frame-navigate', { url, isMainFrame: true })]).toEqual([url, true])
      expect([url, refused('will-redirect', { url })]).toEqual([url, true])
    }
    expect(refused('will-redirect', { url: 'app://ui/' })).toBe(true)
    for (const url of ['app://ui/', 'app://ui/index.html', 'app://ui/#/findings'])
      expect([url, refused('will-navigate', { url })]).toEqual([url, false])
    const inFrame = (url: string): boolean => refused('will-frame-navigate', { url, isMainFrame: false })
    expect(inFrame('app://ui/preview/abc_-1')).toBe(false)
    for (const url of [...foreign.filter(each => !each.includes('/preview/')), 'app://ui/', 'app://ui/preview/a/b', 'app://ui/preview/'])
      expect([url, inFrame(url)]).toEqual([url, true]) // prettier-ignore
    expect(WEB_PREFERENCES.navigateOnDragDrop).toBe(false)
  })

  it('14, no new window, whatever opens it', () => {
    const { opener } = contents()
    for (const url of ['https://example.org/', 'app://ui/', 'about:blank', 'file:///x', ''])
      expect(opener!({ url })).toEqual({ action: 'deny' })
  })

  it('15, nothing is handed to other programs, and nothing is downloaded', () => {
    expect(sourcesThat(/\bshell\b\s*[.,}]|openExternal\(|openPath\(/)).toEqual([])
    const double = session()
    const event = refusable({})
    double.emit('will-download', event)
    expect(event.refused).toBe(true)
  })

  it('16, one of the three newest lines of Electron at the time it was chosen, pinned', () => {
    const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { devDependencies: Record<string, string> } // prettier-ignore
    expect(devDependencies['electron']).toMatch(/^\d+\.\d+\.\d+$/)
    expect(Number.parseInt(devDependencies['electron']!)).toBeGreaterThanOrEqual(45)
  })

  it('beyond it: no spelling dictionaries, no updater, no crash upload, no devtools once packaged', () => {
    expect(WEB_PREFERENCES.spellcheck).toBe(false)
    expect(session().spellChecker).toBe(false)
    expect(sourcesThat(/autoUpdater|crashReporter|electron-updater/)).toEqual([])
    expect(sourcesThat(/https?:\/\//)).toEqual([])
    const shut = contents(true)
    shut.emit('devtools-opened')
    expect(shut.closeDevTools).toHaveBeenCalled()
    const open = contents(false)
    open.emit('devtools-opened')
    expect(open.closeDevTools).not.toHaveBeenCalled()
    expect(REPORT_PREFERENCES).toMatchObject({ devTools: false, javascript: false })
  })

  it('beyond it: sessions live in memory only', () => {
    for (const { partition } of [WEB_PREFERENCES, REPORT_PREFERENCES])
      expect(partition).not.toMatch(/^persist:/)
  })

  it('beyond it: switches that would open it up are recognised, paths are not', () => {
    const hostile = ['--no-sandbox', '--disable-web-security', '--remote-debugging-port=9222', '--remote-debugging-pipe', '--remote-allow-origins=*', '--inspect', '--inspect-brk=0', '--js-flags=--expose-gc', '--proxy-server=x', '--host-resolver-rules=MAP * x', '--host-rules=x', '--load-extension=/x', '--ignore-certificate-errors', '--allow-file-access-from-files', '--disable-site-isolation-trials', '--log-net-log=/x', '--ssl-key-log-file=/x', '--user-data-dir=/x', '--renderer-cmd-prefix=x', '--utility-cmd-prefix=x', '--gpu-launcher=x', '--single-process', '--enable-features=x', '--enable-blink-features=x', '--require=x', '-inspect', '--NO-SANDBOX'] // prettier-ignore
    expect(hostileSwitches(hostile)).toEqual(hostile)
    expect(hostileSwitches(['/a/no-sandbox', '迎检 材料.zip', 'inspect', '--lang=zh', '', '-'])).toEqual([])
  })
})

/** Files of the shell whose code, comments aside, has it. */
function sourcesThat(pattern: RegExp): string[] {
  return readdirSync(join(root, 'electron'), { recursive: true, encoding: 'utf8' })
    .filter(name => /\.(?:ts|mjs)$/.test(name))
    .filter(name => {
      const text = readFileSync(join(root, 'electron', name), 'utf8')
      return pattern.test(text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1'))
    })
}
