import type { DocumentText, Ledger, UnevenFigures } from '../model/evidence.ts'
import type { Material } from '../model/material.ts'
import type { Tick } from '../support/tick.ts'
import { sentencesOf } from './claim-sentences.ts'
import { OF_OTHERS } from './claim-words.ts'
import { tells } from './result-claims.ts'
import { unevenInSentence } from './uneven-sentences.ts'
import { unevenTotals } from './uneven-totals.ts'

/** Other's figures are theirs to add up; plans are not done yet. 去年 belongs to a change and stays. */
const ASIDE = new RegExp(`${OF_OTHERS.source}|计划|力争|目标|预计|争取`, 'u')

/** Figures inside one material of the unit's own that do not follow from one another, in order of materials. */
export function unevenFigures(
  materials: readonly Material[],
  documents: readonly DocumentText[],
  ledgers: readonly Ledger[],
  tick: Tick
): UnevenFigures[] {
  const found: UnevenFigures[] = []
  const others = new Set<number>()
  for (const { material, title, issued, paragraphs } of documents) {
    tick()
    if (issued || materials[material]!.origin !== 'package') {
      others.add(material)
      continue
    }
    if (!tells(title)) continue
    paragraphs.forEach(({ text, page, table, row, column }, paragraph) => {
      for (const sentence of sentencesOf(text)) {
        if (ASIDE.test(sentence)) continue
        const place = { paragraph, ...(page === undefined ? {} : { page }), ...(table === undefined ? {} : { table, row: row!, column: column! }) } // prettier-ignore
        found.push(...unevenInSentence(sentence).map(each => ({ material, place, text: sentence, ...each })))
      }
    })
  }
  for (const ledger of ledgers) {
    if (others.has(ledger.material) || materials[ledger.material]!.origin !== 'package') continue
    found.push(...unevenTotals(ledger, tick))
  }
  return found.sort((a, b) => a.material - b.material)
}
