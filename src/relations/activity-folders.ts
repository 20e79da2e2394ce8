import type { ClaimedDate, FolderClaim, NameClaims } from '../model/evidence.ts'
import { ANNIVERSARIES } from '../model/filing.ts'
import { isInsideDocument, type Material } from '../model/material.ts'
import { isOccasion, lengthOf } from '../support/periods.ts'
import { isDay, toDay, writtenDates } from '../support/dates.ts'
import { groupBy } from '../support/grouping.ts'

/** What the folders above a material say, from the outside in. */
export interface Scope {
  indicator?: string
  /** Subject of the innermost indicator or other folder that is more than a kind of paper. */
  topic: string
  /** Folder whose contents are one activity. */
  anchor?: { path: string; subject: string; date?: ClaimedDate; occasion: boolean }
  /** Finest folder date. */
  date?: ClaimedDate
}

const MONTH_DAYS = 31

interface Folder {
  claim: FolderClaim
  parent?: Folder
  code?: string
  date?: ClaimedDate
  eventChildren: number
  papers: number // files directly in it that are no pictures
  wrapper: boolean
  scope?: Scope
}

/** For each material the scope its folders give it. `year` dates folders that name none (3月5日走访). */
export function folderScopes(
  materials: readonly Material[],
  names: readonly NameClaims[],
  year?: number
): Scope[] {
  const folders = folderTree(materials, names)
  markWrappers(materials, names, folders)
  resolveDoubts([...folders.values()], year)
  return materials.map((material, i) => {
    const own = material.kind === 'archive' ? folders.get(`${material.path}!`) : undefined
    const around = names[i]?.folders?.at(-1)
    const folder = own ?? (around && folders.get(around.path))
    return folder ? scopeOf(folder) : { topic: '' }
  })
}

export function isWithin(inner: { from: string; to: string }, outer: { from: string; to: string }): boolean {
  return inner.from >= outer.from && inner.to <= outer.to
}

function folderTree(materials: readonly Material[], names: readonly NameClaims[]): Map<string, Folder> {
  const folders = new Map<string, Folder>()
  names.forEach(({ folders: chain = [] }, i) => {
    let parent: Folder | undefined
    for (const claim of chain) {
      let folder = folders.get(claim.path)
      if (!folder) {
        folder = { claim, parent, code: claim.code, date: claim.date, eventChildren: 0, papers: 0, wrapper: false } // prettier-ignore
        folders.set(claim.path, folder)
        if (parent && claim.event) parent.eventChildren++
      }
      parent = folder
    }
    const { kind, status } = materials[i]!
    if (
      parent &&
      !isInsideDocument(materials, materials[i]!) &&
      status !== 'listed' &&
      kind !== 'picture' &&
      kind !== 'video' &&
      kind !== 'archive'
    )
      parent.papers++
  })
  return folders
}

/** The one archive everything came in, and the one folder everything lies in, say nothing about anything inside. */
function markWrappers(
  materials: readonly Material[],
  names: readonly NameClaims[],
  folders: Map<string, Folder>
): void {
  const inside = materials.flatMap(({ origin, kind, status, path }, i) => {
    const held = kind === 'archive' && folders.has(`${path}!`)
    return origin === 'package' && status !== 'listed' && !held ? [names[i]?.folders ?? []] : []
  })
  const first = inside[0]
  if (!first) return
  for (let depth = 0; depth < first.length; depth++) {
    const { path, archive, code, date, event } = first[depth]!
    if (inside.some(chain => chain[depth]?.path !== path)) return
    const speaks = code !== undefined || event || (date !== undefined && lengthOf(date) <= MONTH_DAYS)
    // A package of one activity in one folder keeps its name; with folders of its own inside it is only a wrapping
    const holds = inside.some(chain =>
      chain.slice(depth + 1).some(each => each.code !== undefined || each.event)
    )
    if (!archive && speaks && (code !== undefined || !holds)) return
    folders.get(path)!.wrapper = true
  }
}

/** 3-5 活动 is an indicator beside 3-1 制度 and a day beside 3-12 植树. */
function resolveDoubts(folders: readonly Folder[], year: number | undefined): void {
  const beside = groupBy(folders, ({ parent }) => parent?.claim.path ?? '')
  for (const folder of folders) {
    const { claim, parent } = folder
    if (claim.doubtful && claim.code !== undefined) {
      const siblings = beside.get(parent?.claim.path ?? '')!
      if (isDate(folder, siblings)) {
        const [month, day] = claim.code.split('-').map(Number) as [number, number]
        const known = parent?.date ? +parent.date.from.slice(0, 4) : year
        folder.code = undefined
        if (known !== undefined && isDay(known, month, day)) {
          const at = toDay(known, month, day)
          folder.date = { from: at, to: at, source: 'folder', text: claim.code }
        }
      }
    }
    if (!folder.date && year !== undefined && !folder.code) {
      const name = claim.path
        .slice(claim.path.lastIndexOf('/') + 1)
        .normalize('NFKC')
        .slice(0, 300)
      const written = writtenDates(name, {
        name: true,
        year: parent?.date ? +parent.date.from.slice(0, 4) : year
      })
      const finest = written.sort((a, b) => lengthOf(a) - lengthOf(b))[0]
      if (finest) folder.date = { from: finest.from, to: finest.to, source: 'folder', text: finest.text }
    }
  }
}

/** A chapter with one number missing in the package still counts from 1. */
const MISSING = 1

/**
 * What stands beside a pair decides. Pairs that count from 1 within their chapter (5-1 beside 4-1 and 4-2) are
 * codes; pairs that do not (3-5 beside 3-12, 2.14 beside 3.8) and folders named for a day make it a day. One that
 * stands alone is a day when it is dotted or an anniversary. In a folder of a month only that month's days are.
 */
function isDate({ claim, parent }: Folder, siblings: readonly Folder[]): boolean {
  const [month, day] = pairOf(claim.code!)
  const around = parent?.date && lengthOf(parent.date) <= MONTH_DAYS ? parent.date : undefined
  if (around && +around.from.slice(5, 7) !== month) return false
  const pairs = siblings.flatMap(each =>
    each.claim.code !== undefined && /^\d+-\d+$/u.test(each.claim.code) ? [each.claim] : []
  )
  const counted = pairs.filter(({ code, doubtful }) => {
    if (!doubtful) return true
    const chapter = pairs.filter(other => pairOf(other.code!)[0] === pairOf(code!)[0])
    return pairOf(code!)[1] <= new Set(chapter.map(other => other.code)).size + MISSING
  }).length
  const days = siblings.filter(each => each.date && lengthOf(each.date) === 1 && !each.claim.code).length
  const dated = pairs.length - counted + days
  if (pairs.length > 1 || days > 0) return dated > counted
  if (day <= 1 + MISSING) return false
  return ANNIVERSARIES.has(claim.code!) || (parent?.date !== undefined && isDotted(claim))
}

function pairOf(code: string): [number, number] {
  const [first, second] = code.split('-')
  return [+first!, +second!]
}

function isDotted({ path }: FolderClaim): boolean {
  return /^\d{1,2}\.\d/u.test(
    path
      .slice(path.lastIndexOf('/') + 1)
      .normalize('NFKC')
      .trim()
  )
}

function scopeOf(folder: Folder): Scope {
  folder.scope ??= step(folder.parent ? scopeOf(folder.parent) : { topic: '' }, folder)
  return folder.scope
}

function step(outer: Scope, folder: Folder): Scope {
  const { claim, code, date, wrapper } = folder
  if (wrapper) return outer
  const finer = date && (!outer.date || isWithin(date, outer.date) || lengthOf(date) <= lengthOf(outer.date))
  const scope: Scope = { ...outer, ...(finer && { date }) }
  if (code !== undefined) {
    return {
      indicator: code,
      topic: claim.category ? '' : claim.subject,
      ...(scope.date && { date: scope.date })
    }
  }
  const anchored = outer.anchor
  if (date && isOccasion(date)) {
    if (anchored?.occasion && isWithin(date, anchored.date!)) return scope
    const subject = claim.category ? (anchored?.subject ?? outer.topic) : claim.subject
    return { ...scope, anchor: { path: claim.path, subject, date, occasion: true } }
  }
  if (anchored?.occasion) return scope
  if (date && lengthOf(date) <= MONTH_DAYS) {
    const subject = claim.category ? (anchored?.subject ?? outer.topic) : claim.subject
    if (subject === '') return scope
    return { ...scope, anchor: { path: claim.path, subject, date, occasion: false } }
  }
  if (claim.event) {
    if (anchored && !isProgramme(folder.parent!, anchored)) return scope
    const period = scope.date && lengthOf(scope.date) <= MONTH_DAYS ? { date: scope.date } : {}
    return { ...scope, anchor: { path: claim.path, subject: claim.subject, ...period, occasion: false } }
  }
  return claim.category ? scope : { ...scope, topic: claim.subject }
}

/** A folder of a month or a programme holds several occasions; one with papers of its own is the occasion itself. */
function isProgramme(parent: Folder, anchor: NonNullable<Scope['anchor']>): boolean {
  for (let at: Folder | undefined = parent; at; at = at.parent) {
    if (at.claim.path !== anchor.path) continue
    return at.claim.category || (at.eventChildren > 1 && at.papers === 0)
  }
  return false
}
