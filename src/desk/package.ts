import type { AuditOutcome } from '../index.ts'
import type { Decision, Declaration } from '../model/decisions.ts'
import type { DeskProgress, Location, PackageState, Survey } from './contract.ts'
import type { Opened } from './opened.ts'

/** What was told of the inspection, places as paths. */
export interface Told {
  unit?: string | undefined
  from?: string | undefined
  to?: string | undefined
  inspectedOn?: string | undefined
  indicators?: string | undefined
  issued: string[]
  reference: string[]
}

/** The sender's words in a saved audit: shown, never applied. */
export interface OfUnit {
  decisions: Decision[]
  declarations: Declaration[]
}

/** An audit as the desk keeps it, masked, beside the names its reports mask in paths. */
export interface Kept extends AuditOutcome {
  unit: OfUnit
}

/** One package on the desk. */
export class DeskPackage {
  state: PackageState['state'] = 'waiting'
  partial: string | undefined
  because: string | undefined
  reason: string | undefined
  progress: DeskProgress | undefined
  told: Told = { issued: [], reference: [] }
  /** In memory only. */
  passwords: string[] = []
  survey: Survey | undefined
  findings: number | undefined
  unread: number | undefined
  opened: Promise<Opened> | undefined
  /** Findings not decided yet, as last counted. */
  open: number | undefined
  /** Stops what is under way, or waits for its turn. */
  stop: AbortController | undefined
  /** Classes are being given anew, and whether a person changed them again meanwhile. */
  presenting: 'no' | 'yes' | 'again' = 'no'
  closed = false

  constructor(
    readonly id: string,
    readonly path: string,
    readonly kind: Location['kind']
  ) {}

  get saved(): boolean {
    return this.kind === 'saved'
  }

  get hasAudit(): boolean {
    return this.state === 'done'
  }
}
