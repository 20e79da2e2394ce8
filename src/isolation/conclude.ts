import { stat } from 'node:fs/promises'
import type { TroubleCode } from '../model/kinds.ts'
import type { Assembled } from './assemble.ts'
import type { Outcome } from './attempt.ts'
import { closed, type Item } from './item.ts'
import type { Read } from './materials.ts'

/** A material that was tried: what arrived, what lay inside, and why that is not all. */
export function finished(item: Item, assembled: Assembled, members: Read[], trouble: Read['trouble']): Read {
  // What the container said of a member (a wrong checksum) does not undo that it was read.
  const some = assembled.content || trouble === item.trouble
  const status = !trouble ? 'read' : some ? 'partly' : 'unread'
  return {
    ...closed(item),
    format: assembled.format,
    kind: assembled.kind,
    status,
    notes: [...item.notes, ...assembled.notes],
    ...(trouble && { trouble }),
    ...(status !== 'unread' && { reading: assembled.reading }),
    members
  }
}

/** What the way a try ended says of the material. */
export function troubleOf(outcome: Outcome): Read['trouble'] {
  switch (outcome.end) {
    case 'done':
      return undefined
    case 'memory':
      return { code: 'E_LIMIT_MEMORY', detail: 'reading it takes too much memory' }
    case 'time':
      return { code: 'E_LIMIT_TIME', detail: outcome.detail }
    case 'crashed':
      return { code: 'E_CRASHED', detail: outcome.detail }
    case 'elsewhere':
      return { code: 'E_CRASHED', detail: 'no reader took it' }
  }
}

/** Only a file of the package itself can change under us. */
export async function changed(item: Item): Promise<Read['trouble']> {
  if (item.containers > 0) return undefined
  const now = await stat(item.file).catch(() => undefined)
  if (now?.size === item.bytes) return undefined
  return { code: 'E_CHANGED', detail: 'the file changed while it was read' }
}

/** Whether the same bytes will have this trouble again, so that the reading may be kept; others depend on the day. */
export function lasting(trouble: Read['trouble']): boolean {
  return !trouble || LASTING.has(trouble.code)
}

const LASTING = new Set<TroubleCode>([
  'E_EMPTY',
  'E_CORRUPT',
  'E_ENCRYPTED',
  'E_UNSUPPORTED',
  'E_NAME',
  'E_LINK',
  'E_OVERLAP',
  'E_LIMIT_PIXELS'
])
