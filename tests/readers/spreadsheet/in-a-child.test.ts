import { utils, write } from '@e965/xlsx'
import { expect, it } from 'vitest'
import { textAt } from '../../../src/model/cells.ts'
import { testPaths } from '../../support/paths.ts'
import { outcome, packageOf, readPackage } from '../../support/read-package.ts'
import { OFFICE, relationships, xlsxOf } from '../../support/xlsx.ts'

it('spreadsheets of every dialect pass the process boundary, each picture a material of its own', async () => {
  const made = utils.book_new()
  utils.book_append_sheet(made, utils.aoa_to_sheet([['姓名'], ['张三']]), '台账')
  const { by, materials } = await readPackage(
    packageOf({
      '走访.xlsx': await xlsxOf({
        sheets: [
          {
            name: '一',
            rows: '<row r="2"><c r="B2" t="str"><v>张三</v></c></row>',
            after: '<drawing r:id="rId1"/>'
          }
        ],
        parts: {
          'xl/worksheets/_rels/sheet1.xml.rels': relationships([
            ['rId1', 'drawing', '../drawings/drawing1.xml']
          ]),
          'xl/drawings/drawing1.xml': `<d xmlns:r="${OFFICE}"><oneCellAnchor><from><row>1</row></from><blip r:embed="rId1"/></oneCellAnchor></d>`,
          'xl/drawings/_rels/drawing1.xml.rels': relationships([['rId1', 'image', '../media/image1.csv']]),
          'xl/media/image1.csv': '甲,乙\n1,2\n'
        }
      }),
      '旧.xls': write(made, { type: 'buffer', bookType: 'biff8' }) as Buffer,
      '导出.xls': '<html><body><table><tr><td>姓名</td></tr><tr><td>李四</td></tr></table></body></html>',
      '明细.csv': '姓名,电话\n王五,13800001111\n'
    }),
    testPaths()
  )
  const shown = (path: string) => {
    const { cells } = by(path)!.reading!.tables[0]!
    return Array.from(cells.rows, (row, i) => [row, textAt(cells, i, 0) || textAt(cells, i, 1)])
  }
  expect(materials.map(each => [each.path, outcome(each), each.kind])).toEqual([
    ['导出.xls', 'read', 'table'],
    ['旧.xls', 'read', 'table'],
    ['明细.csv', 'read', 'table'],
    ['走访.xlsx', 'read', 'table'],
    ['走访.xlsx!/xl/media/image1.csv', 'read', 'table']
  ])
  expect(['走访.xlsx', '旧.xls', '导出.xls'].map(shown)).toEqual([[[2, '张三']], [[1, '姓名'], [2, '张三']], [[1, '姓名'], [2, '李四']]]) // prettier-ignore
  expect(by('走访.xlsx!/xl/media/image1.csv')!.at).toEqual({ table: 0, row: 2 })
})
