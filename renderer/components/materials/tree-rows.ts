import type { Branch } from '../../../src/desk/contract.ts'

/** A branch as a line of the tree. */
export interface TreeRow {
  branch: Branch
  depth: number
  open: boolean
  /** Undefined until it was looked into. */
  hasChildren: boolean | undefined
  /** Branches that were not sent, as there are too many. */
  more: number
}

/** What is known of a branch's own branches. */
export interface Inside {
  branches: readonly Branch[]
  more: number
}

/** The lines in sight: the root, and under every open branch its own, in their order. */
export function treeRows(
  root: Branch | undefined,
  inside: ReadonlyMap<string, Inside>,
  open: ReadonlySet<string>
): TreeRow[] {
  const rows: TreeRow[] = []
  const add = (branch: Branch, depth: number): void => {
    const own = inside.get(branch.path)
    const isOpen = open.has(branch.path)
    rows.push({
      branch,
      depth,
      open: isOpen,
      hasChildren: own && own.branches.length > 0,
      more: own?.more ?? 0
    })
    if (isOpen) for (const each of own?.branches ?? []) add(each, depth + 1)
  }
  if (root) add(root, 0)
  return rows
}

/** The branches a path lies in, from the root down: `甲/乙.zip!/丙` lies in ``, `甲`, `甲/乙.zip`. */
export function branchesOf(path: string): string[] {
  const found = ['']
  for (const [at, character] of [...path].entries()) {
    if (character !== '/') continue
    const before = [...path].slice(0, at).join('')
    found.push(before.endsWith('!') ? before.slice(0, -1) : before)
  }
  return found
}
