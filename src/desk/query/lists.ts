import type { Standing } from '../../model/audit.ts'
import { byCode } from '../../reporting/gaps.ts'
import type { ActivityRow, IndicatorRow, LookRow, Output } from '../contract.ts'
import { rowOf } from './findings.ts'
import { needlesOf, holds } from './haystacks.ts'
import type { AuditIndex, People } from './index-audit.ts'

interface Slice {
  offset: number
  limit: number
}

export function activitiesPage(
  index: AuditIndex,
  { standing, search, ids, offset, limit }: Slice & { standing?: Standing | undefined; search?: string | undefined; ids?: readonly string[] | undefined }
): Output<'activities'> {
  const needles = needlesOf(search)
  const chosen = ids && new Set(ids)
  const all = index.audit.activities.filter(
    each =>
      (standing === undefined || each.standing === standing) &&
      (!chosen || chosen.has(each.id)) &&
      (needles.length === 0 || holds(`${each.title}\n${each.place ?? ''}\n${each.from ?? ''}\n${each.indicators.join(' ')}`.toLowerCase(), needles))
  )
  return { total: all.length, offset, rows: all.slice(offset, offset + limit).map((each): ActivityRow => ({ ...each, findings: naming(index, each.materials) })) }
} // prettier-ignore

export function indicatorsPage(
  index: AuditIndex,
  { standing, offset, limit }: Slice & { standing?: Standing | 'missing' | undefined }
): Output<'indicators'> {
  const all = (index.audit.indicators ?? [])
    .filter(each => standing === undefined || each.standing === standing)
    .sort((a, b) => byCode(a.code, b.code))
  return {
    total: all.length,
    offset,
    rows: all.slice(offset, offset + limit).map(each => indicatorRow(index, each))
  }
}

export function indicatorRow(index: AuditIndex, indicator: Omit<IndicatorRow, 'findings'>): IndicatorRow {
  return { ...indicator, findings: naming(index, indicator.materials ?? []) }
}

export function troublesPage(index: AuditIndex, { offset, limit }: Slice): Output<'troubles'> {
  const { materials, troubles } = index.audit
  const details = new Map(troubles.map(({ path, detail }) => [path, detail]))
  const all = materials.filter(
    ({ status, trouble, notes }) =>
      trouble !== undefined || status === 'unread' || status === 'partly' || (notes?.length ?? 0) > 0
  )
  return {
    total: all.length,
    offset,
    rows: all.slice(offset, offset + limit).map(({ no, path, status, trouble, notes = [] }) => ({
      no,
      path,
      status,
      ...(trouble && { code: trouble }),
      detail: details.get(path) ?? '',
      notes: notes.map(({ code }) => code)
    }))
  }
}

/** The contract asks for all at once: what stands beyond is no longer “first”. */
const MOST_LOOKS = 500

export function looksOf(index: AuditIndex, people: People): LookRow[] {
  return index
    .looks()
    .ordered.slice(0, MOST_LOOKS)
    .map(({ finding, ...look }) => ({
      row: rowOf(index, people, index.findingAt.get(finding.id)!),
      ...look
    }))
}

/** Findings that name any of these materials, each once. */
function naming(index: AuditIndex, nos: readonly number[]): number {
  const found = new Set<number>()
  for (const no of nos) for (const position of index.findingsOf[no - 1] ?? []) found.add(position)
  return found.size
}
