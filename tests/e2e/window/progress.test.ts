import { cpSync, mkdirSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { samplePackage } from '../sample.ts'
import { clipped, hanTexts, LANGUAGES, SIZES, THEMES, turn, violations } from './looks.ts'
import { PATIENCE, TestWindow } from './window.ts'

/** The page of a run under way, which no other page waits for: it moves, and is looked at as it moves. */
describe('the progress page', { timeout: PATIENCE }, () => {
  let window: TestWindow
  let id: string
  let names: string[]

  beforeAll(async () => {
    window = await TestWindow.open()
    // Several samples in one package keep the run going while it is looked at.
    const many = join(window.home, 'Desktop', 'many')
    mkdirSync(many)
    for (const name of ['a', 'b', 'c']) cpSync(samplePackage().folder, join(many, name), { recursive: true })
    names = readdirSync(samplePackage().folder, { recursive: true, encoding: 'utf8' }).map(path => basename(path)) // prettier-ignore
    const [opened] = await window.call('open', { locations: [await window.placeOf('many')] })
    id = opened!.package
  }, PATIENCE)
  afterEach(() => expect(window.complaints).toEqual([]))
  afterAll(() => window?.close())

  const state = async (): Promise<string> => (await window.call('state', { package: id })).state

  for (const language of LANGUAGES)
    it(`is readable by everybody and whole while it moves, ${language}`, async () => {
      const seen: string[] = []
      for (const theme of THEMES) {
        await turn(window, language, theme)
        await window.call('run', { package: id })
        await window.until(async () => (await state()) === 'running')
        await window.go('progress', id)
        await window.page.getByRole('progressbar').first().waitFor()
        for (const found of await violations(window)) seen.push(`${theme}: ${found}`)
        for (const size of SIZES) {
          await window.page.setViewportSize(size)
          for (const each of await clipped(window)) seen.push(`${theme} ${size.width}: ${each}`)
        }
        await window.page.setViewportSize(SIZES[0]!)
        if (language === 'en') seen.push(...(await hanTexts(window)).filter(text => !isOfPackage(text)))
        // It was still under way when it was looked at
        expect(await state()).toBe('running')
        await window.call('cancel', { package: id })
      }
      expect(seen).toEqual([])
    })

  /** A name of a file or folder in it, as troubles and first findings show them. */
  const isOfPackage = (text: string): boolean => names.some(name => text.includes(name))
})
