import { createHash } from 'node:crypto'
import type { Material, Table } from '../model/material.ts'
import { bare } from '../support/text.ts'

/** Shorter texts are equal by being short: a one-line receipt, an empty form's few labels. A monthly report of a village has about 150 characters; sixty equal ones in a row are never chance (field notes: thirteen count as copied). */
export const LEAST_CHARACTERS = 60
/** Page furniture that an export adds: - 3 -, 第 3 页 共 5 页. */
const PAGE_NUMBER =
  /^[\s\-—–·]*(?:第?\s*\d{1,4}\s*页?(?:\s*[,，/共]?\s*共?\s*\d{1,4}\s*页?)?|page\s*\d+(?:\s*of\s*\d+)?)[\s\-—–·]*$/iu

function isPageNumber(text: string): boolean {
  return text.length <= 40 && PAGE_NUMBER.test(text)
}

/**
 * What a document says, whatever its format: a hash of its letters, digits and ideographs in order. Undefined below
 * `LEAST_CHARACTERS` of them. With `common` those paragraphs are left out; undefined then as well when none of them
 * stands in it or when little else does.
 */
export function textKey(material: Material, common?: ReadonlySet<string>): string | undefined {
  const pieces = piecesOf(material)
  const kept = common ? pieces.filter(piece => !common.has(piece)) : pieces
  const length = lengthOf(kept)
  if (length < LEAST_CHARACTERS) return undefined
  if (common && length < LEAST_OWN * lengthOf(pieces)) return undefined
  const hash = createHash('sha256')
  for (const piece of kept) hash.update(piece)
  return hash.digest('hex')
}

/** What is left must still be a good part of the whole, or two documents made of set pieces would be one. */
const LEAST_OWN = 1 / 3
/** Shorter paragraphs are labels and dates, which forms share rightly (field notes: thirteen equal in a row count as copied). */
const LEAST_PIECE = 13
/** What is added to everything stands at an end or between; a text this long is a book, and not held twice for it. */
const MOST_PIECES = 2000

/**
 * Paragraphs that stand in many documents of different content say nothing about any one of them: a closing, a
 * slogan, a line added to everything. Documents with one and the same text count once.
 */
export function commonPieces(
  materials: readonly Material[],
  keys: ReadonlyMap<number, string>
): ReadonlySet<string> {
  const texts = new Set(keys.values()).size
  if (texts < COMMON_LEAST) return new Set()
  const holders = new Map<string, Set<string>>()
  for (const [index, key] of keys) {
    for (const piece of new Set(piecesOf(materials[index]!).slice(0, MOST_PIECES))) {
      if (piece.length < LEAST_PIECE) continue
      const own = holders.get(piece)
      if (!own) holders.set(piece, new Set([key]))
      else if (own.size < COMMON_MOST) own.add(key)
    }
  }
  const least = leastCommon(texts)
  return new Set([...holders].flatMap(([piece, own]) => (own.size >= least ? [piece] : [])))
}

/** As for passages (`passage-aside.ts`): this share of the package’s texts, five at least, a hundred always. */
const COMMON_SHARE = 0.04
const COMMON_LEAST = 5
const COMMON_MOST = 100

export function leastCommon(texts: number): number {
  return Math.min(COMMON_MOST, Math.max(COMMON_LEAST, Math.ceil(COMMON_SHARE * texts)))
}

/** Paragraphs and cells in reading order, letters, digits and ideographs only. */
function piecesOf({ kind, reading }: Material): string[] {
  if (kind !== 'document' || !reading) return []
  const pieces: string[] = []
  const left = new Map(reading.tables.map(table => [table.head.index, table]))
  const addTable = ({ cells }: Table): void => {
    for (let i = 0; i < cells.texts.length; i++) pieces.push(bare(cells.pool.text(cells.texts[i]!)))
  }
  for (const { style, text, table } of reading.blocks) {
    if (style === 'header' || style === 'footer' || isPageNumber(text)) continue
    if (style !== 'table') pieces.push(bare(text))
    else if (table !== undefined && left.has(table)) {
      addTable(left.get(table)!)
      left.delete(table)
    }
  }
  for (const table of left.values()) addTable(table)
  return pieces
}

function lengthOf(pieces: readonly string[]): number {
  return pieces.reduce((sum, { length }) => sum + length, 0)
}
