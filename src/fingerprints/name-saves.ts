import { isDay, toDay } from '../support/dates.ts'

export interface SavedName {
  /** Wall clock, or UTC ending in Z; absent when the pattern carries only a counter or a hash. */
  savedAt?: string
  savedBy: string
  counter?: number
  /** The name without what the pattern explains. */
  rest: string
}

/** Epoch milliseconds in names are believed from 2005 to 2049: before, no such program was; after, it is some other number. */
const EPOCH_FROM = Date.UTC(2005, 0, 1)
const EPOCH_TO = Date.UTC(2050, 0, 1)

type Read = (groups: readonly (string | undefined)[]) => string | false | undefined

/** `false` refuses the pattern, undefined accepts it without a time. Names without extension, NFKC. */
const PATTERNS: readonly { by: string; pattern: RegExp; at: Read }[] = [
  // The messenger's own exports: epoch milliseconds of saving, UTC
  { by: 'mmexport', pattern: /^(?:thumb)?mmexport(?:[0-9a-f]{32}_)?(\d{13})/iu, at: ([ms]) => epoch(ms!) },
  { by: 'mmexport', pattern: /^(?:thumb)?mmexport[0-9a-f]{32}/iu, at: () => undefined },
  { by: 'wx_camera', pattern: /^wx_camera_(\d{13})/iu, at: ([ms]) => epoch(ms!) },
  { by: 'microMsg', pattern: /^microMsg(?:\.tmp)?\.(\d{13})/iu, at: ([ms]) => epoch(ms!) },
  { by: 'mmqrcode', pattern: /^mm(?:qrcode|_facetoface_collect_qrcode_)(\d{13})/iu, at: ([ms]) => epoch(ms!) },
  { by: 'FB_IMG', pattern: /^FB_IMG_(\d{13})/iu, at: ([ms]) => epoch(ms!) },
  // Saved by a desktop messenger or screen tool: local wall clock
  {
    by: 'messenger',
    pattern: /^(?:微信图片|微信截图|微信视频|微信文件|WeChat ?Image|QQ图片|QQ截图|QQ视频|TIM图片|TIM截图|企业微信截图|钉钉图片|钉钉截图|飞书)[_ -]*(\d{8})(\d{6})?(?:[_ ]\d+){0,2}/iu,
    at: ([date, time]) => wall(date!, time)
  },
  { by: 'messenger', pattern: /^(?:企业微信截图|微信图片|微信截图|钉钉图片|Image)[_ -]*(\d{13})/iu, at: ([ms]) => epoch(ms!) },
  {
    by: 'screenshot',
    pattern: /^(?:Screenshot|Screen ?Shot|Screen_?Recording|截屏|截图|屏幕截图|屏幕快照|录屏|SVID)[_ -]*(\d{4})-?(\d{2})-?(\d{2})(?:[-_ ]*(?:at )?(\d{1,2})[-.:_]?(\d{2})[-.:_]?(\d{2}))?/iu,
    at: ([y, m, d, hour, minute, second]) => wall(y! + m! + d!, hour && hour.padStart(2, '0') + minute! + second!)
  },
  // Cameras
  {
    by: 'PXL', // the one camera that names in UTC
    pattern: /^PXL_(\d{8})_(\d{6})\d{0,3}/u,
    at: ([date, time]) => zulu(wall(date!, time))
  },
  { by: 'WhatsApp', pattern: /^(?:IMG|VID|AUD|DOC)-(\d{8})-WA\d{4}/u, at: ([date]) => wall(date!) },
  { by: 'DJI', pattern: /^DJI_(\d{8})(\d{6})_\d{4}(?:_[A-Z]{1,3})?/u, at: ([date, time]) => wall(date!, time) },
  {
    by: 'camera',
    pattern: /^(?:IMG|VID|MVIMG|PANO|BURST|video|photo|Camera|CameraShot|WIN|REC|DSC|P|S)[_-]?(\d{8})[_-]?(\d{6})\d{0,3}(?:[_-]?(?:HDR|BURST\d*|COVER|\d{1,4}))*/iu,
    at: ([date, time]) => wall(date!, time)
  },
  {
    by: 'signal',
    pattern: /^signal-(\d{4})-(\d{2})-(\d{2})-(\d{2})-?(\d{2})-?(\d{2})/iu,
    at: ([y, m, d, hour, minute, second]) => wall(y! + m! + d!, hour! + minute! + second!)
  },
  {
    by: 'scanner', // phone scanners name the file by the minute of scanning
    pattern: /^(?:扫描全能王|新文档|扫描文稿|CamScanner|Scan|夸克扫描王|未命名)[_ -]*(\d{4})[-.]?(\d{2})[-.]?(\d{2})[_ -]+(\d{2})[.:_-]?(\d{2})(?:[.:_-]?(\d{2}))?/iu,
    at: ([y, m, d, hour, minute, second]) => wall(y! + m! + d!, hour! + minute! + (second ?? '00'))
  },
  { by: 'editor', pattern: /^(?:MTXX_|MEITU_|lv_|petal_|beauty_)(?:MH)?(\d{8})_?(\d{6})/iu, at: ([date, time]) => wall(date!, time) },
  { by: 'editor', pattern: /^(?:MTXX_|MEITU_|lv_|petal_|beauty_)\w*$/iu, at: () => undefined },
  {
    by: 'camera', // 20240305_101112, 2024-03-05 10.11.12: a time of day to the second is a machine's
    pattern: /^(\d{4})-?(\d{2})-?(\d{2})[_ T-](\d{2})[-.:_]?(\d{2})[-.:_]?(\d{2})(?:[_ .-]?\d{1,3})?(?:[_-]?(?:HDR|BURST\d*|COVER))*$/u,
    at: ([y, m, d, hour, minute, second]) => wall(y! + m! + d!, hour! + minute! + second!) ?? false
  },
  { by: 'epoch', pattern: /^(\d{13})$/u, at: ([ms]) => epoch(ms!) ?? false },
  { by: 'web', pattern: /^(?:v2-[0-9a-f]{32}|share_card_|hdImg_)\w*/u, at: () => undefined }
] // prettier-ignore

const COUNTERS =
  /^(?:DSC|DSCN|DSCF|IMG|IMG_E|_MG|_DSC|P|PIC|SAM|GOPR|DJI|MVI|MOV|CIMG|HPIM|KIMG|SDC|Wechat ?IMG)_?(\d{3,7})(?!\d)/iu

/** Names that cameras, phones and messengers give. Undefined when a person (or nobody we know) named it. */
export function savedName(stem: string): SavedName | undefined {
  for (const { by, pattern, at } of PATTERNS) {
    const match = pattern.exec(stem)
    if (!match) continue
    const savedAt = at(match.slice(1))
    if (savedAt === false || (savedAt === undefined && match[1] !== undefined)) continue
    return { ...(savedAt && { savedAt }), savedBy: by, rest: stem.slice(match[0].length) }
  }
  const counted = COUNTERS.exec(stem)
  if (!counted) return undefined
  return { savedBy: 'counter', counter: +counted[1]!, rest: stem.slice(counted[0].length) }
}

function epoch(digits: string): string | undefined {
  const time = +digits
  if (time < EPOCH_FROM || time >= EPOCH_TO) return undefined
  return `${new Date(time).toISOString().slice(0, 19)}Z`
}

function wall(date: string, time?: string): string | undefined {
  const [year, month, day] = [+date.slice(0, 4), +date.slice(4, 6), +date.slice(6, 8)]
  if (!isDay(year, month, day)) return undefined
  if (!time) return toDay(year, month, day)
  const [hour, minute, second] = [time.slice(0, 2), time.slice(2, 4), time.slice(4, 6)]
  if (+hour > 23 || +minute > 59 || +second > 60) return undefined
  return `${toDay(year, month, day)}T${hour}:${minute}:${second}`
}

function zulu(at: string | undefined): string | undefined {
  return at && `${at}Z`
}
