import type { Balance, MaterialRecord, Purpose } from '../model/audit.ts'
import type { Evidence } from '../model/evidence.ts'
import type { Tick } from '../support/tick.ts'
import { isOutermost, repeatsOf } from './additions.ts'
import type { Weight, Weights } from './classify.ts'
import { demandsOf } from './demands.ts'
import { keeper, keepOf } from './keep.ts'
import { boundKeeps } from './volumes.ts'

/** What a material record says of its purpose. */
export type Mark = Pick<MaterialRecord, 'keep' | 'mayKeep' | 'purpose' | 'demandedBy'>

export interface Purposes {
  marks: readonly Mark[] // per material
  /** The trace of `balance.files` and `balance.entries`, split; each sums to it. */
  balance: NonNullable<Balance['purposes']>
}

/** Splits trace, and what is mixed, by what it was made for: required, demanded by name, or neither. */
export function purposesOf(
  evidence: Evidence,
  { each: weights, apart }: Pick<Weights, 'each' | 'apart'>,
  tick: Tick
): Purposes {
  const { unbound } = evidence
  const kept = unbound
    ? boundKeeps(unbound, keepOf(unbound, apart, tick), keeper(evidence, weights))
    : keepOf(evidence, weights, tick)
  const demands = demandsOf(evidence, weights)
  const marks = kept.map((keep, index): Mark => {
    const traced = weights[index]!.class === 'trace' || weights[index]!.class === 'mixed'
    if (!traced) return keep
    const demandedBy = keep.keep ? undefined : demands[index]
    return { ...keep, purpose: purposeOf(keep.keep, demandedBy), ...(demandedBy ? { demandedBy } : {}) }
  })
  return { marks, balance: split(evidence, weights, marks) }
}

function purposeOf(keep: Mark['keep'], demandedBy: string | undefined): Purpose {
  return keep ? 'required' : demandedBy ? 'demanded' : 'avoidable'
}

/** Counts what `weigh` counts, so that page one can be recomputed from the materials. */
function split(evidence: Evidence, weights: readonly Weight[], marks: readonly Mark[]): Purposes['balance'] {
  const files = none()
  const entries = none()
  const repeated = repeatsOf(evidence)
  evidence.materials.forEach((material, index) => {
    const weight = weights[index]!
    if (material.origin === 'reference' || !weight.counted || repeated.has(index)) return
    const { keep, demandedBy } = marks[index]!
    const purpose = purposeOf(keep, demandedBy)
    if (weight.class === 'trace' && isOutermost(evidence, index)) files[purpose]++
    if (weight.class === 'issued' || weight.class === 'input' || weight.class === 'unknown') return
    for (const ledger of weight.ledgers) if (ledger.nature !== 'roster') entries[purpose] += ledger.trace
  })
  return { files, entries }
}

function none(): Record<Purpose, number> {
  return { required: 0, demanded: 0, avoidable: 0 }
}
