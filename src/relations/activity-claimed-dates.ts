import type { ClaimedDate, Evidence } from '../model/evidence.ts'
import { isOccasion, lengthOf, spanOf } from '../support/periods.ts'
import { groupBy } from '../support/grouping.ts'
import type { Caption } from './activity-captions.ts'
import { claimBetween, ledgerDate, type OwnClaims } from './activity-claims.ts'
import { isWithin, type Scope } from './activity-folders.ts'
import { isInsideDocument } from '../model/material.ts'

/**
 * The best claim of each material: a caption beside it, its own name or text, its folder, the document it is
 * embedded in, its entries. A finer folder within a coarse claim of its own is finer still. Times that cameras and
 * messengers put into names are no claims about an event.
 */
export function claimedDates(
  { materials, ledgers, conversations }: Pick<Evidence, 'materials' | 'ledgers' | 'conversations'>,
  scopes: readonly Scope[],
  own: readonly OwnClaims[],
  captions: readonly (Caption | undefined)[]
): (ClaimedDate | undefined)[] {
  const ledgersOf = groupBy(ledgers, ({ material }) => material)
  const talks = new Map(conversations.map(({ material, messages }) => [material, talkDate(messages)]))
  const claims: (ClaimedDate | undefined)[] = []
  materials.forEach((material, i) => {
    if (isInsideDocument(materials, material)) {
      const held = claims[material.parent!]
      // A picture in a ledger is of its row, not of the ledger's span
      const inherited =
        held && materials[material.parent!]!.kind !== 'table'
          ? { ...held, source: 'container' as const }
          : undefined
      claims.push(captions[i]?.date ?? finest(own[i]!.dates) ?? inherited ?? scopes[i]!.date)
      return
    }
    const claimed = nearer(finest(own[i]!.dates), scopes[i]!.date)
    claims.push(finer(claimed, ledgerDate(ledgersOf.get(i) ?? []) ?? talks.get(i)))
  })
  return claims
}

/** The first claim, or a later one that says the same more finely. */
function finest(dates: readonly ClaimedDate[]): ClaimedDate | undefined {
  return dates.reduce<ClaimedDate | undefined>((best, date) => (best ? finer(best, date) : date), undefined)
}

/** The folder of one day says more about a file in it than a year, a quarter or a month in the file's own name. */
function nearer(own: ClaimedDate | undefined, folder: ClaimedDate | undefined): ClaimedDate | undefined {
  if (own && folder && folder.from === folder.to && !isOccasion(own)) return folder
  return finer(own, folder)
}

function finer(first: ClaimedDate | undefined, second: ClaimedDate | undefined): ClaimedDate | undefined {
  if (!first || !second) return first ?? second
  return isWithin(second, first) && lengthOf(second) < lengthOf(first) ? second : first
}

function talkDate(messages: readonly { at: string }[]): ClaimedDate | undefined {
  const days = messages.map(({ at }) => at.slice(0, 10)).filter(at => at !== '')
  return claimBetween(spanOf(days.map(at => ({ from: at, to: at }))), 'text')
}
