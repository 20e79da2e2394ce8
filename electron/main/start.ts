import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserWindow } from 'electron'
import { app, dialog, ipcMain, Menu, MessageChannelMain, nativeTheme, protocol, session, utilityProcess } from 'electron' // prettier-ignore
import type { DeskEvent, Location, PackageState, Settings } from '../../src/desk/contract.ts'
import { assetsIn } from '../../src/support/web/assets.ts'
import type { DeskStart } from '../worker/protocol.ts'
import { pathsIn } from './arguments.ts'
import { registerChannels } from './channels.ts'
import { DeskProcess } from './desk-process.ts'
import { choosePaths, saveFile, type Choice } from './dialogs.ts'
import { EventQueue } from './event-queue.ts'
import { menuOf } from './menu.ts'
import { printReport } from './pdf.ts'
import { SCHEME, servePages } from './protocol.ts'
import { Readers } from './readers.ts'
import { hostileSwitches, secureApp, WEB_PREFERENCES } from './security.ts'
import { openWindow } from './window.ts'
import { WORDS, type MainLanguage } from './words.ts'

/** Where the parts of the program stand; the entry knows. All absolute. */
export interface MainParts {
  renderer: string
  preload: string
  desk: string // built entry of the desk's process
  reader: string // built entry of the reading child
  icon: string
  version: string
  start: DeskStart
}

/** Runs the app. Returns at once when it may not start: another one is there, or it was started to be opened up. */
export function startApp(parts: MainParts): void {
  secureApp(app)
  protocol.registerSchemesAsPrivileged([SCHEME])
  const hostile = app.isPackaged ? hostileSwitches(process.argv.slice(1)) : []
  if (hostile.length > 0) return leave(`${WORDS.zh.switches}\n${WORDS.en.switches}\n${hostile.join(' ')}`)
  if (!app.requestSingleInstanceLock()) return app.quit()
  const early: string[] = []
  let open = (paths: readonly string[]): void => void early.push(...paths)
  // macOS tells of files by an event that may come before the app is ready.
  app.on('open-file', (event, path) => {
    event.preventDefault()
    open([path])
  })
  const skip = app.isPackaged ? 1 : 2
  app.on('second-instance', (_event, argv, folder) => open(pathsIn(argv, folder, skip)))
  void app.whenReady().then(async () => {
    open = await run(parts)
    open([...early, ...pathsIn(process.argv, process.cwd(), skip)])
  })
}

async function run(parts: MainParts): Promise<(paths: readonly string[]) => void> {
  const assets = assetsIn(parts.renderer)
  if (!assets) {
    leave(`${WORDS.zh.notBuilt}\n${WORDS.en.notBuilt}`)
    return () => {}
  }
  let language: MainLanguage = 'zh'
  let window: BrowserWindow | undefined
  const readers = new Readers({
    fork: start => utilityProcess.fork(parts.reader, [start], { serviceName: 'henshi-reader', stdio: ['ignore', 'ignore', 'pipe'], env: readerEnvironment() }),
    channel: () => new MessageChannelMain(),
    kill: pid => killHard(pid)
  }) // prettier-ignore
  const events = new EventQueue(event => window?.webContents.send('henshi:event', event))
  const desk = new DeskProcess({
    start: () => utilityProcess.fork(parts.desk, [JSON.stringify(parts.start)], { serviceName: 'henshi-desk', stdio: 'ignore' }), // prettier-ignore
    onReader: ({ reader, wish }, process) => readers.wish(reader, wish, process),
    onEvent: event => events.send(event),
    onFall: () => readers.killAll(),
    onGivenUp: () => leave(WORDS[language].deskEnded)
  })

  const located = (paths: readonly string[]): Promise<Location[]> =>
    Promise.all(paths.map(path => desk.locate(path)))
  const openPaths = (paths: readonly string[]): void => {
    if (window?.isMinimized()) window.restore()
    window?.focus()
    if (paths.length > 0) void putOnDesk(paths, located, desk, event => events.send(event))
  }
  const choose = async (what: Choice): Promise<string[]> =>
    window ? choosePaths(window, what, language) : []
  const adopt = (settings: Pick<Settings, 'language' | 'theme'>): void => {
    language = settings.language
    nativeTheme.themeSource = settings.theme === 'contrast' ? 'system' : settings.theme
    const about = (): void => void dialog.showMessageBox({ title: WORDS[language].about, message: `痕实 Henshi ${parts.version}`, detail: WORDS[language].offline }) // prettier-ignore
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuOf(language, { open: what => void choose(what).then(openPaths), about }))) // prettier-ignore
  }

  registerChannels(ipcMain, () => window?.webContents, {
    async call(method, input) {
      const answer = await desk.call(method, input)
      if (method === 'hello') adopt((answer as { settings: Settings }).settings)
      if (method === 'configure') adopt(answer as Settings)
      return answer
    },
    choose: async what => located(await choose(what as Choice)),
    save: async file => (window ? saveFile(window, file) : undefined),
    async pdf(request) {
      const file = (await desk.call('export', { ...request, what: request.what === 'summary' ? 'summary' : 'html' })) as { name: string; bytes: Uint8Array } // prettier-ignore
      return { name: file.name.replace(/\.html$/, '.pdf'), type: 'application/pdf', bytes: await printReport(file.bytes) } // prettier-ignore
    },
    located,
    listening: () => events.open()
  })
  servePages(session.fromPartition(WEB_PREFERENCES.partition!), {
    assets,
    takePreview: token => desk.takePreview(token)
  })
  adopt({ language, theme: 'system' })

  const show = (): void => {
    window = openWindow({ preload: parts.preload, icon: parts.icon, stateFile: join(app.getPath('userData'), 'window.json'), packaged: app.isPackaged }) // prettier-ignore
    window.on('closed', () => {
      window = undefined
      events.close()
    })
    window.webContents.on('did-start-navigation', each => {
      if (each.isMainFrame && !each.isSameDocument) events.close()
    })
  }
  show()
  app.on('activate', () => window ?? show())
  app.on('window-all-closed', () => process.platform === 'darwin' || app.quit())
  let ended = false
  app.on('before-quit', event => {
    if (ended) return
    event.preventDefault()
    void desk.end().then(() => {
      ended = true
      readers.killAll()
      app.quit()
    })
  })
  return openPaths
}

async function putOnDesk(
  paths: readonly string[],
  located: (paths: readonly string[]) => Promise<Location[]>,
  desk: DeskProcess,
  tell: (event: DeskEvent) => void
): Promise<void> {
  const there = paths.filter(path => existsSync(path))
  if (there.length === 0) return
  const locations = (await located(there)).map(({ location }) => location)
  const states = (await desk.call('open', { locations })) as PackageState[]
  tell({ type: 'open', packages: states.map(state => state.package) })
}

/** Without what would change how Node starts or reads time. */
function readerEnvironment(): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _options, ...rest } = process.env
  return { ...rest, TZ: 'UTC' }
}

function killHard(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // already gone
  }
}

function leave(why: string): void {
  dialog.showErrorBox('痕实 Henshi', why)
  app.exit(2)
}
