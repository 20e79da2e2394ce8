import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LabelledForm } from '../../src/model/evidence.ts'
import { fold } from '../../src/relations/passage-text.ts'
import { findPassageGroups } from '../../src/relations/passages.ts'
import { noTick } from '../../src/support/tick.ts'
import { evidenceOfDocuments, hanOf, proseOf, randomOf, sentenceOf, type Written } from '../support/prose.ts'

const groupsOf = (written: readonly Written[], more = {}) =>
  findPassageGroups({ ...evidenceOfDocuments(written), ...more }, noTick)
const membersOf = (written: readonly Written[]) =>
  groupsOf(written).map(({ members }) => members.map(({ document }) => document))

describe('passages carried over', () => {
  it('gathers twenty-two records with one text, other people and other days in one group', () => {
    const random = randomOf(1)
    const talk = proseOf(random, 300)
    const records = Array.from({ length: 22 }, (_, i) => ({
      title: '谈心谈话记录',
      paragraphs: [
        `谈话对象：王小${'甲乙丙丁戊己庚辛'[i % 8]}`,
        ...talk.map(text => text.replace('老支书', `李${i}`))
      ]
    }))
    const others = Array.from({ length: 10 }, () => ({ paragraphs: proseOf(random, 400) }))
    expect(membersOf([...others, ...records])).toEqual([Array.from({ length: 22 }, (_, i) => i + 10)])
  })

  it('estimates the copied share within .02', () => {
    for (const share of [0.35, 0.5, 0.8, 0.98]) {
      const random = randomOf(share * 100)
      const copied = hanOf(random, 4000 * share).match(/.{1,300}/gu)!
      const written = [0, 1].map(() => ({ paragraphs: [hanOf(random, 4000 * (1 - share)), ...copied] }))
      const [group] = groupsOf(written)
      for (const member of group!.members) expect(Math.abs(member.share - share)).toBeLessThan(0.02)
    }
  })

  it('sees through a date, a place or a name swapped in every sentence', () => {
    const random = randomOf(3)
    const sentences = Array.from({ length: 12 }, () => sentenceOf(random))
    const swapped = sentences.map((text, i) => text.replace(/\d+户/u, `${i + 100}户`))
    expect(groupsOf([{ paragraphs: sentences }, { paragraphs: swapped }])).toHaveLength(1)
  })

  it('keeps A–B by one text and B–C by another apart', () => {
    const random = randomOf(4)
    const [p, q] = [proseOf(random, 500), proseOf(random, 500)]
    expect(membersOf([{ paragraphs: p }, { paragraphs: [...p, ...q] }, { paragraphs: q }])).toEqual([
      [0, 1],
      [1, 2]
    ])
  })

  describe('in record forms', () => {
    const formOf = (material: number, subject: string): LabelledForm => ({
      material,
      table: 0,
      title: '家访记录表',
      fields: ['学生姓名', '沟通内容'].map((label, row) => ({ label, value: subject, meaning: 'other' as const, row, column: 1 })), // prettier-ignore
      occasion: { subject }
    })
    const look = (written: readonly Written[], subjects: readonly string[]) =>
      groupsOf(
        written.map(each => ({ ...each, date: '2024-03-01', activity: 1 })),
        { forms: subjects.map((subject, i) => formOf(i, subject)) }
      ).map(({ members }) => members.map(({ document }) => document))

    it('finds short prose carried from one person to another', () => {
      const random = randomOf(71)
      const texts = Array.from({ length: 6 }, () => hanOf(random, 90))
      texts[4] = texts[1]!
      const written = texts.map((text, i) => ({ paragraphs: [`${'甲乙丙丁戊己'[i]}${text}`] }))
      expect(look(written, ['王一', '李二', '张三', '赵四', '孙五', '周六'])).toEqual([[1, 4]])
    })

    it('stays quiet when the person is the same, or the prose is shorter than two sentences', () => {
      const [long, short] = [hanOf(randomOf(72), 90), hanOf(randomOf(73), 40)]
      const twice = (text: string) => [{ paragraphs: [`甲${text}`] }, { paragraphs: [`乙${text}`] }]
      expect(look(twice(long), ['王一', '王一'])).toEqual([])
      expect(look(twice(short), ['王一', '李二'])).toEqual([])
    })
  })

  it('lets a document join a group by pieces it shares with several members', () => {
    const random = randomOf(74)
    const source = Array.from({ length: 20 }, () => hanOf(random, 30))
    const own = () => hanOf(random, 300)
    const written = [source, source, source].map(pieces => ({ paragraphs: [own(), ...pieces] }))
    const fourth = { paragraphs: source.slice(0, 4).flatMap(piece => [piece, hanOf(random, 90)]) }
    expect(membersOf([...written, fourth])).toEqual([[0, 1, 2, 3]])
  })

  it('lets one of identical documents stand for all', () => {
    const random = randomOf(5)
    const text = proseOf(random, 500)
    const written = [
      { paragraphs: text },
      { paragraphs: text },
      { paragraphs: [...text, sentenceOf(random)] }
    ]
    const groups = groupsOf(written, { sameContent: [{ members: [0, 1], by: 'text' }] })
    expect(groups.map(({ members }) => members.length)).toEqual([2])
  })
})

describe('honest look-alikes', () => {
  const random = randomOf(6)
  const quiet = (written: readonly Written[]) => expect(membersOf(written)).toEqual([])

  it('independent prose', () =>
    quiet(Array.from({ length: 30 }, () => ({ paragraphs: proseOf(random, 800) }))))

  it('a notice that every unit quotes', () => {
    const notice = proseOf(random, 900)
    quiet([
      { paragraphs: notice, issued: true, title: '通知' },
      ...Array.from({ length: 6 }, () => ({ paragraphs: [...notice.slice(0, 2), ...proseOf(random, 300)] }))
    ])
  })

  it('the same notice given from outside', () => {
    const notice = proseOf(random, 900)
    quiet([
      { paragraphs: notice, material: { origin: 'issued' } },
      ...Array.from({ length: 4 }, () => ({ paragraphs: [...notice, ...proseOf(random, 300)] }))
    ])
  })

  it('a blank found in the package and filled by many', () => {
    const blank = proseOf(random, 500)
    quiet([
      { title: '走访记录', paragraphs: [...blank.map(text => `${text}签字：______`), '（签字）'] },
      ...Array.from({ length: 6 }, () => ({
        title: '走访记录',
        paragraphs: [...blank.map(text => `${text}签字：王大明`), ...proseOf(random, 200)]
      }))
    ])
  })

  it('a pledge signed by many', () => {
    const pledge = proseOf(random, 500)
    quiet(
      Array.from({ length: 8 }, () => ({
        title: '安全生产承诺书',
        paragraphs: pledge.concat(sentenceOf(random))
      }))
    )
  })

  it('minutes on one skeleton, with the same people and their own contents', () => {
    const skeleton = '会议应到党员二十三人，实到党员二十一人，符合规定人数，会议由支部书记主持，现在开会。'
    const roll =
      '张建国、李秀英、王海涛、刘春梅、陈志强、杨桂兰、赵永福、黄玉珍、周德才、吴小燕、徐长林、孙丽华'
    quiet(
      Array.from({ length: 12 }, () => ({
        title: '会议记录',
        paragraphs: ['时间：2024年3月5日', `参会人员：${roll}`, roll, skeleton, ...proseOf(random, 250), '与会人员围绕议题充分发表意见，经集体研究，一致同意以上事项，会议到此结束。'] // prettier-ignore
      }))
    )
  })

  it('plans of successive years on one template with a low share', () => {
    const template = proseOf(random, 200)
    quiet(
      [2021, 2022, 2023].map(year => ({
        date: `${year}-01-05`,
        paragraphs: [...template, ...proseOf(random, 900)]
      }))
    )
  })

  it('an annual summary of its own monthly records', () => {
    const months = Array.from({ length: 4 }, (_, i) => ({
      date: `2024-0${i + 1}-28`,
      paragraphs: proseOf(random, 400)
    }))
    const summary = { title: '2024年工作总结', date: '2024-01-01', to: '2024-12-31', source: 'title' as const, paragraphs: months.flatMap(month => month.paragraphs) } // prettier-ignore
    quiet([...months, summary])
  })

  it('draft and final text of one activity', () => {
    const text = proseOf(random, 600)
    quiet([
      { paragraphs: text, activity: 1, date: '2024-03-05' },
      { paragraphs: [...text, sentenceOf(random)], activity: 1, date: '2024-03-05' }
    ])
  })

  it('one text filed as two activities with the same head and day', () => {
    const text = proseOf(random, 600)
    const [date, labels] = ['2024-03-05', ['义诊活动 2024年3月5日']]
    quiet([
      { paragraphs: text, date, labels },
      { paragraphs: [...text, sentenceOf(random)], date, labels }
    ])
  })

  it('cover letters and numbered articles', () => {
    const letter = '现将我单位本月工作材料报送贵办，请审阅。如有不妥，请及时反馈，以便修改完善。'
    quiet(Array.from({ length: 5 }, () => ({ paragraphs: [letter, sentenceOf(random)] })))
    const articles = proseOf(random, 600).map((text, i) => `第${i + 1}条 ${text}`)
    quiet(
      [2023, 2024].map(year => ({
        date: `${year}-01-01`,
        paragraphs: [...articles, ...proseOf(random, 200)]
      }))
    )
  })

  it('phrases that many unrelated texts hold', () => {
    const phrase = proseOf(random, 170)
    quiet(Array.from({ length: 8 }, () => ({ paragraphs: [...phrase, ...proseOf(random, 900)] })))
  })

  it('spreadsheets, which are looked at row by row elsewhere', () => {
    const text = proseOf(random, 600)
    quiet([0, 1].map(i => ({ paragraphs: [...text, String(i)], material: { kind: 'table' as const } })))
  })
})

describe('properties', () => {
  const scene = fc.record({
    seed: fc.integer({ min: 1, max: 1_000_000 }),
    members: fc.integer({ min: 2, max: 6 }),
    share: fc.double({ min: 0.5, max: 0.95, noNaN: true }),
    order: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 20, maxLength: 20 })
  })
  const writtenOf = ({
    seed,
    members,
    share
  }: {
    seed: number
    members: number
    share: number
  }): Written[] => {
    const random = randomOf(seed)
    const copied = proseOf(random, 700 * share)
    return Array.from({ length: 12 }, (_, i) => ({
      date: `2024-01-${String(i + 1).padStart(2, '0')}`,
      activity: i,
      path: `${i}.docx`,
      paragraphs: i < members ? [...proseOf(random, 700 * (1 - share)), ...copied] : proseOf(random, 500)
    }))
  }

  it('the order of documents does not matter', () => {
    fc.assert(
      fc.property(scene, ({ order, ...rest }) => {
        const written = writtenOf(rest)
        const shuffled = written.map((_, i) => i).sort((a, b) => order[a]! - order[b]! || a - b)
        const plain = groupsOf(written)
        const other = groupsOf(shuffled.map(i => written[i]!)).map(group => ({
          ...group,
          members: group.members
            .map(member => ({ ...member, document: shuffled[member.document]! }))
            .sort((a, b) => a.document - b.document)
        }))
        const key = (groups: typeof plain) => groups.map(group => JSON.stringify(group)).sort()
        expect(key(other)).toEqual(key(plain))
      }),
      { numRuns: 25 }
    )
  })

  it('offsets always point at equal text, whatever stands between the characters', () => {
    const noise = fc.array(fc.constantFrom('，', '　', '\n', '“', '🌹', '__', '\u0301'), {
      minLength: 8,
      maxLength: 8
    })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), noise, (seed, marks) => {
        const random = randomOf(seed)
        const copied = hanOf(random, 300)
        let i = 0
        const noisy = copied.replace(/.{7}/gu, text => text + marks[i++ % marks.length])
        const written = [
          { paragraphs: [hanOf(random, 50), copied.slice(0, 130), copied.slice(130), hanOf(random, 40)] },
          { paragraphs: [`Ａ①𠮷${hanOf(random, 40)}${noisy}${hanOf(random, 40)}`] }
        ]
        const [group] = groupsOf(written)
        const shown = group!.members.map(({ document, spans }) =>
          spans
            .map(({ paragraph, from, to }) => fold(written[document]!.paragraphs[paragraph]!.slice(from, to)))
            .join('')
        )
        expect(shown).toEqual([copied, copied])
      }),
      { numRuns: 50 }
    )
  })

  it('is linear enough: 600 documents of one text in a few seconds', () => {
    const random = randomOf(9)
    const text = proseOf(random, 2500)
    const written = Array.from({ length: 600 }, () => ({ paragraphs: [...text, ...proseOf(random, 200)] }))
    const [group, ...rest] = groupsOf(written)
    expect(group!.members).toHaveLength(600)
    expect(rest).toEqual([])
  }, 20_000)
})
