import { describe, expect, it } from 'vitest'
import xlsx from '../../../src/readers/spreadsheet/xlsx.ts'
import { readWith } from '../../support/reader-context.ts'
import {
  MAIN,
  OFFICE,
  partsOf,
  properties,
  relationships,
  xlsxOf,
  zipOf,
  type HandMadeBook
} from '../../support/xlsx.ts'

const read = async (book: HandMadeBook) => readWith(xlsx, await xlsxOf(book))
const inline = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`

describe('an xlsx', () => {
  it('gives every kind of cell its text and kind', async () => {
    const { tables, troubles } = await read({
      strings: ['姓名', '<r><t>张</t></r><r><t>三</t></r><rPh sb="0" eb="1"><t>zhang</t></rPh>', 'a_x000D_b'],
      sheets: [
        {
          rows:
            '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>' +
            '<row r="3"><c r="A3"><v>1.5</v></c><c r="B3" t="b"><v>1</v></c><c r="C3" t="e"><v>#N/A</v></c>' +
            '<c r="D3" t="str"><f>A1&amp;"x"</f><v>姓名x</v></c><c r="E3" t="inlineStr"><is><r><t>李</t></r><r><t>四</t></r></is></c>' +
            '<c r="F3" t="d"><v>2024-03-05T00:00:00.000Z</v></c><c r="G3"/></row>'
        }
      ]
    })
    expect(troubles).toEqual([])
    expect(tables[0]!.texts).toEqual({
      1: ['姓名', '张三', 'a\rb'],
      3: ['1.5', 'TRUE', '#N/A', '姓名x', '李四', '2024-03-05']
    })
    expect(tables[0]!.rows[1]!.cells.map(cell => cell.kind)).toEqual([
      'number',
      'boolean',
      'error',
      'text',
      'text',
      'date'
    ])
    expect(tables[0]!.rows[1]!.cells[3]!.formula).toBe('A1&"x"')
  })

  it('keeps numbers as people wrote them', async () => {
    const stored = ['13800001111', '1.38E+10', '1.1E+17', '110101199003078123', '0.30000000000000004', '1.1000000000000001', '-0', '5.0000000000000001E-3', '1E-7', '007', 'n/a'] // prettier-ignore
    const { tables } = await read({
      sheets: [{ rows: `<row>${stored.map(v => `<c><v>${v}</v></c>`).join('')}</row>` }]
    })
    expect(tables[0]!.texts[1]).toEqual(['13800001111', '13800000000', '110000000000000000', '110101199003078123', '0.3', '1.1', '0', '0.005', '0.0000001', '7', 'n/a']) // prettier-ignore
  })

  it('shows dates as dates, whatever their format, and nothing else as a date', async () => {
    const formats = [
      14,
      'yyyy"年"m"月"d"日"',
      '[$-804]yyyy/m/d;@',
      'h:mm',
      '[h]:mm',
      '0.00"d"',
      '[Red]0',
      22,
      31,
      '0.0%',
      'G/通用格式"元"'
    ]
    const serials = [45356, 45356, 45356, 0.354166666666667, 1.5, 7, 8, 45356.5848495, 45356, 0.125, 12]
    const rows = `<row>${serials.map((v, i) => `<c s="${i + 1}"><v>${v}</v></c>`).join('')}</row>`
    const { tables } = await read({ formats, sheets: [{ rows }] })
    expect(tables[0]!.rows[0]!.cells.map(({ text, kind }) => [text, kind])).toEqual([
      ['2024-03-05', 'date'],
      ['2024-03-05', 'date'],
      ['2024-03-05', 'date'],
      ['08:30', 'text'],
      ['36:00', 'text'],
      ['7', 'number'],
      ['8', 'number'],
      ['2024-03-05T14:02:11', 'date'],
      ['2024-03-05', 'date'],
      ['12.5%', 'number'],
      ['12', 'number']
    ])
  })

  it('counts days from 1904 where the workbook says so', async () => {
    const { tables, observed } = await read({
      date1904: true,
      formats: [14],
      sheets: [{ rows: '<row><c s="1"><v>43894</v></c></row>' }]
    })
    expect(tables[0]!.texts[1]).toEqual(['2024-03-05'])
    expect(observed.dateSystem).toBe('1904')
  })

  it('places cells and rows that do not say where they are', async () => {
    const { tables } = await read({
      sheets: [{ rows: `<row>${inline('a')}${inline('b')}</row><row r="5">${inline('c')}<c r="D5"><v>1</v></c>${inline('e')}</row><row>${inline('f')}</row><row><c r="B9"><v>9</v></c></row>` }]
    }) // prettier-ignore
    expect(tables[0]!.texts).toEqual({ 1: ['a', 'b'], 5: ['c', '', '', '1', 'e'], 6: ['f'], 9: ['', '9'] })
  })

  it('puts cells in order and keeps the first of two in one place', async () => {
    const { tables } = await read({
      sheets: [
        {
          rows: '<row r="1"><c r="C1"><v>3</v></c><c r="A1"><f>X1</f><v>1</v></c><c r="C1"><v>4</v></c></row>'
        }
      ]
    })
    expect(tables[0]!.rows[0]!.cells).toEqual([
      { column: 0, text: '1', kind: 'number', formula: 'X1' },
      { column: 2, text: '3', kind: 'number' }
    ])
  })

  it('reads prefixed elements, backslash names, strings after sheets and odd case', async () => {
    const parts = partsOf({ strings: ['好'], sheets: [{ rows: '' }] })
    const sheet = `<x:worksheet xmlns:x="${MAIN}"><x:sheetData><x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c></x:row></x:sheetData><x:mergeCells><x:mergeCell ref="A1:B2"/></x:mergeCells></x:worksheet>`
    const { tables, troubles } = await readWith(
      xlsx,
      await rawZip({
        '_rels\\.rels': parts['_rels/.rels']!,
        'XL\\Workbook.xml': parts['xl/workbook.xml']!,
        'xl\\_rels\\workbook.xml.rels': parts['xl/_rels/workbook.xml.rels']!,
        'xl\\worksheets\\Sheet1.xml': sheet,
        'xl\\sharedStrings.xml': parts['xl/sharedStrings.xml']!
      })
    )
    expect(troubles).toEqual([])
    expect(tables[0]!.texts).toEqual({ 1: ['好'] })
    expect(tables[0]!.head.merges).toEqual([{ top: 0, left: 0, bottom: 1, right: 1 }])
  })

  it('finds sheets by relationship and leaves chart sheets out', async () => {
    const { tables } = await read({
      sheets: [{ name: '图表', rows: '' }, { name: '台账', rows: `<row>${inline('甲')}</row>` }, { name: '空', rows: '' }],
      parts: {
        'xl/_rels/workbook.xml.rels': relationships([['rId1', 'chartsheet', 'chartsheets/sheet1.xml'], ['rId2', 'worksheet', '/xl/worksheets/sheet2.xml'], ['rId3', 'worksheet', 'worksheets/sheet3.xml']]),
        'xl/chartsheets/sheet1.xml': '<chartsheet/>'
      }
    }) // prettier-ignore
    expect(tables.map(table => [table.head.index, table.head.name, table.rows.length])).toEqual([[0, '台账', 1], [1, '空', 0]]) // prettier-ignore
  })

  it('falls back on usual names when the workbook has no relationships', async () => {
    const { tables, troubles } = await read({
      sheets: [{ name: '一', rows: `<row>${inline('x')}</row>` }],
      parts: { 'xl/_rels/workbook.xml.rels': undefined, '_rels/.rels': undefined }
    })
    expect(troubles).toEqual([])
    expect(tables[0]!.texts).toEqual({ 1: ['x'] })
  })

  it('reads hidden sheets and says so', async () => {
    const { tables, notes } = await read({
      sheets: [{ rows: '' }, { name: '底稿', state: 'hidden', rows: `<row>${inline('x')}</row>` }, { name: '密', state: 'veryHidden', rows: '' }]
    }) // prettier-ignore
    expect(tables.map(table => table.head.hidden)).toEqual([false, true, true])
    expect(tables[1]!.texts).toEqual({ 1: ['x'] })
    expect(notes).toEqual([{ code: 'hidden-sheet', words: { sheets: '底稿、密' } }])
  })

  it('gives merges before rows, wherever the file keeps them', async () => {
    const { parts, tables } = await read({
      sheets: [{ rows: `<row>${inline('mergeCells')}</row>`, after: '<mergeCells count="3"><mergeCell ref="A1:C1"/><mergeCell ref="B2:B2"/><mergeCell ref="A1:XFE1"/></mergeCells><pageMargins/>' }]
    }) // prettier-ignore
    expect(tables[0]!.head.merges).toEqual([{ top: 0, left: 0, bottom: 0, right: 2 }])
    expect(parts.findIndex(part => part.part === 'table')).toBeLessThan(
      parts.findIndex(part => part.part === 'rows')
    )
  })

  it('carries a shared formula to its followers', async () => {
    const { tables } = await read({
      sheets: [{ rows: '<row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">ROUND(105+RAND()*10,0)</f><v>111</v></c></row><row r="2"><c r="A2"><f t="shared" si="0"/><v>108</v></c></row>' }]
    }) // prettier-ignore
    expect(tables[0]!.rows.map(row => row.cells[0]!.formula)).toEqual([
      'ROUND(105+RAND()*10,0)',
      'ROUND(105+RAND()*10,0)'
    ])
  })

  it('tells what the file says of itself', async () => {
    const { claims } = await read({
      sheets: [{ rows: '' }],
      workbookExtra: '<mc:AlternateContent xmlns:mc="m"><mc:Choice><x15ac:absPath url="C:\\Users\\x\\桌面\\迎检\\" xmlns:x15ac="a"/></mc:Choice></mc:AlternateContent>',
      parts: properties({
        core: '<dc:creator>王五</dc:creator><cp:lastModifiedBy>赵六</cp:lastModifiedBy><dcterms:created xsi:type="dcterms:W3CDTF">2019-09-23T08:18:00Z</dcterms:created><dcterms:modified>2024-06-01T09:00:01.5+08:00</dcterms:modified><cp:lastPrinted>1601-01-01T00:00:00Z</cp:lastPrinted>',
        app: '<Application>WPS 表格</Application><AppVersion>11.0</AppVersion><Company>镇政府</Company><TotalTime>12</TotalTime>',
        custom: '<property fmtid="{}" pid="2" name="KSOProductBuildVer"><vt:lpwstr>2052-12.1.0.16120</vt:lpwstr></property><property name="ICV"><vt:lpwstr>ABC</vt:lpwstr></property>'
      })
    }) // prettier-ignore
    expect(claims).toEqual({
      author: '王五',
      lastModifiedBy: '赵六',
      created: '2019-09-23T08:18:00Z',
      modified: '2024-06-01T09:00:01',
      application: 'WPS 表格 11.0',
      company: '镇政府',
      editMinutes: 12,
      kso: 'KSOProductBuildVer=2052-12.1.0.16120 ICV=ABC',
      savedPath: 'C:\\Users\\x\\桌面\\迎检\\'
    })
  })

  it('hands on embedded pictures with the row they stand at, each once', async () => {
    const drawing = (row: number, id: string) =>
      `<xdr:twoCellAnchor><xdr:from><xdr:col>1</xdr:col><xdr:row>${row}</xdr:row></xdr:from><xdr:to><xdr:col>2</xdr:col><xdr:row>99</xdr:row></xdr:to><xdr:pic><xdr:blipFill><a:blip r:embed="${id}"/></xdr:blipFill></xdr:pic></xdr:twoCellAnchor>`
    const { members } = await read({
      sheets: [
        { rows: '<row r="7"><c r="C7" t="str"><f>_xlfn.DISPIMG("ID_9F",1)</f><v>=DISPIMG("ID_9F",1)</v></c></row>', after: '<drawing r:id="rId1"/>' }
      ],
      parts: {
        'xl/worksheets/_rels/sheet1.xml.rels': relationships([['rId1', 'drawing', '../drawings/drawing1.xml']]),
        'xl/drawings/drawing1.xml': `<xdr:wsDr xmlns:xdr="x" xmlns:a="a" xmlns:r="${OFFICE}">${drawing(4, 'rId1')}${drawing(8, 'rId1')}</xdr:wsDr>`,
        'xl/drawings/_rels/drawing1.xml.rels': relationships([['rId1', 'image', '../media/image1.jpeg']]),
        'xl/cellimages.xml': `<etc:cellImages xmlns:etc="e" xmlns:xdr="x" xmlns:a="a" xmlns:r="${OFFICE}"><etc:cellImage><xdr:pic><xdr:nvPicPr><xdr:cNvPr id="3" name="ID_9F"/></xdr:nvPicPr><xdr:blipFill><a:blip r:embed="rId1"/></xdr:blipFill></xdr:pic></etc:cellImage></etc:cellImages>`,
        'xl/_rels/cellimages.xml.rels': relationships([['rId1', 'image', 'media/image2.png']]),
        'xl/media/image1.jpeg': 'one',
        'xl/media/image2.png': 'two',
        'xl/media/image3.png': 'header',
        'xl/embeddings/oleObject1.bin': 'ole'
      }
    }) // prettier-ignore
    expect(members.map(({ name, at, status, content }) => [name, at, status, content?.toString()])).toEqual([
      ['xl/media/image2.png', { table: 0, row: 7 }, undefined, 'two'],
      ['xl/media/image1.jpeg', { table: 0, row: 5 }, undefined, 'one'],
      ['xl/media/image3.png', undefined, undefined, 'header'],
      ['xl/embeddings/oleObject1.bin', undefined, 'listed', undefined]
    ])
  })

  it('sends a thousand rows at a time', async () => {
    const rows = Array.from(
      { length: 2500 },
      (_, i) => `<row r="${i + 1}"><c r="A${i + 1}"><v>${i}</v></c></row>`
    )
    const { parts, tables } = await read({ sheets: [{ rows: rows.join('') }] })
    expect(parts.flatMap(part => (part.part === 'rows' ? [part.rows.length] : []))).toEqual([1000, 1000, 500])
    expect(tables[0]!.rows.at(-1)).toEqual({
      row: 2500,
      cells: [{ column: 0, text: '2499', kind: 'number' }]
    })
  })
})

describe('the order of an xlsx string table', () => {
  const grid = (index: (row: number, column: number) => number) =>
    Array.from({ length: 20 }, (_, row) => `<row r="${row + 1}">${[0, 1, 2, 3].map(column => `<c r="${'ABCD'[column]}${row + 1}" t="s"><v>${index(row, column)}</v></c>`).join('')}</row>`).join('') // prettier-ignore
  const strings = Array.from({ length: 80 }, (_, i) => `词${i}`)
  const excel = properties({ app: '<Application>Microsoft Excel</Application>' })

  it('shows a sheet filled row by row, and one filled column by column', async () => {
    const byRow = await read({
      strings,
      sheets: [{ rows: grid((row, column) => row * 4 + column) }],
      parts: excel
    })
    const byColumn = await read({
      strings,
      sheets: [{ rows: grid((row, column) => column * 20 + row) }],
      parts: excel
    })
    expect([byRow.observed.stringOrder, byColumn.observed.stringOrder]).toEqual(['rows', 'columns'])
  })

  it('says nothing of programs that rewrite the table', async () => {
    const rows = grid((row, column) => column * 20 + row)
    const wps = properties({ app: '<Application>Microsoft Excel</Application>', custom: '<property name="KSOProductBuildVer"><lpwstr>2052</lpwstr></property>' }) // prettier-ignore
    expect((await read({ strings, sheets: [{ rows }] })).observed.stringOrder).toBeUndefined()
    expect((await read({ strings, sheets: [{ rows }], parts: wps })).observed.stringOrder).toBeUndefined()
  })

  it('says nothing of a few strings', async () => {
    const { observed } = await read({ strings: ['a', 'b'], sheets: [{ rows: '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row>' }], parts: excel }) // prettier-ignore
    expect(observed.stringOrder).toBeUndefined()
  })
})

/** yazl refuses backslashes, so names of equal length are put in afterwards. */
async function rawZip(parts: Record<string, string>): Promise<Buffer> {
  const safe = Object.fromEntries(
    Object.entries(parts).map(([name, text]) => [name.replaceAll('\\', '/'), text])
  )
  let bytes = (await zipOf(safe)).toString('latin1')
  for (const name of Object.keys(parts)) bytes = bytes.replaceAll(name.replaceAll('\\', '/'), name)
  return Buffer.from(bytes, 'latin1')
}
