import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
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

function brokenZip(): string {
  const file = join(temporaryFolder(), '坏包.zip')
  writeFileSync(file, 'PK\u0003\u0004这不是压缩包')
  return file
}

describe('a batch', { timeout: 240_000 }, () => {
  it('loses only the broken package, and runs the others one after the other', async () => {
    const desk = await sitDown()
    const ids = [
      await put(desk, smallPackage()),
      await put(desk, brokenZip()),
      await put(desk, smallPackage())
    ]
    await desk.ask('runAll', {})
    const states = []
    for (const id of ids) states.push((await desk.reaches(id, 'done', 'failed')).state)
    expect(states).toEqual(['done', 'failed', 'done'])
    const broken = await desk.ask('state', { package: ids[1]! })
    expect(broken).toMatchObject({ because: 'nothing-read' })
    expect(JSON.stringify(await desk.ask('queue'))).not.toMatch(/share|rank/u)
    // the first one’s engine has ended; a full report reads it again
    const full = await desk.ask('export', {
      package: ids[0]!,
      what: 'html',
      language: 'zh',
      masking: 'full',
      reason: '核实需要'
    })
    expect(new TextDecoder().decode(full.bytes)).toContain('核实需要')
  })

  it('goes on after a restart where it was, without passwords', async () => {
    const data = temporaryFolder()
    const first = await sitDown(data)
    const path = smallPackage()
    const id = await put(first, path)
    await first.ask('run', { package: id, inspection: { unit: '幸福镇', passwords: ['机密口令'] } })
    await first.desk.end()
    for (const name of readdirSync(data, { recursive: true, encoding: 'utf8' }))
      if (name.endsWith('.json')) expect(readFileSync(join(data, name), 'utf8')).not.toContain('机密口令')
    const second = await sitDown(data)
    expect(await second.ask('queue')).toMatchObject([{ package: id, state: 'waiting' }])
    await second.ask('runAll', {})
    await second.reaches(id, 'done')
    expect((await second.ask('overview', { package: id })).audit.package.unit).toBe('幸福镇')
  })

  it('puts one place on the desk once, and takes it off', async () => {
    const desk = await sitDown()
    const path = smallPackage()
    const id = await put(desk, path)
    expect(await put(desk, path)).toBe(id)
    await desk.ask('close', { package: id })
    expect(await desk.ask('queue')).toEqual([])
    await expect(desk.ask('state', { package: id })).rejects.toMatchObject({ code: 'no-package' })
  })
})

describe('erase', { timeout: 240_000 }, () => {
  it('leaves nothing of a package in the data folder', async () => {
    const data = temporaryFolder()
    const desk = await sitDown(data)
    const id = await put(desk, smallPackage())
    await desk.ask('run', { package: id })
    await desk.reaches(id, 'done')
    const { rows } = await desk.ask('findings', { package: id })
    await desk.ask('decide', { package: id, ids: [rows[0]!.id], decision: 'confirmed' })
    await desk.ask('configure', { who: '张老师' })
    expect(readdirSync(data).length).toBeGreaterThan(3)
    await desk.ask('erase')
    expect(existsSync(data) ? readdirSync(data) : []).toEqual([])
    expect((await desk.ask('hello')).settings.who).toBe('')
    expect(await desk.ask('queue')).toEqual([])
  })

  it('stops what runs first', async () => {
    const data = temporaryFolder()
    const desk = await sitDown(data)
    const id = await put(desk, smallPackage())
    await desk.ask('run', { package: id })
    await desk.hears(event => event.type === 'progress')
    await desk.ask('erase')
    await new Promise(next => setTimeout(next, 1000))
    expect(readdirSync(data)).toEqual([])
  })
})
