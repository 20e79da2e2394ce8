import type { MenuItemConstructorOptions } from 'electron'
import { WORDS, type MainLanguage } from './words.ts'

export interface MenuActions {
  open(what: 'folder' | 'archive' | 'saved'): void
  about(): void
}

/** The menu in one language. What the window can do by key stands in the window (`?`), once. */
export function menuOf(
  language: MainLanguage,
  { open, about }: MenuActions,
  platform: NodeJS.Platform = process.platform
): MenuItemConstructorOptions[] {
  const say = WORDS[language]
  const line: MenuItemConstructorOptions = { type: 'separator' }
  return [
    // macOS takes the first menu for the program's own.
    ...(platform === 'darwin' ? [{ role: 'appMenu' as const }] : []),
    {
      label: say.file,
      submenu: [
        { label: say.openFolder, accelerator: 'CmdOrCtrl+O', click: () => open('folder') },
        { label: say.openArchive, accelerator: 'CmdOrCtrl+Shift+O', click: () => open('archive') },
        { label: say.openSaved, accelerator: 'CmdOrCtrl+Alt+O', click: () => open('saved') },
        line,
        { label: say.quit, role: 'quit' }
      ]
    },
    {
      label: say.edit,
      submenu: [
        { label: say.undo, role: 'undo', registerAccelerator: false },
        { label: say.redo, role: 'redo', registerAccelerator: false },
        line,
        { label: say.cut, role: 'cut' },
        { label: say.copy, role: 'copy' },
        { label: say.paste, role: 'paste' },
        { label: say.selectAll, role: 'selectAll' }
      ]
    },
    {
      label: say.view,
      submenu: [
        { label: say.reset, role: 'resetZoom' },
        { label: say.larger, role: 'zoomIn' },
        { label: say.smaller, role: 'zoomOut' },
        line,
        { label: say.fullScreen, role: 'togglefullscreen' }
      ]
    },
    { label: say.help, submenu: [{ label: say.about, click: about }] }
  ]
}
