import type { DocumentText, Papers } from '../model/evidence.ts'
import type { Table } from '../model/material.ts'
import { bare } from '../support/text.ts'
import { titleCues } from './genre.ts'

/** Shorter lines are labels, dates and places, which papers share rightly (as for passages: thirteen equal in a row count as copied). */
const LEAST = 13
/** With its figures changed from paper to paper a line has to be longer: two papers may close with their place and date alike. */
const LEAST_PATTERN = 20
/** As for equal contents: in five files a line is the package’s, no longer one paper’s. */
const FILES = 5
/** Papers of one kind share its wording by right: 经验收组现场查验，同意验收 in every acceptance. No wording is that of minutes, notices and acceptances alike. */
const KINDS = 3
/** A line added to a file stands at an end or near it; longer files are not searched whole. */
const MOST_LINES = 2000

/** Lines of a package that say nothing of the paper they stand in. */
export interface CommonText {
  has(text: string): boolean
  /** The document without them. */
  without(document: DocumentText | undefined): DocumentText | undefined
}

/**
 * Lines that stand in many files of several kinds, letter by letter or but for figures: a slogan, or words of acceptance put under
 * everything. They may be anybody’s, so they are no evidence for any one of them.
 */
export function commonText({ materials, documents, ledgers }: Papers): CommonText {
  const holders = new Map<string, { files: number; kinds: Set<string> }>()
  const add = (lines: Iterable<string>, kind: string): void => {
    for (const line of new Set([...lines].flatMap(formsOf))) {
      const known = holders.get(line) ?? { files: 0, kinds: new Set() }
      holders.set(line, known)
      known.files++
      if (known.kinds.size < KINDS) known.kinds.add(kind)
    }
  }
  for (const { title, paragraphs } of documents) add(paragraphs.slice(0, MOST_LINES).map(({ text }) => bare(text)), kindOf(title)) // prettier-ignore
  const titles = new Map(ledgers.map(({ material, title }) => [material, title]))
  materials.forEach(({ kind, reading }, i) => {
    if (kind === 'table') add((reading?.tables ?? []).flatMap(loneTexts), kindOf(titles.get(i) ?? ''))
  })
  const common = new Set([...holders].flatMap(([line, { files, kinds }]) => (files >= FILES && kinds.size >= KINDS ? [line] : []))) // prettier-ignore
  const has = (text: string): boolean => common.size > 0 && formsOf(bare(text)).some(form => common.has(form))
  return {
    has,
    without(document) {
      if (!document?.paragraphs.some(({ text }) => has(text))) return document
      return { ...document, paragraphs: document.paragraphs.filter(({ text }) => !has(text)) }
    }
  }
}

/** A line as written, and with its figures set aside: another number under each paper makes it no other claim. */
function formsOf(line: string): string[] {
  const pattern = line.replace(/\d+/gu, '#')
  return [
    ...(line.length >= LEAST ? [line] : []),
    ...(pattern !== line && pattern.length >= LEAST_PATTERN ? [pattern] : [])
  ]
}

function kindOf(title: string): string {
  return titleCues(title)[0]?.class ?? ''
}

/** Rows of one cell: remarks and titles. */
function loneTexts({ cells }: Table): string[] {
  const found: string[] = []
  for (let row = 0; row < cells.rowCount && found.length < MOST_LINES; row++)
    if (cells.starts[row + 1]! - cells.starts[row]! === 1) found.push(bare(cells.pool.text(cells.texts[cells.starts[row]!]!))) // prettier-ignore
  return found
}
