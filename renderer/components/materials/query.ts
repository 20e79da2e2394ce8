import type { MaterialQuery } from '../../../src/desk/contract.ts'
import { CLASSES, PURPOSES } from '../../../src/model/audit.ts'
import { KINDS, STATUSES, TROUBLE_CODES } from '../../../src/model/kinds.ts'
import type { Query } from '../../router.ts'
import { listOf } from '../findings/query.ts'

export const SORTS = ['path', 'no', 'class', 'bytes', 'findings', 'entries'] as const
const COUNTED = ['file', 'embedded', 'inside'] as const

/** The filters an address asks for; whatever asks for more than a branch is asked of all below it. */
export function materialQueryOf(asked: Query): MaterialQuery {
  const nos = listOf(asked.nos).map(Number).filter(no => Number.isInteger(no) && no > 0) // prettier-ignore
  const filters = {
    ...(asked.search ? { search: asked.search.slice(0, 200) } : {}),
    ...some('class', CLASSES, asked.class),
    ...some('status', STATUSES, asked.status),
    ...some('kind', KINDS, asked.kind),
    ...some('purpose', PURPOSES, asked.purpose),
    ...some('trouble', TROUBLE_CODES, asked.trouble),
    ...(asked.activity ? { activity: asked.activity } : {}),
    ...(asked.indicator ? { indicator: asked.indicator } : {}),
    ...(nos.length > 0 ? { nos } : {}),
    ...(COUNTED.some(each => each === asked.counted)
      ? { counted: asked.counted as (typeof COUNTED)[number] }
      : {}),
    ...(asked.repeats === undefined ? {} : { repeats: asked.repeats === 'true' }),
    ...(asked.secret === undefined ? {} : { secret: asked.secret === 'true' })
  }
  return {
    ...filters,
    ...(asked.under ? { under: asked.under } : {}),
    flat: asked.flat === 'true' || Object.keys(filters).length > 0,
    sort: SORTS.find(each => each === asked.sort) ?? 'path'
  }
}

function some<K extends string, const T extends readonly string[]>(
  key: K,
  all: T,
  value: string | undefined
): { [P in K]?: T[number][] } {
  const items = listOf(value).filter((each): each is T[number] => all.includes(each))
  return items.length > 0 ? ({ [key]: items } as { [P in K]?: T[number][] }) : {}
}
