import { BrowserWindow, nativeTheme, screen } from 'electron'
import { ORIGIN, WEB_PREFERENCES } from './security.ts'
import { boundsFrom, keepState } from './window-state.ts'

export interface WindowOptions {
  preload: string
  icon: string
  stateFile: string
  packaged: boolean
}

/** The one window. Shown when its first page is drawn, so that nobody sees it white in the dark. */
export function openWindow({ preload, icon, stateFile, packaged }: WindowOptions): BrowserWindow {
  const { maximized, ...bounds } = boundsFrom(
    stateFile,
    screen.getAllDisplays().map(({ workArea }) => workArea)
  )
  const window = new BrowserWindow({
    ...bounds,
    minWidth: 800,
    minHeight: 560,
    show: false,
    title: '痕实 Henshi',
    icon,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#16181d' : '#ffffff',
    webPreferences: { ...WEB_PREFERENCES, preload, devTools: !packaged }
  })
  if (maximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  keepState(window, stateFile)
  void window.loadURL(`${ORIGIN}/`)
  return window
}
