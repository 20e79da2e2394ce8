import { CHECKS } from './checks/catalogue.ts'
import { runChecks } from './checks/run.ts'
import { fingerprint } from './fingerprints/index.ts'
import { walk } from './intake/walk.ts'
import type { Exhibits, ReadingCache } from './isolation/keep.ts'
import { defaultJobs } from './isolation/limits.ts'
import { readAll } from './isolation/read-all.ts'
import { audit as schema, type Audit, type Masking } from './model/audit.ts'
import type { Inspection } from './model/evidence.ts'
import type { Found } from './model/found.ts'
import type { Paths } from './model/paths.ts'
import type { Progress } from './model/progress.ts'
import { compose } from './compose.ts'
import { maskAudit, maskConversations, namesIn } from './reporting/masking.ts'
import { statisticsOf } from './reporting/statistics.ts'
import { withholdSecrets } from './reporting/withhold.ts'
import { inspectionOf } from './relations/inspection.ts'
import { relate } from './relations/index.ts'
import { withWork } from './relations/work.ts'
import { StringPool } from './support/string-pool.ts'
import { Cancelled, type Tick } from './support/tick.ts'
import { classify } from './weighing/classify.ts'
import type { Overrule } from './weighing/overrules.ts'
import { isVerifiable } from './weighing/verifiable-entry.ts'

export interface AuditRequest {
  package: string // folder or archive
  issued?: readonly string[]
  reference?: readonly string[]
  /** A list of indicators: taken as one even when it looks odd; one in which none is found is noted. */
  indicators?: string
  inspection?: Inspection
  passwords?: readonly string[]
  masking?: Masking // `masked` when not given
  reason?: string // why personal data is shown; stands on page one
  /** A person's word on classes; the last and the stronger. */
  overrules?: readonly Overrule[]
  jobs?: number // children per pool; by cores and memory when not given
  paths: Paths
  cache?: ReadingCache
  exhibits: Exhibits
  signal?: AbortSignal
  progress?: (progress: Progress) => void
}

export interface AuditOutcome {
  audit: Audit
  /** Names met in the package, for masking paths in reports; kept out of the audit itself. */
  names: readonly string[]
}

/**
 * One package, from its files to one Audit. Rejects with `IntakeError` when the root cannot be read and with
 * `Cancelled` when the signal says so; a fault of a single file is an answer inside the Audit.
 */
export async function audit(request: AuditRequest): Promise<AuditOutcome> {
  const { paths, signal, exhibits } = request
  const startedAt = new Date()
  const clock = stopwatch()
  const tell =
    (stage: Progress['stage']): Tick =>
    (done = 0, total = 0) => {
      if (signal?.aborted) throw new Cancelled()
      request.progress?.({ stage, done, total })
    }

  const { found, lists } = await clock('walk', () => walkAll(request))
  const texts = new StringPool()
  const { materials, children } = await clock('read', () => readAll(found, {
    paths, texts, exhibits, signal, jobs: request.jobs, cache: request.cache, passwords: request.passwords,
    progress: at => request.progress?.({ stage: 'read', done: at.files, total: at.filesTotal, bytes: at.bytes, bytesTotal: at.bytesTotal, path: at.path })
  })) // prettier-ignore
  const facts = await clock('fingerprint', () =>
    fingerprint(materials, texts, request.inspection ?? {}, tell('relate'), lists)
  )
  const inspection = inspectionOf(request.inspection ?? {}, facts.documents)
  const evidence = await clock('relate', () =>
    relate({ ...facts, inspection, texts, materials }, tell('relate'))
  )
  const judged = await clock('check', () => runChecks(CHECKS, evidence, tell('check')))
  const weights = await clock('weigh', () => classify(evidence, tell('weigh'), request.overrules))
  const worked = await clock('work', () => withWork(evidence, weights, isVerifiable, tell('weigh')))

  const whole = withholdSecrets(compose(request.package, worked, judged, weights, tell('weigh')))
  const { masking = 'masked', reason, overrules } = request
  const masked = masking === 'full' ? maskConversations(whole, evidence) : maskAudit(whole, evidence)
  const shown = masking === 'statistics' ? statisticsOf(masked) : masked
  const checked = schema.parse({
    ...shown,
    settings: {
      ...shown.settings,
      masking,
      ...(masking === 'full' && reason ? { reason } : {}),
      ...(overrules?.length ? { overrules: masking === 'full' ? overrules : overrules.map(({ note: _, ...each }) => each) } : {}) // prettier-ignore
    },
    run: {
      startedAt: startedAt.toISOString(),
      seconds: clock.seconds(),
      jobs: request.jobs ?? defaultJobs(),
      timings: {
        ...clock.timings,
        ...memory(Object.values(children.peakResident).filter(({ length }) => length > 0))
      }
    }
  } satisfies Audit)
  return { audit: checked, names: [...namesIn(evidence)] }
}

async function walkAll({
  package: root,
  issued = [],
  reference = [],
  indicators,
  signal,
  progress
}: AuditRequest): Promise<{ found: Found[]; lists: ReadonlySet<string> }> {
  const found = await walk(root, {
    prefix: '',
    signal,
    progress: at => progress?.({ stage: 'walk', done: at.files, total: 0 })
  })
  for (const path of issued) found.push(...(await walk(path, { prefix: 'issued:/', signal })))
  for (const path of reference) found.push(...(await walk(path, { prefix: 'reference:/', signal })))
  const lists = indicators === undefined ? [] : await walk(indicators, { prefix: 'issued:/', signal })
  // The same file may have been given with --issued too
  const known = new Map(found.map(each => [each.path, each]))
  for (const each of lists) {
    const same = known.get(each.path)
    if (same && same.sha256 !== each.sha256)
      each.path = each.path.replace(/^issued:\//u, 'issued:/--indicators/')
    if (!same || same.sha256 !== each.sha256) found.push(each)
  }
  return { found, lists: new Set(lists.map(({ path }) => path)) }
}

/**
 * Peaks in bytes: of this process, of any child, and of children over the first and last third of all jobs of
 * their pool (of the pool that grew most): a child that gives back what it took stays level.
 */
function memory(pools: readonly (readonly number[])[]): Record<string, number> {
  const most = (part: readonly number[]): number => part.reduce((highest, peak) => Math.max(highest, peak), 0)
  const thirds = pools.map(peaks => {
    const third = Math.ceil(peaks.length / 3)
    return { first: most(peaks.slice(0, third)), last: most(peaks.slice(-third)) }
  })
  const [grown] = thirds.sort((a, b) => b.last / b.first - a.last / a.first)
  return {
    peakParent: process.resourceUsage().maxRSS * 1024,
    peakChild: most(pools.flat()),
    peakChildFirstThird: grown?.first ?? 0,
    peakChildLastThird: grown?.last ?? 0
  }
}

interface Stopwatch {
  <T>(name: string, work: () => T | Promise<T>): Promise<T>
  timings: Record<string, number>
  seconds(): number
}

function stopwatch(): Stopwatch {
  const start = performance.now()
  const timings: Record<string, number> = {}
  const watch = async <T>(name: string, work: () => T | Promise<T>): Promise<T> => {
    const from = performance.now()
    const result = await work()
    timings[name] = Math.round(performance.now() - from) / 1000
    return result
  }
  return Object.assign(watch, { timings, seconds: () => Math.round(performance.now() - start) / 1000 })
}
