import type { ReaderContext } from '../../isolation/protocol.ts'
import { ReadTrouble } from '../../isolation/trouble.ts'
import type { Member } from '../../model/reading.ts'
import type { OfficePackage } from './package.ts'

/** Metafiles stand for an embedded object's look and OLE streams for equations and charts: named, not read. */
const NAMED_ONLY = /\.(?:emf|wmf|bin|vml|svg|wdp)$/iu

export interface MemberSender {
  /** Sends one embedded part, where it stands if known; the same part only once. */
  send(part: string, at?: Member['at']): Promise<void>
  /** Sends every part under `media/` or `embeddings/` that was not sent yet. */
  sendRest(): Promise<void>
}

/**
 * Spools what is embedded in a package into the job's folder and announces it. A member that cannot be read
 * carries its own trouble and costs the document nothing. Past `limits.members` one `E_LIMIT_COUNT` is thrown.
 */
export function memberSender(context: ReaderContext, pack: OfficePackage): MemberSender {
  const sent = new Set<string>()
  const send = async (part: string, at?: Member['at']): Promise<void> => {
    const name = pack.find(part)
    if (name === undefined || sent.has(name)) return
    if (sent.size >= context.limits.members)
      throw new ReadTrouble('E_LIMIT_COUNT', `more than ${context.limits.members} embedded parts`)
    sent.add(name)
    const member = await spoolPart(context, pack, name)
    await context.send({ part: 'member', member: at ? { ...member, at } : member })
  }
  return {
    send,
    async sendRest() {
      for (const name of pack.names) if (isEmbedded(name)) await send(name)
    }
  }
}

export function isEmbedded(part: string): boolean {
  return /(?:^|\/)(?:media|embeddings)\/[^/]+$/iu.test(part)
}

async function spoolPart(context: ReaderContext, pack: OfficePackage, name: string): Promise<Member> {
  if (NAMED_ONLY.test(name)) return { name, bytes: pack.declaredBytes(name), sha256: '', status: 'listed' }
  const spool = context.spool()
  try {
    for await (const chunk of pack.stream(name)) {
      spool.write(chunk)
      context.beat()
    }
    const { sha256, bytes } = spool.close()
    return { name, bytes, sha256, spool: spool.name }
  } catch (error) {
    spool.discard()
    if (!(error instanceof ReadTrouble)) throw error
    return { name, bytes: 0, sha256: '', trouble: { code: error.code, detail: error.detail } }
  }
}
