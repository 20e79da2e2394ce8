import type { Reader } from '../isolation/protocol.ts'
import zip from './archive/zip.ts'
import docx from './docx/read-docx.ts'
import pdf from './pdf/read-pdf.ts'
import { pictureReader } from './picture/read-picture.ts'
import csv from './spreadsheet/csv.ts'
import html from './spreadsheet/html.ts'
import legacySpreadsheets from './spreadsheet/legacy.ts'
import xlsx from './spreadsheet/xlsx.ts'
import qq from './text/qq.ts'
import txt from './text/txt.ts'

/**
 * Every reader, one line each. A reader imports its library inside `read` (`await import('sharp')`), never on
 * top: children of the documents pool may not load addons, and a child should pay only for what it reads.
 * The first reader that lists a format reads it; formats nobody lists are E_UNSUPPORTED.
 */
export const catalogue: readonly Reader[] = [
  zip,
  docx,
  pdf,
  pictureReader,
  qq,
  txt,
  xlsx,
  csv,
  legacySpreadsheets,
  html
]
