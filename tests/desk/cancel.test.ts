import { execFileSync } from 'node:child_process'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { DeskEvent } from '../../src/desk/contract.ts'
import { samplePackage } from '../e2e/sample.ts'
import { deskOn, put, type TestDesk } from '../support/desk.ts'

let folder = ''
beforeAll(() => {
  folder = samplePackage().folder
}, 240_000)

let desk: TestDesk | undefined
afterEach(async () => {
  await desk?.desk.end()
})

/** A desk with the sample on it, read anew. */
async function withSample(): Promise<{ desk: TestDesk; id: string }> {
  desk = await deskOn()
  await desk.ask('configure', { cache: false })
  return { desk, id: await put(desk, folder) }
}

const inStage =
  (stage: string, least = 0) =>
  (event: DeskEvent): boolean =>
    event.type === 'progress' && event.progress.stage === stage && event.progress.done >= least

describe('cancelling a run', { timeout: 240_000 }, () => {
  it('while reading is acknowledged at once, ends the children, and keeps what was read, marked', async () => {
    const { desk, id } = await withSample()
    await desk.ask('run', { package: id })
    await desk.hears(inStage('read', 20))
    const asked = performance.now()
    expect((await desk.ask('cancel', { package: id })).state).toBe('stopped')
    expect(performance.now() - asked).toBeLessThan(300)
    await new Promise(next => setTimeout(next, 5000))
    expect(readers()).toEqual([])
    const state = await desk.reaches(id, 'done')
    expect(state.partial).toBe('read')
    const { audit, materials } = await desk.ask('overview', { package: id })
    expect(audit.partial).toBe('read')
    const { found, read, partly, unread, listed } = audit.accounting
    expect(found).toBe(materials.total)
    expect(read + partly + unread + listed).toBe(found)
    expect(read).toBeGreaterThan(10)
    expect(unread).toBeGreaterThan(10)
  })

  it('while comparing keeps every material, and says of each check that it was stopped', async () => {
    const { desk, id } = await withSample()
    await desk.ask('run', { package: id })
    await desk.hears(inStage('relate'))
    const asked = performance.now()
    expect((await desk.ask('cancel', { package: id })).state).toBe('stopped')
    expect(performance.now() - asked).toBeLessThan(300)
    const state = await desk.reaches(id, 'done')
    expect(state.partial).toBe('relate')
    const { audit } = await desk.ask('overview', { package: id })
    expect(audit.accounting.read).toBeGreaterThan(100)
    expect(audit.verdicts.map(({ answer, because }) => `${answer} ${because}`)).toEqual(
      audit.verdicts.map(() => 'undecided stopped')
    )
    for (const what of ['html', 'summary'] as const) {
      const { bytes } = await desk.ask('export', { package: id, what, language: 'zh' })
      expect(new TextDecoder().decode(bytes).slice(0, 20_000)).toContain('未完成')
    }
  })

  it('while listing gives no audit, and the package can be run again', async () => {
    const { desk, id } = await withSample()
    await desk.ask('run', { package: id })
    await desk.ask('cancel', { package: id })
    expect((await desk.reaches(id, 'stopped')).partial).toBeUndefined()
    await expect(desk.ask('overview', { package: id })).rejects.toMatchObject({ code: 'not-ready' })
    await new Promise(next => setTimeout(next, 500))
    await desk.ask('run', { package: id })
    await desk.hears(inStage('walk'))
  })

  it('while surveying tells what was read by then', async () => {
    const { desk, id } = await withSample()
    await desk.ask('survey', { package: id })
    await desk.hears(inStage('read', 10))
    await desk.ask('cancel', { package: id })
    await desk.reaches(id, 'surveyed')
    expect(await desk.ask('surveyed', { package: id })).toMatchObject({ complete: false, guesses: {} })
  })
})

/** Reading children of this process. */
function readers(): string[] {
  return execFileSync('ps', ['-eo', 'ppid=,args='], { encoding: 'utf8' })
    .split('\n')
    .filter(line => line.trim().startsWith(`${process.pid} `) && line.includes('child.js'))
}
