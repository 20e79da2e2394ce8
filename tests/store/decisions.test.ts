import {
  appendFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  truncateSync,
  writeFileSync
} from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Finding } from '../../src/model/audit.ts'
import { decidedOf, markOf } from '../../src/store/decided.ts'
import { openJournal, type Journal } from '../../src/store/decisions.ts'
import type { Action, Line } from '../../src/store/journal-actions.ts'
import { fold, historyOf, stateOf } from '../../src/store/journal-state.ts'
import { temporaryFolder } from '../support/paths.ts'

const at = '2026-11-26T10:00:00'
const now = (): string => at
const hash = (n: number): string => `${n}f`.padEnd(64, '0')
type Known = Pick<Finding, 'id' | 'check' | 'message' | 'places'>
const finding = (id: string, paths: readonly string[] = ['a.docx'], check = 'duplicate-files'): Known => ({ id, check, message: 'm', places: paths.map(path => ({ path })) }) // prettier-ignore
const decide = (each: Known, decision: 'confirmed' | 'explained' | 'not-a-problem' | null, note?: string): Action => ({ what: 'decide', findings: [markOf(each)], decision, who: '李', ...(note ? { note } : {}) }) // prettier-ignore

let data: string
let root: string
beforeEach(() => {
  data = temporaryFolder()
  root = join(temporaryFolder(), 'package')
  mkdirSync(root)
})
const open = (at = root, hashes: readonly string[] = [hash(1), hash(2), hash(3), hash(4)]): Promise<Journal> => openJournal(data, { root: at, hashes }, now) // prettier-ignore
const fileOf = (): string => join(data, 'journals', readdirSync(join(data, 'journals')).find(name => name.endsWith('.jsonl'))!) // prettier-ignore

describe('the journal of decisions', () => {
  it('keeps every step over a restart, and undoes beyond it', async () => {
    const first = await open()
    await first.add(decide(finding('f1'), 'confirmed'))
    await first.add({ what: 'overrule', overrule: { by: 'folder', path: '照片', class: 'result' } })
    await first.add(decide(finding('f1'), 'explained', '同一次活动'))
    await first.undo()
    const again = await open()
    expect(again.how).toBe('known')
    expect(again.state.decisions.get('f1')?.decision).toEqual({ finding: 'f1', check: 'duplicate-files', decision: 'confirmed', who: '李', at, source: 'person' }) // prettier-ignore
    expect(again.history()).toMatchObject({ canUndo: true, canRedo: true })
    expect(await again.redo()).toBe(true)
    expect(again.state.decisions.get('f1')?.decision).toMatchObject({ decision: 'explained', note: '同一次活动' }) // prettier-ignore
    for (let i = 0; i < 3; i++) expect(await again.undo()).toBe(true)
    expect(await again.undo()).toBe(false)
    expect([again.state.decisions.size, again.state.overrules]).toEqual([0, []])
  })

  it('leaves nothing to redo after a new step, and keeps what was undone in the history', async () => {
    const journal = await open()
    await journal.add(decide(finding('f1'), 'confirmed'))
    await journal.undo()
    await journal.add(decide(finding('f2'), 'explained'))
    expect(await journal.redo()).toBe(false)
    expect(journal.history().steps.map(({ n, undone }) => [n, undone])).toEqual([
      [1, true],
      [2, false]
    ])
  })

  it('takes a decision back, withdraws an overrule, and keeps and drops declarations', async () => {
    const journal = await open()
    await journal.add(decide(finding('f1'), 'confirmed'))
    await journal.add(decide(finding('f1'), null))
    await journal.add({ what: 'overrule', overrule: { by: 'material', sha256: hash(2), class: 'trace' } })
    await journal.add({ what: 'withdraw', steps: [3] })
    await journal.add({ what: 'declare', declaration: { id: 'd1', text: '5月3日集中拍摄', at } })
    await journal.add({ what: 'declare', declaration: { id: 'd2', text: '另一件', at } })
    await journal.add({ what: 'undeclare', id: 'd1' })
    expect([journal.state.decisions.size, journal.state.overrules.length, journal.state.declarations.map(({ id }) => id)]).toEqual([0, 0, ['d2']]) // prettier-ignore
    await journal.undo()
    expect(journal.state.declarations.map(({ id }) => id)).toEqual(['d1', 'd2'])
  })

  it('takes answers of a sheet as explained, with who and when', async () => {
    const journal = await open()
    await journal.add({ what: 'import', name: '核实单.xlsx', answers: [{ finding: markOf(finding('f1')), note: '原件在档案室', who: '王', at: '2026-11-20T00:00:00' }] }) // prettier-ignore
    expect(journal.state.decisions.get('f1')?.decision).toEqual({ finding: 'f1', check: 'duplicate-files', decision: 'explained', note: '原件在档案室', who: '王', at: '2026-11-20T00:00:00', source: 'answer' }) // prettier-ignore
    expect(await journal.undo()).toBe(true)
    expect(journal.state.decisions.size).toBe(0)
  })

  it('loses only the torn last line, wherever it tore', async () => {
    const journal = await open()
    await journal.add(decide(finding('f1'), 'confirmed'))
    await journal.add(decide(finding('f2'), 'explained'))
    const file = fileOf()
    const bytes = readFileSync(file)
    const end = bytes.indexOf('\n') + 1
    for (const cut of [end, end + 1, end + 40, bytes.length - 1]) {
      writeFileSync(file, bytes)
      truncateSync(file, cut)
      const again = await open()
      expect([...again.state.decisions.keys()]).toEqual(['f1'])
      await again.add(decide(finding('f3'), 'confirmed'))
      expect([...(await open()).state.decisions.keys()]).toEqual(['f1', 'f3'])
    }
  })

  it('passes over damaged lines and lines of a later version', async () => {
    const journal = await open()
    await journal.add(decide(finding('f1'), 'confirmed'))
    appendFileSync(fileOf(), `\u0000\u0000garbage\n{"n":2,"at":"${at}","action":{"what":"dance"}}\n`)
    const again = await open()
    await again.add(decide(finding('f2'), 'confirmed'))
    expect([...(await open()).state.decisions.keys()]).toEqual(['f1', 'f2'])
  })

  it('writes after what a second window wrote', async () => {
    const [one, other] = [await open(), await open()]
    await one.add(decide(finding('f1'), 'confirmed'))
    await other.add(decide(finding('f2'), 'confirmed'))
    await Promise.all([one.add(decide(finding('f3'), 'confirmed')), one.add(decide(finding('f4'), 'confirmed'))]) // prettier-ignore
    expect([...(await open()).state.decisions.keys()]).toEqual(['f1', 'f2', 'f3', 'f4'])
  })

  it('is what undo and redo of a plain list would be', () => {
    const command = fc.oneof({ weight: 3, arbitrary: fc.constant('add' as const) }, { weight: 2, arbitrary: fc.constant('undo' as const) }, fc.constant('redo' as const)) // prettier-ignore
    fc.assert(
      fc.property(fc.array(command, { maxLength: 60 }), commands => {
        const lines: Line[] = []
        const [done, undone]: [number[], number[]] = [[], []]
        let n = 0
        for (const each of commands) {
          if (each === 'add') {
            lines.push({ n: ++n, at, action: decide(finding(`f${n}`), 'confirmed') })
            done.push(n)
            undone.length = 0
          } else if (each === 'undo' && done.length > 0) {
            undone.push(done.pop()!)
            lines.push({ undo: undone.at(-1)! })
          } else if (each === 'redo' && undone.length > 0) {
            done.push(undone.pop()!)
            lines.push({ redo: done.at(-1)! })
          }
        }
        const folded = fold(lines)
        expect([...stateOf(folded.steps).decisions.keys()]).toEqual(done.map(each => `f${each}`))
        expect(historyOf(folded)).toMatchObject({ canUndo: done.length > 0, canRedo: undone.length > 0 })
      })
    )
  })
})

describe('the lineage of a package', () => {
  const decided = async (): Promise<void> => (await open()).add(decide(finding('f1'), 'confirmed'))

  it('follows a package that was moved and half changed', async () => {
    await decided()
    const moved = join(temporaryFolder(), '改名')
    renameSync(root, moved)
    const again = await open(moved, [hash(1), hash(2), hash(8), hash(9)])
    expect([again.how, again.state.decisions.has('f1')]).toEqual(['moved', true])
    expect((await open(moved)).how).toBe('known')
  })

  it('copies for a second copy, so that neither writes into the other', async () => {
    await decided()
    const copy = join(temporaryFolder(), '副本')
    mkdirSync(copy)
    const other = await open(copy)
    expect([other.how, other.state.decisions.has('f1')]).toEqual(['copied', true])
    await other.undo()
    expect((await open()).state.decisions.has('f1')).toBe(true)
  })

  it('is new when less than half is the same, though more than half of the smaller', async () => {
    await decided()
    renameSync(root, `${root}-x`)
    const other = join(temporaryFolder(), '别的')
    expect((await open(other, [hash(1), ...[10, 11, 12].map(hash)])).how).toBe('new')
    expect((await open(`${other}2`, [hash(1)])).how).toBe('new')
  })

  it('takes nothing from a journal that lies in the package', async () => {
    await decided()
    const stranger = join(temporaryFolder(), '来件')
    mkdirSync(join(stranger, 'journals'), { recursive: true })
    for (const name of readdirSync(join(data, 'journals'))) writeFileSync(join(stranger, 'journals', name), readFileSync(join(data, 'journals', name))) // prettier-ignore
    const other = await open(stranger, [hash(20)])
    expect([other.how, other.state.decisions.size]).toEqual(['new', 0])
  })
})

describe('how findings stand', () => {
  const state = (...actions: Action[]) => stateOf(fold(actions.map((action, i) => ({ n: i + 1, at, action }))).steps) // prettier-ignore

  it('reopens a successor: same check and message, half its files, the decided one gone', () => {
    const decided = state(decide(finding('old', ['a', 'b']), 'explained'))
    const stands = (each: Known, ...more: Known[]): string => decidedOf([each, ...more], decided).get(each.id)!.state // prettier-ignore
    expect(stands(finding('new', ['a', 'c']))).toBe('reopened')
    expect(stands(finding('new', ['a', 'c', 'd']))).toBe('open')
    expect(stands(finding('new', ['a'], 'reused-passages'))).toBe('open')
    expect(stands(finding('new', ['a']), finding('old', ['a', 'b']))).toBe('open')
    expect(stands(finding('old', ['moved']))).toBe('explained')
  })

  it('is decided again by a decision of its own', () => {
    const decided = state(decide(finding('old'), 'explained'), decide(finding('new'), 'confirmed'))
    expect(decidedOf([finding('new')], decided).get('new')).toMatchObject({ state: 'confirmed' })
  })
})
