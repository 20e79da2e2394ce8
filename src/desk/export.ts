import type { Audit } from '../model/audit.ts'
import type { AuditOutcome } from '../index.ts'
import { statisticsOf } from '../reporting/statistics.ts'
import type { DeskFile, ExportRequest } from './contract.ts'
import { DeskError } from './desk-error.ts'
import type { DeskState } from './desk.ts'
import { exhibitsOf } from './kept.ts'
import type { Opened } from './opened.ts'
import type { DeskPackage } from './package.ts'

const HTML = 'text/html; charset=utf-8'
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const FILES: Record<ExportRequest['what'], { suffix: [zh: string, en: string]; ending: string; type: string }> = {
  html: { suffix: ['痕实报告', 'report'], ending: 'html', type: HTML },
  summary: { suffix: ['两页摘要', 'summary'], ending: 'html', type: HTML },
  xlsx: { suffix: ['痕实报告', 'report'], ending: 'xlsx', type: XLSX },
  verification: { suffix: ['核实单', 'verification'], ending: 'xlsx', type: XLSX },
  askers: { suffix: ['请布置方改进', 'for-those-who-asked'], ending: 'xlsx', type: XLSX },
  json: { suffix: ['痕实', 'audit'], ending: 'json', type: 'application/json' },
  henshi: { suffix: ['痕实', 'audit'], ending: 'henshi', type: 'application/zip' }
} // prettier-ignore

/** A report as a file. Rejects with `reason-needed`, or with `not-here` where that masking takes the package itself. */
export async function exportFile(desk: DeskState, request: ExportRequest): Promise<DeskFile> {
  const { each, opened } = await desk.ready(request.package)
  const { audit, names } = await maskedAs(desk, each, opened, request)
  const { what, language, sections, asker } = request
  const bytes = await desk.engines.aside(
    engine =>
    engine.ask('render', { report: { what, audit, names, exhibits: exhibitsOf(desk.data, each.id), language, sections, asker } }) // prettier-ignore
  )
  const { suffix, ending, type } = FILES[what]
  return {
    name: fileName(audit, suffix[language === 'zh' ? 0 : 1], ending),
    type,
    bytes: new Uint8Array(bytes)
  }
}

async function maskedAs(
  desk: DeskState,
  each: DeskPackage,
  opened: Opened,
  { masking, reason }: ExportRequest
): Promise<AuditOutcome> {
  const audit = opened.decided()
  const own = audit.settings['masking']
  if (masking === 'statistics') return { audit: asStatistics(audit), names: opened.names }
  if (masking === 'masked') {
    // Names in an audit that was saved unmasked are known to nobody any more
    if (own === 'full') throw new DeskError('not-here')
    return { audit, names: opened.names }
  }
  if (!reason?.trim()) throw new DeskError('reason-needed')
  if (own === 'full') return { audit, names: opened.names }
  if (!(await desk.canPresent(each))) throw new DeskError('not-here')
  const full = await desk.runs.present(each, { masking: 'full', reason: reason.trim() })
  const { decisions, declarations } = audit
  return { audit: { ...full.audit, ...(decisions && { decisions }), ...(declarations && { declarations }) }, names: full.names } // prettier-ignore
}

/** Counts alone: notes and declarations are words, and stay behind. */
function asStatistics({ declarations: _, decisions, ...audit }: Audit): Audit {
  return {
    ...audit,
    ...statisticsOf(audit),
    settings: { ...audit.settings, masking: 'statistics' },
    ...(decisions && { decisions: decisions.map(({ note: _note, who: _who, ...each }) => each) })
  }
}

/** Names of packages are file names already; what a system would not take in one is shown otherwise. */
function fileName({ package: { name, unit }, partial }: Audit, suffix: string, ending: string): string {
  const stem = (unit ?? name.replace(/\.(?:zip|henshi)$/iu, '')).replace(/[\\/:*?"<>|\p{Cc}]/gu, '_').slice(0, 80) // prettier-ignore
  return `${stem}-${suffix}${partial === undefined ? '' : '（未完 partial）'}.${ending}`
}
