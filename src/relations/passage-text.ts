import type { DocumentText, Paragraph } from '../model/evidence.ts'
import { hashText } from '../support/string-pool.ts'
import { byCodePoint } from '../support/order.ts'
import type { Tick } from '../support/tick.ts'

/**
 * The prose of many documents, laid end to end: UTF-16 units of folded letters, digits and ideographs, with
 * punctuation, white space, labels, heads and rolls left out. Documents stand longest first, then by content, so
 * that nothing depends on the order in which they came.
 */
export interface Prose {
  readonly documents: readonly number[] // indices into the documents given, in the order used here
  readonly units: Uint16Array
  readonly starts: Uint32Array // documents.length + 1
  /** 1 where text is set aside: issued text, boilerplate. */
  readonly aside: Uint8Array
}

/** Together at most this many units are kept (64 MB, and about as much again for the index): some 10,000 documents of 3,000 characters. */
const MOST_UNITS = 32_000_000
/** No single document gives more: four times a long annual report of 100,000 characters. */
const MOST_UNITS_OF_ONE = 400_000

export function gatherProse(
  documents: readonly DocumentText[],
  chosen: readonly number[],
  tick: Tick
): Prose {
  const texts = chosen
    .map((document, i) => {
      if (i % 16 === 0) tick()
      return { document, text: foldedProse(documents[document]!) }
    })
    .map(each => ({ ...each, hash: hashText(each.text) }))
    .sort((a, b) => b.text.length - a.text.length || a.hash - b.hash || byCodePoint(a.text, b.text))
  const most = mostPerDocument(texts.map(({ text }) => text.length))
  const starts = new Uint32Array(texts.length + 1)
  texts.forEach(({ text }, i) => (starts[i + 1] = starts[i]! + Math.min(most, text.length)))
  const units = new Uint16Array(starts[texts.length]!)
  texts.forEach(({ text }, i) => {
    for (let from = starts[i]!, at = from; at < starts[i + 1]!; at++) units[at] = text.charCodeAt(at - from)
  })
  return {
    documents: texts.map(({ document }) => document),
    units,
    starts,
    aside: new Uint8Array(units.length)
  }
}

/** Folded units of a document, in the order `eachUnit` visits them. */
export function foldedProse(document: DocumentText): string {
  const parts: string[] = []
  let length = 0
  for (const paragraph of document.paragraphs) {
    if (!isProse(paragraph)) continue
    const text = fold(paragraph.text)
    parts.push(text)
    length += text.length
    if (length > MOST_UNITS_OF_ONE) break
  }
  return parts.join('')
}

/** Visits every unit of a document's prose with where it stands: paragraph, UTF-16 offset, and the end of its character. */
export function eachUnit(
  document: DocumentText,
  visit: (paragraph: number, from: number, to: number) => void
): void {
  document.paragraphs.forEach((paragraph, index) => {
    if (!isProse(paragraph)) return
    let at = 0
    for (const character of paragraph.text) {
      if (foldCharacter(character) !== '') {
        for (let unit = 0; unit < character.length; unit++) visit(index, at, at + character.length)
      }
      at += character.length
    }
  })
}

/** Letters, digits and ideographs, half-width and lower case, the rest left out. Keeps the length of every character it keeps. */
export function fold(text: string): string {
  let folded = ''
  for (const character of text) folded += foldCharacter(character)
  return folded
}

const KEPT = /[\p{L}\p{N}]/u
const foldedRare = new Map<string, string>()
/** Characters outside the common blocks are remembered; Unicode has about 140,000 letters, a package a few thousand. */
const MOST_RARE = 200_000

function foldCharacter(character: string): string {
  const code = character.charCodeAt(0)
  if (code >= 0x4e00 && code <= 0x9fff) return character
  if ((code >= 0x30 && code <= 0x39) || (code >= 0x61 && code <= 0x7a)) return character
  if (code < 0x80) return code >= 0x41 && code <= 0x5a ? String.fromCharCode(code + 32) : ''
  const known = foldedRare.get(character)
  if (known !== undefined) return known
  let folded = ''
  if (KEPT.test(character)) {
    const narrow = character.normalize('NFKC').toLowerCase()
    // A folded character must keep its length, or offsets could not be mapped back.
    folded = narrow.length === character.length && KEPT.test(narrow) ? narrow : character
  }
  if (foldedRare.size < MOST_RARE) foldedRare.set(character, folded)
  return folded
}

/** Heads of records: who, when, where. The same people meet in the same room every month, and that says nothing. */
const HEAD =
  /^\s*(?:会议|活动|学习|谈话|走访|检查|培训)?(?:时间|日期|地点|地址|主持人?|召集人|参会|参加|参与|出席|列席|缺席|请假|到会|应到|实到|记录|谈话人|谈话对象|走访人|走访对象|签字|签名|签到|主送|抄送|报送|附件|联系人|联系电话|填报|审核|单位|姓名|职务)[^:：。，,]{0,8}[:：]/u
/** Longer paragraphs that begin with a head hold prose too. */
const LONGEST_HEAD = 120
/** An article of a law or of the unit's own rules: meant to be repeated to the letter. */
const ARTICLE = /^\s*第[一二三四五六七八九十百零〇\d]{1,5}条/u

/** What a form prints for those who fill it in: 须如实填写, 本表一式两份. */
const INSTRUCTION =
  /^\s*(?:填表|填报|填写)?(?:说明|须知|要求)\s*[:：]|本表|此表|一户一表|一式[两二三四五]份|[（(][^（）()]{0,40}(?:填写|写明|填报|勾选|打[√✓]|不得空)[^（）()]{0,20}[）)]\s*[:：]?$/u
const LONGEST_INSTRUCTION = 200

function isProse({ text, label }: Paragraph): boolean {
  if (label || (text.length <= LONGEST_INSTRUCTION && INSTRUCTION.test(text))) return false
  if (text.length <= LONGEST_HEAD && HEAD.test(text)) return false
  return !ARTICLE.test(text) && !isRoll(text)
}

/** A list of names: many short pieces between separators. */
function isRoll(text: string): boolean {
  if (text.length > 2_000) return false
  const pieces = text
    .slice(text.search(/[:：]/u) + 1)
    .split(/[、，,;；\s]+/u)
    .filter(piece => piece !== '')
  if (pieces.length < 6) return false
  return pieces.filter(piece => piece.length <= 4).length >= 0.9 * pieces.length
}

function mostPerDocument(lengths: readonly number[]): number {
  let most = MOST_UNITS_OF_ONE
  const total = () => lengths.reduce((sum, length) => sum + Math.min(most, length), 0)
  while (total() > MOST_UNITS) most = Math.floor(most * 0.8)
  return most
}
