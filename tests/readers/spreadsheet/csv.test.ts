import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import csv from '../../../src/readers/spreadsheet/csv.ts'
import { RecordParser } from '../../../src/readers/spreadsheet/csv-records.ts'
import { readWith } from '../../support/reader-context.ts'

const read = (text: string | Uint8Array, extension = 'csv') =>
  readWith(csv, typeof text === 'string' ? Buffer.from(text) : text, { extension })

// 日期,内容 / 2024-03-05,走访 in GB18030
const GBK = Buffer.from('c8d5c6da2cc4dac8dd0d0a323032342d30332d30352cd7dfb7c30d0a', 'hex')

describe('a csv', () => {
  it('gives records by number, blank ones counted and not sent', async () => {
    const { tables, observed } = await read(
      '序号,姓名,电话\r\n1,张三,13800001111\r\n\r\n,,\r\n2,李四,"a ""b"", c"\r\n'
    )
    expect(observed).toEqual({ encoding: 'utf-8', separator: ',' })
    expect(tables[0]!.texts).toEqual({ 1: ['序号', '姓名', '电话'], 2: ['1', '张三', '13800001111'], 5: ['2', '李四', 'a "b", c'] }) // prettier-ignore
  })

  it('holds line ends inside quotes', async () => {
    const { tables } = await read('a,"第一行\r\n第二行"\nb,"x\ny",z')
    expect(tables[0]!.texts).toEqual({ 1: ['a', '第一行\r\n第二行'], 2: ['b', 'x\ny', 'z'] })
  })

  it('reads UTF-8, GB18030 and UTF-16 alike', async () => {
    const text = '日期,内容\r\n2024-03-05,走访\r\n'
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
    const big = Buffer.from(wide).swap16()
    const sources = { 'utf-8': Buffer.from(`\ufeff${text}`), gb18030: GBK, 'utf-16le': wide, 'utf-16be': big }
    for (const [encoding, bytes] of Object.entries(sources)) {
      const { tables, observed, troubles } = await read(bytes)
      expect([encoding, observed.encoding, troubles]).toEqual([encoding, encoding, []])
      expect(tables[0]!.texts).toEqual({ 1: ['日期', '内容'], 2: ['2024-03-05', '走访'] })
      expect(tables[0]!.rows[1]!.cells[0]!.kind).toBe('date')
    }
  })

  it('is not fooled about its encoding by a long head without Chinese', async () => {
    const head = Buffer.from(`id,${'remark '.repeat(100)}\n`.repeat(25_000)) // 17.6 MB
    const { observed, tables } = await read(Buffer.concat([head, GBK]))
    expect(observed.encoding).toBe('gb18030')
    expect(tables[0]!.rows.at(-1)!.cells[1]!.text).toBe('走访')
  })

  it('finds the separator that divides records alike', async () => {
    const rows = (separator: string) =>
      ['姓名', '备注, 说明', '分'].join(separator) + '\n' + ['张', '好', '1'].join(separator) + '\n'
    expect((await read(rows('\t'))).observed.separator).toBe('\t')
    expect((await read(rows(';'))).observed.separator).toBe(';')
    expect((await read(rows('|'))).observed.separator).toBe('|')
    const stated = await read('sep=;\n甲,乙;丙\n')
    expect([stated.observed.separator, stated.tables[0]!.texts]).toEqual([';', { 2: ['甲,乙', '丙'] }])
    expect((await read('一列\n两行\n')).observed.separator).toBe(',')
    expect((await read('一列\n', 'tsv')).observed.separator).toBe('\t')
  })

  it('takes a quote that never closes for a character', async () => {
    const { tables } = await read('a,b\n"坏,1\nc,2\n')
    expect(tables[0]!.texts).toEqual({ 1: ['a', 'b'], 2: ['"坏', '1'], 3: ['c', '2'] })
  })

  it('reads past a stray quote in a long file', async () => {
    const lines = Array.from({ length: 60_000 }, (_, i) =>
      i === 10 ? `${i},"尺寸5寸` : `${i},走访群众了解情况说明`
    )
    const { tables } = await read(lines.join('\n'))
    expect(tables[0]!.rows.length).toBe(60_000)
    expect(tables[0]!.texts[11]).toEqual(['10', '"尺寸5寸'])
  })

  it('cuts a field past the longest and says so', async () => {
    const { tables, notes } = await read(`a,${'长'.repeat(40_000)}\nb,c\n`)
    expect(tables[0]!.texts[1]![1]!.length).toBe(32_767)
    expect(tables[0]!.texts[2]).toEqual(['b', 'c'])
    expect(notes).toEqual([{ code: 'shortened', words: { kept: 32_767 } }])
  })

  it('takes a file without any line end in linear time', async () => {
    const { tables, notes } = await read('x'.repeat(30_000_000) + '\nb')
    expect(tables[0]!.rows.map(row => row.row)).toEqual([1, 2])
    expect(notes.length).toBe(1)
  })

  it('keeps long numbers, leading zeros and exporters’ tricks as text', async () => {
    const { tables } = await read('110101199003078123,007,="0123",\t13800001111,12.50,12.5')
    expect(tables[0]!.rows[0]!.cells.map(({ text, kind }) => [text, kind])).toEqual([
      ['110101199003078123', 'text'],
      ['007', 'text'],
      ['0123', 'text'],
      ['13800001111', 'number'],
      ['12.50', 'text'],
      ['12.5', 'number']
    ])
  })

  it('ends at the last column a sheet has', async () => {
    const { troubles, tables } = await read(`a,b\n${','.repeat(20_000)}x\n`)
    expect(troubles[0]!.code).toBe('E_LIMIT_COUNT')
    expect(tables[0]!.texts[1]).toEqual(['a', 'b'])
  })

  it('says when characters fit no encoding, and keeps the rest', async () => {
    const { troubles, tables } = await read(
      Buffer.concat([Buffer.from('甲,乙\n丙,丁丁丁丁丁丁丁丁丁丁丁丁\n'), Buffer.from([0xff, 0x0a])])
    )
    expect(troubles[0]!.code).toBe('E_CORRUPT')
    expect(tables[0]!.rows.length).toBeGreaterThan(1)
  })
})

describe('records', () => {
  const parse = (text: string, separator: string, pieces: number[]) => {
    const records: string[][] = []
    let record: string[] = []
    const parser = new RecordParser(separator, {
      field: (column, field) => void (record[column] = field),
      end: number => {
        records[number - 1] = record
        record = []
      }
    })
    let at = 0
    for (const size of pieces) parser.write(text.slice(at, (at += size)))
    parser.write(text.slice(at))
    parser.end()
    return records
  }

  it('come back as they were written, in pieces of any size', () => {
    const field = fc.string({
      unit: fc.constantFrom('"', ',', ';', '\t', '\n', '\r', '甲', 'b', ' '),
      maxLength: 6
    })
    fc.assert(
      fc.property(
        fc.array(fc.array(field, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
        fc.constantFrom(',', ';', '\t'),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.array(fc.integer({ min: 0, max: 7 }), { maxLength: 30 }),
        (records, separator, end, pieces) => {
          const quote = (text: string) =>
            /[",;\t\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text
          const text = records.map(record => record.map(quote).join(separator) + end).join('')
          expect(parse(text, separator, pieces)).toEqual(records)
        }
      ),
      { numRuns: 500 }
    )
  })

  it('are the same in one piece and in many, whatever the text', () => {
    const text = fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', 'a'), maxLength: 40 })
    fc.assert(
      fc.property(text, fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 20 }), (source, pieces) => {
        expect(parse(source, ',', pieces)).toEqual(parse(source, ',', []))
      }),
      { numRuns: 1000 }
    )
  })
})
