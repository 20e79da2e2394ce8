import type { Paragraph } from '../model/evidence.ts'
import { beginsWithSurname } from '../support/surnames.ts'
import { bare } from '../support/text.ts'

/** Whom a record is about, or who wrote it, behind a label. */
const LABELLED =
  /(?:谈话对象|被谈话人|走访对象|慰问对象|帮扶对象|服务对象|受访[人者]|户主(?:姓名)?|姓\s*名|汇报人|述职人|撰写人|心得人|学习人)\s*[:：]\s*(\S{2,10})/u
/** A line of its own under the title: 副主任　张三. */
const SIGNED =
  /^[\s\p{Script=Han}]{0,14}[\s\u3000]+(\p{Script=Han}{2,4}|\p{Script=Han}[\s\u3000]\p{Script=Han})\s*$/u
const HEAD_PARAGRAPHS = 40
const SIGNED_PARAGRAPHS = 4
const LONGEST_SIGNED = 24

/** The person a document is about or by, as it says itself near its beginning; '' when it does not. */
export function personOf(paragraphs: readonly Paragraph[]): string {
  for (const { text } of paragraphs.slice(0, HEAD_PARAGRAPHS)) {
    const labelled = LABELLED.exec(text.slice(0, 200))?.[1]
    if (labelled) return bare(labelled)
  }
  for (const { text } of paragraphs.slice(0, SIGNED_PARAGRAPHS)) {
    const signed = text.length <= LONGEST_SIGNED ? SIGNED.exec(text)?.[1] : undefined
    if (signed && beginsWithSurname(signed)) return bare(signed)
  }
  return ''
}
