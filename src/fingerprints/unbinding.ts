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

/** Where things lie in one volume: the number of the paper, from 1; the first where nothing tells. */
interface Volume {
  papers: readonly BoundPaper[]
  paperAt(where: NonNullable<Material['at']>): number
}

/** The view with bound papers as materials of their own; undefined where the package has no bound volume. */
export function unbind(facts: Facts): UnboundFacts | undefined {
  const { materials, ledgers, forms, conversations } = facts
  const ledgersOf = groupBy(ledgers, ({ material }) => material)
  const formsOf = groupBy(forms, ({ material }) => material)
  const talks = new Set(conversations.map(({ material }) => material))
  const volumes = new Map<number, Volume>()
  materials.forEach((material, i) => {
    if (talks.has(i)) return
    const papers = boundPapers(material, ledgersOf.get(i) ?? [], formsOf.get(i) ?? [])
    if (papers.length > 0) volumes.set(i, volumeOf(papers))
  })
  return volumes.size === 0 ? undefined : viewOf(facts, volumes)
}

function volumeOf(papers: readonly BoundPaper[]): Volume {
  const tables = new Map<number, number>()
  papers.forEach(({ reading }, k) => {
    for (const { head } of reading.tables) tables.set(head.index, k + 1)
  })
  // A scanned page has no words of its own: it is of the paper that began before it
  const begins = papers.map(({ reading }) => reading.blocks.find(({ page }) => page !== undefined)?.page ?? Infinity) // prettier-ignore
  return {
    papers,
    paperAt({ table, block, page }) {
      const told = table !== undefined ? tables.get(table)
        : block !== undefined ? papers.findIndex(({ from, to }) => block >= from && block < to) + 1
          : page !== undefined ? begins.findLastIndex(first => first <= page) + 1 : undefined // prettier-ignore
      return told || 1
    }
  }
}

function viewOf(facts: Facts, volumes: ReadonlyMap<number, Volume>): UnboundFacts {
  const { materials, names } = facts
  const at: number[] = [] // where each material of the package stands in the view
  const materialOf: number[] = []
  for (const i of materials.keys()) {
    at.push(materialOf.length)
    for (let paper = 0; paper <= (volumes.get(i)?.papers.length ?? 0); paper++) materialOf.push(i)
  }
  const placed = (i: number, where: Material['at'] = {}): number => at[i]! + (volumes.get(i)?.paperAt(where) ?? 0) // prettier-ignore
  const inTable = <T extends { material: number }>(each: T, table: number): T => ({ ...each, material: placed(each.material, { table }) }) // prettier-ignore
  const moved = <T extends { material: number }>(each: T): T => ({ ...each, material: at[each.material]! })

  const view = materialOf.map((i, k): Material => {
    const material = materials[i]!
    const { parent } = material
    const paper = k - at[i]!
    const volume = volumes.get(i)
    if (volume && paper > 0) return paperOf(material, volume.papers[paper - 1]!, at[i]!, paper)
    if (volume) return { ...material, kind: 'archive', reading: undefined, ...(parent !== undefined && { parent: at[parent]! }) } // prettier-ignore
    if (parent === undefined) return material
    const held = volumes.get(parent)
    return held ? inPaper(material, held, at[parent]!) : { ...material, parent: at[parent]! }
  })
  const titleOf = (k: number): string | undefined => {
    const { paper } = view[k]!
    return paper === undefined ? undefined : volumes.get(materialOf[k]!)!.papers[paper - 1]!.title
  }
  const written = view.flatMap((material, k) => material.paper === undefined ? [] : (documentText(material, k) ?? [])) // prettier-ignore
  return {
    materials: view,
    materialOf,
    names: materialOf.map((i, k) => ({ ...names[i]!, subject: titleOf(k) ?? names[i]!.subject })),
    ledgers: facts.ledgers.map(ledger => inTable(ledger, ledger.table.head.index)),
    forms: facts.forms.map(form => inTable(form, form.table)),
    documents: [...facts.documents.filter(({ material }) => !volumes.has(material)).map(moved), ...written].sort((a, b) => a.material - b.material), // prettier-ignore
    pictures: facts.pictures.map(moved),
    conversations: facts.conversations.map(moved),
    indicatorLists: facts.indicatorLists.map(list => list.asks[0] ? inTable(list, list.asks[0].table) : moved(list)) // prettier-ignore
  }
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

/** A picture in a volume is one in the paper it stands in, whose blocks count from its own first. */
function inPaper(material: Material, { papers, paperAt }: Volume, volume: number): Material {
  const { at: where } = material
  const paper = paperAt(where ?? {})
  const own = where?.block === undefined ? where : { ...where, block: where.block - papers[paper - 1]!.from }
  return { ...material, parent: volume + paper, ...(own && { at: own }) }
}
