import { editOffice, unzip } from './evasion-package.mjs'

/** String edits of WordprocessingML, enough for what the sample’s programs write. */
const BODY = 'word/document.xml'

/** Elements of the body in order as strings, with the section’s properties apart. */
export function bodyOf(xml) {
  const from = xml.indexOf('<w:body>') + '<w:body>'.length
  const to = xml.lastIndexOf('</w:body>')
  const elements = []
  let depth = 0
  let start = from
  for (const tag of xml.slice(from, to).matchAll(/<(\/?)[\w:]+(?:\s[^>]*?)?(\/?)>/gu)) {
    if (tag[1]) depth--
    else if (!tag[2]) depth++
    if (depth === 0) {
      elements.push(xml.slice(start, from + tag.index + tag[0].length))
      start = from + tag.index + tag[0].length
    }
  }
  const section = elements.at(-1)?.startsWith('<w:sectPr') ? elements.pop() : ''
  return { head: xml.slice(0, from), elements, section, tail: xml.slice(to) }
}

export function withElements(xml, elements) {
  const { head, section, tail } = bodyOf(xml)
  return head + elements.join('') + section + tail
}

/** Plain text of an element. */
export function plainText(element) {
  return unescape([...element.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>/gu)].map(match => match[1]).join(''))
}

/** A paragraph; `hidden` is white and tiny, as those write who want it read by programs alone. */
export function paragraph(text, hidden = false) {
  const look = hidden ? '<w:rPr><w:color w:val="FFFFFF"/><w:sz w:val="2"/></w:rPr>' : ''
  return `<w:p><w:r>${look}<w:t xml:space="preserve">${escape(text)}</w:t></w:r></w:p>`
}

/** The document’s body as elements, changed by `edit(elements)`. */
export async function editBody(bytes, edit) {
  return editOffice(bytes, async parts => {
    const xml = parts.get(BODY).toString('utf8')
    parts.set(BODY, Buffer.from(withElements(xml, await edit(bodyOf(xml).elements, parts))))
  })
}

/** Texts of all paragraphs through `change`; a changed paragraph’s text stands in its first run. */
export async function editTexts(bytes, change) {
  return editOffice(bytes, parts => {
    for (const [name, part] of parts) {
      if (!/^word\/(?:document|header\d*|footer\d*)\.xml$/u.test(name)) continue
      const xml = part.toString('utf8').replace(/<w:p[ >](?:(?!<w:p[ >]).)*?<\/w:p>/gsu, element => {
        const text = plainText(element)
        const changed = text === '' ? text : change(text)
        if (changed === text) return element
        let first = true
        return element.replace(/<w:t(?:\s[^>]*)?>[^<]*<\/w:t>/gu, () => {
          const now = first ? escape(changed) : ''
          first = false
          return `<w:t xml:space="preserve">${now}</w:t>`
        })
      })
      parts.set(name, Buffer.from(xml))
    }
  })
}

/** Blocks of a document in reading order: `{ text }`, `{ rows }` or `{ picture }`. */
export async function blocksOf(bytes) {
  const parts = new Map((await unzip(bytes)).map(entry => [entry.name, entry.bytes]))
  const relations = relationsOf(parts)
  return bodyOf(parts.get(BODY).toString('utf8')).elements.flatMap(element => {
    if (element.startsWith('<w:tbl')) {
      const rows = [...element.matchAll(/<w:tr[ >].*?<\/w:tr>/gsu)].map(([row]) => [...row.matchAll(/<w:tc[ >].*?<\/w:tc>/gsu)].map(([cell]) => plainText(cell))) // prettier-ignore
      return [{ rows }]
    }
    const pictures = [...element.matchAll(/r:embed="([^"]+)"/gu)].flatMap(([, id]) => {
      const name = `word/${relations.get(id)}`
      return parts.has(name) ? [{ picture: parts.get(name), name }] : []
    })
    const style = /<w:pStyle w:val="([^"]+)"/u.exec(element)?.[1]
    const text = plainText(element)
    return [...(text === '' ? [] : [{ text, style }]), ...pictures]
  })
}

export function relationsOf(parts) {
  const xml = parts.get('word/_rels/document.xml.rels')?.toString('utf8') ?? ''
  return new Map(
    [...xml.matchAll(/<Relationship\s[^>]*>/gu)].map(([tag]) => [
      /\sId="([^"]+)"/u.exec(tag)?.[1],
      /\sTarget="([^"]+)"/u.exec(tag)?.[1]
    ])
  )
}

function escape(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function unescape(text) {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
}
