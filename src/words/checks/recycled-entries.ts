import type { CheckWords } from '../check-words.ts'

export default {
  zh: {
    title: '沿用内容的记录',
    messages: {
      blockRepeated:
        '{rows} 行记录成段沿用：{contents} 项不同内容按相同次序出现在不同日期下（{from} 至 {to}，涉及 {ledgers} 份台账）',
      contentRepeated: '{rows} 行记录所载日期或对象不同，内容一致（{dates} 个日期，{subjects} 个对象）',
      contentsRepeated:
        '{contents} 项内容在 {rows} 行记录中再次出现，所载日期或对象不同（{from} 至 {to}，涉及 {ledgers} 份台账）'
    },
    indications: {
      identical: '内容逐字相同，扣除台账通用文字后约 {bits} 比特，最长连续相同 {run} 字',
      nearlyIdentical:
        '内容大体相同，个别字词可能不同，扣除台账通用文字后相同部分约 {bits} 比特，最长连续相同 {run} 字',
      sameSequence: '{contents} 项不同内容前后次序一致',
      constantShift: '{share}% 的对应记录相隔同样的天数（{days} 天）',
      otherSubjects: '这些内容共涉及 {subjects} 个不同对象',
      otherDates: '这些内容（共 {contents} 项）各自再次出现在别的日期下，合计 {dates} 个日期'
    },
    reasons: {
      noLedgers: '包内没有读到台账',
      noClaims: '台账中没有同时记载内容和日期（或对象）的，无法比较'
    },
    innocent: [
      '例行工作本来每次相同，如值班、巡查无异常',
      '按统一口径或统一提纲记录',
      '同一事项分多次办理，每次记录相同的说明',
      '软件或表格自动带出上一期内容，待修改'
    ],
    clear: ['每次的原始记录、签到或影像', '能说明各次不同情况的办理结果', '统一口径的来源文件']
  },
  en: {
    title: 'Entries that carry content over',
    messages: {
      blockRepeated: '{rows:row} repeat in a block: {contents:different content} in the same order under other dates ({from} to {to}, {ledgers:ledger})', // prettier-ignore
      contentRepeated: '{rows:row} state different dates or subjects with the same content ({dates:date}, {subjects:subject})', // prettier-ignore
      contentsRepeated: '{contents:content} come again in {rows:row} under other dates or subjects ({from} to {to}, {ledgers:ledger})' // prettier-ignore
    },
    indications: {
      identical: 'the content is equal to the letter, about {bits:bit} net of the ledger’s usual wording; longest equal run {run:character}', // prettier-ignore
      nearlyIdentical: 'the content is the same but for a few words at most; what is equal amounts to about {bits:bit} net of the ledger’s usual wording; longest equal run {run:character}', // prettier-ignore
      sameSequence: '{contents:different content} stand in the same order',
      constantShift: '{share}% of corresponding rows lie the same number of days apart ({days})',
      otherSubjects: 'the contents are recorded for {subjects:different subject} together',
      otherDates: 'the contents ({contents}) each come again under another date, {dates:date} together'
    },
    reasons: {
      noLedgers: 'no ledger was read in the package',
      noClaims: 'no ledger states both what happened and when or about whom, so there is nothing to compare'
    },
    innocent: [
      'routine work that is the same every time, such as duty or patrols with nothing to report',
      'records kept to a set wording or outline',
      'one matter handled in several steps, each recorded with the same explanation',
      'a program or form that carries the last period’s text over to be edited'
    ],
    clear: [
      'the original record, sign-in sheet or pictures of each occasion',
      'outcomes that show how the occasions differed',
      'the paper that set the wording'
    ]
  }
} satisfies CheckWords
