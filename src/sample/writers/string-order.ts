import { readOwnZip, writeZip } from './zip.ts'

/**
 * Numbers the strings of a workbook as desktop Excel does when its sheets were typed column by column: each string
 * when it first appears. The library writes them row by row.
 */
export function orderByColumns(book: Buffer, modified: string | undefined): Buffer {
  const entries = readOwnZip(book)
  const strings = entries.find(({ name }) => name === 'xl/sharedStrings.xml')!.bytes.toString('utf8')
  const items = [...strings.matchAll(/<si>.*?<\/si>/gsu)].map(match => match[0])
  const sheets = entries.filter(({ name }) => /^xl\/worksheets\/sheet\d+\.xml$/u.test(name))
  const order = sheets.flatMap(({ bytes }) =>
    [...bytes.toString('utf8').matchAll(CELL)]
      .map(match => ({ column: columnOf(match[2]!), row: Number(match[3]), string: Number(match[5]) }))
      .sort((a, b) => a.column - b.column || a.row - b.row)
      .map(({ string }) => string)
  )
  const ranked = [...new Set(order)]
  const rankOf = new Map(ranked.map((string, rank) => [string, rank]))
  const head = strings.slice(0, strings.indexOf('<si>'))
  return writeZip(
    entries.map(({ name, bytes }) => ({
      name,
      bytes:
        name === 'xl/sharedStrings.xml'
          ? Buffer.from(`${head}${ranked.map(string => items[string]!).join('')}</sst>`)
          : sheets.some(sheet => sheet.name === name)
            ? Buffer.from(bytes.toString('utf8').replace(CELL, (_, start: string, column: string, row: string, middle: string, string: string) => `${start}${column}${row}${middle}${rankOf.get(Number(string))}</v>`)) // prettier-ignore
            : bytes,
      modified
    }))
  )
}

const CELL = /(<c r=")([A-Z]+)(\d+)("[^>]*t="s"[^>]*><v>)(\d+)<\/v>/gu

function columnOf(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0)
}
