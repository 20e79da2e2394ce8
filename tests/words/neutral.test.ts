import { readFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CHECK_WORDS } from '../../src/words/checks/index.ts'
import { LANGUAGES, wordsOf } from '../../src/words/index.ts'
import { BINDS_LABELS, keepRequires, mayKeepBecause, TARIFF_LABELS } from '../../src/words/keep.ts'
import { KEEP_RULES } from '../../src/weighing/keep.ts'
import { reportWords } from '../../src/words/report.ts'
import { CODES } from '../../src/words/codes.ts'
import { outputWords } from '../../src/words/outputs.ts'
import { partWords } from '../../src/words/parts.ts'
import { TROUBLES } from '../../src/words/troubles.ts'

/** Words that judge. None may stand in anything shown. */
const JUDGING =
  /造假|摆拍|违规|违纪|违法|虚假|作假|作弊|伪造|变造|编造|捏造|杜撰|弄虚|篡改|抄袭|剽窃|敷衍|糊弄|欺骗|欺瞒|隐瞒|谎报|瞒报|虚报|冒充|冒领|舞弊|蒙混|应付了事|假的|是假|假材料|假台账|可疑|嫌疑|有问题的(?:人|单位)|\b(?:fake[ds]?|faking|fraud\w*|forge[dr]?|forger\w*|cheat\w*|guilt\w*|staged|staging|violat\w*|dishonest\w*|suspicious\w*|suspect\w*|fabricat\w*|falsif\w*|falsehood\w*|phon(?:y|ey)|bogus|sham|deceiv\w*|decepti\w*|decei\w*|plagiari\w*|liar\w*|lying|tamper\w*|doctored|misconduct|culprit\w*|wrongdo\w*)\b/iu

/** Titles of published rules that hold such a word; they are quoted, whole, and nowhere else. Each says where it may stand. */
const QUOTED_TITLES: readonly string[] = ['《防范和惩治统计造假、弄虚作假督察工作规定》', '《统计违纪违法责任人处分处理建议办法》'] // prettier-ignore

const judges = (text: string): boolean =>
  JUDGING.test(QUOTED_TITLES.reduce((rest, title) => rest.replaceAll(title, ''), text))

const root = resolve(import.meta.dirname, '../..')
/** Every string literal of the room, so that words nobody has wired yet are read too. */
const sources = readdirSync(join(root, 'src/words'), { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.ts'))
  .map(name => [name, readFileSync(join(root, 'src/words', name), 'utf8')] as const)

const phrases = [
  ...LANGUAGES.flatMap(language => [...strings(reportWords(language)), ...strings(partWords(language)), ...strings(outputWords(language)), ...strings(wordsOf(language))]), // prettier-ignore
  ...strings(CODES),
  ...strings(CHECK_WORDS),
  ...strings(TROUBLES),
  ...strings([BINDS_LABELS, TARIFF_LABELS]),
  ...LANGUAGES.flatMap(language =>
    [...KEEP_RULES.rules, ...KEEP_RULES.cautions].map(
      ({ id }) => `${keepRequires(id, language)} ${mayKeepBecause(id, language)}`
    )
  )
]
const pages = LANGUAGES.flatMap(language => {
  const folder = join(root, 'resources/help', language)
  return readdirSync(folder)
    .filter(name => name.endsWith('.md'))
    .map(name => [`${language}/${name}`, readFileSync(join(folder, name), 'utf8')] as const)
})

describe('words', () => {
  it('judge nobody', () => {
    expect(phrases.length).toBeGreaterThan(100)
    expect(phrases.filter(judges)).toEqual([])
  })

  it.each(pages)('judge nobody in help page %s', (_, text) => {
    expect(text.split('\n').filter(judges)).toEqual([])
  })

  it.each(sources)('judge nobody in any line of src/words/%s', (_, text) => {
    expect(text.split('\n').filter(judges)).toEqual([])
  })

  it('may quote a rule by its title, and only whole', () => {
    expect(judges(`依据${QUOTED_TITLES[0]}`)).toBe(false)
    expect(judges('统计造假')).toBe(true)
  })

  it('notice a judging word', () => {
    for (const word of ['造假', '摆拍', '违规', '作假', '虚假', '伪造', '弄虚作假', '假的', '欺骗', '舞弊']) expect(judges(`材料${word}`), word).toBe(true) // prettier-ignore
    for (const word of ['fake', 'fraud', 'forged', 'cheat', 'falsified', 'staged', 'fabrication']) expect(judges(`a ${word} record`), word).toBe(true) // prettier-ignore
    expect(['假如', '假日', '病假', '真假', 'stage', 'forget'].filter(judges)).toEqual([])
    expect(JUDGING.test('这些照片系摆拍')).toBe(true)
    expect(JUDGING.test('a staged picture')).toBe(true)
    expect(JUDGING.test('两份材料内容一致，待核实')).toBe(false)
  })
})

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (value === null || typeof value !== 'object') return []
  return Object.values(value).flatMap(strings)
}
