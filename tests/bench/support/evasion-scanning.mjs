import sharp from 'sharp'
import { formatOf, numbers, TABLES, textOf } from './evasion-package.mjs'
import { blocksOf } from './evasion-documents.mjs'
import { readSheets, shown } from './evasion-tables.mjs'

const WIDE = 827 // A4 at 100 dots per inch
const HIGH = 1169
const SIZE = 22
const LINE = 34
const PER_LINE = 30
const LINES = 30
/** Longer ledgers are printed in part; a sample’s have at most some sixty rows. */
const MOST_PAGES = 8

/** Documents, tables and texts printed and scanned: pages that are pictures, no letter left to read. */
export async function scanning(files, { writeScan, pdfText }) {
  const after = []
  let eligible = 0
  for (const file of files) {
    const pages = await pagesOf(file, pdfText)
    if (pages.length === 0) after.push(file)
    else {
      eligible++
      const images = await Promise.all(pages.slice(0, MOST_PAGES).map(drawPage))
      const bytes = writeScan(images, { producer: 'Scanner', created: '2024-01-01T00:00:00' })
      after.push({ ...file, path: file.path.replace(/\.\w+$/u, '.pdf'), bytes })
    }
  }
  const taken = new Set()
  for (const file of after) {
    while (taken.has(file.path)) file.path = file.path.replace(/\.pdf$/u, '_.pdf')
    taken.add(file.path)
  }
  return { files: after, eligible }
}

/** Pages as `{ lines, picture? }`; none for what is a picture already or cannot be read. */
async function pagesOf(file, pdfText) {
  const format = formatOf(file)
  if (format === 'docx') {
    const blocks = await blocksOf(file.bytes)
    const lines = blocks.flatMap(
      ({ text, rows }) => rows?.map(cells => cells.join(' ')) ?? (text ? [text] : [])
    )
    const pictures = blocks.flatMap(({ picture }) => (picture ? [{ lines: [], picture }] : []))
    return [...paged(lines), ...pictures]
  }
  if (TABLES.includes(format)) {
    const sheets = await readSheets(file)
    return paged(sheets.flatMap(({ rows }) => rows.map(row => row.map(shown).join(' '))))
  }
  if (format === 'txt') return paged(textOf(file.bytes).split('\n'))
  return format === 'pdf' ? paged(await pdfText(file.bytes)) : []
}

function paged(lines) {
  const wrapped = lines.flatMap(line => line.match(new RegExp(`.{1,${PER_LINE}}`, 'gu')) ?? [])
  return Array.from({ length: Math.ceil(wrapped.length / LINES) }, (_, i) => ({ lines: wrapped.slice(i * LINES, (i + 1) * LINES) })) // prettier-ignore
}

/** Each character has strokes of its own, drawn without any font, so that different texts give different pages. */
async function drawPage({ lines, picture }) {
  const pixels = Buffer.alloc(WIDE * HIGH, 246)
  lines.forEach((line, row) => [...line].forEach((character, column) => drawCharacter(pixels, character, 70 + column * (SIZE + 1), 70 + row * LINE))) // prettier-ignore
  const page = sharp(pixels, { raw: { width: WIDE, height: HIGH, channels: 1 } })
  const inset = picture ? await sharp(picture).rotate().resize(640, 640, { fit: 'inside' }).greyscale().toBuffer() : undefined // prettier-ignore
  const composed = inset ? page.composite([{ input: inset, left: 90, top: 120 }]) : page
  const bytes = await composed.toColourspace('b-w').jpeg({ quality: 60 }).toBuffer()
  return { bytes, width: WIDE, height: HIGH, grey: true }
}

function drawCharacter(pixels, character, left, top) {
  if (character.trim() === '') return
  const random = numbers(character)
  for (let stroke = 0; stroke < 6; stroke++) {
    const across = random(2) === 0
    const x = left + random(across ? 6 : SIZE - 3)
    const y = top + random(across ? SIZE - 2 : 6)
    const length = 8 + random(SIZE - 12)
    for (let i = 0; i < length; i++)
      for (let thick = 0; thick < 2; thick++) {
        const [px, py] = across ? [x + i, y + thick] : [x + thick, y + i]
        if (px < WIDE && py < HIGH) pixels[py * WIDE + px] = 40
      }
  }
}
