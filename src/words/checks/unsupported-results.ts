import type { CheckWords } from '../check-words.ts'

export default {
  zh: {
    title: '实绩数字与支撑材料',
    messages: {
      differs: '材料写“{claimed}”，包内同一事项的台账最多能数出 {counted}',
      differsPaper: '材料写“{claimed}”，包内同一工程的验收材料写的是 {counted}',
      totalApart: '“{column}”一栏的合计写 {stated}，{parts} 行相加为 {follows}',
      partAbove: '“其中”一项为 {stated}，大于总数 {follows}',
      shareApart: '比率写 {stated}，按同一句里的数量计算为 {follows}',
      changeApart: '增减幅度写 {stated}，按同一句里的前后两数计算为 {follows}',
      ownSurvey: '“{claimed}”与本单位自己填报的测评一致，包内没有外部来源',
      noBase: '{claims} 个比率没有写明基数，如“{example}”',
      unsupported: '{claims} 个实绩数字在包内没有找到对应的台账、回单或验收材料，如“{example}”'
    },
    indications: {
      countedRows: '{ledgers} 份台账同期条目（去掉重复）最多 {counted}，少于所写的 {claimed}',
      countedClosed: '{ledgers} 份台账同期已办结的条目最多 {counted}，少于所写的 {claimed}',
      countedDistinct: '{ledgers} 份台账同期不同的人或户最多 {counted}，少于所写的 {claimed}',
      countedSum: '{ledgers} 份台账同期金额或数量相加（{rows} 行）最多 {counted}，少于所写的 {claimed}',
      countedRate: '按台账条目计算的比率为 {counted}',
      abovePaper: '所写的 {claimed} 大于验收材料里同一单位的最大数 {counted}',
      paperStates: '验收材料另外写明了工程量 {counted}',
      unbroken: '台账序号从 1 起连续，中间没有缺行',
      ownTotal: '台账自己的合计也是 {counted}',
      ownFigures: '同一份材料里的数字相互推算不出',
      filledByUnit: '测评表由本单位填报',
      noCounts: '同一段里没有数量，包内也没有可以计算它的台账或测评',
      nothingHere: '包内没有同一事项的台账或验收材料（可能存放在别处）'
    },
    reasons: {
      noClaims: '没有读到写有实绩数字的总结、汇报或统计表',
      nothingToCompare: '写有实绩数字，但包内材料的事项、时间或范围与之不同，不能据此比较'
    },
    innocent: [
      '数字来自业务系统或上级平台，没有放进这个包',
      '统计口径、起止时间或范围与台账不同，如含上年结转、含下属单位',
      '台账只登记了一部分，或另有纸质台账',
      '总结成文以后又有增减，或笔误'
    ],
    clear: ['支撑这个数字的台账、系统导出、回单或验收材料', '写明口径、起止时间和基数的说明', '更正后的数字']
  },
  en: {
    title: 'Achievements claimed and what carries them',
    messages: {
      differs:
        'the text says “{claimed}”; the ledgers of that matter in the package come to {counted} at most',
      differsPaper:
        'the text says “{claimed}”; the acceptance papers of that work in the package say {counted}',
      totalApart: 'the total of “{column}” says {stated}; its {parts:row} add up to {follows}',
      partAbove: 'a part is given as {stated}, more than its whole of {follows}',
      shareApart: 'a share is given as {stated}; the counts in the same sentence give {follows}',
      changeApart: 'a change is given as {stated}; the two figures in the same sentence give {follows}',
      ownSurvey:
        '“{claimed}” agrees with a survey the unit filled in itself; nothing in the package comes from outside',
      noBase: '{claims:share} without the counts behind them, such as “{example}”',
      unsupported:
        '{claims:figure} of achievement without a ledger, receipt or acceptance in the package, such as “{example}”'
    },
    indications: {
      countedRows:
        'entries of that time in {ledgers:ledger}, repeats set aside, come to {counted} at most, below the {claimed} claimed',
      countedClosed:
        'closed entries of that time in {ledgers:ledger} come to {counted} at most, below the {claimed} claimed',
      countedDistinct:
        'different people or households of that time in {ledgers:ledger} come to {counted} at most, below the {claimed} claimed',
      countedSum:
        'sums of that time in {ledgers:ledger} ({rows:row}) come to {counted} at most, below the {claimed} claimed',
      countedRate: 'the entries of the ledgers give {counted}',
      abovePaper:
        'the {claimed} claimed is above the largest such figure of the acceptance papers, {counted}',
      paperStates: 'the acceptance papers state the quantity themselves: {counted}',
      unbroken: 'the ledgers number their entries from 1 without a gap',
      ownTotal: 'the ledgers’ own totals also come to {counted}',
      ownFigures: 'figures of one paper do not follow from each other',
      filledByUnit: 'the survey was filled in by the unit',
      noCounts: 'there are no counts in the paragraph, and no ledger or survey here to work it out from',
      nothingHere: 'no ledger or acceptance of that matter is in the package (it may lie elsewhere)'
    },
    reasons: {
      noClaims: 'no summary, report or table that claims achievements in figures was read',
      nothingToCompare:
        'achievements are claimed in figures, but the matter, time or scope of what is in the package is another'
    },
    innocent: [
      'the figure comes from a system or a superior’s platform that is not in the package',
      'it counts otherwise: another time, another scope, cases carried over, subordinate units',
      'the ledger holds only a part, or there is another on paper',
      'things changed after the summary was written, or a slip of the pen'
    ],
    clear: [
      'the ledger, system export, receipt or acceptance behind the figure',
      'a note of what is counted, from when to when, and of how many',
      'a corrected figure'
    ]
  }
} satisfies CheckWords
