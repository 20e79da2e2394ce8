import type { CheckWords } from '../check-words.ts'

export default {
  zh: {
    title: '排队回复“收到”',
    messages: {
      linedUp: '一条通知之后，{senders} 人在 {minutes} 分钟内回复了 {replies} 条内容相近的回执',
      linedUpUnasked: '{senders} 人在 {minutes} 分钟内连续发出 {replies} 条内容相近的回执，之前没有看到通知',
      linedUpAtNight:
        '一条通知之后，{senders} 人在 {minutes} 分钟内回复了 {replies} 条内容相近的回执（其中夜间 {night} 条）',
      linedUpUnaskedAtNight:
        '{senders} 人在 {minutes} 分钟内连续发出 {replies} 条内容相近的回执（其中夜间 {night} 条），之前没有看到通知'
    },
    indications: {
      queue: '{senders} 人参加，{same}% 的回复在去掉标点和语气词后相同',
      asked: '通知要求回复“收到”',
      sameOrder: '与同一群里另一次回复的先后次序一致（一致程度 {agreement}%）',
      evenGaps: '回复间隔十分均匀（约 {seconds} 秒一条）',
      night: '{night} 条回复发在 22 时至次日 6 时',
      emergency: '通知与防汛、预警、火情等应急事项有关，一句回执可以是送达的正当证明'
    },
    reasons: {
      noConversations: '包内没有聊天记录',
      noTimes: '聊天记录没有消息时间，无法判断回复是否集中'
    },
    innocent: [
      '应急值守中需要逐人确认通知已经送达',
      '值班制度规定收到指令后必须回执',
      '小范围工作群里的礼貌回复'
    ],
    clear: ['应急预案或值班制度中关于回执的条文', '同一事项之后各人的实际办理结果']
  },
  en: {
    title: 'Queues of receipts',
    messages: {
      linedUp: 'after one notice, {senders} people sent {replies:receipt} saying much the same within {minutes:minute}', // prettier-ignore
      linedUpUnasked: '{senders} people sent {replies:receipt} saying much the same within {minutes:minute}, with no notice seen before them', // prettier-ignore
      linedUpAtNight: 'after one notice, {senders} people sent {replies:receipt} saying much the same within {minutes:minute} ({night} of them at night)', // prettier-ignore
      linedUpUnaskedAtNight: '{senders} people sent {replies:receipt} saying much the same within {minutes:minute} ({night} of them at night), with no notice seen before them' // prettier-ignore
    },
    indications: {
      queue:
        '{senders} people took part; {same}% of the replies are the same without punctuation and particles',
      asked: 'the notice asks for the reply “收到”',
      sameOrder: 'they answered in the order of another queue of this group ({agreement}% agreement)',
      evenGaps: 'the replies are very evenly spaced (one every {seconds:second} or so)',
      night: '{night:reply} were sent between 22:00 and 06:00',
      emergency: 'the notice is about floods, warnings, fire or the like, where a one-line receipt may be the proper proof of delivery' // prettier-ignore
    },
    reasons: {
      noConversations: 'the package holds no conversations',
      noTimes: 'the conversations record no times, so it cannot be seen whether replies came in a queue'
    },
    innocent: [
      'emergency duty, where each person’s receipt proves that a warning arrived',
      'duty rules that require an acknowledgement of every instruction',
      'polite answers in a small working group'
    ],
    clear: [
      'the passage of the emergency plan or duty rules that asks for receipts',
      'what each person did about the matter afterwards'
    ]
  }
} satisfies CheckWords
