import { describe, expect, it } from 'vitest'
import type { Evidence } from '../../src/model/evidence.ts'
import type { Material } from '../../src/model/material.ts'
import type { PictureFacts } from '../../src/model/reading.ts'
import { relateActivities } from '../../src/relations/activities.ts'
import { documentText } from '../../src/fingerprints/documents.ts'
import { nameClaims } from '../../src/fingerprints/names.ts'
import { noTick } from '../../src/support/tick.ts'
import { materialOf, tableOf } from '../support/evidence.ts'

type Loose = Parameters<typeof materialOf>[1]

/** Materials in the order of paths, containers linked to what they hold. */
function packageOf(files: Record<string, Loose>): Material[] {
  const paths = Object.keys(files).sort()
  return paths.map((path, i) => {
    const outer = path.lastIndexOf('!/')
    const parent = outer < 0 ? -1 : paths.indexOf(path.slice(0, outer))
    const document = /\.(docx|pdf|txt)$/u.test(path)
    const kind = /\.zip$/u.test(path) ? 'archive' : document ? 'document' : /\.(jpe?g|png)$/iu.test(path) ? 'picture' : 'table' // prettier-ignore
    return materialOf(path, { no: i + 1, kind, ...(parent >= 0 && { parent }), ...files[path] })
  })
}

function relate(materials: Material[], inspection = {}, pictures: Evidence['pictures'] = []) {
  const names = materials.map(nameClaims)
  const documents = materials.flatMap((material, i) => documentText(material, i) ?? [])
  const found = relateActivities(
    { materials, names, documents, ledgers: [], forms: [], pictures, conversations: [], inspection },
    noTick
  )
  const shown = found.activities.map(({ title, date, indicators, materials: members }) => ({
    title,
    date: date && (date.from === date.to ? date.from : `${date.from}/${date.to}`),
    indicators,
    files: members.map(i => materials[i]!.path)
  }))
  const claimed = (path: string) => {
    const date = found.claimedDateOf[materials.findIndex(each => each.path === path)]
    return date && `${date.from === date.to ? date.from : `${date.from}/${date.to}`} ${date.source}`
  }
  const titleOf = (path: string) => found.activities[found.activityOf[materials.findIndex(each => each.path === path)] ?? -1]?.title // prettier-ignore
  const indicatorOf = (path: string) => found.indicatorOf[materials.findIndex(each => each.path === path)]
  return { ...found, shown, claimed, titleOf, indicatorOf }
}

describe('activities', () => {
  it('takes a dated folder under an indicator as one activity with all beneath it', () => {
    const { shown, indicatorOf } = relate(
      packageOf({
        '1-2-3 走访慰问/2024.3.5走访困难群众/照片/IMG_20240305_101112.jpg': {},
        '1-2-3 走访慰问/2024.3.5走访困难群众/走访记录.docx': { paragraphs: ['走访记录'] },
        '1-2-3 走访慰问/2024.4.9走访老党员/1.jpg': {}
      })
    )
    expect(shown).toEqual([
      {
        title: '走访困难群众',
        date: '2024-03-05',
        indicators: ['1-2-3'],
        files: [
          '1-2-3 走访慰问/2024.3.5走访困难群众/照片/IMG_20240305_101112.jpg',
          '1-2-3 走访慰问/2024.3.5走访困难群众/走访记录.docx'
        ]
      },
      {
        title: '走访老党员',
        date: '2024-04-09',
        indicators: ['1-2-3'],
        files: ['1-2-3 走访慰问/2024.4.9走访老党员/1.jpg']
      }
    ])
    expect(indicatorOf('1-2-3 走访慰问/2024.4.9走访老党员/1.jpg')).toBe('1-2-3')
  })

  it('sees one activity filed under two indicators as one with both', () => {
    const { shown } = relate(
      packageOf({
        '1-1 党建/2024年3月5日 主题党日志愿清扫/a.jpg': {},
        '2-4 环境整治/3月5日主题党日志愿清扫活动/b.jpg': {},
        '2-4 环境整治/2024.3.9 河道清理/c.jpg': {},
        '2-5 其他/2024.4.9 法治宣传/d.jpg': {}
      })
    )
    expect(shown.map(({ title, indicators, files }) => [title, indicators, files.length])).toEqual([
      ['主题党日志愿清扫活动', ['1-1', '2-4'], 2],
      ['河道清理', ['2-4'], 1],
      ['法治宣传', ['2-5'], 1]
    ])
  })

  it('keeps different activities of one day apart, however alike their names', () => {
    const { shown } = relate(
      packageOf({
        '1-1 走访/2024.3.5赴幸福村走访慰问困难群众/a.jpg': {},
        '1-1 走访/2024.3.5赴和平村走访慰问困难群众/b.jpg': {},
        '1-1 走访/2024.3.5第一期法律培训/c.jpg': {},
        '1-1 走访/2024.3.5第二期法律培训/d.jpg': {}
      })
    )
    expect(shown).toHaveLength(4)
  })

  it('says the same when everything came in one zip with one folder around it, or was moved', () => {
    const files = {
      '1-2-3 走访/2024.3.5走访困难群众/a.jpg': {},
      '1-2-3 走访/0003.docx': { paragraphs: ['2024年4月8日法治宣传活动记录', '活动内容如下'] },
      '2-1 宣传/照片/1月/b.jpg': {}
    }
    const plain = relate(packageOf(files))
    for (const prefix of ['包.zip!/', '包.zip!/检查材料/', '幸福镇资料/', '某某镇迎检/']) {
      const moved = Object.fromEntries(Object.entries(files).map(([path, file]) => [prefix + path, file]))
      const wrapped = relate(packageOf({ ...(prefix.includes('zip') && { '包.zip': {} }), ...moved }))
      expect(wrapped.activities.map(({ id }) => id)).toEqual(plain.activities.map(({ id }) => id))
      expect(wrapped.shown.map(({ files: members }) => members)).toEqual(
        plain.shown.map(({ files: members }) => members.map(path => prefix + path))
      )
    }
  })

  it('takes a month folder as a month of the subject above it, and category folders as nothing', () => {
    const { shown, titleOf } = relate(
      packageOf({
        '2-1 主题党日/2024年1月/照片/1.jpg': {},
        '2-1 主题党日/2024年2月/照片/1.jpg': {},
        '2-2 制度/照片/1.jpg': {},
        '2-2 制度/佐证材料/制度.docx': { paragraphs: ['某某镇值班制度'] }
      })
    )
    expect(shown.map(({ title, date }) => [title, date])).toEqual([
      ['主题党日', '2024-01-01/2024-01-31'],
      ['主题党日', '2024-02-01/2024-02-29']
    ])
    expect(titleOf('2-2 制度/照片/1.jpg')).toBeUndefined()
  })

  it('reads files lying directly under an indicator by their titles, whatever their names', () => {
    const { shown, claimed } = relate(
      packageOf({
        '3-1 会议/0001.docx': { paragraphs: ['2024年3月5日安全生产推进会会议记录', '参会人员：略'] },
        '3-1 会议/0002.docx': { paragraphs: ['安全生产推进会会议记录', '会议时间：2024年4月2日上午', '略'] },
        '3-1 会议/0003.pdf': { paragraphs: ['关于召开2024年3月5日安全生产推进会的通知', '各村：'] },
        '3-1 会议/0004.jpg': {}
      })
    )
    expect(shown.map(({ title, date, files }) => [title, date, files.length])).toEqual([
      ['安全生产推进会', '2024-03-05', 2],
      ['安全生产推进会', '2024-04-02', 1]
    ])
    expect(claimed('3-1 会议/0002.docx')).toBe('2024-04-02 text')
    expect(claimed('3-1 会议/0004.jpg')).toBeUndefined()
  })

  it('gives pictures of a summary the dates of their own sections and captions', () => {
    const blocks = [
      { text: '一季度志愿服务总结', style: 'title' as const },
      { text: '2024年1月10日，开展清扫街道志愿服务活动，参加二十人。', style: 'paragraph' as const },
      { text: '2024年2月8日，开展慰问老人志愿服务活动，参加十人。', style: 'paragraph' as const },
      { text: '图：2024年3月12日植树现场', style: 'paragraph' as const }
    ]
    const { claimed, titleOf } = relate(
      packageOf({
        '1-1/总结.docx': { reading: { blocks } },
        '1-1/总结.docx!/word/media/image1.jpeg': { at: { block: 1 } },
        '1-1/总结.docx!/word/media/image2.jpeg': { at: { block: 2 }, reading: {} },
        '1-1/总结.docx!/word/media/image3.jpeg': { at: { block: 2, caption: '2024年3月12日植树现场' } }
      })
    )
    expect(claimed('1-1/总结.docx!/word/media/image1.jpeg')).toBe('2024-01-10 caption')
    expect(claimed('1-1/总结.docx!/word/media/image3.jpeg')).toBe('2024-03-12 caption')
    expect(titleOf('1-1/总结.docx!/word/media/image3.jpeg')).toBe('植树现场')
  })

  it('gives embedded things their document’s activity and date', () => {
    const { claimed, titleOf } = relate(
      packageOf({
        '1-1/2024年3月5日走访慰问总结.docx': { paragraphs: ['走访慰问总结'] },
        '1-1/2024年3月5日走访慰问总结.docx!/word/media/image1.jpeg': { at: { block: 0 } }
      })
    )
    expect(claimed('1-1/2024年3月5日走访慰问总结.docx!/word/media/image1.jpeg')).toBe('2024-03-05 container')
    expect(titleOf('1-1/2024年3月5日走访慰问总结.docx!/word/media/image1.jpeg')).toBe('走访慰问')
  })

  it('gives an undated activity folder the one day its papers name, and splits it when they name several', () => {
    const one = relate(
      packageOf({
        '1-1 党建/主题党日活动/会议记录.docx': { paragraphs: ['主题党日记录', '时间：2024年3月5日'] },
        '1-1 党建/主题党日活动/0001.jpg': {},
        '1-1 党建/主题党日活动/通知.docx': { paragraphs: ['关于开展2024年3月主题党日的通知', '各支部：'] }
      })
    )
    expect(one.shown.map(({ date, files }) => [date, files.length])).toEqual([['2024-03-05', 3]])
    const two = relate(
      packageOf({
        '1-1 党建/主题党日活动/1.docx': { paragraphs: ['主题党日记录', '时间：2024年3月5日'] },
        '1-1 党建/主题党日活动/2.docx': { paragraphs: ['主题党日记录', '时间：2024年4月7日'] },
        '1-1 党建/主题党日活动/0001.jpg': {}
      })
    )
    expect(two.shown.map(({ date, files }) => [date, files.length])).toEqual([
      ['2024-03-05', 1],
      ['2024-04-07', 1],
      [undefined, 1]
    ])
  })

  it('tells an indicator 3-5 from the fifth of March by what stands beside it', () => {
    const numbered = relate(packageOf({ '3-1 制度建设/a.docx': {}, '3-5 走访活动/b.jpg': {} }))
    expect(numbered.indicatorOf('3-5 走访活动/b.jpg')).toBe('3-5')
    const days = relate(packageOf({ '2024年/3-5 走访活动/a.jpg': {}, '2024年/3-12 植树活动/b.jpg': {} }))
    expect(days.indicatorOf('2024年/3-5 走访活动/a.jpg')).toBeUndefined()
    expect(days.shown.map(({ title, date }) => [title, date])).toEqual([
      ['走访活动', '2024-03-05'],
      ['植树活动', '2024-03-12']
    ])
  })

  it('lets the pairs beside it say whether a pair is a code or a day', () => {
    const codes = relate(
      packageOf({ '4-1 收支/a.docx': {}, '4-2 人口/b.docx': {}, '5-1 志愿服务/c.jpg': {}, '2024年3月5日走访.docx': {} }) // prettier-ignore
    )
    expect(codes.indicatorOf('5-1 志愿服务/c.jpg')).toBe('5-1')
    expect(codes.claimed('5-1 志愿服务/c.jpg')).toBeUndefined()
    const month = relate(packageOf({ '2024年1月工作/1-2 检查/a.jpg': {}, '2024年2月工作/x.jpg': {} }))
    expect(month.claimed('2024年1月工作/1-2 检查/a.jpg')).toBe('2024-01-01/2024-01-31 folder')
    const days = relate(packageOf({ '2024年/2.14会议/a.jpg': {}, '2024年/3.8妇女节/b.jpg': {} }))
    expect(days.claimed('2024年/2.14会议/a.jpg')).toBe('2024-02-14 folder')
    expect(days.indicatorOf('2024年/2.14会议/a.jpg')).toBeUndefined()
  })

  it('lets a folder of one day come before a year or month in a file’s own name', () => {
    const { claimed } = relate(packageOf({ '2024-06-10端午/2023年资料.jpg': {}, '2024-06-10端午/IMG_2019.jpg': {}, '2024-06-10端午/WechatIMG2019.jpg': {} })) // prettier-ignore
    for (const name of ['2023年资料', 'IMG_2019', 'WechatIMG2019'])
      expect(claimed(`2024-06-10端午/${name}.jpg`)).toBe('2024-06-10 folder')
  })

  it('takes standing tables and a quarter’s summary for no activity, a sign-in sheet for one', () => {
    const { shown } = relate(
      packageOf({
        '20241231_公务用车使用登记.xlsx': {},
        '20240930_常住人口花名册.xlsx': {},
        '20240328_总结.docx': { paragraphs: ['某某局2024年一季度工作总结'] },
        '20240305_走访张家村签到表.xlsx': {}
      })
    )
    expect(shown.map(({ title }) => title)).toEqual(['走访张家村'])
  })

  it('takes a conversation for no activity', () => {
    const materials = packageOf({
      '2024-03-05工作群/20240305群聊天记录.txt': {},
      '20240305工作群聊天.txt': {}
    })
    const conversations = materials.map((_, material) => ({ material, messages: [] }))
    const { activities } = relateActivities(
      { materials, names: materials.map(nameClaims), documents: [], ledgers: [], forms: [], pictures: [], conversations, inspection: {} } as never, // prettier-ignore
      noTick
    )
    expect(activities).toEqual([])
  })

  it('works in a flat folder and in English', () => {
    const { shown } = relate(
      packageOf({
        '2024-03-05 village visit photo 1.jpg': {},
        '2024-03-05 village visit photo 2.jpg': {},
        '2024-03-05 village visit minutes.docx': { paragraphs: ['Village visit minutes'] },
        'annual plan.docx': { paragraphs: ['Plan'] }
      })
    )
    expect(shown.map(({ date, files }) => [date, files.length])).toEqual([['2024-03-05', 3]])
  })

  it('never takes the time a camera or messenger put into a name for a claim about the event', () => {
    const { claimed } = relate(packageOf({ '1-1/微信图片_20240305101112.jpg': {}, '1-1/IMG_20240306_101112.jpg': {}, 'x.docx': {} })) // prettier-ignore
    expect(claimed('1-1/微信图片_20240305101112.jpg')).toBeUndefined()
    expect(claimed('1-1/IMG_20240306_101112.jpg')).toBeUndefined()
  })

  it('reads a place and a time from a form’s label cells', () => {
    const { activities } = relate(
      packageOf({
        '1-1/0001.xlsx': {
          tables: [tableOf([['安全检查签到表'], ['时间', '2024年3月5日', '地点', '镇政府三楼会议室']])]
        }
      })
    )
    expect(activities.map(({ title, date, place }) => [title, date?.from, place])).toEqual([
      ['安全检查', '2024-03-05', '镇政府三楼会议室']
    ])
  })

  describe('of photos that only their cameras date', () => {
    const taken = (takenAt: string): Loose => ({
      reading: { picture: { claims: { takenAt } } as PictureFacts }
    })
    /** What makes 2024 the year of the package. */
    const year = {
      'a/2024年4月2日通报.docx': {},
      'a/2024年5月6日通报.docx': {},
      'a/2024年6月7日通报.docx': {}
    }
    const relatePhotos = (photos: Record<string, Loose>, nature: 'photo' | 'page' = 'photo') => {
      const materials = packageOf({ ...year, ...photos })
      return relate(materials, {}, materials.flatMap(({ kind }, material) => kind === 'picture' ? [{ material, hash: new Uint32Array(0), detail: 0, nature }] : [])) // prettier-ignore
    }
    const pictured = (...given: Parameters<typeof relatePhotos>) => relatePhotos(...given).shown.filter(({ files }) => files.some(path => path.endsWith('.jpg'))) // prettier-ignore

    it('is one occasion of their indicator where all were taken within days, whatever they are called', () => {
      expect(
        pictured({
          '3-1-1 河湖巡查/验收报告1.jpg': taken('2024-03-05T14:00:00'),
          '3-1-1 河湖巡查/IMG_20240305_140300.jpg': taken('2024-03-05T14:03:00'),
          '3-1-1 河湖巡查/DSC0003.jpg': taken('2024-03-06T09:00:00'),
          '3-1-1 河湖巡查/4.jpg': {}
        }).map(({ title, date, indicators, files }) => [title, date, indicators, files.length])
      ).toEqual([['河湖巡查', '2024-03-05/2024-03-06', ['3-1-1'], 3]])
    })

    it.each([
      ['taken over months: many occasions or none', '3-1-1 河湖巡查/1', '2024-03-05', '2024-05-07'],
      ['that lie under no occasion', '3-1-1 组织领导/1', '2024-03-05', '2024-03-05'],
      ['that lie under no indicator', '图片/1', '2024-03-05', '2024-03-05'],
      ['that show something', '3-1-1 业务培训/合格证书', '2024-03-05', '2024-03-05'],
      ['by a clock of another year', '3-1-1 河湖巡查/1', '2019-03-05', '2019-03-05'],
      ['by a clock nobody set', '3-1-1 河湖巡查/1', '2024-01-01', '2024-01-01']
    ])('are of none %s', (_, name, first, last) => {
      const photos = { [`${name}.jpg`]: taken(`${first}T14:00:00`), [`${name}1.jpg`]: taken(`${last}T14:00:00`) } // prettier-ignore
      expect(pictured(photos)).toEqual([])
    })

    it('are of none when they are scans', () => {
      const photos = { '3-1-1 河湖巡查/1.jpg': taken('2024-03-05T14:00:00') }
      expect([pictured(photos, 'page'), pictured(photos, 'photo')].map(each => each.length)).toEqual([0, 1])
    })

    it('claim no day by their cameras, so that no check holds a camera against itself', () => {
      const path = '3-1-1 河湖巡查/1.jpg'
      const { claimed, titleOf } = relatePhotos({ [path]: taken('2024-03-05T14:00:00') })
      expect(titleOf(path)).toBe('河湖巡查')
      expect(claimed(path)).toBeUndefined()
    })

    it('leave a photo that claims a day of its own to that day', () => {
      expect(
        pictured({
          '3-1-1 河湖巡查/2024年6月12日清理河道.jpg': taken('2024-03-05T14:00:00'),
          '3-1-1 河湖巡查/1.jpg': taken('2024-03-05T14:02:00')
        }).map(({ date, files }) => [date, files.length])
      ).toEqual([
        ['2024-03-05', 1],
        ['2024-06-12', 1]
      ])
    })
  })
})
