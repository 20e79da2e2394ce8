import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DocumentText } from '../../src/model/evidence.ts'
import { GRAM } from '../../src/relations/passage-grams.ts'
import { RunFinder } from '../../src/relations/passage-runs.ts'
import { eachUnit, fold, foldedProse, gatherProse } from '../../src/relations/passage-text.ts'
import { noTick } from '../../src/support/tick.ts'

const documentOf = (...texts: string[]): DocumentText => ({
  material: 0,
  title: '',
  paragraphs: texts.map(text => ({ text, label: false })),
  characters: texts.join('').length,
  issued: false
})

describe('runs of identical characters', () => {
  // Few letters and copied stretches, so that runs touch, overlap and repeat.
  const text = fc
    .array(
      fc.oneof(
        fc.constantFrom('甲乙丙丁戊己庚辛壬癸子丑寅卯辰', 'abcdefghijklmnopqr'),
        fc.constantFrom('甲', '乙', 'a')
      ),
      { maxLength: 30 }
    ) // prettier-ignore
    .map(parts => parts.join(''))

  it('are equal on both sides, as long as they can be, and none is missed', () => {
    fc.assert(
      fc.property(text, text, (left, right) => {
        const prose = gatherProse([documentOf(left), documentOf(right)], [0, 1], noTick)
        const [a, b] = prose.documents.map(index => (index === 0 ? left : right)) as [string, string]
        const runs = new RunFinder(prose).shared(0, 1)
        const covered = new Set<number>()
        for (let i = 0; i < runs.length; i += 3) {
          const [inA, inB, length] = [runs[i]!, runs[i + 1]!, runs[i + 2]!]
          expect(length).toBeGreaterThanOrEqual(GRAM)
          expect(a.slice(inA, inA + length)).toBe(b.slice(inB, inB + length))
          for (let at = inB; at < inB + length; at++) {
            expect(covered.has(at)).toBe(false)
            covered.add(at)
          }
        }
        for (let at = 0; at + GRAM <= b.length; at++)
          if (a.includes(b.slice(at, at + GRAM)))
            expect(covered.has(at) || covered.has(at + GRAM - 1)).toBe(true)
      }),
      { numRuns: 300 }
    )
  })
})

describe('prose', () => {
  it('maps every unit back to its character', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 6 }), texts => {
        const document = documentOf(...texts)
        const prose = foldedProse(document)
        let unit = 0
        eachUnit(document, (paragraph, from, to) => {
          expect(fold(texts[paragraph]!.slice(from, to))).toContain(prose[unit])
          unit++
        })
        expect(unit).toBe(prose.length)
      })
    )
  })

  it('leaves labels, heads, rolls and articles out', () => {
    const head = [
      '时间：2024年3月5日',
      '参会人员：张三、李四',
      '张三、李四、王五、赵六、孙七、周八',
      '第十二条 村民会议由村民委员会召集。'
    ]
    const document = documentOf(...head, '会议讨论了修路的事。')
    expect(foldedProse(document)).toBe('会议讨论了修路的事')
  })
})
