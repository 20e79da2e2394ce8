import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Electron's own program, if it is on this machine: named by ELECTRON_EXEC_PATH, else where its package unpacks it.
 * The package's own index is not asked: it would try to download.
 */
export function electronBinary(root, environment = process.env) {
  const named = environment.ELECTRON_EXEC_PATH
  if (named) return existsSync(named) ? named : undefined
  const folder = join(root, 'node_modules/electron')
  const dist = environment.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist')
  const usual = { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' }
  const path = join(dist, told(join(folder, 'path.txt')) ?? usual[process.platform] ?? 'electron')
  return existsSync(path) ? path : undefined
}

function told(file) {
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined
}
