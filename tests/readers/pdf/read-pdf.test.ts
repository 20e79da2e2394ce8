import { deflateSync } from 'node:zlib'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import pdf from '../../../src/readers/pdf/read-pdf.ts'
import {
  assemble,
  imageObject,
  pdfOf,
  say,
  sayBytes,
  type PdfOptions,
  type PdfPage
} from '../../support/pdf.ts'
import { readWith } from '../../support/reader-context.ts'

const packages = resolve(import.meta.dirname, '../../../node_modules')
/** A JPEG as far as anybody looks, with line ends and the word endstream inside. */
const JPEG = Buffer.concat([Buffer.from('ffd8ffe1', 'hex'), Buffer.from('Exif\r\n7 0 obj endstream\n'), Buffer.from('ffd90d0a', 'hex')]) // prettier-ignore
const GBK = Buffer.from('b9a4d7f7d7dcbde1', 'hex') // 工作总结
const LONG = '本季度共走访群众三百二十户收集意见建议四十六条办结四十一条'

const open = (bytes: Uint8Array, passwords: string[] = []) => readWith(pdf, bytes, { packages, passwords })
const read = (pages: PdfPage[], options?: PdfOptions) => open(pdfOf(pages, options))
const codes = (seen: { troubles: { code: string }[] }): string[] => seen.troubles.map(trouble => trouble.code)

describe('pdf: text', () => {
  it('reads Chinese that embeds no font, in Unicode and in GBK', async () => {
    const seen = await read([{ draw: say('关于开展走访的报告', 72, 700) + sayBytes(GBK, 72, 600) }])
    expect(seen.blocks.map(block => block.text)).toEqual(['关于开展走访的报告', '工作总结'])
  })

  it('joins lines into paragraphs by gap, indent and margin, Chinese tight and Latin spaced', async () => {
    const seen = await read([
      {
        draw:
          say('工作总结', 240, 780, 22) +
          say(LONG, 96, 700) +
          say(`${LONG}其余`, 72, 682) +
          say('按时办结。', 72, 664) +
          say(`${LONG}又`, 96, 646) +
          say('A line that is drawn across the page as far as the margin goes on its right', 72, 500) +
          say('and on.', 72, 482)
      }
    ])
    expect(seen.blocks).toEqual([
      { text: '工作总结', style: 'title', page: 1 },
      { text: `${LONG}${LONG}其余按时办结。`, style: 'paragraph', page: 1 },
      { text: `${LONG}又`, style: 'paragraph', page: 1 },
      {
        text: 'A line that is drawn across the page as far as the margin goes on its right and on.',
        style: 'paragraph',
        page: 1
      }
    ])
  })

  it('makes one line of words drawn apart and of a heading spread out', async () => {
    const spread = [...'工作总结'].map((character, i) => say(character, 200 + 40 * i, 700)).join('')
    const seen = await read([
      {
        draw:
          spread + say('2024', 72, 600) + say('annual', 110, 600) + say('走', 72, 500) + say('访', 85, 500)
      }
    ])
    expect(seen.blocks.map(block => block.text)).toEqual(['工作总结', '2024 annual', '走访'])
  })

  it('tells running heads and page numbers from the text, and a repeated form title not', async () => {
    const page = (number: number): PdfPage => ({
      draw:
        say('某镇2024年度工作档案', 200, 810, 10) +
        say('走访记录表', 240, 770, 20) +
        say(`第${number}户的情况${LONG}`, 72, 700) +
        say(`另记${LONG}`, 72, 600) +
        say(`- ${number} -`, 280, 30, 10)
    })
    const seen = await read([page(1), page(2)])
    expect(
      seen.blocks.filter(block => block.page === 2).map(({ style, text }) => [style, text.slice(0, 7)])
    ).toEqual([
      ['header', '某镇2024年'],
      ['title', '走访记录表'],
      ['paragraph', '第2户的情况本'],
      ['paragraph', `另记${LONG}`.slice(0, 7)],
      ['footer', '- 2 -']
    ])
  })

  it('takes a large line at the top of a later page, in its middle, for the title of a paper bound in', async () => {
    const centred = say('安全生产例会会议记录', 197.5, 740, 20)
    const text = say(`会上${LONG}`, 72, 600) + say(`另记${LONG}`, 72, 560)
    const first = { draw: say('材料汇编', 257.5, 700, 20) + text }
    const styleOn = async (page: PdfPage): Promise<string | undefined> => {
      const { blocks } = await read([first, page])
      return blocks.find(block => block.page === 2 && block.text.startsWith('安全'))?.style
    }
    expect(await styleOn({ draw: centred + text })).toBe('title')
    expect(await styleOn({ draw: say('某政发〔2024〕5号', 240, 780) + centred + text })).toBe('title')
    expect(await styleOn({ draw: say('安全生产例会会议记录', 72, 740, 20) + text })).toBe('heading')
    expect(await styleOn({ draw: say(`接上页${LONG}`, 72, 780) + centred + text })).toBe('heading')
    expect(await styleOn({ draw: say('安全生产例会会议记录', 321, 500, 20) + say(`会上${LONG}`, 72, 400), box: [0, 0, 842, 595] })).toBe('heading') // prettier-ignore
    expect(await styleOn({ draw: say('安全生产例会会议记录', 225, 740, 14) + text })).toBe('heading')
  })

  it('counts pages with and without text', async () => {
    const seen = await read([{ draw: say('abc', 72, 700) }, {}, {}])
    expect(seen.observed).toMatchObject({ pages: 3, textPages: 1 })
    expect(seen.notes).toEqual([])
  })

  it('tells scanned pages from a file without pages', async () => {
    const scanned = await read([{ draw: '/I1 Do', images: '/I1 100 0 R' }, {}], {
      objects: { 100: imageObject(JPEG) }
    })
    expect(scanned.notes).toEqual([{ code: 'no-text-layer', words: { pages: 2 } }])
    expect(codes(scanned)).toEqual([])
    const none = await open(
      assemble({ 1: '<< /Type /Catalog /Pages 2 0 R >>', 2: '<< /Type /Pages /Kids [] /Count 0 >>' })
    )
    expect(none.notes).toEqual([])
    expect(none.troubles.length).toBe(1)
  })
})

describe('pdf: what the file says of itself', () => {
  it('gives properties, moments as wall clock, and the first half of the ID', async () => {
    const seen = await read([{}], {
      info: "/Title <FEFF5DE54F5C603B7ED3> /Author (Zhang) /Creator (WPS) /Producer (GPL) /CreationDate (D:20240305140211+08'00') /ModDate (D:20240306T)",
      trailer: '/ID [<00112233445566778899aabbccddeeff> <ffffffffffffffffffffffffffffffff>]'
    })
    expect(seen.claims).toEqual({
      title: '工作总结',
      author: 'Zhang',
      application: 'WPS',
      producer: 'GPL',
      created: '2024-03-05T14:02:11',
      modified: '2024-03-06',
      documentId: '00112233445566778899aabbccddeeff'
    })
  })

  it('fills what Info leaves out from XMP', async () => {
    const xmp =
      '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">' +
      '<dc:title><rdf:Alt><rdf:li>Plan</rdf:li></rdf:Alt></dc:title><xmp:CreateDate>2024-03-05T06:02:11Z</xmp:CreateDate></rdf:Description></rdf:RDF></x:xmpmeta>'
    const seen = await read([{}], {
      objects: {
        1: '<< /Type /Catalog /Pages 2 0 R /Metadata 100 0 R >>',
        100: { dict: '/Type /Metadata /Subtype /XML', stream: xmp }
      }
    })
    expect(seen.claims).toMatchObject({ title: 'Plan', created: '2024-03-05T06:02:11Z' })
  })

  it('counts how often the file was added to', async () => {
    const once = pdfOf([{ draw: say('a', 72, 700) }])
    const start = /startxref\n(\d+)/u.exec(once.toString('latin1'))![1]!
    const more = `3 0 obj\n<< /Title (b) >>\nendobj\nxref\n3 1\n${String(once.length).padStart(10, '0')} 00000 n \ntrailer\n<< /Size 20000 /Root 1 0 R /Info 3 0 R /Prev ${start} >>\nstartxref\n`
    const table = once.length + more.indexOf('xref\n3 1')
    const twice = Buffer.concat([once, Buffer.from(`${more}${table}\n%%EOF\n`)])
    expect((await open(once)).observed.incrementalUpdates).toBe(0)
    const seen = await open(twice)
    expect(seen.observed.incrementalUpdates).toBe(1)
    expect(seen.claims.title).toBe('b')
  })
})

describe('pdf: embedded JPEGs', () => {
  it('gives the very bytes, with the first page that draws them, once', async () => {
    const seen = await read(
      [
        {},
        { draw: 'q /I1 Do Q', images: '/I1 100 0 R /I2 101 0 R' },
        { draw: '/I1 Do /I2 Do', images: '/I1 100 0 R /I2 101 0 R' }
      ],
      { objects: { 100: imageObject(JPEG), 101: imageObject(JPEG) } }
    )
    expect(seen.members.map(({ name, at }) => [name, at?.page])).toEqual([
      ['page2/image100.jpg', 2],
      ['page3/image101.jpg', 3]
    ])
    for (const member of seen.members) expect(member.content).toEqual(JPEG)
  })

  it('undoes what is packed around them', async () => {
    const hex = Buffer.from(`${JPEG.toString('hex')}>`)
    const seen = await read([{ images: '/A 100 0 R /B 101 0 R /C 102 0 R', draw: '/A Do /B Do /C Do' }], {
      objects: {
        100: imageObject(deflateSync(JPEG), '/Filter [/FlateDecode /DCTDecode]'),
        101: imageObject(hex, '/Filter [/ASCIIHexDecode /DCTDecode]'),
        102: imageObject(JPEG, '/Filter 103 0 R'),
        103: '/DCTDecode'
      }
    })
    expect(seen.members.map(member => member.content?.equals(JPEG))).toEqual([true, true, true])
  })

  it('finds pictures drawn inside forms, through object streams and inherited resources', async () => {
    const inside = [
      '<< /Type /Pages /Kids [20 0 R] /Count 1 /Resources << /XObject << /F 30 0 R >> >> /MediaBox [0 0 9 9] >>',
      '<< /Type /Page /Parent 2 0 R >>'
    ]
    const head = `2 0 20 ${inside[0]!.length + 1} `
    const packed = deflateSync(Buffer.from(`${head}${inside.join(' ')}`))
    const bytes = assemble({
      1: '<< /Type /Catalog /Pages 2 0 R >>',
      10: { dict: `/Type /ObjStm /N 2 /First ${head.length} /Filter /FlateDecode`, stream: packed },
      30: {
        dict: '/Type /XObject /Subtype /Form /Resources << /XObject << /I 31 0 R /F 30 0 R >> >>',
        stream: '/I Do /F Do'
      },
      31: imageObject(JPEG)
    })
    expect((await open(bytes)).members.map(member => member.at?.page)).toEqual([1])
  })

  it('takes the last of two definitions, trusts no length, and leaves masks and broken data', async () => {
    const later = Buffer.concat([JPEG, Buffer.from('!')])
    const plain = pdfOf([{}], { objects: { 100: imageObject(JPEG) } })
    const added = Buffer.concat([
      plain,
      Buffer.from(
        '100 0 obj\n<< /Subtype /Image /Filter /DCTDecode /SMask 101 0 R /Length 999999 >>\nstream\r\n'
      ),
      later,
      Buffer.from(
        '\r\nendstream\nendobj\n101 0 obj\n<< /Subtype /Image /Filter /DCTDecode /Length 3 >>\nstream\nabc\nendstream\nendobj\n'
      ),
      Buffer.from(
        '102 0 obj\n<< /Subtype /Image /Filter /DCTDecode /Length 3 >>\nstream\nabc\nendstream\nendobj\n'
      )
    ])
    const seen = await open(added)
    // with a length that lies, the first endstream ends the data: this picture holds that word itself
    expect(seen.members.map(member => [member.name, member.trouble?.code])).toEqual([
      ['image100.jpg', undefined],
      ['image102.jpg', 'E_CORRUPT']
    ])
    expect(seen.members[0]!.content).toEqual(JPEG.subarray(0, JPEG.indexOf('endstream')))
  })

  it('stops at the number of members the job allows', async () => {
    const objects = Object.fromEntries(Array.from({ length: 5 }, (_, i) => [100 + i, imageObject(JPEG)]))
    const limits = { memory: 2 ** 29, stall: 30_000, total: 60_000, produced: 2 ** 30, members: 3 }
    const seen = await readWith(pdf, pdfOf([{ draw: say('abc', 72, 700) }], { objects }), {
      packages,
      limits
    })
    expect(seen.members.length).toBe(3)
    expect(seen.blocks.length).toBe(1)
    expect(codes(seen)).toEqual(['E_LIMIT_COUNT'])
  })
})

describe('pdf: hostile and broken', () => {
  it('reads what pdfjs recovers of a file whose table is wrong', async () => {
    const bytes = pdfOf([{ draw: say('abc', 72, 700) }])
      .toString('latin1')
      .replace(/startxref\n\d+/u, 'startxref\n7')
    expect((await open(Buffer.from(bytes, 'latin1'))).blocks.map(block => block.text)).toEqual(['abc'])
  })

  it('is corrupt when cut to nothing readable, and keeps the pictures', async () => {
    const whole = pdfOf([{ draw: say('abc', 72, 700) }], { objects: { 4: imageObject(JPEG) } })
    const seen = await open(whole.subarray(0, whole.indexOf('5 0 obj')))
    expect(codes(seen)).toEqual(['E_CORRUPT'])
    expect(seen.members.map(member => member.content?.equals(JPEG))).toEqual([true])
    expect(codes(await open(Buffer.from('%PDF-1.7')))).toEqual(['E_CORRUPT'])
  })

  it('ends on loops in the page tree', async () => {
    const loops = assemble({
      1: '<< /Type /Catalog /Pages 2 0 R >>',
      2: '<< /Type /Pages /Kids [2 0 R 3 0 R 2 0 R] /Count 3 >>',
      3: '<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 1000000000 >>',
      4: imageObject(JPEG)
    })
    const seen = await open(loops)
    expect(seen.members.length).toBe(1)
    expect(seen.troubles.length).toBe(1)
  })

  it('does not believe a billion pages', async () => {
    const bytes = pdfOf([{ draw: say('abc', 72, 700) }])
      .toString('latin1')
      .replace('/Count 1 ', '/Count 1000000000 ')
    const seen = await open(Buffer.from(bytes, 'latin1'))
    expect(seen.blocks.map(block => block.text)).toEqual(['abc'])
  })

  it('says that a password is needed when none of those given opens it', async () => {
    // nobody's password fits a key that is all zeros
    const locked = pdfOf([{ draw: say('abc', 72, 700) }], {
      trailer: `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'00'.repeat(32)}> /U <${'00'.repeat(32)}> >> /ID [<${'11'.repeat(16)}> <${'11'.repeat(16)}>]`
    })
    expect(codes(await open(locked, ['一', 'two']))).toEqual(['E_ENCRYPTED'])
  })

  it('runs no script and passes over deep nesting', async () => {
    const seen = await read([{ draw: say('abc', 72, 700) }], {
      objects: {
        1: '<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (globalThis.ran = 1) >> >>',
        100: '['.repeat(100_000)
      }
    })
    expect(seen.blocks.map(block => block.text)).toEqual(['abc'])
    expect('ran' in globalThis).toBe(false)
  })
})
