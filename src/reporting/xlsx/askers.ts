import { askerLines, askerName } from '../asker-lines.ts'
import type { View } from '../view.ts'
import type { Cell, Sheet } from './sheet.ts'

/** What only the askers can mend; of one asker where given. Undefined where there is nothing. */
export function askerSheet(view: View, asker?: string): Sheet | undefined {
  const { out } = view
  const rows = askerLines(view, asker).flatMap(part =>
    part.lines.map(({ kind, what, more, times, where, places }): Cell[] => [
      askerName(part.asker, view),
      kind,
      what,
      more,
      times,
      places ?? where
    ])
  )
  if (rows.length === 0 && asker === undefined) return undefined
  return {
    name: out.sheetAskers,
    columns: [
      { header: out.asker, width: 22 },
      { header: out.askerKind, width: 20 },
      { header: out.askerWhat, width: 64 },
      { header: view.parts.note, width: 48 },
      { header: out.askerTimes, width: 8 },
      { header: out.askerWhere, width: 48 }
    ],
    rows: rows.length > 0 ? rows : [[askerName(asker ?? '', view), undefined, out.askersNone]]
  }
}
