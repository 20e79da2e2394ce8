import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DECIDED, findingQuery, type FindingQuery } from '../../../src/desk/contract.ts'
import { nextFinding } from '../../../src/desk/query/finding-view.ts'
import { findingsPage, selectFindings } from '../../../src/desk/query/findings.ts'
import {
  indexAudit,
  NOBODY,
  stateOf,
  type People,
  type Standing
} from '../../../src/desk/query/index-audit.ts'
import { OWNERS, STRENGTHS } from '../../../src/model/audit.ts'
import { CHECKS } from '../../../src/index.ts'
import { largeAudit } from '../../support/large-audit.ts'

const audit = largeAudit(300, 200)
const index = indexAudit(audit)
const standings = new Map(audit.findings.map(({ id }, i): [string, Standing] => [id, { state: DECIDED[i % DECIDED.length]! }])) // prettier-ignore
const people: People = { ...NOBODY, standings }

const some = <T>(values: readonly T[]) => fc.option(fc.uniqueArray(fc.constantFrom(...values), { maxLength: 3 }), { nil: undefined }) // prettier-ignore
const queries = fc.record({
  check: some(CHECKS.map(({ id }) => id)),
  owner: some(OWNERS),
  strength: some(STRENGTHS),
  decision: some(DECIDED),
  under: fc.option(fc.constantFrom('0-类', '1-类/1', '', '0-类/0/包0.zip'), { nil: undefined }),
  no: fc.option(fc.integer({ min: 1, max: 300 }), { nil: undefined }),
  search: fc.option(fc.constantFrom('文件1', 'file', '不会有的字', '类 文件'), { nil: undefined }),
  group: fc.constantFrom('none', 'family', 'check', 'owner', 'strength', 'decision'),
  sort: fc.constantFrom('first', 'firmness', 'check', 'places', 'path')
})
const parsed = (query: object): FindingQuery =>
  findingQuery.parse(Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined)))

describe('findings asked for', () => {
  it('are those that pass every filter, each once, and counts of a facet are what it alone would let in', () => {
    fc.assert(
      fc.property(queries, raw => {
        const query = parsed(raw)
        const { positions, facets, groups } = selectFindings(index, people, query)
        expect(new Set(positions).size).toBe(positions.length)
        const { total: alone } = findingsPage(index, people, {
          query: { ...query, owner: [] },
          offset: 0,
          limit: 1
        })
        expect(Object.values(facets.owner).reduce((sum, each) => sum + each, 0)).toBe(alone)
        for (const owner of OWNERS) {
          const only = selectFindings(index, people, { ...query, owner: [owner] }).positions.length
          expect(facets.owner[owner] ?? 0).toBe(only)
        }
        for (const position of positions) {
          const { owner, check, strength, id, places } = audit.findings[position]!
          if (query.owner?.length) expect(query.owner).toContain(owner)
          if (query.check?.length) expect(query.check).toContain(check)
          if (query.strength?.length) expect(query.strength).toContain(strength)
          if (query.decision?.length) expect(query.decision).toContain(stateOf(people, id))
          if (query.under) expect(places.some(({ path }) => path.startsWith(query.under!))).toBe(true)
        }
        expect(groups.reduce((sum, each) => sum + each.count, 0)).toBe(
          query.group === 'none' ? 0 : positions.length
        )
        for (const { key, count, start } of groups) {
          const { rows } = findingsPage(index, people, { query, offset: start, limit: count })
          expect(new Set(rows.map(({ group }) => group))).toEqual(new Set([key]))
        }
      }),
      { numRuns: 150 }
    )
  })

  it('are walked whole by “next”, forwards and backwards', () => {
    fc.assert(
      fc.property(queries, raw => {
        const query = parsed({ ...raw, group: 'none' })
        const ids = selectFindings(index, people, query).positions.map(
          position => audit.findings[position]!.id
        )
        const walk = (back: boolean): string[] => {
          const seen: string[] = []
          for (
            let id = nextFinding(index, people, { query, back, open: false }).id;
            id;
            id = nextFinding(index, people, { id, query, back, open: false }).id
          )
            seen.push(id)
          return seen
        }
        expect(walk(false)).toEqual(ids)
        expect(walk(true)).toEqual([...ids].reverse())
      }),
      { numRuns: 30 }
    )
  })

  it('come first by where to look first, those of nobody last', () => {
    const { rows } = findingsPage(index, NOBODY, { query: parsed({}), offset: 0, limit: 500 })
    const owners = rows.map(({ owner }) => owner === 'nobody')
    expect(owners.indexOf(true)).toBe(owners.filter(each => !each).length)
  })

  it('are found by what they say in either language', () => {
    const total = (search: string): number =>
      findingsPage(index, NOBODY, { query: parsed({ search }), offset: 0, limit: 1 }).total
    expect(total('重复的文件')).toBe(total('DUPLICATE FILES'))
    expect(total('重复的文件')).toBeGreaterThan(0)
    expect(total('没有这样的话')).toBe(0)
  })
})
