import type { Material } from './material.ts'

/**
 * Whether a document's or table's text could be looked at. An empty document was seen: nothing stands in it. One
 * whose pages are pictures was not. `holdsPages`: pictures of pages lie inside it.
 */
export function isSeen({ status, notes, reading }: Material, holdsPages: boolean): boolean {
  if (status === 'unread' || !reading) return false
  if (notes.some(({ code }) => code === 'no-text-layer')) return false
  const { pages, textPages } = reading.observed
  if (pages !== undefined && textPages !== undefined && 2 * textPages < pages) return false
  return !holdsPages || reading.tables.length > 0 || reading.blocks.some(({ text }) => /[\p{L}\p{N}]/u.test(text)) // prettier-ignore
}
