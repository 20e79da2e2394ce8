import { ZipFile } from 'yazl'

const W =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

export interface DocxOptions {
  /** Parts by name, beside or instead of the usual ones. */
  parts?: Record<string, string | Uint8Array>
  /** Relationships of the document: id → [type's last segment, target relative to word/]. */
  links?: Record<string, [string, string]>
  /** Of the package: docProps by [type's end, target]. */
  properties?: Record<string, string>
}

/** A docx of the given body XML, zipped; see `paragraph`, `table`, `picture`. */
export async function docxOf(body: string, options: DocxOptions = {}): Promise<Buffer> {
  const links = Object.entries(options.links ?? {}).map(
    ([id, [type, target]]) => `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`
  )
  const properties: Record<string, string> = {}
  if (options.properties?.core)
    properties['docProps/core.xml'] =
      `<cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t">${options.properties.core}</cp:coreProperties>`
  if (options.properties?.app)
    properties['docProps/app.xml'] = `<Properties>${options.properties.app}</Properties>`
  if (options.properties?.custom)
    properties['docProps/custom.xml'] = `<Properties xmlns:vt="v">${options.properties.custom}</Properties>`
  return zipOf({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': `<Relationships><Relationship Id="r1" Type="${RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships>${links.join('')}</Relationships>`,
    'word/document.xml': wordPart('document', `<w:body>${body}</w:body>`),
    ...properties,
    ...options.parts
  })
}

/** `<w:document>`, `<w:hdr>` … with the namespaces declared. */
export function wordPart(element: string, inside: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:${element} ${W}>${inside}</w:${element}>`
}

export function paragraph(text: string, properties = ''): string {
  return `<w:p>${properties ? `<w:pPr>${properties}</w:pPr>` : ''}${run(text)}</w:p>`
}

export function run(text: string): string {
  return `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
}

/** Rows of cells; a cell that begins with `<` is taken as XML. */
export function table(rows: readonly (readonly string[])[]): string {
  const cell = (text: string): string =>
    text.startsWith('<w:tc>') ? text : `<w:tc>${text.startsWith('<') ? text : paragraph(text)}</w:tc>`
  return `<w:tbl>${rows.map(row => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`
}

/** A run with an inline picture. */
export function picture(relationship: string): string {
  return `<w:r><w:drawing><a:graphic><a:graphicData><a:blip r:embed="${relationship}"/></a:graphicData></a:graphic></w:drawing></w:r>`
}

export function zipOf(parts: Record<string, string | Uint8Array>): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [name, content] of Object.entries(parts)) {
    const bytes = typeof content === 'string' ? Buffer.from(content) : Buffer.from(content)
    zip.addBuffer(bytes, name, { mtime: new Date(Date.UTC(2024, 0, 2)), forceDosTimestamp: true })
  }
  zip.end()
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    zip.outputStream
      .on('data', (chunk: Buffer) => chunks.push(chunk))
      .on('end', () => resolve(Buffer.concat(chunks)))
      .on('error', reject)
  })
}
