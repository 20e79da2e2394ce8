import { basename, resolve } from 'node:path'
import type { Activity, Audit, Facts, MaterialRecord } from './model/audit.ts'
import type { Evidence } from './model/evidence.ts'
import type { Verdicts } from './model/finding.ts'
import type { Material } from './model/material.ts'
import { daysBetween } from './support/dates.ts'
import { characters } from './support/text.ts'
import { sha256 } from './support/hashing.ts'
import { weigh } from './weighing/balance.ts'
import type { Weight } from './weighing/classify.ts'
import { LEXICON_VERSION } from './weighing/cues.ts'
import { standings } from './weighing/standing.ts'
import { VERSION } from './version.ts'

/** The one value, but for `run`. The accounting is asserted here: nothing may be lost between intake and report. */
export function compose(
  root: string,
  evidence: Evidence,
  judged: Verdicts,
  weights: readonly Weight[]
): Omit<Audit, 'run'> {
  const { materials, inspection } = evidence
  const { unit, from, to, inspectedOn } = inspection
  const inside = picturesInside(materials)
  const records = materials.map((material, index) =>
    recordOf(evidence, material, index, weights[index]!, inside[index]!)
  )
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
    indicators: indicatorsOf(evidence),
    activities: activitiesOf(evidence, weights),
    materials: records,
    verdicts: judged.verdicts,
    findings: judged.findings,
    balance: weigh(evidence, weights),
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
  pictures: number
): MaterialRecord {
  const activity = evidence.activityOf[index]
  const indicator = evidence.indicatorOf[index]
  const secret = evidence.secrecyOf[index]
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
    status: material.status,
    ...(material.trouble ? { trouble: material.trouble.code } : {}),
    ...(material.notes.length > 0 || secret ? { notes: notesOf(material, secret) } : {}),
    amount: amountOf(material, weight, pictures),
    ...(activity !== undefined ? { activity: evidence.activities[activity]!.id } : {}),
    ...(indicator ? { indicators: [indicator] } : {}),
    ...(secret ? { secret: true } : {})
  }
}

function notesOf({ notes }: Material, secret: string | undefined): MaterialRecord['notes'] {
  return secret ? [...notes, { code: 'secrecy-mark', words: { mark: secret } }] : [...notes]
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

/** Pictures inside each material. */
function picturesInside(materials: readonly Material[]): number[] {
  const counts = materials.map(() => 0)
  for (const { kind, parent } of materials) if (kind === 'picture' && parent !== undefined) counts[parent]!++
  return counts
}

function activitiesOf(evidence: Evidence, weights: readonly Weight[]): Activity[] {
  const { each } = standings(evidence, weights)
  return evidence.activities.map(({ id, title, date, place, materials, indicators }, index) => ({
    id,
    title,
    ...(date ? { from: date.from, to: date.to } : {}),
    ...(place ? { place } : {}),
    materials: materials.map(material => evidence.materials[material]!.no),
    indicators: [...indicators],
    standing: each[index]!
  }))
}

function indicatorsOf({ indicatorOf }: Evidence): Audit['indicators'] {
  return [...new Set(indicatorOf.filter(code => code !== undefined))].sort().map(code => ({ code }))
}

/** A claim of a whole quarter or year has no place on a chart of months. */
const MOST_DAYS = 31

/** For the chart of claimed dates against what files record of their own making. */
function factsOf({ materials, claimedDateOf, sessions }: Evidence): Facts {
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
      pictures: members.length
    }))
  }
}
