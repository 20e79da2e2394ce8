import { describe, expect, it } from 'vitest'
import { defineCheck } from '../../src/checks/define.ts'
import { runChecks } from '../../src/checks/run.ts'
import type { Material } from '../../src/model/material.ts'
import type { Examination } from '../../src/model/finding.ts'
import type { Picture } from '../../src/model/evidence.ts'
import { noTick } from '../../src/support/tick.ts'
import { wordsOf } from '../../src/words/index.ts'
import { evidenceOf, materialOf } from '../support/evidence.ts'

const told = (examination: Partial<Examination>, reads?: 'text') =>
  defineCheck({
    id: 'any', family: 'duplicates', stage: '办理', messages: [], reasons: [], ...(reads ? { reads } : {}),
    examine: () => ({ answer: 'clear', findings: [], coverage: { looked: 1, lookable: 1 }, ...examination })
  }) // prettier-ignore
const answer = (check: ReturnType<typeof told>, materials: Material[] = [], pictures: Picture[] = []) =>
  runChecks([check], evidenceOf({ materials, pictures }), noTick).verdicts[0]!
const page = (material: number): Picture => ({ material, hash: new Uint32Array(), detail: 1, nature: 'page' })

const written = materialOf('a.docx', { kind: 'document', paragraphs: ['一篇正文'] })
const scan = materialOf('b.pdf', { kind: 'document', notes: [{ code: 'no-text-layer' }] })
const packageOf = (texts: number, scans: number) => [...Array.from({ length: texts }, () => written), ...Array.from({ length: scans }, () => scan)] // prettier-ignore

describe('a check that saw too little', () => {
  it('does not call the rest clear, and does up to three tenths', () => {
    const cover = (looked: number) => told({ coverage: { looked, lookable: 10 } })
    expect(answer(cover(7))).toMatchObject({ answer: 'clear' })
    expect(answer(cover(6))).toMatchObject({ answer: 'undecided', because: 'mostUnseen', coverage: { looked: 6, lookable: 10 } }) // prettier-ignore
  })

  it.each(['clear', 'notApplicable'] as const)('of text is not %s while scans hide it', given => {
    const check = told({ answer: given }, 'text')
    expect(answer(check, packageOf(7, 3))).toMatchObject({ answer: given })
    expect(answer(check, packageOf(6, 4))).toMatchObject({ answer: 'undecided', because: 'withoutText', coverage: { looked: 6, lookable: 10 } }) // prettier-ignore
  })

  it('of anything but text does not mind scans', () => {
    expect(answer(told({ answer: 'notApplicable', because: 'noPictures' }), packageOf(0, 9))).toMatchObject({ answer: 'notApplicable' }) // prettier-ignore
  })

  it.each(['found', 'undecided'] as const)('keeps its answer %s', given => {
    const coverage = { looked: 0, lookable: 9 }
    expect(answer(told({ answer: given, because: 'own', coverage }, 'text'), packageOf(0, 9))).toMatchObject({ answer: given, because: 'own', coverage }) // prettier-ignore
  })
})

describe('what hides text', () => {
  const check = told({}, 'text')
  it.each<[string, Material[], Picture[]]>([
    ['a photographed page', [written, materialOf('1.jpg', { kind: 'picture' })], [page(1)]],
    ['a document whose pages are pictures', [written, materialOf('c.docx', { kind: 'document', paragraphs: [' '] }), materialOf('c.docx!/1.png', { kind: 'picture', parent: 1 })], [page(2)]],
    ['a pdf with a cover that was typed', [written, materialOf('d.pdf', { kind: 'document', paragraphs: ['封面'], observed: { pages: 9, textPages: 1 } })], []],
    ['a workbook under a password', [written, materialOf('e.xlsx', { kind: 'table', status: 'unread' })], []]
  ])('%s', (_, materials, pictures) => {
    expect(answer(check, materials, pictures)).toMatchObject({ because: 'withoutText', coverage: { looked: 1, lookable: 2 } }) // prettier-ignore
  }) // prettier-ignore

  it.each<[string, Material[], Picture[]]>([
    ['a document that is empty: there is nothing to see in it', [materialOf('f.docx', { kind: 'document' })], []],
    ['a scanned seal inside a typed document', [written, materialOf('a.docx!/1.png', { kind: 'picture', parent: 0 })], [page(1)]],
    ['photographs', [written, materialOf('2.jpg', { kind: 'picture' }), materialOf('3.jpg', { kind: 'picture' })], []],
    ['what is only listed, or stands outside the package', [written, materialOf('~$a.docx', { kind: 'document', status: 'listed' }), materialOf('reference:/x.pdf', { kind: 'document', origin: 'reference', status: 'unread' })], []]
  ])('is not %s', (_, materials, pictures) => {
    expect(answer(check, materials, pictures)).toMatchObject({ answer: 'clear' })
  }) // prettier-ignore
})

it('has words in both languages for the reasons that any check may get', () => {
  for (const language of ['zh', 'en'] as const)
    for (const reason of ['mostUnseen', 'withoutText'])
      expect(wordsOf(language).check('reused-pictures').reasons[reason]).toMatch(/三成|three tenths/u)
})
