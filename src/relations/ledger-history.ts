import type { Conversation, Ledger, LedgerHistory, LedgerPieces, SameContent } from '../model/evidence.ts'
import type { Material } from '../model/material.ts'
import { isTypedIn } from '../model/typed-in.ts'
import { dayNumber, dayOf, daysBetween, wallSeconds } from '../support/dates.ts'
import { groupBy } from '../support/grouping.ts'
import type { Tick } from '../support/tick.ts'
import { askedBefore, fillingWords } from './history-asking.ts'
import { batchesOf } from './history-batches.ts'
import { gapsOf, isRegistry, statedDay, turnsOf } from './history-entries.ts'

interface Facts {
  materials: readonly Material[]
  ledgers: readonly Ledger[]
  conversations: readonly Conversation[]
  sameContent: readonly SameContent[]
  ledgerPieces?: readonly LedgerPieces[]
}

/** With fewer dated entries a median says little. */
const LEAST_ENTRIES = 8
/** Share of entries that must be older than their file, and by how many days at the median (field notes, priors). */
const MOSTLY = 0.8
const LATE = 30
/** Months typed up together include the last one, which is hardly late: it joins its batch from this many days. */
const LATE_IN_BATCH = 3

/** Papers that are made afterwards by right: compilations, payments, exports, plans and rosters. */
const AFTERWARDS = /汇总|合计|全年|年度|统计|总表|一览|明细|发放|公示|报表|导出|工单|名单|花名册|名册|计划|排班|轮值|值班表|安排|成绩|工资|盘点|资产|库存|清册|目录|reports?|summary|export|roster|schedule/iu // prettier-ignore
/**
 * Ledgers whose file records being made after nearly all of what they tell, and what else speaks for or against
 * their having been kept day by day. A creation time shared to the second by several files is their template's
 * (dcterms:created survives Save As), so it is no time of making and such files are left out.
 */
export function ledgerHistories(facts: Facts, tick: Tick): LedgerHistory[] {
  const { materials, ledgers, conversations } = facts
  const copy = copiesOf(facts)
  const templates = sharedTimes(materials, copy)
  const histories: LedgerHistory[] = []
  for (const [material, own] of groupBy(joined(facts), each => each.material)) {
    tick()
    const file = materials[material]!
    if (copy(material) || !isTypedIn(file) || templates.has(file.reading!.claims.created!)) continue
    const kept = own.filter(each => !AFTERWARDS.test(`${each.title}\n${file.name}`) && !isRegistry(each))
    const history = historyOf(material, file, kept, tick)
    if (history) histories.push(history)
  }
  return batchesOf(histories, materials)
    .filter(({ lag, batch }) => lag >= LATE || (batch !== undefined && lag >= LATE_IN_BATCH))
    .map(history => ({
      ...history,
      ...askedBefore(
        history.created,
        history.ledgers.map(index => ledgers[index]!.title),
        conversations,
        materials
      )
    }))
}

/** A ledger cut up over files is one, told by the record of its first file: no piece of it is long enough to say anything. */
function joined({ ledgers, ledgerPieces = [] }: Facts): Ledger[] {
  const pieces = new Set(ledgerPieces.flatMap(({ members }) => members))
  return [
    ...ledgers.filter(({ index }) => !pieces.has(index)),
    ...ledgerPieces.map(({ whole }) => whole)
  ].sort((a, b) => a.index - b.index)
}

function historyOf(
  material: number,
  { reading }: Material,
  ledgers: readonly Ledger[],
  tick: Tick
): LedgerHistory | undefined {
  // prettier-ignore
  const { claims, observed } = reading!
  const dated = ledgers.filter(ledger => ledger.rows.length > 0 && ledger.date(0) !== '' || ledger.rows.length > 1 && ledger.date(1) !== '') // prettier-ignore
  const days: number[] = []
  for (const ledger of dated) {
    for (let i = 0; i < ledger.rows.length; i++) {
      if (i % 10_000 === 0) tick(i, ledger.rows.length)
      const date = ledger.date(i)
      if (date !== '') days.push(dayNumber(date))
    }
  }
  if (days.length < LEAST_ENTRIES) return undefined
  days.sort((a, b) => a - b)
  const created = claims.created!
  const made = dayNumber(created)
  const before = days.filter(day => day < made).length / days.length
  const middle = days[days.length >> 1]!
  const lag = made - middle
  if (before < MOSTLY || lag < LATE_IN_BATCH) return undefined
  const stated = statedDay(dated)
  const words = fillingWords(claims.savedPath)
  const turns = turnsOf(dated)
  const gap = gapsOf(dated)
  return {
    material,
    ledgers: dated.map(({ index }) => index),
    entries: days.length,
    from: dayOf(days[0]!),
    to: dayOf(days.at(-1)!),
    middle: dayOf(middle),
    created,
    lag,
    before: Math.round(before * 100) / 100,
    byColumns: observed.stringOrder === 'columns',
    ...(claims.modified && claims.modified >= created && claims.created!.length > 10 && { sitting: Math.round((wallSeconds(claims.modified) - wallSeconds(created)) / 60) }), // prettier-ignore
    ...(stated && daysBetween(stated, created) > 0 && { stated: { day: stated, days: daysBetween(stated, created) } }), // prettier-ignore
    ...(words && { pathWords: words }),
    ...(turns !== undefined && { turns }),
    ...(gap && { gap })
  }
}

function sharedTimes(materials: readonly Material[], copy: (material: number) => boolean): Set<string> {
  const seen = new Set<string>()
  const shared = new Set<string>()
  materials.forEach(({ reading, kind }, i) => {
    const created = kind === 'picture' ? undefined : reading?.claims.created
    if (created === undefined || copy(i)) return
    if (seen.has(created)) shared.add(created)
    seen.add(created)
  })
  return shared
}

function copiesOf({ materials, sameContent }: Facts): (material: number) => boolean {
  const copies = new Set(sameContent.flatMap(({ members, by }) => (by === 'members' ? [] : [...members].sort((a, b) => a - b).slice(1)))) // prettier-ignore
  const inCopy = (i: number | undefined): boolean =>
    i !== undefined && (copies.has(i) || inCopy(materials[i]!.parent))
  return inCopy
}
