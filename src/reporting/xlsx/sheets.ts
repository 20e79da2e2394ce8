import type { View } from '../view.ts'
import type { Cell, Sheet } from './sheet.ts'

export function effortSheet({ audit, parts, code, purpose }: View): Sheet {
  const { effort } = audit
  const rows: Cell[][] = effort
    ? [
        ...effort.lines.map((line): Cell[] => [
          code('tariff', line.tariff),
          line.purpose && purpose(line.purpose),
          line.amount,
          ...line.minutes,
          ...line.hours,
          undefined,
          undefined,
          line.source
        ]),
        [parts.total, undefined, undefined, undefined, undefined, ...effort.hours, ...(effort.money ?? [undefined, undefined]), effort.currency], // prettier-ignore
        [parts.statement, undefined, undefined, undefined, undefined, undefined, undefined, undefined, undefined, parts.effortNote] // prettier-ignore
      ]
    : []
  return {
    name: parts.sheetEffort,
    columns: [
      { header: parts.tariff, width: 32 },
      { header: parts.purpose, width: 20 },
      { header: parts.quantity, width: 10 },
      { header: parts.minutesLow, width: 12, format: 'decimal' },
      { header: parts.minutesHigh, width: 12, format: 'decimal' },
      { header: parts.effortLow, width: 12, format: 'decimal' },
      { header: parts.effortHigh, width: 12, format: 'decimal' },
      { header: parts.moneyLow, width: 12 },
      { header: parts.moneyHigh, width: 12 },
      { header: parts.source, width: 70 }
    ],
    rows
  }
}

/** The sheet a person takes along: questions, and a result column that stays empty. */
export function fieldCheckSheet(view: View): Sheet {
  const { audit, parts, words, code, spell } = view
  return {
    name: parts.sheetFieldCheck,
    columns: [
      { header: parts.order, width: 6 },
      { header: parts.stratum, width: 18 },
      { header: words.number, width: 7 },
      { header: words.path, width: 40 },
      { header: parts.sheet, width: 14 },
      { header: parts.row, width: 8 },
      { header: parts.date, width: 12 },
      { header: parts.where, width: 20 },
      { header: parts.whom, width: 16 },
      { header: parts.claimed, width: 48 },
      { header: parts.question, width: 48 },
      { header: parts.result, width: 40 },
      { header: parts.findingId, width: 18 }
    ],
    rows: (audit.fieldCheck?.rows ?? []).map((row, index) => [
      index + 1,
      code('stratum', row.stratum),
      view.number(row.place.path),
      view.path(row.place.path),
      view.sheet(row.place),
      row.place.row,
      row.date,
      spell(row.where ?? ''),
      spell(row.whom ?? ''),
      spell(row.claimed),
      code('question', row.question, row.words),
      undefined,
      row.finding
    ])
  }
}

export function unreadSheet({ audit, parts, words, say, number, path }: View): Sheet {
  return {
    name: parts.sheetUnread,
    columns: [
      { header: words.number, width: 7 },
      { header: words.path, width: 60 },
      { header: parts.trouble, width: 18 },
      { header: words.what, width: 50 },
      { header: words.advice, width: 60 }
    ],
    rows: audit.troubles.map(trouble => [
      number(trouble.path),
      path(trouble.path),
      trouble.code,
      say.trouble(trouble.code).what,
      say.trouble(trouble.code).try
    ])
  }
}
