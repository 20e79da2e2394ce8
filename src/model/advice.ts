import type { Audit, MaterialRecord } from './audit.ts'

/**
 * What could be left out of an inspection copy: made neither because a rule requires it nor because somebody asked
 * for it by name, or a copy of what is there already. Advice only; nothing is deleted, and the unit keeps its own.
 *
 * It stands in this room because reports, the desk and the window all ask for it, of an Audit alone, perhaps years
 * later; none of them may import weighing.
 */

/** Sums over the materials handed in. */
export interface LeavableSums {
  files: number
  entries: number
  pages: number
  characters: number
  bytes: number
}

export interface Leavable {
  leave: number[] // `no` of materials, rising
  before: LeavableSums
  after: LeavableSums
}

/** The check whose findings are copies; every other finding of the unit's is a doubt, and what a doubt rests on stays. */
const COPIES = 'duplicate-files'

/** Weakest first: what tells least of an activity goes first, a written account last. */
const WEAKEST = ['conversation', 'picture', 'video', 'other', 'table', 'document'] as const

/** Classes that are evidence of something. */
const SPEAKING: ReadonlySet<string> = new Set(['trace', 'mixed', 'result'])

/**
 * `no` of the materials that could be left out, rising. Never one that must be or may have to be kept, never
 * results, never what a doubt rests on, and never the last evidence of an indicator or an activity.
 */
export function leavable(audit: Audit): number[] {
  const handed = handedIn(audit)
  const doubted = doubtedPaths(audit)
  const held = heldRoots(audit, handed, doubted)
  const copies = laterCopies(audit)
  const groups = evidenceGroups(audit, handed, doubted)
  const remaining = new Map([...groups.members].map(([group, members]) => [group, members.size]))
  const chosen: number[] = []
  for (const { no } of candidates(handed.roots, held, copies)) {
    const own = groups.of.get(no) ?? []
    if (own.some(group => remaining.get(group)! <= 1)) continue
    for (const group of own) remaining.set(group, remaining.get(group)! - 1)
    chosen.push(no)
  }
  return chosen.sort((a, b) => a - b)
}

/** What leaving them out would change. */
export function leavableSums(audit: Audit): Leavable {
  const leave = leavable(audit)
  const left = new Set(leave)
  const { roots } = handedIn(audit)
  return { leave, before: sums(roots), after: sums(roots.filter(({ no }) => !left.has(no))) }
}

export function sums(materials: readonly MaterialRecord[]): LeavableSums {
  const total = (value: (material: MaterialRecord) => number): number =>
    materials.reduce((sum, material) => sum + value(material), 0)
  return {
    files: materials.length,
    entries: total(({ amount }) => amount.entries),
    pages: total(({ amount }) => amount.pages),
    characters: total(({ amount }) => amount.characters),
    bytes: total(({ bytes }) => bytes)
  }
}

export interface HandedIn {
  roots: readonly MaterialRecord[] // files of their own, in folders or archives
  rootOf: ReadonlyMap<number, number> // no of anything → no of the file it goes with
}

/** A picture inside a document cannot be left out by itself and goes with its document; members of archives can. */
export function handedIn({ materials }: Audit): HandedIn {
  const byPath = new Map(materials.map(material => [material.path, material]))
  const roots: MaterialRecord[] = []
  const rootOf = new Map<number, number>()
  for (const material of materials) {
    if (/^(?:issued|reference):\//u.test(material.path)) continue
    const parts = material.path.split('!/')
    const root = parts
      .map((_, depth) => byPath.get(parts.slice(0, depth + 1).join('!/')))
      .find(container => container && container.kind !== 'archive')
    if (root) rootOf.set(material.no, root.no)
    if (root === material) roots.push(material)
  }
  return { roots, rootOf }
}

/** Paths on which a finding for the unit rests, copies aside. */
export function doubtedPaths({ findings }: Audit): ReadonlySet<string> {
  return new Set(
    findings
      .filter(({ check, owner }) => check !== COPIES && owner === 'unit')
      .flatMap(({ places }) => places.map(({ path }) => path))
  )
}

/** Roots that stay, for what they are or for what they hold. */
function heldRoots(
  { materials }: Audit,
  { rootOf }: HandedIn,
  doubted: ReadonlySet<string>
): ReadonlySet<number> {
  const held = materials.filter(
    each =>
      each.keep ||
      each.mayKeep ||
      each.secret ||
      each.overruled ||
      each.class === 'result' ||
      each.class === 'mixed' ||
      doubted.has(each.path)
  )
  return new Set(held.map(({ no }) => rootOf.get(no)!))
}

/** Copies first, then the weakest kinds; within them the later in the package. */
function candidates(
  roots: readonly MaterialRecord[],
  held: ReadonlySet<number>,
  copies: ReadonlySet<number>
): MaterialRecord[] {
  return roots
    .filter(({ no, class: named, status, purpose }) => {
      if (named !== 'trace' || status !== 'read' || held.has(no)) return false
      return purpose === 'avoidable' || (purpose === 'demanded' && copies.has(no))
    })
    .sort(weakestFirst(copies))
}

/** The order in which things are left out, where not all can be. */
export function weakestFirst(
  copies: ReadonlySet<number>
): (a: Pick<MaterialRecord, 'no' | 'kind'>, b: Pick<MaterialRecord, 'no' | 'kind'>) => number {
  const rank = (kind: MaterialRecord['kind']): number => (WEAKEST as readonly string[]).indexOf(kind)
  return (a, b) =>
    Number(copies.has(b.no)) - Number(copies.has(a.no)) || rank(a.kind) - rank(b.kind) || b.no - a.no
}

/** Copies of what stands earlier in the package, asked for by the same: under another indicator a copy is that indicator’s own evidence. */
export function laterCopies({ findings, materials }: Audit): ReadonlySet<number> {
  const byPath = new Map(materials.map(material => [material.path, material]))
  const later = new Set<number>()
  for (const { check, places } of findings) {
    if (check !== COPIES) continue
    const members = [...new Set(places.map(({ path }) => byPath.get(path)))]
      .filter(member => member !== undefined)
      .sort((a, b) => a.no - b.no)
    const askers = new Set<string>()
    for (const { no, demandedBy = '' } of members) {
      if (askers.has(demandedBy)) later.add(no)
      askers.add(demandedBy)
    }
  }
  return later
}

/**
 * For which indicators and activities each file speaks; unknown, blanks and base data are no evidence, and what a
 * doubt rests on may fall: an activity is not left standing on that alone.
 */
export function evidenceGroups(
  { materials, activities, indicators = [] }: Audit,
  { rootOf }: HandedIn,
  doubted: ReadonlySet<string>
): {
  members: ReadonlyMap<string, ReadonlySet<number>>
  of: ReadonlyMap<number, readonly string[]>
} {
  const speaking = new Set(
    materials
      .filter(
        ({ class: named, kind, path }) => kind !== 'archive' && SPEAKING.has(named) && !doubted.has(path)
      )
      .map(({ no }) => no)
  )
  const members = new Map<string, Set<number>>()
  const add = (group: string, no: number): void => {
    const root = rootOf.get(no)
    if (root === undefined || !speaking.has(no)) return
    const own = members.get(group)
    if (own) own.add(root)
    else members.set(group, new Set([root]))
  }
  for (const { no, activity, indicators: codes = [] } of materials) {
    if (activity !== undefined) add(`activity ${activity}`, no)
    for (const code of codes) add(`indicator ${code}`, no)
  }
  for (const { id, materials: own } of activities) for (const no of own) add(`activity ${id}`, no)
  for (const { code, materials: own = [] } of indicators) for (const no of own) add(`indicator ${code}`, no)
  const of = new Map<number, string[]>()
  for (const [group, own] of members) {
    for (const no of own) {
      const groups = of.get(no)
      if (groups) groups.push(group)
      else of.set(no, [group])
    }
  }
  return { members, of }
}
