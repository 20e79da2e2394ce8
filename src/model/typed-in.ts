import type { Material } from './material.ts'

/** Programs in which people type; anything else hands out what a system holds. */
const PROGRAMS =
  /^(?:Microsoft (?:Macintosh )?(?:Excel|Office Word)(?! Online)|WPS|LibreOffice|Kingsoft|金山)/iu
/** What libraries leave as author where a person's name would stand. */
const LIBRARY = /openpyxl|apache|poi|easyexcel|exceljs|sheetjs|phpspreadsheet|phpexcel|xlsxwriter|npoi|aspose|jxl|^unknown$|^admin(?:istrator)?$|system|系统|平台/iu // prettier-ignore

/**
 * A file of a program people type in, with a time of making that is no clock's zero: only such a record says when
 * somebody wrote. Pdf is what becomes of a file, not the file.
 */
export function isTypedIn({ origin, format, status, reading }: Material): boolean {
  const claims = reading?.claims
  if (origin !== 'package' || status === 'unread' || !claims?.created || format === 'pdf') return false
  if (+claims.created.slice(0, 4) < 2000) return false
  const people = [claims.author, claims.lastModifiedBy].filter(name => name !== undefined && name !== '')
  if (people.length > 0 && people.every(name => LIBRARY.test(name!))) return false
  return claims.kso !== undefined || PROGRAMS.test(claims.application ?? '')
}
