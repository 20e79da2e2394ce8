import { z } from 'zod'
import {
  activity,
  audit,
  CLASSES,
  effort,
  finding,
  indicator,
  MASKINGS,
  materialRecord,
  OWNERS,
  PURPOSES,
  STANDINGS,
  STRENGTHS,
  verdict
} from '../model/audit.ts'
import { DECISIONS, declaration, decision } from '../model/decisions.ts'
import { KINDS, NOTE_CODES, STATUSES, TROUBLE_CODES } from '../model/kinds.ts'
import { LANGUAGES, settings, settingsChange, THEMES, type Settings } from '../model/settings.ts'

/**
 * Everything the window may ask of the desk, as one table: name, what goes in, what comes out. The window never names
 * a path: places to open are `location` tokens the desk hands out, materials are numbers, findings and exhibits ids.
 * Both ends check: the desk what comes in, the bridge that a method exists.
 */

const count = z.number().int().nonnegative()
const id = z.string().min(1).max(80)
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const note = z.string().max(2000)

export { LANGUAGES, settings, THEMES, type Settings }
/** A finding that nobody has decided on is `open`; one whose content changed after a decision is `reopened`. */
export const DECIDED = ['open', ...DECISIONS, 'reopened'] as const

/** A slice of a list: no list goes over whole. */
const slice = { offset: count.default(0), limit: z.number().int().min(1).max(500).default(100) }

// ---- the desk itself -------------------------------------------------------------------------------------------

/** Something that can be opened. The desk knows the path; the window knows the token and what to show. */
export const location = z.object({
  location: id,
  name: z.string(),
  shown: z.string().describe('where it lies, for people'),
  kind: z.enum(['folder', 'archive', 'saved', 'file'])
})
export type Location = z.infer<typeof location>

export const recent = location.extend({
  openedAt: z.string(),
  gone: z.boolean().describe('no longer there'),
  findings: count.optional(),
  decided: count.optional()
})
export type Recent = z.infer<typeof recent>

/** What the unit says of itself beforehand; it travels with its package and shows as declared by the unit. */
export type Declaration = z.infer<typeof declaration>

export const STAGES = ['walk', 'read', 'relate', 'check', 'weigh', 'report'] as const
export const progress = z.object({
  stage: z.enum(STAGES),
  done: z.number(),
  total: z.number(),
  bytes: z.number().optional(),
  bytesTotal: z.number().optional(),
  no: count.optional(),
  path: z.string().optional().describe('what is being read, as shown'),
  secondsLeft: z.number().optional()
})
export type DeskProgress = z.infer<typeof progress>

export const STATES = ['waiting', 'surveying', 'surveyed', 'running', 'done', 'stopped', 'failed'] as const
/** One package on the desk; several wait in a queue that survives a restart. */
export const packageState = z.object({
  package: id,
  location,
  state: z.enum(STATES),
  saved: z.boolean().describe('opened from a .henshi file: the package itself is not here'),
  partial: z.string().optional(),
  because: z.string().optional().describe('code of why it failed'),
  reason: z.string().optional().describe('for people, beside the code'),
  progress: progress.optional(),
  findings: count.optional(),
  open: count.optional().describe('findings not decided yet'),
  unread: count.optional()
})
export type PackageState = z.infer<typeof packageState>

// ---- before the run --------------------------------------------------------------------------------------------

/** What is told of the inspection; everything may be left out. */
export const inspection = z.object({
  unit: z.string().max(120).optional(),
  from: day.optional(),
  to: day.optional(),
  inspectedOn: day.optional(),
  indicators: id.optional().describe('location of a list'),
  issued: z.array(id).max(50).default([]),
  reference: z.array(id).max(50).default([]),
  passwords: z.array(z.string().max(200)).max(200).default([]).describe('never stored')
})
export type InspectionInput = z.infer<typeof inspection>

const guess = z.object({ value: z.string(), from: z.string().describe('where it was found, as shown') })
export const survey = z.object({
  files: count,
  bytes: count,
  complete: z.boolean().describe('false when reading was skipped or stopped: the lists below hold what is known'),
  kinds: z.array(z.object({ kind: z.enum(KINDS), files: count, bytes: count })),
  noText: count.describe('documents without a text of their own: scans'),
  encrypted: count,
  unreadable: count,
  secret: count.describe('materials with a mark of secrecy: this computer may be the wrong one'),
  troubles: z.array(z.object({ no: count, path: z.string(), code: z.enum(TROUBLE_CODES) })).max(200),
  guesses: z.object({ unit: guess.optional(), from: guess.optional(), to: guess.optional(), inspectedOn: guess.optional(), indicators: guess.optional() })
}) // prettier-ignore
export type Survey = z.infer<typeof survey>

// ---- results ---------------------------------------------------------------------------------------------------

/** `n` of these, by key; keys with nothing are left out. */
const counts = z.record(z.string(), count)

export const overview = z.object({
  audit: audit
    .pick({ tool: true, settings: true, package: true, accounting: true, partial: true, balance: true, effort: true, run: true })
    .extend({ verdicts: z.array(verdict), effort: effort.optional() }),
  saved: z.boolean(),
  secret: count,
  findings: z.object({ total: count, byFamily: counts, byOwner: counts, byStrength: counts, byDecision: counts, byCheck: counts }),
  materials: z.object({ total: count, byClass: counts, byStatus: counts, byKind: counts, byPurpose: counts }),
  timeline: z.array(z.object({ no: count, claimed: day, file: day, source: z.string().optional(), lag: z.number().int() }))
    .max(4000)
    .describe('claimed day against the day the file records of itself; a spread sample when there are more'),
  sessions: z.array(z.object({ device: z.string(), from: z.string(), to: z.string(), pictures: count })).max(500),
  declarations: z.array(declaration),
  overrules: count
}) // prettier-ignore
export type Overview = z.infer<typeof overview>

export const FINDING_SORTS = ['first', 'firmness', 'check', 'places', 'path'] as const
export const findingQuery = z.object({
  search: z.string().max(200).optional().describe('in what it says (either language) and in paths'),
  check: z.array(z.string()).optional(),
  family: z.array(z.string()).optional(),
  owner: z.array(z.enum(OWNERS)).optional(),
  strength: z.array(z.enum(STRENGTHS)).optional(),
  decision: z.array(z.enum(DECIDED)).optional(),
  no: z.number().int().positive().optional().describe('that name this material'),
  under: z.string().optional().describe('that name a material in this branch'),
  ids: z.array(id).max(2000).optional(),
  group: z.enum(['none', 'family', 'check', 'owner', 'strength', 'decision']).default('none'),
  sort: z.enum(FINDING_SORTS).default('first').describe('first: where to look first')
})
export type FindingQuery = z.infer<typeof findingQuery>

export const findingRow = finding
  .pick({ id: true, check: true, message: true, words: true, owner: true, firmness: true, strength: true })
  .extend({
    family: z.string(),
    places: count,
    first: z.object({ no: count, path: z.string() }).describe('of its places'),
    kind: z.string().describe('of its detail'),
    decision: z.enum(DECIDED),
    group: z.string().optional()
  })
export type FindingRow = z.infer<typeof findingRow>

export const placed = z.object({
  no: count,
  path: z.string(),
  class: z.enum(CLASSES),
  activity: z.string().optional().describe('title'),
  claimed: z.string().optional()
})
export const findingView = z.object({
  finding,
  family: z.string(),
  stage: z.string().optional().describe('of the catalogue: 布置 推进 考核 办理, as a code'),
  decision: decision.optional(),
  state: z.enum(DECIDED),
  history: z.array(decision),
  placed: z.array(placed).describe('one per place of the finding, in order'),
  falls: z.object({ activities: count, indicators: count, entries: count, results: count }).optional().describe('what falls if the doubt holds'),
  position: count.optional().describe('in the list asked for last')
}) // prettier-ignore
export type FindingView = z.infer<typeof findingView>

export const materialRow = materialRecord
  .pick({ no: true, path: true, kind: true, format: true, bytes: true, class: true, classId: true, ladder: true, status: true, trouble: true, amount: true, purpose: true, secret: true, activity: true })
  .extend({
    name: z.string(),
    keep: z.boolean(),
    overruled: z.boolean(),
    findings: count,
    children: count.describe('materials inside it'),
    sha256: z.string()
  }) // prettier-ignore
export type MaterialRow = z.infer<typeof materialRow>

/** A folder, an archive, or a document that holds others: sums over all below it. */
export const branch = z.object({
  path: z.string(),
  name: z.string(),
  no: count.optional().describe('when it is itself a material'),
  files: count,
  byClass: counts,
  entries: count,
  bytes: count,
  findings: count,
  troubles: count,
  kept: count
})
export type Branch = z.infer<typeof branch>

export const materialQuery = z.object({
  under: z.string().optional().describe('a branch; all below it when `flat`, else what lies in it'),
  flat: z.boolean().default(false),
  search: z.string().max(200).optional(),
  class: z.array(z.enum(CLASSES)).optional(),
  status: z.array(z.enum(STATUSES)).optional(),
  kind: z.array(z.enum(KINDS)).optional(),
  purpose: z.array(z.enum(PURPOSES)).optional(),
  trouble: z.array(z.enum(TROUBLE_CODES)).optional(),
  activity: z.string().optional(),
  indicator: z.string().optional(),
  nos: z.array(count).max(5000).optional(),
  counted: z.enum(['file', 'embedded', 'inside']).optional(),
  repeats: z.boolean().optional(),
  secret: z.boolean().optional(),
  sort: z.enum(['path', 'no', 'class', 'bytes', 'findings', 'entries']).default('path')
})
export type MaterialQuery = z.infer<typeof materialQuery>

export const materialView = z.object({
  record: materialRecord,
  name: z.string(),
  activity: z.object({ id, title: z.string() }).optional(),
  findings: z.array(findingRow).max(200),
  picture: z.boolean().describe('a small picture of it can be asked for'),
  preview: z.boolean().describe('a larger one can be made: the package is here'),
  repeats: z.object({ no: count, path: z.string() }).optional()
})
export type MaterialView = z.infer<typeof materialView>

export const pictureGroup = z.object({
  key: z.string(),
  title: z.string(),
  from: z.string().optional(),
  to: z.string().optional(),
  total: count,
  pictures: z.array(z.object({ no: count, sha256: z.string(), path: z.string(), at: z.string().optional(), activity: z.string().optional(), findings: count })).max(200)
}) // prettier-ignore
export type PictureGroup = z.infer<typeof pictureGroup>

export const activityRow = activity.extend({ findings: count })
export type ActivityRow = z.infer<typeof activityRow>
export const indicatorRow = indicator.extend({ findings: count })
export type IndicatorRow = z.infer<typeof indicatorRow>

const sums = z.object({ files: count, entries: count, pages: count, characters: count, bytes: count })
const standingCounts = z.object({ result: count, trace: count, undetermined: count })
const shares = z.object({ share: z.number().nullable(), low: z.number().nullable(), high: z.number().nullable(), trace: z.number(), mixed: z.number(), result: z.number(), unknown: z.number() }) // prettier-ignore
const sides = z.object({ sums, activities: standingCounts, files: shares, entries: shares })
/** The balance with some materials left out of the inspection copy; the archive stays as it is. */
export const whatIf = z.object({
  left: z.array(count),
  kept: z.array(z.object({ no: count, because: z.enum(['required', 'mayBeRequired', 'result', 'onlyEvidence', 'doubt', 'secret', 'overruled', 'unread', 'demanded', 'inside']) })).describe('asked to leave out and not left out, with why'),
  before: sides,
  after: sides
}) // prettier-ignore
export type WhatIf = z.infer<typeof whatIf>

/** “Before you submit”: what is missing, what can be left out, what only the asker can mend, what the unit can explain. */
export const submission = z.object({
  judged: z.boolean(),
  missing: z.array(indicatorRow),
  traceOnly: z.array(indicatorRow),
  undetermined: z.array(indicatorRow),
  barred: z.array(indicatorRow),
  traceActivities: count,
  advised: z.array(z.object({ no: count, path: z.string(), class: z.enum(CLASSES), classId: z.string().optional(), bytes: count, copyOf: count.optional() })).max(500),
  advisedTotal: count,
  askers: z.array(z.object({ asker: z.string().describe('empty when the package does not say'), findings: z.array(findingRow).max(200), activities: count, fields: count })),
  toExplain: z.array(findingRow).max(200).describe('the unit’s, not decided: an original and a dated explanation are the one remedy'),
  toExplainTotal: count,
  whatIf
}) // prettier-ignore
export type Submission = z.infer<typeof submission>

export const look = z.object({
  row: findingRow,
  activities: count,
  indicators: count,
  entries: count,
  results: count,
  only: count,
  aboutResults: z.boolean(),
  score: z.number()
})
export type LookRow = z.infer<typeof look>

// ---- what a person does ----------------------------------------------------------------------------------------

export const overruleInput = z
  .object({ class: z.enum(CLASSES), note: note.optional() })
  .and(
    z.discriminatedUnion('by', [
      z.object({ by: z.literal('material'), no: count }),
      z.object({ by: z.literal('folder'), path: z.string().max(4096) }),
      z.object({ by: z.literal('rule'), classId: z.string().max(20) })
    ])
  )
export type OverruleInput = z.infer<typeof overruleInput>

/** One step of the history, for undo: a name and whom it concerned. */
export const step = z.object({
  n: count,
  at: z.string(),
  what: z.enum(['decide', 'overrule', 'withdraw', 'declare', 'undeclare', 'import']),
  words: z.record(z.string(), z.union([z.string(), z.number()])),
  undone: z.boolean()
})
export type Step = z.infer<typeof step>
export const history = z.object({ steps: z.array(step).max(1000), canUndo: z.boolean(), canRedo: z.boolean() }) // prettier-ignore
export type History = z.infer<typeof history>

export const EXPORTS = ['html', 'xlsx', 'json', 'henshi', 'verification', 'askers', 'summary'] as const
export const SECTIONS = ['balance', 'indicators', 'checks', 'findings', 'clerk', 'inspector', 'materials', 'unread', 'fieldCheck', 'effort', 'decisions'] as const // prettier-ignore
export const exportRequest = z.object({
  package: id,
  what: z.enum(EXPORTS).describe('verification: 核实单; askers: what only the asker can mend; summary: two pages to print'),
  language: z.enum(LANGUAGES),
  masking: z.enum(MASKINGS).default('masked'),
  reason: z.string().max(500).optional().describe('needed for `full`; stands on page one'),
  sections: z.array(z.enum(SECTIONS)).optional().describe('all when not given'),
  asker: z.string().max(200).optional()
}) // prettier-ignore
export type ExportRequest = z.infer<typeof exportRequest>
export const file = z.object({ name: z.string(), type: z.string(), bytes: z.instanceof(Uint8Array) })
export type DeskFile = z.infer<typeof file>

// ---- events ----------------------------------------------------------------------------------------------------

export const event = z.discriminatedUnion('type', [
  z.object({ type: z.literal('progress'), package: id, progress }),
  z.object({ type: z.literal('trouble'), package: id, path: z.string(), code: z.enum(TROUBLE_CODES) }),
  z.object({ type: z.literal('found'), package: id, check: z.string(), findings: count, first: z.array(findingRow.pick({ check: true, message: true, words: true, strength: true, owner: true })).max(5) }),
  z.object({ type: z.literal('state'), package: id, state: packageState }),
  z.object({ type: z.literal('changed'), package: id, what: z.enum(['decisions', 'classes', 'declarations', 'audit']) }),
  z.object({ type: z.literal('queue') }),
  z.object({ type: z.literal('open'), packages: z.array(id) }).describe('a shell opened something: a second start, a drop on the icon')
]) // prettier-ignore
export type DeskEvent = z.infer<typeof event>

// ---- the table -------------------------------------------------------------------------------------------------

const of = z.object({ package: id })
const nothing = z.object({}).default({})
const done = z.object({ ok: z.literal(true) })
const method = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({ input, output })

export const CONTRACT = {
  /** Who is here: version, settings, what this shell can do. */
  hello: method(nothing, z.object({
    version: z.string(),
    platform: z.string(),
    shell: z.enum(['electron', 'browser']),
    can: z.object({ chooseNatively: z.boolean(), dropPaths: z.boolean(), pdf: z.boolean() }),
    settings,
    checks: z.array(z.object({ id: z.string(), family: z.string(), owner: z.enum(OWNERS).optional(), stage: z.string().optional() })),
    packages: z.array(packageState)
  })),
  configure: method(settingsChange, settings),
  recents: method(nothing, z.array(recent)),
  forget: method(z.object({ location: id.optional().describe('all when not given') }), done),
  /** The desk's own folder browser, for shells that get no path from a drop. Without a location: where to begin. */
  browse: method(z.object({ location: id.optional() }), z.object({ here: location.optional(), above: location.optional(), entries: z.array(location).max(2000), more: count })),
  /** A native dialog; only where the shell can. */
  choose: method(z.object({ what: z.enum(['folder', 'archive', 'saved', 'file', 'files']) }), z.array(location)),
  /** A made-up unit's package, written once into the data folder. */
  sample: method(nothing, location),
  /** Puts packages or saved audits on the desk, at the end of the queue. */
  open: method(z.object({ locations: z.array(id).min(1).max(200) }), z.array(packageState)),
  close: method(of, done),
  queue: method(nothing, z.array(packageState)),
  survey: method(of, packageState),
  surveyed: method(of, survey),
  run: method(of.extend({ inspection: inspection.optional() }), packageState),
  /** Runs all that wait, one after the other; a broken one costs itself. */
  runAll: method(z.object({ inspection: inspection.omit({ passwords: true }).optional() }), z.array(packageState)),
  cancel: method(of, packageState),
  state: method(of, packageState),

  overview: method(of, overview),
  findings: method(of.extend({ query: findingQuery.default({ group: 'none', sort: 'first' }), ...slice }), z.object({
    total: count,
    offset: count,
    rows: z.array(findingRow),
    facets: z.object({ check: counts, family: counts, owner: counts, strength: counts, decision: counts }).describe('each counted under all the other filters'),
    groups: z.array(z.object({ key: z.string(), count, start: count.describe('row at which it begins') }))
  })),
  finding: method(of.extend({ id, query: findingQuery.optional() }), findingView),
  /** The undecided finding after this one in the order asked for, or none. */
  next: method(of.extend({ id: id.optional(), query: findingQuery.default({ group: 'none', sort: 'first' }), back: z.boolean().default(false), open: z.boolean().default(true) }), z.object({ id: id.optional() })),
  tree: method(of.extend({ path: z.string().default('') }), z.object({ branch, branches: z.array(branch).max(2000), more: count })),
  materials: method(of.extend({ query: materialQuery.default({ flat: false, sort: 'path' }), ...slice }), z.object({ total: count, offset: count, rows: z.array(materialRow), facets: z.object({ class: counts, status: counts, kind: counts, purpose: counts }) })),
  material: method(of.extend({ no: count }), materialView),
  activities: method(of.extend({ standing: z.enum(STANDINGS).optional(), search: z.string().max(200).optional(), ids: z.array(id).max(2000).optional(), ...slice }), z.object({ total: count, offset: count, rows: z.array(activityRow) })),
  indicators: method(of.extend({ standing: z.enum([...STANDINGS, 'missing']).optional(), ...slice }), z.object({ total: count, offset: count, rows: z.array(indicatorRow) })),
  pictures: method(of.extend({ by: z.enum(['session', 'activity']).default('session'), ...slice }), z.object({ total: count, offset: count, groups: z.array(pictureGroup) })),
  troubles: method(of.extend({ ...slice }), z.object({ total: count, offset: count, rows: z.array(z.object({ no: count, path: z.string(), status: z.enum(STATUSES), code: z.enum(TROUBLE_CODES).optional(), detail: z.string(), notes: z.array(z.enum(NOTE_CODES)) })) })),
  lookFirst: method(of, z.array(look)),
  /** A small picture kept by the run, by content hash; empty bytes when there is none. */
  exhibit: method(of.extend({ sha256: z.string().regex(/^[0-9a-f]{64}$/) }), z.instanceof(Uint8Array)),
  /** A larger one, made in the picture child while the package is there. */
  preview: method(of.extend({ no: count, size: z.number().int().min(64).max(2000).default(1200) }), z.instanceof(Uint8Array)),

  decide: method(of.extend({ ids: z.array(id).min(1).max(5000), decision: z.enum(DECISIONS).nullable().describe('null takes it back'), note: note.optional() }), z.object({ changed: count, history })),
  overrule: method(of.extend({ overrule: overruleInput }), z.object({ history })),
  withdraw: method(of.extend({ no: count.optional(), n: count.optional() }), z.object({ history })),
  declare: method(of.extend({ declaration: declaration.omit({ id: true, at: true }) }), z.object({ history, declarations: z.array(declaration) })),
  undeclare: method(of.extend({ id }), z.object({ history, declarations: z.array(declaration) })),
  undo: method(of, history),
  redo: method(of, history),
  history: method(of, history),
  submission: method(of, submission),
  whatIf: method(of.extend({ leave: z.array(count).max(100_000).optional().describe('what is advised when not given') }), whatIf),

  export: method(exportRequest, file),
  /** The report as it would be exported, at an address the window may frame once. */
  previewReport: method(exportRequest.extend({ what: z.enum(['html', 'summary']) }), z.object({ url: z.string() })),
  /** A verification sheet that came back: answers become `explained`, with who and when. */
  importAnswers: method(of.extend({ location: id.optional(), bytes: z.instanceof(Uint8Array).optional() }), z.object({ answered: count, unknown: count, empty: count, history })),
  help: method(z.object({ check: z.string().max(80).optional(), language: z.enum(LANGUAGES) }), z.object({ markdown: z.string() })),
  /** Removes everything kept of packages: readings, decisions, recents, exhibits, samples, the queue. Settings go back to defaults. */
  erase: method(nothing, done)
} as const // prettier-ignore

export type Contract = typeof CONTRACT
export type MethodName = keyof Contract
export type Input<M extends MethodName> = z.input<Contract[M]['input']>
export type Output<M extends MethodName> = z.output<Contract[M]['output']>

/** What the window sees as `window.henshi`, and what the desk itself is. */
export type DeskMethods = { [M in MethodName]: (input?: Input<M>) => Promise<Output<M>> }

/** The bridge of a shell: the methods, events, and the two things only a shell can do. */
export interface Bridge extends DeskMethods {
  /** Listens to events until the returned function is called. */
  on(listener: (event: DeskEvent) => void): () => void
  /** Saves a file where the person says (a native dialog, or a download); the name it got, or undefined when they did not. */
  save(file: DeskFile): Promise<string | undefined>
  /** The report as PDF; only where `can.pdf`. */
  pdf(request: ExportRequest): Promise<DeskFile>
  /** Locations of dropped files, where the shell gives paths; else an empty list. */
  dropped(files: readonly File[]): Promise<Location[]>
}

/**
 * An answer of the desk that is no answer: a code with words in `src/words`. The last three are of the way there:
 * the window's session is not known, the program has ended, more was sent than is taken.
 */
export const ERRORS = ['unknown-method', 'bad-input', 'no-package', 'no-location', 'not-ready', 'not-here', 'missing', 'unreadable', 'notAFile', 'empty', 'nothing-read', 'reason-needed', 'secret', 'bad-file', 'crashed', 'cancelled', 'no-session', 'disconnected', 'too-big'] as const // prettier-ignore
export type ErrorCode = (typeof ERRORS)[number]
export const deskError = z.object({ code: z.enum(ERRORS), detail: z.string().max(2000).default('') })
export type DeskErrorValue = z.infer<typeof deskError>
