import type { Language } from './language.ts'

/** Why any check may leave its answer open: too much is there that it cannot look at, or a person stopped the run. */
export const UNSEEN_TEXTS: Record<Language, Record<'mostUnseen' | 'withoutText' | 'stopped', string>> = {
  zh: {
    mostUnseen:
      '三成以上可查看的内容缺少查看所需的信息（日期、活动、拍摄时间等），已查看的部分未见，但不能代表全部',
    withoutText:
      '三成以上的文件是没有文字层的扫描件、拍照页面或未能读取，所写内容看不到；附上可编辑的原文件即可检查',
    stopped: '运行被中途停止，这一项没有查完；重新运行即可得到结论'
  },
  en: {
    mostUnseen:
      'more than three tenths of what could be looked at lack what looking takes (a date, an activity, a time of capture); none was seen in the rest, which does not stand for the whole',
    withoutText:
      'more than three tenths of the files are scans or photographed pages without a text layer, or were not read, so what they say cannot be seen; the editable originals would let it be checked',
    stopped: 'the run was stopped before this check was done; running it again will answer it'
  }
}
