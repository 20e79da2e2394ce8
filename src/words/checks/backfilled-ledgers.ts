import type { CheckWords } from '../check-words.ts'

export default {
  zh: {
    title: '形成晚于所载日期的台账',
    messages: {
      madeTogether:
        '{files} 份台账（{entries} 条，所载日期 {from} 至 {to}）的文件据其自身记录于 {created} 起 {minutes} 分钟内相继建立，与事后补记一致，待核实',
      madeLater:
        '一份台账（{entries} 条，所载日期 {from} 至 {to}）的文件据其自身记录建立于 {created}，比所载日期的中位数晚 {days} 天，与事后补记一致，待核实'
    },
    indications: {
      madeTogether: '{files} 份所载月份不同的文件由同一编辑者在 {minutes} 分钟内相继建立',
      createdAfter: '文件记录的建立日期晚于至少 {share}% 的条目，比所载日期的中位数晚 {days} 天',
      nearInspection: '建立于检查前 {days} 天',
      oneSitting: '{entries} 条记录的文件从建立到最后保存 {minutes} 分钟',
      statedEarlier: '台账写明的填表日期比文件记录的建立日期早 {days} 天',
      savedUnder: '文件记录的保存位置含“{folder}”字样',
      byColumns: '文字按列先后录入（仅桌面版电子表格保留这一次序）',
      mostByColumns: '其中 {files} 份的文字按列先后录入（仅桌面版电子表格保留这一次序）',
      turns: '序号连续而日期倒退的占 {share}%',
      evenGaps: '{share}% 的相邻条目相隔同样的天数（{days} 天），而所记工作本身没有固定周期',
      askedFor: '包内的聊天记录中，{day} 有一条消息（第 {message} 条）提到补记台账，文件建立在其后'
    },
    reasons: {
      noLedgers: '包内没有读到台账',
      noHistory: '台账文件都没有记录由人录入的时间（没有建立时间，或由程序导出），无从比较'
    },
    innocent: [
      '平时记在纸质台账上，后来录入电脑',
      '文件更换了模板、迁移了系统，或由旧文件整理而来',
      '年底按要求从系统或各村收齐后另存',
      '电脑时钟不准，或另存时建立时间被重置'
    ],
    clear: ['当时的纸质台账或手写记录', '系统中的登记时间或操作日志', '较早的备份、邮件附件或报送记录']
  },
  en: {
    title: 'Ledgers made after the dates they record',
    messages: {
      madeTogether: '{files:file} of ledgers ({entries:entry}, dated {from} to {to}) were, by their own record, begun one after the other within {minutes:minute} on {created}; this agrees with filling in afterwards and is to be checked', // prettier-ignore
      madeLater: 'a ledger file ({entries:entry}, dated {from} to {to}) was, by its own record, begun on {created}, {days:day} after the median date it tells of; this agrees with filling in afterwards and is to be checked' // prettier-ignore
    },
    indications: {
      madeTogether: 'one editor began {files:file} that tell of different months within {minutes:minute}',
      createdAfter: 'by its own record the file is younger than at least {share}% of its entries, by {days:day} at the median', // prettier-ignore
      nearInspection: 'begun {days:day} before the inspection',
      oneSitting: '{entries:entry} in a file that was last saved {minutes:minute} after it was begun',
      statedEarlier: 'the ledger states a day of filling {days:day} before the file records being made',
      savedUnder: 'the place where it was saved, as the file records it, speaks of “{folder}”',
      byColumns: 'its texts were entered column by column (only desktop spreadsheets keep that order)',
      mostByColumns: 'in {files} of them the texts were entered column by column (only desktop spreadsheets keep that order)', // prettier-ignore
      turns: 'dates go back at {share}% of consecutive numbers',
      evenGaps: '{share}% of neighbouring entries lie the same number of days apart ({days}) in work that has no rhythm of its own', // prettier-ignore
      askedFor: 'a message of {day} (number {message} in the package’s chat export) speaks of filling in ledgers; the file was begun after it' // prettier-ignore
    },
    reasons: {
      noLedgers: 'no ledger was read in the package',
      noHistory:
        'no ledger file records when a person made it (no time of making, or written by a program), so there is nothing to compare'
    },
    innocent: [
      'the ledger was kept on paper and typed up later',
      'the file moved to a new template or system, or was put in order from older files',
      'collected from a system or from villages at the end of the year and saved anew',
      'a wrong clock, or a program that set the time of making anew on saving'
    ],
    clear: [
      'the paper ledger or handwritten notes of the time',
      'registration times or logs of a system',
      'an older backup, mail attachment or submission'
    ]
  }
} satisfies CheckWords
