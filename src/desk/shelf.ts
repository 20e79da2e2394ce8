import { randomBytes } from 'node:crypto'
import { basename } from 'node:path'
import { readQueue, saveQueue, type QueueItem } from '../store/queue.ts'
import type { Location, PackageState } from './contract.ts'
import { DeskError } from './desk-error.ts'
import type { Locations } from './locations.ts'
import { DeskPackage } from './package.ts'

/** The packages on the desk, in the order they were put there; outlives a restart. */
export class Shelf {
  private list: DeskPackage[] = []
  private saving: Promise<void> = Promise.resolve()
  private again = false

  constructor(
    private readonly data: string,
    private readonly locations: Locations
  ) {}

  async load(): Promise<void> {
    this.list = (await readQueue(this.data)).map(packageOf)
  }

  all(): readonly DeskPackage[] {
    return this.list
  }

  /** Rejects with `no-package`. */
  get(id: string): DeskPackage {
    const found = this.list.find(each => each.id === id)
    if (!found) throw new DeskError('no-package')
    return found
  }

  /** The same place twice is the same package. */
  put(path: string, kind: Location['kind']): DeskPackage {
    const known = this.list.find(each => each.path === path)
    if (known) return known
    const made = new DeskPackage(randomBytes(8).toString('hex'), path, kind)
    this.list.push(made)
    this.save()
    return made
  }

  remove(id: string): void {
    this.list = this.list.filter(each => each.id !== id)
    this.save()
  }

  clear(): void {
    this.list = []
  }

  /** Soon; what changes meanwhile is saved once more. */
  save(): void {
    if (this.again) return
    this.again = true
    this.saving = this.saving.then(async () => {
      this.again = false
      // A full disk costs the queue of the next session, not this one
      await saveQueue(this.data, this.list.map(itemOf)).catch(() => {})
    })
  }

  /** When all is saved that was asked for. */
  async saved(): Promise<void> {
    await this.saving
  }

  stateOf(each: DeskPackage): PackageState {
    const { id, path, kind, state, saved, partial, because, reason, progress, findings, open, unread } = each
    return {
      package: id,
      location: this.locations.named(path, kind),
      state,
      saved,
      ...(partial !== undefined && { partial }),
      ...(because !== undefined && { because }),
      ...(reason !== undefined && { reason }),
      ...(progress !== undefined && { progress }),
      ...(findings !== undefined && { findings }),
      ...(open !== undefined && { open }),
      ...(unread !== undefined && { unread })
    }
  }
}

/** What has no results yet waits again. */
function itemOf({ id, path, kind, state, because, reason, findings, unread, told }: DeskPackage): QueueItem {
  return {
    id,
    path,
    name: basename(path) || path,
    kind,
    state: state === 'surveying' || state === 'surveyed' ? 'waiting' : state,
    because,
    reason: reason?.slice(0, 2000),
    findings,
    unread,
    inspection: told
  }
}

function packageOf({
  id,
  path,
  kind,
  state,
  because,
  reason,
  findings,
  unread,
  inspection
}: QueueItem): DeskPackage {
  // prettier-ignore
  const made = new DeskPackage(id, path, kind)
  Object.assign(made, { state, because, reason, findings, unread })
  if (inspection) made.told = { ...inspection, issued: inspection.issued ?? [], reference: inspection.reference ?? [] } // prettier-ignore
  return made
}
