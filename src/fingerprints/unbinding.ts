import type { Unbound } from '../model/evidence.ts'
import type { Material } from '../model/material.ts'
import { groupBy } from '../support/grouping.ts'
import { sha256 } from '../support/hashing.ts'
import { boundPapers, type BoundPaper } from './bound-papers.ts'
import { documentText } from './documents.ts'

/** What fingerprints know of the unbound view; relations complete it. */
export type UnboundFacts = Pick<
  Unbound,
  | 'materials' | 'materialOf' | 'names' | 'ledgers' | 'forms' | 'documents' | 'pictures' | 'conversations' | 'indicatorLists'
> // prettier-ignore

type Facts = Omit<UnboundFacts, 'materialOf'>

/** The view with bound papers as materials of their own; undefined where the package has no bound volume. */
export function unbind(facts: Facts): UnboundFacts | undefined {
  const { materials, ledgers, forms, conversations } = facts
  const ledgersOf = groupBy(ledgers, ({ material }) => material)
  const formsOf = groupBy(forms, ({ material }) => material)
  const talks = new Set(conversations.map(({ material }) => material))
  const volumes = new Map<number, BoundPaper[]>()
  materials.forEach((material, i) => {
    if (talks.has(i)) return
    const papers = boundPapers(material, ledgersOf.get(i) ?? [], formsOf.get(i) ?? [])
    if (papers.length > 0) volumes.set(i, papers)
  })
  return volumes.size === 0 ? undefined : viewOf(facts, volumes)
}

function viewOf(facts: Facts, volumes: ReadonlyMap<number, BoundPaper[]>): UnboundFacts {
  const { materials, names } = facts
  const at: number[] = [] // where each material of the package stands in the view
  const materialOf: number[] = []
  materials.forEach((_, i) => {
    at.push(materialOf.length)
    materialOf.push(i)
    materialOf.push(...(volumes.get(i) ?? []).map(() => i))
  })
  /** Of something at this table, block or page of a volume, the paper it stands in; else the first. */
  const placed = (i: number, where: Material['at'] = {}): number => {
    const papers = volumes.get(i)
    if (!papers) return at[i]!
    const { block, table, page } = where
    const holds = ({ from, to, reading }: BoundPaper): boolean =>
      table !== undefined ? reading.tables.some(({ head }) => head.index === table)
        : block !== undefined ? block >= from && block < to
          : page !== undefined && reading.blocks.some(each => each.page === page) // prettier-ignore
    const found = papers.findIndex(holds)
    return at[i]! + 1 + Math.max(0, found)
  }
  const view = materialOf.map((i, k): Material => {
    const material = materials[i]!
    const papers = volumes.get(i)
    const paper = papers?.[k - at[i]! - 1]
    if (paper) return paperOf(material, paper, at[i]!, k - at[i]!)
    if (papers) return { ...withParent(material, at), kind: 'archive', reading: undefined }
    if (material.parent === undefined) return material
    const held = placed(material.parent, material.at)
    const volume = volumes.get(material.parent)
    const from = volume?.[held - at[material.parent]! - 1]?.from ?? 0
    const inside = material.at?.block === undefined ? material.at : { ...material.at, block: material.at.block - from } // prettier-ignore
    return { ...material, parent: held, ...(inside && { at: inside }) }
  })
  const inTable = <T extends { material: number }>(each: T, table: number): T => ({ ...each, material: placed(each.material, { table }) }) // prettier-ignore
  const moved = <T extends { material: number }>(each: T): T => ({ ...each, material: at[each.material]! })
  const texts = view.flatMap((material, k) => (material.paper === undefined ? [] : (documentText(material, k) ?? []))) // prettier-ignore
  const documents = [...facts.documents.filter(({ material }) => !volumes.has(material)).map(moved), ...texts]
  return {
    materials: view,
    materialOf,
    names: view.map(({ paper }, k) => paper === undefined ? names[materialOf[k]!]! : { ...names[materialOf[k]!]!, subject: volumes.get(materialOf[k]!)![paper - 1]!.title }), // prettier-ignore
    ledgers: facts.ledgers.map(ledger => inTable(ledger, ledger.table.head.index)),
    forms: facts.forms.map(form => inTable(form, form.table)),
    documents: documents.sort((a, b) => a.material - b.material),
    pictures: facts.pictures.map(moved),
    conversations: facts.conversations.map(moved),
    indicatorLists: facts.indicatorLists.map(list => list.asks[0] ? inTable(list, list.asks[0].table) : moved(list)) // prettier-ignore
  }
}

function withParent(material: Material, at: readonly number[]): Material {
  return material.parent === undefined ? material : { ...material, parent: at[material.parent]! }
}

/** Not the volume's bytes: two papers of one volume are no copies of each other. */
function paperOf(volume: Material, { reading, title }: BoundPaper, parent: number, paper: number): Material {
  const { at: _, ...rest } = volume
  return {
    ...rest,
    path: `${volume.path}!/${paper}`,
    ...(title !== '' && { name: title }),
    parent,
    paper,
    sha256: volume.sha256 && sha256(`${volume.sha256}\n${paper}`),
    reading
  }
}
