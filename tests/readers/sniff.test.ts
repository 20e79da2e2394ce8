import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ReadTrouble } from '../../src/isolation/trouble.ts'
import { nameDiffers } from '../../src/readers/name-differs.ts'
import { sniff } from '../../src/readers/sniff.ts'
import { temporaryFolder } from '../support/paths.ts'
import { zip } from '../support/zip.ts'

const folder = temporaryFolder()
let number = 0

async function formatOf(data: Uint8Array | string, extension = ''): Promise<string> {
  const file = join(folder, `f${++number}`)
  writeFileSync(file, data)
  const { format, kind, trouble } = await sniff(file, Buffer.byteLength(data as string), extension)
  return [format, kind, trouble?.code].filter(Boolean).join(' ')
}

const types = (kind: string) =>
  `<Types><Override PartName="/x" ContentType="application/vnd.openxmlformats-officedocument.${kind}.main+xml"/></Types>`

describe('the format of a file', () => {
  it.each([
    ['xlsx table', zip([{ name: '[Content_Types].xml', data: types('spreadsheetml.sheet') }])],
    ['docx document', zip([{ name: '[Content_Types].xml', data: types('wordprocessingml.document') }])],
    ['pptx document', zip([{ name: '[Content_Types].xml', data: types('presentationml.presentation') }])],
    ['xlsx table', zip([{ name: 'xl\\workbook.xml', data: '<workbook/>' }])],
    ['ofd document', zip([{ name: 'OFD.xml', data: '<x/>' }])],
    [
      'ods table',
      zip([{ name: 'mimetype', data: 'application/vnd.oasis.opendocument.spreadsheet', store: true }])
    ],
    ['zip archive', zip([{ name: '照片/1.jpg', data: 'x' }])],
    ['zip archive', zip([])],
    ['docx document', zip([{ name: '[Content_Types].xml', data: 'x' }, { name: 'word/document.xml', data: 'x' }]).subarray(0, 120)], // prettier-ignore
    ['pdf document', '%PDF-1.7\n'],
    ['pdf document', 'junk before\n%PDF-1.4\n'],
    ['rtf document', '{\\rtf1 x}'],
    ['jpeg picture', Buffer.from('ffd8ffe000104a464946', 'hex')],
    ['png picture', Buffer.from('89504e470d0a1a0a0000', 'hex')],
    ['tiff picture', Buffer.from('49492a0008000000', 'hex')],
    ['7z archive', Buffer.from('377abcaf271c00040000', 'hex')],
    ['html document', '<html><body><table><tr><td>x</td></tr></table></body></html>'],
    ['html document', '\ufeff\r\n<!-- x --><TABLE border=1><tr>'],
    ['svg picture', '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['xml other', '<?xml version="1.0"?><doc/>'],
    ['json other', '{"a": 1}'],
    ['txt document', '今天开展了走访活动。\n明天继续。\n'],
    ['txt document', Buffer.from('bdf1ccecbfaad5b9c1cbd7dfb7c3bbeeb6af0d0a', 'hex')],
    ['txt document', Buffer.from('\ufeff今天', 'utf16le')],
    ['csv table', 'BMI,身高\n20,170\n', 'csv'],
    ['unknown other', Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 2654435761) >>> 13))]
  ])('is %s by content', async (format, data, extension = '') => {
    expect(await formatOf(data, extension)).toBe(format)
  })

  it('is csv where the extension or even separators say so', async () => {
    expect(await formatOf('甲,乙\n1,2\n', 'csv')).toBe('csv table')
    expect(await formatOf('甲\t乙\t丙\n1\t2\t3\n4\t5\t6\n', 'xls')).toBe('csv table')
    expect(await formatOf('甲\t乙\t丙\n1\t2\t3\n4\t5\t6\n', 'txt')).toBe('csv table')
    expect(await formatOf('今天,明天\n后天\n大后天,x\n', 'txt')).toBe('txt document')
  })

  it('is a conversation by the head of its export', async () => {
    const text =
      '消息记录（此消息记录为文本格式，不支持重新导入）\n\n====\n消息分组:我的QQ群\n====\n消息对象:工作群\n'
    expect(await formatOf(text, 'txt')).toBe('qq conversation')
  })

  it('is told to be one volume of a split archive', async () => {
    expect(await formatOf(Buffer.from('526172211a07010000', 'hex'), 'r00')).toBe('rar archive E_UNSUPPORTED')
    expect(await formatOf(zip([{ name: 'a', data: 'x' }]).subarray(0, 40), '001')).toBe(
      'zip archive E_UNSUPPORTED'
    )
    expect(await formatOf(Buffer.from('526172211a0700cf90730100000d00000000000000', 'hex'), 'rar')).toBe('rar archive E_UNSUPPORTED') // prettier-ignore
  })

  it('is E_EMPTY when there are no bytes', async () => {
    await expect(formatOf('')).rejects.toThrow('E_EMPTY')
  })

  it('that the name does not say is noted, where the name says one', () => {
    expect(nameDiffers('xls', 'html')).toEqual({ code: 'name-differs', words: { says: 'xls', is: 'html' } })
    expect(nameDiffers('xls', 'xlsx')).toEqual({ code: 'name-differs', words: { says: 'xls', is: 'xlsx' } })
    expect(nameDiffers('txt', 'csv')).toBeUndefined()
    expect(nameDiffers('et', 'xls')).toBeUndefined()
    expect(nameDiffers('abc', 'pdf')).toBeUndefined()
    expect(nameDiffers('jpg', 'unknown')).toBeUndefined()
  })

  it('of any bytes is found without an error of ours', async () => {
    mkdirSync(join(folder, 'any'))
    const whole = zip([
      { name: '[Content_Types].xml', data: types('spreadsheetml.sheet') },
      { name: 'xl/workbook.xml', data: '<x/>' }
    ])
    const heads = [
      '',
      'PK\x03\x04',
      '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
      'Rar!\x1a\x07\x01\x00',
      '%PDF-',
      '<?xml',
      'II*\0'
    ]
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.tuple(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 700 })).map(([head, rest]) => Buffer.concat([Buffer.from(head, 'latin1'), rest])), // prettier-ignore
          fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 8 }).map(changes => {
            const bytes = Buffer.from(whole)
            for (const [at, value] of changes) bytes[at] = value
            return bytes
          })
        ),
        fc.constantFrom('', 'xls', 'txt', 'csv', '001', 'rar', 'jpg'),
        async (bytes, extension) => {
          const file = join(folder, 'any', 'f')
          writeFileSync(file, bytes)
          const result = await sniff(file, bytes.length, extension).catch((error: unknown) => error)
          if (result instanceof Error && !(result instanceof ReadTrouble)) throw result
        }
      ),
      { numRuns: 1500 }
    )
  })
})
