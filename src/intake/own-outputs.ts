import type { Found } from '../model/found.ts'
import { OWN_REPORT } from '../support/set-aside.ts'

/** Lists the reports that lie in one folder with an `audit.json` that Henshi wrote. */
export function listReports(found: Found[]): void {
  const ours = new Set(
    found
      .filter(({ path, notes }) => notes[0]?.code === 'own-output' && path.endsWith('-henshi/audit.json'))
      .map(({ path }) => path.slice(0, -'audit.json'.length))
  )
  if (ours.size === 0) return
  for (const file of found) {
    const cut = file.path.lastIndexOf('/') + 1
    if (
      file.status === 'listed' ||
      !ours.has(file.path.slice(0, cut)) ||
      !OWN_REPORT.test(file.path.slice(cut))
    )
      continue
    file.status = 'listed'
    file.notes = [{ code: 'own-output' }]
  }
}
