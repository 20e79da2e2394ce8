import { sharedWord } from '../model/claim-objects.ts'
import type { ClaimSupport, Evidence, ResultClaim } from '../model/evidence.ts'
import type { Tick } from '../support/tick.ts'
import { countsOf, isUnbroken, statesOwnTotal, type Count } from './claim-counts.ts'
import { carriersOf, covers, fitOf, type Carrier } from './claim-ledgers.ts'
import { acceptancesOf, papersOf, surveysOf, type Paper, type Survey } from './claim-papers.ts'

type Facts = Pick<Evidence, 'materials' | 'ledgers' | 'names' | 'documents' | 'resultClaims'>

/** Shares are rounded, cut off, or worked out by village first; a point and a half is no difference. */
const RATE_SLACK = 1.5
/** A ledger with less than a third of what is claimed may well be one of several. */
const PART = 3
/** Rates that mean nothing without the counts they were taken of. */
const NEEDS_BASE = /满意|办结|化解|成功|整改|销号|答复|知晓|回访/u

/**
 * What in the package carries each claim. It differs only where nothing else is left: one matter, ledgers that reach
 * over the claim's whole time and are no narrower than the claim, every way of counting below it, nothing else in the
 * package that may carry it too. A claim smaller than the count may have meant a part. All else is silence.
 */
export function supportClaims(facts: Facts, tick: Tick): ClaimSupport[] {
  if (facts.resultClaims.length === 0) return []
  const carriers = carriersOf(facts)
  const papers = papersOf(facts, tick)
  const surveys = surveysOf(facts)
  const count = remembered(tick)
  const telling = new Set(facts.resultClaims.map(({ material }) => material))
  return facts.resultClaims.map(claim => {
    tick()
    if (claim.action === 'rate') return rateSupport(claim, carriers, papers, surveys, count)
    if (claim.action === 'built') return builtSupport(claim, papers, carriers)
    return ledgerSupport(facts, claim, carriers, papers, telling, count)
  })
}

const nothing = { ledgers: [], materials: [] } as const
const undecided: ClaimSupport = { standing: 'undecided', ...nothing }
const unsupported: ClaimSupport = { standing: 'unsupported', ...nothing }

type Counter = (carriers: readonly Carrier[], claim: ResultClaim) => readonly Count[]

/** The claims of one summary ask the same ledgers for the same time again and again. */
function remembered(tick: Tick): Counter {
  const known = new Map<string, readonly Count[]>()
  return (carriers, claim) => {
    const { period, writtenOn, dimension } = claim
    const kind = dimension === 'money' || dimension === 'cases' ? dimension : 'people'
    const key = [carriers.map(({ ledger }) => ledger.index), period?.from, period?.to, writtenOn, kind].join()
    const counts = known.get(key) ?? countsOf(carriers, claim, tick)
    known.set(key, counts)
    return counts
  }
}

function ledgerSupport(
  facts: Facts,
  claim: ResultClaim,
  carriers: readonly Carrier[],
  papers: readonly Paper[],
  telling: ReadonlySet<number>,
  count: Counter
): ClaimSupport {
  if (claim.object === '' && claim.context === '') return undecided
  const kin = carriers.filter(carrier => carrier.ledger.material !== claim.material && suits(carrier, claim))
  const strong = kin.filter(carrier => fitOf(claim, carrier) === 'strong')
  const weak = kin.filter(carrier => fitOf(claim, carrier) === 'weak')
  const near = kin.filter(carrier => fitOf(claim, carrier) === 'near')
  const mentioned = papers.filter(({ words, title }) => mentions(`${words} ${title}`, claim))
  if (strong.length === 0) {
    const counted = [...weak, ...near].flatMap(each =>
      count([each], claim).map(way => ({ ledger: each.ledger.index, ...way }))
    )
    const hit = counted.find(each => agrees(each, claim))
    if (hit) return { standing: 'agrees', ledgers: [hit.ledger], materials: [], counted: hit.value, how: hit.how, rows: hit.rows } // prettier-ignore
    const somewhere =
      weak.length > 0 || near.length > 0 || mentioned.length > 0 || unreadNames(facts, claim, telling)
    return somewhere || claim.cumulative ? undecided : unsupported
  }
  const counts = count(strong, claim)
  const ledgers = strong.map(({ ledger }) => ledger.index)
  const agreeing = [...counts, ...strong.flatMap(each => count([each], claim))].find(each => agrees(each, claim)) // prettier-ignore
  if (agreeing) return { standing: 'agrees', ledgers, materials: [], counted: agreeing.value, how: agreeing.how, rows: agreeing.rows } // prettier-ignore
  const open =
    weak.length > 0 ||
    mentioned.some(({ words }) => mostly(words, claim)) ||
    unreadNames(facts, claim, telling)
  const most = counts.reduce<Count | undefined>((best, each) => (best && best.value >= each.value ? best : each), undefined) // prettier-ignore
  const comparable = claim.exact && !claim.cumulative && !open && covers(strong, claim) && sameScope(facts, strong, claim) && oneMatter(strong) // prettier-ignore
  if (!comparable || !most || most.value === 0 || claim.low <= most.value || most.value * PART < claim.low)
    return { ...undecided, ledgers }
  return {
    standing: 'differs',
    ledgers,
    materials: [],
    counted: most.value,
    how: most.how,
    rows: most.rows,
    unbroken: isUnbroken(strong),
    ownTotal: claim.dimension === 'money' && statesOwnTotal(strong, most.value)
  }
}

/** Cases are carried by ledgers of cases, money by amounts, people by whoever is named. */
function suits({ cases, persons, money }: Carrier, { dimension }: ResultClaim): boolean {
  if (dimension === 'money') return money.length > 0
  return dimension === 'cases' ? cases : persons
}

function agrees({ value }: Count, { low, high }: ResultClaim): boolean {
  return value > 0 && value >= low && value <= high
}

function mentions(text: string, { object, context }: ResultClaim): boolean {
  return sharedWord(text, object !== '' ? object : context) !== ''
}

/** More than half of what the claim is about is named: 便民 alone is no 便民代办. */
function mostly(text: string, { object, context }: ResultClaim): boolean {
  const own = object !== '' ? object : context
  return sharedWord(text, own).length * 2 > own.replaceAll(' ', '').length
}

/** Something that could not be read, or holds no text, is named for the matter: it may carry what is missing. */
function unreadNames(
  { materials, documents, ledgers }: Facts,
  claim: ResultClaim,
  telling: ReadonlySet<number>
): boolean {
  const spoken = new Set([
    ...documents.map(({ material }) => material),
    ...ledgers.map(({ material }) => material)
  ])
  return materials.some(({ name, status, parent }, index) => parent === undefined && !telling.has(index) && (status !== 'read' || !spoken.has(index)) && mostly(name, claim)) // prettier-ignore
}

/** A village's ledger tells nothing of the town, and the town's nothing of a village alone; so with a township and its county. */
function sameScope(
  { documents }: Facts,
  carriers: readonly Carrier[],
  { places, material }: ResultClaim
): boolean {
  const told = (area: string): boolean => documents.some(document => document.material === material && [document.title, ...document.paragraphs.map(({ text }) => text)].some(text => text.includes(area))) // prettier-ignore
  return carriers.every(carrier => carrier.places.length === places.length && carrier.places.every(place => places.includes(place)) && carrier.areas.every(told)) // prettier-ignore
}

/** Two ledgers about different things that both fit leave open which was meant. */
function oneMatter(carriers: readonly Carrier[]): boolean {
  const [first] = carriers
  return carriers.every(({ words, ledger }) => words === first!.words && headersOf(ledger.columns) === headersOf(first!.ledger.columns)) // prettier-ignore
}

function headersOf(columns: readonly { header: string }[]): string {
  return columns.map(({ header }) => header).sort().join('\t') // prettier-ignore
}

/** Length, area and pieces are carried by acceptances of the same work. */
function builtSupport(
  claim: ResultClaim,
  papers: readonly Paper[],
  carriers: readonly Carrier[]
): ClaimSupport {
  const acceptances = acceptancesOf(papers, claim)
  const stated = (paper: Paper): number[] => paper.quantities.filter(({ dimension, unit }) => dimension === claim.dimension && (dimension !== 'pieces' || unit === claim.unit)).map(({ value }) => value) // prettier-ignore
  const values = acceptances.map(paper => ({ paper, values: stated(paper) }))
  const found = values.find(each => each.values.some(value => value >= claim.low && value <= claim.high))
  const materials = acceptances.map(({ material }) => material)
  if (found) return { standing: 'agrees', ledgers: [], materials: [found.paper.material], counted: claim.value, how: 'stated' } // prettier-ignore
  const sum = values.reduce((total, each) => total + Math.max(0, ...each.values), 0)
  if (sum >= claim.low && sum <= claim.high) return { standing: 'agrees', ledgers: [], materials, counted: sum, how: 'stated' } // prettier-ignore
  const [only] = values
  const named = claim.places.length === 1 && values.length === 1 && only!.values.length > 0
  const most = named ? Math.max(...only!.values) : 0
  const wholly = named && sharedWord(only!.paper.words, `${claim.object} ${claim.context}`).length >= 3
  if (wholly && claim.exact && !claim.cumulative && claim.low > most * 1.05)
    return { standing: 'differs', ledgers: [], materials, counted: most, how: 'stated' }
  const somewhere = acceptances.length > 0 || papers.some(({ words, title }) => mentions(`${words} ${title}`, claim)) || carriers.some(carrier => fitOf(claim, carrier) !== 'none') // prettier-ignore
  return somewhere || claim.cumulative ? undecided : unsupported
}

function rateSupport(
  claim: ResultClaim,
  carriers: readonly Carrier[],
  papers: readonly Paper[],
  surveys: readonly Survey[],
  count: Counter
): ClaimSupport {
  const near = (rate: number): boolean => Math.abs(rate - claim.value) <= RATE_SLACK
  const outside = papers.filter(({ kind, quantities }) => kind === 'outside' && quantities.some(({ dimension }) => dimension === 'share')) // prettier-ignore
  if (/满意/u.test(claim.verb)) {
    const confirmed = outside.find(({ quantities }) => quantities.some(({ dimension, value }) => dimension === 'share' && near(value))) // prettier-ignore
    if (confirmed) return { standing: 'agrees', ledgers: [], materials: [confirmed.material], counted: claim.value, how: 'stated' } // prettier-ignore
    const survey = surveys.find(({ rates }) => rates.some(near))
    const carried = survey && { ledgers: [survey.ledger.index], materials: [], counted: survey.rates.find(near)!, how: 'rate' as const, rows: survey.rows } // prettier-ignore
    if (carried) return { standing: survey.own && outside.length === 0 ? 'ownSurvey' : 'agrees', ...carried }
    if (surveys.length > 0 || outside.length > 0) return undecided
    if (carriers.some(({ ledger }) => ledger.columns.some(({ header, filled }) => filled > 0 && /满意|评价|回访/u.test(header)))) return undecided // prettier-ignore
  }
  const kin = carriers.filter(carrier => carrier.cases && carrier.ledger.material !== claim.material && fitOf(claim, carrier) !== 'none') // prettier-ignore
  for (const carrier of kin) {
    const counts = count([carrier], claim)
    const whole = Math.max(...counts.map(({ value }) => value))
    if (whole > 0 && counts.some(({ value }) => near((100 * value) / whole))) return { standing: 'agrees', ledgers: [carrier.ledger.index], materials: [], counted: claim.value, how: 'rate' } // prettier-ignore
  }
  if (
    claim.hasBase ||
    kin.length > 0 ||
    outside.some(({ words }) => mentions(words, claim)) ||
    !NEEDS_BASE.test(claim.verb)
  )
    return undecided
  return { standing: 'noBase', ...nothing }
}
