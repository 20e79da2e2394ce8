import type { CheckWords } from '../check-words.ts'

export default {
  zh: {
    title: '不同场合材料的文字沿用',
    messages: {
      carriedOver:
        '{documents} 份自称不同场合的材料沿用了同一段文字，占各自正文约 {share}%，最长连续相同 {run} 字',
      sameRecord: '{documents} 份自称不同场合的记录正文几乎逐字相同（约 {share}%），最长连续相同 {run} 字'
    },
    indications: {
      share: '扣除下发文件、空白样表、表头与通用语句后，仍有约 {share}% 的正文相同（至少 {characters} 字）',
      longRun: '有一处连续 {run} 字完全相同',
      datesDiffer: '这些材料自称的日期有 {dates} 个',
      subjectsDiffer: '这些记录写明的对象有 {subjects} 个',
      activitiesDiffer: '这些材料归属于 {activities} 项不同的活动'
    },
    reasons: {
      tooFew: '包内没有两份以上有正文的自撰材料可供比较',
      mostlyShort:
        '三成以上的文字在过短而无法比较的文件里（例如一份文件拆成许多份），其余部分未见，但不能代表全部',
      noOccasions: '看不出这些材料各自属于哪一天、哪一项活动，无从判断是不是不同场合'
    },
    innocent: [
      '共同使用了一份没有放进包里的样文、范本或上级文件',
      '两份材料是同一份材料的不同版本，日期写法不同',
      '例行工作内容确实相同，按固定说法记录',
      '汇总材料引用了本单位先前的记录'
    ],
    clear: [
      '用 --issued 提供样文、空白表或上级文件，其中的文字会被扣除',
      '各次活动的原始记录，例如手写笔记、录音、现场照片',
      '说明哪一份是初稿、哪一份是定稿'
    ]
  },
  en: {
    title: 'Text carried over between occasions',
    messages: {
      carriedOver: '{documents:document} claimed for different occasions carry the same text, about {share}% of their prose; the longest identical run has {run:character}', // prettier-ignore
      sameRecord: '{documents:record} claimed for different occasions read almost word for word alike (about {share}%); the longest identical run has {run:character}' // prettier-ignore
    },
    indications: {
      share: 'with issued documents, blanks, heads and set phrases left out, about {share}% of the prose is the same (at least {characters:character})', // prettier-ignore
      longRun: 'one piece of {run:character} is identical throughout',
      datesDiffer: 'the documents claim {dates:different date}',
      subjectsDiffer: 'the records state {subjects:different subject}',
      activitiesDiffer: 'the documents belong to {activities:different activity}'
    },
    reasons: {
      tooFew: 'the package holds fewer than two documents of the unit’s own with prose to compare',
      mostlyShort:
        'more than three tenths of all that is written stands in documents too short to compare (one document in many pieces, for example); none was seen in the rest, which does not stand for the whole',
      noOccasions: 'the documents do not say which day or activity each belongs to, so different occasions cannot be told apart' // prettier-ignore
    },
    innocent: [
      'a model text, a blank or a superior’s document that is not in the package was used by all of them',
      'two versions of one document, dated differently',
      'routine work that was in fact the same, recorded in a standing form of words',
      'a summary that quotes the unit’s own earlier records'
    ],
    clear: [
      'give the model text, blank or superior’s document with --issued: what stands there is set aside',
      'first-hand records of each occasion: handwritten notes, recordings, pictures',
      'a note saying which is the draft and which the final text'
    ]
  }
} satisfies CheckWords
