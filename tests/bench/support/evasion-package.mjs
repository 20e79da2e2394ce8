import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { fromBuffer } from 'yauzl'
import { ZipFile } from 'yazl'

/**
 * A package in memory while it is transformed: `{ path, bytes, from }`, where `from` names the original files its
 * content came from. Archives are opened, so that what lies inside them is transformed as well; `a.zip!/b.docx`.
 */
export async function loadPackage(folder) {
  const files = []
  for (const path of list(folder)) await take(path, readFileSync(join(folder, path)), files)
  return files
}

async function take(path, bytes, files) {
  const entries = isArchive(path, bytes) ? await unzip(bytes).catch(() => undefined) : undefined
  if (!entries?.length) files.push({ path, bytes, from: [path] })
  else for (const { name, bytes: inner } of entries) await take(`${path}!/${name}`, inner, files)
}

/** Office files are zips too, told apart by the part every one of them has. */
function isArchive(path, bytes) {
  return isZip(bytes) && !bytes.includes('[Content_Types].xml')
}

export function isZip(bytes) {
  return bytes.length > 4 && bytes.readUInt32LE(0) === 0x04034b50
}

export async function savePackage(folder, files) {
  const held = new Map([['', []]]) // what each archive holds; '' is the folder itself
  const holder = archive => {
    if (!held.has(archive)) {
      held.set(archive, [])
      holder(parentOf(archive))
    }
    return held.get(archive)
  }
  for (const { path, bytes } of files) holder(parentOf(path)).push({ name: nameIn(path), bytes })
  // the innermost archives first, each becoming an entry of the one that holds it
  const depth = archive => (archive === '' ? 0 : archive.split('!/').length)
  for (const archive of [...held.keys()].sort((a, b) => depth(b) - depth(a)))
    if (archive !== '') holder(parentOf(archive)).push({ name: nameIn(archive), bytes: await zip(held.get(archive)) }) // prettier-ignore
  mkdirSync(folder, { recursive: true })
  for (const { name, bytes } of held.get('')) {
    mkdirSync(join(folder, dirname(name)), { recursive: true })
    writeFileSync(join(folder, name), bytes)
  }
}

function parentOf(path) {
  return path.slice(0, Math.max(0, path.lastIndexOf('!/')))
}

function nameIn(path) {
  return path.includes('!/') ? path.slice(path.lastIndexOf('!/') + 2) : path
}

/** Entries of a zip, in order; names in UTF-8 or, where that does not fit, as old Chinese tools write them. */
export function unzip(bytes) {
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true, decodeStrings: false }, (error, archive) => {
      if (error) return reject(error)
      const entries = []
      archive.on('error', reject).on('end', () => resolve(entries))
      archive.on('entry', entry => {
        const name = nameOf(entry.fileName)
        if (name.endsWith('/')) return archive.readEntry()
        archive.openReadStream(entry, (failed, stream) => {
          if (failed) return reject(failed)
          const parts = []
          stream
            .on('error', reject)
            .on('data', part => parts.push(part))
            .on('end', () => {
              entries.push({ name, bytes: Buffer.concat(parts) })
              archive.readEntry()
            })
        })
      })
      archive.readEntry()
    })
  })
}

function nameOf(raw) {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw)
  } catch {
    return new TextDecoder('gb18030').decode(raw)
  }
}

/** A zip whose entries carry one and the same time, so that the same content gives the same bytes. */
export async function zip(entries) {
  const archive = new ZipFile()
  const parts = []
  const done = new Promise((resolve, reject) => archive.outputStream.on('data', part => parts.push(part)).on('end', resolve).on('error', reject)) // prettier-ignore
  for (const { name, bytes } of entries)
    archive.addBuffer(Buffer.from(bytes), name, { mtime: new Date(2020, 0, 1), mode: 0o100644 })
  archive.end()
  await done
  return Buffer.concat(parts)
}

/** Parts of an office file by name, changed by `edit(parts)`, packed again. */
export async function editOffice(bytes, edit) {
  const parts = new Map((await unzip(bytes)).map(entry => [entry.name, entry.bytes]))
  await edit(parts)
  return zip([...parts].map(([name, part]) => ({ name, bytes: part })))
}

/** What a file is, by its content; endings lie (a web page or a workbook of 2007 named .xls). */
export function formatOf({ path, bytes }) {
  const ending = posix.extname(path).toLowerCase()
  if (bytes.length === 0 || posix.basename(path).startsWith('~$')) return 'other'
  if (isZip(bytes)) {
    if (bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1') < 0) return 'other' // cut short
    if (bytes.includes('word/document.xml')) return 'docx'
    return bytes.includes('xl/workbook.xml') ? 'xlsx' : 'other'
  }
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') return 'pdf'
  if (bytes.subarray(0, 3).toString('hex') === 'ffd8ff') return 'jpeg'
  if (bytes.subarray(0, 4).toString('hex') === '89504e47') return 'png'
  if (bytes.subarray(8, 12).toString('latin1') === 'WEBP') return 'webp'
  if (['49492a00', '4d4d002a'].includes(bytes.subarray(0, 4).toString('hex'))) return 'tiff'
  if (bytes.subarray(0, 8).toString('hex') === 'd0cf11e0a1b11ae1') return ending === '.xls' ? 'xls' : 'other'
  if (ending === '.csv') return 'csv'
  if (ending === '.xls') return /<table/iu.test(bytes.subarray(0, 2000).toString('utf8')) ? 'html' : 'other'
  return ending === '.txt' ? 'txt' : 'other'
}

export const PICTURES = ['jpeg', 'png', 'webp', 'tiff']
export const TABLES = ['xlsx', 'csv', 'html', 'xls']

/** Text of a csv or txt file. */
export function textOf(bytes) {
  const start = bytes.subarray(0, 3).toString('hex') === 'efbbbf' ? 3 : 0
  return nameOf(bytes.subarray(start))
}

/**
 * How paths of an audit of the transformed package are called in the original: each new path, with the original
 * paths its content came from. What is embedded in a file keeps its own name inside it.
 */
export function originsOf(files) {
  const known = new Map(files.map(file => [file.path, file]))
  return path => {
    const steps = path.split('!/')
    for (let kept = steps.length; kept > 0; kept--) {
      const file = known.get(steps.slice(0, kept).join('!/'))
      if (!file) continue
      const inner = steps.slice(kept)
      if (inner.length === 0) return file.from
      const embedded = file.embedded?.get(inner.join('!/'))
      return embedded ? [embedded] : file.from.map(each => [each, ...inner].join('!/'))
    }
    return []
  }
}

/** Original files whose content now stands elsewhere or in other bytes. */
export function changedOf(before, after) {
  const outcomes = new Map()
  for (const { path, bytes, from } of after)
    for (const each of from) outcomes.set(each, [...(outcomes.get(each) ?? []), { path, hash: hash(bytes) }])
  return before.filter(({ path, bytes }) => {
    const now = outcomes.get(path) ?? []
    return now.length !== 1 || now[0].path !== path || now[0].hash !== hash(bytes)
  }).map(({ path }) => path) // prettier-ignore
}

function hash(bytes) {
  return createHash('sha256').update(bytes).digest('hex')
}

/** No two files under one path: a later one gets a number. */
export function distinctPaths(files) {
  const taken = new Set()
  return files.map(file => {
    const ending = posix.extname(file.path)
    const stem = file.path.slice(0, file.path.length - ending.length)
    let path = file.path
    for (let i = 2; taken.has(path); i++) path = `${stem}_${i}${ending}`
    taken.add(path)
    return { ...file, path }
  })
}

/** Last part of a path in its folder or archive, and what comes before it. */
export function split(path) {
  const at = Math.max(path.lastIndexOf('/') + 1, 0)
  return [path.slice(0, at), path.slice(at)]
}

/** Names by which programs' own files are known; renaming one only makes it a file that cannot be read. */
export function isSystem(path) {
  const [, name] = split(path)
  return name === 'Thumbs.db' || name.startsWith('~$')
}

function list(folder, prefix = '') {
  return readdirSync(join(folder, prefix), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(entry => {
      const path = posix.join(prefix, entry.name)
      return entry.isDirectory() ? list(folder, path) : [path]
    })
}

/** Numbers that follow from a text alone. */
export function numbers(seed) {
  let state = createHash('sha256').update(String(seed)).digest().readUInt32LE(0)
  return below => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 4_294_967_296) * below)
  }
}

export function shuffled(items, random) {
  const copy = [...items]
  for (let i = copy.length - 1; i > 0; i--) {
    const j = random(i + 1)
    ;[copy[i], copy[j]] = [copy[j], copy[i]]
  }
  return copy
}
