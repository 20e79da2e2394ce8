import { describe, expect, it } from 'vitest'
import docx from '../../../src/readers/docx/read-docx.ts'
import { docxOf, paragraph, picture, run, table, wordPart, zipOf } from '../../support/docx.ts'
import { readWith } from '../../support/reader-context.ts'

const JPEG = Buffer.from('ffd8ffe000104a46494600ffd9', 'hex')
const styled = (id: string): string => `<w:pStyle w:val="${id}"/>`

async function read(body: string, options: Parameters<typeof docxOf>[1] = {}) {
  return readWith(docx, await docxOf(body, options))
}

async function texts(body: string): Promise<string[]> {
  return (await read(body)).blocks.map(block => block.text)
}

describe('docx: text', () => {
  it('gives paragraphs in order, blank ones aside, with titles and headings by style', async () => {
    const styles = wordPart(
      'styles',
      '<w:style w:type="paragraph" w:styleId="a3"><w:name w:val="Title"/></w:style>' +
        '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>' +
        '<w:style w:type="paragraph" w:styleId="my"><w:name w:val="我的"/><w:basedOn w:val="1"/></w:style>' +
        '<w:style w:type="paragraph" w:styleId="b"><w:name w:val="b"/><w:basedOn w:val="b"/></w:style>' +
        '<w:style w:type="paragraph" w:styleId="o"><w:name w:val="自定义"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>'
    )
    const seen = await read(
      paragraph('走访工作总结', styled('a3')) +
        paragraph('') +
        paragraph('一、基本情况', styled('1')) +
        paragraph('二、做法', styled('my')) +
        paragraph('三、成效', styled('o')) +
        paragraph('四、打算', '<w:outlineLvl w:val="0"/>') +
        paragraph('附件', styled('标题2')) +
        paragraph('正文。', styled('b')),
      { parts: { 'word/styles.xml': styles }, links: { s: ['styles', 'styles.xml'] } }
    )
    expect(seen.blocks).toEqual([
      { text: '走访工作总结', style: 'title' },
      { text: '一、基本情况', style: 'heading' },
      { text: '二、做法', style: 'heading' },
      { text: '三、成效', style: 'heading' },
      { text: '四、打算', style: 'heading' },
      { text: '附件', style: 'heading' },
      { text: '正文。', style: 'paragraph' }
    ])
  })

  it('takes a large centred line for a title again behind a page break somebody made', async () => {
    const large = '<w:jc w:val="center"/><w:rPr><w:sz w:val="44"/></w:rPr>'
    const broken = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
    const minutes = (title: string, properties = large): string => paragraph(title, properties) + paragraph('到会八人。') // prettier-ignore
    const titles = async (text: string): Promise<string[]> => (await read(text)).blocks.filter(({ style }) => style === 'title').map(({ text: title }) => title) // prettier-ignore
    expect(await titles(minutes('三月例会') + minutes('四月例会'))).toEqual(['三月例会'])
    expect(await titles(minutes('三月例会') + broken + minutes('四月例会'))).toEqual(['三月例会', '四月例会'])
    expect(await titles(minutes('三月例会') + minutes('四月例会', `<w:pageBreakBefore/>${large}`))).toEqual(['三月例会', '四月例会']) // prettier-ignore
    expect(await titles(minutes('三月例会') + paragraph('', '<w:sectPr/>') + minutes('四月例会'))).toEqual(['三月例会', '四月例会']) // prettier-ignore
    expect(await titles(minutes('三月例会') + paragraph('<w:br/>') + minutes('四月例会', '<w:pageBreakBefore w:val="0"/>' + large))).toEqual(['三月例会']) // prettier-ignore
  })

  it('takes a large centred first line for the title, and a centred signature not', async () => {
    const centred = (size: number): string => `<w:jc w:val="center"/><w:rPr><w:sz w:val="${size}"/></w:rPr>`
    const seen = await read(paragraph('会议纪要', centred(44)) + paragraph('某某办', centred(24)))
    expect(seen.blocks.map(block => block.style)).toEqual(['title', 'paragraph'])
  })

  it('keeps insertions and leaves deleted and moved-away text out', async () => {
    const body =
      `<w:p>${run('走访')}<w:ins>${run('十二')}</w:ins><w:del><w:r><w:delText>五</w:delText></w:r></w:del>` +
      `<w:moveFrom>${run('旧处')}</w:moveFrom><w:moveTo>${run('新处')}</w:moveTo>${run('户')}</w:p>`
    expect(await texts(body)).toEqual(['走访十二新处户'])
  })

  it('keeps what a field shows and not what it computes from', async () => {
    const mark = (kind: string): string => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`
    const code = '<w:r><w:instrText> IF </w:instrText></w:r>'
    const nested = mark('begin') + code + mark('separate') + run('内') + mark('end')
    expect(
      await texts(
        `<w:p>${mark('begin')}${code}${nested}${mark('separate')}${run('5')}${mark('end')}${run('户')}</w:p>` +
          `<w:p><w:fldSimple w:instr="DATE">${run('2024年3月5日')}</w:fldSimple></w:p>`
      )
    ).toEqual(['5户', '2024年3月5日'])
  })

  it('does not let a field without an end swallow the document', async () => {
    const open = '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>'
    expect(await texts(open + paragraph('后面的正文'))).toEqual(['后面的正文'])
  })

  it('reads a text box once, though it is told twice', async () => {
    const box = (text: string): string => `<w:txbxContent>${paragraph(text)}</w:txbxContent>`
    const body =
      `<w:p>${run('正文')}<w:r><mc:AlternateContent>` +
      `<mc:Choice Requires="wps"><w:drawing><wps:txbx>${box('框内')}</wps:txbx></w:drawing></mc:Choice>` +
      `<mc:Fallback><w:pict><v:textbox>${box('框内')}</v:textbox></w:pict></mc:Fallback>` +
      `</mc:AlternateContent></w:r></w:p><w:p><w:r><w:pict><v:textbox>${box('旧式框')}</v:textbox></w:pict></w:r></w:p>`
    expect(await texts(body)).toEqual(['正文', '框内', '旧式框'])
  })

  it('reads links, controls, tabs and line breaks, and no reading aids', async () => {
    const body =
      `<w:p><w:hyperlink>${run('链接')}</w:hyperlink><w:r><w:tab/></w:r><w:sdt><w:sdtContent>${run('☑同意')}</w:sdtContent></w:sdt>` +
      `<w:r><w:br/></w:r><w:r><w:ruby><w:rt>${run('pin')}</w:rt><w:rubyBase>${run('拼')}</w:rubyBase></w:ruby></w:r></w:p>` +
      paragraph('停靠', '<w:tabs><w:tab w:val="left" w:pos="420"/></w:tabs>')
    expect(await texts(body)).toEqual(['链接\t☑同意\n拼', '停靠'])
  })

  it('puts headers first, footers and notes last, a repeated header once', async () => {
    const seen = await read(paragraph('正文'), {
      parts: {
        'word/header1.xml': wordPart('hdr', paragraph('某镇文件')),
        'word/header2.xml': wordPart('hdr', table([['某镇文件', '内部']])),
        'word/footer1.xml': wordPart('ftr', paragraph('第1页')),
        'word/footnotes.xml': wordPart('footnotes', `<w:footnote>${paragraph('注：见附件')}</w:footnote>`)
      },
      links: {
        a: ['header', 'header1.xml'],
        b: ['header', 'header2.xml'],
        c: ['footer', 'footer1.xml'],
        d: ['footnotes', 'footnotes.xml']
      }
    })
    expect(seen.blocks.map(({ text, style }) => `${style} ${text}`)).toEqual([
      'header 某镇文件',
      'header 内部',
      'paragraph 正文',
      'footer 第1页',
      'paragraph 注：见附件'
    ])
    expect(seen.tables).toEqual([])
  })
})

describe('docx: tables', () => {
  it('marks the place and sends cells by row from 1', async () => {
    const seen = await read(
      paragraph('前') +
        table([
          ['姓名', '电话'],
          ['张三', ''],
          ['', '']
        ]) +
        paragraph('后')
    )
    expect(seen.blocks).toEqual([
      { text: '前', style: 'paragraph' },
      { text: '', style: 'table', table: 0 },
      { text: '后', style: 'paragraph' }
    ])
    expect(seen.tables[0]!.texts).toEqual({ 1: ['姓名', '电话'], 2: ['张三'] })
    expect(seen.tables[0]!.head).toEqual({ index: 0, name: '', hidden: false, merges: [] })
  })

  it('joins the paragraphs of a cell and reports merged cells', async () => {
    const tc = (text: string, properties = ''): string =>
      `<w:tc><w:tcPr>${properties}</w:tcPr>${text
        .split('|')
        .map(each => paragraph(each))
        .join('')}</w:tc>`
    const seen = await read(
      table([
        [tc('标题', '<w:gridSpan w:val="3"/>')],
        [tc('甲|乙', '<w:vMerge w:val="restart"/>'), tc('1'), tc('2')],
        [tc('', '<w:vMerge/>'), tc('3'), tc('4')]
      ])
    )
    expect(seen.tables[0]!.texts).toEqual({ 1: ['标题'], 2: ['甲\n乙', '1', '2'], 3: ['', '3', '4'] })
    expect(seen.tables[0]!.head.merges).toEqual([
      { top: 0, left: 0, bottom: 0, right: 2 },
      { top: 1, left: 0, bottom: 2, right: 0 }
    ])
  })

  it('makes a table in a cell a table of its own, after the one around it', async () => {
    const seen = await read(table([['外', table([['内']]) + paragraph('旁')]]))
    expect(seen.tables.map(({ texts }) => texts)).toEqual([{ 1: ['外', '旁'] }, { 1: ['内'] }])
    expect(seen.blocks.map(block => block.table)).toEqual([0, 1])
  })

  it('leaves deleted rows out and counts on', async () => {
    const gone = `<w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:del><w:r><w:delText>旧</w:delText></w:r></w:del></w:p></w:tc></w:tr>`
    const seen = await read(`<w:tbl>${gone}<w:tr><w:tc>${paragraph('新')}</w:tc></w:tr></w:tbl>`)
    expect(seen.tables[0]!.texts).toEqual({ 1: ['新'] })
  })
})

describe('docx: what is embedded', () => {
  const links = (count: number): Record<string, [string, string]> =>
    Object.fromEntries(
      Array.from({ length: count }, (_, i) => [`p${i + 1}`, ['image', `media/image${i + 1}.jpeg`]])
    )
  const parts = (count: number): Record<string, Uint8Array> =>
    Object.fromEntries(
      Array.from({ length: count }, (_, i) => [
        `word/media/image${i + 1}.jpeg`,
        Buffer.concat([JPEG, Buffer.from([i])])
      ])
    )
  const pictures = (...ids: string[]): string => `<w:p>${ids.map(picture).join('')}</w:p>`

  it('sends pictures with their bytes, their place and the caption below', async () => {
    const seen = await read(
      paragraph('3月5日，我镇组织开展了一次走访慰问活动，共走访二十户。') +
        pictures('p1') +
        paragraph('图1 走访现场'),
      { links: links(1), parts: parts(1) }
    )
    expect(seen.members).toMatchObject([
      { name: 'word/media/image1.jpeg', bytes: 14, at: { block: 0, caption: '图1 走访现场' } }
    ])
    expect(seen.members[0]!.content).toEqual(Buffer.concat([JPEG, Buffer.from([0])]))
  })

  it('learns from the document whether captions stand above or below', async () => {
    const above = await read(
      paragraph('开展情况如下。') +
        paragraph('3月5日走访') +
        pictures('p1') +
        paragraph('3月9日座谈') +
        pictures('p2'),
      { links: links(2), parts: parts(2) }
    )
    expect(above.members.map(member => member.at?.caption)).toEqual(['3月5日走访', '3月9日座谈'])
    const below = await read(
      paragraph('开展情况如下。') +
        pictures('p1') +
        paragraph('3月5日走访') +
        pictures('p2') +
        paragraph('3月9日座谈'),
      { links: links(2), parts: parts(2) }
    )
    expect(below.members.map(member => member.at?.caption)).toEqual(['3月5日走访', '3月9日座谈'])
  })

  it('gives no caption where neither the picture nor the document tells which', async () => {
    const seen = await read(paragraph('3月5日走访') + pictures('p1') + paragraph('3月9日座谈'), {
      links: links(1),
      parts: parts(1)
    })
    expect(seen.members[0]!.at).toEqual({ block: 0 })
  })

  it('tells table and row, with the text below as caption', async () => {
    const seen = await read(
      table([
        [pictures('p1'), pictures('p2')],
        ['入户走访', '集中学习']
      ]),
      { links: links(2), parts: parts(2) }
    )
    expect(seen.members.map(member => member.at)).toEqual([
      { block: 0, table: 0, row: 1, caption: '入户走访' },
      { block: 0, table: 0, row: 1, caption: '集中学习' }
    ])
  })

  it('sends embedded workbooks and pictures nobody points at', async () => {
    const seen = await read(`<w:p><w:r><w:object><o:OLEObject r:id="x"/></w:object></w:r></w:p>`, {
      links: { x: ['package', 'embeddings/台账.xlsx'] },
      parts: { 'word/embeddings/台账.xlsx': 'PK', 'word/media/image9.png': 'png' }
    })
    expect(seen.members.map(member => member.name)).toEqual([
      'word/embeddings/台账.xlsx',
      'word/media/image9.png'
    ])
  })
})

describe('docx: what the file says of itself', () => {
  it('gives properties, edit minutes, the build of WPS and the first session', async () => {
    const seen = await read(paragraph('正文'), {
      properties: {
        core: '<dc:creator>张三</dc:creator><cp:lastModifiedBy>李四</cp:lastModifiedBy><cp:revision>3</cp:revision><dcterms:created>2024-03-05T06:02:11Z</dcterms:created>',
        app: '<Application>WPS 文字</Application><TotalTime>12</TotalTime><Template>Normal.dotm</Template><Company>某镇</Company>',
        custom: '<property name="KSOProductBuildVer"><vt:lpwstr>2052-11.1.0</vt:lpwstr></property>'
      },
      parts: {
        'word/settings.xml': wordPart('settings', '<w:rsids><w:rsidRoot w:val="00a1b2c3"/></w:rsids>')
      },
      links: { s: ['settings', 'settings.xml'] }
    })
    expect(seen.claims).toMatchObject({
      author: '张三',
      lastModifiedBy: '李四',
      revision: 3,
      created: '2024-03-05T06:02:11Z',
      application: 'WPS 文字',
      editMinutes: 12,
      template: 'Normal.dotm',
      company: '某镇',
      kso: 'KSOProductBuildVer=2052-11.1.0',
      rsidRoot: '00A1B2C3'
    })
  })
})

describe('docx: hostile and broken', () => {
  const codes = (seen: { troubles: { code: string }[] }): string[] =>
    seen.troubles.map(trouble => trouble.code)

  it('refuses a document type', async () => {
    const seen = await readWith(
      docx,
      await docxOf('', {
        parts: { 'word/document.xml': '<!DOCTYPE x [<!ENTITY a "b">]><w:document>&a;</w:document>' }
      })
    )
    expect(codes(seen)).toEqual(['E_CORRUPT'])
  })

  it('keeps what was read before the text breaks off, a half-filled table included', async () => {
    const seen = await readWith(
      docx,
      await docxOf('', {
        parts: {
          'word/document.xml': `<w:document xmlns:w="w"><w:body>${paragraph('开头')}<w:tbl><w:tr><w:tc>${paragraph('格')}</w:tc><w:tc>${paragraph('半')}`
        }
      })
    )
    expect(seen.blocks.map(block => block.text)).toEqual(['开头', ''])
    expect(seen.tables[0]!.texts).toEqual({ 1: ['格', '半'] })
    expect(codes(seen)).toEqual(['E_CORRUPT'])
  })

  it('is corrupt when the file was cut', async () => {
    const whole = await docxOf(paragraph('正文'))
    expect(codes(await readWith(docx, whole.subarray(0, whole.length - 40)))).toEqual(['E_CORRUPT'])
  })

  it('ends at a depth no person reaches', async () => {
    const deep = '<w:tbl><w:tr><w:tc>'.repeat(5000)
    const seen = await readWith(
      docx,
      await docxOf('', { parts: { 'word/document.xml': wordPart('document', deep) } })
    )
    expect(codes(seen)).toEqual(['E_LIMIT_DEPTH'])
  })

  it('passes over a million empty paragraphs', async () => {
    const seen = await read('<w:p/>'.repeat(1_000_000) + paragraph('末'))
    expect(seen.blocks).toEqual([{ text: '末', style: 'paragraph' }])
    expect(seen.troubles).toEqual([])
  })

  it('keeps 200,000 paragraphs and says that there were more', async () => {
    const seen = await read(paragraph('段').repeat(200_005))
    expect(seen.blocks.length).toBe(200_000)
    expect(seen.notes).toEqual([{ code: 'shortened', words: { kept: 200_000 } }])
  })

  it('reads cells outside rows and spans of any size without a wrong place', async () => {
    const odd = `<w:tbl><w:tc><w:tcPr><w:gridSpan w:val="99999999"/><w:vMerge/></w:tcPr>${paragraph('a')}</w:tc><w:tr><w:tc><w:tcPr><w:gridSpan w:val="-5"/></w:tcPr>${paragraph('b')}</w:tc></w:tr></w:tbl>`
    const seen = await read(odd)
    for (const merge of seen.tables[0]!.head.merges)
      expect(Math.min(...Object.values(merge))).toBeGreaterThanOrEqual(0)
    expect(seen.tables[0]!.rows.map(row => row.row)).toEqual([1, 2])
  })

  it('has no main part, or no zip', async () => {
    expect(codes(await readWith(docx, await zipOf({ 'a.txt': 'a' })))).toEqual(['E_CORRUPT'])
    expect(codes(await readWith(docx, Buffer.from('no zip at all')))).toEqual(['E_CORRUPT'])
  })
})
