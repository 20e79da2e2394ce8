import { CLASSES, STRENGTHS } from '../../model/audit.ts'
import { DECISIONS } from '../../model/decisions.ts'
import { decidedNumbers, decisionRows } from '../decided.ts'
import { checkTitle, codeOf, coversText, hasDecisions, sourceText } from '../decided-text.ts'
import type { View } from '../view.ts'
import { WITHHELD } from '../withhold.ts'
import type { Cell, Sheet } from './sheet.ts'

/** Decisions and declarations as rows, then the numbers before and after; undefined where there is nothing to say. */
export function decisionSheet(view: View): Sheet | undefined {
  if (!hasDecisions(view)) return undefined
  const { audit, out, parts } = view
  const rows = [...decisionRows(audit, 'people'), ...decisionRows(audit, 'unit')].map(
    ({ decision, finding, secret }): Cell[] => [
      // prettier-ignore
      checkTitle(decision.check, view),
      codeOf(decision.finding),
      finding ? view.say.finding(finding) : out.earlier,
      out[decision.decision],
      decision.note === undefined ? '' : secret ? WITHHELD : view.said(decision.note),
      decision.who,
      decision.at.replace('T', ' ').slice(0, 16),
      sourceText(decision.source, view)
    ]
  )
  const declared = (audit.declarations ?? []).map((each): Cell[] => [
    out.declarations,
    each.id,
    view.said(each.text),
    out.declaredBy,
    coversText(each, view),
    each.who,
    each.at.replace('T', ' ').slice(0, 16),
    out.sourceUnit
  ])
  return {
    name: out.sheetDecisions,
    columns: [
      { header: out.check, width: 20 },
      { header: out.code, width: 22 },
      { header: parts.finding, width: 60 },
      { header: out.decision, width: 18 },
      { header: out.why, width: 60 },
      { header: out.who, width: 14 },
      { header: out.when, width: 18 },
      { header: out.from, width: 14 }
    ],
    rows: [...rows, ...declared, ...numbers(view)]
  }
}

function numbers({ audit, out, say }: View): Cell[][] {
  const { strengths, classes } = decidedNumbers(audit)
  const row = (label: string, value: number): Cell[] => [out.beforeAfter, undefined, label, value]
  return [
    ...STRENGTHS.flatMap(strength => [
      row(`${say.strengths[strength]} · ${out.beforeDecisions}`, strengths[strength].all),
      ...DECISIONS.map(kind => row(`${say.strengths[strength]} · ${out[kind]}`, strengths[strength][kind])),
      row(`${say.strengths[strength]} · ${out.afterDecisions}`, strengths[strength].open)
    ]),
    ...(classes
      ? CLASSES.flatMap(named => [
          row(`${say.classes[named]} · ${out.byProgram}`, classes[named].before),
          row(`${say.classes[named]} · ${out.byPeople}`, classes[named].after)
        ])
      : [])
  ]
}
