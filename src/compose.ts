import { basename, resolve } from 'node:path'
import type { Activity, Audit, Facts, MaterialRecord, Place, Standing } from './model/audit.ts'
import type { EntryRef, Evidence } from './model/evidence.ts'
import type { Verdicts } from './model/finding.ts'
import type { Material } from './model/material.ts'
import { daysBetween } from './support/dates.ts'
import { characters } from './support/text.ts'
import { sha256 } from './support/hashing.ts'
import { noTick, type Tick } from './support/tick.ts'
import { additions, type Addition } from './weighing/additions.ts'
import { askedOf } from './weighing/asked.ts'
import { weigh } from './weighing/balance.ts'
import type { Weight, Weights } from './weighing/classify.ts'
import { LEXICON_VERSION } from './weighing/cues.ts'
import { effortOf } from './weighing/effort.ts'
import { drawFieldCheck } from './weighing/field-check.ts'
import { weighIndicators } from './weighing/indicators.ts'
import { purposesOf } from './weighing/purposes.ts'
import { standings } from './weighing/standing.ts'
import { VERSION } from './version.ts'

/** The one value, but for `run`. The accounting is asserted here: nothing may be lost between intake and report. */
export function compose(
  root: string,
  evidence: Evidence,
  judged: Verdicts,
  weighed: Weights,
  tick: Tick = noTick
): Omit<Audit, 'run'> {
  const { materials, inspection } = evidence
  const { each: weights, apart } = weighed
  const { unit, from, to, inspectedOn } = inspection
  const inside = insideOf(evidence)
  const purposes = purposesOf(evidence, weighed, tick)
  const asked = weighIndicators(evidence, weights, titlesOf(evidence))
  const effort = effortOf(evidence, weights, purposes.marks, tick)
  const added = additions(evidence, weights)
  const stood = standings(evidence.unbound ?? evidence, apart)
  const records = materials.map((material, index) => ({
    ...recordOf(evidence, material, index, weights[index]!, inside[index]!),
    ...purposes.marks[index],
    ...additionOf(added[index]!, materials)
  }))
  return {
    schema: 'henshi.audit/1',
    tool: { name: 'henshi', version: VERSION, lexicon: LEXICON_VERSION },
    settings: {},
    package: {
      name: basename(resolve(root)),
      sha256: sha256(materials.map(({ path, sha256: content }) => `${path}\n${content}\n`).join('')),
      ...(unit ? { unit } : {}),
      ...(from || to ? { period: { from, to } } : {}),
      ...(inspectedOn ? { inspectedOn } : {})
    },
    accounting: accountingOf(records),
    indicators: asked?.indicators ?? [],
    activities: activitiesOf(evidence, stood.each),
    materials: records,
    verdicts: judged.verdicts,
    findings: judged.findings,
    balance: {
      ...weigh(evidence, weights, stood.counts),
      ...(asked && { indicators: asked.counts }),
      purposes: purposes.balance
    },
    ...(effort ? { effort } : {}),
    fieldCheck: drawFieldCheck(evidence, weights, judged.findings),
    forms: formsOf(evidence),
    facts: factsOf(evidence),
    troubles: materials.flatMap(({ path, trouble }) => (trouble ? [{ path, ...trouble }] : []))
  }
}

export function accountingOf(
  records: readonly Pick<MaterialRecord, 'status' | 'path'>[]
): Audit['accounting'] {
  const count = (status: string): number => records.filter(record => record.status === status).length
  const accounting = { found: records.length, read: count('read'), partly: count('partly'), unread: count('unread'), listed: count('listed') } // prettier-ignore
  const { found, read, partly, unread, listed } = accounting
  if (found !== read + partly + unread + listed) throw new Error('accounting does not add up')
  if (new Set(records.map(({ path }) => path)).size !== found)
    throw new Error('one path stands for two materials')
  return accounting
}

function recordOf(
  evidence: Evidence,
  material: Material,
  index: number,
  weight: Weight,
  { pictures, papers }: Inside
): MaterialRecord {
  const activity = evidence.activityOf[index]
  const indicator = evidence.indicatorOf[index]
  const secret = evidence.secrecyOf[index]
  const notes = notesOf(evidence, material, index, papers)
  return {
    no: material.no,
    path: material.path,
    kind: material.kind,
    format: material.format,
    bytes: material.bytes,
    sha256: material.sha256,
    ...(weight.class === 'issued' ? { issued: true } : {}),
    class: weight.class,
    ...(weight.classId ? { classId: weight.classId } : {}),
    why: weight.why,
    ...(weight.ladder ? { ladder: weight.ladder } : {}),
    ...(weight.change ? { change: weight.change } : {}),
    ...(weight.overruled ? { overruled: weight.overruled } : {}),
    status: material.status,
    ...(material.trouble ? { trouble: material.trouble.code } : {}),
    ...(notes.length > 0 ? { notes } : {}),
    amount: amountOf(material, weight, pictures),
    ...(activity !== undefined ? { activity: evidence.activities[activity]!.id } : {}),
    ...(indicator ? { indicators: [indicator] } : {}),
    ...(secret ? { secret: true } : {})
  }
}

function additionOf(
  { counted, repeats, repeatedEntries }: Addition,
  materials: readonly Material[]
): Pick<MaterialRecord, 'counted' | 'repeats' | 'repeatedEntries'> {
  return {
    ...(counted ? { counted } : {}),
    ...(repeats !== undefined ? { repeats: materials[repeats]!.no } : {}),
    ...(repeatedEntries > 0 ? { repeatedEntries } : {})
  }
}

function notesOf(
  evidence: Evidence,
  { notes }: Material,
  index: number,
  papers: number
): NonNullable<MaterialRecord['notes']> {
  const secret = evidence.secrecyOf[index]
  return [
    ...notes,
    ...(secret ? [{ code: 'secrecy-mark' as const, words: { mark: secret } }] : []),
    ...(isEmptyList(evidence, index) ? [{ code: 'no-indicators' as const }] : []),
    ...(papers > 0 ? [{ code: 'bound-papers' as const, words: { papers } }] : [])
  ]
}

/** Given with --indicators, and nothing found in it. */
function isEmptyList({ indicatorLists }: Evidence, index: number): boolean {
  return indicatorLists.some(({ material, asks }) => material === index && asks.length === 0)
}

function amountOf({ reading }: Material, weight: Weight, members: number): MaterialRecord['amount'] {
  const blocks = reading?.blocks ?? []
  return {
    entries: weight.ledgers.reduce((total, ledger) => total + ledger.entries, 0),
    pages: reading?.observed.pages ?? 0,
    characters: blocks.reduce((total, block) => total + characters(block.text), 0),
    pictures: reading?.picture ? 1 : members,
    messages: reading?.messages.length ?? 0
  }
}

interface Inside {
  pictures: number
  /** Bound into it; 0 when it is one paper. */
  papers: number
}

function insideOf({ materials, unbound }: Evidence): Inside[] {
  const counts = materials.map(() => ({ pictures: 0, papers: 0 }))
  for (const { kind, parent } of materials) if (kind === 'picture' && parent !== undefined) counts[parent]!.pictures++ // prettier-ignore
  unbound?.materials.forEach(({ paper }, k) => paper !== undefined && counts[unbound.materialOf[k]!]!.papers++) // prettier-ignore
  return counts
}

function activitiesOf(evidence: Evidence, each: readonly Standing[]): Activity[] {
  return evidence.activities.map((activity, index) => {
    const { id, title, date, place, materials, papers, indicators, continuing, entries } = activity
    const asked = askedOf(evidence, activity)
    return {
      id,
      title,
      ...(date ? { from: date.from, to: date.to } : {}),
      ...(place ? { place } : {}),
      materials: materials.map(material => evidence.materials[material]!.no),
      ...(papers && {
        papers: papers.map(({ material, paper }) => ({ no: evidence.materials[material]!.no, paper }))
      }),
      indicators: [...indicators],
      standing: each[index]!,
      ...(date?.source === 'camera' && { datedBy: date.source }),
      ...(continuing && { continuing }),
      ...(asked && { asked }),
      ...(entries && { entries: entries.map(entry => rowOf(evidence, entry)) })
    }
  })
}

function rowOf({ ledgers, materials }: Evidence, { ledger, entry }: EntryRef): Place {
  const { material, table, rows } = ledgers[ledger]!
  const { path, kind } = materials[material]!
  const row = table.cells.rows[rows[entry]!]!
  return { path, ...(table.head.name !== '' && kind === 'table' ? { sheet: table.head.name } : { table: table.head.index }), row } // prettier-ignore
}

/** What a material's own content calls it: its title, else the title of its first ledger. Names are not asked. */
function titlesOf({ materials, documents, ledgers }: Evidence): string[] {
  const titles = materials.map(() => '')
  for (const { material, title } of documents) titles[material] = title
  for (const { material, title } of ledgers) titles[material] ||= title
  return titles
}

/** Every form that asks for data about someone, and who asks as far as the package says. */
function formsOf({ dataForms, fieldFamilies, formFields, materials }: Evidence): Audit['forms'] {
  return dataForms.map(({ id, title, asker, papers, fields }, form) => {
    const family = fieldFamilies.find(each => each.forms.some(member => member.form === form))
    return {
      id,
      title,
      ...(asker ? { asker: asker.name, askerFrom: asker.where } : {}),
      ...(family ? { family: dataForms[family.forms[0]!.form]!.id } : {}),
      materials: [...new Set(papers.map(paper => materials[formFields[paper]!.material]!.no))],
      fields: [...fields]
    }
  })
}

/** A claim of a whole quarter or year has no place on a chart of months. */
const MOST_DAYS = 31

/** For the chart of claimed dates against what files record of their own making. */
function factsOf({ materials, pictures, claimedDateOf, sessions }: Evidence): Facts {
  return {
    timeline: materials.flatMap(({ no, reading }, index) => {
      const claim = claimedDateOf[index]
      const claimed = claim && daysBetween(claim.from, claim.to) <= MOST_DAYS ? claim : undefined
      const own = reading?.picture?.claims.takenAt ?? reading?.claims.created
      return claimed || own ? [{ no, claimed: claimed?.from, file: own, source: claimed?.source }] : []
    }),
    sessions: sessions.map(({ device, from, to, members }) => ({
      device,
      from,
      to,
      pictures: members.length,
      members: members.map(member => materials[pictures[member]!.material]!.no)
    }))
  }
}
