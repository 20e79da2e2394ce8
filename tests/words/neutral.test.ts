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
import { JUDGING, judges, QUOTED_TITLES } from '../support/judging.ts'

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
