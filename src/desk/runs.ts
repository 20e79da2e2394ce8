import { Cancelled, type AuditOutcome } from '../index.ts'
import type { Settings } from '../model/settings.ts'
import { EngineFailure } from './engine/engine.ts'
import type { Reading, Shown } from './engine/protocol.ts'
import type { Engines } from './engines.ts'
import { exhibitsOf } from './kept.ts'
import type { DeskPackage } from './package.ts'

export interface RunsOptions {
  data: string
  engines: Engines
  settings(): Settings
  /** A package's state changed. */
  changed(each: DeskPackage): void
  /** A new audit of a package; the last thing of a run. */
  arrived(each: DeskPackage, outcome: AuditOutcome): Promise<void>
  /** What a person said of classes, as the journal has it. */
  overrules(each: DeskPackage): Promise<Shown['overrules']>
}

/** Surveys, runs, and runs again; everything that takes long, in turn, and can be stopped. */
export class Runs {
  /** What surveys are stopped by: a run asked for while one waits its turn is a run all the same. */
  private readonly surveys = new WeakSet<AbortController>()

  constructor(private readonly options: RunsOptions) {}

  survey(each: DeskPackage): void {
    if (isUnderWay(each)) return
    const { signal } = (each.stop = new AbortController())
    this.surveys.add(each.stop)
    void this.options.engines
      .inTurn(each.id, async engine => {
        if (signal.aborted || each.closed) return this.settle(each, signal, 'waiting')
        this.set(each, 'surveying')
        try {
          const facts = await engine.ask('survey', { reading: this.reading(each) }, signal)
          each.survey = facts
          this.settle(each, signal, 'surveyed')
        } catch (error) {
          this.failed(each, signal, error, 'waiting')
        }
      })
      .catch(error => this.failed(each, signal, error, 'waiting'))
  }

  /** Puts a run at the end of what waits. */
  run(each: DeskPackage): void {
    const before = isUnderWay(each) ? each.stop : undefined
    if (before && !this.surveys.has(before)) return
    const { signal } = (each.stop = new AbortController())
    if (before) signal.addEventListener('abort', () => before.abort(), { once: true })
    else this.set(each, 'waiting')
    void this.options.engines
      .inTurn(each.id, async engine => {
        if (signal.aborted || each.closed) return this.settle(each, signal, 'stopped')
        each.partial = undefined
        this.set(each, 'running')
        try {
          const outcome = await engine.ask('conclude', await this.question(each, {}), signal)
          await this.concluded(each, signal, outcome)
        } catch (error) {
          this.failed(each, signal, error, 'stopped')
        }
      })
      .catch(error => this.failed(each, signal, error, 'stopped'))
  }

  /** Acknowledged at once; what is done by then comes as a partial audit, when there is any. */
  cancel(each: DeskPackage): void {
    if (!each.stop || each.stop.signal.aborted) return
    each.stop.abort()
    each.progress = undefined
    if (each.state !== 'done') this.set(each, 'stopped')
  }

  /** The same package with other wishes: by the engine that still holds it, else by one that reads it again from the cache. */
  present(each: DeskPackage, shown: Shown, signal?: AbortSignal): Promise<AuditOutcome> {
    return this.options.engines.inTurn(each.id, async engine => {
      const question = await this.question(each, shown)
      try {
        return await engine.ask('present', { shown: question.shown }, signal)
      } catch (error) {
        if (!(error instanceof EngineFailure) || error.intake || engine.ended) throw error
        return engine.ask('conclude', question, signal)
      }
    })
  }

  reading({ id, path, told, passwords }: DeskPackage): Reading {
    const { jobs, cache } = this.options.settings()
    const { issued, reference, indicators } = told
    return {
      package: path,
      issued,
      reference,
      ...(indicators !== undefined && { indicators }),
      ...(passwords.length > 0 && { passwords }),
      ...(jobs !== undefined && { jobs }),
      cache,
      exhibits: exhibitsOf(this.options.data, id)
    }
  }

  private async question(each: DeskPackage, shown: Shown) {
    const { unit, from, to, inspectedOn } = each.told
    const overrules = await this.options.overrules(each)
    return {
      reading: this.reading(each),
      inspection: { unit, from, to, inspectedOn },
      shown: { ...shown, overrules }
    }
  }

  private async concluded(each: DeskPackage, signal: AbortSignal, outcome: AuditOutcome): Promise<void> {
    const { accounting, partial, troubles } = outcome.audit
    if (partial === undefined && accounting.read + accounting.partly === 0) {
      each.because = 'nothing-read'
      each.reason = troubles[0] && `${troubles[0].path}: ${troubles[0].code}`
      return this.settle(each, signal, 'failed')
    }
    if (each.closed) return
    each.partial = partial
    each.because = each.reason = undefined
    await this.options.arrived(each, outcome)
    this.settle(each, signal, 'done')
  }

  private failed(
    each: DeskPackage,
    signal: AbortSignal,
    error: unknown,
    stopped: 'waiting' | 'stopped'
  ): void {
    // prettier-ignore
    if (error instanceof Cancelled) return this.settle(each, signal, stopped)
    each.because = (error instanceof EngineFailure && error.intake) || 'crashed'
    each.reason = error instanceof EngineFailure && error.intake ? undefined : String((error as Error).message ?? error).slice(0, 500) // prettier-ignore
    this.settle(each, signal, 'failed')
  }

  /** A run asked for while the survey went on has its own signal, and goes on. */
  private settle(each: DeskPackage, signal: AbortSignal, state: DeskPackage['state']): void {
    if (each.stop?.signal === signal) each.stop = undefined
    each.progress = undefined
    if (!each.stop || state === 'failed') this.set(each, state)
  }

  private set(each: DeskPackage, state: DeskPackage['state']): void {
    if (state === 'running' || state === 'surveying') each.because = each.reason = undefined
    each.state = state
    if (!each.closed) this.options.changed(each)
  }
}

/** What was stopped may still be ending; whatever is asked for then comes after it. */
function isUnderWay({ stop }: DeskPackage): boolean {
  return stop !== undefined && !stop.signal.aborted
}
