import type { CheckWords } from '../check-words.ts'

export default {
  zh: {
    title: '拍摄时间与自称日期',
    messages: {
      later: '{pictures} 张照片的文件记录时间比自称的日期晚 {days} 天',
      earlier: '{pictures} 张照片的文件记录时间比自称的日期早 {days} 天'
    },
    indications: {
      takenLater: '{pictures} 张的拍摄时间记录在自称日期之后',
      takenEarlier: '{pictures} 张的拍摄时间记录在自称日期之前',
      positionAgrees: '{pictures} 张的定位时间（不取自相机时钟）与拍摄时间一致',
      devicesAgree: '{devices} 台设备的记录彼此一致',
      nameLater: '{pictures} 张的文件名所带时间也在自称日期之后',
      savedBefore: '{pictures} 张的文件名所带保存时间在自称日期之前',
      shortlyBefore: '{pictures} 张记录在检查前十天以内'
    },
    reasons: {
      noPictures: '包内没有照片',
      noTimes: '照片没有时间记录，或没有自称的日期（经聊天软件转发的照片通常不带时间记录）',
      clocksWrong: '设备时钟看来没有校准，不能据此判断'
    },
    innocent: [
      '自称的日期是归档、填报或成文日期',
      '相机时钟不准，或换过电池、时区',
      '补拍实物、现场现状，或翻拍纸质照片',
      '软件处理后重写了时间'
    ],
    clear: ['活动当时的原始照片', '写明拍摄日期和用途的说明', '同一台设备同期的其他照片，用来核对时钟']
  },
  en: {
    title: 'Recorded time and claimed date',
    messages: {
      later: '{pictures:picture}: the files record a time {days:day} after the claimed date',
      earlier: '{pictures:picture}: the files record a time {days:day} before the claimed date'
    },
    indications: {
      takenLater: '{pictures} are recorded as taken after the claimed date',
      takenEarlier: '{pictures} are recorded as taken before the claimed date',
      positionAgrees: 'the position time of {pictures} (not from the camera’s clock) agrees',
      devicesAgree: 'the records of {devices:device} agree',
      nameLater: 'the time in the names of {pictures} is after the claimed date too',
      savedBefore: 'the time of saving in the names of {pictures} is before the claimed date',
      shortlyBefore: '{pictures} are recorded within ten days before the inspection'
    },
    reasons: {
      noPictures: 'there are no photographs',
      noTimes:
        'the pictures record no time, or claim no date (pictures passed on by messengers usually carry none)',
      clocksWrong: 'the devices’ clocks seem not to have been set, so nothing can be told from them'
    },
    innocent: [
      'the claimed date is that of filing, reporting or writing',
      'a clock not set, a changed battery or time zone',
      'a picture of the present state, or of a paper print',
      'a program that rewrote the time'
    ],
    clear: [
      'the original pictures of the day',
      'a note of when and for what the picture was taken',
      'other pictures of that device from those days, to check its clock'
    ]
  }
} satisfies CheckWords
