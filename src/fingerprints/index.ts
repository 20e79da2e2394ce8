import type { Texts } from '../model/cells.ts'
import type { Evidence, Inspection } from '../model/evidence.ts'
import type { Material } from '../model/material.ts'
import type { Tick } from '../support/tick.ts'
import { conversationOf } from './conversations.ts'
import { ownUnit, settleIssuers } from './document-issuers.ts'
import { documentText } from './documents.ts'
import { indicatorListsOf } from './indicator-lists.ts'
import { formFieldsOf } from './form-fields.ts'
import { ledgersOf } from './ledgers.ts'
import { nameClaims } from './names.ts'
import { picturesOf } from './pictures.ts'
import { resultClaims } from './result-claims.ts'
import { secrecyMarks } from './secrecy.ts'
import { unbind, type UnboundFacts } from './unbinding.ts'
import { unevenFigures } from './uneven-figures.ts'

export type Fingerprints = Pick<
  Evidence,
  | 'names'
  | 'secrecyOf'
  | 'ledgers'
  | 'forms'
  | 'formFields'
  | 'documents'
  | 'pictures'
  | 'conversations'
  | 'indicatorLists'
  | 'resultClaims'
  | 'unevenFigures'
> & { apart?: UnboundFacts }

/** Facts about each material by itself; `givenLists` are the paths of lists named by --indicators. */
export function fingerprint(
  materials: readonly Material[],
  texts: Texts,
  inspection: Inspection,
  tick: Tick,
  givenLists: ReadonlySet<string> = new Set()
): Fingerprints {
  const { ledgers, forms } = ledgersOf(materials, texts, tick)
  const names = materials.map(nameClaims)
  const written = present(materials, documentText, tick)
  const documents = settleIssuers(written, inspection, materials)
  const papers = { materials, names, ledgers, forms, documents }
  const indicatorLists = indicatorListsOf(materials, givenLists, tick)
  const conversations = present(materials, conversationOf, tick)
  const pictures = picturesOf(materials)
  const apart = unbind({ ...papers, documents: written, pictures, conversations, indicatorLists })
  return {
    names,
    secrecyOf: secrecyMarks(materials),
    indicatorLists,
    ledgers,
    forms,
    formFields: formFieldsOf(papers, ownUnit(documents, inspection), tick),
    documents,
    pictures,
    conversations,
    resultClaims: resultClaims(materials, documents, ledgers, tick),
    unevenFigures: unevenFigures(materials, documents, ledgers, tick),
    ...(apart && {
      apart: { ...apart, documents: settleIssuers(apart.documents, inspection, apart.materials) }
    })
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
