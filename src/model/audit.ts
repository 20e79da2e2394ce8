import './jitless.ts'
import { z } from 'zod'
import { decision, declaration } from './decisions.ts'
import { KINDS, NOTE_CODES, STATUSES, TROUBLE_CODES } from './kinds.ts'

/**
 * The contract: the one value the whole product renders. Checked when written and when read. Later versions add
 * optional fields; every old audit still opens.
 */

const count = z.number().int().nonnegative()
const words = z.record(z.string(), z.union([z.string(), z.number()]))
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

export const CLASSES = ['trace', 'result', 'mixed', 'input', 'issued', 'unknown'] as const
export const STRENGTHS = ['strong', 'moderate', 'weak'] as const
export const ANSWERS = ['found', 'clear', 'undecided', 'notApplicable', 'crashed'] as const
export const OWNERS = ['unit', 'asker', 'nobody'] as const
export const PURPOSES = ['required', 'demanded', 'avoidable'] as const
export const STANDINGS = ['result', 'trace', 'undetermined'] as const
export const MEDIA = ['paper', 'electronic', 'picture', 'video'] as const
export const LADDER = ['E0', 'E1', 'E2', 'E3', 'E4'] as const

export type MaterialClass = (typeof CLASSES)[number]
export type Strength = (typeof STRENGTHS)[number]
export type Answer = (typeof ANSWERS)[number]
export type Owner = (typeof OWNERS)[number]
export type LadderStep = (typeof LADDER)[number]
export type Purpose = (typeof PURPOSES)[number]
export type Standing = (typeof STANDINGS)[number]
export type Medium = (typeof MEDIA)[number]

/** Where something stands. `row` is the number the spreadsheet shows (csv: the record's number, header included, from 1); `page` and `message` count from 1; `span` is UTF-16 offsets in the place's own text. */
export const place = z.object({
  path: z.string(),
  table: count.optional().describe('number of the table in the material, from 0'),
  sheet: z.string().optional(),
  row: z.number().int().positive().optional(),
  column: count.optional().describe('from 0'),
  page: z.number().int().positive().optional(),
  span: z.tuple([count, count]).optional(),
  message: z.number().int().positive().optional()
})
export type Place = z.infer<typeof place>

/** A cue that spoke for a class: what, where it stood, how much it weighed. */
export const cue = z.object({
  cue: z.string(),
  class: z.string().describe('T01–T10, M01–M08, R01–R09 of the lexicon, or a rule’s own code'),
  where: z.enum(['file', 'folder', 'title', 'sheet', 'header', 'cell', 'body', 'layout', 'provenance']),
  weight: z.number()
})
export type Cue = z.infer<typeof cue>

export const indication = z.object({
  code: z.string(),
  family: z.enum(['bytes', 'metadata', 'pixels', 'text', 'order', 'regularity', 'conversation', 'claims']),
  weight: z.number().describe('log10 likelihood ratio'),
  words,
  impossible: z.boolean().optional().describe('a physical impossibility, if the claims are true')
})
export type Indication = z.infer<typeof indication>

const cell = z.object({
  text: z.string(),
  differs: z.boolean().describe('differs from the first row of the group'),
  /** What kind of personal datum it holds, so that it can be masked. */
  sensitive: z.enum(['person', 'phone', 'id', 'address', 'account']).optional()
})

/** Self-contained evidence, capped; `place` is an index into the finding's places. */
export const detail = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('rows'),
    columns: z.array(z.string()),
    rows: z.array(z.object({ place: count, cells: z.array(cell) })),
    total: count
  }),
  z.object({
    kind: z.literal('pictures'),
    pictures: z.array(
      z.object({
        place: count,
        sha256: z.string(),
        claims: z.array(z.object({ label: z.string(), value: z.string(), differs: z.boolean() }))
      })
    ),
    total: count
  }),
  z.object({
    kind: z.literal('texts'),
    texts: z.array(
      z.object({
        place: count,
        text: z.string(),
        runs: z.array(z.tuple([count, count])).describe('shared runs')
      })
    ),
    total: count
  }),
  z.object({
    kind: z.literal('messages'),
    messages: z.array(
      z.object({ place: count, at: z.string(), role: z.string(), text: z.string(), reply: z.boolean() })
    ),
    total: count
  }),
  z.object({
    kind: z.literal('files'),
    files: z.array(z.object({ place: count, bytes: count, sha256: z.string(), claims: words })),
    total: count
  })
])
export type Detail = z.infer<typeof detail>

export const finding = z.object({
  id: z.string().regex(/^[0-9a-f]{16}$/).describe('hash of check, message and the members’ content hashes; no path'), // prettier-ignore
  check: z.string(),
  message: z.string(),
  words,
  owner: z.enum(OWNERS),
  places: z.array(place).min(1),
  firmness: z.number().min(0).max(1),
  strength: z.enum(STRENGTHS),
  indications: z.array(indication),
  detail
})
export type Finding = z.infer<typeof finding>

export const verdict = z.object({
  check: z.string(),
  answer: z.enum(ANSWERS),
  findings: count,
  because: z.string().optional(),
  coverage: z.object({ looked: count, lookable: count })
})
export type Verdict = z.infer<typeof verdict>

const share = z.object({
  trace: z.number(),
  mixed: z.number(),
  result: z.number(),
  unknown: z.number(),
  outside: z.number().describe('input and issued: outside the ratio'),
  share: z.number().nullable().describe('(trace + mixed/2) / (trace + result + mixed); null when there is nothing to divide'), // prettier-ignore
  low: z.number().nullable().describe('trace / (trace + result + mixed + unknown)'),
  high: z.number().nullable().describe('(trace + mixed + unknown) / the same')
})
export type Share = z.infer<typeof share>

const standings = z.object({ result: count, trace: count, undetermined: count })

/** Trace by what it was made for. */
const purposes = z.object({
  required: count.describe('by law or rule, see `keep` of the materials'),
  demanded: count.describe('by a named indicator or notice'),
  avoidable: count.describe('neither')
})

export const balance = z.object({
  activities: standings,
  indicators: standings.extend({ missing: count }).optional(),
  determinable: z.boolean().describe('false above 30 % unknown by files'),
  because: z.string().optional(),
  files: share,
  entries: share,
  characters: share,
  embeddedPictures: share,
  ladder: z
    .record(z.enum(LADDER), count)
    .optional()
    .describe('materials of class result or mixed, by how verifiable they are'),
  purposes: z
    .object({ files: purposes, entries: purposes })
    .optional()
    .describe('the trace of `files` and `entries`'),
  repeated: z
    .object({ files: count, entries: count })
    .describe('what repeats something already in the package')
})
export type Balance = z.infer<typeof balance>

/** What one material adds to the balance, so that every sum can be done again from the list of materials. */
const counted = z.object({
  as: z.enum(['file', 'embedded', 'inside']).describe('handed in by itself; a picture in a document; other'),
  characters: count,
  entries: z
    .object({ trace: count, mixed: count, result: count, unknown: count.optional(), outside: count })
    .optional()
})
export type Counted = z.infer<typeof counted>

export const MASKINGS = ['statistics', 'masked', 'full'] as const
/** How much of the package's own words an audit and its reports show; stands in `settings.masking`. */
export type Masking = (typeof MASKINGS)[number]

export const materialRecord = z.object({
  no: z.number().int().positive(),
  path: z.string(),
  kind: z.enum(KINDS),
  format: z.string(),
  bytes: count,
  sha256: z.string(),
  issued: z.boolean().optional(),
  class: z.enum(CLASSES),
  classId: z.string().optional(),
  why: z.array(cue),
  keep: z
    .object({
      basis: z
        .string()
        .describe('title of the law or rule, and its article where the published text was seen'),
      rule: z.string().optional().describe('id in resources/rules'),
      binds: z.string().optional().describe('code of whom it binds')
    })
    .optional(),
  mayKeep: z
    .string()
    .optional()
    .describe('id of a rule or caution its name or title alone speaks of: not counted as required, never advised away'), // prettier-ignore
  purpose: z.enum(PURPOSES).optional().describe('of trace, and of what is mixed'),
  demandedBy: z
    .string()
    .optional()
    .describe('code of the indicator, or number of the notice (#no of its material when it has none)'),
  barred: z.string().optional().describe('id of the rule that keeps such content out of inspections'),
  change: z
    .object({ code: z.string(), words: words.optional() })
    .optional()
    .describe('what would give it another class'),
  overruled: z
    .object({
      by: z.enum(['material', 'folder', 'rule']),
      from: z.enum(CLASSES),
      note: z.string().optional()
    })
    .optional()
    .describe('a person gave the class; `from` is what it was'),
  ladder: z.enum(LADDER).optional(),
  status: z.enum(STATUSES),
  trouble: z.enum(TROUBLE_CODES).optional(),
  notes: z.array(z.object({ code: z.enum(NOTE_CODES), words: words.optional() })).optional(),
  amount: z.object({ entries: count, pages: count, characters: count, pictures: count, messages: count }),
  activity: z.string().optional(),
  indicators: z.array(z.string()).optional(),
  secret: z.boolean().optional(),
  counted: counted.optional().describe('what it adds to the balance; absent when it adds nothing'),
  repeats: z.number().int().positive().optional().describe('`no` of the material whose content it repeats'),
  repeatedEntries: count.optional().describe('its entries that repeat an entry of the package')
})
export type MaterialRecord = z.infer<typeof materialRecord>

export const activity = z.object({
  id: z.string(),
  title: z.string(),
  from: day.optional(),
  to: day.optional(),
  place: z.string().optional(),
  materials: z.array(z.number().int().positive()).describe('their `no`'),
  papers: z
    .array(z.object({ no: z.number().int().positive(), paper: z.number().int().positive() }))
    .optional()
    .describe('of files in which several papers are bound: which of them, from 1, speak for it'),
  indicators: z.array(z.string()),
  standing: z.enum(STANDINGS),
  datedBy: z.literal('camera').optional().describe('nothing claims its day but the cameras of its photos'),
  continuing: z.boolean().optional().describe('work that goes on, told by a ledger rather than an occasion'),
  asked: z
    .object({ times: count, media: z.array(z.enum(MEDIA)) })
    .optional()
    .describe('under how many indicators and in which media its evidence is filed; owed by the asker'),
  entries: z
    .array(place)
    .optional()
    .describe('ledger rows elsewhere of its day and its subject or place that show an outcome')
})
export type Activity = z.infer<typeof activity>

export const indicator = z.object({
  code: z.string(),
  name: z.string().optional(),
  asks: z.string().optional().describe('evidence asked for, as written'),
  points: z.number().optional(),
  asker: z.string().optional(),
  source: z
    .enum(['given', 'list', 'folder'])
    .optional()
    .describe('--indicators, a list in the package, or folder codes'),
  standing: z.enum([...STANDINGS, 'missing']).optional(),
  materials: z.array(z.number().int().positive()).optional(),
  activities: z.array(z.string()).optional(),
  media: z.array(z.enum(MEDIA)).optional().describe('media asked for'),
  barred: z
    .array(z.number().int().positive())
    .optional()
    .describe('materials whose content rules keep out of inspections'),
  barredAsk: z.string().optional().describe('id of the rule when what is asked for is itself such content')
})
export type Indicator = z.infer<typeof indicator>

/** Effort by the Standard Cost Model: price (tariff × time) × quantity. Ranges only. */
export const effort = z.object({
  version: z.string().describe('of the tariff table'),
  hours: z.tuple([z.number(), z.number()]),
  money: z.tuple([z.number(), z.number()]).optional(),
  currency: z.string().optional(),
  lines: z.array(
    z.object({
      tariff: z.string(),
      amount: z.number(),
      minutes: z.tuple([z.number(), z.number()]).describe('per unit'),
      hours: z.tuple([z.number(), z.number()]),
      source: z.string(),
      purpose: z.enum(PURPOSES).optional()
    })
  )
})
export type Effort = z.infer<typeof effort>

/** 核查清单: entries to visit or phone, drawn by a seed, stratified; the answer column is empty. */
export const fieldCheck = z.object({
  seed: z.string(),
  population: count,
  strata: z.array(z.object({ stratum: z.string(), population: count, drawn: count })),
  rows: z.array(
    z.object({
      stratum: z.string(),
      place,
      date: z.string().optional(),
      where: z.string().optional(),
      whom: z.string().optional(),
      claimed: z.string(),
      question: z.string().describe('code'),
      words: words.optional(),
      finding: z.string().optional().describe('id of a finding it belongs to')
    })
  )
})
export type FieldCheck = z.infer<typeof fieldCheck>

/** A form that asks for data, however many files fill it in, and who asks; forms that ask the same share a `family`. */
export const formFamily = z.object({
  id: z.string(),
  title: z.string(),
  asker: z.string().optional().describe('as the package claims; absent when nothing says'),
  askerFrom: z
    .enum(['line', 'addressed', 'title', 'notice', 'name', 'folder'])
    .optional()
    .describe('where the asker stands'),
  family: z.string().optional().describe('id of the first form of those that ask the same'),
  materials: z.array(z.number().int().positive()),
  fields: z.array(z.string()).describe('ids of the field dictionary')
})
export type FormFamily = z.infer<typeof formFamily>

/** Facts for charts. */
export const facts = z.object({
  timeline: z.array(
    z.object({
      no: z.number().int().positive(),
      claimed: day.optional(),
      file: z.string().optional().describe('what the file records of its own making, wall clock'),
      source: z.string().optional()
    })
  ),
  sessions: z.array(
    z.object({
      device: z.string(),
      from: z.string(),
      to: z.string(),
      pictures: count,
      members: z
        .array(z.number().int().positive())
        .optional()
        .describe('numbers of its pictures, in order of capture')
    })
  )
})

export const audit = z.object({
  schema: z.literal('henshi.audit/1'),
  tool: z.object({ name: z.literal('henshi'), version: z.string(), lexicon: z.string() }),
  settings: z.record(z.string(), z.unknown()),
  package: z.object({
    name: z.string(),
    sha256: z.string().describe('over names and contents of all that was found'),
    unit: z.string().optional(),
    period: z.object({ from: day.optional(), to: day.optional() }).optional(),
    inspectedOn: day.optional()
  }),
  accounting: z.object({ found: count, read: count, partly: count, unread: count, listed: count }),
  partial: z.string().optional(),
  indicators: z.array(indicator).optional(),
  activities: z.array(activity),
  materials: z.array(materialRecord),
  verdicts: z.array(verdict),
  findings: z.array(finding),
  balance,
  forms: z.array(formFamily).optional(),
  effort: effort.optional(),
  fieldCheck: fieldCheck.optional(),
  facts: facts.optional(),
  decisions: z.array(decision).optional(),
  declarations: z.array(declaration).optional(),
  troubles: z.array(z.object({ path: z.string(), code: z.enum(TROUBLE_CODES), detail: z.string() })),
  run: z.object({
    startedAt: z.string(),
    seconds: z.number(),
    jobs: count,
    timings: z.record(z.string(), z.number())
  })
})
export type Audit = z.infer<typeof audit>
export type Facts = z.infer<typeof facts>
