import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openJournal } from '../../src/store/decisions.ts'
import { eraseData } from '../../src/store/erase.ts'
import { openExhibits } from '../../src/store/exhibits.ts'
import { readQueue, saveQueue } from '../../src/store/queue.ts'
import { openReadings } from '../../src/store/readings.ts'
import { forgetRecents, listRecents, rememberRecent } from '../../src/store/recents.ts'
import { readSettings, saveSettings } from '../../src/store/settings.ts'
import { temporaryFolder } from '../support/paths.ts'

const recent = (path: string) => ({ path, name: 'p', kind: 'folder' as const, openedAt: '2026-11-26T10:00:00' }) // prettier-ignore

describe('settings', () => {
  it('are defaults at first, and what was changed after a restart', async () => {
    const data = temporaryFolder()
    expect(await readSettings(data)).toEqual({ language: 'zh', theme: 'system', masking: 'masked', cache: true, who: '', keepRecents: true }) // prettier-ignore
    await saveSettings(data, { language: 'en', who: '李' })
    await saveSettings(data, { theme: 'dark' })
    expect(await readSettings(data)).toMatchObject({ language: 'en', theme: 'dark', who: '李' })
    await expect(saveSettings(data, { jobs: 0 })).rejects.toThrow()
  })

  it.each(['{"language":"zh"', '[]', '{"theme":"pink"}', ''])('sets a damaged file aside: %j', async text => {
    const data = temporaryFolder()
    writeFileSync(join(data, 'settings.json'), text)
    expect((await readSettings(data)).theme).toBe('system')
    expect(readFileSync(join(data, 'settings.json.bad'), 'utf8')).toBe(text)
    await saveSettings(data, { who: '王' })
    expect((await readSettings(data)).who).toBe('王')
  })
})

describe('recents', () => {
  it('stand latest first, each path once, keeping what was known, and say what is gone', async () => {
    const data = temporaryFolder()
    const here = temporaryFolder()
    await rememberRecent(data, { ...recent(here), findings: 4, decided: 1 })
    await rememberRecent(data, recent('/nowhere/at/all'))
    await rememberRecent(data, recent(here))
    expect((await listRecents(data)).map(({ path, gone, findings }) => [path, gone, findings])).toEqual([
      [here, false, 4],
      ['/nowhere/at/all', true, undefined]
    ])
    await forgetRecents(data, here)
    expect(await listRecents(data)).toHaveLength(1)
    await forgetRecents(data)
    expect(await listRecents(data)).toEqual([])
  })

  it('are thirty at most', async () => {
    const data = temporaryFolder()
    for (let i = 0; i < 33; i++) await rememberRecent(data, recent(`/p/${i}`))
    const all = await listRecents(data)
    expect([all.length, all[0]!.path, all.at(-1)!.path]).toEqual([30, '/p/32', '/p/3'])
  })
})

describe('the queue', () => {
  it('survives a restart in its order; what was running waits again, and no password is kept', async () => {
    const data = temporaryFolder()
    const item = (id: string, state: 'running' | 'done' | 'failed') => ({ id, path: `/p/${id}`, name: id, kind: 'archive' as const, state }) // prettier-ignore
    const secret = { unit: '栗岭镇', passwords: ['hunter2'] }
    await saveQueue(data, [item('a', 'done'), { ...item('b', 'running'), inspection: secret }, item('c', 'failed')]) // prettier-ignore
    expect((await readQueue(data)).map(({ id, state }) => `${id} ${state}`)).toEqual(['a done', 'b waiting', 'c failed']) // prettier-ignore
    expect(readFileSync(join(data, 'queue.json'), 'utf8')).not.toContain('hunter2')
  })
})

describe('erasing', () => {
  it('leaves nothing of any package in the data folder', async () => {
    const data = temporaryFolder()
    const root = join(data, 'samples', 'package')
    mkdirSync(root, { recursive: true })
    await saveSettings(data, { who: '李' })
    await rememberRecent(data, recent('/p/迎检'))
    await saveQueue(data, [{ id: 'a', path: '/p/a', name: 'a', kind: 'folder', state: 'waiting' }])
    const journal = await openJournal(data, { root, hashes: ['a'.repeat(64)] }, () => '2026-11-26T10:00:00')
    await journal.add({ what: 'declare', declaration: { id: 'd', text: '集中拍摄', at: '2026-11-26T10:00:00' } }) // prettier-ignore
    await openReadings(data)
    await (await openExhibits(join(data, 'exhibits', 'a'))).put('b'.repeat(64), new Uint8Array([1]))
    mkdirSync(join(data, 'temporary', 'x'), { recursive: true })
    writeFileSync(join(data, 'queue.json.bad'), '{')
    writeFileSync(join(data, '.recents.json.0123456789ab.tmp'), '{')
    writeFileSync(join(data, 'window-state.json'), '{}')
    expect(readdirSync(data).length).toBeGreaterThan(8)
    await eraseData(data)
    expect(readdirSync(data)).toEqual(['window-state.json'])
    expect(existsSync(data)).toBe(true)
    await eraseData(join(data, 'never-made'))
  })
})
