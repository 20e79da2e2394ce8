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

/** Sessions as the audit found them, by their own members; what belongs to none stands under its day. */
function bySession(
  audit: Audit,
  pictures: readonly MaterialRecord[],
  taken: ReadonlyMap<number, string | undefined>
): Group[] {
  const sessionOf = new Map<number, number>()
  const sessions = (audit.facts?.sessions ?? []).map(({ device, from, to, members = [] }, session): Group => {
    for (const no of members) sessionOf.set(no, session)
    return { key: `session ${session}`, title: device, from, to, members: [] }
  })
  const loose = new Map<string, MaterialRecord[]>()
  for (const picture of pictures) {
    const session = sessionOf.get(picture.no)
    if (session === undefined) put(loose, taken.get(picture.no)?.slice(0, 10) ?? '', picture)
    else sessions[session]!.members.push(picture)
  }
  const days = [...loose].filter(([day]) => day !== '').map(([day, members]): Group => ({ key: `day ${day}`, title: '', from: day, to: day, members })) // prettier-ignore
  const timed = [...sessions.filter(({ members }) => members.length > 0), ...days].sort((a, b) => byCodePoint(a.from!, b.from!)) // prettier-ignore
  const none = loose.get('')
  return none ? [...timed, { key: 'none', title: '', members: none }] : timed
}

function put<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
