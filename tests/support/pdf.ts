import { deflateSync } from 'node:zlib'

/** An object of a hand-made pdf: its text, or a dictionary's inside and a stream. */
export type PdfObject = string | { dict: string; stream: Uint8Array | string }

export interface PdfPage {
  /** Drawing operators, see `say`. */
  draw?: string
  /** `/Name 12 0 R` pairs. */
  images?: string
  /** Where it lies, in points; A4 upright when not said. */
  box?: readonly [left: number, bottom: number, right: number, top: number]
}

export interface PdfOptions {
  /** Inside of the Info dictionary. */
  info?: string
  /** Inside of the trailer, beside Size and Root. */
  trailer?: string
  /** Further objects by number, from 100. */
  objects?: Record<number, PdfObject>
  /** Inside of the font resources; F1 is Helvetica, F2 and F3 are STSong-Light, not embedded. */
  fonts?: string
  compress?: boolean
}

const FONTS = '/F1 5 0 R /F2 6 0 R /F3 8 0 R'

/** A pdf of pages that draw text, with a sound cross-reference table. Fonts: F1 Helvetica, F2 STSong-Light in UniGB-UCS2-H, F3 in GBK-EUC-H. */
export function pdfOf(pages: readonly PdfPage[], options: PdfOptions = {}): Buffer {
  const first = 10_000
  const objects: Record<number, PdfObject> = {
    1: '<< /Type /Catalog /Pages 2 0 R >>',
    2: `<< /Type /Pages /Kids [${pages.map((_, i) => `${first + 2 * i} 0 R`).join(' ')}] /Count ${pages.length} /MediaBox [0 0 595 842] >>`,
    3: `<< ${options.info ?? ''} >>`,
    5: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    6: '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light-UniGB-UCS2-H /Encoding /UniGB-UCS2-H /DescendantFonts [7 0 R] >>',
    7: '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /FontDescriptor 9 0 R /DW 1000 >>',
    8: '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light-GBK-EUC-H /Encoding /GBK-EUC-H /DescendantFonts [7 0 R] >>',
    9: '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
    ...options.objects
  }
  pages.forEach((page, i) => {
    const at = first + 2 * i
    objects[at] =
      `<< /Type /Page /Parent 2 0 R ${page.box ? `/MediaBox [${page.box.join(' ')}]` : ''} /Contents ${at + 1} 0 R /Resources << /Font << ${options.fonts ?? FONTS} >> /XObject << ${page.images ?? ''} >> >> >>`
    const draw = page.draw ?? ''
    objects[at + 1] = options.compress
      ? { dict: '/Filter /FlateDecode', stream: deflateSync(Buffer.from(draw, 'latin1')) }
      : { dict: '', stream: draw }
  })
  return assemble(objects, `/Root 1 0 R ${options.info ? '/Info 3 0 R' : ''} ${options.trailer ?? ''}`)
}

/** Objects by number in order, a cross-reference table and a trailer. */
export function assemble(objects: Record<number, PdfObject>, trailer = '/Root 1 0 R'): Buffer {
  const parts: Buffer[] = []
  let length = 0
  const write = (bytes: Uint8Array | string): void => {
    const part = typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : Buffer.from(bytes)
    parts.push(part)
    length += part.length
  }
  write('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n')
  const numbers = Object.keys(objects).map(Number)
  const table: string[] = ['0 1\n0000000000 65535 f \n']
  for (const number of numbers.sort((a, b) => a - b)) {
    table.push(`${number} 1\n${String(length).padStart(10, '0')} 00000 n \n`)
    write(`${number} 0 obj\n`)
    const object = objects[number]!
    if (typeof object === 'string') write(object)
    else {
      const stream = typeof object.stream === 'string' ? Buffer.from(object.stream, 'latin1') : object.stream
      write(`<< ${object.dict} /Length ${stream.length} >>\nstream\n`)
      write(stream)
      write('\nendstream')
    }
    write('\nendobj\n')
  }
  const start = length
  write(
    `xref\n${table.join('')}trailer\n<< /Size ${Math.max(...numbers) + 1} ${trailer} >>\nstartxref\n${start}\n%%EOF\n`
  )
  return Buffer.concat(parts)
}

/** Text at a place: Latin in F1, Chinese in F2 as UCS-2. */
export function say(text: string, x: number, y: number, size = 12): string {
  const latin = /^[\x20-\x7e]*$/u.test(text)
  const shown = latin
    ? `(${text.replace(/[\\()]/gu, '\\$&')})`
    : `<${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`
  return `BT /${latin ? 'F1' : 'F2'} ${size} Tf 1 0 0 1 ${x} ${y} Tm ${shown} Tj ET\n`
}

/** The same in F3, `bytes` in GBK. */
export function sayBytes(bytes: Uint8Array, x: number, y: number, size = 12): string {
  return `BT /F3 ${size} Tf 1 0 0 1 ${x} ${y} Tm <${Buffer.from(bytes).toString('hex')}> Tj ET\n`
}

export function imageObject(stream: Uint8Array, dict = '/Filter /DCTDecode'): PdfObject {
  return { dict: `/Type /XObject /Subtype /Image /Width 8 /Height 8 /ColorSpace /DeviceRGB /BitsPerComponent 8 ${dict}`, stream } // prettier-ignore
}
