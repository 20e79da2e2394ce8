import { mkdtemp, readFile, readdir, rm, writeFile, mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { saveAtomically } from '../../src/support/atomic-save.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'henshi-save-'))
})
afterEach(() => rm(folder, { recursive: true }))

it('replaces a file whole and leaves nothing beside it', async () => {
  const file = join(folder, '报告.html')
  await writeFile(file, '旧')
  await saveAtomically(file, '新')
  expect(await readFile(file, 'utf8')).toBe('新')
  expect(await readdir(folder)).toEqual(['报告.html'])
})

it('leaves the old file and no temporary one when it cannot save', async () => {
  const target = join(folder, '报告')
  await mkdir(join(target, '占位'), { recursive: true })
  await expect(saveAtomically(target, '新')).rejects.toThrow()
  expect(await readdir(folder)).toEqual(['报告'])
})
