import type { Reader, ReaderContext } from '../../isolation/protocol.ts'
import { ReadTrouble } from '../../isolation/trouble.ts'
import { memberSender } from '../office/members.ts'
import { withPackage, type OfficePackage } from '../office/package.ts'
import { readProperties } from '../office/properties.ts'
import { mainPart, relationshipsOf, type Relationship } from '../office/relationships.ts'
import { readXml } from '../office/xml.ts'
import { BlockSender } from '../text/block-sender.ts'
import { captionsOf } from './captions.ts'
import { ContentReader, type ContentOptions, type Embedding } from './content.ts'
import { readRsidRoot } from './settings.ts'
import { ranksOf } from './styles.ts'
import { rowParts } from './tables.ts'

/** Header and footer parts read: three of each per section of a document of many sections. */
const MOST_EDGES = 300

/**
 * Text in order, tables, embedded pictures and files, properties. Headers come first, footers and notes last, each
 * text once. What was read before a part broke is kept.
 */
export default {
  formats: ['docx'],
  pool: 'documents',
  version: 2,
  async read(context) {
    await withPackage(context.file, pack => readDocument(context, pack))
  }
} satisfies Reader

async function readDocument(context: ReaderContext, pack: OfficePackage): Promise<void> {
  const main = await mainPart(pack, 'document')
  const links = await relationshipsOf(pack, main)
  const part = (type: string): string | undefined =>
    links.find(each => each.type === type && each.target)?.target
  const rsidRoot = await readRsidRoot(pack, part('settings'))
  const claims = await readProperties(pack)
  await context.send({ part: 'facts', claims: rsidRoot ? { ...claims, rsidRoot } : claims })

  const document = new DocumentSender(context, pack, await ranksOf(pack, part('styles')))
  const troubles: ReadTrouble[] = []
  const attempt = async (work: Promise<void>): Promise<void> => {
    await work.catch(error => {
      if (!(error instanceof ReadTrouble)) throw error
      troubles.push(error)
    })
  }
  await attempt(document.edges(links, 'header'))
  await attempt(document.body(main, links))
  await attempt(document.edges(links, 'footer'))
  for (const notes of ['footnotes', 'endnotes']) {
    const source = part(notes)
    if (source && pack.find(source)) await attempt(document.notes(source))
  }
  await document.finish()
  await attempt(document.sendMembers())
  if (document.foreignParts > 0)
    troubles.push(new ReadTrouble('E_UNSUPPORTED', 'part of the text is an embedded file of another format'))
  if (troubles.length > 0) throw troubles[0]!
}

class DocumentSender {
  foreignParts = 0
  private readonly sender: BlockSender
  private readonly embeddings: { embedding: Embedding; target: string }[] = []
  private tables = 0

  constructor(
    private readonly context: ReaderContext,
    private readonly pack: OfficePackage,
    private readonly ranks: ContentOptions['ranks']
  ) {
    this.sender = new BlockSender(context)
  }

  async body(part: string, links: readonly Relationship[]): Promise<void> {
    const reader = this.reader()
    try {
      await this.read(part, reader, piece => this.sendPiece(piece))
    } finally {
      reader.finish()
      await this.drain(reader, piece => this.sendPiece(piece))
      this.tables = reader.tables
      this.foreignParts += reader.foreignParts
      const targets = new Map(links.map(link => [link.id, link.target]))
      for (const embedding of reader.embeddings) {
        const target = targets.get(embedding.relationship)
        if (target) this.embeddings.push({ embedding, target })
      }
    }
    if (reader.tooManyTables)
      throw new ReadTrouble('E_LIMIT_COUNT', 'too many tables; the rest was read as text')
  }

  /** Header and footer parts, a text that several sections repeat once. */
  async edges(links: readonly Relationship[], type: 'header' | 'footer'): Promise<void> {
    const seen = new Set<string>()
    const parts = links.filter(link => link.type === type && link.target && this.pack.find(link.target))
    for (const { target } of parts.slice(0, MOST_EDGES)) {
      await this.read(target, this.reader(type), async piece => {
        if (!('block' in piece) || seen.has(piece.block.text)) return
        seen.add(piece.block.text)
        await this.sender.add(piece.block)
      })
    }
  }

  /** Footnotes or endnotes; the separators Word keeps among them have no text. */
  async notes(part: string): Promise<void> {
    await this.read(part, this.reader('paragraph'), piece => this.sendPiece(piece))
  }

  async finish(): Promise<void> {
    await this.sender.finish()
  }

  async sendMembers(): Promise<void> {
    const members = memberSender(this.context, this.pack)
    const captions = captionsOf(this.embeddings.map(({ embedding }) => embedding))
    for (const [i, { embedding, target }] of this.embeddings.entries()) {
      const { block, table, row } = embedding
      const caption = embedding.caption ?? (table === undefined ? captions[i] : undefined)
      await members.send(target, {
        ...(block !== undefined && { block }),
        ...(table !== undefined && { table }),
        ...(row !== undefined && { row }),
        ...(caption !== undefined && { caption })
      })
    }
    await members.sendRest()
  }

  private reader(as?: ContentOptions['as']): ContentReader {
    return new ContentReader({
      ...(as && { as }),
      ranks: this.ranks,
      firstBlock: this.sender.count,
      firstTable: this.tables
    })
  }

  private async read(part: string, reader: ContentReader, send: SendPiece): Promise<void> {
    try {
      await readXml(this.pack.stream(part), { ...reader.handlers, between: () => this.drain(reader, send) })
    } finally {
      await this.drain(reader, send)
      if (reader.cut) this.sender.cut()
    }
  }

  private async drain(reader: ContentReader, send: SendPiece): Promise<void> {
    this.context.beat()
    const { pieces } = reader
    if (pieces.length === 0) return
    reader.pieces = []
    for (const piece of pieces) await send(piece)
  }

  private async sendPiece(piece: ContentReader['pieces'][number]): Promise<void> {
    if ('block' in piece) {
      await this.sender.add(piece.block)
      return
    }
    await this.context.send({ part: 'table', table: piece.table.head })
    for (const rows of rowParts(piece.table)) await this.context.send(rows)
  }
}

type SendPiece = (piece: ContentReader['pieces'][number]) => Promise<void>
