import { describe, expect, it } from 'vitest'
import check from '../../../src/checks/duplicates/reused-passages.ts'
import { runChecks } from '../../../src/checks/run.ts'
import { findPassageGroups } from '../../../src/relations/passages.ts'
import { noTick } from '../../../src/support/tick.ts'
import {
  evidenceOfDocuments,
  hanOf,
  proseOf,
  randomOf,
  sentenceOf,
  type Written
} from '../../support/prose.ts'

const run = (written: readonly Written[], more = {}) => {
  const evidence = { ...evidenceOfDocuments(written), ...more }
  return runChecks([check], { ...evidence, passageGroups: findPassageGroups(evidence, noTick) }, noTick)
}
const talks = (count: number) => {
  const text = proseOf(randomOf(1), 250)
  return Array.from({ length: count }, (_, i) => ({
    title: '谈心谈话记录',
    paragraphs: [`谈话对象：王小${i}`, ...text]
  }))
}

describe('reused-passages', () => {
  it('reports twenty-two records with one text as one finding, with the runs marked', () => {
    const { verdicts, findings } = run(talks(22))
    expect(verdicts[0]).toMatchObject({
      answer: 'found',
      findings: 1,
      coverage: { looked: 22, lookable: 22 }
    })
    const [finding] = findings
    expect(finding).toMatchObject({
      message: 'sameRecord',
      owner: 'unit',
      strength: 'strong',
      words: { documents: 22, share: 100 }
    })
    expect(finding!.places).toHaveLength(22)
    const { detail } = finding!
    if (detail.kind !== 'texts') throw new Error('texts expected')
    expect(detail.total).toBe(22)
    expect(detail.texts).toHaveLength(6)
    const marked = detail.texts.map(({ text, runs }) =>
      runs.map(([from, to]) => text.slice(from, to)).join('')
    )
    expect(new Set(marked).size).toBe(1)
    for (const { text } of detail.texts) expect(text.length).toBeLessThanOrEqual(1200)
  })

  it('says so more softly when half the text is carried over, and hints only when a third is', () => {
    const strengthAt = (share: number) => {
      const random = randomOf(7)
      const copied = hanOf(random, 900 * share)
      const { findings } = run([0, 1].map(() => ({ paragraphs: [hanOf(random, 900 * (1 - share)), copied] })))
      return findings.map(({ message, strength }) => [message, strength])
    }
    expect(strengthAt(0.55)).toEqual([['carriedOver', 'moderate']])
    expect(strengthAt(0.35)).toEqual([['carriedOver', 'weak']])
  })

  it('clips long texts around the runs and keeps the offsets right', () => {
    const random = randomOf(8)
    const copied = proseOf(random, 3000).join('')
    const { findings } = run([0, 1].map(() => ({ paragraphs: [proseOf(random, 200).join('') + copied] })))
    const { detail } = findings[0]!
    if (detail.kind !== 'texts') throw new Error('texts expected')
    for (const { text, runs } of detail.texts) {
      expect(text.length).toBeLessThanOrEqual(1200)
      for (const [from, to] of runs) expect(copied).toContain(text.slice(from, to))
    }
  })

  it('names the page, table and row where a run stands', () => {
    const evidence = evidenceOfDocuments(talks(3))
    const documents = evidence.documents.map(document => ({
      ...document,
      paragraphs: document.paragraphs.map(paragraph => ({ ...paragraph, table: 0, row: 4, column: 1 }))
    }))
    const { findings } = run(talks(3), { documents })
    expect(findings[0]!.places[0]).toMatchObject({ path: '0.docx', table: 0, row: 4, column: 1 })
  })

  it('keeps its id when files are renamed', () => {
    const id = (path: (i: number) => string) => run(talks(5).map((talk, i) => ({ ...talk, path: path(i), material: { sha256: `${i}` } }))).findings[0]!.id // prettier-ignore
    expect(id(i => `谈话/${i}.docx`)).toBe(id(i => `${9 - i}.docx`))
  })

  it('stays quiet for an issued blank filled by many', () => {
    const random = randomOf(3)
    const blank = proseOf(random, 400)
    const filled = Array.from({ length: 6 }, () => ({ paragraphs: [...blank, ...proseOf(random, 200)] }))
    expect(run([{ paragraphs: blank, issued: true }, ...filled]).verdicts[0]!.answer).toBe('clear')
  })

  it('cannot tell when no document says which occasion it belongs to', () => {
    const written = Array.from({ length: 3 }, (_, i) => ({ paragraphs: proseOf(randomOf(i), 300) }))
    const unknown = {
      activityOf: [undefined, undefined, undefined],
      claimedDateOf: [undefined, undefined, undefined]
    }
    expect(run(written, unknown).verdicts[0]).toMatchObject({ answer: 'undecided', because: 'noOccasions' })
  })

  it('does not apply to fewer than two documents with prose', () => {
    expect(run([{ paragraphs: [sentenceOf(randomOf(1))] }]).verdicts[0]).toMatchObject({
      answer: 'notApplicable',
      because: 'tooFew'
    })
  })

  it('is undecided when most of what is written stands in documents too short to compare', () => {
    const pieces = Array.from({ length: 20 }, (_, i) => ({ title: '', paragraphs: [hanOf(randomOf(100 + i), 60)] })) // prettier-ignore
    const whole = Array.from({ length: 3 }, (_, i) => ({ title: '小结', paragraphs: proseOf(randomOf(200 + i), 200), activity: i })) // prettier-ignore
    expect(run([...whole, ...pieces]).verdicts[0]).toMatchObject({ answer: 'undecided', because: 'mostlyShort', coverage: { looked: 3, lookable: 23 } }) // prettier-ignore
    expect(run([...whole, ...pieces.slice(0, 3)]).verdicts[0]).not.toMatchObject({ because: 'mostlyShort' })
  })
})
