import { lookFirst } from '../look-first.ts'
import { fallsText } from '../part-text.ts'
import type { View } from '../view.ts'
import type { Sheet } from './sheet.ts'

const MOST_PLACES = 40

/** Findings in the order to look at them, those that are nobody's to mend last. */
export function findingSheet(view: View): Sheet {
  const { audit, parts, words, say, place } = view
  const looks = lookFirst(audit)
  const first = new Set(looks.map(({ finding }) => finding.id))
  const ordered = [
    ...looks.map(look => ({ finding: look.finding, falls: fallsText(look, view), about: look.aboutResults })),
    ...audit.findings
      .filter(({ id }) => !first.has(id))
      .map(finding => ({ finding, falls: '', about: false }))
  ]
  return {
    name: parts.sheetFindings,
    columns: [
      { header: parts.order, width: 6 },
      { header: words.check, width: 18 },
      { header: parts.finding, width: 60 },
      { header: parts.strength, width: 12 },
      { header: parts.firmness, width: 10, format: 'percent' },
      { header: parts.owner, width: 20 },
      { header: parts.falls, width: 44 },
      { header: parts.aboutResults, width: 10 },
      { header: words.indications, width: 60 },
      { header: words.innocent, width: 48 },
      { header: words.clear, width: 40 },
      { header: parts.placesCount, width: 10 },
      { header: parts.places, width: 60 },
      { header: parts.findingId, width: 18 }
    ],
    rows: ordered.map(({ finding, falls, about }, index) => {
      const text = say.check(finding.check)
      return [
        index + 1,
        text.title,
        say.finding(finding),
        say.strengths[finding.strength],
        finding.firmness,
        say.owners[finding.owner],
        falls,
        about ? '✓' : '',
        finding.indications.map(each => say.indication(finding.check, each)).join('\n'),
        text.innocent.join('\n'),
        text.clear.join('\n'),
        finding.places.length,
        finding.places.slice(0, MOST_PLACES).map(place).join('\n'),
        finding.id
      ]
    })
  }
}
