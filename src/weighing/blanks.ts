import fields from '../../resources/lexicon/form-fields.json'
import headers from '../../resources/lexicon/ledger-headers.json'
import type { Papers } from '../model/evidence.ts'
import type { Material } from '../model/material.ts'
import { textAt } from '../model/cells.ts'
import { explainsFilling, lacksAnswers, lacksValues } from './empty-answers.ts'
import { isOfGaps } from './gaps.ts'

/** A form with this many labels or more, of which hardly any is filled, is a blank. */
const FEWEST_LABELS = 4
const FILLED = 0.15
/** Beside its labels a blank carries a title and how to fill it in; more text is a document. */
const MOST_PROSE = 400
/** A blank form has a page or two; longer tables hold something. */
const MOST_CELLS = 600
const LONGEST_LABEL = 14
/** A label that ends in a colon asks, whatever its words. */
const LONGEST_ASKED = 24

/** Known labels, bare. */
const LABELS = new Set(
  [
    ...Object.entries(fields.fields).flatMap(([name, { syn }]) => [name, ...syn]),
    ...Object.values(headers.headers).flat()
  ].map(label => label.normalize('NFKC'))
)
/** How labels of forms end. */
const ENDS_AS_LABEL =
  /(?:姓名|名称|性别|日期|时间|时限|地点|地址|住址|情况|内容|意见|签字|签名|盖章|电话|号码?|单位|部门|职务|职称|备注|结果|问题|诉求|建议|措施|人员?|人数|人口|户数|类别|类型|原因|面貌|程度|关系|民族|学历|收入|来源|年龄|年月|金额|数量|面积|事项|主题|对象|要求|评价|部位|项目|方式|依据|标准|分值|得分|需求|干部|领导|村组|村居?|社区|网格|成员|照片)$/u

/** Materials that are blanks to be filled in: labels without values, or headers without entries and no other text. Only of what was read whole. */
export function blankForms(evidence: Papers): ReadonlySet<number> {
  const entries = new Map<number, number>()
  for (const { material, rows } of evidence.ledgers)
    entries.set(material, (entries.get(material) ?? 0) + rows.length)
  const blanks = new Set<number>()
  evidence.materials.forEach((material, index) => {
    if (material.status === 'read' && material.reading && isBlank(material)) blanks.add(index)
  })
  for (const { material, fields: labelled } of evidence.forms) {
    const filled = labelled.filter(({ value }) => /[\p{L}\p{N}]/u.test(value) && !isPrompt(value)).length
    if (labelled.length > FEWEST_LABELS && filled / labelled.length <= FILLED && !entries.get(material)) blanks.add(material) // prettier-ignore
  }
  return blanks
}

function isBlank({ reading, kind }: Material): boolean {
  const { blocks, tables } = reading!
  const texts = blocks.filter(({ style }) => style !== 'table' && style !== 'header' && style !== 'footer').map(({ text }) => text.normalize('NFKC').trim()) // prettier-ignore
  const prose = texts.reduce((total, text) => total + text.length, 0)
  if (tables.length === 0 && kind === 'document' && isOfGaps(blocks)) return true
  if (prose > MOST_PROSE) return false
  if (tables.length === 0) return kind === 'document' && isBlankText(texts.join('\n'))
  const asking = tables.filter(table => !explainsFilling(table))
  if (asking.length > 0 && asking.every(table => lacksAnswers(table) || lacksValues(table))) return true
  let labels = 0
  let values = 0
  let cells = 0
  for (const { cells: grid } of tables) {
    for (let row = 0; row < grid.rowCount; row++) {
      const from = grid.starts[row]!
      const to = grid.starts[row + 1]!
      // A row of a single cell is a title, a remark, or a label whose answer is left empty.
      const alone = to - from === 1
      for (let at = from; at < to; at++) {
        if (++cells > MOST_CELLS) return false
        const text = grid.pool.text(grid.texts[at]!).normalize('NFKC').replace(/\s+/gu, '')
        if (isLabel(text)) labels++
        else if (isPrompt(text) || (alone && row === 0) || /^填[表报]?说明|^注[::]|^说明[::]/u.test(text))
          continue
        else if (at === from && /^\d{1,3}$/u.test(text))
          continue // numbered lines to be filled in
        else values++
      }
    }
  }
  return (
    labels >= FEWEST_LABELS &&
    values <= FILLED * (labels + values) &&
    (tables.length > 1 || !hasEntries(tables[0]!.cells))
  )
}

/** Under its header a sheet with rows of their own words is filled in, whatever they look like. */
function hasEntries(cells: NonNullable<Material['reading']>['tables'][number]['cells']): boolean {
  let filled = 0
  for (let row = 1; row < cells.rowCount; row++) {
    let own = 0
    for (let at = cells.starts[row]!; at < cells.starts[row + 1]!; at++) {
      const text = textAt(cells, row, cells.columns[at]!).normalize('NFKC').replace(/\s+/gu, '')
      if (text !== '' && !isLabel(text) && !isPrompt(text) && !/^\d{1,3}$/u.test(text)) own++
    }
    if (own >= 2) filled++
  }
  return filled >= 1
}

/** 姓名：____ 性别：□男 □女: labels and room for answers in running text. */
function isBlankText(text: string): boolean {
  // Dots up to a page number lead to it.
  const rooms = text.match(/_{2,}|□|﹍{2,}|\.{6,}(?!\.*\s*\d)/gu)?.length ?? 0
  const answered = text.match(/[^\s:_□]{1,10}[::]\s*(?![\s_□])[^\s::_□]{2,}/gu)?.length ?? 0
  return rooms >= FEWEST_LABELS && answered <= rooms / 2
}

function isLabel(text: string): boolean {
  const bare = text.replace(/\([^)]*\)|[::*]/gu, '')
  if (bare !== '' && /[::]$/u.test(text) && text.length <= LONGEST_ASKED) return true
  if (bare === '' || bare.length > LONGEST_LABEL || /[\d。,;]/u.test(bare)) return false
  return LABELS.has(bare) || ENDS_AS_LABEL.test(bare)
}

/** What a blank prints where a value belongs: 年 月 日, （签字）, □ options. */
function isPrompt(value: string): boolean {
  if (/□/u.test(value)) return true
  return value.replace(/[年月日时分□○_＿\s（）()签字名盖章:：/、。.至]/gu, '') === ''
}
