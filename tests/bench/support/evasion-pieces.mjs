import { posix } from 'node:path'
import { distinctPaths, editOffice, formatOf, split, TABLES, unzip } from './evasion-package.mjs'
import { bodyOf, editBody, plainText, relationsOf, withElements } from './evasion-documents.mjs'
import { entriesOf, headerAt, readSheets, writeSheets } from './evasion-tables.mjs'

/** One file into many, many into one. */

const PIECES = 50
/** What is shorter is one page; nobody gains by cutting it. */
const LEAST_ENTRIES = 10
const LEAST_PARAGRAPHS = 6

/** Ledgers row by row and documents paragraph by paragraph over as many as fifty files, title and header in each. */
export async function splitFiles(files) {
  const after = []
  let eligible = 0
  for (const file of files) {
    const pieces = TABLES.includes(formatOf(file)) ? await splitLedger(file) : formatOf(file) === 'docx' ? await splitDocument(file) : [] // prettier-ignore
    if (pieces.length < 2) after.push(file)
    else {
      eligible++
      const [folder, name] = split(file.path)
      const ending = posix.extname(name)
      pieces.forEach(
        ({ bytes, embedded }, i) =>
        after.push({ path: `${folder}${name.slice(0, name.length - ending.length)}-${String(i + 1).padStart(2, '0')}${ending}`, bytes, from: file.from, ...(embedded ? { embedded } : {}) }) // prettier-ignore
      )
    }
  }
  return { files: distinctPaths(after), eligible }
}

async function splitLedger(file) {
  const [sheet, ...others] = await readSheets(file)
  const entries = sheet ? entriesOf(sheet.rows) : []
  if (entries.length < LEAST_ENTRIES) return []
  const top = sheet.rows.slice(0, headerAt(sheet.rows) + 1)
  const format = formatOf(file)
  const pieces = []
  for (const [i, rows] of portions(entries).entries()) {
    const own = { ...sheet, rows: [...top, ...rows] }
    pieces.push({ bytes: await writeSheets(i === 0 ? [own, ...others] : [own], format) })
  }
  return pieces
}

async function splitDocument(file) {
  const parts = new Map((await unzip(file.bytes)).map(entry => [entry.name, entry.bytes]))
  const { elements } = bodyOf(parts.get('word/document.xml').toString('utf8'))
  const title = elements.findIndex(element => plainText(element) !== '')
  const rest = elements.slice(title + 1)
  if (rest.filter(element => plainText(element) !== '').length < LEAST_PARAGRAPHS) return []
  const relations = relationsOf(parts)
  return Promise.all(
    portions(rest).map(async portion => {
      const used = new Set([...portion.join('').matchAll(/r:embed="([^"]+)"/gu)].map(([, id]) => `word/${relations.get(id)}`)) // prettier-ignore
      const bytes = await editBody(file.bytes, (_, own) => {
        for (const name of [...own.keys()]) if (name.startsWith('word/media/') && !used.has(name)) own.delete(name) // prettier-ignore
        return [...elements.slice(0, title + 1), ...portion]
      })
      return { bytes }
    })
  )
}

function portions(items) {
  const count = Math.min(PIECES, items.length)
  return Array.from({ length: count }, (_, i) =>
    items.slice(Math.floor((i * items.length) / count), Math.floor(((i + 1) * items.length) / count))
  )
}

/** All documents of a folder in one document, all ledgers of a folder as sheets of one workbook. */
export async function mergeFiles(files) {
  const groups = new Map()
  for (const file of files) {
    const format = formatOf(file)
    const kind = format === 'docx' ? 'docx' : TABLES.includes(format) ? 'table' : undefined
    if (!kind) continue
    const key = `${split(file.path)[0]}\n${kind}`
    groups.set(key, [...(groups.get(key) ?? []), file])
  }
  const merged = []
  const gone = new Set()
  for (const [key, members] of groups) {
    if (members.length < 2) continue
    const [folder, kind] = key.split('\n')
    merged.push(
      kind === 'docx'
        ? await mergeDocuments(`${folder}材料汇编.docx`, members)
        : await mergeLedgers(`${folder}台账汇总.xlsx`, members)
    )
    for (const { path } of members) gone.add(path)
  }
  return { files: distinctPaths([...files.filter(({ path }) => !gone.has(path)), ...merged]), eligible: gone.size } // prettier-ignore
}

async function mergeLedgers(path, members) {
  const sheets = []
  for (const member of members) {
    const [, name] = split(member.path)
    for (const sheet of await readSheets(member))
      sheets.push({ ...sheet, name: sheetName(name, sheets.length) })
  }
  return { path, bytes: await writeSheets(sheets, 'xlsx'), from: members.flatMap(({ from }) => from) }
}

/** 31 characters without what sheet names may not hold; a number keeps them apart. */
function sheetName(name, number) {
  return `${number + 1} ${name.replace(/\.\w+$/u, '').replace(/[*?:\\/[\]]/gu, ' ')}`.slice(0, 31)
}

async function mergeDocuments(path, members) {
  const embedded = new Map()
  const [first, ...others] = members
  for (const { name } of await unzip(first.bytes))
    if (name.startsWith('word/media/')) embedded.set(name, `${first.from[0]}!/${name}`)
  const bytes = await editOffice(first.bytes, async parts => {
    const xml = parts.get('word/document.xml').toString('utf8')
    const elements = [...bodyOf(xml).elements]
    let relations = parts.get('word/_rels/document.xml.rels').toString('utf8')
    for (const [i, member] of others.entries()) {
      const theirs = new Map((await unzip(member.bytes)).map(entry => [entry.name, entry.bytes]))
      const targets = relationsOf(theirs)
      const body = bodyOf(theirs.get('word/document.xml').toString('utf8')).elements.join('')
      elements.push(body.replace(/r:embed="([^"]+)"/gu, (_, id) => {
        const old = `word/${targets.get(id)}`
        const name = `word/media/m${i + 2}_${posix.basename(old)}`
        if (theirs.has(old) && !parts.has(name)) {
          parts.set(name, theirs.get(old))
          embedded.set(name, `${member.from[0]}!/${old}`)
          relations = relations.replace('</Relationships>', `<Relationship Id="m${i + 2}${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/${posix.basename(name)}"/></Relationships>`)
        }
        return `r:embed="m${i + 2}${id}"`
      })) // prettier-ignore
    }
    parts.set('word/document.xml', Buffer.from(withElements(xml, elements)))
    parts.set('word/_rels/document.xml.rels', Buffer.from(relations))
  })
  return { path, bytes, from: members.flatMap(({ from }) => from), embedded }
}
