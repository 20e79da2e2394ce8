import type { PackageState } from '../../src/desk/contract.ts'

/** Ways to order the queue. There is none by share or by findings: no table here ranks units. */
export const QUEUE_ORDERS = ['added', 'name'] as const
export type QueueOrder = (typeof QUEUE_ORDERS)[number]

export function queueOrdered(packages: readonly PackageState[], order: QueueOrder): PackageState[] {
  if (order === 'added') return [...packages]
  return [...packages].sort((a, b) =>
    a.location.name.localeCompare(b.location.name, 'zh-CN', { numeric: true })
  )
}
