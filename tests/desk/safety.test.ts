import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { pictureJpeg } from '../support/small-package.ts'
import { CONTRACT, type MethodName } from '../../src/desk/contract.ts'
import { DESK_ERRORS } from '../../src/words/desk.ts'
import { ERRORS } from '../../src/desk/contract.ts'
import { deskOn, put, type TestDesk } from '../support/desk.ts'
import { temporaryFolder } from '../support/paths.ts'
import { smallPackage } from '../support/small-package.ts'

const open: TestDesk[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map(({ desk }) => desk.end()))
})

async function sitDown(data = temporaryFolder()): Promise<TestDesk> {
  const made = await deskOn(data)
  open.push(made)
  return made
}

describe('places', { timeout: 240_000 }, () => {
  it('are reached by tokens of this desk only', async () => {
    const desk = await sitDown()
    const other = await sitDown()
    const theirs = await other.desk.locate(smallPackage())
    for (const location of [
      theirs.location,
      '/etc',
      '..',
      'file:///etc/passwd',
      '__proto__',
      'x'.repeat(80)
    ]) {
      await expect(desk.ask('browse', { location })).rejects.toMatchObject({ code: 'no-location' })
      await expect(desk.ask('open', { locations: [location] })).rejects.toMatchObject({ code: 'no-location' })
    }
    const id = await put(desk, smallPackage())
    await expect(desk.ask('run', { package: id, inspection: { issued: ['/etc'] } })).rejects.toMatchObject({
      code: 'no-location'
    })
    expect((await desk.ask('state', { package: id })).state).toBe('waiting')
  })

  it('are listed as folders, archives, saved audits and lists, and nothing else', async () => {
    const desk = await sitDown()
    const folder = temporaryFolder()
    mkdirSync(join(folder, '材料'))
    for (const name of ['包.zip', '旧.henshi', '清单.xlsx', '程序.exe', '.隐藏.zip', '~$清单.xlsx'])
      writeFileSync(join(folder, name), 'x')
    const here = await desk.desk.locate(folder)
    const { entries, above } = await desk.ask('browse', { location: here.location })
    expect(entries.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
      '材料 folder',
      '包.zip archive',
      '旧.henshi saved',
      '清单.xlsx file'
    ])
    expect(above).toBeDefined()
    const inside = await desk.ask('browse', { location: entries[0]!.location })
    expect(inside.entries).toEqual([])
    expect((await desk.ask('browse', {})).entries.every(({ kind }) => kind === 'folder')).toBe(true)
  })
})

describe('what carries a mark of secrecy', { timeout: 240_000 }, () => {
  it('is never pictured, large or small, also where the same picture stands elsewhere', async () => {
    const desk = await sitDown()
    const folder = smallPackage()
    const picture = await pictureJpeg()
    mkdirSync(join(folder, '秘密'))
    writeFileSync(join(folder, '秘密', '现场.jpg'), picture)
    writeFileSync(join(folder, '2-培训', '现场.jpg'), picture)
    writeFileSync(join(folder, '2-培训', '别处.jpg'), await pictureJpeg(90))
    const id = await put(desk, folder)
    await desk.ask('run', { package: id })
    await desk.reaches(id, 'done')
    const { rows } = await desk.ask('materials', {
      package: id,
      query: { flat: true, sort: 'path', kind: ['picture'] }
    })
    const secret = rows.filter(({ name }) => name === '现场.jpg')
    expect(secret.map(({ secret: marked }) => marked ?? false).sort()).toEqual([false, true])
    for (const { no, sha256 } of secret) {
      expect(await desk.ask('exhibit', { package: id, sha256 })).toHaveLength(0)
      await expect(desk.ask('preview', { package: id, no })).rejects.toMatchObject({ code: 'secret' })
    }
    const plain = rows.find(({ name }) => name === '别处.jpg')!
    expect((await desk.ask('exhibit', { package: id, sha256: plain.sha256 })).length).toBeGreaterThan(100)
    expect((await desk.ask('preview', { package: id, no: plain.no })).slice(0, 2)).toEqual(
      new Uint8Array([0xff, 0xd8])
    )
    const wall = await desk.ask('pictures', { package: id, by: 'activity' })
    expect(wall.groups.flatMap(({ pictures }) => pictures.map(({ no }) => no))).toEqual([plain.no])
  })
})

describe('a saved audit', { timeout: 240_000 }, () => {
  it('opens without the package; decisions in it are shown and never applied', async () => {
    const sender = await sitDown()
    const id = await put(sender, smallPackage())
    await sender.ask('run', { package: id })
    await sender.reaches(id, 'done')
    const { rows } = await sender.ask('findings', { package: id })
    await sender.ask('decide', {
      package: id,
      ids: [rows[0]!.id],
      decision: 'not-a-problem',
      note: '没有问题'
    })
    await sender.ask('declare', { package: id, declaration: { text: '集中拍摄' } })
    const { bytes, name } = await sender.ask('export', { package: id, what: 'henshi', language: 'zh' })
    const file = join(temporaryFolder(), name)
    writeFileSync(file, bytes)

    const receiver = await sitDown()
    const there = await put(receiver, file)
    expect(await receiver.ask('state', { package: there })).toMatchObject({ state: 'done', saved: true })
    const view = await receiver.ask('finding', { package: there, id: rows[0]!.id })
    expect(view.state).toBe('open')
    expect(view.history).toMatchObject([{ decision: 'not-a-problem', source: 'unit' }])
    expect((await receiver.ask('overview', { package: there })).declarations).toMatchObject([
      { text: '集中拍摄' }
    ])
    for (const work of [
      () => receiver.ask('run', { package: there }),
      () =>
        receiver.ask('overrule', {
          package: there,
          overrule: { by: 'material' as const, no: 1, class: 'result' as const }
        }),
      () =>
        receiver.ask('export', {
          package: there,
          what: 'html',
          language: 'zh',
          masking: 'full',
          reason: '核实'
        })
    ])
      await expect(work()).rejects.toMatchObject({ code: 'not-here' })
  })

  it('that is none is refused, and stands as failed', async () => {
    const desk = await sitDown()
    const file = join(temporaryFolder(), '坏.henshi')
    writeFileSync(file, 'nothing')
    const id = await put(desk, file)
    expect(await desk.ask('state', { package: id })).toMatchObject({ state: 'failed', because: 'bad-file' })
  })
})

describe('asking', { timeout: 240_000 }, () => {
  it('answers nonsense with a code', async () => {
    const desk = await sitDown()
    for (const method of ['nothing', 'constructor', '__proto__', 'toString'])
      await expect(desk.desk.call(method, {})).rejects.toMatchObject({ code: 'unknown-method' })
    await expect(desk.desk.call('open', { locations: 'x' })).rejects.toMatchObject({ code: 'bad-input' })
    const needing = (Object.keys(CONTRACT) as MethodName[]).filter(
      name =>
        CONTRACT[name].input.safeParse({ package: 'x' }).success &&
        !CONTRACT[name].input.safeParse({}).success
    )
    for (const method of needing)
      await expect(desk.desk.call(method, { package: 'x' })).rejects.toMatchObject({ code: 'no-package' })
  })

  it('has words for every code in both languages', () => {
    for (const code of ERRORS) expect(Object.keys(DESK_ERRORS[code] ?? {})).toEqual(['zh', 'en'])
  })

  it('previews a report once', async () => {
    const desk = await sitDown()
    const id = await put(desk, smallPackage())
    await desk.ask('run', { package: id })
    await desk.reaches(id, 'done')
    const { url } = await desk.ask('previewReport', { package: id, what: 'summary', language: 'en' })
    const token = url.slice('/preview/'.length)
    expect(desk.desk.takePreview(token)).toMatch(/^<!doctype html>/u)
    expect(desk.desk.takePreview(token)).toBeUndefined()
  })
})
