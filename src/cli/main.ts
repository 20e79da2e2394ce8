import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Paths } from '../model/paths.ts'
import { dataFolder, packagesFolder } from '../support/places.ts'
import { buildProgram } from './program.ts'

// An entry: the one place here that knows where the program stands. Built, it is out/main/cli.js.
const built = dirname(fileURLToPath(import.meta.url))
const root = resolve(built, '../..')

const paths: Paths = {
  child: join(built, 'child.js'),
  watchdog: join(built, 'watchdog.js'),
  resources: join(root, 'resources'),
  packages: packagesFolder(root),
  data: dataFolder()
}

process.exitCode = await buildProgram({
  paths,
  engine: join(built, 'engine.js'),
  renderer: join(root, 'out/renderer')
}).run(process.argv)
