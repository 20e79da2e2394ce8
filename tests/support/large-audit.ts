import type { Audit, Finding, MaterialRecord } from '../../src/model/audit.ts'
import { CLASSES, OWNERS, PURPOSES, STRENGTHS } from '../../src/model/audit.ts'
import { KINDS } from '../../src/model/kinds.ts'
import { CHECKS } from '../../src/index.ts'
import { sha256 } from '../../src/support/hashing.ts'
import { byCodePoint } from '../../src/support/order.ts'

/** An audit of any size, made by counting: for the desk's queries, not a package that could be. */
export function largeAudit(materials: number, findings: number): Audit {
  const records = Array.from({ length: materials }, (_, i) => pathOf(i))
    .sort(byCodePoint)
    .map((path, i) => recordOf(path, i))
  const share = { trace: 0, mixed: 0, result: 0, unknown: 0, outside: 0, share: null, low: null, high: null }
  const repeated = { files: 0, entries: 0 }
  return {
    schema: 'henshi.audit/1',
    tool: { name: 'henshi', version: '0', lexicon: '0' },
    settings: { masking: 'masked' },
    package: { name: '大包', sha256: 'x' },
    accounting: { found: materials, read: materials, partly: 0, unread: 0, listed: 0 },
    activities: Array.from({ length: 50 }, (_, i) => ({ id: `a${i}`, title: `活动${i}`, materials: records.filter(({ no }) => no % 50 === i).map(({ no }) => no), indicators: [], standing: 'trace' as const })),
    materials: records,
    verdicts: [],
    findings: Array.from({ length: findings }, (_, i) => findingOf(i, records)),
    balance: { activities: { result: 0, trace: 0, undetermined: 0 }, determinable: false, files: share, entries: share, characters: share, embeddedPictures: share, repeated },
    troubles: [],
    run: { startedAt: '', seconds: 0, jobs: 1, timings: {} }
  }
} // prettier-ignore

function pathOf(i: number): string {
  const folder = `${i % 7}-类/${i % 31}`
  return i % 10 === 0 ? `${folder}/包${i % 13}.zip!/里/文件${i}.docx` : `${folder}/文件${i}.docx`
}

function recordOf(path: string, i: number): MaterialRecord {
  return {
    no: i + 1, path, kind: KINDS[i % 5]!, format: 'docx', bytes: (i * 7919) % 100_000, sha256: sha256(path),
    class: CLASSES[i % CLASSES.length]!, why: [], status: 'read', purpose: PURPOSES[i % 3]!,
    amount: { entries: i % 40, pages: 1, characters: 100, pictures: 0, messages: 0 },
    activity: `a${(i + 1) % 50}`
  } // prettier-ignore
}

function findingOf(i: number, records: readonly MaterialRecord[]): Finding {
  const check = CHECKS[i % CHECKS.length]!
  const paths = [0, 1, 2].map(k => records[(i * 17 + k * 101) % records.length]!.path)
  return {
    id: sha256(String(i)).slice(0, 16), check: check.id, message: check.messages[i % check.messages.length]!,
    words: { files: i % 9, dates: i % 4, activities: i % 5 }, owner: OWNERS[i % 3]!,
    places: paths.map(path => ({ path })), firmness: ((i * 37) % 100) / 100, strength: STRENGTHS[i % 3]!,
    indications: [], detail: { kind: 'files', files: [], total: 0 }
  } // prettier-ignore
}
