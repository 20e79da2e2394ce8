import { open, readFile, stat } from 'node:fs/promises'
import { findLineage, type Found, type Identity } from './lineage.ts'
import { line, type Action, type Line } from './journal-actions.ts'
import { fold, follow, historyOf, stateOf, type Folded, type JournalState } from './journal-state.ts'

/** Half a million decisions; a file beyond it is not ours to read. */
const LARGEST = 256 << 20

/**
 * Opens the journal of a package: every decision, overrule and declaration made on this computer, as lines that are
 * only ever added, so that undo has no end and a crash costs at most the line being written. `now` gives the wall
 * clock as YYYY-MM-DDTHH:MM:SS. Rejects with the system's error when the data folder cannot be written.
 */
export async function openJournal(data: string, identity: Identity, now: () => string): Promise<Journal> {
  const found = await findLineage(data, identity)
  const journal = new Journal(found, now)
  await journal.load()
  return journal
}

export class Journal {
  private folded: Folded = fold([])
  private current: JournalState | undefined
  /** Bytes of the file that are whole lines, and how long it was when read. */
  private whole = 0
  private length = 0
  private waiting: Promise<unknown> = Promise.resolve()

  constructor(
    private readonly found: Found,
    private readonly now: () => string
  ) {}

  /** How the package was known: by its path, as new, or by its contents under another path. */
  get how(): Found['how'] {
    return this.found.how
  }

  get state(): JournalState {
    return (this.current ??= stateOf(this.folded.steps))
  }

  history(): ReturnType<typeof historyOf> {
    return historyOf(this.folded)
  }

  /** Does it, for good: written through before the promise settles. */
  add(action: Action): Promise<void> {
    return this.inTurn(() =>
      this.write({ n: (this.folded.steps.at(-1)?.n ?? 0) + 1, at: this.now(), action })
    )
  }

  /** Takes the last step back; false when there is none. */
  undo(): Promise<boolean> {
    return this.inTurn(async () => {
      const step = this.folded.steps.findLast(({ undone }) => !undone)
      if (step) await this.write({ undo: step.n })
      return step !== undefined
    })
  }

  /** Does the step undone last again; false when there is none. */
  redo(): Promise<boolean> {
    return this.inTurn(async () => {
      const n = this.folded.redoable.at(-1)
      if (n !== undefined) await this.write({ redo: n })
      return n !== undefined
    })
  }

  /** Reads the file anew. A last line without its end was being written when the program died, and never happened. */
  async load(): Promise<void> {
    const bytes = await readFile(this.found.file).catch(() => Buffer.alloc(0))
    if (bytes.length > LARGEST) throw new Error('the journal is too large to be one of ours')
    this.whole = bytes.lastIndexOf(0x0a) + 1
    this.length = bytes.length
    const lines = bytes.subarray(0, this.whole).toString('utf8').split('\n')
    this.folded = fold(lines.flatMap(readLine))
    this.current = undefined
  }

  /** One at a time, in the order asked for, each on what the file holds by then: a second window writes here too. */
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = this.waiting.then(async () => {
      const length = await stat(this.found.file).then(({ size }) => size, () => 0) // prettier-ignore
      if (length !== this.length) await this.load()
      return work()
    })
    this.waiting = next.catch(() => {})
    return next
  }

  private async write(each: Line): Promise<void> {
    const checked = line.parse(each)
    const bytes = Buffer.from(`${JSON.stringify(checked)}\n`)
    const handle = await open(this.found.file, 'a', 0o600)
    try {
      if (this.length > this.whole) await handle.truncate(this.whole)
      await handle.appendFile(bytes)
      await handle.sync()
    } catch (error) {
      this.length = -1 // what got there is unknown: read before the next
      throw error
    } finally {
      await handle.close()
    }
    this.whole += bytes.length
    this.length = this.whole
    follow(this.folded, checked)
    this.current = undefined
  }
}

/** A line that is damaged or of a later version is passed over; the others stand. */
function readLine(text: string): Line[] {
  if (text === '') return []
  try {
    const read = line.safeParse(JSON.parse(text))
    return read.success ? [read.data] : []
  } catch {
    return []
  }
}
