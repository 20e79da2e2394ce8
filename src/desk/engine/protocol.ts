import type {
  AuditOutcome,
  AuditRequest,
  Inspection,
  IntakeError,
  Presentation,
  SurveyFacts
} from '../../index.ts'
import type { Audit, Finding } from '../../model/audit.ts'
import type { TroubleCode } from '../../model/kinds.ts'
import type { Paths } from '../../model/paths.ts'
import type { Progress } from '../../model/progress.ts'
import type { Section } from '../../reporting/sections.ts'
import type { Language } from '../../words/index.ts'

/** What the desk and an engine's thread say to each other. One question at a time; previews and cancel in between. */

export interface EngineStart {
  paths: Paths
  /** One Int32: the number of the question that is to be stopped. */
  cancel: SharedArrayBuffer
  /** Reading children are started by the desk's own process and joined by messages. */
  forksThere: boolean
}

/** What is to be read. */
export interface Reading {
  package: string
  issued?: readonly string[]
  reference?: readonly string[]
  indicators?: string
  passwords?: readonly string[]
  jobs?: number
  cache: boolean
  exhibits: string // folder for exhibits, made and removed by the desk
}

export type Shown = Omit<Presentation, 'signal' | 'progress'>

/** What is to be rendered; pictures come from the folder of exhibits. */
export interface Report {
  what: 'html' | 'xlsx' | 'json' | 'henshi' | 'verification' | 'askers' | 'summary'
  audit: Audit
  names: readonly string[]
  exhibits: string
  language: Language
  sections?: readonly Section[] | undefined
  asker?: string | undefined
}

/** Questions and their answers. */
export interface Questions {
  /** The command line's: one audit, nothing kept, a stop rejects. */
  audit: {
    ask: { request: Omit<AuditRequest, 'cache' | 'exhibits' | 'signal' | 'progress' | 'fork'>; cache: boolean; exhibits: string }
    answer: AuditOutcome
  }
  /** Walks and reads; what was read stays. */
  survey: { ask: { reading: Reading }; answer: SurveyFacts }
  /** The whole audit; takes what a survey of the same files has read. A stop gives a partial audit. */
  conclude: { ask: { reading: Reading; inspection: Inspection; shown: Shown }; answer: AuditOutcome }
  /** The same package with other wishes; `conclude` came before. */
  present: { ask: { shown: Shown }; answer: AuditOutcome }
  preview: { ask: { reading: Reading; path: string; side: number }; answer: Uint8Array | undefined }
  /** Tables of a file somebody sent, as texts. */
  rows: { ask: { file: string }; answer: string[][] }
  /** A report as bytes: long work, kept off the desk's own thread. */
  render: { ask: { report: Report }; answer: Uint8Array }
  sample: { ask: { folder: string; seed: number }; answer: true }
} // prettier-ignore

export type QuestionName = keyof Questions
export type Question = {
  [Q in QuestionName]: { id: number; question: Q } & Questions[Q]['ask']
}[QuestionName]
export type ToEngine = Question | { cancel: number } | { fork: FromHost }

/** First findings of a check that is done, masked. */
export interface First {
  check: string
  findings: number
  first: Pick<Finding, 'check' | 'message' | 'words' | 'strength' | 'owner'>[]
}

export type FromEngine =
  | { type: 'progress'; progress: Progress }
  | { type: 'trouble'; path: string; code: TroubleCode }
  | ({ type: 'found' } & First)
  | { type: 'answer'; id: number; answer: unknown }
  | {
      type: 'failed'
      id: number
      cancelled: boolean
      intake?: IntakeError['reason']
      message: string
      stack?: string
    }
  | { type: 'fork'; fork: ToHost }

/** A reading child that lives in the host's process: what its starter asks for, and what it is told. */
export type ToHost =
  | { child: number; start: { entry: string; args: string[]; options: object } }
  | { child: number; send: object }
  | { child: number; kill: true }
export type FromHost =
  { child: number; message: unknown } | { child: number; errors: string } | { child: number; close: true }
