import type { MaterialClass } from '../model/audit.ts'

/** A place as the audit names it: `row` is the number the spreadsheet shows, `message` counts from 1. */
export interface TruthPlace {
  path: string // relative to the package, `!/` enters a container
  sheet?: string
  row?: number
  message?: number
}

/** Something planted: one check should report it as one finding. */
export interface TruthGroup {
  check: string
  kind: string
  members: TruthPlace[]
  /** The contradiction is claimed by file names alone; it may vanish when files get neutral names. */
  nameOnly?: true
}

export interface Lookalike {
  kind: string
  /** Checks that must say nothing stronger than `weak` about the members. */
  quiet: string[]
  members: TruthPlace[]
}

/** What was made, for measuring an audit against. Never part of the package. */
export interface Truth {
  schema: 'henshi.truth/1'
  seed: number
  unit: string
  period: { from: string; to: string }
  inspectedOn: string
  groups: TruthGroup[]
  /** True as well, though another check explains it better: a finding here is right, its absence is no miss. */
  alsoTrue: { check: string; members: TruthPlace[] }[]
  lookalikes: Lookalike[]
  classes: Record<string, { class: MaterialClass; classId?: string }>
  /** Rows of ledgers, as the spreadsheet shows them: those that say what came of the entry, and those that say it was entered. Base data has none. A book of several sheets names a row once for each. */
  entries: Record<string, { result: number[]; trace: number[] }>
  /** What the package tells of: occasions, work that goes on, results stated by a paper of their own. */
  activities: TruthActivity[]
  /** What the list in the package asks for. */
  indicators: TruthIndicator[]
}

export interface TruthActivity {
  title: string
  /** Paths of what was handed in for it, archives left out and what lies in them by itself. */
  members: string[]
  standing: 'result' | 'trace' | 'undetermined'
  continuing?: true
}

export interface TruthIndicator {
  code: string
  name: string
  standing: 'result' | 'trace' | 'undetermined' | 'missing'
  /** What is asked for is kept out of inspections by a rule. */
  barred?: true
}
