import type { Paragraph } from '../model/evidence.ts'
import { bare } from '../support/text.ts'

/** Whom a record is about, or who wrote it, behind a label. */
const LABELLED =
  /(?:谈话对象|被谈话人|走访对象|慰问对象|帮扶对象|服务对象|受访[人者]|户主(?:姓名)?|姓\s*名|汇报人|述职人|撰写人|心得人|学习人)\s*[:：]\s*(\S{2,10})/u
/** A line of its own under the title: 副主任　张三. */
const SIGNED =
  /^[\s\p{Script=Han}]{0,14}[\s\u3000]+(\p{Script=Han}{2,4}|\p{Script=Han}[\s\u3000]\p{Script=Han})\s*$/u
const SURNAMES = new Set('王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严覃武莫孔汤向常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷曲盛冉翁蓝路游辛靳管柴蒙鲍华喻祁房屈饶解牟艾尤穆阳时桂闵') // prettier-ignore
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
    if (signed && SURNAMES.has(signed[0]!)) return bare(signed)
  }
  return ''
}
