import { describe, expect, it } from 'vitest'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { findingQuery, materialQuery, type Branch, type PackageState } from '../../src/desk/contract.ts'
import { speaksOf } from '../../renderer/components/findings/declared.ts'
import { findingQueryOf, toggled } from '../../renderer/components/findings/query.ts'
import { ruleOf } from '../../renderer/components/findings/rule-section.ts'
import { materialQueryOf } from '../../renderer/components/materials/query.ts'
import { branchesOf, treeRows } from '../../renderer/components/materials/tree-rows.ts'
import { queueOrdered } from '../../renderer/components/queue-order.ts'

describe('what an address asks of a list', () => {
  it('reads filters of findings, and the desk takes what comes of it', () => {
    const query = findingQueryOf({ decision: 'open,reopened', check: 'reused-pictures', no: '7', search: '清淤', group: 'family', id: 'x' }) // prettier-ignore
    expect(query).toEqual({ decision: ['open', 'reopened'], check: ['reused-pictures'], no: 7, search: '清淤', group: 'family', sort: 'first' }) // prettier-ignore
    expect(findingQuery.parse(query)).toEqual(query)
  })

  it('passes over what a stranger wrote into an address', () => {
    expect(findingQueryOf({ strength: 'loud', no: '-3', sort: 'share', group: '' })).toEqual({ group: 'none', sort: 'first' }) // prettier-ignore
    expect(materialQueryOf({ class: 'gold', nos: 'a,-1', sort: 'share' })).toEqual({
      flat: false,
      sort: 'path'
    })
  })

  it('asks for all below a branch as soon as something is filtered', () => {
    const query = materialQueryOf({ under: '照片', class: 'trace', nos: '3,4' })
    expect(query).toEqual({ under: '照片', class: ['trace'], nos: [3, 4], flat: true, sort: 'path' })
    expect(materialQuery.parse(query)).toEqual(query)
  })

  it('adds and takes away one value of a filter', () => {
    expect(toggled(undefined, 'open')).toBe('open')
    expect(toggled('open,reopened', 'open')).toBe('reopened')
    expect(toggled('open', 'open')).toBeUndefined()
  })
})

describe('the tree of materials', () => {
  const branch = (path: string): Branch => ({ path, name: path, files: 1, byClass: {}, entries: 0, bytes: 0, findings: 0, troubles: 0, kept: 0 }) // prettier-ignore

  it('shows the branches of what is open, in their order, and no others', () => {
    const inside = new Map([
      ['', { branches: [branch('甲'), branch('乙')], more: 0 }],
      ['甲', { branches: [branch('甲/丙')], more: 3 }]
    ])
    const rows = treeRows(branch(''), inside, new Set(['', '甲']))
    expect(rows.map(({ branch: { path }, depth, hasChildren }) => [path, depth, hasChildren])).toEqual([
      ['', 0, true],
      ['甲', 1, true],
      ['甲/丙', 2, undefined],
      ['乙', 1, undefined]
    ])
    expect(rows[1]!.more).toBe(3)
  })

  it('knows what a path lies in, containers among it', () => {
    expect(branchesOf('甲/乙.zip!/丙/丁.jpg')).toEqual(['', '甲', '甲/乙.zip', '甲/乙.zip!/丙'])
  })
})

describe('beside a finding', () => {
  const finding = { check: 'one-session-pictures', places: [{ path: '走访/5月/1.jpg' }] }

  it('shows a declaration of its check and its branch only', () => {
    const declaration = { id: '1', text: '集中拍摄', at: '2024-05-04T10:00:00' }
    expect(speaksOf(declaration, finding)).toBe(true)
    expect(speaksOf({ ...declaration, under: '走访/5月' }, finding)).toBe(true)
    expect(speaksOf({ ...declaration, under: '走访/5' }, finding)).toBe(false)
    expect(speaksOf({ ...declaration, checks: ['duplicate-files'] }, finding)).toBe(false)
  })

  it.each(['zh', 'en'])('tells the rule from the help page, as words without markup (%s)', language => {
    const page = readFileSync(resolve(import.meta.dirname, `../../resources/help/${language}/one-session-pictures.md`), 'utf8') // prettier-ignore
    const rule = ruleOf(page)
    expect(rule.length).toBeGreaterThan(0)
    expect(rule.join('\n')).toContain('整治形式主义')
    expect(rule.join('\n')).not.toMatch(/[*#`]|\]\(/u)
  })

  it('says nothing of a rule where a page is shaped otherwise', () => {
    expect(ruleOf('no sections')).toEqual([])
  })
})

describe('the queue', () => {
  const state = (name: string, findings: number): PackageState => ({ package: name, location: { location: name, name, shown: name, kind: 'folder' }, state: 'done', saved: false, findings }) // prettier-ignore

  it('stands in the order added or by name, whatever was found', () => {
    const packages = [state('乙镇10', 1), state('乙镇2', 90), state('甲镇', 5)]
    expect(queueOrdered(packages, 'added')).toEqual(packages)
    expect(queueOrdered(packages, 'name').map(({ package: id }) => id)).toEqual(['甲镇', '乙镇2', '乙镇10'])
  })
})
