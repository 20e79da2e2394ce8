import type { Audit, MaterialRecord } from '../../model/audit.ts'
import { byCodePoint } from '../../support/order.ts'
import type { Output, PictureGroup } from '../contract.ts'
import type { AuditIndex } from './index-audit.ts'

/** The contract's ceiling of pictures shown of one group. */
const MOST = 200

interface Group {
  key: string
  title: string
  from?: string
  to?: string
  members: MaterialRecord[]
}

/** The wall of pictures: by the session they record themselves of, or by the activity they are filed under. */
export function picturesPage(
  index: AuditIndex,
  { by, offset, limit }: { by: 'session' | 'activity'; offset: number; limit: number }
): Output<'pictures'> {
  const { audit } = index
  // Withheld like everything that carries a mark of secrecy, under whatever name the same picture stands elsewhere
  const pictures = audit.materials.filter(({ kind, status, sha256 }) => kind === 'picture' && status !== 'unread' && status !== 'listed' && !index.secretHashes.has(sha256)) // prettier-ignore
  const taken = new Map((audit.facts?.timeline ?? []).map(({ no, file }) => [no, file]))
  const groups = by === 'activity' ? byActivity(index, pictures) : bySession(audit, pictures, taken)
  return {
    total: groups.length,
    offset,
    groups: groups.slice(offset, offset + limit).map(group => shown(index, group, taken))
  }
}

function shown(
  index: AuditIndex,
  { key, title, from, to, members }: Group,
  taken: ReadonlyMap<number, string | undefined>
): PictureGroup {
  const ordered = [...members].sort((a, b) => byCodePoint(taken.get(a.no) ?? '~', taken.get(b.no) ?? '~') || a.no - b.no) // prettier-ignore
  return {
    key,
    title,
    ...(from && { from }),
    ...(to && { to }),
    total: members.length,
    pictures: ordered.slice(0, MOST).map(({ no, sha256, path, activity }) => {
      const at = taken.get(no)
      const named = activity === undefined ? undefined : index.activityTitle.get(activity)
      return { no, sha256, path, ...(at && { at }), ...(named && { activity: named }), findings: index.findingsOf[no - 1]!.length } // prettier-ignore
    })
  }
}

function byActivity(index: AuditIndex, pictures: readonly MaterialRecord[]): Group[] {
  const members = new Map<string, MaterialRecord[]>()
  for (const picture of pictures) put(members, picture.activity ?? '', picture)
  const groups = index.audit.activities.flatMap(({ id, title, from, to }): Group[] => {
    const own = members.get(id)
    return own ? [{ key: id, title, members: own, ...(from && { from }), ...(to && { to }) }] : []
  })
  const loose = pictures.filter(({ activity }) => activity === undefined || !index.activityTitle.has(activity)) // prettier-ignore
  return loose.length > 0 ? [...groups, { key: 'none', title: '', members: loose }] : groups
}

/**
 * The audit names sessions by device and time, and each picture's time; a picture belongs to the sessions its time
 * falls in. Sessions that overlap cannot be told apart by time, so they are one group under all their devices.
 */
function bySession(
  audit: Audit,
  pictures: readonly MaterialRecord[],
  taken: ReadonlyMap<number, string | undefined>
): Group[] {
  const spans: { devices: string[]; from: string; to: string }[] = []
  for (const { device, from, to } of [...(audit.facts?.sessions ?? [])].sort((a, b) => byCodePoint(a.from, b.from))) {
    const last = spans.at(-1)
    if (last && from <= last.to) {
      if (!last.devices.includes(device)) last.devices.push(device)
      if (to > last.to) last.to = to
    } else spans.push({ devices: [device], from, to })
  } // prettier-ignore
  const members = new Map<string, MaterialRecord[]>()
  for (const picture of pictures) {
    const at = taken.get(picture.no)
    const span = at === undefined ? undefined : spanAt(spans, at)
    put(members, span ? span.from : at ? `day ${at.slice(0, 10)}` : 'none', picture)
  }
  const sessions = spans.flatMap(({ devices, from, to }): Group[] => {
    const own = members.get(from)
    return own ? [{ key: from, title: devices.join('、'), from, to, members: own }] : []
  })
  const days = [...members.keys()].filter(key => key.startsWith('day ')).sort().map((key): Group => ({ key, title: '', from: key.slice(4), to: key.slice(4), members: members.get(key)! })) // prettier-ignore
  const none = members.get('none')
  const timed = [...sessions, ...days].sort((a, b) => byCodePoint(a.from!, b.from!))
  return none ? [...timed, { key: 'none', title: '', members: none }] : timed
}

/** Spans are in order and apart. */
function spanAt<S extends { from: string; to: string }>(spans: readonly S[], at: string): S | undefined {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (spans[middle]!.to < at) low = middle + 1
    else high = middle
  }
  const span = spans[low]
  return span && span.from <= at ? span : undefined
}

function put<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
