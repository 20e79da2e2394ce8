import { documentText } from '../../src/fingerprints/documents.ts'
import { ledgersOf } from '../../src/fingerprints/ledgers.ts'
import { resultClaims } from '../../src/fingerprints/result-claims.ts'
import { unevenFigures } from '../../src/fingerprints/uneven-figures.ts'
import type { Evidence } from '../../src/model/evidence.ts'
import { supportClaims } from '../../src/relations/claim-support.ts'
import { StringPool } from '../../src/support/string-pool.ts'
import { noTick } from '../../src/support/tick.ts'
import { evidenceOf, materialOf, tableOf } from './evidence.ts'

/** Evidence of papers (title first) and sheets (rows), with their claims and what carries them. */
export function claimsOf(
  papers: Record<string, readonly string[]>,
  sheets: Record<string, readonly (readonly string[])[]> = {}
): Evidence {
  const texts = new StringPool()
  const materials = [
    ...Object.entries(papers).map(([path, [title = '', ...paragraphs]]) =>
      materialOf(path, {
        kind: 'document',
        reading: {
          blocks: [
            { text: title, style: 'title' },
            ...paragraphs.map(text => ({ text, style: 'paragraph' as const }))
          ]
        }
      })
    ),
    ...Object.entries(sheets).map(([path, rows]) =>
      materialOf(path, { kind: 'table', tables: [tableOf(rows, texts)] })
    )
  ]
  const { ledgers, forms } = ledgersOf(materials, texts, noTick)
  const documents = materials.flatMap((material, index) => documentText(material, index) ?? [])
  const facts = evidenceOf({
    materials,
    texts,
    ledgers,
    forms,
    documents,
    resultClaims: resultClaims(materials, documents, ledgers, noTick),
    unevenFigures: unevenFigures(materials, documents, ledgers, noTick)
  })
  return { ...facts, claimSupports: supportClaims(facts, noTick) }
}

/** A ledger of cases spread over a year: title, header, rows. */
export function caseLedger(
  title: string,
  count: number,
  months: readonly number[] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]
): string[][] {
  const rows = Array.from({ length: count }, (_, i) => {
    const month = months[Math.floor((i * months.length) / count)]!
    const day = `2024-${String(month).padStart(2, '0')}-${String((i % 27) + 1).padStart(2, '0')}`
    return [String(i + 1), day, `第${i * 7}号反映的事`, `办法${i * 3}，已经修好`, day]
  })
  return [[title], ['序号', '受理日期', '反映问题', '办理结果', '办结日期'], ...rows]
}
