import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CHECKS } from '../../src/checks/catalogue.ts'
import { FAMILIES } from '../../src/checks/define.ts'
import { CHECK_WORDS } from '../../src/words/checks/index.ts'
import { CATALOGUE } from './catalogue.ts'

const root = resolve(import.meta.dirname, '../..')

describe('every check', () => {
  it('stands in the catalogue in the order of the design', () => {
    expect(CHECKS.map(check => check.id)).toEqual(
      CATALOGUE.filter(id => CHECKS.some(check => check.id === id))
    )
  })

  it.each(CHECKS.map(check => [check.id, check] as const))(
    '%s has source, test, words and help pages under one id',
    (id, check) => {
      expect(FAMILIES).toContain(check.family)
      const places = [
        `src/checks/${check.family}/${id}.ts`,
        `tests/checks/${check.family}/${id}.test.ts`,
        `src/words/checks/${id}.ts`,
        `resources/help/zh/${id}.md`,
        `resources/help/en/${id}.md`
      ]
      expect(places.filter(place => !existsSync(join(root, place)))).toEqual([])
    }
  )

  it.each(CHECKS.map(check => [check.id, check] as const))(
    '%s has words in both languages for every message and reason',
    (id, check) => {
      const words = CHECK_WORDS[id]!
      for (const language of ['zh', 'en'] as const) {
        expect(Object.keys(words[language].messages).sort()).toEqual([...check.messages].sort())
        expect(Object.keys(words[language].reasons).sort()).toEqual([...check.reasons].sort())
        expect(words[language].innocent.length).toBeGreaterThan(0)
        expect(words[language].clear.length).toBeGreaterThan(0)
      }
      expect(Object.keys(words.zh.indications).sort()).toEqual(Object.keys(words.en.indications).sort())
    }
  )

  it('has a source that the catalogue knows', () => {
    const sources = readdirSync(join(root, 'src/checks'), { recursive: true, encoding: 'utf8' })
      .map(name => name.replaceAll('\\', '/'))
      .filter(
        name =>
          /^[^/]+\/[^/]+\.ts$/.test(name) &&
          /defineCheck\(/.test(readFileSync(join(root, 'src/checks', name), 'utf8'))
      )
    expect(sources.sort()).toEqual(CHECKS.map(check => `${check.family}/${check.id}.ts`).sort())
  })
})
