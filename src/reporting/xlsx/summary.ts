import type { MaterialClass, Share } from '../../model/audit.ts'
import { fill } from '../../words/index.ts'
import { PURPOSE_KEYS, percent, SHARE_KEYS } from '../figures.ts'
import type { View } from '../view.ts'
import type { Cell, Sheet } from './sheet.ts'

type Row = readonly Cell[]

/** Every figure of page one, the counts it comes from and how, in words: formulas are shown, never live. */
export function summarySheet(view: View): Sheet {
  const { parts } = view
  return {
    name: parts.sheetSummary,
    columns: [
      { header: parts.figure, width: 44 },
      { header: parts.value, width: 16, figures: true },
      { header: parts.how, width: 96 }
    ],
    rows: [
      ...head(view),
      ...standings(view),
      ...shares(view),
      ...purposes(view),
      ...repeated(view),
      ...found(view),
      [view.parts.statement, undefined, view.words.notScore],
      [view.parts.statement, undefined, view.words.formula]
    ]
  }
}

function head(view: View): Row[] {
  const { audit, words, parts, say, level, path } = view
  const { package: pack, accounting, materials } = audit
  const secret = materials.filter(material => material.secret).length
  const reason = audit.settings['reason']
  const said = (text: string): Row => [parts.statement, undefined, text]
  return [
    ...(secret > 0 ? [[parts.secretFigure, secret, fill(words.secrecy, { count: secret })]] : []), // prettier-ignore
    ...(level === 'full' ? [said(typeof reason === 'string' && reason.trim() !== '' ? fill(parts.reasonGiven, { reason }) : parts.reasonMissing)] : []), // prettier-ignore
    ...(level === 'statistics' ? [said(parts.statistics)] : []),
    ...(audit.partial ? [said(words.partial)] : []),
    ...(pack.unit ? [[words.unit, undefined, pack.unit]] : []),
    [words.package, undefined, path(pack.name)],
    ...(pack.period ? [[words.period, undefined, `${pack.period.from ?? '…'} — ${pack.period.to ?? '…'}`]] : []), // prettier-ignore
    [words.inspected, undefined, pack.inspectedOn ?? words.inspectedUnknown],
    [parts.foundFigure, accounting.found, fill(parts.countRows, { sheet: parts.sheetMaterials, n: accounting.found })], // prettier-ignore
    ...(['read', 'partly', 'unread', 'listed'] as const).map((key): Row => [
      say.statuses[key],
      accounting[key],
      where(view, parts.sheetMaterials, words.status, say.statuses[key], accounting[key])
    ])
  ]
}

function standings(view: View): Row[] {
  const { audit, words, parts, standing } = view
  const { activities, indicators } = audit.balance
  const row = (sheet: string, unit: string, key: 'result' | 'trace' | 'undetermined' | 'missing', n: number): Row => [`${unit} · ${standing(key)}`, n, where(view, sheet, parts.standing, standing(key), n)] // prettier-ignore
  const keys = ['result', 'trace', 'undetermined'] as const
  return [
    ...keys.map(key => row(parts.sheetActivities, words.activities, key, activities[key])),
    ...(indicators ? [...keys, 'missing' as const].map(key => row(parts.sheetIndicators, parts.indicators, key, indicators[key])) : []) // prettier-ignore
  ]
}

function shares(view: View): Row[] {
  const { audit, words, parts } = view
  const { files, entries, characters, embeddedPictures } = audit.balance
  const counts = (as: string) => (key: MaterialClass, n: number) =>
    fill(parts.countClass, { sheet: parts.sheetMaterials, as, value: view.say.classes[key], n })
  const sum = (key: MaterialClass, n: number): string =>
    fill(parts.sumClass, { sheet: parts.sheetMaterials, column: parts.charactersCounted, value: view.say.classes[key], n }) // prettier-ignore
  const columns: Partial<Record<MaterialClass, string>> = { trace: parts.entriesTrace, mixed: parts.entriesMixed, result: parts.entriesResult } // prettier-ignore
  const ofEntries = (key: MaterialClass, n: number): string =>
    columns[key]
      ? fill(parts.sumWhere, { sheet: parts.sheetMaterials, column: columns[key], n })
      : parts.noUnknownEntries
  return [
    ...measure(view, words.byFiles, files, counts(parts.countedFile)),
    ...measure(view, words.byEntries, entries, ofEntries),
    ...measure(view, words.byCharacters, characters, sum),
    ...measure(view, words.byEmbedded, embeddedPictures, counts(parts.countedEmbedded))
  ]
}

function measure(
  { words, parts, say }: View,
  label: string,
  share: Share,
  how: (key: MaterialClass, n: number) => string
): Row[] {
  const { trace, mixed, result, unknown } = share
  const counts = { trace, mixed, result, unknown }
  return [
    ...SHARE_KEYS.map((key): Row => [`${label} · ${say.classes[key]}`, share[key], how(key, share[key])]),
    [`${label} · ${words.share}`, percent(share.share), fill(parts.shareHow, counts)],
    [`${label} · ${parts.low}`, percent(share.low), fill(parts.lowHow, counts)],
    [`${label} · ${parts.high}`, percent(share.high), fill(parts.highHow, counts)]
  ]
}

function purposes({ audit, words, parts, say, purpose }: View): Row[] {
  const split = audit.balance.purposes
  if (!split) return []
  return [
    ...PURPOSE_KEYS.map((key): Row => [
      `${words.byFiles} · ${say.classes.trace} · ${purpose(key)}`,
      split.files[key],
      fill(parts.countPurpose, { sheet: parts.sheetMaterials, as: parts.countedFile, value: say.classes.trace, purpose: purpose(key), n: split.files[key] }) // prettier-ignore
    ]),
    ...PURPOSE_KEYS.map((key): Row => [
      `${words.byEntries} · ${say.classes.trace} · ${purpose(key)}`,
      split.entries[key],
      fill(parts.sumPurpose, { sheet: parts.sheetMaterials, column: parts.entriesTrace, purpose: purpose(key), n: split.entries[key] }) // prettier-ignore
    ])
  ]
}

function repeated({ audit, words, parts }: View): Row[] {
  const { files, entries } = audit.balance.repeated
  return [
    [`${parts.repeatedTitle} · ${words.byFiles}`, files, fill(parts.countFilled, { sheet: parts.sheetMaterials, column: parts.repeats, n: files })], // prettier-ignore
    [`${parts.repeatedTitle} · ${words.byEntries}`, entries, fill(parts.sumWhere, { sheet: parts.sheetMaterials, column: parts.repeatedEntries, n: entries })] // prettier-ignore
  ]
}

function found(view: View): Row[] {
  const { audit, parts, say } = view
  return (['strong', 'moderate', 'weak'] as const).map(key => {
    const n = audit.findings.filter(({ strength }) => strength === key).length
    return [`${parts.toCheckTitle} · ${say.strengths[key]}`, n, where(view, parts.sheetFindings, parts.strength, say.strengths[key], n)] // prettier-ignore
  })
}

function where({ parts }: View, sheet: string, column: string, value: string, n: number): string {
  return fill(parts.countWhere, { sheet, column, value, n })
}
