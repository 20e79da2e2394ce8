import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterEach, describe, expect, it } from 'vitest'
import { EXPORTS } from '../../src/desk/contract.ts'
import { deskOn, put, type TestDesk } from '../support/desk.ts'
import { temporaryFolder } from '../support/paths.ts'
import { smallPackage } from '../support/small-package.ts'

let desk: TestDesk | undefined
afterEach(() => desk?.desk.end())

describe('reports', { timeout: 240_000 }, () => {
  it('come out in every form and language, and a verification sheet that comes back explains its findings', async () => {
    desk = await deskOn()
    const id = await put(desk, smallPackage())
    await desk.ask('run', { package: id })
    await desk.reaches(id, 'done')
    for (const what of EXPORTS)
      for (const language of ['zh', 'en'] as const) {
        const file = await desk.ask('export', { package: id, what, language })
        expect(file.bytes.length).toBeGreaterThan(100)
        expect(file.name).toMatch(/\.(?:html|xlsx|json|henshi)$/u)
      }
    await expect(
      desk.ask('export', { package: id, what: 'html', language: 'zh', masking: 'full' })
    ).rejects.toMatchObject({ code: 'reason-needed' })
    const counts = await desk.ask('export', {
      package: id,
      what: 'json',
      language: 'zh',
      masking: 'statistics'
    })
    expect(new TextDecoder().decode(counts.bytes)).not.toContain('走访记录')

    const sheet = await desk.ask('export', { package: id, what: 'verification', language: 'zh' })
    const file = join(temporaryFolder(), sheet.name)
    writeFileSync(file, await filledIn(sheet.bytes, '归档时放错了文件夹'))
    const { location } = await desk.desk.locate(file)
    const answered = await desk.ask('importAnswers', { package: id, location })
    expect(answered.answered).toBeGreaterThan(0)
    const { rows } = await desk.ask('findings', {
      package: id,
      query: { decision: ['explained'], group: 'none', sort: 'first' }
    })
    expect(rows).toHaveLength(answered.answered)
    const { decision } = await desk.ask('finding', { package: id, id: rows[0]!.id })
    expect(decision).toMatchObject({ source: 'answer' })
    expect(decision!.note).toContain('归档时放错了文件夹')
    await expect(
      desk.ask('importAnswers', { package: id, bytes: new TextEncoder().encode('不是表格') })
    ).rejects.toMatchObject({ code: 'bad-file' })
  })
})

/** The sheet as a unit would send it back: a note in every row. */
async function filledIn(bytes: Uint8Array, note: string): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(bytes.buffer as ArrayBuffer)
  const sheet = book.worksheets[0]!
  let column = 0
  sheet.eachRow(row => {
    if (column > 0) row.getCell(column).value = note
    else
      row.eachCell((cell, at) => {
        if (/说明/u.test(cell.text) && cell.text.length < 20) column = at
      })
  })
  return new Uint8Array((await book.xlsx.writeBuffer()) as ArrayBuffer)
}
