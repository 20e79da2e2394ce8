import { DECIDED, FINDING_SORTS, type FindingQuery } from '../../../src/desk/contract.ts'
import { OWNERS, STRENGTHS } from '../../../src/model/audit.ts'
import type { Query } from '../../router.ts'

export const GROUPS = ['none', 'family', 'check', 'owner', 'strength', 'decision'] as const
export type Group = (typeof GROUPS)[number]

/** What findings are filtered by, each with its counts: in the order shown. */
export const FACETS = ['decision', 'family', 'check', 'strength', 'owner'] as const
export type Facet = (typeof FACETS)[number]

/** The filters an address asks for: `?decision=open,reopened&check=reused-pictures&search=清淤`. Unknown values are passed over. */
export function findingQueryOf(asked: Query): FindingQuery {
  const no = Number(asked.no)
  const ids = listOf(asked.ids)
  return {
    ...(asked.search ? { search: asked.search.slice(0, 200) } : {}),
    ...some('check', listOf(asked.check)),
    ...some('family', listOf(asked.family)),
    ...some('owner', known(OWNERS, asked.owner)),
    ...some('strength', known(STRENGTHS, asked.strength)),
    ...some('decision', known(DECIDED, asked.decision)),
    ...(Number.isInteger(no) && no > 0 ? { no } : {}),
    ...(asked.under ? { under: asked.under } : {}),
    ...some('ids', ids),
    group: GROUPS.find(each => each === asked.group) ?? 'none',
    sort: FINDING_SORTS.find(each => each === asked.sort) ?? 'first'
  }
}

/** The value of an address after one more or one fewer is asked for. */
export function toggled(value: string | undefined, item: string): string | undefined {
  const items = listOf(value)
  const next = items.includes(item) ? items.filter(each => each !== item) : [...items, item]
  return next.length > 0 ? next.join(',') : undefined
}

export function listOf(value: string | undefined): string[] {
  return value ? value.split(',').filter(Boolean) : []
}

function known<const T extends readonly string[]>(all: T, value: string | undefined): T[number][] {
  return listOf(value).filter((each): each is T[number] => all.includes(each))
}

function some<K extends string, T>(key: K, items: T[]): { [P in K]?: T[] } {
  return items.length > 0 ? ({ [key]: items } as { [P in K]?: T[] }) : {}
}
