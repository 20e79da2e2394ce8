import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nameClaims } from '../../src/fingerprints/names.ts'
import { isDay, writtenDates } from '../../src/support/dates.ts'
import { materialOf } from '../support/evidence.ts'

const claims = (path: string) => nameClaims(materialOf(path))
const dates = (path: string) => claims(path).dates.map(({ from, to, source }) => [from === to ? from : `${from}/${to}`, source]) // prettier-ignore

describe('written dates', () => {
  it.each([
    ['2024年3月5日', {}, ['2024-03-05/2024-03-05']],
    ['2024年3月1日至5日', {}, ['2024-03-01/2024-03-05']],
    ['2024.3.1-3.5', {}, ['2024-03-01/2024-03-05']],
    ['2024-03-05-12', {}, ['2024-03-05/2024-03-05']],
    ['24.3.5走访', {}, ['2024-03-05/2024-03-05']],
    ['二〇二四年十二月三十一日', {}, ['2024-12-31/2024-12-31']],
    ['March 5, 2024 and 6 Mar 2024', {}, ['2024-03-05/2024-03-05', '2024-03-06/2024-03-06']],
    ['2024年1-6月', {}, ['2024-01-01/2024-06-30']],
    ['2024年第二季度', {}, ['2024-04-01/2024-06-30']],
    ['202403走访', { name: true }, ['2024-03-01/2024-03-31']],
    ['邮编202403', {}, []],
    ['3月5日', {}, []],
    ['3月5日', { year: 2024 }, ['2024-03-05/2024-03-05']],
    ['3月28日至4月2日', { year: 2024 }, ['2024-03-28/2024-04-02']],
    ['一季度', { year: 2024 }, ['2024-01-01/2024-03-31']],
    ['共12个月', { year: 2024 }, []],
    ['0305主题党日', { name: true, year: 2024 }, ['2024-03-05/2024-03-05']],
    ['2024-11-09119消防宣传', { name: true }, ['2024-11-09/2024-11-09']],
    ['20241109119消防宣传', { name: true }, ['2024-11-09/2024-11-09']],
    ['20241109123456', { name: true }, []],
    ['2024', { name: true }, ['2024-01-01/2024-12-31']],
    ['2012', { name: true }, ['2012-01-01/2012-12-31']],
    ['2001', { name: true }, []],
    ['G2012线整治', { name: true }, []],
    ['DSC_2011', { name: true }, []],
    ['2024年度总结', {}, ['2024-01-01/2024-12-31']],
    ['语文组教研（9月第1次）', { name: true, year: 2024 }, ['2024-09-01/2024-09-30']],
    ['2024年2月30日', {}, []],
    ['13820240305', {}, []]
  ])('reads %s', (text, context, expected) => {
    expect(writtenDates(text, context).map(({ from, to }) => `${from}/${to}`)).toEqual(expected)
  })
})

describe('nameClaims', () => {
  it('puts the own name before folders, the inner folder before the outer', () => {
    expect(dates('2024年/3月/3月5日主题党日/2024.3.6补拍.jpg')).toEqual([
      ['2024-03-06', 'name'],
      ['2024-03-05', 'folder'],
      ['2024-03-01/2024-03-31', 'folder'],
      ['2024-01-01/2024-12-31', 'folder']
    ])
    expect(dates('2024年走访/3月1日至5日入户.docx')[0]).toEqual(['2024-03-01/2024-03-05', 'name'])
    expect(dates('2024.3.1-2024.3.5培训/a.docx')).toEqual([['2024-03-01/2024-03-05', 'folder']])
    expect(dates('2024年3月5日走访总结.docx!/word/media/image1.jpeg')).toEqual([['2024-03-05', 'container']])
  })

  it.each([
    ['mmexport1709632800000.jpg', '2024-03-05T10:00:00Z', 'mmexport'],
    ['微信图片_20240305101112_12.jpg', '2024-03-05T10:11:12', 'messenger'],
    ['QQ图片20240305101112.png', '2024-03-05T10:11:12', 'messenger'],
    ['IMG_20240305_101112.jpg', '2024-03-05T10:11:12', 'camera'],
    ['IMG20240305101112.jpg', '2024-03-05T10:11:12', 'camera'],
    ['20240305_101112.jpg', '2024-03-05T10:11:12', 'camera'],
    ['PXL_20240305_021112123.jpg', '2024-03-05T02:11:12Z', 'PXL'],
    ['IMG-20240305-WA0012.jpg', '2024-03-05', 'WhatsApp'],
    ['DJI_20240305101112_0001_V.JPG', '2024-03-05T10:11:12', 'DJI'],
    ['Screenshot_2024-03-05-10-11-12.png', '2024-03-05T10:11:12', 'screenshot'],
    ['wx_camera_1709632800000.jpg', '2024-03-05T10:00:00Z', 'wx_camera'],
    ['1709632800000.jpg', '2024-03-05T10:00:00Z', 'epoch']
  ])(
    'reads the time a program put into %s, and takes it for no claim about the event',
    (name, savedAt, savedBy) => {
      expect(claims(name)).toMatchObject({ savedAt, savedBy, dates: [], subject: '' })
    }
  )

  it('does not believe numbers out of range', () => {
    for (const name of [
      'mmexport9999999999999.jpg',
      '9999999999999.jpg',
      'IMG_20241305_101112.jpg',
      'IMG_20240305_251112.jpg',
      '13800001111.jpg'
    ])
      // prettier-ignore
      expect(claims(name).savedAt).toBeUndefined()
  })

  it.each([
    'IMG_2001.jpg',
    'DSC_2011.JPG',
    'WechatIMG2019.jpg',
    'DSCN2015.jpg',
    'P2012 (2).jpg',
    'MVI_2020.mp4'
  ])('takes no year from the counter in %s', name => {
    expect(claims(name).dates).toEqual([])
  })

  it('reads counters, copy marks and subjects', () => {
    expect(claims('DSC_1234.JPG')).toMatchObject({ counter: 1234, subject: '' })
    expect(claims('会议记录 - 副本 (2).docx')).toMatchObject({ copySuffix: true, subject: '会议记录' })
    expect(claims('工作总结最终版2.docx')).toMatchObject({ copySuffix: true, subject: '工作总结' })
    expect(claims('总结_copy.docx').copySuffix).toBe(true)
    expect(claims('2024年3月5日关于开展走访活动的通知.pdf')).toMatchObject({ copySuffix: false, subject: '关于开展走访活动的通知' }) // prettier-ignore
  })

  it.each(['0007.jpg', 'file_12.docx', '新建文档.docx', 'd41d8cd98f00b204e9800998ecf8427e.jpg'])(
    '%s claims nothing',
    name => {
      expect(claims(name)).toEqual({ dates: [], copySuffix: false, subject: '', folders: [] })
    }
  )

  it.each([
    ['1-2-3 走访慰问/a.jpg', '1-2-3'],
    ['1.2.3/a.jpg', '1-2-3'],
    ['01-02 党建/a.jpg', '1-2'],
    ['一、组织领导/(二)会议/a.docx', '1-2'],
    ['一、组织领导/a.docx', '1'],
    ['01组织领导/a.docx', '1'],
    ['指标3-1 党建/a.docx', '3-1'],
    ['A1-2/a.docx', 'A1-2'],
    ['第三部分 民生/3-2 就业/a.docx', '3-2'],
    ['3-1 制度建设/照片/a.jpg', '3-1'],
    ['包.zip!/迎检/1-2-3 走访/a.jpg', '1-2-3'],
    ['1-2-3走访慰问台账.xlsx', '1-2-3'],
    ['3-5 走访活动/a.jpg', undefined],
    ['2024-3-5/a.jpg', undefined],
    ['24.3.5走访/a.jpg', undefined],
    ['3.15消费者权益日/a.jpg', undefined],
    ['9-11月/a.jpg', undefined],
    ['3号楼/a.jpg', undefined],
    ['2组/a.jpg', undefined],
    ['1-1.jpg', undefined],
    ['2024.3.5走访/1、照片/a.jpg', undefined]
  ])('finds the indicator of %s', (path, indicator) => {
    expect(claims(path).indicator).toBe(indicator)
  })

  it('says of folders what they are', () => {
    expect(claims('1-2 党建/2024.3.5主题党日/照片及签到表/a.jpg').folders).toMatchObject([
      { code: '1-2', subject: '党建', category: false, event: false },
      { date: { from: '2024-03-05' }, subject: '主题党日', category: false, event: true },
      { subject: '照片及签到表', category: true, event: false }
    ])
  })

  it('reads any name without failing, and only real days', () => {
    const part = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 20 }), fc.constantFrom('2024', '.', '-', '3', '月', '年', '日', '副本', '(2)', '一、', '!/', '/', '照片', 'IMG_', '.zip')) // prettier-ignore
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 14 }), parts => {
        const path = parts.join('')
        const once = claims(path)
        expect(claims(path)).toEqual(once)
        for (const { from, to } of once.dates) {
          expect(from <= to).toBe(true)
          for (const day of [from, to])
            expect(isDay(+day.slice(0, 4), +day.slice(5, 7), +day.slice(8))).toBe(true)
        }
      }),
      { numRuns: 500 }
    )
  })

  it('takes no time over a hostile name', () => {
    const started = performance.now()
    for (const text of ['图片资料', '扫描', ' -', '副本(1)', '一', '第', '2024年3月'])
      claims(`${text.repeat(150)}X/${text.repeat(150)}X.docx`)
    expect(performance.now() - started).toBeLessThan(1000)
  })
})
