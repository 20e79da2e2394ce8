import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, it, vi } from 'vitest'
import { makePrivateFolder } from '../../src/support/private-folder.ts'
import { temporaryFolder } from '../support/paths.ts'

afterEach(() => vi.unstubAllEnvs())

it('is private, and sweeps away what a killed run left, but nothing of a living one', async () => {
  const base = temporaryFolder()
  vi.stubEnv('TMPDIR', base).stubEnv('TEMP', base)
  const dead = spawnSync(process.execPath, ['-v']).pid
  const left = join(base, `henshi-spool-${dead}-abcdef`)
  const living = join(base, `henshi-spool-${process.ppid}-abcdef`)
  const other = join(base, `henshi-other-${dead}-abcdef`)
  for (const folder of [left, living, other]) mkdirSync(folder)
  const made = await makePrivateFolder('spool')
  if (process.platform !== 'win32') expect(statSync(made).mode & 0o777).toBe(0o700)
  expect([made, left, living, other].map(folder => existsSync(folder))).toEqual([true, false, true, true])
})
