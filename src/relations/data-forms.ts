import type { AskerClaim, DataForm, FormFields, LabelledForm, Ledger } from '../model/evidence.ts'
import { groupBy } from '../support/grouping.ts'
import { sha256 } from '../support/hashing.ts'
import { byCodePoint } from '../support/order.ts'
import { bare } from '../support/text.ts'
import { UnionFind } from '../support/union-find.ts'

interface Facts {
  formFields: readonly FormFields[]
  ledgers: readonly Ledger[]
  forms: readonly LabelledForm[]
}

/** Dates, periods, numbers and places of a title: what differs between the files that fill in one form. */
const PERIOD = /(?:19|20)\d{2}(?:年度?|[-./])?|第?[一二三四1-4]季度|[上下]半年|全年|年度|[春秋夏冬]季?学?期?|第?[一二三四五六七八九十\d]{1,3}(?:月份?|期|批次?|次|周|页)|\d+月\d+[日号]|[\d\s]+/gu // prettier-ignore
const PLACES =
  /^(?:\p{Script=Han}{1,6}?(?:省|市|县|区|镇|乡|街道|村|社区|居委会|村委会))+(?=\p{Script=Han}{3,})/u
/** Shorter titles (Sheet1, 名册, 登记表) say nothing. */
const SHORTEST = 5

/**
 * Papers as forms: those with one title, or one row of headers, are one form however many months, villages and
 * households fill it in, unless different askers claim it.
 */
export function dataFormsOf({ formFields, ledgers, forms }: Facts): DataForm[] {
  const sets = new UnionFind(formFields.length)
  const indices = formFields.map((_, i) => i)
  const join = (keyOf: (paper: FormFields) => string): void => {
    for (const [key, members] of groupBy(indices, i => keyOf(formFields[i]!))) {
      if (key === '') continue
      const askers = new Set(members.flatMap(i => formFields[i]!.asker?.key ?? []))
      // One asker, or nobody who says: the same form. Several: each has its own, and silence belongs to nobody.
      const parts =
        askers.size <= 1 ? [members] : groupBy(members, i => formFields[i]!.asker?.key ?? '').values()
      for (const part of parts) for (const i of part) sets.join(part[0]!, i)
    }
  }
  join(({ title }) => titleKey(title))
  join(paper => layoutKey(paper, ledgers, forms))
  return [...groupBy(indices, i => sets.root(i)).values()].map(papers => formOf(papers, formFields))
}

function formOf(papers: readonly number[], formFields: readonly FormFields[]): DataForm {
  const all = papers.map(i => formFields[i]!)
  const title = all
    .map(each => each.title.trim())
    .sort((a, b) => b.length - a.length || byCodePoint(a, b))[0]!
  const fields = [...new Set(all.flatMap(({ data }) => data.flatMap(({ field, kind }) => (kind === 'handling' ? [] : [field]))))].sort() // prettier-ignore
  const asker = all
    .map(each => each.asker)
    .filter(each => each !== undefined)
    .sort(plainest)[0]
  const key = [titleKey(title), asker?.key ?? '', ...fields].join('\n')
  return { id: sha256(`form\n${key}`).slice(0, 16), title, papers, fields, ...(asker && { asker }) }
}

const ORDER: readonly AskerClaim['where'][] = ['line', 'addressed', 'title', 'notice', 'name', 'folder']

function plainest(a: AskerClaim, b: AskerClaim): number {
  return ORDER.indexOf(a.where) - ORDER.indexOf(b.where) || byCodePoint(a.name, b.name)
}

/** '' when the title says nothing of its own. */
function titleKey(title: string): string {
  const key = bare(title.normalize('NFKC').replace(PERIOD, '')).replace(PLACES, '')
  return key.length < SHORTEST || /^sheet/u.test(key) ? '' : key
}

function layoutKey(paper: FormFields, ledgers: readonly Ledger[], forms: readonly LabelledForm[]): string {
  const labels =
    paper.ledger !== undefined
      ? ledgers[paper.ledger]!.columns.map(({ header }) => header)
      : forms[paper.form!]!.fields.map(({ label }) => label)
  return labels.map(bare).filter(Boolean).join('|')
}
