import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { orderByColumns } from '../../src/sample/writers/string-order.ts'
import { writeWorkbook } from '../../src/sample/writers/workbook.ts'
import { readOwnZip } from '../../src/sample/writers/zip.ts'

const properties = { author: '甲', lastModifiedBy: '甲', created: '2024-12-02T10:00:00', modified: '2024-12-02T11:00:00', program: 'Word' } as const // prettier-ignore
const sheet = { name: '登记', header: ['地点', '情况'], rows: [['东街', '漏水'], ['西街', '断电'], ['东街', '漏水'], ['北街', 3]] } // prettier-ignore

describe('a workbook with its strings numbered column by column', () => {
  it('shows the same cells and lists its strings down the columns', async () => {
    const plain = await writeWorkbook([sheet], properties)
    const ordered = orderByColumns(plain, undefined)
    const [before, after] = await Promise.all([plain, ordered].map(cellsOf))
    expect(after).toEqual(before)
    const strings = readOwnZip(ordered).find(({ name }) => name === 'xl/sharedStrings.xml')!.bytes.toString('utf8') // prettier-ignore
    expect([...strings.matchAll(/<t[^>]*>([^<]*)/g)].map(match => match[1])).toEqual(['地点', '东街', '西街', '北街', '情况', '漏水', '断电']) // prettier-ignore
  })
})

async function cellsOf(bytes: Buffer): Promise<unknown[]> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(bytes as unknown as ArrayBuffer)
  const rows: unknown[] = []
  book.worksheets[0]!.eachRow(row => void rows.push(row.values))
  return rows
}
