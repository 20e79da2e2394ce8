import type { Medium } from '../model/audit.ts'

const MEDIA: readonly (readonly [Medium, RegExp])[] = [
  ['paper', /纸质|纸版|打印|装订|原件|复印件|胶装|盖章件|一式[两二三四五六\d]+份|hard ?cop|paper/iu],
  ['electronic', /电子|扫描|上传|光盘|[uU优]盘|硬盘|邮箱|网盘|系统填报|平台填报|\b(?:word|excel|pdf)\b|electronic|soft ?cop|upload/iu],
  ['picture', /照片|图片|相片|影像|截图|拍照|photo|picture|screenshot/iu],
  ['video', /视频|录像|短片|影音|音像|video/iu]
] // prettier-ignore

/** Media a text asks for, in the order of the contract. */
export function askedMedia(text: string): Medium[] {
  return MEDIA.flatMap(([medium, pattern]) => (pattern.test(text) ? [medium] : []))
}
