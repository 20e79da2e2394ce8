import { posix } from 'node:path'
import { distinctPaths, isSystem, numbers, shuffled, split } from './evasion-package.mjs'

/** Transforms of names and places alone: not one byte of any file changes. */

/** Every trace file becomes an acceptance report by its name. */
export function renameTrace(files, { truth }) {
  const eligible = files.filter(({ path }) => truth.classes[path]?.class === 'trace' && !isSystem(path))
  const names = new Map(
    eligible.map(({ path }, i) => {
      const [folder, name] = split(path)
      return [path, `${folder}${i % 2 ? '第三方验收报告' : '验收报告'}${i + 1}${posix.extname(name)}`]
    })
  )
  return { files: renamed(files, path => names.get(path) ?? path), eligible: eligible.length }
}

/** One folder of the package, the one with most files, and every folder in it are called something from above. */
export function renameFolder(files) {
  const counts = new Map()
  for (const { path } of files) {
    const top = path.split('!/')[0].split('/')
    if (top.length > 1) counts.set(top[0], (counts.get(top[0]) ?? 0) + 1)
  }
  const [largest] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0] ?? []
  return calledFromAbove(files, path => path.startsWith(`${largest}/`))
}

export function renameFolders(files) {
  return calledFromAbove(files, () => true)
}

/** Folders keep their code and their day, which say where they count, and are called something from above. */
function calledFromAbove(files, isMeant) {
  const called = new Map()
  const siblings = new Map()
  const newName = (parent, name) => {
    const key = `${parent}/${name}`
    if (!called.has(key)) {
      const kept = /^(?:\d{4}[-.年]\d{1,2}[-.月]\d{1,2}日?|\d{4}年\d{1,2}月|\d[\d-]*)?[ _、.]?/u.exec(name)[0]
      const stem = `${kept}${called.size % 2 ? '上级文件' : '来文'}`
      const times = siblings.get(`${parent}/${stem}`) ?? 0
      siblings.set(`${parent}/${stem}`, times + 1)
      called.set(key, times ? `${stem}${times + 1}` : stem)
    }
    return called.get(key)
  }
  const rename = path => {
    if (!isMeant(path)) return path
    const [outer, ...inner] = path.split('!/')
    const steps = outer.split('/')
    const folders = steps.slice(0, -1)
    return [[...folders.map((name, i) => newName(folders.slice(0, i).join('/'), name)), steps.at(-1)].join('/'), ...inner].join('!/') // prettier-ignore
  }
  return { files: renamed(files, rename), eligible: files.filter(({ path }) => isMeant(path) && path.split('!/')[0].includes('/')).length } // prettier-ignore
}

/** Neutral names in their old folders, numbered in an order that tells nothing. */
export function neutralNames(files, { seed }) {
  const eligible = files.filter(({ path }) => !isSystem(path))
  const numbered = new Map(shuffled(eligible, numbers(`neutral ${seed}`)).map(({ path }, i) => [path, i + 1]))
  const rename = path => {
    if (!numbered.has(path)) return path
    const [folder, name] = split(path)
    return `${folder}f${String(numbered.get(path)).padStart(4, '0')}${posix.extname(name)}`
  }
  return { files: renamed(files, rename), eligible: eligible.length }
}

/** All in one folder, archives opened. */
export function flat(files) {
  const eligible = files.filter(({ path }) => path.includes('/'))
  return { files: renamed(files, path => split(path)[1]), eligible: eligible.length }
}

/** Each outermost folder in an archive of its own, all of these in one archive. */
export function nestedZips(files) {
  const rename = path => {
    const at = path.indexOf('/')
    return at < 0 || path.slice(0, at).endsWith('!') ? `全部材料.zip!/其他.zip!/${path}` : `全部材料.zip!/${path.slice(0, at)}.zip!/${path.slice(at + 1)}` // prettier-ignore
  }
  return { files: renamed(files, rename), eligible: files.length }
}

function renamed(files, rename) {
  return distinctPaths(files.map(file => ({ ...file, path: rename(file.path) })))
}
