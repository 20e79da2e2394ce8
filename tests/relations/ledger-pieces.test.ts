import { describe, expect, it } from 'vitest'
import { ledgersOf } from '../../src/fingerprints/ledgers.ts'
import { nameClaims } from '../../src/fingerprints/names.ts'
import type { Material } from '../../src/model/material.ts'
import { relateActivities } from '../../src/relations/activities.ts'
import { ledgerPieces } from '../../src/relations/ledger-pieces.ts'
import { withWork } from '../../src/relations/work.ts'
import { StringPool } from '../../src/support/string-pool.ts'
import { noTick } from '../../src/support/tick.ts'
import { pieceClasses } from '../../src/weighing/piece-class.ts'
import { isVerifiable } from '../../src/weighing/verifiable-entry.ts'
import { evidenceOf, materialOf, tableOf } from '../support/evidence.ts'

const texts = new StringPool()
const HEADER = ['序号', '日期', '地点', '事项名称', '处理结果']
const row = (i: number, outcome = '已处理'): string[] => [`${i + 1}`, `2024-0${1 + (i % 9)}-1${i % 9}`, `${'甲乙丙丁戊'[i % 5]}村口`, `第${i + 1}处的事`, outcome] // prettier-ignore
const file = (path: string, rows: string[][], above = ['巡查台账'], header = HEADER): Material => materialOf(path, { kind: 'table', tables: [tableOf([...above.map(line => [line]), header, ...rows], texts)] }) // prettier-ignore
const series = (count: number, name: (i: number) => string, above?: (i: number) => string[]): Material[] =>
  Array.from({ length: count }, (_, i) => file(name(i), [row(i)], above?.(i)))

function related(materials: Material[]) {
  const names = materials.map(nameClaims)
  const { ledgers, forms } = ledgersOf(materials, texts, noTick)
  const pieces = ledgerPieces({ materials, names, ledgers })
  const given = { materials, names, ledgers, forms, documents: [], pictures: [], conversations: [], inspection: {}, ledgerPieces: pieces } // prettier-ignore
  return evidenceOf({ ...given, texts, ...relateActivities(given, noTick) })
}

const sizes = (materials: Material[]): number[] => related(materials).ledgerPieces.map(({ members }) => members.length) // prettier-ignore

describe('pieces of one ledger', () => {
  it('are files of one head and columns whose names differ by a number only', () => {
    expect(sizes(series(5, i => `巡查/巡查台账-0${i + 1}.xlsx`))).toEqual([5])
    expect(sizes(series(5, i => `巡查/巡查台账(${i + 1}).csv`))).toEqual([5])
    expect(sizes(series(5, i => `巡查/巡查台账第${i + 1}份.xlsx`))).toEqual([5])
    expect(sizes(series(5, i => `巡查/f000${i + 1}.xlsx`))).toEqual([5])
  })

  it('are no two halves, and no files of other folders, columns, subjects or days', () => {
    expect(sizes(series(2, i => `巡查/巡查台账-0${i + 1}.xlsx`))).toEqual([])
    expect(sizes(series(5, i => `${'甲乙丙丁戊'[i]}村/巡查台账-01.xlsx`))).toEqual([])
    expect(sizes(series(5, i => `验收/${'桥路渠厕井'[i]}改造验收登记.xlsx`))).toEqual([])
    expect(sizes(series(5, i => `巡查/巡查台账2024-03-0${i + 1}.xlsx`))).toEqual([])
    expect(sizes(series(5, i => `巡查/${i + 1}月巡查台账.xlsx`))).toEqual([])
    const columns = (i: number): string[] => HEADER.map(name => (name === '地点' ? `地点${i}` : name))
    expect(sizes(Array.from({ length: 5 }, (_, i) => file(`巡查/台账-${i + 1}.xlsx`, [row(i)], ['巡查台账'], columns(i))))).toEqual([]) // prettier-ignore
  })

  it('are no sign-in sheets of several meetings, which say above their columns when each was', () => {
    const above = (i: number): string[] => ['会议签到表', `会议时间：2024年3月${i + 1}日`]
    expect(sizes(series(5, i => `签到/签到表-${i + 1}.xlsx`, above))).toEqual([])
  })

  it('make a ledger that holds their rows in order, with its columns as all rows fill them', () => {
    const { ledgerPieces: [pieces] } = related(series(5, i => `巡查/巡查台账-0${i + 1}.xlsx`)) // prettier-ignore
    const { whole } = pieces!
    const outcome = HEADER.indexOf('处理结果')
    expect(Array.from(whole.rows, (_, i) => [whole.value(i, 0), whole.date(i)])).toEqual(Array.from({ length: 5 }, (_, i) => [`${i + 1}`, row(i)[1]])) // prettier-ignore
    expect(whole.columns[outcome]).toMatchObject({ filled: 5, distinct: 1, topShare: 1, meaning: 'outcome' })
  })
})

describe('a ledger cut up row by row', () => {
  const told = (materials: Material[]) => {
    const evidence = related(materials)
    const classOf = pieceClasses(evidence)
    const own = evidence.ledgers.map(ledger => classOf(ledger))
    const spoken = materials.map((_, i) => ({ class: 'trace' as const, ledgers: [own[i]!.own] }))
    return { own, ...withWork(evidence, spoken, isVerifiable, noTick) }
  }

  it('is one work that goes on, no occasion of any of its days', () => {
    const { activities } = told(series(8, i => `巡查/巡查台账-0${i + 1}.xlsx`))
    expect(activities.map(({ continuing, materials }) => [continuing, materials.length])).toEqual([[true, 8]])
  })

  it('is judged by all its rows: one that tells an outcome makes no result, one 已处理 stays constant', () => {
    const files = Array.from({ length: 8 }, (_, i) => file(`巡查/巡查台账-0${i + 1}.xlsx`, [row(i, i === 3 ? '更换水管12米，住户签收' : '已处理')])) // prettier-ignore
    const { own } = told(files)
    expect(new Set(own.map(({ whole }) => whole.result))).toEqual(new Set([own[0]!.whole.result]))
    expect(own.reduce((sum, each) => sum + each.own.result, 0)).toBe(own[0]!.whole.result)
    expect(own.reduce((sum, each) => sum + each.own.entries, 0)).toBe(8)
  })
})
