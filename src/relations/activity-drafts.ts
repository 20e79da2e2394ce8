import type { ClaimedDate } from '../model/evidence.ts'

/** An activity as one folder or one file claims it, before claims of the same activity are joined. */
export interface Draft {
  date?: ClaimedDate
  subject: string // as written
  core: string // for comparing
  /** The subject is borrowed from the folder or only names a kind of occasion. */
  vague: boolean
  indicator: string // '' when none is known
  materials: number[]
}

/** Drafts by key, in order of appearance. */
export class Drafts {
  readonly all: Draft[] = []
  private readonly byKey = new Map<string, number>()

  /** Puts a material into the draft of this key and says which it is. */
  add(key: string, material: number, make: () => Omit<Draft, 'materials'>): number {
    let at = this.byKey.get(key)
    if (at === undefined) {
      at = this.all.push({ ...make(), materials: [] }) - 1
      this.byKey.set(key, at)
    }
    this.all[at]!.materials.push(material)
    return at
  }

  get(key: string): number | undefined {
    return this.byKey.get(key)
  }
}
