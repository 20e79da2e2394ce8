import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
// @ts-expect-error a plain module of the bench, without types
import { classScores, confusion, macroF1 } from '../bench/support/truth-score.mjs'
import { classOfDescriptor, readDescriptors } from '../support/descriptor.ts'

const all = readDescriptors(join(import.meta.dirname, 'descriptors.txt'))
const kept = all.filter((_, i) => i % 3 === 2)
const worked = all.filter((_, i) => i % 3 !== 2)

function measure(items: typeof all) {
  const pairs = items.map(item => {
    const { class: given, classId, why } = classOfDescriptor(item)
    return { ...item, truth: item.class, given, givenId: classId, why }
  })
  if (process.env.SHOW) {
    for (const { truth, given, givenId, classId, title, columns, why } of pairs.filter(pair => pair.truth !== pair.given))
      console.log(`${truth} ${classId ?? ''} → ${given} ${givenId ?? ''}: ${title} ${columns?.join('、') ?? ''} [${why.slice(0, 5).map(cue => `${cue.class} ${cue.cue}@${cue.where} ${cue.weight}`).join(', ')}]`)
  } // prettier-ignore
  const table = confusion(pairs)
  return { f1: macroF1(table) as number, each: classScores(table) as Record<string, number> }
}

describe('short descriptors of everyday materials', () => {
  it('get the class a person gives them, over those worked with', () => {
    const { f1, each } = measure(worked)
    console.log(`worked with: macro-F1 ${f1.toFixed(3)} over ${worked.length}`, each)
    expect(f1).toBeGreaterThanOrEqual(0.85)
  })

  it('and over the third that was kept unlooked-at', () => {
    if (process.env.SHOW) return // looking would spoil it
    const { f1, each } = measure(kept)
    console.log(`kept: macro-F1 ${f1.toFixed(3)} over ${kept.length}`, each)
    expect(f1).toBeGreaterThanOrEqual(0.7)
  })
})
