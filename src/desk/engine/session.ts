import { audit, Cancelled, examineKeeping, foundIn, gather, GatheringStopped, presentKeeping, previewOf, surveyOf, type Examined, type Fork, type Gathered, type GatherRequest, type Progress } from '../../index.ts' // prettier-ignore
import type { Finding } from '../../model/audit.ts'
import type { Evidence } from '../../model/evidence.ts'
import type { Found } from '../../model/found.ts'
import { findingMasker } from '../../reporting/masking.ts'
import { renderReport } from './render.ts'
import { rowsOf } from './rows.ts'
import { writeSample } from '../../sample/index.ts'
import { openExhibits } from '../../store/exhibits.ts'
import { openReadings } from '../../store/readings.ts'
import type { EngineStart, FromEngine, Question, Questions, Reading } from './protocol.ts'

/** Findings of one check that are shown while the run goes on. */
const FIRST = 5

/** One package in an engine's thread: what was read and found stays here, so that it can be presented again. */
export class Session {
  private gathered: { key: string; gathered: Gathered } | undefined
  private examined: Examined | undefined
  /** Files of a package that is only looked at. */
  private walked: readonly Found[] | undefined

  constructor(
    private readonly start: EngineStart,
    private readonly post: (message: FromEngine) => void,
    private readonly fork: Fork | undefined
  ) {}

  async answer(question: Question, signal: AbortSignal): Promise<Questions[keyof Questions]['answer']> {
    switch (question.question) {
      case 'audit':
        return audit({ ...question.request, ...(await this.means(question, signal)) })
      case 'survey':
        return this.survey(question, signal)
      case 'conclude':
        return this.conclude(question, signal)
      case 'present':
        if (!this.examined) throw new Error('nothing was examined')
        return presentKeeping(this.examined, { ...question.shown, progress: this.progress })
      case 'preview':
        return this.preview(question, signal)
      case 'rows':
        return this.rows(question.file, signal)
      case 'render':
        return renderReport(question.report)
      case 'sample':
        await writeSample(question.folder, question.seed, { progress: (done, total) => this.progress({ stage: 'walk', done, total }) }) // prettier-ignore
        return true
    }
  }

  private async survey({ reading }: Questions['survey']['ask'], signal: AbortSignal) {
    const { gathered, stopped } = await this.gather(reading, signal)
    const tick = (): void => {
      if (signal.aborted) throw new Cancelled()
    }
    return surveyOf(gathered, !stopped, stopped ? () => {} : tick)
  }

  private async conclude(
    { reading, inspection, shown }: Questions['conclude']['ask'],
    signal: AbortSignal
  ): Promise<Questions['conclude']['answer']> {
    this.examined = undefined
    const { gathered, stopped } = await this.gather(reading, signal)
    let mask: ((finding: Finding) => Finding) | undefined
    const tell = (check: string, findings: readonly Finding[], evidence: Evidence): void => {
      mask ??= findingMasker(evidence)
      const first = findings.slice(0, FIRST).map(mask).map(({ check, message, words, strength, owner }) => ({ check, message, words, strength, owner })) // prettier-ignore
      this.post({ type: 'found', check, findings: findings.length, first })
    }
    const examined = await examineKeeping(
      gathered,
      { inspection, signal, progress: this.progress, checked: ({ verdict, findings }, evidence) => tell(verdict.check, findings, evidence) }, // prettier-ignore
      stopped
    )
    const outcome = await presentKeeping(examined, { ...shown, signal, progress: this.progress })
    // A stop while weighing is found out by the presentation; presented again, it stays partial.
    this.examined = { ...examined, ...(outcome.audit.partial && { partial: outcome.audit.partial }) }
    return outcome
  }

  /** What was read before, when it was the same files; of a stopped reading nothing is kept for later. */
  private async gather(
    reading: Reading,
    signal: AbortSignal
  ): Promise<{ gathered: Gathered; stopped: boolean }> {
    const key = JSON.stringify([reading.package, reading.issued ?? [], reading.reference ?? [], reading.indicators ?? '', reading.passwords ?? []]) // prettier-ignore
    if (this.gathered?.key === key) return { gathered: this.gathered.gathered, stopped: false }
    this.gathered = undefined
    try {
      const gathered = await gather(await this.request(reading, signal))
      this.gathered = { key, gathered }
      return { gathered, stopped: false }
    } catch (error) {
      if (error instanceof GatheringStopped) return { gathered: error.gathered, stopped: true }
      throw error
    }
  }

  private async request(reading: Reading, signal: AbortSignal): Promise<GatherRequest> {
    const { cache: _cache, exhibits: _exhibits, ...roots } = reading
    return { ...roots, ...(await this.means(reading, signal)), paths: this.start.paths }
  }

  private async means(
    { cache, exhibits }: { cache: boolean; exhibits: string },
    signal: AbortSignal
  ): Promise<Pick<GatherRequest, 'cache' | 'exhibits' | 'signal' | 'progress' | 'fork' | 'troubled'>> {
    return {
      cache: cache ? await openReadings(this.start.paths.data) : undefined,
      exhibits: await openExhibits(exhibits),
      signal,
      progress: this.progress,
      fork: this.fork,
      troubled: (path, code) => this.post({ type: 'trouble', path, code })
    }
  }

  private async preview(
    { reading, path, side }: Questions['preview']['ask'],
    signal: AbortSignal
  ): Promise<Uint8Array | undefined> {
    const { passwords } = reading
    const options = { paths: this.start.paths, fork: this.fork, signal, ...(passwords && { passwords }) }
    const found = this.examined?.gathered.found ?? this.gathered?.gathered.found ?? (this.walked ??= await foundIn(reading, signal)) // prettier-ignore
    return previewOf(found, path, side, options)
  }

  /** What a person sent is read like a package: in a child. Kept nowhere. */
  private async rows(file: string, signal: AbortSignal): Promise<string[][]> {
    const { materials } = await gather({
      package: file,
      paths: this.start.paths,
      exhibits: { put: () => Promise.resolve() },
      signal,
      fork: this.fork
    })
    return (materials[0]?.reading?.tables ?? []).flatMap(({ cells }) => rowsOf(cells))
  }

  private readonly progress = (progress: Progress): void => this.post({ type: 'progress', progress })
}
