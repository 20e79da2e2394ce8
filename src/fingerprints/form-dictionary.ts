import dictionary from '../../resources/lexicon/form-fields.json'
import type { FieldKind } from '../model/evidence.ts'
import { labelKey } from './column-lexicon.ts'

/** What a label asks for. `datum` is finer than `field`: 人均纯收入 and 月收入 are both 收入 and never the same datum. */
export interface Datum {
  datum: string
  field: string
  kind: FieldKind
}

interface Field {
  syn: string[]
  also?: string[]
  apart?: string[][]
  kind: string
}

/** What may stand before a known label without making it somebody else's: 户主姓名 yes, 配偶姓名 and 监护人电话 no. */
const OWN =
  /^(?:户主|本人|申请人|家庭|被?(?:帮扶|服务|救助|监测|保障)?对象|残疾人|老人|老年人|居民|村民|学生|儿童|人员|户)/u

const DATUM_OF = new Map<string, Datum>()
for (const [field, { syn, also = [], apart, kind }] of Object.entries(
  dictionary.fields as Record<string, Field>
)) {
  for (const label of [...syn, ...also]) {
    const alone = apart?.find(group => group.includes(label))
    // The first field that names a label keeps it: 户主姓名 is a 姓名 before it is a 户主.
    if (!DATUM_OF.has(labelKey(label)))
      DATUM_OF.set(labelKey(label), { datum: alone?.[0] ?? field, field, kind: kind as FieldKind })
  }
}

/** The datum a header or label asks for; undefined when the dictionary does not know it whole, or it asks about somebody else. */
export function datumOf(header: string): Datum | undefined {
  for (const label of [header.split(' ').at(-1) ?? '', header]) {
    const key = labelKey(label)
    const found = DATUM_OF.get(key) ?? DATUM_OF.get(key.replace(OWN, ''))
    if (found) return found
  }
  return undefined
}
