import type { MaterialClass } from '../../../src/model/audit.ts'
import { weigh } from '../../../src/weighing/balance.ts'
import { classify } from '../../../src/weighing/classify.ts'
import { classOfEntries } from '../../../src/weighing/entries.ts'
import { noTick } from '../../../src/support/tick.ts'
import { evidenceOfPackage } from './weigh-package.ts'

interface Truth {
  classes: Record<string, { class: MaterialClass } | string>
  entries?: Record<string, { result: number[]; trace: number[] }>
}

/** What a package was given, beside the balance it would have if every class and entry were as the truth says. */
export async function weighAgainst(folder: string, truth: Truth, data: string) {
  const evidence = await evidenceOfPackage(folder, data)
  const weights = classify(evidence, noTick)
  const path = (index: number) => evidence.materials[index]!.path
  const given = weigh(evidence, weights)
  const named = Object.values(truth.classes).every(each => typeof each !== 'string')
  const wanted = weigh(
    evidence,
    weights.map((weight, index) => {
      const known = truth.classes[path(index)]
      const rows = named ? truth.entries?.[path(index)] : undefined
      const ledgers = rows && weight.ledgers[0] ? [{ ...weight.ledgers[0], nature: 'record' as const, entries: rows.result.length + rows.trace.length, result: rows.result.length, trace: rows.trace.length }] : weight.ledgers // prettier-ignore
      return known && typeof known !== 'string' ? { ...weight, class: known.class, ledgers } : weight
    })
  )
  const share = (key: 'files' | 'entries' | 'characters') => ({ truth: wanted[key].share, given: given[key].share }) // prettier-ignore
  return {
    materials: evidence.materials.flatMap((material, index) =>
      material.kind === 'archive' || material.status === 'listed' || material.status === 'unread' ? [] : [{ path: material.path, given: weights[index]!.class, classId: weights[index]!.classId, why: weights[index]!.why }]
    ), // prettier-ignore
    entryClasses: evidence.ledgers.flatMap(ledger =>
      classOfEntries(ledger, weights[ledger.material]!).map((each, i) => ({
        path: path(ledger.material),
        row: ledger.table.cells.rows[ledger.rows[i]!]!,
        class: each
      }))
    ),
    shares: named ? { files: share('files'), entries: share('entries'), characters: share('characters') } : undefined // prettier-ignore
  }
}
