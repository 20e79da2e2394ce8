import { later, long, short } from '../days.ts'
import type { Random } from '../random.ts'
import type { Unit } from '../unit.ts'
import { ACTIVITIES, LINKS, OPENINGS, type ActivityKind } from './activities.ts'
import { NEWS, NOTICE, PLAN, PROGRESS, REFLECT } from './articles.ts'
import { ISSUES } from './issues.ts'
import { AGENDA, LESSONS, REMARKS, type Agenda } from './meetings.ts'
import { ANSWERS, CIRCUMSTANCES, TALK_REPLIES, TALK_TOPICS, WORRIES } from './visits.ts'

/**
 * Makes text. Every pool is a deck that is dealt to its end before a card comes again, and blanks are filled anew
 * each time, so that two honest texts share hardly more than their kind of speech.
 */
export interface Speech {
  fill(frame: string, day?: string): string
  /** Something that went wrong, what was done, what came of it. */
  incident(): { topic: string; shows: string; action: string; outcome: string }
  /** What was seen and said on a visit, one to four sentences. */
  visit(): string
  /** A talk with a colleague: its subject and how it ended. */
  talk(): { topic: string; reply: string }
  agenda(): Agenda
  lesson(): string
  remark(day: string): string
  activity(): ActivityKind
  /** Paragraphs on one event. */
  story(kind: ActivityKind, day: string, village: string): string[]
  plan(day: string): string
  progress(day: string): string
  reflect(day: string): string
  notice(day: string): string
  news(day: string): string
}

export function makeSpeech(random: Random, unit: Unit, inspectedOn: string): Speech {
  const deal = {
    issue: random.deck(ISSUES),
    circumstance: random.deck(CIRCUMSTANCES),
    worry: random.deck(WORRIES),
    answer: random.deck(ANSWERS),
    topic: random.deck(TALK_TOPICS),
    reply: random.deck(TALK_REPLIES),
    agenda: random.deck(AGENDA),
    lesson: random.deck(LESSONS),
    remark: random.deck(REMARKS),
    activity: random.deck(ACTIVITIES),
    opening: random.deck(OPENINGS),
    link: random.deck(LINKS),
    plan: random.deck(PLAN),
    progress: random.deck(PROGRESS),
    reflect: random.deck(REFLECT),
    notice: random.deck(NOTICE),
    news: random.deck(NEWS),
    staff: random.deck(unit.staff),
    resident: random.deck(unit.residents),
    spot: random.deck(unit.spots),
    village: random.deck(unit.villages),
    subject: random.deck(ISSUES.map(issue => issue.topic))
  }
  // each issue deals its own variants, so that a topic that comes back does not say the same
  const variants = new Map<readonly string[], () => string>()
  const variant = (list: readonly string[]): string => {
    const deck = variants.get(list) ?? random.deck(list)
    variants.set(list, deck)
    return deck()
  }

  const fill = (frame: string, day = later(inspectedOn, -random.int(30, 300))): string =>
    frame.replace(/\{(\w+)\}/gu, (_, blank: string) => {
      switch (blank) {
        case 'n': return String(random.int(2, 9))
        case 'N': return String(random.int(11, 68))
        case 'N2': return String(random.int(70, 460))
        case 'm': return String(random.int(12, 480))
        case 'money': return String(random.int(3, 290) * 100 + random.pick([0, 0, 20, 50, 80]))
        case 'who': return random.chance(0.5) ? deal.resident().name : deal.staff().name
        case 'post': return deal.staff().post
        case 'firm': return random.pick(unit.firms)
        case 'spot': return deal.spot()
        case 'village': return deal.village()
        case 'topic': return deal.subject()
        case 'office': return unit.bureau
        case 'unit': return random.chance(0.5) ? '镇里' : unit.town
        case 'd': return random.chance(0.5) ? short(day) : `${+day.slice(5, 7)}月${random.pick(['上旬', '中旬', '下旬', '底', '初'])}`
        case 'inspected': return long(inspectedOn)
        case 'year': return inspectedOn.slice(0, 4)
        default: throw new Error(`unknown blank ${blank}`)
      }
    }) // prettier-ignore

  // two texts may share one piece, never two: a second shared piece would make honest rows look copied
  const met = new Set<string>()
  const fresh = (parts: readonly string[]): boolean => {
    const pairs = parts.flatMap((a, i) => parts.slice(i + 1).map(b => `${a}\n${b}`))
    if (pairs.some(pair => met.has(pair))) return false
    for (const pair of pairs) met.add(pair)
    return true
  }
  const visitParts = (): string[] => [
    deal.circumstance(),
    ...(random.chance(0.85) ? [deal.worry()] : []),
    ...(random.chance(0.4) ? [variant(deal.issue().shows)] : []),
    ...(random.chance(0.8) ? [deal.answer()] : [])
  ]
  const phrase = (parts: readonly string[]): string => {
    const told = random.chance(0.25) ? [parts[0]!, ...random.shuffled(parts.slice(1))] : parts
    return `${told.join(random.pick(['，', '；', '。']))}。`
  }

  return {
    fill,
    visit() {
      for (let tries = 0; ; tries++) {
        const parts = visitParts()
        if (tries < 40 && !fresh(parts)) continue
        return phrase(parts.map(part => fill(part)))
      }
    },
    incident() {
      const issue = deal.issue()
      for (let tries = 0; ; tries++) {
        const parts = [variant(issue.shows), variant(issue.actions), variant(issue.outcomes)]
        if (tries < 40 && !fresh(parts)) continue
        return {
          topic: issue.topic,
          shows: fill(parts[0]!),
          action: fill(parts[1]!),
          outcome: fill(parts[2]!)
        }
      }
    },
    talk: () => ({ topic: fill(deal.topic()), reply: fill(deal.reply()) }),
    agenda: () => deal.agenda(),
    lesson: () => deal.lesson(),
    remark: day => fill(deal.remark(), day),
    activity: () => deal.activity(),
    story(kind, day, village) {
      const steps = Array.from({ length: random.int(3, 5) }, () => fill(variant(kind.steps), day))
      const half = Math.ceil(steps.length / 2)
      const opening = fill(deal.opening().replace('{village}', village).replace('{d}', short(day)), day)
      return [
        `${opening}，做的是${kind.name}。${fill(deal.link(), day)}。`,
        `${steps.slice(0, half).join('。')}。`,
        `${steps.slice(half).join('。')}。${fill(deal.link(), day)}。`,
        `${fill(variant(kind.closings), day)}。`
      ]
    },
    plan: day => fill(deal.plan(), day),
    progress: day => fill(deal.progress(), day),
    reflect: day => fill(deal.reflect(), day),
    notice: day => fill(deal.notice(), day),
    news: day => fill(deal.news(), day)
  }
}
