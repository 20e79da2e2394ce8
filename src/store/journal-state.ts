import type { Decision, Declaration, OverruleWord } from '../model/decisions.ts'
import { stepWords, type Action, type Line, type Mark } from './journal-actions.ts'

export interface JournalStep {
  n: number
  at: string
  action: Action
  undone: boolean
}

/** What stands now, from all that was done and not undone. */
export interface JournalState {
  /** By id of the finding; with the mark its successors are known by. */
  decisions: ReadonlyMap<string, { decision: Decision; mark: Mark }>
  /** All that was ever decided on a finding and not undone, oldest first. */
  past: ReadonlyMap<string, readonly Decision[]>
  overrules: readonly { n: number; overrule: OverruleWord }[]
  declarations: readonly Declaration[]
}

/** The steps of a journal, with what was undone; `redoable` are those that can be done again, next last. */
export interface Folded {
  steps: JournalStep[]
  redoable: number[]
}

/** Reads the lines in order. A new action takes the undone ones out of reach of redo; they stay in the history. */
export function fold(lines: readonly Line[]): Folded {
  const folded: Folded = { steps: [], redoable: [] }
  for (const each of lines) follow(folded, each)
  return folded
}

/** Puts one more line to the end; lines that refer to nothing change nothing. */
export function follow(folded: Folded, each: Line): void {
  if ('action' in each) {
    if (each.n <= (folded.steps.at(-1)?.n ?? 0)) return // numbers rise; a repeated line is not a second action
    folded.steps.push({ n: each.n, at: each.at, action: each.action, undone: false })
    folded.redoable = []
  } else if ('undo' in each) {
    const step = folded.steps.find(({ n, undone }) => n === each.undo && !undone)
    if (!step) return
    step.undone = true
    folded.redoable.push(step.n)
  } else {
    const step = folded.steps.find(({ n, undone }) => n === each.redo && undone)
    if (!step || !folded.redoable.includes(each.redo)) return
    step.undone = false
    folded.redoable = folded.redoable.filter(n => n !== each.redo)
  }
}

/** Pure: the same steps give the same state. */
export function stateOf(steps: readonly JournalStep[]): JournalState {
  const decisions = new Map<string, { decision: Decision; mark: Mark }>()
  const past = new Map<string, Decision[]>()
  const overrules = new Map<number, OverruleWord>()
  const declarations = new Map<string, Declaration>()
  const put = (mark: Mark, decision: Decision): void => {
    decisions.set(mark.id, { decision, mark })
    const before = past.get(mark.id)
    if (before) before.push(decision)
    else past.set(mark.id, [decision])
  }
  for (const { n, at, action, undone } of steps) {
    if (undone) continue
    switch (action.what) {
      case 'decide':
        for (const mark of action.findings) {
          if (action.decision === null) decisions.delete(mark.id)
          else put(mark, decisionOf(mark, action.decision, at, action, 'person'))
        }
        break
      case 'import':
        for (const { finding, at: answered, ...said } of action.answers)
          put(finding, decisionOf(finding, 'explained', answered, said, 'answer'))
        break
      case 'overrule':
        overrules.set(n, action.overrule)
        break
      case 'withdraw':
        for (const step of action.steps) overrules.delete(step)
        break
      case 'declare':
        declarations.set(action.declaration.id, action.declaration)
        break
      case 'undeclare':
        declarations.delete(action.id)
        break
    }
  }
  return {
    decisions,
    past,
    overrules: [...overrules].map(([n, overrule]) => ({ n, overrule })),
    declarations: [...declarations.values()]
  }
}

function decisionOf(
  { id, check }: Mark,
  decision: Decision['decision'],
  at: string,
  { note, who }: { note?: string | undefined; who?: string | undefined },
  source: Decision['source']
): Decision {
  return { finding: id, check, decision, ...(note ? { note } : {}), ...(who ? { who } : {}), at, source }
}

/** The contract's history. Beyond a thousand steps the oldest are not told, though they can still be undone one by one. */
export function historyOf({ steps, redoable }: Folded) {
  return {
    steps: steps
      .slice(-1000)
      .map(({ n, at, action, undone }) => ({ n, at, what: action.what, words: stepWords(action), undone })),
    canUndo: steps.some(({ undone }) => !undone),
    canRedo: redoable.length > 0
  }
}
