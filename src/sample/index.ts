import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { byCodePoint } from '../support/order.ts'
import { chats } from './parts/chats.ts'
import { claims } from './parts/claims.ts'
import { copies } from './parts/copies.ts'
import { demands } from './parts/demands.ts'
import { forms } from './parts/forms.ts'
import { history } from './parts/history.ts'
import { ledgers } from './parts/ledgers.ts'
import { meetings } from './parts/meetings.ts'
import { odds } from './parts/odds.ts'
import { paperwork } from './parts/paperwork.ts'
import { passages } from './parts/passages.ts'
import { photos } from './parts/photos.ts'
import { results } from './parts/results.ts'
import { openPack } from './pack.ts'
import type { Truth } from './truth.ts'

export type { Truth } from './truth.ts'

const PARTS = [
  paperwork,
  results,
  meetings,
  ledgers,
  passages,
  photos,
  chats,
  odds,
  copies,
  demands,
  claims,
  forms,
  history
]

/**
 * Makes a package of a unit that does not exist into `<folder>/package` and writes what was planted in it into
 * `<folder>/truth.json`. The same seed gives the same bytes. `folder` is absent, empty, or holds an earlier sample,
 * which is replaced; anything else is an error.
 */
export async function writeSample(
  folder: string,
  seed: number,
  options: { progress?: (done: number, total: number) => void } = {}
): Promise<Truth> {
  await clear(folder)
  const pack = openPack(join(folder, 'package'), seed)
  for (const [done, part] of PARTS.entries()) {
    options.progress?.(done, PARTS.length)
    await part(pack)
  }
  const { truth } = pack
  truth.activities = pack.told.activities()
  truth.classes = Object.fromEntries(Object.entries(truth.classes).sort(([a], [b]) => byCodePoint(a, b)))
  await writeFile(join(folder, 'truth.json'), `${JSON.stringify(truth, null, 2)}\n`)
  options.progress?.(PARTS.length, PARTS.length)
  return truth
}

async function clear(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  const there = await readdir(folder)
  if (!there.length) return
  const old = await readFile(join(folder, 'truth.json'), 'utf8').catch(() => '')
  if (!old.includes('"henshi.truth/1"')) throw new Error(`not empty and not a sample: ${folder}`)
  await rm(join(folder, 'package'), { recursive: true, force: true })
  await rm(join(folder, 'truth.json'))
}
