import type { Place } from '../model/audit.ts'
import type { Evidence } from '../model/evidence.ts'

/**
 * Lists whose every row is about a person in a delicate place: petitioners, parties to a case, minors, patients.
 * Known by the title, the sheet, a header, or the name of the file. 矛盾纠纷 and 12345 ledgers are not: the matter
 * stands there, and persons in them are masked by column like anywhere else.
 */
const DELICATE =
  /信访|上访|来信来访|接访|(?:案件|涉案|立案|卷宗)|当事人(?:名单|名册|登记)|社区矫正|刑满释放|吸毒|戒毒|未成年|留守儿童|困境儿童|孤儿|(?:学生|幼儿|儿童|新生)(?:名单|名册|花名册|信息|档案|登记|资助|体检)|患者|病人|病历|就诊|住院|随访|精神障碍|艾滋|传染病/u

/** Headers that say the same of a list with an everyday title. */
const DELICATE_HEADER =
  /^(?:信访人|来访人|上访人|信访事项|案由|案号|当事人|学籍号|监护人|患者姓名|病人姓名|病历号|住院号|诊断|病种)$/u

/** Says of a place whether what stands there is masked whole. */
export type Whole = (place: Place) => boolean

export function wholeLists({ ledgers, forms, materials }: Evidence): Whole {
  const tables = new Set<string>()
  const key = (path: string, table: number): string => `${path}\n${table}`
  for (const { material, table, title, columns } of ledgers) {
    const { path, name } = materials[material]!
    if (
      [title, table.head.name, name].some(text => DELICATE.test(text.normalize('NFKC'))) ||
      columns.some(({ header }) => DELICATE_HEADER.test(header.normalize('NFKC').replace(/\s+/gu, '')))
    )
      tables.add(key(path, table.head.index))
  }
  for (const { material, table, title, fields } of forms) {
    const { path, name } = materials[material]!
    if (
      [title, name].some(text => DELICATE.test(text.normalize('NFKC'))) ||
      fields.some(({ label }) => DELICATE_HEADER.test(label.normalize('NFKC').replace(/\s+/gu, '')))
    )
      tables.add(key(path, table))
  }
  const paths = new Set([...tables].map(each => each.slice(0, each.lastIndexOf('\n'))))
  // A place without a table (a passage, a whole file) belongs to every list in its file.
  return ({ path, table }) => (table === undefined ? paths.has(path) : tables.has(key(path, table)))
}
