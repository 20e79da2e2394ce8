import { describe, expect, it } from 'vitest'
import xlsx from '../../../src/readers/spreadsheet/xlsx.ts'
import { readWith } from '../../support/reader-context.ts'
import { MAIN, partsOf, relationships, xlsxOf, type HandMadeBook } from '../../support/xlsx.ts'

const read = async (book: HandMadeBook) => readWith(xlsx, await xlsxOf(book))
const GOOD = '<row r="1"><c r="A1"><v>1</v></c></row>'
const sheetPart = (inner: string) => ({ 'xl/worksheets/sheet1.xml': inner })

describe('a hostile xlsx ends at once and keeps what was read', () => {
  it('with a row number past any sheet', async () => {
    const { tables, troubles } = await read({
      sheets: [{ rows: `${GOOD}<row r="900000000"><c r="A900000000"><v>1</v></c></row>` }, { rows: GOOD }]
    })
    expect(troubles).toEqual([{ code: 'E_LIMIT_COUNT', detail: 'row numbers past 1048576' }])
    expect(tables.map(table => table.texts)).toEqual([{ 1: ['1'] }, { 1: ['1'] }])
  })

  it('with a column past any sheet', async () => {
    const { tables, troubles } = await read({
      sheets: [{ rows: `${GOOD}<row r="2"><c r="ZZZZZZ2"><v>1</v></c></row>` }]
    })
    expect(troubles[0]!.code).toBe('E_LIMIT_COUNT')
    expect(tables[0]!.texts).toEqual({ 1: ['1'] })
  })

  it('with a huge sheet id, validation range, dimension and counts that lie', async () => {
    const parts = partsOf({ sheets: [{ rows: '' }] })
    const { tables, troubles } = await read({
      sheets: [
        {
          before: '<dimension ref="A1:XFD1048576"/><cols><col min="1" max="16384"/></cols>',
          rows: GOOD,
          after:
            '<mergeCells count="4000000000"><mergeCell ref="A1:XFD1048576"/></mergeCells>' +
            '<dataValidations count="1"><dataValidation sqref="A1:XFD1048576"/></dataValidations>'
        }
      ],
      strings: ['a'],
      parts: {
        'xl/workbook.xml': parts['xl/workbook.xml']!.replace('sheetId="1"', 'sheetId="2000000000"'),
        'xl/sharedStrings.xml': `<sst xmlns="${MAIN}" count="4294967295" uniqueCount="4294967295"><si><t>a</t></si></sst>`
      }
    })
    expect(troubles).toEqual([])
    expect(tables[0]!.texts).toEqual({ 1: ['1'] })
  })

  it('with a DTD of billion laughs', async () => {
    const laughs = `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>`
    const { troubles } = await read({
      sheets: [{ rows: '' }],
      parts: sheetPart(
        `<?xml version="1.0"?>${laughs}<worksheet xmlns="${MAIN}"><sheetData>${GOOD}</sheetData></worksheet>`
      )
    })
    expect(troubles).toEqual([{ code: 'E_CORRUPT', detail: 'XML declares a document type' }])
  })

  it('with XML ten thousand elements deep', async () => {
    const { troubles, tables } = await read({ sheets: [{ rows: `${GOOD}${'<row>'.repeat(10_000)}` }] })
    expect(troubles[0]!.code).toBe('E_LIMIT_DEPTH')
    expect(tables[0]!.texts).toEqual({ 1: ['1'] })
  })

  it('with a thousand attributes on one element', async () => {
    const attributes = Array.from({ length: 1000 }, (_, i) => ` a${i}="1"`).join('')
    const { troubles } = await read({ sheets: [{ rows: `${GOOD}<row${attributes}></row>` }] })
    expect(troubles[0]!.code).toBe('E_LIMIT_COUNT')
  })

  it('with one string of thirty megabytes', async () => {
    const text = 'x'.repeat(30 * 1024 * 1024)
    const { troubles, tables } = await read({
      sheets: [{ rows: `${GOOD}<row r="2"><c r="A2" t="str"><v>${text}</v></c></row>` }]
    })
    expect(troubles[0]!.code).toBe('E_LIMIT_SIZE')
    expect(tables[0]!.texts).toEqual({ 1: ['1'] })
  })

  it('with strings past the longest a cell holds, which are cut and said', async () => {
    const { tables, notes } = await read({
      sheets: [{ rows: `<row r="1"><c r="A1" t="str"><v>${'长'.repeat(40_000)}</v></c></row>` }]
    })
    expect(tables[0]!.texts[1]![0]!.length).toBe(32_767)
    expect(notes).toEqual([{ code: 'shortened', words: { kept: 32_767 } }])
  })

  it('with strings that are not in the table', async () => {
    const { troubles, tables } = await read({
      strings: ['a'],
      sheets: [
        { rows: '<row r="1"><c t="s"><v>0</v></c><c t="s"><v>4294967295</v></c><c t="s"><v>-1</v></c></row>' }
      ]
    })
    expect(troubles[0]!.code).toBe('E_CORRUPT')
    expect(tables[0]!.texts).toEqual({ 1: ['a'] })
  })

  it('with names of the object prototype as attributes and ids', async () => {
    const { troubles, tables } = await read({
      sheets: [
        {
          rows: '<row r="1" __proto__="x" constructor="y"><c r="A1" t="__proto__" s="constructor"><v>1</v></c></row>'
        }
      ]
    })
    expect(troubles).toEqual([])
    expect(tables[0]!.texts).toEqual({ 1: ['1'] })
  })
})

describe('a broken xlsx', () => {
  it('cut short is corrupt', async () => {
    const whole = await xlsxOf({ sheets: [{ rows: GOOD }] })
    for (const length of [10, whole.length >> 1, whole.length - 5])
      expect((await readWith(xlsx, whole.subarray(0, length))).troubles[0]!.code).toBe('E_CORRUPT')
  })

  it('with one sheet cut in the middle keeps its rows and the other sheets', async () => {
    const { troubles, tables } = await read({
      sheets: [{ rows: '' }, { rows: GOOD }],
      parts: sheetPart(`<worksheet xmlns="${MAIN}"><sheetData>${GOOD}<row r="2"><c r="A2"><v>2</v>`)
    })
    expect(troubles).toEqual([{ code: 'E_CORRUPT', detail: 'XML is not well-formed' }])
    expect(tables.map(table => table.texts)).toEqual([{ 1: ['1'] }, { 1: ['1'] }])
  })

  it('with bytes changed in a part differs from its checksum', async () => {
    const rows = Array.from({ length: 200 }, (_, i) => `<row><c><v>${(i * 7919) % 1000}</v></c></row>`).join(
      ''
    )
    const bytes = await xlsxOf({ sheets: [{ rows }] })
    const at = bytes.indexOf('xl/worksheets/sheet1.xml')
    bytes[at + 120]! ^= 0x55
    expect((await readWith(xlsx, bytes)).troubles[0]!.code).toBe('E_CORRUPT')
  })

  it('without a workbook is corrupt, without a sheet says so', async () => {
    const none = await read({ sheets: [{ rows: GOOD }], parts: { 'xl/workbook.xml': undefined } })
    expect(none.troubles).toEqual([{ code: 'E_CORRUPT', detail: 'a part of the package is missing' }])
    const one = await read({
      sheets: [{ rows: GOOD }, { rows: GOOD }],
      parts: { 'xl/_rels/workbook.xml.rels': relationships([['rId1', 'worksheet', 'worksheets/gone.xml'], ['rId2', 'worksheet', 'worksheets/sheet2.xml']]) }
    }) // prettier-ignore
    expect(one.troubles[0]!.code).toBe('E_CORRUPT')
    expect(one.tables.map(table => table.texts)).toEqual([{ 1: ['1'] }])
  })

  it('reads on past control characters', async () => {
    const { tables, troubles } = await read({
      sheets: [{ rows: '<row><c t="str"><v>a\u000Bb&#x1;</v></c></row>' }]
    })
    expect(troubles).toEqual([])
    expect(tables[0]!.texts[1]![0]).toContain('b')
  })
})
