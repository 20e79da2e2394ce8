import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import html from '../../../src/readers/spreadsheet/html.ts'
import { htmlTokens } from '../../../src/readers/spreadsheet/html-tokens.ts'
import { readWith } from '../../support/reader-context.ts'

const read = (text: string, extension = 'xls') => readWith(html, Buffer.from(text), { extension })

describe('a page named .xls', () => {
  it('gives its table as rows', async () => {
    const { tables, format, troubles } = await read(
      '<html><head><meta charset="utf-8"><style>td{color:red}</style></head><body><table border=1>' +
        '<tr><th>姓名<th>电话<th>备注</tr><tr><td>张&nbsp;三</td><td>13800001111</td><td>一&lt;二<br>三</td></tr>' +
        '<tr><td></td><td>&#20013;&#x56FD;</td></tr></table></body></html>'
    )
    expect(troubles).toEqual([])
    expect(format).toEqual({ format: 'html', kind: 'table' })
    expect(tables[0]!.texts).toEqual({ 1: ['姓名', '电话', '备注'], 2: ['张 三', '13800001111', '一<二\n三'], 3: ['', '中国'] }) // prettier-ignore
  })

  it('keeps cells that span in their place and tells the merges first', async () => {
    const { tables } = await read(
      '<table><tr><td rowspan=2>甲</td><td colspan="2">乙</td></tr><tr><td>丙</td><td>丁</td></tr><tr><td>戊</td></tr></table>'
    )
    expect(tables[0]!.texts).toEqual({ 1: ['甲', '乙'], 2: ['', '丙', '丁'], 3: ['戊'] })
    expect(tables[0]!.head.merges).toEqual([{ top: 0, left: 0, bottom: 1, right: 0 }, { top: 0, left: 1, bottom: 0, right: 2 }]) // prettier-ignore
  })

  it('reads nested tables as tables of their own', async () => {
    const { tables } = await read(
      '<table><tr><td>外<table><tr><td>内</td></tr></table></td><td>右</td></tr></table>'
    )
    expect(tables.map(table => table.texts)).toEqual([{ 1: ['外', '右'] }, { 1: ['内'] }])
  })

  it('is read through its .mht wrapping', async () => {
    const { tables } = await read(
      'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="----=_b"\r\n\r\n------=_b\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<table><tr><td x:num=3D"1">=E7=94=B2=\r\n</td></tr></table>\r\n------=_b--'
    )
    expect(tables[0]!.texts).toEqual({ 1: ['甲'] })
  })
})

describe('a page of text', () => {
  it('gives blocks and no script', async () => {
    const { blocks, format, tables } = await read(
      '<html><head><title>通知</title><script>var x = "<p>no</p>"</script></head><body><h1>关于开展检查</h1><p>第一段<b>重点</b>。</p><!-- <p>no</p> --><div>第二段</div></body></html>',
      'html'
    )
    expect(format).toEqual({ format: 'html', kind: 'document' })
    expect(tables).toEqual([])
    expect(blocks.map(({ text, style }) => [style, text])).toEqual([
      ['title', '通知'],
      ['heading', '关于开展检查'],
      ['paragraph', '第一段重点。'],
      ['paragraph', '第二段']
    ])
  })

  it('marks where a table stands', async () => {
    const { blocks, tables } = await read(
      `<p>${'前文'.repeat(50)}</p><table><tr><td>甲</td></tr></table><p>后文</p>`,
      'html'
    )
    expect(blocks.map(block => block.table)).toEqual([undefined, 0, undefined])
    expect(tables[0]!.texts).toEqual({ 1: ['甲'] })
  })
})

describe('a hostile page', () => {
  it('takes linear time, whatever is left open', async () => {
    for (const piece of [
      '<a ',
      '<!--',
      '<table><tr><td colspan=1000 rowspan=65534>',
      '&#',
      '<script>',
      '</',
      '<td',
      '<br><p>'
    ])
      await read(piece.repeat(20_000))
    const spans = '<td colspan=1000 rowspan=60000>'.repeat(16)
    const { troubles } = await read(`<table><tr>${spans}</tr>${'<tr><td>x</td></tr>'.repeat(10_000)}</table>`)
    expect(troubles[0]!.code).toBe('E_LIMIT_COUNT')
  }, 30_000)

  it('never throws away text outside tags', () => {
    const unit = fc.constantFrom('<', '>', '/', '!', '-', 'a', 'td', ' ', '&amp;', '甲', '"')
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 40 }), text => {
        const plain = [...htmlTokens(text.replaceAll('<', ''))]
          .map(token => (token.type === 'text' ? token.text : ''))
          .join('')
        expect(plain).toBe(text.replaceAll('<', '').replaceAll('&amp;', '&'))
        expect(() => [...htmlTokens(text)]).not.toThrow()
      })
    )
  })
})
