// Builds the files a package's specification describes, see tests/bench/independent/README.md.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { AlignmentType, Document, HeadingLevel, ImageRun, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx' // prettier-ignore
import Excel from 'exceljs'
import { picture, randomOf } from './make-package.mjs'
import { scan } from './scan.mjs'
import { imagePdf, textPdf } from './simple-pdf.mjs'

const cellsOf = row => row.split(' | ').map(cell => cell.trim())

export async function buildPackage({ materials }, folder) {
  for (const material of materials) {
    const path = join(folder, material.path)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, await bytesOf(material))
  }
}

function bytesOf(material) {
  const { format, content, path } = material
  if (format === 'docx') return docxOf(content, path)
  if (format === 'xlsx') return xlsxOf(content)
  if (format === 'csv') return csvOf(content.sheets[0])
  if (format === 'txt') return linesOf(content).join('\n')
  if (format === 'pdf') return pdfOf(content, path)
  if (format === 'jpg') return imageOf(content.blocks[0].picture, path)
  throw new Error(`no builder for ${format}: ${path}`)
}

/** Every paragraph, heading and table row as a line of text, in order. */
function linesOf({ title, blocks }) {
  const lines = blocks.flatMap(block => block.table ?? block.paragraph ?? block.heading ?? [])
  return title ? [title, ...lines] : lines
}

function imageOf(what, path) {
  const seed = hashOf(path)
  return what === 'scan' ? scan(seed) : picture(randomOf(seed), seed % 300)
}

async function pdfOf(content, path) {
  const image = content.blocks.find(block => block.picture)
  return image ? imagePdf(await imageOf(image.picture, path)) : textPdf(linesOf(content))
}

/** Half of the writers use the heading style, the others centre a bold line. */
async function docxOf({ title, blocks }, path) {
  const styled = hashOf(path) % 2 === 0
  const children = []
  if (title && styled) children.push(new Paragraph({ text: title, heading: HeadingLevel.TITLE }))
  if (title && !styled)
    children.push(
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ text: title, bold: true, size: 44 })]
      })
    )
  for (const [index, block] of blocks.entries()) {
    if (block.table) children.push(wordTable(block.table))
    else if (block.picture) children.push(await wordPicture(block.picture, `${path}#${index}`))
    else if (block.heading && styled)
      children.push(new Paragraph({ text: block.heading, heading: HeadingLevel.HEADING_1 }))
    else children.push(new Paragraph(block.heading ?? block.paragraph))
  }
  return Packer.toBuffer(new Document({ creator: 'Administrator', sections: [{ children }] }))
}

function wordTable(rows) {
  const width = Math.max(...rows.map(row => cellsOf(row).length))
  return new Table({
    rows: rows.map(row => {
      const cells = cellsOf(row)
      const last = cells.length - 1
      return new TableRow({
        children: cells.map(
          (text, at) =>
            new TableCell({
              children: [new Paragraph(text)],
              columnSpan: at === last && last + 1 < width ? width - last : undefined
            })
        )
      })
    })
  })
}

async function wordPicture(what, path) {
  const data = await imageOf(what, path)
  const size = what === 'scan' ? { width: 420, height: 594 } : { width: 400, height: 300 }
  return new Paragraph({ children: [new ImageRun({ type: 'jpg', data, transformation: size })] })
}

async function xlsxOf({ sheets }) {
  const book = new Excel.Workbook()
  for (const { name, titles = [], header, rows } of sheets) {
    const sheet = book.addWorksheet(name)
    const width = Math.max(...[...header, ...rows].map(row => cellsOf(row).length))
    for (const title of titles) {
      const row = sheet.addRow([title])
      row.getCell(1).font = { bold: true, size: 16 }
      row.getCell(1).alignment = { horizontal: 'center' }
      sheet.mergeCells(row.number, 1, row.number, width)
    }
    const first = titles.length + 1
    for (const row of header) sheet.addRow(cellsOf(row)).font = { bold: true }
    mergeHeader(sheet, header.map(cellsOf), first)
    for (const row of rows) sheet.addRow(cellsOf(row).map(valueOf))
  }
  return Buffer.from(await book.xlsx.writeBuffer())
}

/** `<` in a header continues the cell on its left, `^` the cell above. */
function mergeHeader(sheet, header, first) {
  header.forEach((cells, y) =>
    cells.forEach((text, x) => {
      if (text === '<' || text === '^') return
      let right = x
      while (cells[right + 1] === '<') right++
      let below = y
      while (header[below + 1]?.[x] === '^') below++
      if (right > x || below > y) sheet.mergeCells(first + y, x + 1, first + below, right + 1)
    })
  )
}

/** What a spreadsheet makes of typed text: numbers and ISO days become values. */
function valueOf(text) {
  if (text === '') return null
  if (/^-?(0|[1-9]\d*)(\.\d+)?$/.test(text)) return Number(text)
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : text
}

function csvOf({ header, rows }) {
  const line = row =>
    cellsOf(row)
      .map(cell => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
      .join(',')
  return `${[...header, ...rows].map(line).join('\r\n')}\r\n`
}

function hashOf(text) {
  let hash = 2166136261
  for (const char of text) hash = Math.imul(hash ^ char.codePointAt(0), 16777619) >>> 0
  return hash
}
