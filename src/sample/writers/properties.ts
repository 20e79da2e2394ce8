/** What an office file says of its own making. Wall-clock moments, China time. */
export interface Properties {
  author: string
  lastModifiedBy: string
  created: string
  modified: string
  company?: string
  program: 'Word' | 'WPS'
  minutes?: number // documents only
  title?: string
}

export function coreXml(properties: Properties): string {
  const { title, author, lastModifiedBy, created, modified } = properties
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    (title ? `<dc:title>${escapeXml(title)}</dc:title>` : '') +
    `<dc:creator>${escapeXml(author)}</dc:creator><cp:lastModifiedBy>${escapeXml(lastModifiedBy)}</cp:lastModifiedBy>` +
    `<dcterms:created xsi:type="dcterms:W3CDTF">${utc(created)}</dcterms:created>` +
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${utc(modified)}</dcterms:modified></cp:coreProperties>`
  )
}

export function appXml(properties: Properties, kind: 'document' | 'workbook'): string {
  const { program, minutes, company } = properties
  const application =
    program === 'WPS'
      ? kind === 'document' ? 'WPS_1.0.0' : 'WPS 表格'
      : kind === 'document' ? 'Microsoft Office Word' : 'Microsoft Excel' // prettier-ignore
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">' +
    (kind === 'document' ? `<TotalTime>${minutes ?? 0}</TotalTime>` : '') +
    `<Application>${application}</Application>` +
    (company ? `<Company>${escapeXml(company)}</Company>` : '') +
    '<AppVersion>16.0000</AppVersion></Properties>'
  )
}

/** Office programs store universal time; China is eight hours ahead. */
export function utc(moment: string): string {
  return `${new Date(Date.parse(`${moment}Z`) - 8 * 3_600_000).toISOString().slice(0, 19)}Z`
}

export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** When a program writes its zip: WPS stamps every entry 2012-07-02 09:52:14, Office 1980-01-01. */
export function zipTime(properties: Properties): string | undefined {
  return properties.program === 'WPS' ? '2012-07-02T09:52:14' : undefined
}
