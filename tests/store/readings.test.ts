import { readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { eraseData } from '../../src/store/erase.ts'
import { openReadings } from '../../src/store/readings.ts'
import { openExhibits } from '../../src/store/exhibits.ts'
import { sha256 } from '../../src/support/hashing.ts'
import type { Part } from '../../src/model/reading.ts'
import { temporaryFolder, testPaths } from '../support/paths.ts'
import { packageOf, readPackage, spelled } from '../support/read-package.ts'
import { zip } from '../support/zip.ts'

const key = { sha256: sha256('x'), extension: 'csv', readers: 'r:1' }
const parts: Part[] = [
  { part: 'format', format: 'csv', kind: 'table' },
  { part: 'end', counts: { parts: 1, blocks: 0, rows: 0, messages: 0, members: 0 } }
]

async function keep(store: Awaited<ReturnType<typeof openReadings>>, which = key): Promise<void> {
  const keeping = store.keep(which)
  for (const part of parts) await keeping.add(part)
  await keeping.commit()
}

describe('kept readings', () => {
  it('give the same parts again, for the same bytes, extension and readers only', async () => {
    const data = temporaryFolder()
    await keep(await openReadings(data))
    const store = await openReadings(data)
    const got: Part[] = []
    for await (const part of store.get(key)!) got.push(part)
    expect(got).toEqual(parts)
    expect(store.get({ ...key, extension: 'txt' })).toBeUndefined()
    expect(store.get({ ...key, readers: 'r:2' })).toBeUndefined()
  })

  it('are whole or absent', async () => {
    const data = temporaryFolder()
    const store = await openReadings(data)
    const keeping = store.keep(key)
    await keeping.add(parts[0]!)
    await keeping.abandon()
    expect(store.get(key)).toBeUndefined()
    expect(readdirSync(join(data, 'readings'))).toEqual([])
  })

  it('lose those used longest ago beyond the ceiling', async () => {
    const data = temporaryFolder()
    const store = await openReadings(data, 200)
    const folder = join(data, 'readings')
    for (const [i, extension] of ['a', 'b', 'c', 'd'].entries()) {
      await keep(store, { ...key, extension })
      const name = readdirSync(folder).find(file => statSync(join(folder, file)).mtimeMs > 2e11)!
      utimesSync(join(folder, name), 1e8 + i, 1e8 + i)
    }
    await store.trim()
    const left = await openReadings(data)
    expect(left.get({ ...key, extension: 'a' })).toBeUndefined()
    expect(left.get({ ...key, extension: 'd' })).toBeDefined()
  })

  it('are gone when erased', async () => {
    const data = temporaryFolder()
    await keep(await openReadings(data))
    await eraseData(data)
    expect(readdirSync(data)).toEqual([])
  })
})

describe('reading with kept readings', () => {
  const paths = testPaths()
  const root = packageOf({
    '台账.csv': '日期,姓名\n2024-03-05,张三\n',
    '空.txt': '',
    '坏.test': 'HENSHI-TEST throw',
    '外.zip': zip([
      { name: '里.zip', utf8: true, data: zip([{ name: 'a.csv', data: '甲,乙\n1,2\n' }]) },
      { name: '../b.csv', data: 'x' },
      { name: 'c.csv', data: '丙,丁\n5,6\n' }
    ])
  })

  it('gives the same materials, from the cache, but for what may go better next time', async () => {
    const data = temporaryFolder()
    const without = await readPackage(root, paths)
    const first = await readPackage(root, paths, { cache: await openReadings(data) })
    const second = await readPackage(root, paths, { cache: await openReadings(data) })
    expect(first.children.cached).toBe(0)
    expect(second.children.cached).toBe(6)
    expect(spelled(first.materials)).toEqual(spelled(without.materials))
    expect(spelled(second.materials)).toEqual(spelled(without.materials))
  })

  it('reads again what is damaged, and a container that lost a member', async () => {
    const data = temporaryFolder()
    const without = await readPackage(root, paths, { cache: await openReadings(data) })
    const folder = join(data, 'readings')
    for (const [i, name] of readdirSync(folder).sort().entries()) {
      const bytes = readFileSync(join(folder, name))
      if (i % 2 === 0) writeFileSync(join(folder, name), bytes.subarray(0, bytes.length - 9))
      else writeFileSync(join(folder, name), 'no gzip')
      const again = await readPackage(root, paths, { cache: await openReadings(data) })
      expect(spelled(again.materials)).toEqual(spelled(without.materials))
    }
    const healed = await readPackage(root, paths, { cache: await openReadings(data) })
    expect(healed.children.cached).toBe(6)
  })

  it('keeps nothing that a password opened', async () => {
    const data = temporaryFolder()
    await readPackage(root, paths, { cache: await openReadings(data), passwords: ['x'] })
    expect(readdirSync(join(data, 'readings'))).toEqual([])
  })
})

describe('exhibits', () => {
  it('are given back by the hash of what they show, and removed with their folder', async () => {
    const store = await openExhibits()
    await store.put(sha256('a'), Buffer.from('jpeg'))
    expect(Buffer.from((await store.get(sha256('a')))!).toString()).toBe('jpeg')
    expect(await store.get(sha256('b'))).toBeUndefined()
    expect(store.list()).toEqual([sha256('a')])
    await store.remove()
  })

  it('are seen by whoever opens the same folder later', async () => {
    const folder = temporaryFolder()
    await (await openExhibits(folder)).put(sha256('a'), Buffer.from('jpeg'))
    expect(Buffer.from((await (await openExhibits(folder)).get(sha256('a')))!).toString()).toBe('jpeg')
  })
})
