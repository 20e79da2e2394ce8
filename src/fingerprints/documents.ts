import type { DocumentText, Paragraph } from '../model/evidence.ts'
import type { Material } from '../model/material.ts'
import type { Block } from '../model/reading.ts'
import { characters } from '../support/text.ts'
import { documentHead, readsAsIssued } from './document-head.ts'
import { documentTitle } from './document-title.ts'
import { cellParagraphs } from './document-cells.ts'

/** A thick yearbook has some 10,000 paragraphs; text beyond this is another document's. */
const MOST_PARAGRAPHS = 20_000
/** A heading says what follows in one line of a page (about 36 ideographs). */
const LONGEST_LABEL = 36
const NUMBERED = /^\s*(?:[一二三四五六七八九十]{1,3}\s*[、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|第[一二三四五六七八九十\d]{1,3}[章节条部分]|\d{1,2}(?:[.．、]\d{0,2})+)\s*\S/u // prettier-ignore
const SENTENCE = /[。；！？;!?]|，.*，/u

/**
 * Running text of a document in reading order, table cells of 20 characters and more included at their table's
 * place. Undefined for what is no document or has no text (a scan). The title is found in the text, never in the
 * file's name or properties.
 */
export function documentText(material: Material, index: number): DocumentText | undefined {
  const { reading } = material
  if (material.kind !== 'document' || !reading) return undefined
  const paragraphs = paragraphsOf(material)
  if (paragraphs.length === 0) return undefined
  const head = documentHead(reading.blocks)
  const counted = paragraphs.reduce((total, { text }) => total + characters(text), 0)
  return {
    material: index,
    title: documentTitle(reading),
    paragraphs,
    characters: counted,
    ...(head.issuer !== undefined && { issuer: head.issuer }),
    ...(head.documentNumber !== undefined && { documentNumber: head.documentNumber }),
    issued: material.origin === 'issued' || readsAsIssued(head, paragraphs)
  }
}

function paragraphsOf(material: Material): Paragraph[] {
  const paragraphs: Paragraph[] = []
  const placed = new Set<number>()
  const { blocks, tables } = material.reading!
  const addTable = (number: number): void => {
    const table = tables.find(each => each.head.index === number)
    if (!table || placed.has(number)) return
    placed.add(number)
    for (const paragraph of cellParagraphs(table)) {
      if (paragraphs.length < MOST_PARAGRAPHS)
        paragraphs.push({ ...paragraph, label: isLabel(paragraph.text, 'table') })
    }
  }
  blocks.forEach((block, i) => {
    if (paragraphs.length >= MOST_PARAGRAPHS || block.style === 'header' || block.style === 'footer') return
    if (block.style === 'table') return block.table === undefined ? undefined : addTable(block.table)
    if (!/[\p{L}\p{N}]/u.test(block.text)) return
    paragraphs.push({
      text: block.text,
      block: i,
      ...(block.page !== undefined && { page: block.page }),
      label: isLabel(block.text, block.style)
    })
  })
  for (const table of tables) addTable(table.head.index)
  return paragraphs
}

/** A heading or a form's label rather than prose. */
function isLabel(text: string, style: Block['style']): boolean {
  const trimmed = text.trim()
  if (style === 'title' || style === 'heading') return trimmed.length <= 2 * LONGEST_LABEL
  if (trimmed.length > LONGEST_LABEL || SENTENCE.test(trimmed)) return false
  return NUMBERED.test(trimmed) || /[:：]\s*$/u.test(trimmed)
}
