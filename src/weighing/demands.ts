import data from '../../resources/rules/demands.json'
import type { Evidence, DocumentText } from '../model/evidence.ts'
import type { DemandRules } from '../model/rules.ts'
import { writtenDates } from '../support/dates.ts'
import { bare, normalise } from '../support/text.ts'
import type { Weight } from './classify.ts'
import { matterOf, type Matter } from './matter.ts'

/** The words of asking as shipped; `tests/weighing` holds the file to its schema. */
export const DEMAND_RULES = data as unknown as DemandRules

/** What indicators ask for, once a list of them was given or found: the part of a fact that is looked at here. */
export interface Asking {
  readonly code: string
  readonly ask?: { readonly name?: string; readonly asks?: string }
  readonly materials?: readonly number[]
}
type Asked = Evidence & { readonly indicators?: readonly Asking[] }

/** What one indicator or notice asks for by name. */
interface Demand {
  by: string
  things: ReadonlySet<string>
  records: readonly string[] // 走访, 巡查: kinds of records named
}

interface NoticeDemand extends Demand {
  notice: number
  whole: boolean // reaches all that is handed in
  topic: ReadonlySet<string>
  issuedOn?: string // YYYY-MM-DD, as it is signed
}

/** A notice longer than this is read no further; the longest party rules have some 600 paragraphs. */
const MOST_PARAGRAPHS = 2000
/** Runs of this many characters of a notice's subject tie it to what speaks of the same. */
const RUN = 4
/** A signature stands in the last lines, with at most a list of copies below it, and is short. */
const FOOT = 8
const SIGNATURE = 40
const NUMBERED = /^\(?(?:\d+|[一二三四五六七八九十]+)[).、]/u
const FORMAL =
  /关于|开展|做好|进一步|加强|切实|认真|组织|年度|工作|活动|有关|事项|印发|转发|贯彻|落实|专项|的通知|通知|方案|\d+年?/gu

/**
 * Per material who asked for it by name: the code of the indicator it is filed under, where a list says what that
 * indicator asks; else the number of an issued notice in the package whose sentences ask for such a thing. A
 * folder's code alone asks for nothing, and 佐证材料 names no kind of thing.
 */
export function demandsOf(
  evidence: Asked,
  weights: readonly Weight[],
  rules: DemandRules = DEMAND_RULES
): (string | undefined)[] {
  const indicators = indicatorDemands(evidence, rules)
  const filed = new Map(
    (evidence.indicators ?? []).flatMap(({ code, materials = [] }) => materials.map(index => [index, code]))
  )
  const notices = evidence.documents.flatMap(document => noticeDemand(evidence, document, rules))
  const matter = matterOf(evidence)
  const titles = new Map(evidence.documents.map(({ material, title }) => [material, title]))
  return evidence.materials.map((material, index) => {
    const weight = weights[index]!
    if (material.origin !== 'package' || (weight.class !== 'trace' && weight.class !== 'mixed'))
      return undefined
    const near = [
      askedUnder(indicators, filed.get(index) ?? evidence.indicatorOf[index]),
      ...noticesFor(evidence, index, titles.get(index) ?? '', notices)
    ]
    if (near.every(demand => demand === undefined)) return undefined
    const it = matter(index)
    return near.find(demand => demand && names(demand, it, weight.classId, rules))?.by
  })
}

/** By what the list asks; a list of papers to hand in has only names, and those are what it asks for. */
function indicatorDemands({ indicators = [] }: Asked, rules: DemandRules): Map<string, Demand> {
  return new Map(
    indicators.flatMap(({ code, ask }) => {
      const asked = askedIn(ask?.asks ?? ask?.name ?? '', rules)
      return asked ? [[code, { by: code, ...asked }] as const] : []
    })
  )
}

/** The list's own line for a code, or for the nearest one above it (a list may stop at 1-2 where folders go to 1-2-3). */
function askedUnder(demands: ReadonlyMap<string, Demand>, code: string | undefined): Demand | undefined {
  for (let at = code ?? ''; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('-')))) {
    const demand = demands.get(at)
    if (demand) return demand
  }
  return undefined
}

function noticeDemand(evidence: Evidence, document: DocumentText, rules: DemandRules): NoticeDemand[] {
  if (!document.issued) return []
  const asked = askedIn(askingSentences(document, rules).join('\n'), rules)
  if (!asked) return []
  const { no } = evidence.materials[document.material]!
  const title = normalise(document.title)
  const whole = rules.wholePackage.some(word => title.includes(word))
  const topic = runsOf(bare(document.title).replace(FORMAL, ' '))
  return [
    {
      by: document.documentNumber ?? `#${no}`,
      notice: document.material,
      whole,
      topic,
      issuedOn: issuedOn(document),
      ...asked
    }
  ]
}

/** The day under a notice’s signature: the last short line near its end that is a day. */
function issuedOn({ paragraphs }: DocumentText): string | undefined {
  for (const { text } of paragraphs.slice(-FOOT).reverse()) {
    const day = text.length <= SIGNATURE ? writtenDates(text).find(({ from, to }) => from === to) : undefined
    if (day) return day.from
  }
  return undefined
}

/** Sentences with a verb of asking, and the numbered lines that follow one which ends in a colon. */
function askingSentences({ paragraphs }: DocumentText, rules: DemandRules): string[] {
  let list = false
  return paragraphs.slice(0, MOST_PARAGRAPHS).flatMap(({ text, label, table }) => {
    if (label && table !== undefined) return [] // an attached form’s own labels
    const written = text.normalize('NFKC').trim()
    const listed = list && NUMBERED.test(written)
    const asking = written.split(/[。;!?\n]/u).filter(each => rules.verbs.some(verb => each.includes(verb)))
    list = listed || (asking.length > 0 && written.endsWith(':'))
    return listed ? [written] : asking
  })
}

/** Things and kinds of records a text asks for; nothing when it forbids or spares (不得要求拍照留痕). */
function askedIn(text: string, rules: DemandRules): Omit<Demand, 'by'> | undefined {
  const asked = text
    .normalize('NFKC')
    .split(/[,。;\n]/u)
    .filter(clause => !rules.bars.some(bar => clause.includes(bar)))
    .map(normalise)
    .join('\n')
  const things = rules.things
    .filter(({ words }) => words.some(word => asked.includes(word)))
    .map(({ id }) => id)
  const { suffixes, setAside } = rules.records
  const records = [...asked.matchAll(new RegExp(`([一-龥]{2})(?=${suffixes.join('|')})`, 'gu'))]
    .map(([, named]) => named!)
    .filter(named => !setAside.some(word => word.includes(named) || named.includes(word)))
  return things.length > 0 || records.length > 0 ? { things: new Set(things), records } : undefined
}

/** Notices that speak of this material's own matter, or of the whole package; the nearest first. */
function noticesFor(
  evidence: Evidence,
  index: number,
  title: string,
  notices: readonly NoticeDemand[]
): NoticeDemand[] {
  if (notices.length === 0) return []
  const { indicatorOf, activityOf, activities, claimedDateOf } = evidence
  const activity = activityOf[index]
  const about = [
    title,
    activity === undefined ? '' : activities[activity]!.title,
    ...(evidence.names[index]?.folders ?? []).map(({ subject }) => subject)
  ]
  const own = runsOf(about.map(bare).join(' '))
  const same = (values: readonly (string | number | undefined)[], at: number): boolean =>
    values[at] !== undefined && values[at] === values[index]
  // Lying in one folder is not enough: 上级文件 gathers notices of every matter.
  // Nobody made in March what a notice of September asked for; an inspection asks for what is there already.
  const before = (each: NoticeDemand): boolean => {
    const made = claimedDateOf[index]
    return made !== undefined && each.issuedOn !== undefined && made.to < each.issuedOn
  }
  const nearness = (each: NoticeDemand): number => {
    if (before(each)) return 0
    if (same(activityOf, each.notice)) return 3
    if (![...each.topic].some(run => own.has(run))) return 0
    return same(indicatorOf, each.notice) ? 2 : 1
  }
  return notices
    .map(each => ({ each, near: nearness(each) }))
    .filter(({ each, near }) => near > 0 || each.whole)
    .sort((a, b) => b.near - a.near || a.each.notice - b.each.notice)
    .map(({ each }) => each)
}

function names(demand: Demand, matter: Matter, classId: string | undefined, rules: DemandRules): boolean {
  const stands = (word: string): boolean => matter.titles.includes(word)
  const thing = rules.things.some(
    ({ id, matches }) =>
      demand.things.has(id) &&
      matches.some(
        ({ classes, kinds, titles }) =>
          (!classes || classes.includes(classId ?? '')) &&
          (!kinds || kinds.includes(matter.kind)) &&
          (!titles || titles.some(stands))
      )
  )
  if (thing) return true
  // A record is known by its title; a picture or a chat of it is another thing.
  return matter.kind !== 'picture' && matter.kind !== 'conversation' && demand.records.some(stands)
}

function runsOf(text: string): ReadonlySet<string> {
  const runs = new Set<string>()
  for (const part of text.split(/\s+/u)) {
    for (let at = 0; at + RUN <= part.length; at++) runs.add(part.slice(at, at + RUN))
  }
  return runs
}
