import { ZipFile } from 'yazl'

/** A zip of parts, in the given order. */
export async function zipOf(parts: Readonly<Record<string, string | Uint8Array>>): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [name, content] of Object.entries(parts))
    zip.addBuffer(Buffer.from(content as string), name, { mtime: new Date(Date.UTC(1980, 0, 1)) })
  zip.end()
  const chunks: Buffer[] = []
  for await (const chunk of zip.outputStream as unknown as AsyncIterable<Buffer>) chunks.push(chunk)
  return Buffer.concat(chunks)
}

export interface HandMadeSheet {
  name?: string
  state?: string
  /** What stands inside `<sheetData>`. */
  rows: string
  /** What stands after it: merges, drawings. */
  after?: string
  /** What stands before it: dimension, views. */
  before?: string
}

export interface HandMadeBook {
  sheets: HandMadeSheet[]
  /** `<si>` elements' inside, or plain strings. */
  strings?: string[]
  /** Number format codes; style s = i + 1 uses the i-th. A number is a built-in id. */
  formats?: (string | number)[]
  date1904?: boolean
  workbookExtra?: string
  /** Added or replaced parts; `undefined` leaves one out. */
  parts?: Record<string, string | Uint8Array | undefined>
}

export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
export const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

/** An xlsx from part strings: exactly what is given, so that odd dialects can be made. */
export function xlsxOf(book: HandMadeBook): Promise<Buffer> {
  const parts = partsOf(book)
  const kept = Object.entries({ ...parts, ...book.parts }).filter(([, content]) => content !== undefined)
  return zipOf(Object.fromEntries(kept) as Record<string, string | Uint8Array>)
}

export function partsOf({
  sheets,
  strings,
  formats,
  date1904,
  workbookExtra = ''
}: HandMadeBook): Record<string, string> {
  const parts: Record<string, string> = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': relationships([['rId1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml':
      `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${workbookExtra}<workbookPr${date1904 ? ' date1904="1"' : ''}/><sheets>` +
      sheets.map(({ name, state }, i) => `<sheet name="${name ?? `Sheet${i + 1}`}" sheetId="${i + 1}"${state ? ` state="${state}"` : ''} r:id="rId${i + 1}"/>`).join('') +
      '</sheets></workbook>',
    'xl/_rels/workbook.xml.rels': relationships([
      ...sheets.map((_, i) => [`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`] as const),
      ['rIdS', 'sharedStrings', 'sharedStrings.xml'],
      ['rIdF', 'styles', 'styles.xml']
    ])
  } // prettier-ignore
  sheets.forEach(({ before = '', rows, after = '' }, i) => {
    parts[`xl/worksheets/sheet${i + 1}.xml`] =
      `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`
  })
  if (strings) parts['xl/sharedStrings.xml'] = `${HEAD}<sst xmlns="${MAIN}">${strings.map(si => `<si>${si.startsWith('<') ? si : `<t>${si}</t>`}</si>`).join('')}</sst>` // prettier-ignore
  if (formats) parts['xl/styles.xml'] = stylesOf(formats)
  return parts
}

export function relationships(
  links: readonly (readonly [id: string, type: string, target: string])[]
): string {
  const each = links.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`
  )
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`
}

/** `docProps` parts with their relationships, to be spread into `parts`. */
export function properties({ core = '', app = '', custom = '' }): Record<string, string> {
  return {
    'docProps/core.xml': `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${core}</cp:coreProperties>`,
    'docProps/app.xml': `${HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">${app}</Properties>`,
    'docProps/custom.xml': `${HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">${custom}</Properties>`
  } // prettier-ignore
}

function stylesOf(formats: readonly (string | number)[]): string {
  const codes = formats.flatMap((format, i) => (typeof format === 'string' ? [`<numFmt numFmtId="${164 + i}" formatCode="${format.replaceAll('"', '&quot;')}"/>`] : [])) // prettier-ignore
  const styles = formats.map(
    (format, i) => `<xf numFmtId="${typeof format === 'string' ? 164 + i : format}"/>`
  )
  return `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts>${codes.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${styles.join('')}</cellXfs></styleSheet>`
}
