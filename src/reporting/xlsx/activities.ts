import { heldBy } from '../ranges.ts'
import type { View } from '../view.ts'
import type { Sheet } from './sheet.ts'

export function activitySheet({ audit, parts, spell, standing }: View): Sheet {
  return {
    name: parts.sheetActivities,
    columns: [
      { header: parts.title, width: 40 },
      { header: parts.from, width: 12 },
      { header: parts.to, width: 12 },
      { header: parts.where, width: 22 },
      { header: parts.indicatorTable, width: 16 },
      { header: parts.standing, width: 18 },
      { header: parts.materialsList, width: 36 },
      { header: parts.times, width: 10 },
      { header: parts.media, width: 18 },
      { header: parts.note, width: 18 }
    ],
    rows: audit.activities.map(each => [
      spell(each.title),
      each.from,
      each.to,
      spell(each.place ?? ''),
      each.indicators.join(' '),
      standing(each.standing),
      heldBy(each, parts.papersOf),
      each.asked?.times,
      each.asked?.media.map(medium => parts[medium]).join('、'),
      each.continuing ? parts.continuing : each.datedBy ? parts.datedByCamera : ''
    ])
  }
}
