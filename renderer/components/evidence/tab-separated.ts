/** What a spreadsheet would take for a formula when pasted; a plain number may keep its sign. */
const FORMULA = /^[=+\-@\t\r]/u
const NUMBER = /^[+-]?[\d.,]+%?$/u

/** A table as text that spreadsheets paste as cells: tabs between cells, one line a row. */
export function tabSeparated(rows: readonly (readonly string[])[]): string {
  return rows.map(row => row.map(asCell).join('\t')).join('\r\n')
}

function asCell(text: string): string {
  const harmless = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text
  // A line break or a tab inside a cell needs quotes, and quotes inside quotes are doubled.
  return /[\t\r\n"]/u.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
