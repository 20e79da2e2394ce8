import lexicon from '../../resources/lexicon/backfill-chat.json'
import type { Conversation, LedgerHistory } from '../model/evidence.ts'
import { EVENT_WORDS, FILING_WORDS } from '../model/filing.ts'
import type { Material } from '../model/material.ts'
import { daysBetween } from '../support/dates.ts'
import { bare, normalise } from '../support/text.ts'

/** Of the lexicon's cues those that speak of ledgers, records and their dates: 补材料 is said to every applicant. */
const CUES = lexicon.strong.filter(cue => /台账|记录|日期|时间|倒|往前|补录|补签|补齐/u.test(cue))
/** A file made within these days of a message may answer it. */
const AFTER = 10
const LONGEST_MESSAGE = 300
/** Words of titles that name no ledger in particular, 检查 least of all: it is what everybody talks about then. */
const GENERAL = new Set([
  '检查',
  '督查',
  '督导',
  '调研',
  '会议',
  '活动',
  '行动',
  '服务',
  '实践',
  '体验',
  '启动',
  '培训',
  '整治'
])
const KINDS = new RegExp(FILING_WORDS.join('|'), 'giu')

/**
 * A message of the unit's own conversations that asks for this very ledger to be filled in, shortly before its file
 * was made; the latest. A message that names none speaks of no file in particular and is not used.
 */
export function askedBefore(
  created: string,
  titles: readonly string[],
  conversations: readonly Conversation[],
  materials: readonly Material[]
): Pick<LedgerHistory, 'asked'> {
  const subjects = titles.flatMap(subjectsOf)
  const names = (text: string): boolean => subjects.some(subject => text.includes(subject))
  let best: { conversation: number; message: number; at: string } | undefined
  conversations.forEach(({ material, messages }, conversation) => {
    if (materials[material]!.origin !== 'package') return
    messages.forEach(({ at, kind, text }, message) => {
      if (kind !== 'text' || text.length > LONGEST_MESSAGE) return
      const days = daysBetween(at, created)
      if (days < 0 || days > AFTER || (best && best.at >= at)) return
      if (fillingWords(text) && names(normalise(text))) best = { conversation, message, at }
    })
  })
  return best ? { asked: { conversation: best.conversation, message: best.message } } : {}
}

/** What a title is about: its words for events, and runs of four ideographs between dates, places and kinds of paper. */
function subjectsOf(title: string): string[] {
  const plain = bare(title).replace(/(?:19|20)\d{2}年?度?|\d+月?|^.{2,12}?(?:镇|乡|街道|村|社区)/gu, '')
  const events = EVENT_WORDS.filter(word => word.length >= 2 && !GENERAL.has(word) && /\p{Script=Han}/u.test(word) && plain.includes(word)) // prettier-ignore
  const rest = plain.replace(KINDS, '')
  return rest.length >= 4 ? [...events, rest] : events
}

/** The lexicon's word for filling in later that stands in a text or path. */
export function fillingWords(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  const plain = normalise(text)
  return CUES.find(cue => plain.includes(cue))
}
