import type { Language } from './language.ts'
import type { TroubleText } from './troubles.ts'

/** What each code of the desk says: what is wrong, and what to try. The window shows these, never a code alone. */
export const DESK_ERRORS: Record<string, Record<Language, TroubleText>> = {
  'unknown-method': {
    zh: { what: '界面与程序版本不一致', try: '请关闭窗口后重新启动程序' },
    en: { what: 'The window and the program are of different versions', try: 'Close the window and start the program again' } // prettier-ignore
  },
  'bad-input': {
    zh: { what: '请求的内容不完整或不合要求', try: '请检查填写的内容，或刷新后再试' },
    en: { what: 'What was asked for is incomplete or not in the expected form', try: 'Check what was filled in, or reload and try again' } // prettier-ignore
  },
  'no-package': {
    zh: { what: '这个材料包已不在桌面上', try: '请重新打开它' },
    en: { what: 'The package is no longer on the desk', try: 'Open it again' }
  },
  'no-location': {
    zh: { what: '程序不认得这个位置', try: '请重新选择文件或文件夹' },
    en: { what: 'The program does not know this place', try: 'Choose the file or folder again' }
  },
  'not-ready': {
    zh: { what: '结果还没有出来', try: '请先开始检查，或等它完成' },
    en: { what: 'There is no result yet', try: 'Start the check first, or wait until it is done' }
  },
  'not-here': {
    zh: { what: '做这一步需要原材料包，而它不在这台电脑上', try: '请在有原材料包的电脑上打开它再做' },
    en: { what: 'This takes the package itself, which is not on this computer', try: 'Open the package where it is and do it there' } // prettier-ignore
  },
  missing: {
    zh: { what: '没有这个文件或文件夹', try: '可能被移动、改名，或移动盘已断开；请重新选择' },
    en: { what: 'There is no such file or folder', try: 'It may have been moved or renamed, or the drive is gone; choose it again' } // prettier-ignore
  },
  unreadable: {
    zh: { what: '没有权限读取，或磁盘、网络盘已断开', try: '请检查权限与连接，或复制到本机后再试' },
    en: { what: 'It cannot be read: no permission, or the drive is gone', try: 'Check permission and connection, or copy it to this computer' } // prettier-ignore
  },
  notAFile: {
    zh: { what: '既不是文件也不是文件夹', try: '请选择文件夹、zip 压缩包或 .henshi 文件' },
    en: { what: 'It is neither a file nor a folder', try: 'Choose a folder, a zip archive or a .henshi file' }
  },
  empty: {
    zh: { what: '里面没有任何文件', try: '请检查是否选对了文件夹' },
    en: { what: 'There is no file in it', try: 'Check that this is the right folder' }
  },
  'nothing-read': {
    zh: { what: '没有一份材料能读出内容', try: '压缩包可能损坏或加了密码；请索取原件或提供密码后再试' },
    en: { what: 'Nothing in it could be read', try: 'The archive may be damaged or locked; ask for the original or give its password' } // prettier-ignore
  },
  'reason-needed': {
    zh: { what: '不遮蔽个人信息需要写明理由', try: '请填写理由，它会写在报告首页' },
    en: { what: 'Showing personal data takes a reason', try: 'State the reason; it will stand on page one' }
  },
  secret: {
    zh: { what: '材料带有密级标识，不引述、不出图', try: '请改用允许处理此类材料的电脑' },
    en: { what: 'The material carries a mark of secrecy and is not shown', try: 'Use a computer that such material may be handled on' } // prettier-ignore
  },
  'bad-file': {
    zh: { what: '这个文件不是所需的格式，或已损坏', try: '请向提供者重新索取，或确认选对了文件' },
    en: { what: 'The file is not of the kind needed, or is damaged', try: 'Ask for it again, or check that it is the right file' } // prettier-ignore
  },
  crashed: {
    zh: { what: '程序自身出错，不是材料的问题', try: '请再试一次；仍不行请重新启动程序' },
    en: { what: 'A fault of the program, not of the package', try: 'Try once more; if it stays, start the program again' } // prettier-ignore
  },
  cancelled: {
    zh: { what: '已停止', try: '需要时可以重新开始' },
    en: { what: 'Stopped', try: 'It can be started again at any time' }
  },
  'no-session': {
    zh: { what: '这个窗口的会话已失效', try: '请从程序给出的地址重新打开' },
    en: { what: 'The session of this window has ended', try: 'Open it again from the address the program gives' } // prettier-ignore
  },
  disconnected: {
    zh: { what: '与程序的连接已断开', try: '请重新启动程序；已作的决定都保存着' },
    en: { what: 'The connection to the program is gone', try: 'Start the program again; decisions are kept' } // prettier-ignore
  },
  'too-big': {
    zh: { what: '内容超过大小上限', try: '请分成几次，或改用较小的文件' },
    en: { what: 'It is larger than the limit', try: 'Do it in parts, or use a smaller file' }
  }
}

/** Text of a code; a code of a later version shows as itself. */
export function deskErrorText(code: string, language: Language): TroubleText {
  return DESK_ERRORS[code]?.[language] ?? { what: code, try: '' }
}
