import type { App, Session, WebContents, WebPreferences } from 'electron'

/**
 * Electron's security checklist as settings, in the order of its list; each has a test of its own in
 * `tests/electron/security.test.ts`. `webSecurity`, `allowRunningInsecureContent`, `experimentalFeatures` and
 * `enableBlinkFeatures` (6, 8–10) are right by default and must not be named at all.
 */

/** 1: the one origin there is. No http, no file. */
export const ORIGIN = 'app://ui'

/** 2–4, 11: of the window. */
export const WEB_PREFERENCES: WebPreferences = {
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  contextIsolation: true,
  sandbox: true,
  webviewTag: false,
  navigateOnDragDrop: false,
  // Its dictionaries come from a network.
  spellcheck: false,
  // Nothing of a package outlives the program: a session in memory.
  partition: 'window'
}

/** Of the hidden page a report is printed from: no script at all. */
export const REPORT_PREFERENCES: WebPreferences = {
  ...WEB_PREFERENCES,
  javascript: false,
  devTools: false,
  partition: 'report'
}

/** Before anything else of the app runs. */
export function secureApp(app: App): void {
  app.enableSandbox() // 4: also for windows that would forget
  app.commandLine.appendSwitch('disable-background-networking')
  app.commandLine.appendSwitch('disable-component-update')
  app.commandLine.appendSwitch('no-pings')
  app.on('session-created', secureSession)
  app.on('web-contents-created', (_event, contents) => secureContents(contents, app.isPackaged))
}

/** 5: nothing is permitted, in any session; and nothing leaves or enters the machine. */
export function secureSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, decide) => decide({}))
  session.setBluetoothPairingHandler((_details, decide) => decide({ confirmed: false }))
  session.setSpellCheckerEnabled(false)
  session.enableNetworkEmulation({ offline: true })
  session.webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: !isOwn(url) }))
  session.on('will-download', event => event.preventDefault())
}

/** 11–15: pages go nowhere, open nothing, hand nothing to other programs. */
export function secureContents(contents: WebContents, packaged: boolean): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-attach-webview', event => event.preventDefault())
  contents.on('will-navigate', event => {
    if (!isPage(event.url)) event.preventDefault()
  })
  contents.on('will-redirect', event => event.preventDefault())
  contents.on('will-frame-navigate', event => {
    if (!(event.isMainFrame ? isPage(event.url) : isPreview(event.url))) event.preventDefault()
  })
  // `devTools: false` cannot be set for a window made elsewhere; this holds for all.
  if (packaged) contents.on('devtools-opened', () => contents.closeDevTools())
}

/** What a session may load: our pages, and pictures the window made of bytes it was given. */
export function isOwn(url: string): boolean {
  return url.startsWith('app://ui/') || url === 'app://report/' || url.startsWith(`blob:${ORIGIN}/`)
}

/** Compared as text: to Node an address of our own scheme has no origin. */
function isPage(url: string): boolean {
  return /^app:\/\/ui\/(?:index\.html)?(?:#.*)?$/.test(url)
}

function isPreview(url: string): boolean {
  return /^app:\/\/ui\/preview\/[A-Za-z0-9_-]{1,80}$/.test(url)
}

/** Switches with which someone could open, redirect or look into the app; a packaged one does not start with them. */
const HOSTILE =
  /^--?(?:no-sandbox|disable-(?:gpu-)?sandbox|disable-web-security|disable-site-isolation|remote-debugging|remote-allow|inspect|debug|js-flags|proxy|host-re?sol|host-rules|load-extension|ignore-certificate|allow-file-access|allow-running-insecure|enable-logging|log-net-log|ssl-key-log|user-data-dir|renderer-(?:cmd|startup)|utility-cmd|gpu-launcher|single-process|disable-features|enable-(?:blink-)?features|require|import|eval)/i

export function hostileSwitches(argv: readonly string[]): string[] {
  return argv.filter(each => HOSTILE.test(each))
}
