import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll } from 'vitest'
import type { Paths } from '../../src/model/paths.ts'

const root = resolve(import.meta.dirname, '../..')

/** The test set-up is an entry: it knows where the program's parts stand. `data` is new for each test file. */
export function testPaths(): Paths {
  return {
    child: join(root, 'out/main/child.js'),
    watchdog: join(root, 'out/main/watchdog.js'),
    resources: join(root, 'resources'),
    packages: join(root, 'node_modules'),
    data: temporaryFolder()
  }
}

const made: string[] = []
// Registered while the test file is collected: inside a running test it would be too late.
afterAll(() => made.splice(0).forEach(folder => rmSync(folder, { recursive: true, force: true })))

/** A folder that is gone when the test file is done. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'henshi-test-'))
  made.push(folder)
  return folder
}

/** Readers that crash, hang, swell and lie; only tests can name them to a child. */
export const extraReaders = pathToFileURL(join(root, 'tests/support/misbehaving-readers.mjs')).href
