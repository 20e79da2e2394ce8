import type { Declaration } from '../../../src/desk/contract.ts'
import type { Finding } from '../../../src/model/audit.ts'

/** Whether a declaration of the unit speaks of a finding: of its check, and of a branch one of its places lies in. */
export function speaksOf(
  { checks, under }: Declaration,
  { check, places }: Pick<Finding, 'check' | 'places'>
): boolean {
  if (checks && checks.length > 0 && !checks.includes(check)) return false
  if (!under) return true
  return places.some(({ path }) => path === under || path.startsWith(`${under.replace(/\/$/u, '')}/`) || path.startsWith(`${under}!/`)) // prettier-ignore
}
