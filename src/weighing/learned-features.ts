import type { Cue } from '../model/audit.ts'
import type { Seen } from './seen.ts'
import { toldBy } from './told.ts'

/**
 * What learned cues are looked for in: pieces of words in title, headers, text and cells, and the shape of it all. Names
 * of files and folders are no part of it, nor are lines that stand under papers of every kind (`seenOf` sets them aside).
 */
export function featuresOf(seen: Seen, cues: readonly Cue[]): Set<string> {
  const { titles, ledgers, forms, document, body, natures, material } = seen
  const found = new Set<string>(['s:any', `s:kind-${material.kind}`])
  const title = bare(titles[0] ?? '')
  pieces('t:', title, [2, 3], found)
  for (const n of [2, 3, 4]) if (title.length >= n) found.add(`e:${title.slice(-n)}`)
  const headers = [...ledgers.slice(0, MOST_TABLES).flatMap(({ columns }) => columns.map(({ header }) => header)), ...forms.slice(0, MOST_TABLES).flatMap(({ fields }) => fields.slice(0, MOST_FIELDS).map(({ label }) => label))] // prettier-ignore
  for (const header of headers) {
    found.add(`H:${bare(header)}`)
    pieces('h:', header, [2], found)
  }
  const prose = (document?.paragraphs ?? []).filter(({ table }) => table === undefined).slice(0, MOST_LINES).map(({ text }) => text).join('\n') // prettier-ignore
  const text = (ledgers.length > 0 ? prose : body).slice(0, MOST_TEXT)
  pieces('b:', text, [2, 3], found)
  const cells = sampleCells(seen)
  for (const cell of cells) pieces('c:', cell, [2], found)
  for (const { class: id, where } of cues) if (where !== 'file' && where !== 'folder') found.add(`q:${id}@${where}`) // prettier-ignore
  for (const { nature, result, entries, ladder } of natures) {
    found.add(`n:${nature}`)
    found.add(`n:told-${step(result / Math.max(1, entries), [0.01, 0.3, 0.6, 0.9])}`)
    found.add(`n:${ladder}`)
  }
  for (const shape of shapesOf(seen, cells)) found.add(`s:${shape}`)
  return found
}

const MOST_TABLES = 4
const MOST_FIELDS = 40
const MOST_ROWS = 8
const MOST_LINES = 60
const MOST_TEXT = 4000

/** How many of the cells under its headers are empty, 0 … 1; 1 where there are none. */
export function emptyShare(seen: Seen): number {
  const cells = sampleCells(seen)
  return cells.length === 0 ? 1 : cells.filter(cell => cell === '').length / cells.length
}

/** The first rows tell what columns hold. */
function sampleCells({ ledgers }: Seen): string[] {
  return ledgers
    .slice(0, MOST_TABLES)
    .flatMap(ledger =>
      Array.from({ length: Math.min(MOST_ROWS, ledger.rows.length) }, (_, i) =>
        ledger.columns.map((_column, k) => ledger.value(i, k))
      ).flat()
    )
}

function shapesOf({ body: whole, ledgers, sentences, unit }: Seen, cells: readonly string[]): string[] {
  const body = whole.slice(0, MOST_TEXT)
  const times = (pattern: RegExp): number => body.match(pattern)?.length ?? 0
  const part = (pattern: RegExp): number => cells.filter(cell => pattern.test(cell)).length / cells.length
  const told = toldBy(sentences)
  return [
    `ledgers-${step(ledgers.length, [1, 2, 3])}`,
    `rows-${step(ledgers.reduce((total, { rows }) => total + rows.length, 0), [1, 4, 8, 20])}`,
    `blank-${cells.length > 0 ? step(part(/^$/u), [0.05, 0.2, 0.5, 0.8]) : 'none'}`,
    `figures-${cells.length > 0 ? step(part(/^[-\d.,%]+$/u), [0.1, 0.3, 0.5, 0.7]) : 'none'}`,
    `length-${step(body.length, [20, 60, 120, 250, 500])}`,
    `quantities-${step(times(/\d+(?:\.\d+)?(?:户|人|个|处|公里|米|亩|吨|万|元|盏|座|起|株|套|%)/gu), [1, 3, 6, 12])}`,
    `days-${step(times(/\d{1,2}月\d{1,2}|\d{4}年|\d+\.\d+\b/gu), [1, 2, 4, 8])}`,
    `wishes-${step(times(/将|要|拟|计划|下一?步|须|应|请/gu), [1, 3, 6])}`,
    `done-${step(times(/了|已|完成|完毕/gu), [1, 3, 6])}`,
    `labels-${step(times(/[:：]/gu), [1, 4, 10])}`,
    `lines-to-fill-${step(times(/_{2,}|□|＿/gu), [1, 4])}`,
    `first-person-${step(times(/我|咱|俺/gu), [1, 3])}`,
    `told-${step(told.outcomes, [1, 2, 4])}-${step(told.held, [1, 2, 4])}`,
    `outcomes-${step(told.outcomes / Math.max(1, told.sentences), [0.2, 0.4, 0.6])}`,
    ...(unit && body.includes(unit) ? ['unit-in-text'] : []),
    ...(/^[^\n]{2,30}[:：]\s*$/mu.test(body.slice(0, 260)) ? ['addressed'] : []),
    ...(/\d{4}年\d{1,2}月\d{1,2}日\s*$/u.test(body) ? ['dated-end'] : [])
  ] // prettier-ignore
}

/** Figures are all alike here: another number makes no other word. */
function bare(text: string): string {
  return text.normalize('NFKC').replace(/\d+(?:\.\d+)?/gu, '0').replace(/\s+/gu, '') // prettier-ignore
}

function pieces(place: string, text: string, lengths: readonly number[], found: Set<string>): void {
  for (const part of bare(text).split(/[,，。、;；:：()\n|]/u))
    for (const n of lengths)
      for (let i = 0; i + n <= part.length; i++) found.add(place + part.slice(i, i + n))
}

function step(value: number, cuts: readonly number[]): number {
  return cuts.filter(cut => value >= cut).length
}

/** Pieces of running text and cells are many and say little each; those of titles and headers overlap. */
export function volumeOf(feature: string): number {
  return /^[bc]:/u.test(feature) ? 0.35 : /^[th]:/u.test(feature) ? 0.6 : 1
}
