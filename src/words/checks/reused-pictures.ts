import type { CheckWords } from '../check-words.ts'

export default {
  zh: {
    title: '一图多用',
    messages: {
      reused: '同一张照片用在 {activities} 项活动里：{pictures} 处材料，自称 {dates} 个不同的日期',
      reusedSameDay: '同一张照片用在同一天的 {activities} 项活动里：{pictures} 处材料'
    },
    indications: {
      sameBytes: '文件逐字节相同',
      samePixels: '文件不同，画面逐点相同（只改动了附带信息）',
      sameLook: '对齐以后画面一致（一致程度 {agreement}%）',
      resized: '尺寸不同',
      cropped: '裁去了边缘',
      rotated: '转了方向',
      mirrored: '左右对调',
      overlaid: '叠加了水印或文字',
      brightened: '明暗不同',
      sameDay: '自称是同一天，可能是同一件事分两处记录',
      datesApart: '自称的日期有 {dates} 个，首尾相隔 {days} 天',
      takenElsewhen: '文件记录的拍摄时间（{taken}）只合其中一处，与另外 {dates} 处不合'
    },
    reasons: {
      noPictures: '包内没有可比对的照片',
      nothingClaimed: '照片都没有写明属于哪次活动、哪一天，无法判断是否用在不同活动里'
    },
    innocent: [
      '同一次活动按要求在几处留存',
      '整理时放错了文件夹，或用作配图、封面',
      '整改前后对比、年度总结需要再次使用原照片',
      '活动名称不同，其实是同一件事'
    ],
    clear: ['每次活动各自的原始照片（未经转发、未改动）', '写明照片拍摄日期和来历的说明']
  },
  en: {
    title: 'One picture, several activities',
    messages: {
      reused:
        'One picture serves {activities:activity}: {pictures:place}, claimed for {dates:different date}',
      reusedSameDay: 'One picture serves {activities:activity} of one day: {pictures:place}'
    },
    indications: {
      sameBytes: 'the files are equal byte for byte',
      samePixels: 'the files differ, the image is the same to the pixel (only attached records differ)',
      sameLook: 'aligned, the images agree ({agreement} %)',
      resized: 'another size',
      cropped: 'edges cut off',
      rotated: 'turned',
      mirrored: 'mirrored',
      overlaid: 'a watermark or text laid over it',
      brightened: 'brighter or darker',
      sameDay: 'claimed for one day: perhaps one event recorded twice',
      datesApart: '{dates:date} are claimed, {days:day} from first to last',
      takenElsewhen: 'the time the file records ({taken}) fits one place and not {dates} others'
    },
    reasons: {
      noPictures: 'there are no photographs to compare',
      nothingClaimed:
        'no photograph says which activity or day it belongs to, so it cannot be told whether one serves several'
    },
    innocent: [
      'one event kept in several places on request',
      'a slip while sorting, or a picture used as a cover',
      'before-and-after comparisons and annual reports show the original again',
      'two names for one event'
    ],
    clear: [
      'the original pictures of each activity (not forwarded, not changed)',
      'a note of when and how the picture was taken'
    ]
  }
} satisfies CheckWords
