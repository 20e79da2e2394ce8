import { readFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CHECK_WORDS } from '../../src/words/checks/index.ts'
import { LANGUAGES, wordsOf } from '../../src/words/index.ts'
import { reportWords } from '../../src/words/report.ts'
import { TROUBLES } from '../../src/words/troubles.ts'

/** Words that judge. None may stand in anything shown. */
const JUDGING =
  /造假|摆拍|违规|违纪|虚假|作假|伪造|弄虚|篡改|抄袭|作弊|敷衍|糊弄|欺骗|可疑|嫌疑|\b(?:fake[ds]?|faking|fraud\w*|forge[dr]?\w*|cheat\w*|guilt\w*|staged|violation\w*|dishonest\w*|suspicious\w*|suspect\w*|fabricat\w*|plagiari\w*|liar\w*|tamper\w*)\b/iu

const phrases = [
  ...LANGUAGES.flatMap(language => [...strings(reportWords(language)), ...strings(wordsOf(language))]),
  ...strings(CHECK_WORDS),
  ...strings(TROUBLES)
]
const pages = LANGUAGES.flatMap(language => {
  const folder = join(resolve(import.meta.dirname, '../../resources/help'), language)
  return readdirSync(folder)
    .filter(name => name.endsWith('.md'))
    .map(name => [`${language}/${name}`, readFileSync(join(folder, name), 'utf8')] as const)
})

describe('words', () => {
  it('judge nobody', () => {
    expect(phrases.length).toBeGreaterThan(100)
    expect(phrases.filter(phrase => JUDGING.test(phrase))).toEqual([])
  })

  it.each(pages)('judge nobody in help page %s', (_, text) => {
    expect(text.split('\n').filter(line => JUDGING.test(line))).toEqual([])
  })

  it('notice a judging word', () => {
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
