import type { CheckWords } from '../check-words.ts'

export default {
  zh: {
    title: '重复登记的记录',
    messages: {
      sameRecord: '{rows} 行记录的内容一致，除格式和个别错字外看不出区别（所载日期 {from} 至 {to}）',
      sameUndated: '{rows} 行记录的内容一致，除格式和个别错字外看不出区别（各行没有日期）',
      repeatedBlock: '{ledgers} 份台账中有 {rows} 行成段重复登记，日期相同（{from} 至 {to}）',
      blockUndated: '{ledgers} 份台账中有 {rows} 行成段重复登记（各行没有日期）',
      compiled: '{ledgers} 份台账共 {rows} 行相互对应，像是由分台账汇总而成（{from} 至 {to}）',
      compiledUndated: '{ledgers} 份台账共 {rows} 行相互对应，像是由分台账汇总而成（各行没有日期）'
    },
    indications: {
      equal: '各栏文字逐字相同，相同的内容合计约 {bits} 比特',
      agreement: '除格式、宽窄字符和个别错字外各栏一致，一致的内容合计约 {bits} 比特',
      sameOccasion: '登记的日期和对象都相同',
      sameNumber: '证件号码或电话相同',
      sameDay: '登记的日期相同',
      sameSequence: '{rows} 行按相同次序成段出现',
      otherLayout: '记录分别在 {ledgers} 份栏目不同的台账中，可能是各自被要求填报',
      compilation: '{ledgers} 份台账中有一份的时段包含其余各份，且记录更多，与汇总台账的情形一致'
    },
    reasons: {
      noLedgers: '包内没有读到台账',
      tooFew: '台账中可读的记录不足两行'
    },
    innocent: [
      '同一天确有两次相同的事项，台账没有记时间来区分',
      '月度台账汇总成年度台账，或按要求分别报送',
      '补充信息后另起一行，忘记删去原来的一行'
    ],
    clear: ['能区分两次事项的时间、单号或签收记录', '汇总关系的说明']
  },
  en: {
    title: 'Entries recorded more than once',
    messages: {
      sameRecord: '{rows:row} are the same record but for formats and slips (dates stated: {from} to {to})',
      sameUndated: '{rows:row} are the same record but for formats and slips (the rows state no dates)',
      repeatedBlock: '{rows:row} in {ledgers:ledger} are recorded again in one block under the same dates ({from} to {to})', // prettier-ignore
      blockUndated:
        '{rows:row} in {ledgers:ledger} are recorded again in one block (the rows state no dates)',
      compiled: '{rows:row} of {ledgers:ledger} correspond, as when one ledger is compiled from the others ({from} to {to})', // prettier-ignore
      compiledUndated: '{rows:row} of {ledgers:ledger} correspond, as when one ledger is compiled from the others (the rows state no dates)' // prettier-ignore
    },
    indications: {
      equal: 'the columns are equal to the letter; what agrees amounts to about {bits:bit}',
      agreement:
        'the columns agree but for formats, character widths and slips; what agrees amounts to about {bits:bit}',
      sameOccasion: 'the same date and the same subject are stated',
      sameNumber: 'the identity number or telephone number is the same',
      sameDay: 'the same date is stated',
      sameSequence: '{rows:row} stand in the same order in both places',
      otherLayout:
        'the rows stand in {ledgers:ledger} of different columns, each of which may have been asked for on its own',
      compilation: 'of {ledgers:ledger} one spans the period of the others and holds more, which is consistent with a compilation' // prettier-ignore
    },
    reasons: {
      noLedgers: 'no ledger was read in the package',
      tooFew: 'the ledgers hold fewer than two readable entries'
    },
    innocent: [
      'the same thing was done twice on one day and the ledger has no time to tell the two apart',
      'monthly ledgers were compiled into a yearly one, or had to be handed in both ways',
      'a row was completed as a new row and the old one was left in'
    ],
    clear: [
      'times, numbers or receipts that tell the two apart',
      'a note that one ledger is compiled from the others'
    ]
  }
} satisfies CheckWords
