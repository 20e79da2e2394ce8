import { basename, join } from 'node:path'
import { app, dialog, type BrowserWindow, type OpenDialogOptions } from 'electron'
import type { DeskFile } from '../../src/desk/contract.ts'
import { saveAtomically } from '../../src/support/atomic-save.ts'
import { WORDS, type MainLanguage } from './words.ts'

export type Choice = 'folder' | 'archive' | 'saved' | 'file' | 'files'

/** Paths a person chose; none when they did not. */
export async function choosePaths(
  window: BrowserWindow,
  what: Choice,
  language: MainLanguage
): Promise<string[]> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, openOptions(what, language))
  return canceled ? [] : filePaths
}

export function openOptions(what: Choice, language: MainLanguage): OpenDialogOptions {
  const say = WORDS[language]
  switch (what) {
    case 'folder':
      return { properties: ['openDirectory', 'multiSelections'] }
    case 'archive':
      return { properties: ['openFile', 'multiSelections'], filters: [{ name: say.archives, extensions: ['zip', '7z', 'rar'] }] } // prettier-ignore
    case 'saved':
      return { properties: ['openFile', 'multiSelections'], filters: [{ name: say.saved, extensions: ['henshi'] }] } // prettier-ignore
    case 'file':
      return { properties: ['openFile'] }
    case 'files':
      return { properties: ['openFile', 'multiSelections'] }
  }
}

/** Saves where the person says; the name it got. */
export async function saveFile(
  window: BrowserWindow,
  { name, bytes }: DeskFile
): Promise<string | undefined> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: join(app.getPath('documents'), plainName(name))
  })
  if (canceled || !filePath) return undefined
  await saveAtomically(filePath, bytes)
  return basename(filePath)
}

/** A suggestion only, but it may hold what a package is called: no folders, no signs a system reads. */
export function plainName(name: string): string {
  const plain = basename(name.replaceAll('\\', '/'))
    .replace(/[\u0000-\u001f\u007f<>:"/|?*\u202a-\u202e\u2066-\u2069]/g, '_')
    .replace(/[. ]+$/, '')
    .slice(-120)
  return plain === '' || plain.startsWith('.') ? `henshi${plain}` : plain
}
