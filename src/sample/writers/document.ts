import {
  AlignmentType, Document, HeadingLevel, ImageRun, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType
} from 'docx' // prettier-ignore
import { appXml, coreXml, zipTime, type Properties } from './properties.ts'
import { readOwnZip, writeZip } from './zip.ts'
import type { Block } from './blocks.ts'

export interface WrittenDocument {
  bytes: Buffer
  /** Names of embedded pictures inside the file, in order of appearance. */
  media: string[]
}

/** A docx as an office program leaves it: properties, rsid root, media numbered from 1. */
export async function writeDocument(
  blocks: readonly Block[],
  properties: Properties,
  rsidRoot: string,
  font = '仿宋'
): Promise<WrittenDocument> {
  const document = new Document({
    styles: { default: { document: { run: { font, size: 32 } } } },
    sections: [{ children: blocks.flatMap(toChildren) }]
  })
  const entries = readOwnZip(await Packer.toBuffer(document))
  const media = new Map<string, string>()
  const order = /word\/media\/([^"]+)/u
  const relations = entries
    .find(entry => entry.name === 'word/_rels/document.xml.rels')!
    .bytes.toString('utf8')
  const targets = [...relations.matchAll(/Id="([^"]+)"[^>]*Target="(media\/[^"]+)"|Target="(media\/[^"]+)"[^>]*Id="([^"]+)"/gu)] // prettier-ignore
  const body = entries.find(entry => entry.name === 'word/document.xml')!.bytes.toString('utf8')
  for (const [, id] of body.matchAll(/r:embed="([^"]+)"/gu)) {
    const match = targets.find(each => (each[1] ?? each[4]) === id)
    const target = match?.[2] ?? match?.[3]
    if (!target || media.has(target)) continue
    const ending = target.endsWith('.png') ? 'png' : 'jpg'
    media.set(target, `media/image${media.size + 1}.${ending}`)
  }
  let drawings = 0
  const bytes = writeZip(
    entries.map(entry => ({
      name: order.test(entry.name)
        ? `word/${media.get(entry.name.slice(5)) ?? entry.name.slice(5)}`
        : entry.name,
      bytes: change(entry.name, entry.bytes),
      modified: zipTime(properties)
    }))
  )
  return { bytes, media: [...media.values()].map(name => `word/${name}`) }

  function change(name: string, original: Buffer): Buffer {
    if (name === 'docProps/core.xml') return Buffer.from(coreXml(properties))
    if (name === 'docProps/app.xml') return Buffer.from(appXml(properties, 'document'))
    if (name === 'word/_rels/document.xml.rels') {
      return Buffer.from(
        original.toString('utf8').replace(/media\/[^"]+/gu, target => media.get(target) ?? target)
      )
    }
    if (name === 'word/document.xml') {
      // the library counts drawings over the whole process: count them per document instead
      return Buffer.from(original.toString('utf8').replace(/<wp:docPr id="\d+"/gu, () => `<wp:docPr id="${++drawings}"`)) // prettier-ignore
    }
    if (name === 'word/settings.xml') {
      const rsids = `<w:rsids><w:rsidRoot w:val="${rsidRoot}"/><w:rsid w:val="${rsidRoot}"/></w:rsids>`
      return Buffer.from(original.toString('utf8').replace('</w:settings>', `${rsids}</w:settings>`))
    }
    return original
  }
}

function toChildren(block: Block): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'title':
      return [
        new Paragraph({
          heading: HeadingLevel.TITLE,
          alignment: AlignmentType.CENTER,
          children: [new TextRun({ text: block.text, bold: true, size: 44 })]
        })
      ]
    case 'heading':
      return [
        new Paragraph({
          heading: HeadingLevel.HEADING_1,
          children: [new TextRun({ text: block.text, bold: true })]
        })
      ]
    case 'text':
      return [new Paragraph({ indent: { firstLine: 640 }, children: [new TextRun(block.text)] })]
    case 'right':
      return [new Paragraph({ alignment: AlignmentType.RIGHT, children: [new TextRun(block.text)] })]
    case 'table':
      return [
        new Table({
          width: { size: 100, type: WidthType.PERCENTAGE },
          rows: block.rows.map(
            cells =>
              new TableRow({
                children: cells.map(cell => new TableCell({ children: [new Paragraph({ children: [new TextRun(cell)] })] })) // prettier-ignore
              })
          )
        })
      ]
    case 'picture': {
      const { bytes, width, height, format } = block.picture
      const shown = Math.min(480, width)
      return [
        new Paragraph({
          alignment: AlignmentType.CENTER,
          children: [
            new ImageRun({
              type: format === 'png' ? 'png' : 'jpg',
              data: bytes,
              transformation: { width: shown, height: Math.round((height * shown) / width) }
            })
          ]
        }),
        ...(block.caption
          ? [new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ text: block.caption, size: 24 })] })] // prettier-ignore
          : [])
      ]
    }
  }
}
