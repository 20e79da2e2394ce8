/**
 * Documents whose text is set and the same for everybody who signs, hangs up or sends them: pledges, agreements,
 * rules, public notices. Only their blanks are filled in, and the blank itself may not be in the package.
 */
const SET_TEXT =
  /承诺书|责任书|责任状|保证书|协议|合同|告知书|明白[纸卡]|倡议书|公约|须知|守则|制度|办法|规定|章程|细则|职责|授权书|委托书|邀请函|公告|公示|通知|证明|函$|问卷|量表|说明书|知情同意/u

export function hasSetText(title: string): boolean {
  return SET_TEXT.test(title)
}
