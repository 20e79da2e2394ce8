import { CHECKS } from '../../index.ts'
import { byCodePoint } from '../../support/order.ts'
import type { FindingQuery } from '../contract.ts'
import type { AuditIndex } from './index-audit.ts'

type Sort = FindingQuery['sort']

/** Positions of all findings in an order; made once for each. Equals stay in the order of the audit. */
export function findingOrder(index: AuditIndex, sort: Sort): Int32Array {
  const key = `findings ${sort}`
  const known = index.memo.get(key)
  if (known) return known
  const made = Int32Array.from(orderOf(index, sort))
  index.memo.set(key, made)
  return made
}

function orderOf(index: AuditIndex, sort: Sort): number[] {
  const { findings } = index.audit
  const all = findings.map((_, position) => position)
  switch (sort) {
    case 'first': {
      const looked = index.looks().ordered.map(({ finding }) => index.findingAt.get(finding.id)!)
      const known = new Set(looked)
      return [...looked, ...all.filter(position => !known.has(position))]
    }
    case 'firmness':
      return all.sort((a, b) => findings[b]!.firmness - findings[a]!.firmness || a - b)
    case 'check': {
      const rank = new Map(CHECKS.map(({ id }, place) => [id, place]))
      const of = (position: number): number => rank.get(findings[position]!.check) ?? CHECKS.length
      return all.sort((a, b) => of(a) - of(b) || a - b)
    }
    case 'places':
      return all.sort((a, b) => findings[b]!.places.length - findings[a]!.places.length || a - b)
    case 'path':
      return all.sort((a, b) => byCodePoint(findings[a]!.places[0]!.path, findings[b]!.places[0]!.path) || a - b) // prettier-ignore
  }
}
