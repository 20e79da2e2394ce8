import type { AuditOutcome, AuditRequest } from '../index.ts'
import type { IntakeError } from '../index.ts'
import type { Progress } from '../model/progress.ts'

export interface EngineTask {
  request: Omit<AuditRequest, 'cache' | 'exhibits' | 'signal' | 'progress'>
  cache: boolean
  exhibits: string // folder for exhibits, made and removed by the starter
  cancel: SharedArrayBuffer // one Int32: 1 means stop
}

export type EngineMessage =
  | { type: 'progress'; progress: Progress }
  | { type: 'done'; outcome: AuditOutcome }
  | { type: 'failed'; cancelled: boolean; intake?: IntakeError['reason']; message: string; stack?: string }
