import type { Evidence, Unbound } from '../model/evidence.ts'
import type { Tick } from '../support/tick.ts'
import { relateActivities, type Belonging } from './activities.ts'
import { bound } from './binding.ts'
import { supportClaims } from './claim-support.ts'
import { dataFormsOf } from './data-forms.ts'
import { findEntryGroups } from './entries.ts'
import { relateIndicators } from './indicators.ts'
import { ledgerHistories } from './ledger-history.ts'
import { ledgerPieces } from './ledger-pieces.ts'
import { findPassageGroups } from './passages.ts'
import { findPictureGroups } from './picture-groups.ts'
import { findFieldFamilies } from './repeated-fields.ts'
import { findReplyBursts } from './reply-bursts.ts'
import { findSameContent } from './same-content.ts'
import { findSessions } from './sessions.ts'

type Found =
  | 'activities'
  | 'activityOf'
  | 'indicatorOf'
  | 'indicators'
  | 'claimedDateOf'
  | 'sameContent'
  | 'entryGroups'
  | 'passageGroups'
  | 'pictureGroups'
  | 'sessions'
  | 'replyBursts'
  | 'claimSupports'
  | 'dataForms'
  | 'fieldFamilies'
  | 'ledgerHistories'
  | 'ledgerPieces'
  | 'unbound'

/** Facts of each material by itself, and of the view in which bound papers are materials. */
export type Facts = Omit<Evidence, Found> & { apart?: Omit<Unbound, Found | 'inspection'> }

/** Facts across materials, each computed once and shared by all checks. */
export function relate({ apart, ...facts }: Facts, tick: Tick): Evidence {
  const sameContent = findSameContent(facts.materials, tick)
  const pieces = ledgerPieces(facts)
  const unbound = apart && unboundOf({ ...apart, inspection: facts.inspection }, tick)
  const belonging = unbound ? bound(unbound) : relateActivities({ ...facts, ledgerPieces: pieces }, tick)
  const filed = relateIndicators({ ...facts, ...belonging })
  const known = {
    ...facts,
    ...belonging,
    ...filed,
    sameContent,
    ledgerPieces: pieces,
    dataForms: dataFormsOf(facts),
    ...(unbound && { unbound })
  }
  return {
    ...known,
    entryGroups: findEntryGroups(known, tick),
    passageGroups: findPassageGroups(known, tick),
    pictureGroups: findPictureGroups(known, tick),
    sessions: findSessions(known, tick),
    replyBursts: findReplyBursts(facts.conversations, tick),
    claimSupports: supportClaims(facts, tick),
    fieldFamilies: findFieldFamilies(known, tick),
    ledgerHistories: ledgerHistories(known, tick)
  }
}

function unboundOf(
  view: Omit<Unbound, keyof Belonging | 'sameContent' | 'ledgerPieces'>,
  tick: Tick
): Unbound {
  const pieces = ledgerPieces(view)
  return {
    ...view,
    ...relateActivities({ ...view, ledgerPieces: pieces }, tick),
    sameContent: findSameContent(view.materials, tick),
    ledgerPieces: pieces
  }
}
