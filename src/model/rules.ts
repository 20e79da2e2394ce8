import './jitless.ts'
import { z } from 'zod'
import { KINDS } from './kinds.ts'

/** Shapes of the data in `resources/rules` and `resources/tariffs`: what must be kept, what was asked for, what work costs. */

const text = z.string().min(1)
const texts = z.array(text).min(1)
const said = z.object({ zh: text, en: text })
/** Groups of alternatives: every group must be met by one of its words. */
const groups = z.array(texts).min(1)

/** Kinds of units a rule may bind, as far as a unit's name tells. */
export const UNIT_KINDS = ['village', 'community', 'township', 'department', 'school', 'hospital', 'business'] as const // prettier-ignore
export type UnitKind = (typeof UNIT_KINDS)[number]

/**
 * What a thing must show to fall under a rule. A title is a claim too, so it never suffices: columns or body stand
 * beside it, or columns alone when there are four groups of them.
 */
export const pattern = z
  .object({
    titles: texts
      .optional()
      .describe('one stands in its own title, headings, sheet name, never its file name'),
    classes: texts.optional(),
    kinds: z.array(z.enum(KINDS)).min(1).optional(),
    headers: groups.optional().describe('in column headers or form labels'),
    body: groups.optional().describe('in its running text, labels and values')
  })
  .refine(({ titles, headers, body }) => (titles ? (headers ?? body) : (headers?.length ?? 0) >= 4), {
    message: 'a title alone is a claim'
  })
export type Pattern = z.infer<typeof pattern>

export const keepRule = z.object({
  id: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  title: text,
  issuer: text,
  number: text.optional(),
  date: z.string().regex(/^\d{4}$/).describe('year of issue'), // prettier-ignore
  amended: z.string().regex(/^\d{4}$/).optional(), // prettier-ignore
  article: text.optional().describe('only where the published text was seen'),
  binds: text.describe('code of whom it binds'),
  requires: said,
  applies: z.array(pattern).min(1)
})
export type KeepRule = z.infer<typeof keepRule>

export const keepRules = z.object({
  version: text,
  setAside: texts.describe('in a title: a plan, notice, photograph … of the thing, not the record itself'),
  binds: z.record(
    text,
    z.object({ units: z.array(z.enum(UNIT_KINDS)).describe('empty: any unit may be bound') })
  ),
  rules: z.array(keepRule).min(1),
  cautions: z
    .array(z.object({ id: text, titles: texts, because: said }))
    .describe('not known to be required everywhere; never advised away'),
  notRequired: z
    .array(z.object({ id: text, what: said, because: said, basis: texts }))
    .describe('often believed to be required')
})
export type KeepRules = z.infer<typeof keepRules>

const match = z.object({
  classes: texts.optional(),
  kinds: z.array(z.enum(KINDS)).min(1).optional(),
  titles: texts.optional()
})

export const demandRules = z.object({
  version: text,
  verbs: texts,
  bars: texts.describe('a sentence with one of these forbids or spares rather than asks'),
  records: z
    .object({ suffixes: texts, setAside: texts })
    .describe('走访记录, 巡查台账: what stands before the suffix is asked for by name'),
  wholePackage: texts.describe('in a notice’s title: its demands reach all that is handed in'),
  things: z.array(z.object({ id: text, words: texts, matches: z.array(match).min(1) })).min(1)
})
export type DemandRules = z.infer<typeof demandRules>

/** What a tariff line counts. */
export const COUNTED = ['photos', 'entries', 'forms', 'minutes', 'sheets', 'pages', 'pledges', 'relayed', 'receipts', 'scans', 'copies'] as const // prettier-ignore
export type Counted = (typeof COUNTED)[number]

/** A true range: a point would promise more than is known. */
const range = z
  .tuple([z.number().positive(), z.number().positive()])
  .refine(([low, high]) => low < high, { message: 'a range, from less to more' })

export const tariffs = z.object({
  version: text,
  charactersPerPage: z.number().int().positive(),
  lines: z
    .array(
      z.object({
        id: text,
        counts: z.enum(COUNTED),
        unit: text,
        minutes: range,
        source: text,
        basis: z.enum(['published', 'estimate', 'own'])
      })
    )
    .min(1),
  wage: z.object({ perHour: range, currency: z.string().regex(/^[A-Z]{3}$/), source: text }) // prettier-ignore
})
export type Tariffs = z.infer<typeof tariffs>
