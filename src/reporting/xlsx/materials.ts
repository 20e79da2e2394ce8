import type { MaterialRecord } from '../../model/audit.ts'
import { cuesOf, overruledText } from '../part-text.ts'
import type { View } from '../view.ts'
import type { Cell, Sheet } from './sheet.ts'

export function materialSheet(view: View): Sheet {
  const { audit, parts, words, language } = view
  const titles = new Map(audit.activities.map(({ id, title }) => [id, title]))
  return {
    name: parts.sheetMaterials,
    columns: [
      { header: words.number, width: 7 },
      { header: words.path, width: 60 },
      { header: parts.kind, width: 10 },
      { header: parts.bytes, width: 12 },
      { header: words.class, width: 14 },
      { header: parts.code, width: 8 },
      { header: parts.name, width: 24 },
      { header: words.why, width: 36 },
      { header: parts.ladder, width: 26 },
      { header: parts.countedAs, width: 18 },
      { header: parts.charactersCounted, width: 10 },
      { header: parts.entriesTrace, width: 10 },
      { header: parts.entriesMixed, width: 10 },
      { header: parts.entriesResult, width: 10 },
      { header: parts.entriesOutside, width: 11 },
      { header: parts.repeats, width: 10 },
      { header: parts.repeatedEntries, width: 10 },
      { header: parts.purpose, width: 18 },
      { header: parts.asker, width: 18 },
      { header: parts.keepBasis, width: 40 },
      { header: parts.binding, width: 26 },
      { header: parts.clerkBarred, width: 26 },
      { header: parts.changed, width: 44 },
      { header: parts.overruled, width: 30 },
      { header: words.status, width: 12 },
      { header: parts.trouble, width: 16 },
      { header: parts.activityTable, width: 32 },
      { header: parts.indicatorTable, width: 14 },
      { header: parts.note, width: 40 }
    ],
    rows: audit.materials.map(record => rowOf(record, titles, view, language === 'zh' ? '；' : '; '))
  }
}

function rowOf(
  record: MaterialRecord,
  titles: ReadonlyMap<string, string>,
  view: View,
  join: string
): Cell[] {
  const { parts, say, code, spell, path, purpose } = view
  const { counted, keep, change, overruled } = record
  const as = counted && { file: parts.countedFile, embedded: parts.countedEmbedded, inside: parts.countedInside }[counted.as] // prettier-ignore
  return [
    record.no,
    path(record.path),
    say.kinds[record.kind],
    record.bytes,
    say.classes[record.class],
    record.classId,
    record.classId && say.classId(record.classId),
    cuesOf(record, view),
    record.ladder && `${record.ladder} ${parts[`ladder${record.ladder}`]}`,
    as ?? parts.countedNot,
    counted?.characters,
    counted?.entries?.trace,
    counted?.entries?.mixed,
    counted?.entries?.result,
    counted?.entries?.outside,
    record.repeats,
    record.repeatedEntries,
    record.purpose && purpose(record.purpose),
    record.demandedBy && spell(record.demandedBy),
    keep?.basis,
    keep?.binds && code('binds', keep.binds),
    record.barred && code('rule', record.barred),
    change && code('change', change.code, change.words),
    overruled && overruledText(overruled, view),
    say.statuses[record.status],
    record.trouble,
    record.activity && spell(titles.get(record.activity) ?? ''),
    record.indicators?.join(' '),
    record.notes?.map(note => spell(say.note(note))).join(join)
  ]
}
