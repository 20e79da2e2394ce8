import type { Detail, Finding } from '../model/audit.ts'
import { isPlaceOrBody, looksLikeName } from '../support/surnames.ts'
import type { Masker, Sensitive } from './masker.ts'

/** Headers and labels of persons, whatever a column's meaning was taken for: 信访人, 督查人员, 群众姓名, 包保干部, 网格员. */
export const PERSON_HEADER =
  /(?:姓名|名字|名单|[^每他本个次]人|人员|户主|家长|学生|患者|干部|书记|主任|组长|网格员|调解员|民警|医生|教师|老师|代表|对象)(?:[（(].*)?$|^人$/u

export function maskWords(words: Finding['words'], masker: Masker): Finding['words'] {
  return Object.fromEntries(Object.entries(words).map(([key, value]) => [key, typeof value === 'string' ? masker.text(value) : value])) // prettier-ignore
}

/** What a column for persons holds is a person unless it plainly is a body or a place (检查对象 may be either). */
function maskCell(
  { text, sensitive }: { text: string; sensitive?: Sensitive },
  header: string,
  masker: Masker
): string {
  if (!sensitive && PERSON_HEADER.test(header.normalize('NFKC').trim())) return maskNames(text, masker)
  if (!sensitive || (sensitive === 'person' && text.trim().length > 2 && isPlaceOrBody(text.trim())))
    return masker.text(text)
  return masker.value(text, sensitive)
}

/** Each part of a list of persons that looks like a name; the rest as text. */
function maskNames(text: string, masker: Masker): string {
  const parts = text.split(/([\s,，、;；/]+)/u)
  return parts
    .map((part, i) =>
      i % 2 === 0 && looksLikeName(part.normalize('NFKC')) ? masker.value(part, 'person') : masker.text(part)
    )
    .join('')
}

/** `whole` says by index into the finding's places what is masked whole, date and number columns included. */
export function maskDetail(
  detail: Detail,
  masker: Masker,
  whole: (place: number) => boolean = () => false
): Detail {
  switch (detail.kind) {
    case 'rows':
      return {
        ...detail,
        rows: detail.rows.map(row => ({
          ...row,
          cells: row.cells.map((cell, column) => ({
            ...cell,
            text: whole(row.place)
              ? masker.value(cell.text, 'whole')
              : maskCell(cell, detail.columns[column] ?? '', masker)
          }))
        }))
      }
    case 'texts':
      return {
        ...detail,
        texts: detail.texts.map(each => {
          if (whole(each.place)) return { ...each, text: masker.value(each.text, 'whole'), runs: [] }
          const { text, at } = masker.map(each.text)
          return { ...each, text, runs: each.runs.map(([from, to]): [number, number] => [at(from), at(to)]) }
        })
      }
    case 'messages':
      return { ...detail, messages: detail.messages.map(each => ({ ...each, text: masker.text(each.text) })) }
    case 'pictures':
      return {
        ...detail,
        pictures: detail.pictures.map(each => ({ ...each, claims: each.claims.map(claim => ({ ...claim, value: masker.text(claim.value) })) })) // prettier-ignore
      }
    case 'files':
      return {
        ...detail,
        files: detail.files.map(each => ({
          ...each,
          claims: (whole(each.place) ? maskAll : maskWords)(each.claims, masker)
        }))
      }
  }
}

const DAY = /^\d{4}-\d\d(?:-\d\d)?$/

/** Every word that is text but a day, as an ordinal: for lists that are masked whole. */
export function maskAll(words: Finding['words'], masker: Masker): Finding['words'] {
  return Object.fromEntries(Object.entries(words).map(([key, value]) => [key, typeof value === 'string' && !DAY.test(value) ? masker.value(value, 'whole') : value])) // prettier-ignore
}

/** A value that says whom, part by part: a person or telephone by ordinal, a body or place as it stands. */
export function maskWhom(text: string, masker: Masker): string {
  const part = (each: string): string => {
    if (/\d{7}/u.test(each)) return masker.value(each, 'phone')
    return each.length > 2 && isPlaceOrBody(each.normalize('NFKC')) ? masker.text(each) : masker.value(each, 'person') // prettier-ignore
  }
  return text.trim().split(/\s+/u).map(part).join(' ')
}

/** A value that says where: a numbered address by ordinal, a village or street as it stands. */
export function maskWhere(text: string, masker: Masker): string {
  return /\d\s*(?:号|栋|幢|单元|室)/u.test(text.normalize('NFKC')) ? masker.value(text, 'address') : masker.text(text) // prettier-ignore
}

/** Without the keys that have no value, so that masking adds none. */
export function defined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as T
}
