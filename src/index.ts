/** The door: one package in, one Audit out; and its steps, for whoever keeps a package open. */
export {
  audit,
  gather,
  GatheringStopped,
  present,
  type AuditOutcome,
  type AuditRequest,
  type Examined,
  type Gathered,
  type GatherRequest,
  type Presentation
} from './audit.ts'
export { CHECKS } from './checks/catalogue.ts'
export type { Fork } from './isolation/child-process.ts'
export { examineKeeping, presentKeeping } from './partial.ts'
export { foundIn, previewOf } from './previews.ts'
export { surveyOf, type SurveyFacts } from './survey.ts'
export type { Inspection } from './model/evidence.ts'
export type { Audit, Finding, MaterialRecord, Place, Verdict } from './model/audit.ts'
export type { Paths } from './model/paths.ts'
export type { Progress } from './model/progress.ts'
export type { Overrule } from './weighing/overrules.ts'
export { IntakeError } from './intake/intake-error.ts'
export { Cancelled } from './support/tick.ts'
export { VERSION } from './version.ts'
