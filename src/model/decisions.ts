import { z } from 'zod'

/**
 * What people say of findings and of a package. A decision is keyed by the finding's id, which is made from content:
 * it survives rescans and renames, and the finding opens again when content changes.
 */

export const DECISIONS = ['confirmed', 'explained', 'not-a-problem'] as const
export type DecisionKind = (typeof DECISIONS)[number]

export const decision = z.object({
  finding: z.string(),
  check: z.string(),
  decision: z.enum(DECISIONS),
  note: z.string().max(2000).optional(),
  who: z.string().max(60).optional(),
  at: z.string().describe('wall clock, YYYY-MM-DDTHH:MM:SS'),
  source: z.enum(['person', 'answer', 'unit']).default('person').describe('a reviewer here; a verification sheet that came back; the unit’s own, shown and never applied') // prettier-ignore
})
export type Decision = z.infer<typeof decision>

/** What the unit declares (“one collective shoot on 3 May”): shown beside findings, never a reason to drop one. */
export const declaration = z.object({
  id: z.string().max(40),
  text: z.string().min(1).max(500),
  who: z.string().max(60).optional(),
  at: z.string(),
  from: z.string().regex(/^\d{4}-\d{2}-\d{2}$/).optional(), // prettier-ignore
  to: z.string().regex(/^\d{4}-\d{2}-\d{2}$/).optional(), // prettier-ignore
  under: z.string().max(4096).optional().describe('the branch of the package it speaks of'),
  checks: z.array(z.string()).max(50).optional().describe('what it explains')
})
export type Declaration = z.infer<typeof declaration>

/** A person's word on a class, as `src/weighing/overrules.ts` takes it: by content or path, by branch, or by what decided. */
const said = { class: z.enum(['trace', 'result', 'mixed', 'input', 'issued', 'unknown']), note: z.string().max(2000).optional() } // prettier-ignore
export const overrule = z.union([
  z.object({ by: z.literal('material'), sha256: z.string().max(64), ...said }),
  z.object({ by: z.literal('material'), path: z.string().max(4096), ...said }),
  z.object({ by: z.literal('folder'), path: z.string().max(4096), ...said }),
  z.object({ by: z.literal('rule'), classId: z.string().max(20), ...said }),
  z.object({ by: z.literal('rule'), cue: z.string().max(400), ...said })
])
export type OverruleWord = z.infer<typeof overrule>
