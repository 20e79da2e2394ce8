import lexicon from '../../resources/lexicon/replies.json'

/** What a message says as a receipt (收到, 已转发, 无 …), normalised; undefined when it says anything of its own. */
export function receiptOf(text: string): string | undefined {
  if (text.length > LONGEST) return undefined
  const { body, stickers } = stripped(text)
  if (body === '') return stickers
  const core = coreOf(body)
  if (EXACT.has(core)) return canonical(core)
  if (EXACT.has(body)) return canonical(body)
  // A figure is content: 王家村收到，已转移12户.
  if (/\d/u.test(body) || DENIES.test(body)) return undefined
  const tail = /收到(.*)$/u.exec(core)?.[1] ?? ''
  if (tail !== '' && !EMPTY_TAIL.test(tail)) return undefined
  return RECEIPTS.some(pattern => pattern.test(core)) ? '收到' : undefined
}

/** Entries of a 接龙 posted so far and whether it queues up receipts; undefined when the message is no 接龙. Each participant posts the whole list again. */
export function jielongOf(text: string): { head: string; entries: number; receipts: boolean } | undefined {
  const lines = text.slice(0, 20_000).split(/\r?\n/u)
  if (!JIELONG_HEAD.test(lines[0]!.trim())) return undefined
  const listed = lines.map(line => JIELONG_LINE.exec(line.trim())?.[2] ?? '').filter(entry => entry !== '')
  const head = lines.filter(line => !JIELONG_LINE.test(line.trim())).join('')
  const answers = listed.filter(entry => ENDS_AS_RECEIPT.test(entry)).length
  // Signing up for a course or a meal is what a 接龙 is good for; a queue that only says it has read is another thing.
  const receipts = listed.length > 0 && (answers >= listed.length / 2 || ASKS_FOR_TRACES.test(head))
  return { head: bareText(head), entries: listed.length, receipts }
}

const LONGEST = 40
const JIELONG_HEAD = new RegExp(lexicon.jielong.head, 'u')
const JIELONG_LINE = new RegExp(lexicon.jielong.line, 'u')
const ENDS_AS_RECEIPT =
  /(?:收到|已阅|已读|知悉|已学习?|已看|已转发?|已点赞|已关注|已投票?|已下载|已注册|已打卡|已观看|已完成|完成)[!！。.]?$/u
const ASKS_FOR_TRACES = /收到|已阅|学习|转发|点赞|关注|投票|下载|注册|打卡|观看|接龙回复/u

/** `^…(村|社区|…)(已)?收到.{0,12}$` and kin; the jielong patterns among them are read above. */
const RECEIPTS = lexicon.templated
  .filter(source => source.includes('收到'))
  .map(source => new RegExp(source, 'u'))

/** 没有收到 has the shape of a receipt and says the contrary. */
const DENIES = /没|未|不|吗|谁|怎么|哪/u
/** What may follow 收到 and still say nothing: 王家村收到，马上落实 does, 王家村收到，已转移群众 does not. */
const EMPTY_TAIL = /^(?:请|望|谢|感谢|马上|立即|立刻|尽快|按|遵|照办|坚决|一定|保证|领导|好的?$|明白|辛苦)/u

/** Particles that change nothing. */
const TRAILING = /(?:请|了|啊|哦|吧|的|呢|哈|噢|哟|呀|嗯)+$/u
const EXACT = new Set(lexicon.exact.flatMap(each => [bareText(each), coreOf(bareText(each))]).filter(each => each !== '')) // prettier-ignore

/** Leading @…, stickers and pictographs off, then punctuation; 收到收到 → 收到. */
function stripped(text: string): { body: string; stickers: string | undefined } {
  let rest = text.normalize('NFKC').trim()
  rest = rest.replace(/^(?:@[^\s@]{1,30}[\s\u2005]+)+/u, '')
  const stickers = rest.match(/\[[^[\]]{1,8}\]/gu) ?? []
  rest = rest.replace(/\[[^[\]]{1,8}\]/gu, '')
  const pictographs = rest.match(/\p{Extended_Pictographic}/gu) ?? []
  const queued =
    stickers.some(each => lexicon.stickers.includes(each)) || pictographs.some(each => PICTOGRAPHS.has(each))
  return { body: bareText(rest), stickers: queued ? 'sticker' : undefined }
}

const PICTOGRAPHS = new Set(lexicon.exact.filter(each => /^\p{Extended_Pictographic}/u.test(each)))

function bareText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+]+/gu, '')
}

/** Congratulations, thanks and applause: ordinary manners unless a notice called for them. */
export function isCourtesy(key: string): boolean {
  return key === 'sticker' || /^(?:祝贺|点赞|辛苦|感谢|谢谢|好$|学习)/u.test(key)
}

function coreOf(body: string): string {
  const core = body.replace(TRAILING, '') || body
  for (let size = 1; size <= core.length / 2; size++) {
    const unit = core.slice(0, size)
    // 好好 and 11 are words of their own; 收到收到 is one receipt said twice.
    if (size >= 2 && core.length % size === 0 && unit.repeat(core.length / size) === core) return unit
  }
  return core
}

/** 已收到, 好的收到, 收到请放心 are one answer. */
/** Ways to say that a notice was read; 已转发, 已完成 and 无 say more, 好的 is said to anything. */
const READ = new Set(['1', 'ok', '明白', '知悉', '已知悉', '知道', '已阅', '已读'])

function canonical(body: string): string {
  return body.includes('收到') || READ.has(body) ? '收到' : body
}
