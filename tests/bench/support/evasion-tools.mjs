import { join } from 'node:path'
import { Document, ImageRun, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx'
import sharp from 'sharp'
import { runnerImport } from 'vite'
import { unzip } from './evasion-package.mjs'

/** Writers and readers the transforms need and that need more than a few lines. */
export async function loadTools(root) {
  const { writeScan } = (await runnerImport(join(root, 'src/sample/writers/pdf.ts'))).module
  return { writeScan, makeDocument, pdfText: bytes => pdfText(root, bytes) }
}

/** A docx of another program from blocks `{ text } | { rows } | { picture, name }`; `media` tells what each picture was called before. */
async function makeDocument(blocks) {
  const children = []
  for (const { text, style, rows, picture } of blocks) {
    if (rows) children.push(new Table({ rows: rows.map(cells => new TableRow({ children: cells.map(cell => new TableCell({ children: [new Paragraph({ children: [new TextRun(cell)] })] })) })) })) // prettier-ignore
    else if (picture) {
      const { format, width, height } = await sharp(picture).metadata()
      children.push(new Paragraph({ children: [new ImageRun({ type: format === 'png' ? 'png' : 'jpg', data: picture, transformation: { width: 400, height: Math.round((400 * height) / width) } })] })) // prettier-ignore
    } else children.push(new Paragraph({ ...(style ? { heading: style } : {}), children: [new TextRun(text)] })) // prettier-ignore
  }
  const bytes = await Packer.toBuffer(new Document({ creator: 'Writer', sections: [{ children }] }))
  const known = blocks.filter(({ picture }) => picture)
  const media = (await unzip(bytes)).flatMap(entry => {
    const source = known.find(({ picture }) => picture.equals(entry.bytes))
    return entry.name.startsWith('word/media/') && source ? [{ name: entry.name, from: source.name }] : []
  })
  return { bytes, media }
}

/** Lines of text of a pdf; none when its pages are pictures. */
async function pdfText(root, bytes) {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const packages = join(root, 'node_modules/pdfjs-dist')
  const task = getDocument({ data: new Uint8Array(bytes), cMapUrl: `${packages}/cmaps/`, cMapPacked: true, standardFontDataUrl: `${packages}/standard_fonts/`, useSystemFonts: false, disableFontFace: true, verbosity: 0 }) // prettier-ignore
  try {
    const document = await task.promise
    const lines = []
    for (let number = 1; number <= document.numPages; number++) {
      const { items } = await (await document.getPage(number)).getTextContent()
      let line = ''
      for (const { str, hasEOL } of items) {
        line += str
        if (hasEOL) {
          lines.push(line)
          line = ''
        }
      }
      lines.push(line)
    }
    return lines.filter(line => line.trim() !== '')
  } catch {
    return [] // protected or damaged: it cannot be printed either
  } finally {
    await task.destroy()
  }
}
