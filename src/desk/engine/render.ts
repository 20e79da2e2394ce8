import type { Audit } from '../../model/audit.ts'
import { renderHtml } from '../../reporting/html.ts'
import { renderSummary } from '../../reporting/summary.ts'
import { renderVerification } from '../../reporting/verification.ts'
import { renderAskers, renderXlsx } from '../../reporting/xlsx.ts'
import { openExhibits } from '../../store/exhibits.ts'
import { writeHenshi } from '../../store/henshi-file.ts'
import type { Report } from './protocol.ts'

/** A report as bytes, from what is given alone. */
export async function renderReport(report: Report): Promise<Uint8Array> {
  const { audit, language, sections, asker, names } = report
  switch (report.what) {
    case 'html':
      return text(renderHtml(audit, await shown(report), language, { names, sections }))
    case 'summary':
      return text(renderSummary(audit, language, { names }))
    case 'xlsx':
      return renderXlsx(audit, language, { names, sections })
    case 'verification':
      return renderVerification(audit, language, { names })
    case 'askers':
      return renderAskers(audit, language, { names, asker })
    case 'json':
      return text(`${JSON.stringify(audit, null, 1)}\n`)
    case 'henshi': {
      const store = await openExhibits(report.exhibits)
      const { decisions = [], declarations = [], ...rest } = audit
      return writeHenshi({ audit: rest, decisions, declarations }, sha256 => store.get(sha256))
    }
  }
}

/** Small pictures that findings show. */
async function shown({ audit, exhibits }: Report): Promise<Map<string, Uint8Array>> {
  const store = await openExhibits(exhibits)
  const loaded = new Map<string, Uint8Array>()
  for (const sha256 of picturesOf(audit)) {
    const picture = await store.get(sha256)
    if (picture) loaded.set(sha256, picture)
  }
  return loaded
}

function picturesOf({ findings }: Audit): ReadonlySet<string> {
  return new Set(findings.flatMap(({ detail }) => (detail.kind === 'pictures' ? detail.pictures.map(({ sha256 }) => sha256) : []))) // prettier-ignore
}

function text(value: string): Uint8Array {
  return new TextEncoder().encode(value)
}
