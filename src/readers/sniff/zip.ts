import { closeSync, openSync } from 'node:fs'
import type { Format } from '../../model/kinds.ts'
import { ReadTrouble } from '../../isolation/trouble.ts'
import { bytesAt, readCentralDirectory, type CentralEntry } from '../archive/central-directory.ts'
import { extentsOf } from '../archive/overlaps.ts'
import { headOf } from '../archive/unpack.ts'

/** Enough to see what an office package is: its telling parts come among the first hundreds. */
const LOOKED_AT = 5000

/** Office formats are zips with telling parts; any other zip is an archive. */
export function sniffZip(file: string, bytes: number): { format: Format; trouble?: ReadTrouble } {
  const fd = openSync(file, 'r')
  try {
    const entries = entriesOf(fd, bytes)
    if (!entries) return { format: formatFromHead(fd, bytes) }
    const format =
      formatFromTypes(fd, bytes, entries) ?? formatFromNames(entries) ?? openDocument(fd, entries)
    return { format: format ?? 'zip' }
  } finally {
    closeSync(fd)
  }
}

function entriesOf(fd: number, bytes: number): CentralEntry[] | undefined {
  try {
    return readCentralDirectory(fd, bytes, LOOKED_AT).entries
  } catch (error) {
    if (error instanceof ReadTrouble) return undefined
    throw error
  }
}

/** `[Content_Types].xml` says what the package is, wherever its parts lie. */
function formatFromTypes(fd: number, bytes: number, entries: readonly CentralEntry[]): Format | undefined {
  const index = entries.findIndex(({ name }) => partName(name) === '[content_types].xml')
  if (index < 0) return undefined
  const extent = extentsOf(fd, [entries[index]!], bytes)[0]
  const types = extent && headOf(fd, entries[index]!, extent, TYPES).toString('latin1')
  if (!types) return undefined
  if (/excel\.sheet\.binary/i.test(types)) return 'xlsb'
  if (/spreadsheetml\.(sheet|template)\.main|excel\.(sheet|template)\.macroEnabled/i.test(types))
    return 'xlsx'
  if (/wordprocessingml\.(document|template)\.main|word\.(document|template)\.macroEnabled/i.test(types))
    return 'docx'
  if (/presentationml\.(presentation|template|slideshow)\.main|powerpoint\.[a-z]+\.macroEnabled/i.test(types))
    return 'pptx'
  return undefined
}

/** Content types of a report with thousands of pictures stay below this. */
const TYPES = 1 << 20

function formatFromNames(entries: readonly CentralEntry[]): Format | undefined {
  const names = entries.map(({ name }) => partName(name))
  if (names.includes('ofd.xml')) return 'ofd'
  if (names.includes('xl/workbook.bin')) return 'xlsb'
  if (names.some(name => /^xl\/(workbook\.xml|worksheets\/|_rels\/workbook)/.test(name))) return 'xlsx'
  if (names.includes('word/document.xml')) return 'docx'
  if (names.includes('ppt/presentation.xml')) return 'pptx'
  return undefined
}

function partName(name: Buffer): string {
  return name.toString('latin1').replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase()
}

/** ODF keeps its type in the first entry, stored, so that it stands at a fixed place. */
function openDocument(fd: number, entries: readonly CentralEntry[]): Format | undefined {
  const first = entries[0]
  if (first?.name.toString('latin1') !== 'mimetype' || first.method !== 0) return undefined
  const type = bytesAt(fd, first.offset + 30 + 8, 80).toString('latin1')
  if (type.includes('opendocument.spreadsheet')) return 'ods'
  if (type.includes('opendocument.text')) return 'odt'
  return undefined
}

/** A package cut short has no list; its first local names still tell what it was. */
function formatFromHead(fd: number, bytes: number): Format {
  const head = bytesAt(fd, 0, Math.min(bytes, 65_536)).toString('latin1')
  if (!head.includes('[Content_Types].xml') && !head.includes('_rels/.rels')) {
    return head.includes('OFD.xml') ? 'ofd' : 'zip'
  }
  if (head.includes('word/')) return 'docx'
  if (head.includes('ppt/')) return 'pptx'
  return head.includes('xl/') ? 'xlsx' : 'zip'
}
