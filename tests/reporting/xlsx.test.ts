import { execFile, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { pathToFileURL } from 'node:url'
import { read, utils } from '@e965/xlsx'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Audit } from '../../src/model/audit.ts'
import { renderXlsx } from '../../src/reporting/xlsx.ts'
import { cellText } from '../../src/reporting/xlsx/cell-text.ts'
import { fullAudit, type Field } from '../support/full-audit.ts'

/** What some spreadsheet program takes for a formula, a command, a link or a control sequence. */
const TRIGGERS = [
  '=1+41', '+1+41', '-1+43', '@SUM(40,2)', '=cmd|\' /C calc\'!A0', '=HYPERLINK("http://127.0.0.1:9/x","点")',
  '=WEBSERVICE("http://127.0.0.1:9/x")', '=IMPORTXML("http://127.0.0.1:9/x","//a")', '=DDE("cmd";"/C calc";"x")', '+DDE("cmd","/C calc","x")',
  '-2+3+cmd|\' /C calc\'!A0', '@SUM(1+1)*cmd|\' /C calc\'!A0', '\t=1+41', '\r=1+41', '\n=1+41', ' =1+41',
  '|calc', '%0A=1+41', '＝1+41', '＋1+41', '－1+43', '＠SUM(40,2)', '"=1+41"', '\'=1+41', '_x003D_1+41', '{=1+41}',
  'http://127.0.0.1:9/x', '1,=1+41'
] as const // prettier-ignore
const POSITIONS = ['unit', 'path', 'sheet', 'header', 'cell', 'note', 'indicator', 'activity', 'word'] as const satisfies readonly Field[] // prettier-ignore

const soffice = spawnSync('soffice', ['--version']).status === 0
const work = mkdtempSync(join(tmpdir(), 'henshi-xlsx-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))

/** The audit with a trigger at one kind of place, under a mark that finds it again. */
function planted(trigger: string): Audit {
  const full = (plain: string): string => `${trigger}${plain}`
  const audit = fullAudit((field, plain) =>
    field !== 'path' && (POSITIONS as readonly Field[]).includes(field) ? full(plain) : plain
  )
  const from = audit.materials[0]!.path
  audit.materials[0]!.path = full(from)
  for (const { places } of audit.findings)
    for (const place of places) if (place.path === from) place.path = full(from)
  return audit
}

describe('report.xlsx', () => {
  const books = new Map<string, Uint8Array>()
  beforeAll(async () => {
    for (const trigger of TRIGGERS) books.set(trigger, await renderXlsx(planted(trigger), 'zh'))
  }, 120_000)

  it.each(TRIGGERS.map(trigger => [JSON.stringify(trigger), trigger]))(
    'holds %s as text at nine positions',
    async (_, trigger) => {
      const bytes = Buffer.from(books.get(trigger)!)
      const book = new ExcelJS.Workbook()
      await book.xlsx.load(bytes as never)
      const seen: string[] = []
      book.eachSheet(sheet => {
        expect(sheet.hasMerges).toBe(false)
        sheet.eachRow(row => {
          row.eachCell(cell => {
            expect([ExcelJS.ValueType.String, ExcelJS.ValueType.Number], `${sheet.name} ${cell.address}`).toContain(cell.type) // prettier-ignore
            if (cell.type === ExcelJS.ValueType.String) seen.push(String(cell.value))
          })
        })
      })
      const other = read(bytes, { cellFormula: true, cellNF: true })
      const again: string[] = []
      for (const name of other.SheetNames) {
        const sheet = other.Sheets[name]!
        for (const [address, cell] of Object.entries(sheet)) {
          if (address.startsWith('!')) continue
          const { f, l, t, v } = cell as { f?: string; l?: unknown; t: string; v: unknown }
          expect([f, l], `${name} ${address}`).toEqual([undefined, undefined])
          if (t === 's') again.push(String(v))
        }
        expect(utils.sheet_to_formulae(sheet).filter(each => !/^[A-Z]+\d+='/.test(each) && /=[=+@]/.test(each))).toEqual([]) // prettier-ignore
      }
      for (const plain of [
        '栗岭镇',
        '1-1/会议记录.docx',
        '办理',
        '事项',
        '路灯不亮',
        '备份',
        '会议制度',
        '安全生产例会',
        '2024-05-01'
      ]) {
        // prettier-ignore
        const expected = cellText(`${trigger}${plain}`, '')
        expect(
          seen.some(text => text.includes(expected)),
          plain
        ).toBe(true)
        expect(
          again.some(text => text.replace(/\r\n?/g, '\n').includes(expected)),
          plain
        ).toBe(true)
      }
    }
  )

  it.skipIf(!soffice)(
    'lets nothing fire in LibreOffice (skipped where it is not installed)',
    async () => {
      const files = TRIGGERS.map((trigger, i) => {
        const file = join(work, `${i}.xlsx`)
        writeFileSync(file, books.get(trigger)!)
        return file
      })
      const out = join(work, 'csv')
      // -1 as sheet number: every sheet into a file of its own.
      await promisify(execFile)('soffice', [`-env:UserInstallation=${pathToFileURL(join(work, 'profile')).href}`, '--headless', '--convert-to', 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1', '--outdir', out, ...files], { timeout: 240_000 }) // prettier-ignore
      const texts = new Map<number, string>()
      for (const name of readdirSync(out)) {
        const index = Number(/^\d+/.exec(name)![0])
        texts.set(index, `${texts.get(index) ?? ''}${readFileSync(join(out, name), 'utf8')}`)
      }
      TRIGGERS.forEach((trigger, index) => {
        const csv = texts.get(index)!
        expect(csv).not.toMatch(/#NAME\?|#VALUE!|#REF!|Err:\d|#N\/A/)
        // A formula that fired would show 42 in place of itself.
        for (const plain of ['栗岭镇', '会议制度', '安全生产例会'])
          expect(csv, trigger).toContain(cellText(`${trigger}${plain}`, '').replaceAll('"', '""'))
      })
    },
    300_000
  )

  it('has frozen and filtered headers, widths, wrapped text, and nothing that links or runs', async () => {
    const bytes = Buffer.from(await renderXlsx(fullAudit(), 'en'))
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(bytes as never)
    expect(book.worksheets.map(({ name }) => name)).toEqual(['Summary', 'Indicators', 'Activities', 'Findings', 'Materials', 'Entries', 'Effort', 'Field check', 'Not read', 'By asker', 'Decisions']) // prettier-ignore
    for (const sheet of book.worksheets) {
      expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 })
      expect(sheet.autoFilter).toBeTruthy()
      expect(sheet.getRow(1).cellCount).toBeGreaterThan(2)
      for (let i = 1; i <= sheet.getRow(1).cellCount; i++) {
        expect(sheet.getColumn(i).width).toBeGreaterThanOrEqual(6)
        expect(sheet.getRow(1).getCell(i).text).not.toBe('')
      }
      sheet.eachRow(row => row.eachCell(cell => typeof cell.value === 'string' && expect(cell.alignment?.wrapText).toBe(true))) // prettier-ignore
      expect(sheet.rowCount, sheet.name).toBeGreaterThan(1)
    }
    const { stdout } = await unzipped(bytes)
    expect(stdout).not.toMatch(/<f[ >]|<hyperlink|externalLink|ddeLink|vbaProject|<mergeCell/)
  })

  it('leaves the result column of the field-check sheet empty', async () => {
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(Buffer.from(await renderXlsx(fullAudit(), 'zh')) as never)
    const sheet = book.getWorksheet('核查清单')!
    const headers = sheet.getRow(1).values as string[]
    expect(sheet.rowCount).toBe(3)
    expect(sheet.getColumn(headers.indexOf('核实结果')).values.slice(2).filter(Boolean)).toEqual([])
  })

  it('shows what XML cannot hold, and cuts what a cell cannot', () => {
    expect(cellText('甲\u0000\u0007乙\u202e\ud800_x0041_', '')).toBe('甲\u2400\u2407乙‹U+202E›\ufffd_x0041＿')
    expect(cellText('字'.repeat(40_000), '…')).toHaveLength(32_001)
  })

  it('stands when every optional part is absent', async () => {
    const { indicators: _, effort: __, fieldCheck: ___, forms: ____, facts: _____, ...rest } = fullAudit()
    const { purposes: _p, indicators: _i, ladder: _l, ...balance } = rest.balance
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(Buffer.from(await renderXlsx({ ...rest, balance }, 'zh')) as never)
    expect(book.worksheets).toHaveLength(11)
  })

  it('is the same bytes for the same audit', async () => {
    const sheets = async (): Promise<string> => (await unzipped(Buffer.from(await renderXlsx(fullAudit(), 'zh')))).stdout // prettier-ignore
    expect(await sheets()).toBe(await sheets())
  })
})

/** All parts of the package one after the other. */
async function unzipped(bytes: Buffer): Promise<{ stdout: string }> {
  const { fromBufferPromise } = await import('yauzl')
  const zip = await fromBufferPromise(bytes)
  let stdout = ''
  for await (const entry of zip.eachEntry()) {
    const stream = await zip.openReadStreamPromise(entry)
    for await (const chunk of stream) stdout += (chunk as Buffer).toString('utf8')
  }
  return { stdout }
}
