import { RecordParser } from './csv-records.ts'

/** In order of preference where two tell the same. */
const CANDIDATES = [',', '\t', ';', '|'] as const
/** Records that show how a file is divided. */
const ENOUGH_RECORDS = 200

/**
 * The separator under which the records of a sample agree best in their number of fields. A file of one column
 * has none, and a comma is as good as any.
 */
export function separatorOf(sample: string, extension: string): string {
  const stated = /^sep=([,;|\t])\r?\n/u.exec(sample.slice(0, 8))?.[1]
  if (stated) return stated
  const scores = CANDIDATES.map(separator => ({ separator, score: agreement(sample, separator) }))
  const preferred = extension === 'tsv' ? '\t' : ','
  return scores.reduce(
    (best, each) =>
      each.score > best.score || (each.score === best.score && each.score > 0 && each.separator === preferred)
        ? each
        : best,
    { separator: preferred, score: 0 }
  ).separator
}

/** Share of records that have the commonest number of fields, weighed up a little for more fields; 0 when that number is one. */
function agreement(sample: string, separator: string): number {
  const counts = new Map<number, number>()
  let records = 0
  let fields = 0
  let filled = false
  const parser = new RecordParser(separator, {
    field(column, text) {
      fields = column + 1
      if (text !== '') filled = true
    },
    end() {
      if (filled && records < ENOUGH_RECORDS) {
        counts.set(fields, (counts.get(fields) ?? 0) + 1)
        records++
      }
      filled = false
    }
  })
  // The last line of a sample may be cut; a file of one line must still count.
  const cut = sample.lastIndexOf('\n')
  parser.write(cut > 0 ? sample.slice(0, cut + 1) : sample)
  parser.end()
  let best = 0
  for (const [count, times] of counts)
    if (count > 1) best = Math.max(best, (times / records) * (2 - 1 / count))
  return best
}
