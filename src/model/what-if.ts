import { doubtedPaths, evidenceGroups, handedIn, laterCopies, leavable, sums, weakestFirst, type HandedIn, type LeavableSums } from './advice.ts' // prettier-ignore
import type { Activity, Audit, MaterialRecord, Standing } from './audit.ts'

/**
 * The balance with some materials left out of the inspection copy, from an Audit alone. What advice would never
 * propose is not left out either, whoever asks: it comes back in `kept`, with why. The archive stays as it is.
 */

export interface WhatIfShares {
  trace: number
  mixed: number
  result: number
  unknown: number
  share: number | null
  low: number | null
  high: number | null
}

export interface WhatIfSide {
  sums: LeavableSums
  activities: Record<Standing, number>
  files: WhatIfShares
  entries: WhatIfShares
}

/** Why something asked for is not left out; the first that holds. */
export type KeptBecause =
  | 'inside' // goes with the document it stands in
  | 'required'
  | 'mayBeRequired'
  | 'secret'
  | 'overruled'
  | 'result'
  | 'doubt'
  | 'unread'
  | 'demanded'
  | 'onlyEvidence'

export interface WhatIfAnswer {
  left: number[] // `no` of files, rising
  kept: { no: number; because: KeptBecause }[]
  before: WhatIfSide
  after: WhatIfSide
}

/** Without `leave`: what `leavable` advises. An archive stands for all files in it; unknown numbers are passed over. */
export function whatIf(audit: Audit, leave: readonly number[] = leavable(audit)): WhatIfAnswer {
  const handed = handedIn(audit)
  const { left, kept } = divided(audit, handed, leave)
  const gone = new Set(audit.materials.filter(({ no }) => left.has(handed.rootOf.get(no) ?? -1)).map(({ no }) => no)) // prettier-ignore
  return {
    left: [...left].sort((a, b) => a - b),
    kept: kept.sort((a, b) => a.no - b.no),
    before: sideOf(audit, handed, new Set()),
    after: sideOf(audit, handed, gone)
  }
}

function divided(
  audit: Audit,
  handed: HandedIn,
  leave: readonly number[]
): { left: Set<number>; kept: WhatIfAnswer['kept'] } {
  const { roots, rootOf } = handed
  const byNumber = new Map(audit.materials.map(material => [material.no, material]))
  const files = new Map(roots.map(root => [root.no, root]))
  const asked = new Set<MaterialRecord>()
  const kept: WhatIfAnswer['kept'] = []
  for (const no of new Set(leave)) {
    const material = byNumber.get(no)
    const file = files.get(no)
    if (file) asked.add(file)
    else if (material?.kind === 'archive' && !rootOf.has(no)) {
      for (const root of roots) if (root.path.startsWith(`${material.path}!/`)) asked.add(root)
    } else if (rootOf.has(no)) kept.push({ no, because: 'inside' })
  }
  const doubted = doubtedPaths(audit)
  const copies = laterCopies(audit)
  const held = heldBecause(audit, handed, doubted, copies)
  const groups = evidenceGroups(audit, handed, doubted)
  const remaining = new Map([...groups.members].map(([group, members]) => [group, members.size]))
  const left = new Set<number>()
  for (const { no } of [...asked].sort(weakestFirst(copies))) {
    const own = groups.of.get(no) ?? []
    const because = held(no) ?? (own.some(group => remaining.get(group)! <= 1) ? 'onlyEvidence' : undefined)
    if (because) {
      kept.push({ no, because })
      continue
    }
    for (const group of own) remaining.set(group, remaining.get(group)! - 1)
    left.add(no)
  }
  return { left, kept }
}

/** Why a file stays for what it is or holds. */
function heldBecause(
  { materials }: Audit,
  { rootOf }: HandedIn,
  doubted: ReadonlySet<string>,
  copies: ReadonlySet<number>
): (no: number) => KeptBecause | undefined {
  const members = new Map<number, MaterialRecord[]>()
  for (const material of materials) {
    const root = rootOf.get(material.no)
    if (root === undefined) continue
    const own = members.get(root)
    if (own) own.push(material)
    else members.set(root, [material])
  }
  return no => {
    const own = members.get(no) ?? []
    const file = own.find(each => each.no === no)
    if (own.some(({ keep }) => keep)) return 'required'
    if (own.some(({ mayKeep }) => mayKeep)) return 'mayBeRequired'
    if (own.some(({ secret }) => secret)) return 'secret'
    if (own.some(({ overruled }) => overruled)) return 'overruled'
    if (own.some(({ class: named }) => named === 'result' || named === 'mixed')) return 'result'
    if (own.some(({ path }) => doubted.has(path))) return 'doubt'
    if (file?.status !== 'read' || file.class === 'unknown') return 'unread'
    if (file.purpose === 'required') return 'required'
    return file.purpose === 'demanded' && !copies.has(no) ? 'demanded' : undefined
  }
}

/** One side of the comparison: the materials that are not `gone`. */
function sideOf(audit: Audit, { roots }: HandedIn, gone: ReadonlySet<number>): WhatIfSide {
  const files = { trace: 0, mixed: 0, result: 0, unknown: 0 }
  const entries = { trace: 0, mixed: 0, result: 0, unknown: 0 }
  for (const { class: named, counted } of countedOf(audit, gone)) {
    if (counted.as === 'file' && named !== 'input' && named !== 'issued') files[named]++
    for (const key of ['trace', 'mixed', 'result', 'unknown'] as const)
      entries[key] += counted.entries?.[key] ?? 0
  }
  const standings = standingsOf(audit, gone)
  return {
    sums: sums(roots.filter(({ no }) => !gone.has(no))),
    activities: standings,
    files: sharesOf(files),
    entries: sharesOf(entries)
  }
}

/** What counts. Where the first of several copies is left out, the next that stays counts in its place. */
function countedOf(
  { materials }: Audit,
  gone: ReadonlySet<number>
): { class: MaterialRecord['class']; counted: NonNullable<MaterialRecord['counted']> }[] {
  const heirs = new Map<number, MaterialRecord>()
  for (const material of materials) {
    const { repeats, no } = material
    if (repeats !== undefined && !gone.has(no) && gone.has(repeats) && !heirs.has(repeats)) heirs.set(repeats, material) // prettier-ignore
  }
  return materials.flatMap(({ no, class: named, counted }) => {
    if (!counted) return []
    if (!gone.has(no)) return [{ class: named, counted }]
    const heir = heirs.get(no)
    return heir ? [{ class: heir.class, counted }] : []
  })
}

function standingsOf({ activities, materials }: Audit, gone: ReadonlySet<number>): Record<Standing, number> {
  const counts = { result: 0, trace: 0, undetermined: 0 }
  const byPath = new Map(materials.map(material => [material.path, material]))
  const byNumber = new Map(materials.map(material => [material.no, material]))
  for (const activity of activities) counts[standingOf(activity)]++
  return counts

  function standingOf({ standing, materials: own, entries = [] }: Activity): Standing {
    if (standing !== 'result') return standing
    const rests = own.filter(no => isVerifiable(byNumber.get(no)))
    const rows = entries.map(({ path }) => byPath.get(path)?.no).filter(no => no !== undefined)
    // An activity whose result was vouched for in a way this audit does not tell keeps its standing
    if (rests.length + rows.length === 0) return standing
    return [...rests, ...rows].some(no => !gone.has(no)) ? 'result' : 'trace'
  }
}

function isVerifiable(material: MaterialRecord | undefined): boolean {
  return material !== undefined && (material.class === 'result' || material.class === 'mixed') && (material.ladder ?? 'E0') >= 'E2' // prettier-ignore
}

/** The design’s formulas, rounded as the balance is. */
function sharesOf(counts: { trace: number; mixed: number; result: number; unknown: number }): WhatIfShares {
  const { trace, mixed, result, unknown } = counts
  const known = trace + mixed + result
  const all = known + unknown
  const part = (value: number, of: number): number | null => of === 0 ? null : Math.round((value / of) * 10_000) / 10_000 // prettier-ignore
  return { ...counts, share: part(trace + mixed / 2, known), low: part(trace, all), high: part(trace + mixed + unknown, all) } // prettier-ignore
}
