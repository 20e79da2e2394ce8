import { read as parse, utils, write, set_cptable, type BookType, type WorkBook } from '@e965/xlsx'
import * as codepages from '@e965/xlsx/dist/cpexcel.full.mjs'
import { describe, expect, it, vi } from 'vitest'
import legacy from '../../../src/readers/spreadsheet/legacy.ts'
import xlsx from '../../../src/readers/spreadsheet/xlsx.ts'
import type { Format } from '../../../src/model/kinds.ts'
import { readWith } from '../../support/reader-context.ts'
import { zipOf } from '../../support/xlsx.ts'

set_cptable(codepages)

// The library says on stderr which parts of a format code ODF cannot hold; the dates are right all the same.
vi.spyOn(console, 'error').mockImplementation(() => {})

function book(): WorkBook {
  const sheet = utils.aoa_to_sheet([
    ['日期', '姓名', '电话', '占比', '签到'],
    [{ t: 'n', v: 45356, z: 'yyyy"年"m"月"d"日"' }, '张三', 13800001111, { t: 'n', v: 0.125, z: '0.0%' }, { t: 'n', v: 0.354166666666667, z: 'h:mm' }],
    [{ t: 'n', v: 45356.5848495, z: 'yyyy-mm-dd hh:mm:ss' }, '李四', { t: 'n', v: 0.3, f: '0.1+0.2' }, true]
  ]) // prettier-ignore
  sheet['!merges'] = [{ s: { r: 0, c: 3 }, e: { r: 0, c: 4 } }]
  const made = utils.book_new()
  utils.book_append_sheet(made, sheet, '台账')
  utils.book_append_sheet(made, utils.aoa_to_sheet([['底稿']]), '隐藏')
  made.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] }
  made.Props = {
    Author: '王五',
    LastAuthor: '赵六',
    Company: '镇政府',
    CreatedDate: new Date(Date.UTC(2019, 8, 23, 8, 18, 0))
  }
  return made
}

const bytesOf = (bookType: BookType, made = book()): Buffer =>
  write(made, { type: 'buffer', bookType }) as Buffer
const read = (bytes: Uint8Array, format: Format, extension: string = format) =>
  readWith(legacy, bytes, { format, extension })

describe('an old or rare workbook', () => {
  for (const [type, format] of [
    ['biff8', 'xls'],
    ['xlsb', 'xlsb'],
    ['ods', 'ods']
  ] as const)
    // prettier-ignore
    it(`of type ${type} gives the same rows as an xlsx`, async () => {
      const { tables, troubles } = await read(bytesOf(type), format)
      expect(troubles).toEqual([])
      expect(tables[0]!.head.merges).toEqual([{ top: 0, left: 3, bottom: 0, right: 4 }])
      expect(tables[0]!.texts[1]!.slice(0, 4)).toEqual(['日期', '姓名', '电话', '占比'])
      expect(tables[0]!.texts[2]!.slice(0, 3)).toEqual(['2024-03-05', '张三', '13800001111'])
      expect(tables[0]!.texts[3]!.slice(0, 2)).toEqual(['2024-03-05T14:02:11', '李四'])
      expect(tables[0]!.rows[1]!.cells[0]!.kind).toBe('date')
      expect(tables[1]!.texts).toEqual({ 1: ['底稿'] })
    })

  it('tells hidden sheets, properties and times of day', async () => {
    const { tables, claims, notes, observed } = await read(bytesOf('biff8'), 'xls')
    expect(tables.map(table => table.head.hidden)).toEqual([false, true])
    expect(notes).toEqual([{ code: 'hidden-sheet', words: { sheets: '隐藏' } }])
    expect(claims).toMatchObject({
      author: '王五',
      lastModifiedBy: '赵六',
      company: '镇政府',
      created: '2019-09-23T08:18:00Z'
    })
    expect(tables[0]!.texts[2]!.slice(3)).toEqual(['12.5%', '08:30'])
    expect(observed.dateSystem).toBe('1900')
  })

  it('in the XML of 2003 is read, other XML is not', async () => {
    const { tables, troubles } = await read(bytesOf('xlml'), 'xml', 'xls')
    expect(troubles).toEqual([])
    expect(tables[0]!.texts[2]!.slice(0, 2)).toEqual(['2024-03-05', '张三'])
    const other = await read(Buffer.from('<?xml version="1.0"?><note>hi</note>'), 'xml')
    expect(other.troubles[0]!.code).toBe('E_UNSUPPORTED')
  })

  it('gives the same dates in every time zone', async () => {
    const before = process.env['TZ']
    const seen: unknown[] = []
    for (const zone of ['Asia/Shanghai', 'America/New_York', 'Pacific/Apia']) {
      process.env['TZ'] = zone
      seen.push((await read(bytesOf('ods'), 'ods')).tables[0]!.texts)
    }
    if (before === undefined) delete process.env['TZ']
    else process.env['TZ'] = before
    expect(seen[1]).toEqual(seen[0])
    expect(seen[2]).toEqual(seen[0])
  })

  it('cut short or made of noise is corrupt or empty, never a crash', async () => {
    const whole = bytesOf('biff8')
    for (const length of [20, 600, whole.length >> 1]) {
      const { troubles, tables } = await read(whole.subarray(0, length), 'xls')
      if (tables.length === 0) expect(troubles[0]!.code).toBe('E_CORRUPT')
    }
    expect((await read(Buffer.from('PK\x03\x04 noise'), 'ods')).troubles[0]!.code).toBe('E_CORRUPT')
  })

  it('with a password is encrypted', async () => {
    const cfb = compound(['EncryptedPackage', 'EncryptionInfo'])
    expect((await read(cfb, 'xls')).troubles[0]!.code).toBe('E_ENCRYPTED')
    expect((await readWith(xlsx, cfb)).troubles[0]!.code).toBe('E_ENCRYPTED')
    const manifest = '<manifest><file-entry><encryption-data checksum="x"/></file-entry></manifest>'
    const ods = await zipOf({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'META-INF/manifest.xml': manifest, 'content.xml': 'x' }) // prettier-ignore
    expect((await read(ods, 'ods')).troubles[0]!.code).toBe('E_ENCRYPTED')
  })

  it('larger than its ceiling is not opened', async () => {
    const { troubles } = await read(Buffer.alloc(65 * 1024 * 1024), 'xls')
    expect(troubles[0]!.code).toBe('E_LIMIT_SIZE')
  })

  it('is read by the library as the oracle says', () => {
    expect(parse(bytesOf('biff8')).SheetNames).toEqual(['台账', '隐藏'])
  })
})

/** The header and one directory sector of a compound file, with names only. */
function compound(names: string[]): Buffer {
  const bytes = Buffer.alloc(512 * 3, 0xff)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes)
  bytes.writeUInt16LE(9, 30)
  bytes.writeUInt32LE(0, 48) // directory: sector 0
  bytes.writeUInt32LE(1, 76) // allocation table: sector 1
  bytes.fill(0, 512, 1024)
  ;['Root Entry', ...names].forEach((name, i) => {
    bytes.write(name, 512 + 128 * i, 'utf16le')
    bytes.writeUInt16LE(2 * name.length + 2, 512 + 128 * i + 64)
    bytes[512 + 128 * i + 66] = i === 0 ? 5 : 2
  })
  bytes.writeUInt32LE(0xfffffffe, 1024)
  return bytes
}
