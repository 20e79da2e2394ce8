import { fingerprint } from '../../src/fingerprints/index.ts'
import type { Evidence, Inspection } from '../../src/model/evidence.ts'
import type { Material } from '../../src/model/material.ts'
import { relate } from '../../src/relations/index.ts'
import { StringPool } from '../../src/support/string-pool.ts'
import { noTick } from '../../src/support/tick.ts'
import { weightsOf, type Weight } from '../../src/weighing/classify.ts'
import type { Asking } from '../../src/weighing/demands.ts'
import { purposesOf, type Purposes } from '../../src/weighing/purposes.ts'
import { materialOf, tableOf } from './evidence.ts'

export interface Weighed {
  evidence: Evidence
  weights: Weight[]
  purposes: Purposes
}

/** Materials through fingerprints, relations and weighing, as the pipeline does it. */
export function weighed(
  materials: readonly Material[],
  texts: StringPool,
  inspection: Inspection = {},
  more: { indicators?: readonly Asking[] } = {}
): Weighed {
  const numbered = materials.map((material, index) => ({ ...material, no: index + 1 }))
  const facts = fingerprint(numbered, texts, inspection, noTick)
  const related = relate({ ...facts, inspection, texts, materials: numbered }, noTick)
  const evidence = Object.assign(related, more)
  const weights = weightsOf(evidence, noTick)
  return { evidence, weights: weights.each, purposes: purposesOf(evidence, weights, noTick) }
}

/** A document: its first line is the title. */
export function paper(path: string, lines: readonly string[]): Material {
  return materialOf(path, {
    kind: 'document',
    format: 'docx',
    reading: {
      blocks: lines.map((text, i) => ({ text, style: i === 0 ? ('title' as const) : ('paragraph' as const) }))
    }
  })
}

export function sheet(path: string, rows: readonly (readonly string[])[], pool: StringPool): Material {
  return materialOf(path, { kind: 'table', format: 'xlsx', tables: [tableOf(rows, pool)] })
}

export { StringPool }
