import type { MaterialRecord } from '../model/audit.ts'
import { fill } from '../words/index.ts'
import type { Look } from './look-first.ts'
import type { View } from './view.ts'

const MOST_WHY = 3

/** What decided a class, each cue once; layouts have no words of the package. */
export function cuesOf({ why, secret }: MaterialRecord, { spell, level }: View): string {
  if (secret || level === 'statistics') return ''
  const cues = why.filter(({ where }) => where !== 'layout' && where !== 'provenance').map(({ cue }) => cue)
  return spell([...new Set(cues)].slice(0, MOST_WHY).join(' · '))
}

/** What there is to say of one material beside its class: kept, made for, barred, overruled, notes. */
export function remarksOf(material: MaterialRecord, view: View): string[] {
  const { parts, say, code, purpose: purposeText } = view
  const { keep, purpose, demandedBy, barred, change, overruled, notes = [] } = material
  return [
    ...(keep ? [keepText(keep, view)] : []),
    ...(purpose ? [demandedBy ? fill(parts.demandedBy, { purpose: purposeText(purpose), by: view.spell(demandedBy) }) : fill(parts.purposeIs, { purpose: purposeText(purpose) })] : []), // prettier-ignore
    ...(barred ? [fill(parts.barredIs, { rule: code('rule', barred) })] : []),
    ...(change ? [fill(parts.changeIs, { what: code('change', change.code, change.words) })] : []),
    ...(overruled ? [overruledText(overruled, view)] : []),
    ...notes.map(note => view.spell(say.note(note)))
  ]
}

export function keepText(
  { basis, binds }: NonNullable<MaterialRecord['keep']>,
  { parts, code }: View
): string {
  const kept = fill(parts.keep, { basis })
  return binds ? `${kept}${parts.stop}${fill(parts.binds, { binds: code('binds', binds) })}` : kept
}

export function overruledText({ by, from, note }: NonNullable<MaterialRecord['overruled']>, { parts, say, spell }: View): string {
  const text = { material: parts.overruledMaterial, folder: parts.overruledFolder, rule: parts.overruledRule }[by]
  return `${fill(text, { from: say.classes[from] })}${note ? `${parts.colon}${spell(note)}` : ''}`
} // prettier-ignore

/** What it adds to the balance, or why nothing. */
export function countedText(material: MaterialRecord, { parts }: View): string {
  const { counted, repeats, repeatedEntries } = material
  const repeated = repeatedEntries === undefined ? [] : [fill(parts.countedRepeated, { n: repeatedEntries })]
  if (!counted)
    return [repeats === undefined ? parts.countedNot : fill(parts.countedRepeat, { no: repeats }), ...repeated].join(' · ') // prettier-ignore
  const as = { file: parts.countedFile, embedded: parts.countedEmbedded, inside: parts.countedInside }[counted.as] // prettier-ignore
  return [
    as,
    ...(counted.characters > 0 ? [fill(parts.countedCharacters, { n: counted.characters })] : []),
    ...(counted.entries ? [fill(parts.countedEntries, counted.entries)] : []),
    ...repeated
  ].join(' · ')
}

/** What falls, in words; the same in the workbook. */
export function fallsText(look: Look, { parts, language }: Pick<View, 'parts' | 'language'>): string {
  const { activities, indicators, entries, results, only } = look
  const said = [
    activities > 0 && fill(parts.fallsActivities, { n: activities }),
    indicators > 0 && fill(parts.fallsIndicators, { n: indicators }),
    results > 0 && fill(parts.fallsResults, { n: results }),
    entries > 0 && fill(parts.fallsEntries, { n: entries }),
    only > 0 && fill(parts.fallsOnly, { n: only })
  ].filter(each => each !== false)
  return said.length > 0 ? said.join(language === 'zh' ? '，' : ', ') : parts.fallsNothing
}

export function sourceText(source: 'given' | 'list' | 'folder', parts: View['parts']): string {
  return { given: parts.sourceGiven, list: parts.sourceList, folder: parts.sourceFolder }[source]
}
