import { z } from 'zod'
import { decision, DECISIONS, declaration, overrule } from '../model/decisions.ts'

/** What a person did, as it stands in the journal. A later version may add kinds; a line of an unknown kind is passed over. */

/** A finding as it was when somebody decided on it: enough to know its successor by when content changes. */
export const mark = z.object({
  id: z.string().max(80),
  check: z.string().max(80),
  message: z.string().max(80),
  paths: z.array(z.string().max(16)).max(400).describe('first half of hashes of its places’ paths, each once')
})
export type Mark = z.infer<typeof mark>

const note = z.string().max(2000).optional()
const who = z.string().max(60).optional()

export const action = z.discriminatedUnion('what', [
  z.object({ what: z.literal('decide'), findings: z.array(mark).min(1).max(5000), decision: z.enum(DECISIONS).nullable(), note, who }),
  z.object({ what: z.literal('overrule'), overrule }),
  z.object({ what: z.literal('withdraw'), steps: z.array(z.number().int().positive()).max(5000) }),
  z.object({ what: z.literal('declare'), declaration }),
  z.object({ what: z.literal('undeclare'), id: z.string().max(40) }),
  z.object({ what: z.literal('import'), name: z.string().max(300).optional(), answers: z.array(decision.pick({ note: true, who: true }).extend({ finding: mark, at: z.string().max(40) })).max(20_000) })
]) // prettier-ignore
export type Action = z.infer<typeof action>

/** One line of the journal: an action, or that one was undone or done again. */
export const line = z.union([
  z.object({ n: z.number().int().positive(), at: z.string().max(40), action }),
  z.object({ undo: z.number().int().positive() }),
  z.object({ redo: z.number().int().positive() })
])
export type Line = z.infer<typeof line>

/** Numbers and words of a step for the history, without the notes. */
export function stepWords(each: Action): Record<string, string | number> {
  switch (each.what) {
    case 'decide':
      return { findings: each.findings.length, decision: each.decision ?? 'open', check: each.findings[0]!.check, finding: each.findings[0]!.id } // prettier-ignore
    case 'overrule':
      return { by: each.overrule.by, class: each.overrule.class, ...subject(each.overrule) }
    case 'withdraw':
      return { steps: each.steps.length, step: each.steps[0] ?? 0 }
    case 'declare':
      return { id: each.declaration.id, text: each.declaration.text }
    case 'undeclare':
      return { id: each.id }
    case 'import':
      return { answers: each.answers.length, ...(each.name ? { name: each.name } : {}) }
  }
}

function subject(word: z.infer<typeof overrule>): Record<string, string> {
  if ('path' in word) return { path: word.path }
  if ('classId' in word) return { classId: word.classId }
  return 'cue' in word ? { cue: word.cue } : { sha256: word.sha256 }
}
