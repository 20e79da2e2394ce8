import type { CheckWords } from '../check-words.ts'

export default {
  zh: {
    title: '重复的文件',
    messages: {
      again: '同一份内容在同一处归档了 {files} 次',
      againElsewhere: '同一份内容在不同的文件夹或活动下共归档了 {files} 次',
      askedInMedia: '同一份材料按清单要求以纸质与电子两种形式提交，共 {files} 份',
      askedAgain: '同一份材料归入了 {indicators} 个指标，共 {files} 份：同一件事被要了多次',
      sameForDifferent:
        '同一份内容归在不同的日期或活动名下，共 {files} 份（日期 {dates} 个，活动 {activities} 项）',
      packedAgain: '{archives} 个压缩包与包内其他文件（{files} 个）或压缩包装的是同样的内容'
    },
    indications: {
      sameBytes: '{files} 个文件逐字节相同',
      sameText: '{files} 个文件格式或字节不同，去掉空白与标点后的文字完全相同',
      sameCells: '{files} 个表格格式或字节不同，各单元格内容依次相同',
      sameTextAside: '{files} 个文件除包内许多文件都有的段落外，去掉空白与标点后的文字相同',
      sameCellsAside: '{files} 个表格除包内许多表格都有的说明行外，各单元格内容依次相同',
      sameMembers: '所装文件逐个字节相同',
      packed: '同样的文件既打包又散放，或打包了多次',
      filedTogether: '归在同一指标的同一活动（或同一文件夹）下',
      copyName: '文件名带有“副本”“(2)”一类标记',
      severalMedia: '指标清单同时要纸质和电子版，{files} 份各是一种形式',
      severalIndicators: '每个指标下各放一份，共 {indicators} 个指标',
      differentDates: '名称和文件夹自称的日期互不重合，有 {dates} 个',
      differentActivities: '分别归属于 {activities} 项活动',
      ownDateElsewhere: '内容自身写明的时间与其中 {files} 处名称或文件夹的日期不一致'
    },
    reasons: {
      tooFew: '包内文件不足两个',
      unread: '文件内容读不到，无法比较',
      nearCopies:
        '没有完全相同的文件，但有的内容在合订的文件里出现了不止一次，或只差人名、日期等少数字，是否为同一份材料待核实'
    },
    innocent: [
      '可编辑稿与定稿、盖章件按要求一并提交',
      '为便于传输另打了一个压缩包，或整理时留了备份',
      '制度、方案、名单这类材料本来就用于多次活动',
      '归档时放错了文件夹'
    ],
    clear: [
      '只保留一份，其他位置注明见何处',
      '放错的换成该日期、该活动自己的材料',
      '同一材料应几个指标的要求提交的，请要材料的一方合并要求'
    ]
  },
  en: {
    title: 'Duplicate files',
    messages: {
      again: 'the same content is filed {files} times in one place',
      againElsewhere: 'the same content is filed {files} times, under different folders or activities',
      askedInMedia:
        'one paper is filed {files} times, on paper and electronically, as the list of indicators asks',
      askedAgain: 'one paper is filed {files} times, under {indicators:indicator}: the same thing was asked for several times', // prettier-ignore
      sameForDifferent: 'the same content is filed {files} times under different dates or activities ({dates:date}, {activities:activity})', // prettier-ignore
      packedAgain:
        '{archives:archive} hold the same content as other files ({files}) or archives of the package'
    },
    indications: {
      sameBytes: '{files:file} are equal byte for byte',
      sameText:
        '{files:file} differ in format or bytes; their text is the same but for spaces and punctuation',
      sameCells: '{files:table} differ in format or bytes; their cells are the same in order',
      sameTextAside:
        '{files:file} have the same text without blanks and punctuation, but for paragraphs that many files of the package have',
      sameCellsAside:
        '{files:table} have the same cells in order, but for remarks that many tables of the package have',
      sameMembers: 'the files they hold are equal byte for byte',
      packed: 'the same files are both packed and loose, or packed more than once',
      filedTogether: 'they are filed under the same indicator and activity (or in the same folder)',
      copyName: 'a name carries a mark such as “copy” or “(2)”',
      severalMedia:
        'the list of indicators asks for both paper and electronic; each of the {files:file} is one of them',
      severalIndicators: 'one is filed under each of {indicators:indicator}',
      differentDates: 'names and folders claim {dates:date} that do not meet',
      differentActivities: 'they belong to {activities:activity}',
      ownDateElsewhere: 'the time the content itself states differs from the name or folder in {files:place}'
    },
    reasons: {
      tooFew: 'the package holds fewer than two files',
      unread: 'the contents could not be read, so nothing could be compared',
      nearCopies:
        'no files are the same, but some content stands more than once in bound files, or differs in names or dates alone; whether it is one paper is to be verified'
    },
    innocent: [
      'an editable version handed in beside the final or sealed one, as was asked',
      'an archive made for sending, or a backup left from tidying up',
      'rules, plans and rolls that serve several activities by their nature',
      'a file put into the wrong folder'
    ],
    clear: [
      'keep one and refer to it from the other places',
      'put the paper of that date or activity where another stands',
      'where several indicators ask for one paper, the asker can join the requests'
    ]
  }
} satisfies CheckWords
