import { describe, expect, it } from 'vitest'
import { secrecyMarks } from '../../src/fingerprints/secrecy.ts'
import { materialOf } from '../support/evidence.ts'

const marked = (path: string, ...paragraphs: string[]) =>
  secrecyMarks([materialOf(path, { paragraphs })])[0] !== undefined

describe('secrecy marks', () => {
  it.each(['秘密★10年', '机密', '绝密★启用前', '内部资料 注意保存', '秘密 ★ 长期', '【内部文件】'])(
    '%s in the head',
    line => expect(marked('a.docx', line, '关于某事的通知')).toBe(true)
  )

  it.each([
    '保守国家秘密是公民义务',
    '商业秘密保护宣传',
    '加强机密文件管理',
    '单位内部资料已归档',
    '保密工作自查报告',
    '秘密花园'
  ])('%s is no mark', line => expect(marked('a.docx', line)).toBe(false))

  it('stands in a file name, not in a word of it', () => {
    expect(marked('来文/【机密】通知.pdf')).toBe(true)
    expect(marked('保密宣传/保守国家秘密宣传单.pdf')).toBe(false)
  })

  it('is not looked for deep in a text', () => {
    expect(marked('a.docx', ...Array.from({ length: 30 }, () => '正文'), '机密')).toBe(false)
  })

  it('holds for what lies inside', () => {
    const marks = secrecyMarks([
      materialOf('a.docx', { paragraphs: ['秘密★5年'] }),
      materialOf('a.docx!/word/media/1.jpg', { parent: 0 })
    ])
    expect(marks).toEqual(['秘密★5年', '秘密★5年'])
  })
})
