import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { dataFolder, packagesFolder } from '../../src/support/places.ts'
import { VERSION } from '../../src/version.ts'
import { startApp } from './start.ts'

// An entry: knows where the program stands. Built, it is out/main/main.js, in a package inside its archive.
const built = dirname(fileURLToPath(import.meta.url))
const root = resolve(built, '../..')

startApp({
  renderer: join(root, 'out/renderer'),
  preload: join(root, 'out/preload/index.cjs'),
  desk: join(built, 'worker.js'),
  reader: join(built, 'reader.js'),
  icon: join(root, 'resources/icons/512x512.png'),
  version: VERSION,
  start: {
    engine: join(built, 'engine.js'),
    paths: {
      child: join(built, 'reader.js'),
      watchdog: join(built, 'watchdog.js'),
      resources: join(root, 'resources'),
      packages: packagesFolder(root),
      data: dataFolder()
    }
  }
})
