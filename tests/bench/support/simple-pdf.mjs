// Two kinds of pdf a package holds: text in a font that is not embedded, and a page that is one picture.

const LINE = 38 // characters
const PAGE = 36 // lines

/** Objects 3 to 5. The descendant font stands on its own: readers take one written in place for a simple font. */
const FONT = [
  '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light-UniGB-UCS2-H /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>',
  '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /FontDescriptor 5 0 R /DW 1000 >>',
  '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>'
]

/** Chinese text in STSong-Light by UniGB-UCS2-H, wrapped, over as many pages as needed. */
export function textPdf(paragraphs) {
  const lines = paragraphs.flatMap(text => text.match(new RegExp(`.{1,${LINE}}`, 'gsu')) ?? [''])
  const pages = []
  for (let at = 0; at < lines.length; at += PAGE) pages.push(lines.slice(at, at + PAGE))
  return write(
    pages.map(page => ({
      draw: `BT /F 12 Tf 20 TL 60 780 Td ${page.map(line => `<${hex(line)}> Tj T*`).join(' ')} ET`,
      resources: '/Font << /F 3 0 R >>'
    })),
    FONT
  )
}

/** A page that a picture covers, as a copier makes it. */
export function imagePdf(jpeg, width = 1240, height = 1754) {
  const image = stream(
    `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode`,
    jpeg
  )
  return write([{ draw: 'q 595 0 0 842 0 0 cm /I Do Q', resources: '/XObject << /I 3 0 R >>' }], [image])
}

function hex(text) {
  return [...Buffer.from(text, 'utf16le').swap16()].map(byte => byte.toString(16).padStart(2, '0')).join('')
}

function stream(dictionary, bytes) {
  return Buffer.concat([
    Buffer.from(`<< ${dictionary} /Length ${bytes.length} >>\nstream\n`, 'latin1'),
    Buffer.from(bytes),
    Buffer.from('\nendstream', 'latin1')
  ])
}

/** `extra` objects are numbered from 3, then a page and its drawing in turn. */
function write(pages, extra = []) {
  const first = 3 + extra.length
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${pages.map((_, i) => `${first + 2 * i} 0 R`).join(' ')}] /Count ${pages.length} /MediaBox [0 0 595 842] >>`,
    ...extra,
    ...pages.flatMap(({ draw, resources }, i) => [
      `<< /Type /Page /Parent 2 0 R /Contents ${first + 2 * i + 1} 0 R /Resources << ${resources} >> >>`,
      stream('', Buffer.from(draw, 'latin1'))
    ])
  ]
  const parts = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')]
  const starts = []
  let length = parts[0].length
  objects.forEach((object, i) => {
    starts.push(length)
    const part = Buffer.concat([
      Buffer.from(`${i + 1} 0 obj\n`),
      Buffer.from(object, 'latin1'),
      Buffer.from('\nendobj\n')
    ])
    parts.push(part)
    length += part.length
  })
  const table = starts.map(start => `${String(start).padStart(10, '0')} 00000 n \n`).join('')
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`
    )
  )
  return Buffer.concat(parts)
}
