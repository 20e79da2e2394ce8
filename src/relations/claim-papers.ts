import { sharedWord, titleWords } from '../model/claim-objects.ts'
import type { DocumentText, Evidence, Ledger, ResultClaim } from '../model/evidence.ts'
import { quantitiesIn, type Quantity } from '../support/quantities.ts'
import type { Tick } from '../support/tick.ts'

type Facts = Pick<Evidence, 'materials' | 'documents' | 'ledgers' | 'names'>

/** A paper that is no ledger and yet carries results: an acceptance, a receipt, an outside survey. */
export interface Paper {
  material: number
  title: string
  words: string // what it is about
  quantities: readonly Quantity[]
  kind: 'acceptance' | 'receipt' | 'outside' | 'other'
}

export interface Survey {
  material: number
  ledger: Ledger
  rates: readonly number[] // every share its counts give, per cent
  own: boolean // filled in by the unit itself
  rows: number
}

const ACCEPTANCE = /验收|竣工|决算|结算/u
const RECEIPT = /回单|凭证|流水|签收|领取|收据|到账/u
const OUTSIDE = /第三方|委托|评估|测评报告|审计|检测|监测/u
const OTHER = /台账|登记|名单|公示|记录|协议|合同|证明|清单/u
/** Cells looked at in one paper's tables. */
const MOST_CELLS = 5_000
/** An outside body asked, or the people wrote themselves. */
const NOT_OWN = /第三方|委托|抽样|调查队|统计局|电话访问|短信|系统/u

/** Papers with what they are about and the quantities they state, tables included. */
export function papersOf({ materials, documents }: Facts, tick: Tick): Paper[] {
  return documents.flatMap(document => {
    tick()
    const { material, title, paragraphs } = document
    const kind = kindOf(document)
    if (!kind || materials[material]!.origin !== 'package') return []
    const texts = paragraphs.filter(({ table }) => table === undefined).map(({ text }) => text)
    for (const { cells } of materials[material]!.reading?.tables ?? []) {
      for (let at = 0; at < Math.min(cells.texts.length, MOST_CELLS); at++) texts.push(cells.pool.text(cells.texts[at]!)) // prettier-ignore
    }
    return [{ material, title, words: titleWords(title), quantities: texts.flatMap(text => quantitiesIn(text)), kind }] // prettier-ignore
  })
}

function kindOf({ title, issued }: DocumentText): Paper['kind'] | undefined {
  if (ACCEPTANCE.test(title)) return 'acceptance'
  if (RECEIPT.test(title)) return 'receipt'
  if (OUTSIDE.test(title)) return 'outside'
  return issued || !OTHER.test(title) ? undefined : 'other'
}

/** Acceptance papers of the works a claim speaks of: the same work, and each place the claim names. */
export function acceptancesOf(papers: readonly Paper[], claim: ResultClaim): Paper[] {
  const object = `${claim.object} ${claim.context}`
  return papers.filter(({ kind, title, words }) => kind === 'acceptance' && sharedWord(words, object).length >= 2 && claim.places.every(place => title.includes(place))) // prettier-ignore
}

/** Tables of answers by how satisfied people are, and the shares they give. */
export function surveysOf({ ledgers, materials }: Facts): Survey[] {
  return ledgers.flatMap(ledger => {
    const { columns, title, material, rows, value } = ledger
    const at = (pattern: RegExp): number[] => columns.flatMap(({ header }, k) => (pattern.test(header.normalize('NFKC').trim()) ? [k] : [])) // prettier-ignore
    const [good, fair, bad] = [at(/(?:^|\s)(?:很|非常)?满意(?:数|份数|人数)?$/u), at(/(?:基本|比较|较)满意|一般/u), at(/不满意/u)] // prettier-ignore
    if (good.length === 0 || bad.length === 0 || materials[material]!.origin !== 'package') return []
    const sum = (ks: readonly number[]): number => ks.reduce((total, k) => total + Array.from(rows, (_, i) => Number(value(i, k)) || 0).reduce((a, b) => a + b, 0), 0) // prettier-ignore
    const satisfied = sum(good)
    const fairly = sum(fair)
    const bases = [satisfied + fairly + sum(bad), ...at(/收回|回收|有效|样本|发放|调查|访问/u).map(k => sum([k]))].filter(base => base > 0) // prettier-ignore
    const rates = bases
      .flatMap(base => [satisfied / base, (satisfied + fairly) / base])
      .map(rate => 100 * rate)
    const own = !NOT_OWN.test(title) && (/自测|自评|自查|问卷|测评|调查/u.test(title) || columns.some(({ header }) => /填报人|统计人/u.test(header))) // prettier-ignore
    return [{ material, ledger, rates, own, rows: rows.length }]
  })
}
