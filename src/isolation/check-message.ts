import { z } from 'zod'
import { FORMATS, KINDS, NOTE_CODES, TROUBLE_CODES } from '../model/kinds.ts'
import type { Part } from '../model/reading.ts'
import type { FromChild } from './protocol.ts'
import { checkBlocks, checkMessages, checkPicture, checkRows } from './check-bulk.ts'
import { ReadTrouble } from './trouble.ts'

export type ChildSays = Exclude<FromChild, { type: 'ready' }>

/**
 * What a child said, believed only as far as its shape: a reader that a file has taken over may send anything.
 * Throws `ReadTrouble` E_CRASHED for what no reader sends.
 */
export function checkMessage(message: unknown): ChildSays {
  const said = envelope.safeParse(message)
  if (!said.success) throw illFormed('message')
  if (said.data.type === 'part') checkPart(said.data.part)
  return said.data as ChildSays
}

/** Throws `ReadTrouble` E_CRASHED unless `part` is a part. */
export function checkPart(part: unknown): asserts part is Part {
  const kind = (part as { part?: unknown } | null)?.part
  let sound: boolean
  if (kind === 'rows') sound = checkRows(part)
  else if (kind === 'blocks') sound = checkBlocks(part)
  else if (kind === 'messages') sound = checkMessages(part)
  else if (kind === 'picture') sound = checkPicture(part)
  else sound = small.safeParse(part).success
  if (!sound) throw illFormed(typeof kind === 'string' ? kind.slice(0, 20) : 'part')
}

function illFormed(what: string): ReadTrouble {
  return new ReadTrouble('E_CRASHED', `the reader sent an ill-formed ${what}`)
}

const count = z.number().int().nonnegative()
const short = z.string().max(4096)

const envelope = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('part'),
    job: count,
    seq: count,
    part: z.unknown(),
    resident: count.optional()
  }),
  z.object({ type: z.literal('beat'), job: count }),
  z.object({ type: z.literal('elsewhere'), job: count, pool: z.enum(['documents', 'pictures']) })
])

const observed = z
  .strictObject({
    pages: count,
    textPages: count,
    encoding: short,
    separator: short,
    stringOrder: z.enum(['rows', 'columns', 'neither']),
    incrementalUpdates: count,
    dateSystem: z.enum(['1900', '1904'])
  })
  .partial()

const claims = z
  .strictObject({
    title: short,
    subject: short,
    author: short,
    lastModifiedBy: short,
    company: short,
    manager: short,
    application: short,
    producer: short,
    template: short,
    created: short,
    modified: short,
    printed: short,
    editMinutes: z.number(),
    revision: z.number(),
    savedPath: short,
    rsidRoot: short,
    documentId: short,
    kso: short,
    conversation: short
  })
  .partial()

const note = z.strictObject({
  code: z.enum(NOTE_CODES),
  words: z.record(short, z.union([short, z.number()])).optional()
})

/** Merged areas of one table; a monthly sheet has dozens, the reader's own ceiling is far below this. */
const MOST_MERGES = 200_000

const table = z.strictObject({
  index: count,
  name: short,
  hidden: z.boolean(),
  merges: z.array(z.strictObject({ top: count, left: count, bottom: count, right: count })).max(MOST_MERGES)
})

const trouble = z.strictObject({ code: z.enum(TROUBLE_CODES), detail: short })

const member = z.strictObject({
  name: z.string().min(1).max(70_000), // a zip's name field ends at 65,535 bytes, numbered twins are a little longer
  bytes: count,
  sha256: z.string().regex(/^([0-9a-f]{64})?$/),
  spool: z
    .string()
    .regex(/^[a-z0-9]{1,20}$/)
    .optional(),
  status: z.literal('listed').optional(),
  trouble: trouble.optional(),
  notes: z.array(note).max(20).optional(),
  modified: short.optional(),
  at: z
    .strictObject({ block: count, page: count, table: count, row: count, caption: short })
    .partial()
    .optional()
})

const counts = z.strictObject({ parts: count, blocks: count, rows: count, messages: count, members: count })

const small = z.discriminatedUnion('part', [
  z.strictObject({ part: z.literal('format'), format: z.enum(FORMATS), kind: z.enum(KINDS) }),
  z.strictObject({ part: z.literal('facts'), observed: observed.optional(), claims: claims.optional() }),
  z.strictObject({ part: z.literal('note'), note }),
  z.strictObject({ part: z.literal('table'), table }),
  z.strictObject({ part: z.literal('member'), member }),
  z.strictObject({ part: z.literal('trouble'), code: z.enum(TROUBLE_CODES), detail: short }),
  z.strictObject({ part: z.literal('end'), counts })
])
