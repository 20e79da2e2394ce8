import type { IndicatorAsk, IndicatorList } from '../model/evidence.ts'
import type { Material } from '../model/material.ts'
import type { Tick } from '../support/tick.ts'
import { bare, clip } from '../support/text.ts'
import { writtenCode } from './indicator-codes.ts'
import { indicatorColumns } from './indicator-columns.ts'
import { readAsks, type DraftAsk } from './indicator-rows.ts'
import { gridOf, type Grid } from './ledger-grid.ts'

/** A title that says what the table is, where headers alone leave it open. */
const TITLE =
  /(?:考核|考评|评价|评估|迎检|检查|督查|测评)(?:指标|细则|要点|事项|材料|资料)|指标(?:体系|清单|分解|目录)|评分(?:细则|标准|表)|(?:考核|迎检)清单|(?:材料|资料)清单|indicators?\s+list/iu
/** A list found in a package has this many indicators at least; one given has one. */
const LEAST_ASKS = 2
/** Lists of provincial assessments run to some 300 lines. */
const MOST_ASKS = 5000
const LONGEST_NAME = 120
const LONGEST_ASKS = 600

/** Lists of indicators among the tables of the package and of issued material; `given` are paths named by --indicators, and stand with no asks when no list is found in any of them. */
export function indicatorListsOf(
  materials: readonly Material[],
  given: ReadonlySet<string>,
  tick: Tick
): IndicatorList[] {
  const lists = materials.flatMap((material, index): IndicatorList[] => {
    tick(index, materials.length)
    const named = given.has(material.path) || isInside(material, materials, given)
    if (material.origin === 'reference' || (material.kind !== 'table' && material.kind !== 'document'))
      return []
    const list = listOf(material, named)
    return list ? [{ material: index, source: named ? 'given' : 'list', ...list }] : []
  })
  const found = withUniqueCodes(lists)
  if (found.some(({ source }) => source === 'given')) return found
  // What was given holds no list: said, not passed over
  const empty = materials.flatMap(({ path }, index): IndicatorList[] => (given.has(path) ? [{ material: index, source: 'given', filled: false, asks: [] }] : [])) // prettier-ignore
  return [...found, ...empty]
}

/** Given lists come in archives and folders too. */
function isInside(material: Material, materials: readonly Material[], given: ReadonlySet<string>): boolean {
  for (let at = material.parent; at !== undefined; at = materials[at]!.parent)
    if (given.has(materials[at]!.path)) return true
  return false
}

function listOf(material: Material, named: boolean): Pick<IndicatorList, 'filled' | 'asks'> | undefined {
  const asks: (DraftAsk & { table: number; sheet: string })[] = []
  let filled = false
  for (const table of material.reading?.tables ?? []) {
    const grid = gridOf(table)
    const columns = indicatorColumns(grid, named)
    if (!columns) continue
    const titled = TITLE.test(titleOver(grid, columns.header)) || TITLE.test(table.head.name)
    if (!named && !columns.sure && !(titled && columns.names.length > 0)) continue
    const read = readAsks(grid, columns, MOST_ASKS)
    if (read.asks.length < (named ? 1 : LEAST_ASKS)) continue
    filled ||= read.filled
    asks.push(...read.asks.map(ask => ({ ...ask, table: table.head.index, sheet: table.head.name })))
  }
  if (asks.length === 0 && named) asks.push(...outlined(material))
  return asks.length === 0 ? undefined : { filled, asks: withCodes(asks) }
}

function titleOver(grid: Grid, header: number): string {
  const lines: string[] = []
  for (let row = 0; row < header; row++) lines.push(...grid.row(row).map(({ text }) => text.slice(0, 80)))
  return lines.join('\n').normalize('NFKC')
}

/** A given list that is no table: numbered lines of a document, or of a table without headers. */
function outlined(material: Material): (DraftAsk & { table: number; sheet: string })[] {
  const lines = (material.reading?.blocks ?? []).map(({ text }, i) => ({ text, table: 0, row: i + 1 }))
  for (const { head, cells } of material.reading?.tables ?? []) {
    for (let row = 0; row < cells.rowCount && lines.length < MOST_ASKS; row++) {
      const texts: string[] = []
      for (let at = cells.starts[row]!; at < cells.starts[row + 1]! && texts.length < 8; at++)
        texts.push(cells.pool.text(cells.texts[at]!).trim())
      lines.push({ text: texts.join(' '), table: head.index, row: cells.rows[row]! })
    }
  }
  return lines.slice(0, MOST_ASKS).flatMap(({ text, table, row }) => {
    const code = writtenCode(text)
    return code && code.rest !== '' && (code.parts > 1 || /^[A-Z]\d/u.test(code.code))
      ? [{ codes: [code.code], name: clip(code.rest, LONGEST_NAME), asks: [], standard: [], media: [], row, table, sheet: '' }] // prettier-ignore
      : []
  })
}

/** Codes to show: the full one, else the place in the list. Headings of those below that ask for nothing themselves are none. */
function withCodes(drafts: readonly (DraftAsk & { table: number; sheet: string })[]): IndicatorAsk[] {
  const prefixes = new Set<string>()
  for (const { codes } of drafts) {
    const parts = (codes[0] ?? '').split('-')
    for (let n = 1; n < parts.length; n++) prefixes.add(parts.slice(0, n).join('-'))
  }
  const own = drafts.filter(({ codes, asks, standard }) => asks.length + standard.length > 0 || !codes[0] || !prefixes.has(codes[0])) // prettier-ignore
  const sheets = new Set(own.map(({ table }) => table)).size
  return own.map(
    ({ codes, name, asks, standard, points, asker, media, row, table, sheet }, i): IndicatorAsk => {
      const shown = codes[0] ?? String(i + 1)
      const text = (asks.length > 0 ? asks : standard).join('；')
      return {
        code:
          sheets > 1 && codes[0] !== undefined && isRepeated(own, codes[0], table)
            ? `${sheet}·${shown}`
            : shown,
        codes,
        name: clip(name, LONGEST_NAME),
        ...(text !== '' && { asks: clip(text, LONGEST_ASKS) }),
        ...(points !== undefined && { points }),
        ...(asker !== undefined && { asker }),
        media,
        table,
        row
      }
    }
  )
}

function isRepeated(
  all: readonly { codes: readonly string[]; table: number }[],
  code: string,
  table: number
): boolean {
  // prettier-ignore
  return all.some(other => other.table !== table && other.codes[0] === code)
}

/** One indicator in two lists (a notice's table and its annex) is one; two of one code are told apart by number. */
function withUniqueCodes(lists: readonly IndicatorList[]): IndicatorList[] {
  const names = new Map<string, Set<string>>()
  return lists.flatMap(list => {
    const asks = list.asks.flatMap(ask => {
      const known = names.get(ask.code) ?? new Set<string>()
      names.set(ask.code, known)
      const name = bare(ask.name)
      if (known.has(name)) return []
      known.add(name)
      return [known.size === 1 ? ask : { ...ask, code: `${ask.code}(${known.size})` }]
    })
    return asks.length === 0 ? [] : [{ ...list, asks }]
  })
}
