import type { CheckWords } from '../check-words.ts'

export default {
  zh: {
    title: '一次拍摄，多个日期',
    messages: {
      oneSession:
        '{pictures} 张照片自称属于 {dates} 个不同的日期，文件却记录为同一台设备（{device}）在 {day} 前后 {minutes} 分钟内连续拍摄'
    },
    indications: {
      noBreak: '文件记录的拍摄时间前后相连，共 {minutes} 分钟',
      datesApart: '自称的日期有 {dates} 个，首尾相隔 {days} 天',
      countersRunOn: '照片编号与拍摄时间一样前后相连',
      countersJump: '照片编号并不相连，也可能是时钟出了问题',
      alike: '相邻照片的背景有 {share}% 相近'
    },
    reasons: {
      noPictures: '包内没有照片',
      noTimes:
        '没有两张以上的照片同时具备拍摄时间、设备型号和自称的日期（经聊天软件转发的照片通常不带这些信息）',
      clockUnset: '相机时钟看来从未校准，不能据此判断'
    },
    innocent: [
      '集中补拍，并且已经说明',
      '相机时钟停走或被重置，不同日子的照片记成了同一时间',
      '同一天的走访按各户、各事分别归档，日期写的是归档日',
      '同事统一翻拍纸质照片或旧照片'
    ],
    clear: ['说明集中拍摄的日期和原因', '各次活动当时的原始照片', '同一台设备同期的其他照片，用来核对时钟']
  },
  en: {
    title: 'One session, several dates',
    messages: {
      oneSession:
        '{pictures:picture} are claimed for {dates:different date}, while the files record one device ({device}) taking them within {minutes:minute} around {day}'
    },
    indications: {
      noBreak: 'recorded times follow each other without a break, {minutes:minute} in all',
      datesApart: '{dates:date} are claimed, {days:day} from first to last',
      countersRunOn: 'the numbers of the pictures run on as the times do',
      countersJump: 'the numbers of the pictures do not run on: the clock may be at fault',
      alike: '{share} % of neighbours show a similar background'
    },
    reasons: {
      noPictures: 'there are no photographs',
      noTimes:
        'fewer than two pictures have a recorded time, a device and a claimed date (pictures passed on by messengers usually carry none of these)',
      clockUnset: 'the camera’s clock seems never to have been set, so nothing can be told from it'
    },
    innocent: [
      'a collective shoot that was declared as one',
      'a clock that stopped or was reset, so that pictures of different days carry one time',
      'visits of one day filed by household or matter, dated when filed',
      'a colleague re-photographing paper prints in one go'
    ],
    clear: [
      'a note of the day and reason of a collective shoot',
      'the original pictures of each activity',
      'other pictures of that device from those days, to check its clock'
    ]
  }
} satisfies CheckWords
