import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'

/** Where this program keeps its data: HENSHI_HOME, else the system's place for it. */
export function dataFolder(): string {
  return process.env['HENSHI_HOME'] ?? systemDataFolder()
}

function systemDataFolder(): string {
  if (process.platform === 'win32')
    return join(process.env['LOCALAPPDATA'] ?? join(homedir(), 'AppData/Local'), 'Henshi')
  if (process.platform === 'darwin') return join(homedir(), 'Library/Application Support/Henshi')
  return join(process.env['XDG_DATA_HOME'] ?? join(homedir(), '.local/share'), 'henshi')
}

/** Dependencies lie beside the program, or above it when it was itself installed as a dependency. */
export function packagesFolder(from: string): string {
  for (let at = from; ; at = dirname(at)) {
    const folder = join(at, 'node_modules')
    if (existsSync(join(folder, 'pdfjs-dist')) || dirname(at) === at) return folder
  }
}
