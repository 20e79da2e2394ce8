import { join } from 'node:path'
import { z } from 'zod'
import { readJson, saveJson } from './json-file.ts'

const FILE = 'queue.json'
/** The contract opens 200 at a time; a county has fewer units than this. */
const MOST = 2000

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const item = z.object({
  id: z.string().min(1).max(80),
  path: z.string().max(8192),
  name: z.string().max(1024),
  kind: z.enum(['folder', 'archive', 'saved', 'file']),
  state: z.enum(['waiting', 'running', 'done', 'stopped', 'failed']),
  because: z.string().max(80).optional(),
  reason: z.string().max(2000).optional(),
  findings: z.number().int().nonnegative().optional(),
  unread: z.number().int().nonnegative().optional(),
  /** What was told of the inspection; passwords are never kept. */
  inspection: z
    .object({
      unit: z.string().max(120).optional(),
      from: day.optional(),
      to: day.optional(),
      inspectedOn: day.optional(),
      indicators: z.string().max(8192).optional(),
      issued: z.array(z.string().max(8192)).max(50).optional(),
      reference: z.array(z.string().max(8192)).max(50).optional()
    })
    .optional()
})
const queue = z.array(item).max(MOST)
/** A package on the desk, in the order it was put there. */
export type QueueItem = z.infer<typeof item>

/** The queue of the last session. What was running when it ended waits again: a run is repeated, never half believed. */
export async function readQueue(data: string): Promise<QueueItem[]> {
  const all = (await readJson(join(data, FILE), queue)) ?? []
  return all.map(each => (each.state === 'running' ? { ...each, state: 'waiting' } : each))
}

/** Replaces the queue. Fields that are not the queue’s (passwords above all) are left out by the schema. */
export async function saveQueue(data: string, items: readonly QueueItem[]): Promise<void> {
  await saveJson(join(data, FILE), queue.parse(items.slice(0, MOST)))
}
