import type { ReaderContext } from '../../isolation/protocol.ts'
import type { Block } from '../../model/reading.ts'

/** A 1,000-page novel has about a million characters; five times that is a dump, not a document, and 5 M UTF-16 units cost the parent 10 MB. */
export const MOST_CHARACTERS = 5_000_000
/** Every paragraph of a 5,000-page document. A million empty or one-letter paragraphs are a bomb. */
export const MOST_BLOCKS = 200_000
/** Blocks per part: few enough to stay small on the way, many enough that acknowledgements cost nothing. */
const BATCH = 500
const BATCH_CHARACTERS = 200_000

/** Sends blocks in batches, keeps the ceilings, and says once, as a note, that text beyond them was not kept. */
export class BlockSender {
  /** Blocks added so far: the index the next one gets. */
  count = 0
  characters = 0
  full = false
  private batch: Block[] = []
  private batchCharacters = 0
  private shortened = false

  constructor(
    private readonly context: ReaderContext,
    private readonly mostCharacters = MOST_CHARACTERS,
    private readonly mostBlocks = MOST_BLOCKS
  ) {}

  /** False when the block was cut or left out; nothing is kept after that. */
  async add(block: Block): Promise<boolean> {
    const room = this.mostCharacters - this.characters
    if (this.full || this.count >= this.mostBlocks || room <= 0) return this.stop()
    const fits = block.text.length <= room
    const text = fits ? block.text : block.text.slice(0, room)
    this.batch.push(fits ? block : { ...block, text })
    this.count++
    this.characters += text.length
    this.batchCharacters += text.length
    if (this.batch.length >= BATCH || this.batchCharacters >= BATCH_CHARACTERS) await this.flush()
    return fits ? true : this.stop()
  }

  /** Something else of the text was left out. */
  cut(): void {
    this.shortened = true
  }

  /** Sends what waits and, when anything was left out, the note that says so. */
  async finish(): Promise<void> {
    await this.flush()
    if (!this.shortened) return
    this.shortened = false
    await this.context.send({ part: 'note', note: { code: 'shortened', words: { kept: this.characters } } })
  }

  async flush(): Promise<void> {
    if (this.batch.length === 0) return
    const blocks = this.batch
    this.batch = []
    this.batchCharacters = 0
    await this.context.send({ part: 'blocks', blocks })
  }

  private stop(): false {
    this.full = true
    this.shortened = true
    return false
  }
}
