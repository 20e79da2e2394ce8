import { objectWords, placesIn, sharedWord, titleWords } from '../model/claim-objects.ts'
import type { Evidence, Ledger, ResultClaim } from '../model/evidence.ts'
import { daysBetween } from '../support/dates.ts'
import { periodIn, type Period } from '../support/periods.ts'

type Facts = Pick<Evidence, 'materials' | 'ledgers' | 'names' | 'documents'>

/** What a ledger can carry. */
export interface Carrier {
  ledger: Ledger
  words: string // what it is about, from its title
  vocabulary: string // the same with its headers, sheet and own name
  places: readonly string[]
  areas: readonly string[] // townships its title names in brackets, or its sheet is called by
  period?: Period // that its title, sheet or name states
  dated?: Period // first and last date of its entries
  cases: boolean
  persons: boolean
  money: readonly number[] // columns with amounts
  tenThousands: boolean // what stands above the header says 单位：万元
}

/** strong: the same matter; weak: one of the two is narrower; near: two matters of one kind (临时救助, 高龄津贴), or only a header or a name has a word of it. */
export type Fit = 'strong' | 'weak' | 'near' | 'none'

/** Ledgers with fewer entries are tables inside papers. */
const LEAST_ENTRIES = 3
const AMOUNT = /金额|补贴|补助|津贴|救助金|慰问金|资金|款|发放额|合计|元/u
const NO_AMOUNT = /标准|单价|月工资|工资|收入|年龄|账号|帐号|卡号|银行|预算|计划|目标|应发人数/u
/** 冬春救助资金发放（南圩镇）: one township's part of a county's. */
const AREA = /^[\u4e00-\u9fa5]{2,4}(?:镇|乡|街道)$/u
/** An undated title covers a time when its entries reach within a fifth of it from either end. */
const REACH = 0.2

/** Ledgers that record cases, persons or payments; blanks, plans, summary tables and others' papers left out. */
export function carriersOf({ materials, ledgers, names, documents }: Facts): Carrier[] {
  const issued = new Set(documents.filter(each => each.issued).map(each => each.material))
  return ledgers.flatMap(ledger => {
    const { rows, columns, title, table, material } = ledger
    if (rows.length < LEAST_ENTRIES || materials[material]!.origin !== 'package' || issued.has(material)) return [] // prettier-ignore
    const own = /\p{Script=Han}{2}/u.test(title) ? title : `${title} ${names[material]?.subject ?? ''}`
    if (/计划|目标|任务书|预算|方案|名额|空白|模板|自评|进度/u.test(own)) return []
    const has = (...meanings: string[]) => columns.some(({ meaning }) => meanings.includes(meaning))
    const money = columns.flatMap(({ header, meaning, filled }, k) => filled > 0 && (meaning === 'quantity' || meaning === 'other') && AMOUNT.test(header) && !NO_AMOUNT.test(header) ? [k] : []) // prettier-ignore
    const dated = datesOf(ledger)
    const year = dated ? +dated.from.slice(0, 4) : undefined
    const names_ = [title, table.head.name, names[material]?.subject ?? '', materials[material]!.name]
    const yearOf = (text: string) => /(?<!\d)(20[0-4]\d)(?=\D|$)/u.exec(text.normalize('NFKC'))?.[1]
    const known = names_.map(yearOf).find(Boolean)
    const period = names_.map(text => periodIn(text, known === undefined ? year : +known)).find(found => found !== undefined && found.from !== found.to) // prettier-ignore
    const headers = columns.map(({ header }) => header).join(' ')
    return [
      {
        ledger,
        words: titleWords(own),
        vocabulary: `${titleWords(own)} ${objectWords(`${names[material]?.subject ?? ''} ${table.head.name} ${headers}`)}`,
        places: placesIn(own),
        areas: [
          ...new Set([
            ...areasIn(title),
            ...(AREA.test(table.head.name.trim()) ? [table.head.name.trim()] : [])
          ])
        ],
        cases: has('problem', 'content', 'topic', 'outcome', 'measure'),
        persons: has('person', 'subject', 'household'),
        money,
        tenThousands: saysTenThousands(ledger),
        ...(period ? { period } : {}),
        ...(dated ? { dated } : {})
      }
    ]
  })
}

/**
 * Whether a ledger is about what a claim is about: every word of the claim's object is the ledger's too, and every
 * word of the ledger's title is named by the claim or its document, so that neither is narrower than the other.
 */
export function fitOf(claim: ResultClaim, { words, vocabulary }: Pick<Carrier, 'words' | 'vocabulary'>): Fit {
  const object = claim.object !== '' ? claim.object : claim.context
  if (sharedWord(words, object) === '') {
    return sharedWord(vocabulary, `${claim.object} ${claim.context}`) === '' ? 'none' : 'near'
  }
  const claimIsNarrower = leaves(without(object, vocabulary))
  const ledgerIsNarrower = leaves(
    without(words.replace(HOW, ' '), `${claim.object} ${claim.context} ${claim.topic}`)
  )
  if (claimIsNarrower && ledgerIsNarrower) return 'near'
  return claimIsNarrower || ledgerIsNarrower ? 'weak' : 'strong'
}

/** How a matter is dealt with, said in a ledger’s title as a matter of course. */
const HOW = /调解|调处|排查|化解|报修|回访|代办|帮扶|慰问|走访|矛盾|等村|各村|月/gu

function leaves(rest: string): boolean {
  return rest.split(' ').some(piece => piece.length >= 2)
}

/** What is left of a text when all pieces it shares with another are taken out. */
function without(text: string, other: string): string {
  let left = text
  for (let piece = sharedWord(left, other); piece !== ''; piece = sharedWord(left, other)) left = left.replaceAll(piece, ' ') // prettier-ignore
  return left
}

/** Whether ledgers together reach over the time a claim speaks of, as far as it had passed when the claim was written. */
export function covers(carriers: readonly Carrier[], claim: ResultClaim): boolean {
  if (!claim.period) return false
  const to = claim.writtenOn !== undefined && claim.writtenOn < claim.period.to && claim.writtenOn >= claim.period.from ? claim.writtenOn : claim.period.to // prettier-ignore
  const spans = carriers.flatMap(({ period, dated }) => period ?? dated ?? []).sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0)) // prettier-ignore
  const stated = carriers.every(({ period }) => period !== undefined)
  const slack = stated ? 1 : Math.max(1, Math.round(REACH * daysBetween(claim.period.from, to)))
  let reached = claim.period.from
  let first = true
  for (const { from, to: end } of spans) {
    if (daysBetween(reached, from) > (first ? slack : Math.max(1, stated ? 1 : slack))) return false
    if (end > reached) reached = end
    first = false
  }
  return !first && daysBetween(reached, to) <= slack
}

function saysTenThousands({ table: { cells }, headerRow }: Ledger): boolean {
  for (let row = 0; row < Math.min(cells.rowCount, 6) && cells.rows[row]! < headerRow; row++) {
    for (let at = cells.starts[row]!; at < cells.starts[row + 1]!; at++) {
      if (/单位\s*[:：]\s*万元/u.test(cells.pool.text(cells.texts[at]!))) return true
    }
  }
  return false
}

function datesOf(ledger: Ledger): Period | undefined {
  let from = ''
  let to = ''
  for (let i = 0; i < ledger.rows.length; i++) {
    const date = ledger.date(i)
    if (date === '') continue
    if (from === '' || date < from) from = date
    if (date > to) to = date
  }
  return from === '' ? undefined : { from, to }
}

function areasIn(title: string): string[] {
  return [...title.normalize('NFKC').matchAll(/\(([^()]{2,8})\)/gu)]
    .map(match => match[1]!)
    .filter(name => AREA.test(name))
}
