import { CLASSES, STRENGTHS, type Audit, type MaterialClass, type Strength } from '../model/audit.ts'
import { DECISIONS, type Decision, type DecisionKind } from '../model/decisions.ts'

/** What people said of an audit, as numbers: before anything was decided, and after. */
export interface DecidedNumbers {
  /** Per strength: all findings, and those each decision stands on. */
  strengths: Record<Strength, { all: number; open: number } & Record<DecisionKind, number>>
  /** Files counted in the balance, as the program classed them and as people did; absent when nobody did. */
  classes?: Record<MaterialClass, { before: number; after: number }>
}

/** Decisions that stand, by finding: of this computer's reviewers and of sheets that came back, never the unit's own. */
export function standingDecisions({ decisions = [] }: Audit): Map<string, Decision> {
  return new Map(decisions.filter(({ source }) => source !== 'unit').map(each => [each.finding, each]))
}

export function decidedNumbers(audit: Audit): DecidedNumbers {
  const standing = standingDecisions(audit)
  const strengths = Object.fromEntries(
    STRENGTHS.map(strength => {
      const own = audit.findings.filter(each => each.strength === strength)
      const of = (kind: DecisionKind): number => own.filter(({ id }) => standing.get(id)?.decision === kind).length // prettier-ignore
      const counts = Object.fromEntries(DECISIONS.map(kind => [kind, of(kind)])) as Record<DecisionKind, number> // prettier-ignore
      return [
        strength,
        { all: own.length, open: own.filter(({ id }) => !standing.has(id)).length, ...counts }
      ]
    })
  ) as DecidedNumbers['strengths']
  const files = audit.materials.filter(({ counted }) => counted?.as === 'file')
  if (!files.some(({ overruled }) => overruled)) return { strengths }
  const count = (of: (each: (typeof files)[number]) => MaterialClass, named: MaterialClass): number => files.filter(each => of(each) === named).length // prettier-ignore
  const classes = Object.fromEntries(
    CLASSES.map(named => [
      named,
      {
        before: count(each => each.overruled?.from ?? each.class, named),
        after: count(each => each.class, named)
      }
    ])
  ) as NonNullable<DecidedNumbers['classes']>
  return { strengths, classes }
}

export interface DecisionRow {
  decision: Decision
  /** Number of the finding among those decided, its check and message; absent when it is no longer found. */
  finding?: Audit['findings'][number]
  /** A word of the note may quote what must not be quoted. */
  secret: boolean
}

/** Decisions in the order made, with what they are about. */
export function decisionRows(audit: Audit, source: 'unit' | 'people'): DecisionRow[] {
  const findings = new Map(audit.findings.map(each => [each.id, each]))
  const marked = new Set(audit.materials.filter(({ secret }) => secret).map(({ path }) => path))
  return (audit.decisions ?? [])
    .filter(each => (each.source === 'unit') === (source === 'unit'))
    .map(decision => {
      const finding = findings.get(decision.finding)
      const secret = finding?.places.some(({ path }) => marked.has(path)) ?? false
      return { decision, ...(finding ? { finding } : {}), secret }
    })
    .sort((a, b) => (a.decision.at < b.decision.at ? -1 : a.decision.at > b.decision.at ? 1 : 0))
}
