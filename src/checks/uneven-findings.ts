import type { Place } from '../model/audit.ts'
import type { Evidence, UnevenFigures } from '../model/evidence.ts'
import type { FindingDraft } from '../model/finding.ts'
import { sha256 } from '../support/hashing.ts'
import { clip, normalise } from '../support/text.ts'

/** What the check of results says of figures of one paper that do not follow from each other. */

const MESSAGES = {
  total: 'totalApart',
  part: 'partAbove',
  share: 'shareApart',
  change: 'changeApart'
} as const
/** Log10 likelihood ratios, priors: plain arithmetic inside one paper; a slip of the hand is the other reading, not another count. */
const WEIGHTS = { total: 1.6, part: 1.4, share: 1.3, change: 1.6 } as const

export function unevenFinding(evidence: Evidence, uneven: UnevenFigures): FindingDraft {
  const { kind, stated, follows, unit, parts, text } = uneven
  const words = {
    stated: `${stated}${unit}`,
    follows: `${follows}${kind === 'part' ? unit : kind === 'total' ? '' : '%'}`,
    parts,
    column: kind === 'total' ? clip(text, 20) : ''
  }
  const content = uneven.rows ? uneven.rows.map(({ label, value }) => `${normalise(label)}\t${value}`).join('\n') : normalise(text) // prettier-ignore
  return {
    message: MESSAGES[kind],
    words,
    owner: 'unit',
    places: placesOf(evidence, uneven),
    members: [sha256(`${kind}\n${content}\n${stated}\n${uneven.runs.flat().join()}`)],
    indications: [{ code: 'ownFigures', family: 'claims', weight: WEIGHTS[kind], words }],
    detail: detailOf(uneven)
  }
}

function placesOf(
  { materials, ledgers, documents }: Evidence,
  { material, place, rows, text, runs }: UnevenFigures
): Place[] {
  const { path } = materials[material]!
  const { paragraph, ...where } = place
  if (rows) {
    const name = ledgers.find(each => each.material === material && each.table.head.index === place.table)?.table.head.name // prettier-ignore
    return rows.map(({ row }) => ({ path, ...where, row, ...(name ? { sheet: name } : {}) }))
  }
  const whole = paragraph === undefined ? undefined : documents.find(each => each.material === material)?.paragraphs[paragraph]?.text // prettier-ignore
  const at = whole?.indexOf(text) ?? -1
  const [first, last] = [runs[0]?.[0] ?? 0, runs.at(-1)?.[1] ?? text.length]
  return [{ path, ...where, ...(at < 0 ? {} : { span: [at + first, at + last] as [number, number] }) }]
}

function detailOf({ rows, columns = [], text, runs, parts }: UnevenFigures): FindingDraft['detail'] {
  if (!rows) return { kind: 'texts', texts: [{ place: 0, text, runs: runs.map(([from, to]): [number, number] => [from, to]) }], total: 1 } // prettier-ignore
  return {
    kind: 'rows',
    columns: [...columns],
    rows: rows.map(({ label, value }, place) => ({
      place,
      cells: [
        {
          text: label,
          differs: false,
          ...(place === rows.length - 1 ? {} : { sensitive: 'person' as const })
        },
        { text: String(value), differs: place === rows.length - 1 }
      ]
    })),
    total: parts + 1
  }
}
