import { byCode } from '../gaps.ts'
import { sourceText } from '../part-text.ts'
import { numbersText } from '../ranges.ts'
import type { View } from '../view.ts'
import type { Sheet } from './sheet.ts'

export function indicatorSheet({ audit, parts, words, spell, standing, code }: View): Sheet {
  const rows = [...(audit.indicators ?? [])].sort((a, b) => byCode(a.code, b.code))
  return {
    name: parts.sheetIndicators,
    columns: [
      { header: parts.code, width: 12 },
      { header: parts.name, width: 32 },
      { header: parts.asks, width: 48 },
      { header: parts.points, width: 8, format: 'decimal' },
      { header: parts.asker, width: 20 },
      { header: parts.source, width: 14 },
      { header: parts.standing, width: 18 },
      { header: parts.materialsList, width: 30 },
      { header: parts.media, width: 18 },
      { header: parts.clerkBarred, width: 30 },
      { header: words.number, width: 20 }
    ],
    rows: rows.map(each => [
      each.code,
      spell(each.name ?? ''),
      spell(each.asks ?? ''),
      each.points,
      spell(each.asker ?? ''),
      each.source && sourceText(each.source, parts),
      standing(each.standing),
      numbersText(each.materials ?? []),
      each.media?.map(medium => parts[medium]).join('、'),
      each.barredAsk && code('rule', each.barredAsk),
      numbersText(each.barred ?? [])
    ])
  }
}
