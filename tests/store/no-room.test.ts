import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openExhibits } from '../../src/store/exhibits.ts'
import { openReadings } from '../../src/store/readings.ts'
import { temporaryFolder } from '../support/paths.ts'

const KEY = { sha256: 'a'.repeat(64), extension: 'txt', readers: 'txt:1' }

describe('where nothing can be written', () => {
  it('readings are not kept, and nothing is raised', async () => {
    const root = temporaryFolder()
    writeFileSync(join(root, 'file'), 'in the way')
    const readings = await openReadings(join(root, 'file'))
    const keeping = readings.keep(KEY)
    await keeping.add({ part: 'note', note: { code: 'link' } })
    await keeping.commit()
    await readings.trim()
    expect(readings.get(KEY)).toBeUndefined()
  })

  it('small pictures are not kept, and nothing is raised', async () => {
    const root = join(temporaryFolder(), 'exhibits')
    const exhibits = await openExhibits(root)
    rmSync(root, { recursive: true })
    await exhibits.put('b'.repeat(64), new Uint8Array([1]))
    expect(exhibits.list()).toEqual([])
    expect(await exhibits.get('b'.repeat(64))).toBeUndefined()
  })
})
