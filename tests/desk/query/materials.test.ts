import { describe, expect, it } from 'vitest'
import { materialQuery } from '../../../src/desk/contract.ts'
import { branchOf, isUnder } from '../../../src/desk/query/branches.ts'
import { indexAudit } from '../../../src/desk/query/index-audit.ts'
import { materialsPage } from '../../../src/desk/query/materials.ts'
import { treeOf } from '../../../src/desk/query/tree.ts'
import { largeAudit } from '../../support/large-audit.ts'

const audit = largeAudit(500, 100)
const index = indexAudit(audit)
const page = (query: object) =>
  materialsPage(index, { query: materialQuery.parse(query), offset: 0, limit: 500 })

describe('branches', () => {
  it('are folders, archives, and what lies in them', () => {
    expect(['a', 'a/b', 'x.zip!/a', 'x.zip!/d/a', 'p/x.zip!/y.docx!/m.jpg'].map(branchOf)).toEqual([
      '',
      'a',
      'x.zip',
      'x.zip!/d',
      'p/x.zip!/y.docx'
    ])
    expect(isUnder('a/bc', 'a/b')).toBe(false)
    expect(isUnder('x.zip!/a', 'x.zip')).toBe(true)
  })

  it('sum what lies below them: the parts of a level and its own files make the whole', () => {
    const walk = (path: string): void => {
      const { branch, branches } = treeOf(index, path)
      const own = page({ under: path }).rows
      const parts = branches.reduce((sum, each) => sum + each.files, 0)
      const files = own.filter(({ kind }) => kind !== 'archive').length
      expect(branch.files).toBe(parts + files)
      expect(branch.entries).toBe(
        branches.reduce((sum, each) => sum + each.entries, 0) +
          own.reduce((sum, each) => sum + each.amount.entries, 0)
      )
      for (const each of branches) walk(each.path)
    }
    walk('')
    expect(treeOf(index, '').branch.findings).toBe(audit.findings.length)
  })

  it('of no package are refused', () => {
    expect(() => treeOf(index, '没有')).toThrow('bad-input')
  })
})

describe('materials asked for', () => {
  it('are those below a branch when flat, else those right in it', () => {
    const below = page({ under: '0-类', flat: true })
    expect(below.rows.map(({ path }) => path)).toEqual(
      audit.materials.filter(({ path }) => path.startsWith('0-类/')).map(({ path }) => path)
    )
    expect(page({ under: '0-类' }).rows).toEqual([])
  })

  it('pass every filter; a facet is counted under the others', () => {
    const { rows, facets } = page({ flat: true, class: ['trace'], kind: ['table'] })
    expect(rows.every(row => row.class === 'trace' && row.kind === 'table')).toBe(true)
    expect(facets.class['trace']).toBe(rows.length)
    expect(facets.class['result']).toBe(page({ flat: true, class: ['result'], kind: ['table'] }).total)
    expect(page({ flat: true, activity: 'a3' }).total).toBe(audit.activities[3]!.materials.length)
    expect(page({ flat: true, nos: [5, 7] }).rows.map(({ no }) => no)).toEqual([5, 7])
    expect(
      page({ flat: true, search: '文件12 3-类' }).rows.every(
        ({ path }) => path.includes('文件12') && path.includes('3-类')
      )
    ).toBe(true)
  })

  it('are sorted as asked', () => {
    const bytes = page({ flat: true, sort: 'bytes' }).rows.map(row => row.bytes)
    expect(bytes).toEqual([...bytes].sort((a, b) => b - a))
  })
})
