import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, extname, join, posix } from 'node:path'
import { runnerImport } from 'vite'

/**
 * The same package in other clothes. Each returns where it stands and how a path in its audit is called in the
 * original.
 */
export async function makeVariants(source, folder, root, seed) {
  const { writeZip } = (await runnerImport(join(root, 'src/sample/writers/zip.ts'))).module
  const { encodeGb18030 } = (await runnerImport(join(root, 'src/sample/writers/gb18030.ts'))).module
  const files = list(source)

  const zip = join(folder, 'zipped.zip')
  const entries = files.map(path => ({ name: encodeGb18030(path), bytes: readFileSync(join(source, path)), modified: '2024-12-01T09:00:00' })) // prettier-ignore
  mkdirSync(folder, { recursive: true })
  writeFileSync(zip, writeZip(entries))

  const neutral = join(folder, 'neutral')
  const original = new Map()
  shuffled(files, seed).forEach((path, i) => {
    const name = basename(path)
    const keeps = name === 'Thumbs.db' || name.startsWith('~$') // known by their names alone
    const path2 = keeps
      ? path
      : posix.join(dirname(path), `f${String(i + 1).padStart(4, '0')}${extname(name)}`)
    original.set(path2, path)
    mkdirSync(join(neutral, dirname(path2)), { recursive: true })
    writeFileSync(join(neutral, path2), readFileSync(join(source, path)))
  })

  const moved = join(folder, '搬到别处', basename(source))
  cpSync(source, moved, { recursive: true })

  return [
    { name: 'zipped with GBK names', path: zip, originalPath: path => path.replace(/^[^!]*?!\//u, '') },
    { name: 'files given neutral names', path: neutral, originalPath: path => rename(path, original) },
    { name: 'moved', path: moved, originalPath: path => path }
  ]
}

function rename(path, original) {
  const [outer, ...inner] = path.split('!/')
  return [original.get(outer) ?? outer, ...inner].join('!/')
}

function list(folder, prefix = '') {
  return readdirSync(join(folder, prefix), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(entry => {
      const path = posix.join(prefix, entry.name)
      return entry.isDirectory() ? list(folder, path) : [path]
    })
}

/** A fixed shuffle: which file gets which number must not follow the old order. */
function shuffled(items, seed) {
  const copy = [...items]
  let state = (seed + 1) >>> 0
  for (let i = copy.length - 1; i > 0; i--) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    const j = state % (i + 1)
    ;[copy[i], copy[j]] = [copy[j], copy[i]]
  }
  return copy
}
