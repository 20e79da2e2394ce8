import sharp from 'sharp'
import { read, write } from '@e965/xlsx'
import { distinctPaths, editOffice, formatOf, PICTURES, TABLES } from './evasion-package.mjs'
import { blocksOf } from './evasion-documents.mjs'
import { readSheets, writeSheets } from './evasion-tables.mjs'

/** Nothing left that a file says of its own making; not one letter or pixel changes where the format allows. */
export async function strip(files) {
  let eligible = 0
  const after = []
  for (const file of files) {
    const bytes = await stripped(file)
    // eligible is what says anything of its making: many a picture has come through a messenger
    const said = bytes !== undefined && !bytes.equals(file.bytes)
    if (said) eligible++
    after.push(said ? { ...file, bytes } : file)
  }
  return { files: after, eligible }
}

async function stripped(file) {
  switch (formatOf(file)) {
    case 'docx':
    case 'xlsx':
      return editOffice(file.bytes, stripOffice)
    case 'jpeg':
      return jpegWithout(file.bytes)
    case 'png':
      return pngWithout(file.bytes)
    case 'webp':
      return sharp(file.bytes).webp({ lossless: true }).toBuffer()
    case 'tiff':
      return sharp(file.bytes).tiff({ compression: 'lzw' }).toBuffer()
    case 'xls': {
      const book = read(file.bytes, { type: 'buffer', cellStyles: true })
      book.Props = {}
      return Buffer.from(write(book, { type: 'buffer', bookType: 'biff8' }))
    }
    case 'pdf':
      return pdfWithout(file.bytes)
    default:
      return undefined
  }
}

async function stripOffice(parts) {
  for (const [name, part] of parts) {
    if (name.startsWith('docProps/')) parts.delete(name)
    else if (/media\/[^/]+\.jpe?g$/u.test(name)) parts.set(name, jpegWithout(part))
    else if (/\.(?:xml|rels)$/u.test(name)) parts.set(name, Buffer.from(part.toString('utf8')
      .replace(/<Override [^>]*PartName="\/docProps\/[^>]*>/gu, '')
      .replace(/<Relationship [^>]*Target="\/?docProps\/[^>]*>/gu, '')
      .replace(/<w:rsids>.*?<\/w:rsids>/gsu, '')
      .replace(/ w:rsid\w*="[^"]*"/gu, '')
      .replace(/<x15ac:absPath[^>]*>/gu, ''))) // prettier-ignore
  }
}

/** Without application segments and comments; the picture’s own data stay as they are. */
export function jpegWithout(bytes) {
  const parts = [bytes.subarray(0, 2)]
  let at = 2
  while (at + 4 <= bytes.length && bytes[at] === 0xff && bytes[at + 1] !== 0xda) {
    const end = at + 2 + bytes.readUInt16BE(at + 2)
    const marker = bytes[at + 1]
    // APP14 tells how colours are stored: without it they would come out wrong
    const removable = (marker >= 0xe0 && marker <= 0xef && marker !== 0xee) || marker === 0xfe
    if (!removable) parts.push(bytes.subarray(at, end))
    at = end
  }
  return Buffer.concat([...parts, bytes.subarray(at)])
}

function pngWithout(bytes) {
  const parts = [bytes.subarray(0, 8)]
  for (let at = 8; at + 12 <= bytes.length;) {
    const end = at + 12 + bytes.readUInt32BE(at)
    if (!['tEXt', 'iTXt', 'zTXt', 'eXIf', 'tIME'].includes(bytes.toString('latin1', at + 4, at + 8)))
      parts.push(bytes.subarray(at, end))
    at = end
  }
  return Buffer.concat(parts)
}

/** Values of the information dictionary blanked in place, so that every offset still holds; pictures inside without segments would not. */
function pdfWithout(bytes) {
  const text = bytes.toString('latin1')
  const blanked = text.replace(/\/(Title|Author|Creator|Producer|CreationDate|ModDate)(\s*)(\([^)]*\)|<[0-9A-Fa-f]*>)/gu, (_, key, gap, value) => `/${key}${gap}${value[0]}${' '.repeat(value.length - 2)}${value.at(-1)}`) // prettier-ignore
  return Buffer.from(blanked, 'latin1')
}

/** Opened and saved by other programs; workbooks by turns as xlsx of another program and as csv. */
export async function resave(files, { makeDocument }) {
  const after = []
  let eligible = 0
  for (const file of files) {
    const saved = await resaved(file, eligible, makeDocument)
    if (saved) eligible++
    after.push(saved ? { ...file, ...saved } : file)
  }
  return { files: distinctPaths(after), eligible }
}

async function resaved(file, turn, makeDocument) {
  const format = formatOf(file)
  if (TABLES.includes(format)) {
    const sheets = await readSheets(file)
    if (format === 'xlsx' && sheets.length === 1 && turn % 3 === 0)
      return { path: file.path.replace(/\.\w+$/u, '.csv'), bytes: await writeSheets(sheets, 'csv') }
    const other = turn % 2 === 0 ? 'xlsx' : 'xlsx-other'
    return { path: file.path.replace(/\.\w+$/u, '.xlsx'), bytes: await writeSheets(sheets, other) }
  }
  if (format === 'docx') return resavedDocument(file, makeDocument)
  if (!PICTURES.includes(format)) return undefined
  // an editor keeps what the camera wrote and compresses anew
  return { path: file.path.replace(/\.\w+$/u, '.jpg'), bytes: await sharp(file.bytes).keepMetadata().jpeg({ quality: 82 }).toBuffer() } // prettier-ignore
}

async function resavedDocument(file, makeDocument) {
  const { bytes, media } = await makeDocument(await blocksOf(file.bytes))
  return { bytes, embedded: new Map(media.map(({ name, from }) => [name, `${file.from[0]}!/${from}`])) }
}
