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

async function audited(desk: TestDesk, folder = smallPackage()): Promise<string> {
  const id = await put(desk, folder)
  await desk.ask('run', { package: id })
  await desk.reaches(id, 'done')
  return id
}

describe('decisions', { timeout: 240_000 }, () => {
  it('survive a restart, with the queue and the results, and can be undone and done again', async () => {
    const data = temporaryFolder()
    const first = await sitDown(data)
    await first.ask('configure', { who: '张老师' })
    const id = await audited(first)
    const { rows, total } = await first.ask('findings', { package: id })
    const decided = await first.ask('decide', {
      package: id,
      ids: [rows[0]!.id],
      decision: 'explained',
      note: '归档重复'
    })
    expect(decided).toMatchObject({ changed: 1, history: { canUndo: true, canRedo: false } })
    await first.desk.end()

    const second = await sitDown(data)
    const [state] = await second.ask('queue')
    expect(state).toMatchObject({ package: id, state: 'done' })
    const view = await second.ask('finding', { package: id, id: rows[0]!.id })
    expect(view).toMatchObject({
      state: 'explained',
      decision: { note: '归档重复', who: '张老师', source: 'person' }
    })
    expect((await second.ask('findings', { package: id })).total).toBe(total)
    expect(await second.ask('undo', { package: id })).toMatchObject({ canUndo: false, canRedo: true })
    expect((await second.ask('finding', { package: id, id: rows[0]!.id })).state).toBe('open')
    await second.ask('redo', { package: id })
    expect((await second.ask('overview', { package: id })).findings.byDecision).toMatchObject({
      explained: 1
    })
  })

  it('move on to the next that is open, also when the decision takes the row out of the list', async () => {
    const desk = await sitDown()
    const id = await audited(desk)
    const query = { decision: ['open' as const], group: 'none' as const, sort: 'first' as const }
    const { rows } = await desk.ask('findings', { package: id, query })
    await desk.ask('decide', { package: id, ids: [rows[0]!.id], decision: 'confirmed' })
    expect(await desk.ask('next', { package: id, id: rows[0]!.id, query })).toEqual(
      rows[1] ? { id: rows[1].id } : {}
    )
  })

  it('are refused for findings that are not there', async () => {
    const desk = await sitDown()
    const id = await audited(desk)
    await expect(
      desk.ask('decide', { package: id, ids: ['0'.repeat(16)], decision: 'confirmed' })
    ).rejects.toMatchObject({ code: 'bad-input' })
  })
})

describe('a person’s class', { timeout: 240_000 }, () => {
  it('is weighed without reading again, stands in what is exported, and is taken back by undo', async () => {
    const desk = await sitDown()
    const id = await audited(desk)
    const classOf = async (): Promise<string> =>
      (await desk.ask('material', { package: id, no: 1 })).record.class
    const before = await classOf()
    const wanted = before === 'result' ? 'trace' : 'result'
    desk.events.length = 0
    await desk.ask('overrule', {
      package: id,
      overrule: { by: 'material', no: 1, class: wanted, note: '见证明' }
    })
    await desk.hears(event => event.type === 'changed' && event.what === 'classes')
    expect(await classOf()).toBe(wanted)
    expect((await desk.ask('overview', { package: id })).overrules).toBe(1)
    expect(desk.events.some(event => event.type === 'progress' && event.progress.stage === 'read')).toBe(
      false
    )
    const { bytes } = await desk.ask('export', { package: id, what: 'json', language: 'zh' })
    expect(new TextDecoder().decode(bytes)).toContain('"overrules"')
    desk.events.length = 0
    await desk.ask('undo', { package: id })
    await desk.hears(event => event.type === 'changed' && event.what === 'classes')
    expect(await classOf()).toBe(before)
  })
})

describe('a declaration', { timeout: 240_000 }, () => {
  it('stands beside the findings, and is taken back by its id and by undo', async () => {
    const desk = await sitDown()
    const id = await audited(desk)
    const { declarations } = await desk.ask('declare', {
      package: id,
      declaration: { text: '3月5日集中拍摄一次', from: '2024-03-05' }
    })
    expect(declarations).toMatchObject([{ text: '3月5日集中拍摄一次' }])
    expect((await desk.ask('undeclare', { package: id, id: declarations[0]!.id })).declarations).toEqual([])
    await desk.ask('undo', { package: id })
    expect((await desk.ask('overview', { package: id })).declarations).toHaveLength(1)
  })
})
