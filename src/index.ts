/** The door: one package in, one Audit out. */
export { audit, type AuditOutcome, type AuditRequest } from './audit.ts'
export type { Audit, Finding, MaterialRecord, Place, Verdict } from './model/audit.ts'
export type { Paths } from './model/paths.ts'
export type { Progress } from './model/progress.ts'
export { IntakeError } from './intake/intake-error.ts'
export { Cancelled } from './support/tick.ts'
