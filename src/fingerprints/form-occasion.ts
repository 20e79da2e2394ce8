import type { LabelledForm } from '../model/evidence.ts'
import { writtenDates } from '../support/dates.ts'
import { bare } from '../support/text.ts'
import { BIRTHS } from './column-lexicon.ts'

/** Days on which the paper was handled, not the day it tells of. */
const HANDLED = /填表|填报|制表|打印|审核|审批|签字|签名|盖章|归档|录入/u
/** Whom a record is about, whatever kind of record it is; those who made it (走访人, 记录人) are not meant. */
const ABOUT =
  /^(?:学生|家长|幼儿|儿童|患者|病人|居民|村民|群众|老人|对象|农户|户主|被谈话人|被访人|受访人|受访者|来访人)(?:姓名|名字)?$|(?:家访|谈话|走访|慰问|帮扶|服务|访谈|随访|约谈|探访)对象(?:姓名)?$/u
/** A name of a person, a household or a shop. */
const LONGEST_SUBJECT = 30

/** The occasion a label/value form states of itself, undefined when it states none. */
export function formOccasion(fields: LabelledForm['fields']): LabelledForm['occasion'] {
  const day = fields.flatMap(({ label, value, meaning }) =>
    meaning === 'date' && !BIRTHS.test(label) && !HANDLED.test(label) ? writtenDates(value).slice(0, 1) : []
  )[0]
  const subjects = fields.filter(({ value }) => value.trim() !== '' && value.length <= LONGEST_SUBJECT)
  const about =
    subjects.find(({ label }) => ABOUT.test(label)) ??
    subjects.find(({ meaning }) => meaning === 'subject' || meaning === 'household')
  const subject = about ? bare(about.value) : ''
  if (!day && subject === '') return undefined
  return { ...(day && { from: day.from, to: day.to }), ...(subject !== '' && { subject }) }
}
