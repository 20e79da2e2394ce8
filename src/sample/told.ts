import type { TruthActivity } from './truth.ts'

/** What the sample tells of, gathered while it is made: which files were made for which activity. */
export interface Told {
  /** All that is put into this folder is made for this activity. */
  folder(path: string, title: string): void
  /** A file is put into the package. */
  file(path: string): void
  /** Files made for an activity; one that goes on over the year when `continuing`. */
  tells(title: string, paths: readonly string[], standing?: TruthActivity['standing'], continuing?: boolean): void // prettier-ignore
  /** A copy tells what its original tells. */
  copied(original: string, copy: string): void
  /** A ledger row elsewhere shows what came of it. */
  shown(title: string): void
  activities(): TruthActivity[]
}

export function makeTold(): Told {
  const folders = new Map<string, string>()
  const known = new Map<string, TruthActivity>()
  const of = new Map<string, TruthActivity>()
  const activity = (title: string): TruthActivity => {
    const found = known.get(title) ?? { title, members: [], standing: 'trace' }
    known.set(title, found)
    return found
  }
  const add = (path: string, to: TruthActivity): void => {
    if (of.has(path)) return
    of.set(path, to)
    to.members.push(path)
  }
  return {
    folder: (path, title) => void folders.set(path, title),
    file(path) {
      // archives and what stands inside a document are not handed in by themselves
      if (/\.zip$|\.(?:docx|pdf|xlsx)!\//u.test(path)) return
      for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) {
        const title = folders.get(path.slice(0, at))
        if (title !== undefined) return add(path, activity(title))
      }
    },
    tells(title, paths, standing = 'trace', continuing = false) {
      const told = activity(title)
      for (const path of paths) add(path, told)
      if (standing !== 'trace') told.standing = standing
      if (continuing) told.continuing = true
    },
    copied(original, copy) {
      const told = of.get(original)
      if (told) add(copy, told)
    },
    shown: title => void (activity(title).standing = 'result'),
    activities: () => [...known.values()].filter(({ members }) => members.length > 0)
  }
}
