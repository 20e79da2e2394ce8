import type { DocumentText, Inspection } from '../model/evidence.ts'
import { writtenDates } from '../support/dates.ts'

const NOTICE = /检查|考核|督查|督导|验收|评估|巡察/u
const APPOINTED = /(?:定于|拟于|将于|计划于|时间[：:为])[^。；\n]{0,40}/u

/**
 * What is known of the inspection: given, else the date an issued notice in the package appoints. Never today, and
 * never a guess from the unit's own papers.
 */
export function inspectionOf(given: Inspection, documents: readonly DocumentText[]): Inspection {
  if (given.inspectedOn) return given
  const dates = new Set<string>()
  for (const { issued, title, paragraphs } of documents) {
    if (!issued || !NOTICE.test(title)) continue
    for (const { text } of paragraphs) {
      const appointed = APPOINTED.exec(text)?.[0]
      const date =
        appointed && NOTICE.test(text)
          ? writtenDates(appointed).find(each => each.from === each.to)
          : undefined
      if (date) dates.add(date.from)
    }
  }
  // Two notices that appoint different days leave it open.
  return dates.size === 1 ? { ...given, inspectedOn: [...dates][0] } : given
}
