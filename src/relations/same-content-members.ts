import { isInsideDocument, type Material } from '../model/material.ts'
import { groupBy } from '../support/grouping.ts'
import { byCodePoint } from '../support/order.ts'

/** An archive of one file is that file in a wrapper: the equal bytes inside say so already. */
const LEAST_FILES = 2
/** Folders deeper than this are no copies of archives people make. */
const DEEPEST = 32

/** Sums of 48-bit numbers stay exact below it. */
const MODULUS = 2 ** 52

interface Bag {
  sum: number // commutative over contents, so that order and names do not matter
  count: number
}

/** By path, and the paths by sum. */
type Folders = Map<string, Bag> & { bySum: Map<number, string[]> }

/**
 * Archives that hold the same files as another archive, or as a folder beside or elsewhere (then the folder's
 * files are members too). `explained` names the files inside that are equal for this reason alone.
 */
export function findSameMembers(
  materials: readonly Material[],
  lookable: readonly number[]
): { groups: number[][]; explained: Map<number, string> } {
  // prettier-ignore
  const inside = groupBy(lookable, i => materials[i]!.parent ?? -1)
  const archives = lookable.filter(
    i => materials[i]!.kind === 'archive' && (inside.get(i)?.length ?? 0) >= LEAST_FILES
  )
  if (archives.length === 0) return { groups: [], explained: new Map() }
  const folders = foldersOf(materials, lookable)
  const groups: number[][] = []
  const explained = new Map<number, string>()
  const alike = groupBy(archives, i => contents(materials, inside.get(i)!).join('\n'))
  for (const [key, group] of alike) {
    const files = folderLike(group, key, materials, inside, folders)
    const different = new Set(group.map(i => materials[i]!.sha256)).size > 1
    if (files.length === 0 && !different) continue
    groups.push([...group, ...files].sort((x, y) => x - y))
    for (const holder of [...group.map(i => inside.get(i)!), files]) {
      const times = new Map<string, number>()
      for (const i of holder) {
        const { sha256 } = materials[i]!
        const time = times.get(sha256) ?? 0
        times.set(sha256, time + 1)
        explained.set(i, `=${groups.length}/${sha256}/${time}`)
      }
    }
  }
  return { groups, explained }
}

function contents(materials: readonly Material[], held: readonly number[]): string[] {
  return held.map(i => materials[i]!.sha256).sort(byCodePoint)
}

/** Every folder outside office files with the bag of what lies anywhere beneath it. */
function foldersOf(materials: readonly Material[], lookable: readonly number[]): Folders {
  const folders: Folders = Object.assign(new Map<string, Bag>(), { bySum: new Map<number, string[]>() })
  for (const i of lookable) {
    const { path, sha256, parent } = materials[i]!
    if (isInsideDocument(materials, materials[i]!)) continue
    const end = parent === undefined ? 0 : materials[parent]!.path.length + 2
    for (const folder of ancestors(path)) {
      if (folder.length < end) break
      const bag = folders.get(folder)
      if (bag) {
        bag.sum = (bag.sum + value(sha256)) % MODULUS
        bag.count++
      } else folders.set(folder, { sum: value(sha256), count: 1 })
    }
  }
  for (const [folder, { sum }] of folders) folders.bySum.set(sum, [...(folders.bySum.get(sum) ?? []), folder])
  return folders
}

/** Folders above a path, the innermost first. */
function ancestors(path: string): string[] {
  const found: string[] = []
  for (let at = path.lastIndexOf('/'); at > 0 && found.length < DEEPEST; at = path.lastIndexOf('/', at - 1))
    found.push(path.slice(0, at))
  return found
}

/** Files of a folder that holds just what these archives hold (the archives themselves may lie in it). */
function folderLike(
  group: readonly number[],
  key: string,
  materials: readonly Material[],
  inside: ReadonlyMap<number, number[]>,
  folders: Folders
): number[] {
  // prettier-ignore
  const held = inside.get(group[0]!)!
  const sum = held.reduce((total, i) => (total + value(materials[i]!.sha256)) % MODULUS, 0)
  const inGroup = new Set(group)
  const same = (folder: string): boolean => {
    const { sum: all, count } = folders.get(folder) ?? { sum: 0, count: 0 }
    const own = group.filter(i => materials[i]!.path.startsWith(`${folder}/`))
    const rest = own.reduce((left, i) => (left - value(materials[i]!.sha256) + MODULUS) % MODULUS, all)
    return count - own.length === held.length && rest === sum
  }
  const around = group.flatMap(i => ancestors(materials[i]!.path))
  const candidates = [...new Set([...(folders.bySum.get(sum) ?? []), ...around])]
    .filter(folder => same(folder) && !group.some(i => `${folder}/`.startsWith(`${materials[i]!.path}!/`)))
    .sort((a, b) => b.length - a.length || byCodePoint(a, b))
  for (const folder of candidates) {
    const files = [...materials.keys()].filter(i => {
      const { path, sha256, status, parent } = materials[i]!
      if (sha256 === '' || status === 'listed' || inGroup.has(i) || !path.startsWith(`${folder}/`))
        return false
      return parent === undefined || !materials[parent]!.path.startsWith(`${folder}/`)
    })
    if (contents(materials, files).join('\n') === key) return files
  }
  return []
}

/** 48 bits of a content hash as a number. */
function value(sha256: string): number {
  return parseInt(sha256.slice(0, 12), 16)
}
