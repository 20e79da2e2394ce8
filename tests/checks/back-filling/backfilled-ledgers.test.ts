import { describe, expect, it } from 'vitest'
import check from '../../../src/checks/back-filling/backfilled-ledgers.ts'
import { runChecks } from '../../../src/checks/run.ts'
import { ledgersOf } from '../../../src/fingerprints/ledgers.ts'
import { finding as schema } from '../../../src/model/audit.ts'
import type { Conversation, Inspection } from '../../../src/model/evidence.ts'
import type { Claims } from '../../../src/model/reading.ts'
import { ledgerHistories } from '../../../src/relations/ledger-history.ts'
import { StringPool } from '../../../src/support/string-pool.ts'
import { noTick } from '../../../src/support/tick.ts'
import { evidenceOf, materialOf, tableOf } from '../../support/evidence.ts'

interface File {
  title: string
  dates: string[]
  created?: string
  columns?: boolean
  claims?: Partial<Claims>
  header?: string[]
}

const HEADER = ['序号', '日期', '地点', '情况', '记录人']
const month = (m: number): string[] => [3, 4, 8, 9, 11, 15, 16, 22, 23, 25].map(d => `2024-0${m}-${String(d).padStart(2, '0')}`) // prettier-ignore
const EXCEL = { application: 'Microsoft Excel 16.0300', author: '李强', lastModifiedBy: '李强' }

function run(files: File[], given: Inspection = { inspectedOn: '2024-12-05' }, said: string[] = []) {
  const texts = new StringPool()
  const materials = files.map(({ title, dates, created, columns, claims, header = HEADER }, i) => {
    const rows = dates.map((date, k) => [header === HEADER ? `${k + 1}` : `2024${String(90000 + k)}`, date, `${'东西南北'[k % 4]}街${k + 1}号`, `第${k}处情况${title.length}`, '王芳']) // prettier-ignore
    return materialOf(`${i}.xlsx`, {
      kind: 'table',
      format: 'xlsx',
      tables: [tableOf([[title], header, ...rows], texts)],
      claims: { ...EXCEL, ...(created && { created, modified: `${created.slice(0, 14)}59:00Z` }), ...claims },
      observed: columns ? { stringOrder: 'columns' } : {}
    })
  })
  const chat = materialOf('群.txt', { kind: 'conversation' })
  const conversations: Conversation[] = said.length === 0 ? [] : [{ material: materials.length, name: '群', messages: said.map((text, i) => ({ number: i + 1, at: '2024-11-28T10:00:00', sender: '甲', text, kind: 'text' })) }] // prettier-ignore
  const all = [...materials, chat]
  const { ledgers } = ledgersOf(all, texts, noTick)
  const histories = ledgerHistories({ materials: all, ledgers, conversations, sameContent: [] }, noTick)
  return runChecks([check], evidenceOf({ materials: all, texts, ledgers, conversations, inspection: given, ledgerHistories: histories }), noTick) // prettier-ignore
}

/** Months begun a few minutes after each other. */
const months = (count: number, columns: boolean): File[] =>
  Array.from({ length: count }, (_, i) => ({ title: `${i + 2}月走访记录`, dates: month(i + 2), created: `2024-12-02T0${2 + Math.floor(i / 6)}:${String((i % 6) * 8).padStart(2, '0')}:11Z`, columns })) // prettier-ignore

describe('backfilled-ledgers', () => {
  it('reports months begun in one sitting and typed down the columns as one finding', () => {
    const { findings } = run(months(4, true))
    expect(findings).toHaveLength(1)
    expect(schema.parse(findings[0])).toEqual(findings[0])
    expect(findings[0]).toMatchObject({ message: 'madeTogether', owner: 'unit', strength: 'moderate', words: { files: 4, entries: 40, created: '2024-12-02', minutes: 24 } }) // prettier-ignore
    expect(findings[0]!.indications.map(({ code }) => code)).toEqual(['madeTogether', 'createdAfter', 'nearInspection', 'mostByColumns']) // prettier-ignore
  })

  it('is strong when a message asked for that ledger days before, which alone is never enough', () => {
    const asked = ['走访记录没有的赶紧补台账']
    expect(run(months(4, true), undefined, asked).findings.map(({ strength }) => strength)).toEqual([
      'strong'
    ])
    expect(run([{ title: '走访记录', dates: [...month(3), ...month(6)], created: '2024-12-02T02:00:00Z' }], {}, asked).findings.map(({ strength }) => strength)).toEqual(['weak']) // prettier-ignore
    // asking for something else, or an applicant for papers, says nothing of this ledger
    expect(run([{ title: '走访记录', dates: month(3), created: '2024-12-02T02:00:00Z' }], {}, ['河道清漂要补台账', '请您补材料']).findings).toEqual([]) // prettier-ignore
  })

  it('never says more than weak about what files record of themselves: paper typed up row by row', () => {
    const typed = run(
      months(7, false).map(file => ({ ...file, claims: { savedPath: 'C:\\桌面\\迎检\\补台账\\' } }))
    )
    expect(typed.findings.map(({ strength }) => strength)).toEqual(['weak'])
    expect(run(months(3, false)).findings).toEqual([])
  })

  it('is quiet about a ledger kept through the year, a compilation, an export and a system’s register', () => {
    const year = [...month(2), ...month(5), ...month(8)]
    const late = { dates: year, created: '2024-12-02T02:00:00Z', columns: true }
    const names = ['走访记录'].map(title => ({
      title,
      dates: year,
      created: '2024-01-03T02:00:00Z',
      columns: true
    }))
    expect(run(names).verdicts[0]!.answer).toBe('clear')
    const asked = ['走访记录没有的赶紧补台账']
    expect(run([{ ...late, title: '走访记录汇总表' }], undefined, asked).findings).toEqual([])
    expect(run([{ ...late, title: '走访记录', claims: { author: 'openpyxl', lastModifiedBy: '' } }], undefined, asked).findings).toEqual([]) // prettier-ignore
    expect(run([{ ...late, title: '走访记录', claims: { application: 'SheetJS' } }], undefined, asked).findings).toEqual([]) // prettier-ignore
    expect(run([{ ...late, title: '走访记录', header: ['工单编号', ...HEADER.slice(1)] }], undefined, asked).findings).toEqual([]) // prettier-ignore
  })

  it('takes a time of making that files share to the second for their template’s', () => {
    const shared = months(5, true).map(file => ({ ...file, created: '2024-12-02T02:00:00Z' }))
    expect(run(shared, undefined, ['走访记录没有的赶紧补台账']).findings).toEqual([])
  })

  it('is undecided where programs wrote the files again, which says nothing of when a person did', () => {
    const written = months(4, true).map(file => ({ ...file, claims: { author: 'Unknown', lastModifiedBy: '' } })) // prettier-ignore
    expect(run(written).verdicts[0]).toMatchObject({ answer: 'undecided', because: 'noHistory', coverage: { looked: 0, lookable: 4 } }) // prettier-ignore
  })

  it('is undecided where no file records when it was made, and does not apply without ledgers', () => {
    expect(run([{ title: '走访记录', dates: month(3) }]).verdicts[0]).toMatchObject({ answer: 'undecided', because: 'noHistory', coverage: { looked: 0, lookable: 1 } }) // prettier-ignore
    expect(run([]).verdicts[0]).toMatchObject({ answer: 'notApplicable', because: 'noLedgers' })
  })

  it('notices even distances in work without a rhythm of its own, and leaves duty and patrols alone', () => {
    const even = Array.from({ length: 30 }, (_, i) => new Date(Date.UTC(2024, 0, 9 + 9 * i)).toISOString().slice(0, 10)) // prettier-ignore
    const file = (title: string): File => ({
      title,
      dates: even,
      created: '2024-12-02T02:00:00Z',
      columns: true
    })
    const [finding] = run([file('政策宣讲到户登记')]).findings
    expect(finding!.indications.map(({ code }) => code)).toContain('evenGaps')
    const codes = run([file('值班记录')]).findings.flatMap(({ indications }) =>
      indications.map(({ code }) => code)
    )
    expect(codes).not.toContain('evenGaps')
  })
})
