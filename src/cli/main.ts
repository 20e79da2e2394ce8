import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Paths } from '../model/paths.ts'
import { buildProgram } from './program.ts'

// An entry: the one place here that knows where the program stands. Built, it is out/main/cli.js.
const built = dirname(fileURLToPath(import.meta.url))
const root = resolve(built, '../..')

const paths: Paths = {
  child: join(built, 'child.js'),
  watchdog: join(built, 'watchdog.js'),
  resources: join(root, 'resources'),
  packages: packagesFolder(root),
  data: process.env['HENSHI_HOME'] ?? systemDataFolder()
}

process.exitCode = await buildProgram({ paths, engine: join(built, 'engine.js') }).run(process.argv)

/** Dependencies lie beside the program, or above it when it was itself installed as a dependency. */
function packagesFolder(from: string): string {
  for (let at = from; ; at = dirname(at)) {
    const folder = join(at, 'node_modules')
    if (existsSync(join(folder, 'pdfjs-dist')) || dirname(at) === at) return folder
  }
}

function systemDataFolder(): string {
  if (process.platform === 'win32')
    return join(process.env['LOCALAPPDATA'] ?? join(homedir(), 'AppData/Local'), 'Henshi')
  if (process.platform === 'darwin') return join(homedir(), 'Library/Application Support/Henshi')
  return join(process.env['XDG_DATA_HOME'] ?? join(homedir(), '.local/share'), 'henshi')
}
