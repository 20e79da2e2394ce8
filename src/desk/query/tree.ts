import type { Branch, Output } from '../contract.ts'
import { DeskError } from '../desk-error.ts'
import type { AuditIndex } from './index-audit.ts'

/** The contract's ceiling of one level. */
const MOST = 2000

/** A branch with its sums, and those right below it in order of name. */
export function treeOf(index: AuditIndex, path: string): Output<'tree'> {
  const { sums, below } = index.branches()
  if (!sums.has(path)) throw new DeskError('bad-input', 'no such branch')
  const under = below.get(path) ?? []
  return {
    branch: branch(index, path),
    branches: under.slice(0, MOST).map(each => branch(index, each)),
    more: Math.max(0, under.length - MOST)
  }
}

function branch(index: AuditIndex, path: string): Branch {
  const at = index.recordAt.get(path)
  return {
    path,
    name: path === '' ? index.audit.package.name : path.slice(path.lastIndexOf('/') + 1),
    ...(at !== undefined && { no: index.audit.materials[at]!.no }),
    ...index.branches().sums.get(path)!
  }
}
