import { CHECKS } from './checks/catalogue.ts'
import { runChecks, type Checked } from './checks/run.ts'
import { fingerprint } from './fingerprints/index.ts'
import type { Fork } from './isolation/child-process.ts'
import type { Exhibits, ReadingCache } from './isolation/keep.ts'
import { defaultJobs } from './isolation/limits.ts'
import { readAll, ReadingCancelled, type ReadResult } from './isolation/read-all.ts'
import { audit as schema, type Audit, type Masking } from './model/audit.ts'
import type { Evidence, Inspection } from './model/evidence.ts'
import type { Verdicts } from './model/finding.ts'
import type { Found } from './model/found.ts'
import type { TroubleCode } from './model/kinds.ts'
import type { Material } from './model/material.ts'
import type { Paths } from './model/paths.ts'
import type { Progress } from './model/progress.ts'
import { compose } from './compose.ts'
import { memory } from './memory.ts'
import { maskAudit, maskConversations, namesIn } from './reporting/masking.ts'
import { statisticsOf } from './reporting/statistics.ts'
import { withholdSecrets } from './reporting/withhold.ts'
import { inspectionOf } from './relations/inspection.ts'
import { relate } from './relations/index.ts'
import { withWork } from './relations/work.ts'
import { stopwatch } from './stopwatch.ts'
import { StringPool } from './support/string-pool.ts'
import { Cancelled, type Tick } from './support/tick.ts'
import { walkAll, type Roots } from './walk-all.ts'
import { weightsOf, type Weight, type Weights } from './weighing/classify.ts'
import type { Overrule } from './weighing/overrules.ts'
import { isVerifiable } from './weighing/verifiable-entry.ts'

/** What is read, and how. */
export interface GatherRequest extends Roots {
  passwords?: readonly string[]
  jobs?: number // children per pool; by cores and memory when not given
  paths: Paths
  cache?: ReadingCache
  exhibits: Exhibits
  /** How a reading child is started; `child_process.fork` when not given. */
  fork?: Fork
  /** Hears of a material that could not be read, wholly or partly, as it happens. */
  troubled?: (path: string, code: TroubleCode) => void
}

/** Whether to go on is asked between steps; where nothing waits, a plain flag will do. */
interface Steps {
  signal?: { readonly aborted: boolean }
  progress?: (progress: Progress) => void
}

export interface ExamineRequest extends Steps {
  inspection?: Inspection
  /** Hears when all relations are known, and what each check says as soon as it is done. */
  related?: (evidence: Evidence) => void
  checked?: (checked: Checked, evidence: Evidence) => void
}

export interface Presentation extends Steps {
  masking?: Masking // `masked` when not given
  reason?: string // why personal data is shown; stands on page one
  /** A person's word on classes; the last and the stronger. */
  overrules?: readonly Overrule[]
}

export type AuditRequest = GatherRequest & Omit<ExamineRequest, keyof Steps> & Omit<Presentation, keyof Steps>

export interface AuditOutcome {
  audit: Audit
  /** Names met in the package, for masking paths in reports; kept out of the audit itself. */
  names: readonly string[]
}

/** All that was read of one package; the texts of all cells stand in `texts`. */
export interface Gathered {
  root: string
  found: readonly Found[]
  lists: ReadonlySet<string>
  texts: StringPool
  materials: Material[]
  children: ReadResult['children']
  startedAt: Date
  jobs: number
  timings: Readonly<Record<string, number>>
}

/** What the checks said of it. Stays with the engine, so that it can be presented again without reading again. */
export interface Examined {
  gathered: Gathered
  evidence: Evidence
  judged: Verdicts
  timings: Readonly<Record<string, number>>
  /** The stage in which a person stopped it. */
  partial?: string
  /** Classes were not given any more: everything is unknown. */
  unweighed?: boolean
}

/**
 * One package, from its files to one Audit. Rejects with `IntakeError` when the root cannot be read and with
 * `Cancelled` when the signal says so; a fault of a single file is an answer inside the Audit.
 */
export async function audit(request: AuditRequest): Promise<AuditOutcome> {
  return present(await examine(await gather(request), request), request)
}

/** Reading was stopped; `gathered` holds every material, those not finished as unread or partly read. */
export class GatheringStopped extends Cancelled {
  constructor(readonly gathered: Gathered) {
    super()
  }
}

/** Walks and reads. Rejects with `GatheringStopped` when stopped while reading. */
export async function gather(request: GatherRequest): Promise<Gathered> {
  const { paths, signal, exhibits } = request
  const startedAt = new Date()
  const clock = stopwatch()
  const { found, lists } = await clock('walk', () => walkAll(request))
  const texts = new StringPool()
  const gathered = ({ materials, children }: ReadResult): Gathered => ({
    root: request.package, found, lists, texts, materials, children, startedAt, jobs: request.jobs ?? defaultJobs(), timings: clock.timings
  }) // prettier-ignore
  try {
    return gathered(await clock('read', () => readAll(found, {
      paths, texts, exhibits, signal, jobs: request.jobs, cache: request.cache, passwords: request.passwords, fork: request.fork, troubled: request.troubled,
      progress: at => request.progress?.({ stage: 'read', done: at.files, total: at.filesTotal, bytes: at.bytes, bytesTotal: at.bytesTotal, path: at.path })
    }))) // prettier-ignore
  } catch (error) {
    throw error instanceof ReadingCancelled ? new GatheringStopped(gathered(error.partial)) : error
  }
}

/** Fingerprints, relations, checks. */
export async function examine(gathered: Gathered, request: ExamineRequest): Promise<Examined> {
  const { materials, texts, lists } = gathered
  const tell = teller(request)
  const clock = stopwatch(gathered.timings)
  const facts = await clock('fingerprint', () =>
    fingerprint(materials, texts, request.inspection ?? {}, tell('relate'), lists)
  )
  const inspection = inspectionOf(request.inspection ?? {}, facts.documents)
  const evidence = await clock('relate', () =>
    relate({ ...facts, inspection, texts, materials }, tell('relate'))
  )
  request.related?.(evidence)
  const judged = await clock('check', () =>
    runChecks(CHECKS, evidence, tell('check'), each => request.checked?.(each, evidence))
  )
  return { gathered, evidence, judged, timings: clock.timings }
}

/** Classes, balance and the one value, masked as asked. May be called again with other wishes. */
export async function present(examined: Examined, request: Presentation): Promise<AuditOutcome> {
  const { gathered, evidence, judged, partial } = examined
  const tell = teller(request)
  const clock = stopwatch(examined.timings)
  const weights = await clock('weigh', () => classed(examined, tell('weigh'), request.overrules))
  const worked = await clock('work', () => withWork(evidence, weights.apart, isVerifiable, tell('weigh')))
  const shown = await clock('compose', () => {
    const whole = compose(gathered.root, worked, judged, weights, tell('weigh'))
    return maskedAs(request.masking, withholdSecrets(whole), evidence)
  })
  const checked = schema.parse({
    ...shown,
    ...(partial === undefined ? {} : { partial }),
    settings: { ...shown.settings, ...settingsOf(request) },
    run: {
      startedAt: gathered.startedAt.toISOString(),
      seconds: clock.seconds(),
      jobs: gathered.jobs,
      timings: {
        ...clock.timings,
        ...memory(Object.values(gathered.children.peakResident).filter(({ length }) => length > 0))
      }
    }
  } satisfies Audit)
  return { audit: checked, names: [...namesIn(evidence)] }
}

function classed({ evidence, unweighed }: Examined, tick: Tick, overrules?: readonly Overrule[]): Weights {
  if (!unweighed) return weightsOf(evidence, tick, overrules)
  const unknown = ({ status, kind }: Material): Weight => ({ class: 'unknown', why: [], ledgers: [], counted: status !== 'listed' && kind !== 'archive' }) // prettier-ignore
  return {
    each: evidence.materials.map(unknown),
    apart: (evidence.unbound ?? evidence).materials.map(unknown)
  }
}

function maskedAs(
  masking: Masking = 'masked',
  whole: Omit<Audit, 'run'>,
  evidence: Evidence
): Omit<Audit, 'run'> {
  if (masking === 'full') return maskConversations(whole, evidence)
  const masked = maskAudit(whole, evidence)
  return masking === 'statistics' ? statisticsOf(masked) : masked
}

/** How the audit was asked for; notes to a person's classes are words of a person and shown only in full. */
function settingsOf({ masking = 'masked', reason, overrules }: Presentation): Audit['settings'] {
  return {
    masking,
    ...(masking === 'full' && reason ? { reason } : {}),
    ...(overrules?.length ? { overrules: masking === 'full' ? overrules : overrules.map(({ note: _, ...each }) => each) } : {}) // prettier-ignore
  }
}

/** A tick of one stage: reports how far it is, throws `Cancelled` when it should stop. */
function teller({ signal, progress }: Steps): (stage: Progress['stage']) => Tick {
  return stage =>
    (done = 0, total = 0) => {
      if (signal?.aborted) throw new Cancelled()
      progress?.({ stage, done, total })
    }
}
