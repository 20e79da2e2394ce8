import { deflateSync } from 'node:zlib'
import type { Drawn } from '../scenes/encode.ts'
import type { Block } from './blocks.ts'

export interface PdfInfo {
  title?: string
  author?: string
  creator?: string
  producer: string
  created: string // wall clock, China time
  modified?: string
}

const WIDE = 595
const HIGH = 842
const LEFT = 72
const LINE = 26
const SIZE = 16
const PER_LINE = 28 // full-width characters of 16 pt between the margins

/** A text pdf in a font that is not embedded, as Chinese office systems print them. */
export function writePdf(blocks: readonly Block[], info: PdfInfo): Buffer {
  const pages: { content: string; pictures: Drawn[] }[] = []
  let page = { content: '', pictures: [] as Drawn[] }
  let y = HIGH - 80
  const turn = (): void => {
    pages.push(page)
    page = { content: '', pictures: [] }
    y = HIGH - 80
  }
  const line = (text: string, x: number, size = SIZE): void => {
    if (y < 80) turn()
    page.content += `BT /F1 ${size} Tf ${x} ${y} Td <${ucs2(text)}> Tj ET\n`
    y -= LINE
  }
  for (const block of blocks) {
    if (block.kind === 'title') {
      for (const part of cut(block.text, 20)) line(part, Math.max(LEFT, (WIDE - part.length * 22) / 2), 22)
      y -= 10
    } else if (block.kind === 'heading') line(block.text, LEFT)
    else if (block.kind === 'text') for (const part of cut(`　　${block.text}`, PER_LINE)) line(part, LEFT)
    else if (block.kind === 'right') line(block.text, WIDE - LEFT - block.text.length * SIZE)
    else if (block.kind === 'table') drawTable(block.rows)
    else {
      const height = Math.round((400 * block.picture.height) / block.picture.width)
      if (y - height < 80) turn()
      page.pictures.push(block.picture)
      page.content += `q 400 0 0 ${height} ${LEFT + 20} ${y - height} cm /P${page.pictures.length - 1} Do Q\n`
      y -= height + LINE
      if (block.caption) line(block.caption, LEFT + 60, 12)
    }
  }
  turn()
  return assemble(pages, info)

  function drawTable(rows: readonly string[][]): void {
    const columns = Math.max(...rows.map(row => row.length))
    const width = (WIDE - 2 * LEFT) / columns
    const fits = Math.max(2, Math.floor(width / 11) - 1)
    for (const row of rows) {
      const parts = row.map(cell => cut(cell, fits))
      const lines = Math.max(...parts.map(part => part.length))
      if (y - lines * 14 < 80) turn()
      const top = y + 12
      for (let i = 0; i < row.length; i++) {
        parts[i]!.forEach((part, n) => {
          page.content += `BT /F1 11 Tf ${(LEFT + i * width + 3).toFixed(1)} ${y - n * 14} Td <${ucs2(part)}> Tj ET\n`
        })
        page.content += `${(LEFT + i * width).toFixed(1)} ${top - lines * 14 - 6} ${width.toFixed(1)} ${lines * 14 + 6} re S\n`
      }
      y -= lines * 14 + 6
    }
    y -= 16
  }
}

/** Pages that are pictures and carry no text: what a scanner makes. */
export function writeScan(images: readonly Drawn[], info: PdfInfo): Buffer {
  return assemble(
    images.map(image => ({ content: `q ${WIDE} 0 0 ${HIGH} 0 0 cm /P0 Do Q\n`, pictures: [image] })),
    info
  )
}

function assemble(pages: readonly { content: string; pictures: Drawn[] }[], info: PdfInfo): Buffer {
  const objects: Buffer[] = []
  const add = (body: string | Buffer): number => objects.push(Buffer.from(body as string))
  const stream = (head: string, body: Buffer): Buffer =>
    Buffer.concat([
      Buffer.from(`<< ${head} /Length ${body.length} >>\nstream\n`),
      body,
      Buffer.from('\nendstream')
    ])

  add('<< /Type /Catalog /Pages 2 0 R >>')
  add('') // pages, known at the end
  const texts = [
    ['Title', info.title], ['Author', info.author], ['Creator', info.creator], ['Producer', info.producer]
  ] as const // prettier-ignore
  add(
    `<< ${texts.map(([key, value]) => (value ? `/${key} <FEFF${ucs2(value)}> ` : '')).join('')}` +
      `/CreationDate (${pdfDate(info.created)}) /ModDate (${pdfDate(info.modified ?? info.created)}) >>`
  )
  add(
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [5 0 R] >>'
  )
  add(
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /FontDescriptor 6 0 R /DW 1000 /W [1 95 500] >>'
  )
  add(
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>'
  )
  const kids: number[] = []
  for (const page of pages) {
    const pictures = page.pictures.map(picture =>
      add(
        stream(
          `/Type /XObject /Subtype /Image /Width ${picture.width} /Height ${picture.height} /ColorSpace ${picture.grey ? '/DeviceGray' : '/DeviceRGB'} /BitsPerComponent 8 /Filter /DCTDecode`,
          picture.bytes
        )
      )
    )
    const content = add(stream('/Filter /FlateDecode', deflateSync(Buffer.from(page.content))))
    const named = pictures.map((number, i) => `/P${i} ${number} 0 R`).join(' ')
    kids.push(
      add(
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${WIDE} ${HIGH}] /Contents ${content} 0 R /Resources << /Font << /F1 4 0 R >> ${named ? `/XObject << ${named} >>` : ''} >> >>`
      )
    )
  }
  objects[1] = Buffer.from(
    `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map(kid => `${kid} 0 R`).join(' ')}] >>`
  )

  const parts: Buffer[] = [Buffer.from('%PDF-1.5\n%\xe2\xe3\xcf\xd3\n', 'latin1')]
  let offset = parts[0]!.length
  const offsets = objects.map((body, i) => {
    const here = offset
    const object = Buffer.concat([Buffer.from(`${i + 1} 0 obj\n`), body, Buffer.from('\nendobj\n')])
    parts.push(object)
    offset += object.length
    return here
  })
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map(each => `${String(each).padStart(10, '0')} 00000 n \n`).join('')}` +
        `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 3 0 R >>\nstartxref\n${offset}\n%%EOF\n`
    )
  )
  return Buffer.concat(parts)
}

function ucs2(text: string): string {
  return Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()
}

function pdfDate(moment: string): string {
  return `D:${moment.replace(/[-T:]/gu, '')}+08'00'`
}

/** Breaks a text where the line is full, counting narrow characters as half. */
function cut(text: string, most: number): string[] {
  const lines: string[] = []
  let line = ''
  let width = 0
  for (const character of text) {
    const step = /[\x20-\x7e]/u.test(character) ? 0.55 : 1
    if (width + step > most) {
      lines.push(line)
      line = ''
      width = 0
    }
    line += character
    width += step
  }
  return line || !lines.length ? [...lines, line] : lines
}
