import type { Texts } from '../model/cells.ts'
import type { Evidence, Inspection } from '../model/evidence.ts'
import type { Material } from '../model/material.ts'
import type { Tick } from '../support/tick.ts'
import { conversationOf } from './conversations.ts'
import { settleIssuers } from './document-issuers.ts'
import { documentText } from './documents.ts'
import { ledgersOf } from './ledgers.ts'
import { nameClaims } from './names.ts'
import { picturesOf } from './pictures.ts'
import { secrecyMarks } from './secrecy.ts'

export type Fingerprints = Pick<
  Evidence,
  'names' | 'secrecyOf' | 'ledgers' | 'forms' | 'documents' | 'pictures' | 'conversations'
>

/** Facts about each material by itself. */
export function fingerprint(
  materials: readonly Material[],
  texts: Texts,
  inspection: Inspection,
  tick: Tick
): Fingerprints {
  const { ledgers, forms } = ledgersOf(materials, texts, tick)
  return {
    names: materials.map(nameClaims),
    secrecyOf: secrecyMarks(materials),
    ledgers,
    forms,
    documents: settleIssuers(present(materials, documentText, tick), inspection, materials),
    pictures: picturesOf(materials),
    conversations: present(materials, conversationOf, tick)
  }
}

function present<T>(
  materials: readonly Material[],
  look: (material: Material, index: number) => T | undefined,
  tick: Tick
): T[] {
  return materials.flatMap((material, index) => {
    tick(index, materials.length)
    return look(material, index) ?? []
  })
}
