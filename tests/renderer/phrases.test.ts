import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { judges } from '../support/judging.ts'

const root = resolve(import.meta.dirname, '../../renderer')
const folder = join(root, 'phrases')
const files = readdirSync(folder).filter(name => name.endsWith('.json'))
const pages = [...new Set(files.map(name => name.split('.')[0]!))]
const flat = (value: unknown, path = ''): [string, string][] =>
  typeof value === 'string'
    ? [[path, value]]
    : Object.entries(value as object).flatMap(([key, inner]) => flat(inner, path ? `${path}.${key}` : key))
const read = (page: string, language: string): Map<string, string> =>
  new Map(flat(JSON.parse(readFileSync(join(folder, `${page}.${language}.json`), 'utf8'))))
const words = (phrase: string): string[] => [...new Set(phrase.match(/\{\w+\}/g) ?? [])].sort()

describe('the phrases of the window', () => {
  it.each(pages)('of %s say the same things in both languages', page => {
    const [zh, en] = [read(page, 'zh'), read(page, 'en')]
    expect([...zh.keys()].sort()).toEqual([...en.keys()].sort())
    // English may leave out a number where its singular says it (“one date”), never name a word Chinese lacks.
    const strange = [...en].filter(([key, phrase]) => words(phrase).some(word => !words(zh.get(key)!).includes(word) && word !== '{n}')) // prettier-ignore
    expect(strange).toEqual([])
  })

  it.each(files)('of %s judge nobody', name => {
    expect([...read(name.split('.')[0]!, name.split('.')[1]!).values()].filter(judges)).toEqual([])
  })

  it.each(pages)('of %s are Chinese in Chinese, and hold none in English', page => {
    const chinese = /[\u4e00-\u9fff]/
    const own = (key: string): boolean => /(?:^|\.)in\.|seal|otherLanguage|languageHint/.test(key)
    expect([...read(page, 'en')].filter(([key, phrase]) => chinese.test(phrase) && !own(key))).toEqual([])
    const wordy = [...read(page, 'zh')].filter(
      ([key, phrase]) => /[A-Za-z]{4,} [A-Za-z]{2,}/.test(phrase) && !own(key)
    )
    expect(wordy).toEqual([])
  })

  it('are there for every key a source names outright', () => {
    const known = new Set(pages.flatMap(page => [...read(page, 'zh').keys()].map(key => `${page}.${key}`)))
    const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(name =>
      /\.(?:vue|ts)$/.test(name)
    )
    const missing = sources.flatMap(name => {
      const text = readFileSync(join(root, name), 'utf8')
      const named = [...text.matchAll(/\bt\(\s*'([\w.-]+)'|(?:phrase|title): '([\w-]+\.[\w.-]+)'/g)]
      return named.map(match => match[1] ?? match[2]!).filter(key => !known.has(key)).map(key => `${name}: ${key}`) // prettier-ignore
    })
    expect(missing).toEqual([])
  })
})
