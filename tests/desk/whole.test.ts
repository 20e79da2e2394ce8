import { afterEach, describe, expect, it } from 'vitest'
import { deskOn, put, type TestDesk } from '../support/desk.ts'
import { smallPackage } from '../support/small-package.ts'

let open: TestDesk[] = []
afterEach(async () => {
  await Promise.all(open.map(({ desk }) => desk.end()))
  open = []
})

async function sitDown(data?: string): Promise<TestDesk> {
  const made = await deskOn(data)
  open.push(made)
  return made
}

describe('the desk', () => {
  it('opens a package, surveys it, runs it and answers every question about it', async () => {
    const desk = await sitDown()
    const id = await put(desk, smallPackage())
    await desk.ask('survey', { package: id })
    await desk.reaches(id, 'surveyed')
    const survey = await desk.ask('surveyed', { package: id })
    expect(survey).toMatchObject({ complete: true, secret: 1 })
    expect(survey.files).toBeGreaterThan(3)
    await desk.ask('run', { package: id, inspection: { unit: '幸福镇人民政府' } })
    const state = await desk.reaches(id, 'done')
    expect(state.partial).toBeUndefined()
    const overview = await desk.ask('overview', { package: id })
    expect(overview.audit.package.unit).toBe('幸福镇人民政府')
    expect(overview.secret).toBe(1)
    const page = await desk.ask('findings', { package: id })
    expect(page.total).toBeGreaterThan(0)
    expect(page.rows).toHaveLength(page.total)
    const view = await desk.ask('finding', { package: id, id: page.rows[0]!.id, query: {} as never })
    expect(view).toMatchObject({ state: 'open', position: 0 })
    const tree = await desk.ask('tree', { package: id })
    expect(tree.branches.map(({ name }) => name)).toEqual(['1-走访', '2-培训', '3-其他'])
    const materials = await desk.ask('materials', { package: id, query: { flat: true } as never })
    expect(materials.total).toBe(overview.materials.total)
    for (const method of [
      'activities',
      'indicators',
      'pictures',
      'troubles',
      'lookFirst',
      'submission',
      'whatIf',
      'history'
    ] as const)
      await desk.ask(method, { package: id } as never)
  })
})
