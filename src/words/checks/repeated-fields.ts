import type { CheckWords } from '../check-words.ts'

export default {
  zh: {
    title: '重复采集的数据项',
    messages: {
      askedBySeveral:
        '{forms} 种表采集同一批对象的相同数据项：{subjects} 个对象、{fields} 项（{fieldNames}），共 {cells} 格在先前的表中已有；材料所载提出单位：{askerNames}',
      askedByOne:
        '{forms} 种表采集同一批对象的相同数据项：{subjects} 个对象、{fields} 项（{fieldNames}），共 {cells} 格在先前的表中已有；材料只载明提出单位 {askerNames}，其余未载明',
      askedByUnknown:
        '{forms} 种表载有同一批对象的相同数据项：{subjects} 个对象、{fields} 项（{fieldNames}），共 {cells} 格在先前的表中已有；提出单位未载明'
    },
    indications: {
      sameCells:
        '{subjects} 个对象在两种以上的表中出现（其中 {byNumber} 个由证件号码确定），除姓名等识别信息外另有 {fields} 项再次填写',
      severalAskers: '表头、标题、通知或目录载明 {askers} 个不同的提出单位：{askerNames}',
      oneAsker: '只有部分表载明提出单位：{askerNames}'
    },
    reasons: {
      noForms: '包内没有读到采集人员或家庭数据的表',
      oneForm: '包内只有一种采集人员或家庭数据的表，没有可比较的'
    },
    innocent: [
      '各表依据不同的法律或制度，口径、时点不同',
      '名册由已有数据导出，并未要求重新填写',
      '单位自己为便于工作另做的名单',
      '提出单位之间的数据依法不能共享'
    ],
    clear: ['各表的表号、批准或备案文号', '布置填报的通知', '说明数据由系统导出或共享取得的材料']
  },
  en: {
    title: 'Data asked for more than once',
    messages: {
      askedBySeveral: '{forms:form} ask the same about the same people or households: {subjects:subject}, {fields:data item} ({fieldNames}), {cells:cell} that an earlier form already holds; asked for, as stated, by {askerNames}', // prettier-ignore
      askedByOne: '{forms:form} ask the same about the same people or households: {subjects:subject}, {fields:data item} ({fieldNames}), {cells:cell} that an earlier form already holds; only {askerNames} is stated as asking', // prettier-ignore
      askedByUnknown: '{forms:form} hold the same about the same people or households: {subjects:subject}, {fields:data item} ({fieldNames}), {cells:cell} that an earlier form already holds; nothing states who asked' // prettier-ignore
    },
    indications: {
      sameCells: '{subjects:subject} stand in two forms or more ({byNumber} told by an identity number), with {fields:data item} beyond names and numbers filled in again', // prettier-ignore
      severalAskers: 'heads, titles, notices or folders name {askers} different askers: {askerNames}',
      oneAsker: 'only some of the forms say who asks: {askerNames}'
    },
    reasons: {
      noForms: 'no form that asks for data about people or households was read in the package',
      oneForm:
        'only one form in the package asks for data about people or households, so there is nothing to compare'
    },
    innocent: [
      'the forms rest on different laws or rules, with other definitions or days of reference',
      'a list was drawn from data already there and nobody had to fill it in again',
      'a list the unit made for its own work',
      'the askers may not share the data with each other by law'
    ],
    clear: [
      'number and approval of each form',
      'the notice that asked for it',
      'a paper that shows the data were exported or shared rather than filled in'
    ]
  }
} satisfies CheckWords
