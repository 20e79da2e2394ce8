import { expect, it } from 'vitest'
import { findingQuery, materialQuery } from '../../../src/desk/contract.ts'
import { findingsPage } from '../../../src/desk/query/findings.ts'
import { indexAudit, NOBODY } from '../../../src/desk/query/index-audit.ts'
import { materialsPage } from '../../../src/desk/query/materials.ts'
import { overviewOf } from '../../../src/desk/query/overview.ts'
import { treeOf } from '../../../src/desk/query/tree.ts'
import { largeAudit } from '../../support/large-audit.ts'

/** Ceilings a hundred times what is aimed at: what grows with the square of the package breaks them, a slow machine does not. */
it('answers about 20,000 findings and 100,000 materials without looking at pairs', () => {
  const audit = largeAudit(100_000, 20_000)
  const times: Record<string, number> = {}
  const timed = <T>(name: string, work: () => T): T => {
    const start = performance.now()
    const value = work()
    times[name] = Math.round(performance.now() - start)
    return value
  }
  const index = timed('index', () => indexAudit(audit))
  timed('looks', () => index.looks())
  const findings = (query: object) =>
    findingsPage(index, NOBODY, { query: findingQuery.parse(query), offset: 0, limit: 100 })
  const materials = (query: object) =>
    materialsPage(index, { query: materialQuery.parse(query), offset: 0, limit: 100 })
  expect(timed('first', () => findings({})).total).toBe(20_000)
  timed('filter', () => findings({ owner: ['unit'], strength: ['strong'], group: 'check' }))
  timed('under', () => findings({ under: '3-类' }))
  timed('search first', () => findings({ search: '文件1' }))
  timed('search again', () => findings({ search: '文件12' }))
  timed('tree', () => treeOf(index, ''))
  timed('folder', () => materials({ under: '3-类/10' }))
  timed('flat', () => materials({ flat: true, class: ['trace'] }))
  timed('flat again', () => materials({ flat: true, class: ['trace'], search: '文件12' }))
  timed('overview', () => overviewOf(index, NOBODY, false))
  if (process.env['HENSHI_TIMES']) process.stdout.write(`${JSON.stringify(times)}\n`)
  for (const [name, time] of Object.entries(times)) expect([name, time < 60_000]).toEqual([name, true])
}, 240_000)
