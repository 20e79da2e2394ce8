import type { TroubleCode } from '../model/kinds.ts'
import type { Language } from './language.ts'

export interface TroubleText {
  what: string
  try: string
}

/** What each trouble code says: what is wrong, and what to try. */
export const TROUBLES: Record<TroubleCode, Record<Language, TroubleText>> = {
  E_EMPTY: {
    zh: { what: '文件是空的（0 字节）', try: '请向提供者索取原件；上传或复制中断常造成空文件' },
    en: { what: 'The file is empty (0 bytes)', try: 'Ask for the original; an interrupted upload or copy often leaves an empty file' } // prettier-ignore
  },
  E_CORRUPT: {
    zh: { what: '文件损坏或不完整', try: '请用原软件打开并另存一份，或索取原件；能读到的部分已经读入' },
    en: { what: 'The file is damaged or incomplete', try: 'Open it in its own program and save it again, or ask for the original; what could be read was read' } // prettier-ignore
  },
  E_ENCRYPTED: {
    zh: { what: '文件加了密码', try: '请提供去除密码的副本，或用 --passwords-file 提供密码清单' },
    en: { what: 'The file is protected by a password', try: 'Provide a copy without password, or a list of passwords with --passwords-file' } // prettier-ignore
  },
  E_UNSUPPORTED: {
    zh: {
      what: '本版尚不能读取这种格式',
      try: '请另存为 docx、xlsx、pdf 或常见图片格式；rar、7z 与分卷压缩包请先解压成文件夹或合并为一个 zip'
    },
    en: { what: 'This version cannot read the format yet', try: 'Save it as docx, xlsx, pdf or a common picture format; unpack rar, 7z and multi-volume archives into a folder or one zip first' } // prettier-ignore
  },
  E_NAME: {
    zh: {
      what: '压缩包内的名称不安全（指向包外），内容未读取',
      try: '请重新打包：名称中不要有“..”、盘符或绝对路径'
    },
    en: { what: 'The name inside the archive is unsafe (it leads outside); its content was not read', try: 'Pack it again without “..”, drive letters or absolute paths' } // prettier-ignore
  },
  E_LINK: {
    zh: { what: '这是指向别处的链接，未跟随', try: '请把链接所指的文件本身放进材料包' },
    en: {
      what: 'This is a link to another place; it was not followed',
      try: 'Put the file itself into the package'
    }
  },
  E_OVERLAP: {
    zh: {
      what: '压缩包内部的数据区相互重叠，未解压',
      try: '正常软件不会产生这样的压缩包；请用常用软件重新打包'
    },
    en: { what: 'Data inside the archive overlaps; it was not unpacked', try: 'No ordinary program makes such an archive; pack it again' } // prettier-ignore
  },
  E_GONE: {
    zh: { what: '读取时文件已不存在', try: '可能被移动、删除或网络盘断开；请确认后重新检查' },
    en: { what: 'The file was gone when it was to be read', try: 'It may have been moved, deleted, or the network drive dropped; check and run again' } // prettier-ignore
  },
  E_DENIED: {
    zh: { what: '没有读取权限，或被其他程序锁定', try: '请关闭正在使用它的程序，或检查文件权限' },
    en: { what: 'Reading is not permitted, or another program has locked it', try: 'Close the program that uses it, or check its permissions' } // prettier-ignore
  },
  E_CHANGED: {
    zh: { what: '读取过程中文件被改动', try: '请等写入结束后重新检查' },
    en: {
      what: 'The file changed while it was being read',
      try: 'Wait until writing has ended and run again'
    }
  },
  E_CRASHED: {
    zh: {
      what: '读取程序两次中途退出，已放弃此文件',
      try: '文件可能有特殊结构；请另存一份再试。其余材料不受影响'
    },
    en: { what: 'The reader ended twice on this file and gave up on it', try: 'It may have an unusual structure; save a copy and try that. Nothing else is affected' } // prettier-ignore
  },
  E_LIMIT_TIME: {
    zh: { what: '读取时间超过上限', try: '请拆分文件，或另存一份再试' },
    en: { what: 'Reading took longer than the limit', try: 'Split the file, or save a copy and try that' }
  },
  E_LIMIT_MEMORY: {
    zh: { what: '读取所需内存超过上限', try: '请拆分文件，或另存一份再试' },
    en: {
      what: 'Reading needed more memory than the limit',
      try: 'Split the file, or save a copy and try that'
    }
  },
  E_LIMIT_SIZE: {
    zh: { what: '解压或展开后的数据量超过上限', try: '能读的部分已读入；请拆分文件，或只放入需要检查的部分' },
    en: { what: 'It unpacks to more data than the limit', try: 'What fits was read; split it, or include only what needs checking' } // prettier-ignore
  },
  E_LIMIT_COUNT: {
    zh: { what: '条目数量超过上限', try: '能读的部分已读入；请拆分后再查' },
    en: { what: 'It holds more items than the limit', try: 'What fits was read; split it and run again' }
  },
  E_LIMIT_DEPTH: {
    zh: { what: '嵌套层数超过上限', try: '请把内层压缩包解压出来再放入材料包' },
    en: {
      what: 'It is nested deeper than the limit',
      try: 'Unpack the inner archives and put those into the package'
    }
  },
  E_LIMIT_PIXELS: {
    zh: { what: '图片像素超过上限，只读了它的记录信息', try: '请提供尺寸较小的副本' },
    en: {
      what: 'The picture has more pixels than the limit; only its records were read',
      try: 'Provide a smaller copy'
    }
  }
}
