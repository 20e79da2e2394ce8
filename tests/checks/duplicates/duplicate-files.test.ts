import { describe, expect, it } from 'vitest'
import duplicateFiles from '../../../src/checks/duplicates/duplicate-files.ts'
import { runChecks } from '../../../src/checks/run.ts'
import { documentText } from '../../../src/fingerprints/documents.ts'
import { nameClaims } from '../../../src/fingerprints/names.ts'
import type { Evidence } from '../../../src/model/evidence.ts'
import { relateActivities } from '../../../src/relations/activities.ts'
import { findSameContent } from '../../../src/relations/same-content.ts'
import { sha256 } from '../../../src/support/hashing.ts'
import { noTick } from '../../../src/support/tick.ts'
import { evidenceOf, materialOf, tableOf } from '../../support/evidence.ts'

type Loose = Parameters<typeof materialOf>[1] & { sha?: string }

const prose = Array.from(
  { length: 10 },
  (_, i) => `第${i}项，幸福村组织志愿者入户走访困难群众，了解生活情况并登记需求。`
)

function audit(
  files: Record<string, Loose>,
  given: (materials: Evidence['materials']) => Partial<Evidence> = () => ({})
) {
  const paths = Object.keys(files).sort()
  const materials = paths.map((path, i) => {
    const outer = path.lastIndexOf('!/')
    const parent = outer < 0 ? -1 : paths.indexOf(path.slice(0, outer))
    const kind = /\.zip$/u.test(path) ? 'archive' : /\.(docx|pdf|txt)$/u.test(path) ? 'document' : /\.(jpe?g|png)$/iu.test(path) ? 'picture' : 'table' // prettier-ignore
    const { sha, ...rest } = files[path]!
    return materialOf(path, { no: i + 1, kind, bytes: 20_000, ...(parent >= 0 && { parent }), ...(sha && { sha256: sha256(sha) }), ...rest }) // prettier-ignore
  })
  const names = materials.map(nameClaims)
  const documents = materials.flatMap((material, i) => documentText(material, i) ?? [])
  const more = { materials, names, documents, pictures: [], ...given(materials) }
  const belonging = relateActivities(
    { ledgers: [], forms: [], conversations: [], inspection: {}, ...more },
    noTick
  )
  const evidence = evidenceOf({ ...more, ...belonging, sameContent: findSameContent(materials, noTick) })
  const { findings, verdicts } = runChecks([duplicateFiles], evidence, noTick)
  return { verdict: verdicts[0]!, shown: findings.map(({ message, owner, strength, places }) => [message, owner, strength, ...places.map(({ path }) => path)]), findings } // prettier-ignore
}

describe('duplicate-files', () => {
  it('finds a paper filed twice in one activity', () => {
    const { shown } = audit({
      '1-1 党建/2024.3.5主题党日/会议记录.docx': { sha: 'x', paragraphs: prose },
      '1-1 党建/2024.3.5主题党日/材料/会议记录 - 副本.docx': { sha: 'x', paragraphs: prose }
    })
    expect(shown).toEqual([
      ['again', 'unit', 'strong', '1-1 党建/2024.3.5主题党日/会议记录.docx', '1-1 党建/2024.3.5主题党日/材料/会议记录 - 副本.docx'] // prettier-ignore
    ])
  })

  it('finds one content under different dates, and says so of the whole group', () => {
    const { shown, findings } = audit({
      '1-1/2024年1月/工作小结.docx': { sha: 'x', paragraphs: ['走访工作小结', ...prose] },
      '1-1/2024年2月/工作小结.docx': { sha: 'x', paragraphs: ['走访工作小结', ...prose] },
      '1-1/2024年3月/工作小结.pdf': { paragraphs: ['走访工作小结', ...prose] },
      '1-1/2024年4月/工作小结.docx': { paragraphs: ['走访工作小结', ...prose, '本月新增两户。'] }
    })
    expect(shown).toEqual([
      ['sameForDifferent', 'unit', 'strong', '1-1/2024年1月/工作小结.docx', '1-1/2024年2月/工作小结.docx', '1-1/2024年3月/工作小结.pdf'] // prettier-ignore
    ])
    expect(findings[0]!.words).toMatchObject({ files: 3, dates: 3 })
  })

  it('goes by the names where one undated folder holds papers of several months', () => {
    const { shown } = audit({
      '1-1/走访慰问活动/2024年1月小结.docx': { sha: 'x', paragraphs: ['走访小结', ...prose] },
      '1-1/走访慰问活动/2024年2月小结.docx': { sha: 'x', paragraphs: ['走访小结', ...prose] }
    })
    expect(shown.map(each => each.slice(0, 3))).toEqual([['sameForDifferent', 'unit', 'strong']])
  })

  it('says the same of a package that came in one archive', () => {
    const files = {
      '1-1/2024.3.5主题党日/记录.docx': { sha: 'x', paragraphs: prose },
      '1-1/2024.3.5主题党日/材料/记录.docx': { sha: 'x', paragraphs: prose },
      '2-1/制度/值班.docx': { paragraphs: ['值班'] }
    }
    const packed = Object.fromEntries(Object.entries(files).map(([path, file]) => [`包.zip!/${path}`, file]))
    const [plain, zipped] = [audit(files), audit({ '包.zip': {}, ...packed })]
    expect(zipped.findings.map(({ id, strength }) => [id, strength])).toEqual(
      plain.findings.map(({ id, strength }) => [id, strength])
    )
    expect(plain.findings).toHaveLength(1)
  })

  it('says that one paper under each of several indicators was asked for several times, and leaves it with the asker', () => {
    const { shown } = audit({
      '1-1 党建/2024.3.5志愿清扫活动/总结.docx': { sha: 'x', paragraphs: ['志愿清扫总结', ...prose] },
      '2-3 环境/2024.3.5志愿清扫活动/总结.docx': { sha: 'x', paragraphs: ['志愿清扫总结', ...prose] }
    })
    expect(shown.map(each => each.slice(0, 3))).toEqual([['askedAgain', 'asker', 'weak']])
  })

  it('leaves an editable file and its print with the asker where the list asks for paper and electronic, and only there', () => {
    const files = {
      '1-1 党建/2024.3.5志愿清扫活动/总结.docx': {
        format: 'docx' as const,
        paragraphs: ['志愿清扫总结', ...prose]
      },
      '1-1 党建/2024.3.5志愿清扫活动/总结.pdf': {
        format: 'pdf' as const,
        paragraphs: ['志愿清扫总结', ...prose]
      }
    }
    const ask = (media: ('paper' | 'electronic')[]) => () => ({ indicators: [{ code: '1-1', source: 'list' as const, materials: [0, 1], unsure: false, ask: { code: '1-1', codes: ['1-1'], name: '党建', media, table: 0, row: 1 } }] }) // prettier-ignore
    expect(audit(files, ask(['paper', 'electronic'])).shown.map(each => each.slice(0, 3))).toEqual([['askedInMedia', 'asker', 'weak']]) // prettier-ignore
    expect(audit(files, ask(['electronic'])).shown.map(each => each.slice(0, 2))).toEqual([['again', 'unit']])
  })

  it('never says more than weak of rules and plans that serve several activities', () => {
    const { shown } = audit({
      '1-1/2024年1月/值班制度.docx': { sha: 'x', paragraphs: ['值班制度', ...prose] },
      '1-1/2024年2月/值班制度.docx': { sha: 'x', paragraphs: ['值班制度', ...prose] }
    })
    expect(shown.map(each => each[2])).toEqual(['weak'])
  })

  it('never says more than weak of a superior’s notice filed in several places', () => {
    const notice = ['清河县人民政府文件', '清政发〔2024〕5号', '关于开展走访工作的通知', '各镇人民政府、各部门：', ...prose, '请认真贯彻执行。'] // prettier-ignore
    const { shown } = audit({
      '1-1/2024年1月/通知.docx': { sha: 'x', paragraphs: notice },
      '1-2/2024年2月/通知.docx': { sha: 'x', paragraphs: notice }
    })
    expect(shown.map(each => each.slice(0, 3))).toEqual([['askedAgain', 'asker', 'weak']])
  })

  it('stays weak about scans that nobody can tell apart', () => {
    const scan = { sha: 'x', notes: [{ code: 'no-text-layer' as const }] }
    const { shown } = audit({ '1-1/2024年1月/0001.pdf': scan, '1-1/2024年2月/0002.pdf': scan })
    expect(shown.map(each => each[2])).toEqual(['weak'])
  })

  it('reports a picture only when it lies twice in one activity under one indicator', () => {
    const shot = { sha: 'p' }
    expect(audit({ '1-1/2024.3.5走访/a.jpg': shot, '1-1/2024.3.5走访/照片/b.jpg': shot }).shown).toEqual([
      ['again', 'unit', 'moderate', '1-1/2024.3.5走访/a.jpg', '1-1/2024.3.5走访/照片/b.jpg']
    ])
    expect(audit({ '1-1/2024.3.5走访/a.jpg': shot, '1-2/2024.3.5走访/b.jpg': shot }).shown).toEqual([])
    expect(audit({ '1-1/2024.3.5走访/a.jpg': shot, '1-1/2024.4.5走访/b.jpg': shot }).shown).toEqual([])
    const mark = { sha: 'p', bytes: 900 }
    expect(audit({ '1-1/2024.3.5走访/a.png': mark, '1-1/2024.3.5走访/b.png': mark }).shown).toEqual([])
  })

  it('stays quiet about a loose picture that also stands in the report', () => {
    const { verdict } = audit({
      '1-1/2024.3.5走访/总结.docx': { paragraphs: prose },
      '1-1/2024.3.5走访/总结.docx!/word/media/image1.jpeg': { sha: 'p' },
      '1-1/2024.3.5走访/a.jpg': { sha: 'p' }
    })
    expect(verdict).toMatchObject({ answer: 'clear', coverage: { looked: 3, lookable: 3 } })
  })

  it('stays quiet about lock files, empty and tiny files', () => {
    const { shown } = audit({
      'a/~$1.docx': { sha: 'l', notes: [{ code: 'lock-file' }] },
      'b/~$1.docx': { sha: 'l', notes: [{ code: 'lock-file' }] },
      'a/1.docx': { sha: 'e' },
      'b/1.docx': { sha: 'e' },
      'a/2.txt': { sha: 't', bytes: 12, paragraphs: ['无'] },
      'b/2.txt': { sha: 't', bytes: 12, paragraphs: ['无'] }
    })
    expect(shown).toEqual([])
  })

  it('takes an archive beside the files it was made from as one finding', () => {
    const { shown } = audit({
      '1-1/材料.zip': {},
      '1-1/材料.zip!/a.docx': { sha: 'a', paragraphs: prose },
      '1-1/材料.zip!/b.docx': { sha: 'b', paragraphs: ['b'] },
      '1-1/材料/a.docx': { sha: 'a', paragraphs: prose },
      '1-1/材料/b.docx': { sha: 'b', paragraphs: ['b'] }
    })
    expect(shown).toEqual([
      ['packedAgain', 'unit', 'moderate', '1-1/材料.zip', '1-1/材料/a.docx', '1-1/材料/b.docx']
    ])
  })

  it('finds a ledger filed again for another month, and is weak where it covers both months itself', () => {
    const rows = [['走访台账'], ['序号', '姓名', '日期'], ...Array.from({ length: 8 }, (_, i) => [`${i + 1}`, `张${i}`, `2024-01-0${i + 1}`])] // prettier-ignore
    const files = {
      '1-1/2024年1月/台账.xlsx': { sha: 'x', tables: [tableOf(rows)] },
      '1-1/2024年2月/台账.xlsx': { sha: 'x', tables: [tableOf(rows)] }
    }
    const ledger = (dates: string[]) => (materials: Evidence['materials']) => ({
      ledgers: materials.map((material, i) => ({
        index: i,
        material: i,
        table: material.reading!.tables[0]!,
        title: '走访台账',
        headerRow: 2,
        columns: [],
        rows: Uint32Array.from(dates, (_, row) => row + 2),
        first: i * dates.length,
        value: () => '',
        date: (entry: number) => dates[entry]!
      }))
    })
    expect(audit(files, ledger(['2024-01-03', '2024-01-20'])).shown.map(each => each.slice(0, 3))).toEqual([
      ['sameForDifferent', 'unit', 'strong']
    ])
    expect(audit(files, ledger(['2024-01-03', '2024-02-20'])).shown.map(each => each[2])).toEqual(['weak'])
  })

  it('does not apply to a single file, and is undecided when nothing could be read', () => {
    expect(audit({ 'a.docx': {} }).verdict).toMatchObject({ answer: 'notApplicable', because: 'tooFew' })
    const unread = { status: 'unread' as const, sha256: '' }
    expect(audit({ 'a.docx': unread, 'b.docx': unread }).verdict).toMatchObject({
      answer: 'undecided',
      because: 'unread'
    })
  })
})
