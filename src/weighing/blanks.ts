import type { Evidence } from '../model/evidence.ts'

/** A form with this many labels or more, of which hardly any is filled, is a blank. */
const FEWEST_LABELS = 5
const FILLED = 0.15

/** Materials that are blanks to be filled in: a form's labels without values, or headers without entries and no other text. */
export function blankForms(evidence: Evidence): ReadonlySet<number> {
  const labels = new Map<number, { all: number; filled: number }>()
  for (const form of evidence.forms) {
    const count = labels.get(form.material) ?? { all: 0, filled: 0 }
    for (const field of form.fields) {
      count.all++
      if (/[\p{L}\p{N}]/u.test(field.value) && !isPrompt(field.value)) count.filled++
    }
    labels.set(form.material, count)
  }
  const entries = new Map<number, { entries: number; columns: number }>()
  for (const ledger of evidence.ledgers) {
    const count = entries.get(ledger.material) ?? { entries: 0, columns: 0 }
    entries.set(ledger.material, {
      entries: count.entries + ledger.rows.length,
      columns: count.columns + ledger.columns.length
    })
  }
  const blanks = new Set<number>()
  for (const [material, { all, filled }] of labels) {
    const rows = entries.get(material)?.entries ?? 0
    if (all >= FEWEST_LABELS && filled / all <= FILLED && rows === 0) blanks.add(material)
  }
  for (const [material, { entries: rows, columns }] of entries) {
    if (rows === 0 && columns >= FEWEST_LABELS && !labels.has(material)) blanks.add(material)
  }
  return blanks
}

/** What a blank prints where a value belongs: 年 月 日, （签字）, □ options. */
function isPrompt(value: string): boolean {
  return value.replace(/[年月日时分□○_＿\s（）()签字盖章:：/、。.]/gu, '') === ''
}
