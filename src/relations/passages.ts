import type {
  ClaimedDate,
  DocumentText,
  LabelledForm,
  PassageGroup,
  PassageSpan,
  SameContent
} from '../model/evidence.ts'
import type { Material } from '../model/material.ts'
import { byCodePoint } from '../support/order.ts'
import type { Tick } from '../support/tick.ts'
import { UnionFind } from '../support/union-find.ts'
import { setBlanksAside, setCommonAside, setIssuedAside } from './passage-aside.ts'
import { candidatePairs } from './passage-candidates.ts'
import { clusterLinks, eachCounted, JOINING, type Cluster } from './passage-clusters.ts'
import { measure, type Link } from './passage-links.ts'
import { areDifferentOccasions, occasionOf, recordOf } from './passage-occasions.ts'
import { RunFinder } from './passage-runs.ts'
import { indexSeeds } from './passage-seeds.ts'
import { eachUnit, gatherProse, type Prose } from './passage-text.ts'

export interface PassageFacts {
  materials: readonly Material[]
  documents: readonly DocumentText[]
  forms?: readonly LabelledForm[]
  sameContent: readonly SameContent[]
  activityOf: readonly (number | undefined)[]
  claimedDateOf: readonly (ClaimedDate | undefined)[]
}

/**
 * What two documents must share beyond what is set aside. Measured on made-up packages (independent prose, prose
 * full of set phrases, minutes on one skeleton, filled blanks, quoted notices, drafts, summaries; copies of
 * .35 … .95, two to twenty-four of each; share .2 … .4, least 80 … 200, chain 25 … 100): with these, 0 groups in 8
 * large packages of look-alikes, every copied share from .5 on found whole, of .35 (.25 to .4 in the text) six in
 * ten. In 120 small packages of nothing but slogans, skeletons or pledges 23 gave a group, all but 3 weak; a chain
 * of 100 gave none but lost reports of which every other paragraph had been written anew.
 */
export const PASSAGE_LIMITS = {
  characters: 120,
  share: 0.3, // of the prose of one of them
  chain: 60, // characters in one piece: runs with only a date, place or name swapped between
  // Near copies may be swapped through and through: then a shorter piece will do.
  copyShare: 0.7, // of the prose of both
  copyChain: 40
}

/**
 * One source of short sentences, every other of which was written anew, leaves no long chain. So many sentences in
 * the same order, and so much of one, is more than minutes on one skeleton share (up to .4 of a short record); such
 * a group stays a hint, see the check's weights.
 */
const SCATTERED = { pieces: 6, characters: 160, share: 0.45, least: 0.3 }

/**
 * Forms of one kind that record single occasions hold a few sentences each. Two that are alike throughout need
 * not be long; below the least of other documents they are never more than a hint or two.
 */
const RECORD_LIMITS = { characters: 60, share: 0.85, chain: 40 }

/**
 * Text carried over between documents of different occasions, group by group. Issued documents, blanks, labels,
 * heads, rolls and what many independent texts hold are set aside; documents identical as a whole stand for
 * each other (they belong to `duplicate-files`).
 */
export function findPassageGroups(facts: PassageFacts, tick: Tick, limits = PASSAGE_LIMITS): PassageGroup[] {
  const { materials, documents } = facts
  const forms = formsByMaterial(facts.forms ?? [])
  const prose = gatherProse(documents, comparable(facts, limits.characters, forms), tick)
  if (prose.documents.length < 2) return []
  setIssuedAside(
    prose,
    documents.filter(document => isIssued(document, materials)),
    tick
  )
  const records = prose.documents.map(document => {
    const form = forms.get(documents[document]!.material)
    return form ? recordOf(form) : ''
  })
  const sameForm = ({ a, b }: Link) => records[a] !== '' && records[a] === records[b]
  const grade = (link: Link): Link => ({
    ...link,
    firm: reaches(link, limits) || (sameForm(link) && echoes(link))
  })
  const seeds = indexSeeds(prose, tick)
  setBlanksAside(prose, seeds, documents, tick)
  const links = linksAmong(prose, candidatePairs(prose, seeds, tick), tick).map(grade)
  tick()
  setCommonAside(prose, seeds, clustersOf(prose, links))
  const occasions = prose.documents.map(document => {
    const { material } = documents[document]!
    return occasionOf(documents[document]!, materials[material]!, facts.activityOf[material], facts.claimedDateOf[material], forms.get(material)) // prettier-ignore
  })
  const kept = links
    .filter(({ a, b }) => areDifferentOccasions(occasions[a]!, occasions[b]!))
    .map(({ a, b, runs }, i) => {
      if (i % 64 === 0) tick()
      return grade(measure(prose, a, b, runs))
    })
    .filter(link => link.firm || joins(link))
  return clusterLinks(prose, kept)
    .map(cluster => toGroup(prose, cluster, documents))
    .sort((x, y) => x.members[0]!.document - y.members[0]!.document || y.characters - x.characters)
}

function isIssued({ issued, material }: DocumentText, materials: readonly Material[]): boolean {
  return issued || materials[material]!.origin === 'issued'
}

/** Documents of the package with prose of their own, one for each set of identical ones. */
function comparable(
  { materials, documents, sameContent }: PassageFacts,
  least: number,
  forms: ReadonlyMap<number, LabelledForm>
): number[] {
  const standsFor = new Map<number, number>()
  for (const { members, by } of sameContent) {
    if (by === 'members') continue
    // The smallest hash, so that renaming files does not change who stands for whom.
    const first = [...members].sort(
      (x, y) => byCodePoint(materials[x]!.sha256, materials[y]!.sha256) || byCodePoint(materials[x]!.path, materials[y]!.path) // prettier-ignore
    )[0]!
    for (const member of members) if (!standsFor.has(member)) standsFor.set(member, first)
  }
  const withText = new Set(documents.map(({ material }) => material))
  return documents.flatMap((document, index) => {
    const material = materials[document.material]!
    if (material.origin !== 'package' || isIssued(document, materials)) return []
    if (material.kind === 'table' || material.kind === 'conversation') return []
    const first = standsFor.get(document.material) ?? document.material
    if (first !== document.material && withText.has(first)) return []
    const short = forms.has(document.material) ? Math.min(least, RECORD_LIMITS.characters) : least
    return document.characters >= short ? [index] : []
  })
}

function linksAmong(prose: Prose, pairs: readonly Uint32Array[], tick: Tick): Link[] {
  const finder = new RunFinder(prose)
  const links: Link[] = []
  pairs.forEach((partners, a) => {
    tick(a, pairs.length)
    for (const b of partners) {
      const runs = finder.shared(a, b)
      const link = measure(prose, a, b, runs)
      if (joins(link) || echoes(link)) links.push(link)
    }
  })
  return links
}

function isScattered({ characters, shareA, shareB, pieces }: Link): boolean {
  return (
    pieces >= SCATTERED.pieces &&
    characters >= SCATTERED.characters &&
    Math.max(shareA, shareB) >= SCATTERED.share &&
    Math.min(shareA, shareB) >= SCATTERED.least
  )
}

function joins({ characters, shareA, shareB }: Link): boolean {
  return characters >= JOINING.characters && Math.max(shareA, shareB) >= JOINING.share
}

function echoes({ characters, shareA, shareB, chain }: Link): boolean {
  const { characters: least, share, chain: piece } = RECORD_LIMITS
  return characters >= least && Math.min(shareA, shareB) >= share && chain >= piece
}

/** The form a material is, when it states its own occasion: the first of its tables that does. */
function formsByMaterial(forms: readonly LabelledForm[]): Map<number, LabelledForm> {
  const byMaterial = new Map<number, LabelledForm>()
  for (const form of forms)
    if (form.occasion && !byMaterial.has(form.material)) byMaterial.set(form.material, form)
  return byMaterial
}

function reaches(link: Link, limits: typeof PASSAGE_LIMITS): boolean {
  const { characters, shareA, shareB, chain } = link
  if (isScattered(link)) return true
  if (characters < limits.characters || Math.max(shareA, shareB) < limits.share) return false
  return chain >= (Math.min(shareA, shareB) >= limits.copyShare ? limits.copyChain : limits.chain)
}

/** Near copies, as far as they make a group, count once when it is asked how common a run is. Counting kin by .2 instead made all of 40 packages of minutes on one skeleton speak. */
const NEAR_SHARE = 0.3

function clustersOf(prose: Prose, links: readonly Link[]): (document: number) => number {
  const sets = new UnionFind(prose.documents.length)
  for (const { a, b, firm, shareA, shareB } of links)
    if (firm && Math.min(shareA, shareB) >= NEAR_SHARE) sets.join(a, b)
  return document => sets.root(document)
}

function toGroup(
  prose: Prose,
  { members, links }: Cluster,
  documents: readonly DocumentText[]
): PassageGroup {
  const masks = new Map(members.map(member => [member, new Uint8Array(prose.starts[member + 1]! - prose.starts[member]!)])) // prettier-ignore
  for (const link of links) {
    for (const end of [link.a, link.b]) eachCounted(prose, link, end, at => (masks.get(end)![at] = 1))
  }
  return {
    members: members
      .map(member => {
        const mask = masks.get(member)!
        const document = prose.documents[member]!
        const covered = mask.reduce((sum, unit) => sum + unit, 0)
        return { document, share: covered / mask.length, spans: spansOf(documents[document]!, mask) }
      })
      .sort((x, y) => x.document - y.document),
    characters: Math.min(...links.map(({ characters }) => characters)),
    run: Math.max(...links.map(({ run }) => run))
  }
}

function spansOf(document: DocumentText, mask: Uint8Array): PassageSpan[] {
  const spans: PassageSpan[] = []
  let unit = 0
  let open = false
  eachUnit(document, (paragraph, from, to) => {
    const covered = unit < mask.length && mask[unit] === 1
    unit++
    const last = spans.at(-1)
    if (covered && open && last?.paragraph === paragraph) last.to = to
    else if (covered) spans.push({ paragraph, from, to })
    open = covered
  })
  return spans
}
