import { audit as schema, type Audit, type Finding, type MaterialRecord } from '../../src/model/audit.ts'

/** An audit by hand in which every field of the contract is filled and every sum is right; `text` marks each free text. */
export function fullAudit(text: (field: Field, plain: string) => string = (_, plain) => plain): Audit {
  const t = text
  const materials: MaterialRecord[] = [
    record(1, t('path', '1-1/会议记录.docx'), { class: 'trace', classId: 'T01', purpose: 'required', keep: { basis: t('basis', '《机关档案管理规定》'), rule: 'archive-rule', binds: 'party-organs' }, counted: { as: 'file', characters: 900 }, activity: 'a1', indicators: ['1-1'], change: { code: 'add-result', words: { what: t('word', '办理结果') } } }),
    record(2, '1-1/活动照片.jpg', { kind: 'picture', format: 'jpeg', class: 'trace', classId: 'T06', purpose: 'demanded', demandedBy: '1-1', counted: { as: 'file', characters: 0 }, activity: 'a1', indicators: ['1-1', '1-2'] }),
    record(3, '1-2/办理台账.xlsx', { kind: 'table', format: 'xlsx', class: 'result', classId: 'R01', ladder: 'E2', counted: { as: 'file', characters: 2400, entries: { trace: 3, mixed: 0, result: 12, outside: 0 } }, repeatedEntries: 2, activity: 'a2', indicators: ['1-2'], purpose: 'demanded', notes: [{ code: 'hidden-sheet', words: { sheets: t('note', '备份') } }] }),
    record(4, '1-2/年度总结.docx', { class: 'mixed', classId: 'M01', ladder: 'E1', purpose: 'avoidable', counted: { as: 'file', characters: 3000 }, activity: 'a2', overruled: { by: 'folder', from: 'trace', note: t('note', '按文件夹') } }),
    record(5, '1-2/年度总结.docx!/word/media/image1.jpeg', { kind: 'picture', format: 'jpeg', class: 'trace', classId: 'T06', counted: { as: 'embedded', characters: 0 } }),
    record(6, '2-1/学习笔记.docx', { class: 'trace', classId: 'T04', purpose: 'avoidable', barred: 'no-study-notes', counted: { as: 'file', characters: 700, entries: { trace: 4, mixed: 0, result: 0, outside: 1 } }, indicators: ['2-1'], activity: 'a3' }),
    record(7, '2-1/学习笔记 (2).docx', { class: 'trace', classId: 'T04', repeats: 6, indicators: ['2-1'] }),
    record(8, '3-1/扫描件.pdf', { format: 'pdf', class: 'unknown', why: [], counted: { as: 'file', characters: 0 }, notes: [{ code: 'no-text-layer', words: { pages: 4 } }] }),
    record(9, '损坏.xlsx', { kind: 'table', format: 'xlsx', class: 'unknown', why: [], status: 'unread', trouble: 'E_CORRUPT', counted: { as: 'file', characters: 0 } }),
    record(10, '基础报表.xlsx', { kind: 'table', format: 'xlsx', class: 'input', classId: 'M08', counted: { as: 'file', characters: 500, entries: { trace: 0, mixed: 0, result: 0, outside: 20 } } }),
    record(11, 'issued:/通知.docx', { class: 'issued', issued: true, counted: { as: 'file', characters: 800 } }),
    record(12, '内部事项.docx', { class: 'trace', secret: true, purpose: 'avoidable', counted: { as: 'file', characters: 100 }, notes: [{ code: 'secrecy-mark', words: { mark: '秘密★' } }] }),
    record(13, '.DS_Store', { kind: 'other', format: 'unknown', class: 'unknown', why: [], status: 'listed', notes: [{ code: 'system-file' }] })
  ] // prettier-ignore
  const audit: Audit = {
    schema: 'henshi.audit/1',
    tool: { name: 'henshi', version: '0.1.0', lexicon: '2026-11-23' },
    settings: { masking: 'masked' },
    package: { name: t('package', '迎检材料'), sha256: 'ab'.repeat(32), unit: t('unit', '栗岭镇'), period: { from: '2024-01-01', to: '2024-12-31' }, inspectedOn: '2024-12-20' },
    accounting: { found: 13, read: 11, partly: 0, unread: 1, listed: 1 },
    indicators: [
      { code: '1-1', name: t('indicator', '会议制度'), asks: t('asks', '会议记录、照片'), points: 5, asker: t('asker', '县委办'), source: 'given', standing: 'trace', materials: [1, 2], activities: ['a1'], media: ['paper', 'picture'] },
      { code: '1-2', name: '办理群众事项', asks: '办理台账', points: 10, asker: '县民政局', source: 'list', standing: 'result', materials: [3, 4], activities: ['a2'], media: ['electronic'] },
      { code: '2-1', name: '学习教育', asks: '学习笔记', points: 2, asker: '县委宣传部', source: 'folder', standing: 'undetermined', materials: [6, 7], activities: ['a3'], barred: [6], barredAsk: 'no-study-notes' },
      { code: '2-10', name: '应急演练', asks: '演练评估', points: 3, source: 'given', standing: 'missing', materials: [] }
    ],
    activities: [
      { id: 'a1', title: t('activity', '安全生产例会'), from: '2024-03-05', to: '2024-03-05', place: t('place', '三楼会议室'), materials: [1, 2], indicators: ['1-1', '1-2'], standing: 'trace', asked: { times: 2, media: ['paper', 'picture'] } },
      { id: 'a2', title: '群众事项办理', from: '2024-01-01', to: '2024-12-31', materials: [3, 4], indicators: ['1-2'], standing: 'result', continuing: true },
      { id: 'a3', title: '学习教育', from: '2024-05-06', to: '2024-05-06', materials: [6, 7], indicators: ['2-1'], standing: 'undetermined', datedBy: 'camera' }
    ],
    materials,
    verdicts: [
      { check: 'duplicate-entries', answer: 'found', findings: 1, coverage: { looked: 40, lookable: 40 } },
      { check: 'duplicate-files', answer: 'found', findings: 1, coverage: { looked: 13, lookable: 13 } },
      { check: 'reused-passages', answer: 'found', findings: 1, coverage: { looked: 2, lookable: 3 } },
      { check: 'picture-dates', answer: 'undecided', findings: 0, because: 'tooFew', coverage: { looked: 0, lookable: 2 } },
      { check: 'lined-up-replies', answer: 'found', findings: 1, coverage: { looked: 1, lookable: 1 } }
    ],
    findings: [
      finding('0000000000000001', { words: { rows: 2, from: t('word', '2024-05-01'), to: '2024-05-03', ledgers: 1 }, places: [{ path: '1-2/办理台账.xlsx', sheet: t('sheet', '办理'), table: 0, row: 4 }, { path: '1-2/办理台账.xlsx', sheet: t('sheet', '办理'), table: 0, row: 9 }], detail: { kind: 'rows', columns: [t('header', '事项'), '结果'], rows: [{ place: 0, cells: [{ text: t('cell', '路灯不亮'), differs: false }, { text: '已修复', differs: false }] }, { place: 1, cells: [{ text: '路灯不亮', differs: true }, { text: '已修复', differs: false }] }], total: 2 } }),
      finding('0000000000000002', { check: 'duplicate-files', message: 'sameForDifferent', words: { files: 2, indicators: 1, dates: 2, activities: 2 }, strength: 'strong', firmness: 0.97, places: [{ path: '2-1/学习笔记.docx' }, { path: '2-1/学习笔记 (2).docx' }], indications: [{ code: 'sameBytes', family: 'bytes', weight: 1.9, words: { files: 2 } }], detail: { kind: 'files', files: [{ place: 0, bytes: 900, sha256: 'cd'.repeat(32), claims: { activity: t('claim', '学习教育') } }], total: 2 } }),
      finding('0000000000000003', { check: 'reused-passages', message: 'carriedOver', words: { documents: 2, share: 40, run: 60 }, strength: 'weak', firmness: 0.4, owner: 'asker', places: [{ path: '1-1/会议记录.docx' }], detail: { kind: 'texts', texts: [{ place: 0, text: t('passage', '会议强调了安全'), runs: [[0, 4]] }], total: 1 } }),
      finding('0000000000000004', { check: 'lined-up-replies', message: 'linedUp', words: { senders: 4, minutes: 2, replies: 4 }, owner: 'asker', places: [{ path: '1-1/会议记录.docx', message: 3 }], detail: { kind: 'messages', messages: [{ place: 0, at: '2024-05-01T22:10:00', role: 'member1', text: t('message', '收到'), reply: true }], total: 1 } })
    ],
    balance: {
      activities: { result: 1, trace: 1, undetermined: 1 },
      indicators: { result: 1, trace: 1, undetermined: 1, missing: 1 },
      determinable: true,
      files: share({ trace: 4, mixed: 1, result: 1, unknown: 2, outside: 2 }),
      entries: share({ trace: 7, mixed: 0, result: 12, unknown: 0, outside: 21 }),
      characters: share({ trace: 1700, mixed: 3000, result: 2400, unknown: 0, outside: 1300 }),
      embeddedPictures: share({ trace: 1, mixed: 0, result: 0, unknown: 0, outside: 0 }),
      ladder: { E0: 0, E1: 1, E2: 1, E3: 0, E4: 0 },
      purposes: { files: { required: 1, demanded: 1, avoidable: 2 }, entries: { required: 0, demanded: 3, avoidable: 4 } },
      repeated: { files: 1, entries: 2 }
    },
    forms: [{ id: 'f1', title: t('form', '走访登记表'), asker: t('asker', '县民政局'), materials: [3, 10], fields: ['name', 'phone'] }],
    effort: {
      version: '2026-11', hours: [3, 9.5], money: [90, 285], currency: 'CNY',
      lines: [{ tariff: 'meeting-minutes', amount: 4, minutes: [30, 90], hours: [2, 6], source: t('source', '标准成本手册'), purpose: 'required' }, { tariff: 'photo-filing', amount: 12, minutes: [5, 17.5], hours: [1, 3.5], source: '标准成本手册' }]
    },
    fieldCheck: {
      seed: 'henshi', population: 15, strata: [{ stratum: 'dated-results', population: 12, drawn: 1 }, { stratum: 'finding', population: 3, drawn: 1 }],
      rows: [
        { stratum: 'dated-results', place: { path: '1-2/办理台账.xlsx', sheet: '办理', row: 4 }, date: '2024-05-01', where: t('where', '东河村'), whom: t('whom', '[P1]'), claimed: t('claimed', '路灯修复'), question: 'was-it-done', words: { what: t('word', '路灯') } },
        { stratum: 'finding', place: { path: '1-2/办理台账.xlsx', sheet: '办理', row: 9 }, claimed: '路灯修复', question: 'was-it-done', words: { what: '路灯' }, finding: '0000000000000001' }
      ]
    },
    facts: { timeline: [{ no: 1, claimed: '2024-03-05', file: '2024-03-06T08:00:00', source: 'title' }, { no: 3, claimed: '2024-05-01', file: '2024-12-01T10:00:00' }], sessions: [{ device: 'X', from: '2024-03-05T09:00:00', to: '2024-03-05T09:30:00', pictures: 4 }] },
    troubles: [{ path: '损坏.xlsx', code: 'E_CORRUPT', detail: t('trouble', 'the central directory is missing') }],
    run: { startedAt: '2024-12-20T00:00:00.000Z', seconds: 1, jobs: 1, timings: {} }
  } // prettier-ignore
  return schema.parse(audit)
}

export const FIELDS = [
  'unit', 'package', 'path', 'sheet', 'header', 'cell', 'note', 'indicator', 'asks', 'asker', 'activity', 'place', 'word', 'claim',
  'passage', 'message', 'form', 'whom', 'where', 'claimed', 'basis', 'source', 'trouble'
] as const // prettier-ignore
export type Field = (typeof FIELDS)[number]

function record(no: number, path: string, part: Partial<MaterialRecord>): MaterialRecord {
  return {
    no, path, kind: 'document', format: 'docx', bytes: 1000 + no, sha256: String(no).padStart(64, '0'), class: 'trace',
    why: [{ cue: '会议记录', class: 'T01', where: 'title', weight: 3 }], status: 'read',
    amount: { entries: 0, pages: 1, characters: 100, pictures: 0, messages: 0 }, ...part
  } // prettier-ignore
}

function finding(id: string, part: Partial<Finding>): Finding {
  return {
    id, check: 'duplicate-entries', message: 'sameRecord', words: {}, owner: 'unit', places: [{ path: '1-2/办理台账.xlsx' }],
    firmness: 0.8, strength: 'moderate', indications: [], detail: { kind: 'rows', columns: [], rows: [], total: 0 }, ...part
  } // prettier-ignore
}

function share(counts: { trace: number; mixed: number; result: number; unknown: number; outside: number }) {
  const { trace, mixed, result, unknown } = counts
  const known = trace + mixed + result
  const round = (value: number): number => Math.round(value * 10_000) / 10_000
  return {
    ...counts,
    share: round((trace + mixed / 2) / known),
    low: round(trace / (known + unknown)),
    high: round((trace + mixed + unknown) / (known + unknown))
  }
}
