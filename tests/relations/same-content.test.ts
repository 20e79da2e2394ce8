import { describe, expect, it } from 'vitest'
import type { Material } from '../../src/model/material.ts'
import { findSameContent } from '../../src/relations/same-content.ts'
import { sha256 } from '../../src/support/hashing.ts'
import { noTick } from '../../src/support/tick.ts'
import { materialOf, tableOf } from '../support/evidence.ts'

type Loose = Parameters<typeof materialOf>[1] & { sha?: string }

function packageOf(files: Record<string, Loose>): Material[] {
  const paths = Object.keys(files).sort()
  return paths.map((path, i) => {
    const outer = path.lastIndexOf('!/')
    const parent = outer < 0 ? -1 : paths.indexOf(path.slice(0, outer))
    const kind = /\.zip$/u.test(path) ? 'archive' : /\.(docx|pdf|txt)$/u.test(path) ? 'document' : /\.(jpe?g|png)$/iu.test(path) ? 'picture' : 'table' // prettier-ignore
    const { sha, ...rest } = files[path]!
    return materialOf(path, { no: i + 1, kind, ...(parent >= 0 && { parent }), ...(sha !== undefined && { sha256: sha && sha256(sha) }), ...rest }) // prettier-ignore
  })
}

function groups(files: Record<string, Loose>) {
  const materials = packageOf(files)
  return findSameContent(materials, noTick).map(({ by, members }) => [
    by,
    ...members.map(i => materials[i]!.path)
  ])
}

const prose = Array.from(
  { length: 12 },
  (_, i) => `第${i}段，三月五日上午，幸福村组织志愿者入户走访困难群众，了解生活情况。`
)
const rows = [
  ['序号', '姓名', '日期'],
  ...Array.from({ length: 6 }, (_, i) => [String(i + 1), `张${i}`, `2024-03-0${i + 1}`])
]

describe('same content', () => {
  it('finds the same bytes wherever they lie', () => {
    expect(groups({ 'a/1.pdf': { sha: 'x' }, 'b/2.pdf': { sha: 'x' }, 'c.pdf': {} })).toEqual([
      ['bytes', 'a/1.pdf', 'b/2.pdf']
    ])
  })

  it('finds one text in a docx, its re-saved copy and its pdf, whatever their line breaks and page numbers', () => {
    const joined = [prose.join(''), '- 1 -', '第 2 页 共 3 页']
    expect(
      groups({
        'a.docx': { paragraphs: prose },
        'b.docx': { paragraphs: prose.map(text => `${text} `) },
        'c.pdf': { paragraphs: joined },
        'd.docx': { paragraphs: prose.map(text => text.replace('三月', '四月')) }
      })
    ).toEqual([['text', 'a.docx', 'b.docx', 'c.pdf']])
  })

  describe('sets aside what many files have in common', () => {
    const claim = '经第三方评估机构验收合格，群众满意率百分之九十八。'
    const accounts = (more: string) =>
      Object.fromEntries(Array.from({ length: 6 }, (_, i) => [`别的${i}.docx`, { paragraphs: [`第${i}份材料自己的话，与别的都不相同。`.repeat(6), more] }])) // prettier-ignore

    it('so that a line added to everything does not make copies different', () => {
      const files = { ...accounts(claim), 'a.docx': { paragraphs: prose }, 'b.docx': { paragraphs: [...prose, claim] } } // prettier-ignore
      expect(groups(files)).toEqual([['text', 'a.docx', 'b.docx']])
      const materials = packageOf(files)
      expect(findSameContent(materials, noTick)).toMatchObject([{ aside: true }])
    })

    it('but not what one copy alone says', () => {
      expect(groups({ ...accounts('各写各的'), 'a.docx': { paragraphs: prose }, 'b.docx': { paragraphs: [...prose, claim] } })).toEqual([]) // prettier-ignore
    })

    it('nor the whole of documents made of set pieces', () => {
      const own = (i: number) => `幸福村第${i}组，共有困难群众二十四户，逐户走访并登记在册，逐一落实到人，按季报送，按年归档，全部电子化，随时可以查阅并核对。` // prettier-ignore
      const set = Array.from({ length: 12 }, (_, i) => `第${i}条，各单位应当高度重视，认真组织，确保落实到位，按时报送。`) // prettier-ignore
      const with_ = (i: number, pieces: string[]) => ({ paragraphs: [...pieces, own(i)] })
      const many = Object.fromEntries(Array.from({ length: 6 }, (_, i) => [`制度${i}.docx`, with_(i, set)]))
      expect(groups({ ...many, 'x.docx': with_(9, set.slice(0, 9)), 'y.docx': with_(9, set.slice(3)) })).toEqual([]) // prettier-ignore
    })

    it('in tables: a remark in its own row, or a sheet of nothing else', () => {
      const of = (i: number) => rows.map((row, n) => (n === 0 ? row : [...row.slice(0, 2), `2023-${10 + (i % 3)}-1${(n + i) % 9}`])) // prettier-ignore
      const stuffed = Object.fromEntries(Array.from({ length: 6 }, (_, i) => [`${i}.xlsx`, { tables: [tableOf([...of(i), [claim]])] }])) // prettier-ignore
      const files = { ...stuffed, 'a.xlsx': { tables: [tableOf(rows)] }, 'b.xlsx': { tables: [tableOf([...rows, [claim]]), tableOf([[claim]], undefined, '验收', 1)] } } // prettier-ignore
      expect(groups(files)).toEqual([['cells', 'a.xlsx', 'b.xlsx']])
    })
  })

  it('leaves short texts alone', () => {
    expect(
      groups({ 'a.docx': { paragraphs: ['收据一张'] }, 'b.docx': { paragraphs: ['收据一张'] } })
    ).toEqual([])
  })

  it('finds the same cells in a workbook and a csv', () => {
    const csv = rows.map(row => row.map(text => text.replace(/^2024-0(\d)-0(\d)$/u, '2024/$1/$2')))
    expect(
      groups({
        'a.xlsx': { tables: [tableOf(rows)] },
        'b.csv': { tables: [tableOf(csv)] },
        'c.xlsx': { tables: [tableOf(rows.map(row => row.map(text => text.replace('张', '李'))))] }
      })
    ).toEqual([['cells', 'a.xlsx', 'b.csv']])
  })

  it('does not take two empty forms for the same cells', () => {
    const blank = [['走访登记表'], ['序号', '姓名', '日期', '内容', '备注', '电话', '地址']]
    expect(groups({ 'a.xlsx': { tables: [tableOf(blank)] }, 'b.csv': { tables: [tableOf(blank)] } })).toEqual(
      []
    )
  })

  it('says a copied archive once, not once per file in it', () => {
    expect(
      groups({
        'a.zip': { sha: 'zip' },
        'a.zip!/1.jpg': { sha: 'one' },
        'a.zip!/2.docx': { sha: 'two' },
        'a.zip!/2.docx!/word/media/3.png': { sha: 'three' },
        'b.zip': { sha: 'zip' },
        'b.zip!/1.jpg': { sha: 'one' },
        'b.zip!/2.docx': { sha: 'two' },
        'b.zip!/2.docx!/word/media/3.png': { sha: 'three' },
        'c/1.jpg': { sha: 'one' }
      })
    ).toEqual([
      ['bytes', 'a.zip', 'b.zip'],
      ['bytes', 'a.zip!/1.jpg', 'c/1.jpg']
    ])
  })

  it('finds an archive and the folder it was made from, and another archive packed anew', () => {
    expect(
      groups({
        '照片.zip': {},
        '照片.zip!/1.jpg': { sha: 'one' },
        '照片.zip!/2.jpg': { sha: 'two' },
        '照片/1.jpg': { sha: 'one' },
        '照片/2.jpg': { sha: 'two' },
        '重打包.zip': {},
        '重打包.zip!/x/1.jpg': { sha: 'one' },
        '重打包.zip!/x/2.jpg': { sha: 'two' },
        '其他/1.jpg': { sha: 'other' }
      })
    ).toEqual([['members', '照片.zip', '照片/1.jpg', '照片/2.jpg', '重打包.zip']])
  })

  it('leaves out what was only listed, empty or unread', () => {
    expect(
      groups({
        'a.tmp': { sha: 'x', status: 'listed' },
        'b.tmp': { sha: 'x', status: 'listed' },
        'c.docx': { sha: 'e', bytes: 0 },
        'd.docx': { sha: 'e', bytes: 0 },
        'e.docx': { sha: '' },
        'f.docx': { sha: '' }
      })
    ).toEqual([])
  })
})
