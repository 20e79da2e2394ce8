import { bareTitle } from '../model/claim-objects.ts'
import type { FieldCheck } from '../model/audit.ts'
import type { Evidence, Ledger, Meaning } from '../model/evidence.ts'
import { sha256 } from '../support/hashing.ts'
import { clip, normalise } from '../support/text.ts'

type Row = Omit<FieldCheck['rows'][number], 'stratum' | 'finding'>

const MOST_TEXT = 160
/** Lists of people whom a list must not name outside its file: petitioners, parties to a case, minors, patients. */
const GUARDED = /信访|来访|上访|来信|案件|案号|立案|矫正|吸毒|戒毒|嫌疑|未成年|学生|儿童|幼儿|留守|家访|班级|患者|病历|随访|病种|诊断|血压|血糖|精神障碍|艾滋|纠纷|调解|12345|热线|投诉|举报/u // prettier-ignore

/** What an entry claims, most telling first. */
const CLAIMED: readonly Meaning[] = ['topic', 'problem', 'content', 'measure', 'outcome']

/** What to ask, by what the ledger records; the first that fits. Words in src/words/field-check.ts. */
const QUESTIONS: readonly (readonly [RegExp, string])[] = [
  [/就业|在岗|上岗|公益岗|务工/u, 'atWork'],
  [/培训|讲座|课|签到|活动|会议|例会|志愿/u, 'tookPart'],
  [/走访|慰问|家访|入户|探访|帮扶|随访|回访|谈心|谈话/u, 'visited'],
  [/路灯|设施|安装|修缮|修复|维修|硬化|改造|建设|灭火器|工程|养护|护栏/u, 'inUse']
]

/** Headers of whom an entry is about where their meaning is not known. */
const WHOM = /(?:申请|报修|反映|当事|来访|求助|受助|领款|领取|受益)人|姓名|户主/u
const SOMEWHERE: ReadonlySet<Meaning> = new Set([
  'subject',
  'household',
  'person',
  'phone',
  'place',
  'address'
])

/** Entries that say whom to ask or where to go; tables inside papers without a title, counts of clicks and plans do not. */
export function canBeVisited({ title, table, columns }: Ledger): boolean {
  if (title === '' && table.head.name === '') return false
  return !/问卷|空白|模板|计划|目标/u.test(title) && columns.some(({ meaning, header, filled }) => filled > 0 && (SOMEWHERE.has(meaning) || WHOM.test(header))) // prettier-ignore
}

/** Kind of ledger: what its title is about; quarters and months of one kind are one stratum. */
export function stratumOf({ title, table }: Ledger): string {
  return clip(bareTitle(title) || normalise(title || table.head.name), 30)
}

/** Hash of an entry's values, running numbers left out: the same wherever its file lies. */
export function entryHash({ columns, value }: Ledger, entry: number): string {
  return sha256(columns.map(({ meaning }, k) => (meaning === 'serial' ? '' : normalise(value(entry, k)))).join('\t')) // prettier-ignore
}

/** Place, date, where, whom, what is claimed, what to ask. Guarded lists are drawn by row alone, without names and texts. */
export function rowOf({ materials, ledgers }: Evidence, index: number, entry: number): Row {
  const ledger = ledgers[index]!
  const { columns, title, table, material } = ledger
  const of = (...meanings: Meaning[]): string[] => meanings.flatMap(meaning => columns.flatMap((column, k) => (column.meaning === meaning ? [ledger.value(entry, k).trim()] : []))).filter(text => text !== '') // prettier-ignore
  const name = table.head.name
  const place = {
    path: materials[material]!.path,
    table: table.head.index,
    ...(name === '' ? {} : { sheet: name }),
    row: table.cells.rows[ledger.rows[entry]!]!
  }
  const date = ledger.date(entry)
  const dated = date === '' ? {} : { date }
  const amounts = columns.flatMap(({ header, meaning }, k) => (meaning === 'quantity' && /金额|补贴|补助|津贴|元|款/u.test(header) && !/标准|单价/u.test(header) ? [ledger.value(entry, k).trim()] : [])).filter(text => /\d/u.test(text)) // prettier-ignore
  const about = `${title} ${columns.map(({ header }) => header).join(' ')}`
  const question = questionOf(about, title, amounts.length > 0)
  if (GUARDED.test(about)) return { place, ...dated, claimed: clip(title, MOST_TEXT), question }
  const where = [...new Set(of('place', 'address', 'unit'))].slice(0, 2).join(' ')
  const named = columns.flatMap(({ header }, k) => (WHOM.test(header) ? [ledger.value(entry, k).trim()] : []))
  const whom = [
    ...[...of('subject', 'household'), ...named, ...of('person')].slice(0, 1),
    ...of('phone').slice(0, 1)
  ].join(' ')
  const told = of(...CLAIMED).slice(0, 3)
  const claimed = [...told, ...amounts.map(each => (/\d$/u.test(each) ? `${each}元` : each))].join('；')
  return {
    place,
    ...dated,
    ...(where ? { where: clip(where, MOST_TEXT) } : {}),
    ...(whom ? { whom: clip(whom, MOST_TEXT) } : {}),
    claimed: clip(claimed || title, MOST_TEXT),
    question,
    ...(question === 'received' && amounts[0] ? { words: { amount: amounts[0] } } : {})
  }
}

function questionOf(about: string, title: string, paid: boolean): string {
  if (paid && /发放|补贴|补助|津贴|救助|慰问金|兑付|到账|代发/u.test(about)) return 'received'
  for (const [pattern, code] of QUESTIONS) if (pattern.test(title)) return code
  return /办理|处理|处置|整改|办结|解决|结果/u.test(about) ? 'solved' : 'asRecorded'
}
