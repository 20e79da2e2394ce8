import { classify } from '../../../src/weighing/classify.ts'
import { commonText } from '../../../src/weighing/common-text.ts'
import { featuresOf } from '../../../src/weighing/learned-features.ts'
import { pieceClasses } from '../../../src/weighing/piece-class.ts'
import { cuesOf, seenOf } from '../../../src/weighing/seen.ts'
import { noTick } from '../../../src/support/tick.ts'
import { evidenceOfPackage } from './weigh-package.ts'

/** The features of every material of a package with text, and the class it is given now. */
export async function cueSamples(folder: string, data: string, unit?: string) {
  const read = await evidenceOfPackage(folder, data)
  const evidence = unit ? { ...read, inspection: { ...read.inspection, unit } } : read
  const given = classify(evidence, noTick)
  const common = commonText(evidence)
  const classOf = pieceClasses(evidence)
  const documents = new Map(evidence.documents.map(document => [document.material, document]))
  return evidence.materials.flatMap((material, index) => {
    if (!material.reading || material.kind === 'picture' || material.kind === 'archive') return [{ path: material.path, given: given[index]!.class, features: [] as string[] }] // prettier-ignore
    const ledgers = evidence.ledgers.filter(ledger => ledger.material === index)
    const natures = ledgers.map(ledger => classOf(ledger).whole)
    const forms = evidence.forms.filter(form => form.material === index)
    const document = common.without(documents.get(index))
    const seen = seenOf(evidence, index, { ...(document ? { document } : {}), ledgers, natures, forms, common }) // prettier-ignore
    return [{ path: material.path, given: given[index]!.class, features: [...featuresOf(seen, cuesOf(seen))] }] // prettier-ignore
  })
}
