import type { Evidence } from '../model/evidence.ts'
import type { Tick } from '../support/tick.ts'
import { relateActivities } from './activities.ts'
import { findEntryGroups } from './entries.ts'
import { findPassageGroups } from './passages.ts'
import { findPictureGroups } from './picture-groups.ts'
import { findReplyBursts } from './reply-bursts.ts'
import { findSameContent } from './same-content.ts'
import { findSessions } from './sessions.ts'

type Found =
  | 'activities'
  | 'activityOf'
  | 'indicatorOf'
  | 'claimedDateOf'
  | 'sameContent'
  | 'entryGroups'
  | 'passageGroups'
  | 'pictureGroups'
  | 'sessions'
  | 'replyBursts'

/** Facts across materials, each computed once and shared by all checks. */
export function relate(facts: Omit<Evidence, Found>, tick: Tick): Evidence {
  const sameContent = findSameContent(facts.materials, tick)
  const belonging = relateActivities(facts, tick)
  const known = { ...facts, ...belonging, sameContent }
  return {
    ...known,
    entryGroups: findEntryGroups(known, tick),
    passageGroups: findPassageGroups(known, tick),
    pictureGroups: findPictureGroups(known, tick),
    sessions: findSessions(known, tick),
    replyBursts: findReplyBursts(facts.conversations, tick)
  }
}
