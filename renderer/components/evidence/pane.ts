import type { Detail, Finding } from '../../../src/model/audit.ts'
import type { FindingView } from '../../../src/desk/contract.ts'

/** What every evidence pane is given. `placed` runs beside the finding's places. */
export interface PaneProps {
  finding: Finding
  placed: FindingView['placed']
  /** The package itself is here, so larger pictures can be made. */
  here: boolean
}

/** A pane says which material a person wants to see. */
export interface PaneEmits {
  material: [no: number]
}

export type DetailOf<Kind extends Detail['kind']> = Extract<Detail, { kind: Kind }>
