import type { Audit, MaterialRecord } from '../../model/audit.ts'
import { byCodePoint } from '../../support/order.ts'

/** Sums over all that lies below a folder, an archive, or a document that holds others; '' is the package. */
export interface BranchSums {
  files: number
  byClass: Record<string, number>
  entries: number
  bytes: number
  findings: number
  troubles: number
  kept: number
}

export interface Branches {
  sums: Map<string, BranchSums>
  /** Branches right below each. */
  below: Map<string, string[]>
  /** Materials right below each, by their index. */
  within: Map<string, number[]>
}

/** The branch a path lies in: its folder, the archive or document around it, or '' for the package. */
export function branchOf(path: string): string {
  const cut = path.lastIndexOf('/')
  if (cut < 0) return ''
  return path[cut - 1] === '!' ? path.slice(0, cut - 1) : path.slice(0, cut)
}

/** Whether a path is, or lies below, a branch. */
export function isUnder(path: string, branch: string): boolean {
  return branch === '' || path === branch || path.startsWith(`${branch}/`) || path.startsWith(`${branch}!/`)
}

/** All branches of a package with their sums. `findingsAt`: materials (by index) that each finding names. */
export function branchesOf({ materials }: Audit, findingsAt: readonly (readonly number[])[]): Branches {
  const sums = new Map<string, BranchSums>([['', none()]])
  const below = new Map<string, string[]>()
  const within = new Map<string, number[]>()
  const parents = materials.map(({ path }) => branchOf(path))
  const documents = new Set(materials.filter(({ kind }) => kind !== 'archive').map(({ path }) => path))
  const enter = (branch: string): void => {
    if (sums.has(branch)) return
    sums.set(branch, none())
    const above = branchOf(branch)
    put(below, above, branch)
    enter(above)
  }
  materials.forEach((material, index) => {
    const parent = parents[index]!
    put(within, parent, index)
    enter(parent)
    const inDocument = isInDocument(material.path, documents)
    for (let branch = parent; ; branch = branchOf(branch)) {
      add(sums.get(branch)!, material, inDocument)
      if (branch === '') break
    }
  })
  for (const named of findingsAt) {
    const touched = new Set<string>()
    for (const index of named)
      for (let branch = parents[index]!; !touched.has(branch); branch = branchOf(branch)) {
        touched.add(branch)
        if (branch === '') break
      }
    for (const branch of touched) sums.get(branch)!.findings++
  }
  for (const list of below.values()) list.sort(byCodePoint)
  return { sums, below, within }
}

function none(): BranchSums {
  return { files: 0, byClass: {}, entries: 0, bytes: 0, findings: 0, troubles: 0, kept: 0 }
}

/** Files as handed in: an archive is its contents, and what stands in a document is part of that. */
function add(sum: BranchSums, material: MaterialRecord, inDocument: boolean): void {
  if (material.trouble) sum.troubles++
  sum.entries += material.amount.entries
  if (inDocument || material.kind === 'archive' || material.status === 'listed') return
  sum.files++
  sum.bytes += material.bytes
  if (material.keep) sum.kept++
  sum.byClass[material.class] = (sum.byClass[material.class] ?? 0) + 1
}

function isInDocument(path: string, documents: ReadonlySet<string>): boolean {
  for (let cut = path.indexOf('!/'); cut >= 0; cut = path.indexOf('!/', cut + 2))
    if (documents.has(path.slice(0, cut))) return true
  return false
}

function put<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
