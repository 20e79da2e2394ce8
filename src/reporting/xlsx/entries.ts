import type { View } from '../view.ts'
import type { Cell, Sheet } from './sheet.ts'

/** Entries that findings are about, with the cells the evidence shows; other members of a group by place alone. */
export function entrySheet(view: View): Sheet {
  const { audit, parts, words, say } = view
  return {
    name: parts.sheetEntries,
    columns: [
      { header: words.check, width: 18 },
      { header: parts.findingId, width: 18 },
      { header: words.number, width: 7 },
      { header: words.path, width: 50 },
      { header: parts.sheet, width: 18 },
      { header: parts.row, width: 8 },
      { header: parts.cells, width: 90 },
      { header: parts.differs, width: 40 }
    ],
    rows: audit.findings.flatMap(({ check, id, places, detail }) => {
      const shown = detail.kind === 'rows' ? detail : undefined
      const cellsOf = new Map(shown?.rows.map(({ place, cells }) => [place, cells]))
      return places.flatMap((place, index): Cell[][] => {
        if (place.row === undefined) return []
        const cells = cellsOf.get(index)?.map((cell, column) => ({ ...cell, header: shown?.columns[column] ?? '' })) ?? [] // prettier-ignore
        const text = (each: { header: string; text: string }): string =>
          view.spell(each.header === '' ? each.text : `${each.header}${parts.colon}${each.text}`)
        const filled = cells.filter(cell => cell.text !== '')
        return [
          [
            say.check(check).title,
            id,
            view.number(place.path),
            view.level === 'statistics' ? '' : view.path(place.path),
            view.sheet(place),
            place.row,
            filled.map(text).join('\n'),
            filled.filter(({ differs }) => differs).map(text).join('\n') // prettier-ignore
          ]
        ]
      })
    })
  }
}
