import { describe, expect, it } from 'vitest'
import type { Audit, Finding } from '../../src/model/audit.ts'
import { maskAudit, maskConversations } from '../../src/reporting/masking.ts'
import { withholdSecrets } from '../../src/reporting/withhold.ts'
import { evidenceOf, materialOf } from '../support/evidence.ts'

const finding = (part: Partial<Finding>): Finding => ({
  id: '0123456789abcdef', check: 'duplicate-entries', message: 'sameRecord', words: {}, owner: 'unit', places: [{ path: '台账.xlsx', row: 3 }],
  firmness: 0.8, strength: 'moderate', indications: [], detail: { kind: 'rows', columns: [], rows: [], total: 0 }, ...part
}) // prettier-ignore

const body = (findings: Finding[], secret = false) =>
  ({
    findings,
    activities: [],
    materials: [{ no: 1, path: '台账.xlsx', secret, why: [] }],
    troubles: []
  }) as unknown as Omit<Audit, 'run'>

const talk = {
  kind: 'messages' as const,
  total: 1,
  messages: [{ place: 0, at: '2024-03-05T20:00:00', role: 'member1', text: '@王小二 收到', reply: true }]
}
const conversation = {
  material: 0, name: '工作群', messages: [{ number: 1, at: '2024-03-05T20:00:00', sender: '王小二', text: '收到', kind: 'text' as const }]
} // prettier-ignore

describe('masking an audit', () => {
  it('puts ordinals for personal cells, and equal ones for equal values', () => {
    const cells = (name: string) => [
      { text: name, differs: false, sensitive: 'person' as const },
      { text: '来电 13900001111', differs: false },
      { text: '修复路灯', differs: true }
    ]
    const rows = [
      { place: 0, cells: cells('王小二') },
      { place: 0, cells: cells('王小二') }
    ]
    const { findings } = maskAudit(
      body([finding({ detail: { kind: 'rows', columns: [], rows, total: 2 } })]),
      evidenceOf()
    )
    const shown =
      findings[0]!.detail.kind === 'rows'
        ? findings[0]!.detail.rows.map(row => row.cells.map(({ text }) => text))
        : []
    expect(shown).toEqual([['[P1]', '来电 [T1]', '修复路灯'], ['[P1]', '来电 [T1]', '修复路灯']]) // prettier-ignore
  })

  it('keeps marked runs on the same words', () => {
    const text = '村民王小二家电话13900001111，路灯已修复'
    const runs: [number, number][] = [[text.indexOf('路灯'), text.length]]
    const { findings } = maskAudit(
      body([finding({ detail: { kind: 'texts', texts: [{ place: 0, text, runs }], total: 1 } })]),
      evidenceOf()
    )
    const detail = findings[0]!.detail
    if (detail.kind !== 'texts') throw new Error('kind')
    const [from, to] = detail.texts[0]!.runs[0]!
    expect(detail.texts[0]!.text.slice(from, to)).toBe('路灯已修复')
  })

  it('never shows a name from a conversation, masked or not', () => {
    const evidence = evidenceOf({ conversations: [conversation] })
    const { findings } = maskConversations(body([finding({ detail: talk })]), evidence)
    expect(JSON.stringify(findings)).not.toContain('王小二')
  })

  it('keeps places and weights of material with a secrecy mark and nothing else', () => {
    const one = finding({
      words: { title: '某事', rows: 2 },
      detail: talk,
      indications: [{ code: 'x', family: 'text', weight: 1, words: { what: '某事' } }]
    })
    const { findings } = withholdSecrets(body([one], true))
    expect(JSON.stringify(findings)).not.toMatch(/某事|收到/)
    expect(findings[0]).toMatchObject({ places: one.places, words: { rows: 2 }, strength: 'moderate' })
  })

  it('gathers names from message senders and replaces them in text', () => {
    const detail = {
      kind: 'texts' as const,
      total: 1,
      texts: [{ place: 0, text: '请王小二尽快上报', runs: [] }]
    }
    const { findings } = maskAudit(
      body([finding({ detail })]),
      evidenceOf({ materials: [materialOf('群.txt')], conversations: [conversation] })
    )
    expect(JSON.stringify(findings)).toContain('请[P1]尽快上报')
  })
})

describe('masking persons', () => {
  const rows = (columns: string[], texts: string[]) => {
    const cells = texts.map(text => ({ text, differs: false }))
    const masked = maskAudit(
      body([finding({ detail: { kind: 'rows', columns, rows: [{ place: 0, cells }], total: 1 } })]),
      evidenceOf()
    )
    const { detail } = masked.findings[0]!
    return detail.kind === 'rows' ? detail.rows[0]!.cells.map(({ text }) => text) : []
  }

  it('goes by the header where the column is not known for persons', () => {
    expect(rows(['信访人', '督查人员', '反映事项'], ['杨斌', '徐华艳、陈立', '胡桂建反映路灯不亮'])).toEqual([
      '[P1]',
      '[P2]、[P3]',
      '[P4]反映路灯不亮'
    ])
  })

  it('leaves bodies, places and counts alone', () => {
    expect(rows(['每户人', '受检单位', '参加人数'], ['四人', '永固制品厂', '12'])).toEqual([
      '四人',
      '永固制品厂',
      '12'
    ])
  })
})
