import type { Evidence } from '../model/evidence.ts'
import { groupBy } from '../support/grouping.ts'
import type { Tick } from '../support/tick.ts'
import { captionsOf, type Caption, type CaptionOf } from './activity-captions.ts'
import { ownClaims, type OwnClaims } from './activity-claims.ts'
import { claimedDates } from './activity-claimed-dates.ts'
import { draftActivities } from './activity-drafting.ts'
import { folderScopes } from './activity-folders.ts'
import { joinLoose } from './activity-loose.ts'
import { joinDrafts } from './activity-merging.ts'
import { settleActivities } from './activity-settling.ts'
import { packageYear } from './activity-year.ts'

type Given = Pick<Evidence, 'materials' | 'names' | 'documents' | 'ledgers' | 'forms' | 'pictures' | 'conversations' | 'inspection'> & Partial<Pick<Evidence, 'ledgerPieces'>> // prettier-ignore
export type Belonging = Pick<Evidence, 'activities' | 'activityOf' | 'indicatorOf' | 'claimedDateOf'>

/**
 * What happened (activities), what the inspection asks evidence for (indicators), and when each material claims to
 * be of. Folders first, then the files' own dates and titles; one activity filed under several indicators is one.
 * Activities come in order of date, title and id.
 */
export function relateActivities(given: Given, tick: Tick): Belonging {
  const { materials, names } = given
  const year = packageYear(given)
  const scopes = folderScopes(materials, names, year)
  const own = ownClaimsOf(given, year, tick)
  const captions = captionsOfAll(given, own, year)
  const { drafts, draftOf } = draftActivities(given, scopes, own, captions, year)
  const sets = joinDrafts(drafts, materials, tick)
  const rootOf = (at: number): number => sets.root(at)
  joinLoose(given, scopes, own, drafts, draftOf, rootOf)
  const { activities, activityOf } = settleActivities(given, drafts, draftOf, own, rootOf)
  return {
    activities,
    activityOf,
    indicatorOf: materials.map((_, i) => scopes[i]!.indicator ?? names[i]?.indicator),
    claimedDateOf: claimedDates(given, scopes, own, captions)
  }
}

function ownClaimsOf(
  { materials, names, documents, ledgers, forms }: Given,
  year: number | undefined,
  tick: Tick
): OwnClaims[] {
  const documentOf = new Map(documents.map(document => [document.material, document]))
  const ledgersOf = groupBy(ledgers, ({ material }) => material)
  const formsOf = groupBy(forms, ({ material }) => material)
  return materials.map((material, i) => {
    tick(i, materials.length)
    return ownClaims(
      material,
      names[i],
      documentOf.get(i),
      ledgersOf.get(i) ?? [],
      formsOf.get(i) ?? [],
      year
    )
  })
}

function captionsOfAll(
  { materials }: Given,
  own: readonly OwnClaims[],
  year: number | undefined
): (Caption | undefined)[] {
  const readers = new Map<number, CaptionOf>()
  return materials.map(material => {
    const { parent, at } = material
    if (parent === undefined || !at || materials[parent]?.kind !== 'document') return undefined
    const date = own[parent]!.dates[0]
    const reader = readers.get(parent) ?? captionsOf(materials[parent], date ? +date.from.slice(0, 4) : year)
    readers.set(parent, reader)
    return reader(material)
  })
}
