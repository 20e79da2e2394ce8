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

/** What a document says, whatever its format: a hash of its letters, digits and ideographs in order. Undefined below `LEAST_CHARACTERS` of them. */
export function textKey({ kind, reading }: Material): string | undefined {
  if (kind !== 'document' || !reading) return undefined
  const hash = createHash('sha256')
  let length = 0
  const add = (text: string): void => {
    const plain = bare(text)
    length += plain.length
    hash.update(plain)
  }
  const left = new Map(reading.tables.map(table => [table.head.index, table]))
  const addTable = ({ cells }: Table): void => {
    for (let i = 0; i < cells.texts.length; i++) add(cells.pool.text(cells.texts[i]!))
  }
  for (const { style, text, table } of reading.blocks) {
    if (style === 'header' || style === 'footer' || isPageNumber(text)) continue
    if (style !== 'table') add(text)
    else if (table !== undefined && left.has(table)) {
      addTable(left.get(table)!)
      left.delete(table)
    }
  }
  for (const table of left.values()) addTable(table)
  return length < LEAST_CHARACTERS ? undefined : hash.digest('hex')
}
