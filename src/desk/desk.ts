import { access } from 'node:fs/promises'
import type { AuditOutcome } from '../index.ts'
import type { Settings } from '../model/settings.ts'
import { rememberRecent } from '../store/recents.ts'
import { readSettings } from '../store/settings.ts'
import { openExhibits } from '../store/exhibits.ts'
import { HenshiFileError, readHenshi } from '../store/henshi-file.ts'
import type { DeskEvent } from './contract.ts'
import type { DeskOptions } from './create-desk.ts'
import { DeskError } from './desk-error.ts'
import type { EngineEvent } from './engine/engine.ts'
import { Engines } from './engines.ts'
import { dropKept, exhibitsOf, keepAudit, keptAudit } from './kept.ts'
import { Locations } from './locations.ts'
import { openAudit, type Opened } from './opened.ts'
import type { DeskPackage, Kept } from './package.ts'
import { stateOf } from './query/index-audit.ts'
import { ReportPreviews } from './report-previews.ts'
import { Runs } from './runs.ts'
import { Shelf } from './shelf.ts'
import { timeLeft } from './time-left.ts'
import { wallClock } from './wall-clock.ts'

/** What the methods share: the packages, their engines, what is kept, whom to tell. */
export class DeskState {
  readonly data: string
  readonly locations = new Locations()
  readonly shelf: Shelf
  readonly engines: Engines
  readonly runs: Runs
  readonly now: () => string
  readonly previews = new ReportPreviews()
  settings!: Settings
  private readonly listeners = new Set<(event: DeskEvent) => void>()
  private readonly clocks = new Map<string, ReturnType<typeof timeLeft>>()

  constructor(readonly options: DeskOptions) {
    this.data = options.paths.data
    this.now = options.now ?? wallClock
    this.shelf = new Shelf(this.data, this.locations)
    const { paths, engine, fork } = options
    this.engines = new Engines({ entry: engine, paths, ...(fork && { fork }) }, (id, event) => this.heard(id, event)) // prettier-ignore
    this.runs = new Runs({
      data: this.data,
      engines: this.engines,
      settings: () => this.settings,
      changed: each => this.changed(each),
      arrived: (each, outcome) => this.arrived(each, outcome),
      overrules: async each => (await this.opened(each).catch(() => undefined))?.journal.state.overrules.map(({ overrule }) => overrule) // prettier-ignore
    })
  }

  async load(): Promise<void> {
    this.settings = await readSettings(this.data)
    await this.shelf.load()
  }

  on(listener: (event: DeskEvent) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  emit(event: DeskEvent): void {
    for (const listener of this.listeners) listener(event)
  }

  /** Tells of a package's state, and keeps it. */
  changed(each: DeskPackage): void {
    this.shelf.save()
    this.emit({ type: 'state', package: each.id, state: this.shelf.stateOf(each) })
  }

  /** The audit of a package. Rejects with `not-ready` when there is none yet. */
  async ready(id: string): Promise<{ each: DeskPackage; opened: Opened }> {
    const each = this.shelf.get(id)
    if (!each.hasAudit) throw new DeskError('not-ready')
    return { each, opened: await this.opened(each) }
  }

  /** Opens what was kept, once. A saved audit that was not read yet is read now. */
  opened(each: DeskPackage): Promise<Opened> {
    each.opened ??= this.open(each).catch(error => {
      each.opened = undefined
      throw error
    })
    return each.opened
  }

  /** A package that is gone, or is only a saved audit, cannot be looked at again. */
  async isHere(each: DeskPackage): Promise<boolean> {
    return !each.saved && (await access(each.path).then(() => true, () => false)) // prettier-ignore
  }

  /** Counts what is still open, and tells. */
  async recount(each: DeskPackage): Promise<void> {
    await this.count(each)
    this.changed(each)
  }

  async remember({ path, kind, findings, open }: DeskPackage): Promise<void> {
    const { name } = this.locations.named(path, kind)
    const counts = findings === undefined ? {} : { findings, decided: findings - (open ?? findings) }
    // A full disk costs the list of recent packages, not the work
    await rememberRecent(this.data, { path, name, kind, openedAt: this.now(), ...counts }).catch(() => {})
  }

  /** Reads a saved audit that somebody sent. Its pictures go where a run's would. Rejects with `bad-file`. */
  async readSaved(each: DeskPackage): Promise<Kept> {
    try {
      const store = await openExhibits(exhibitsOf(this.data, each.id))
      const { audit, decisions, declarations } = await readHenshi(each.path, store)
      const kept = { audit, names: [], unit: { decisions, declarations } }
      await keepAudit(this.data, each.id, kept)
      return kept
    } catch (error) {
      await dropKept(this.data, each.id)
      if (error instanceof HenshiFileError) throw new DeskError('bad-file', error.reason)
      throw (error as NodeJS.ErrnoException).code === 'ENOENT' ? new DeskError('missing') : new DeskError('unreadable') // prettier-ignore
    }
  }

  private async open(each: DeskPackage): Promise<Opened> {
    const kept =
      (await keptAudit(this.data, each.id)) ?? (each.saved ? await this.readSaved(each) : undefined)
    if (!kept) throw new DeskError('not-ready')
    each.partial = kept.audit.partial
    return openAudit(this.data, each.path, kept, this.now)
  }

  async arrived(each: DeskPackage, { audit, names }: AuditOutcome): Promise<void> {
    const kept = { audit, names, unit: { decisions: [], declarations: [] } }
    // Told before it is kept: a full disk costs the next session's opening, not this result
    each.opened = openAudit(this.data, each.path, kept, this.now)
    await keepAudit(this.data, each.id, kept).catch(() => {})
    each.unread = audit.accounting.unread
    await this.count(each)
    this.emit({ type: 'changed', package: each.id, what: 'audit' })
  }

  private async count(each: DeskPackage): Promise<void> {
    const { audit, people } = await this.opened(each)
    const standings = people()
    each.findings = audit.findings.length
    each.open = audit.findings.filter(({ id }) =>
      ['open', 'reopened'].includes(stateOf(standings, id))
    ).length
    if (this.settings.keepRecents) await this.remember(each)
  }

  /** Whether the package can be looked at again: by the engine that still holds it, or because it is there. */
  async canPresent(each: DeskPackage): Promise<boolean> {
    return !each.saved && (this.engines.live(each.id) !== undefined || (await this.isHere(each)))
  }

  /** Gives classes anew after a person's word; what is said meanwhile is taken in one more go. */
  reweigh(each: DeskPackage): void {
    if (each.presenting !== 'no') {
      each.presenting = 'again'
      return
    }
    each.presenting = 'yes'
    void this.runs
      .present(each, {})
      .then(outcome => (each.closed ? undefined : this.arrived(each, outcome)))
      .then(() => this.emit({ type: 'changed', package: each.id, what: 'classes' }))
      .catch(error => {
        each.reason = String((error as Error).message ?? error).slice(0, 500)
      })
      .finally(() => {
        const again = each.presenting === 'again'
        each.presenting = 'no'
        if (again && !each.closed) this.reweigh(each)
        else if (!each.closed) this.changed(each)
      })
  }

  /** A larger picture, by the engine that holds the package; one that was read before is read again for it. */
  async preview(each: DeskPackage, path: string, side: number): Promise<Uint8Array> {
    const question = { reading: this.runs.reading(each), path, side }
    const live = this.engines.live(each.id)
    const made = live ? await live.ask('preview', question) : undefined
    if (made) return made
    return (await this.engines.inTurn(each.id, engine => engine.ask('preview', question))) ?? new Uint8Array(0) // prettier-ignore
  }

  async end(): Promise<void> {
    for (const each of this.shelf.all()) {
      each.closed = true
      each.stop?.abort()
    }
    await this.engines.end()
    await this.shelf.saved()
  }

  private heard(id: string, event: EngineEvent): void {
    const each = this.shelf.all().find(known => known.id === id)
    if (!each) return
    if (event.type === 'trouble') return this.emit({ type: 'trouble', package: id, path: event.path, code: event.code }) // prettier-ignore
    if (event.type === 'found') return this.emit({ type: 'found', package: id, check: event.check, findings: event.findings, first: event.first }) // prettier-ignore
    const clock = this.clocks.get(id) ?? timeLeft()
    this.clocks.set(id, clock)
    const progress = clock(event.progress)
    if (each.stop && !each.stop.signal.aborted) each.progress = progress
    this.emit({ type: 'progress', package: id, progress })
  }
}
