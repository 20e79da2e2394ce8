import type { Cue } from '../model/audit.ts'

/** Lines of a chat kept as text: 耿长海:收到, 3.庞远 已转发. */
const REPLY =
  /(?:^|[:\s\]\.、])(?:已?收到|收悉|知道了|明白|好的|已(?:转发?|接龙|阅|读|打卡|完成|转达)|遵照执行|马上(?:办|落实|补))[^。;]{0,12}$/u
const FEWEST = 3
const SHARE = 0.25

/** Replies lined up under an instruction, in a text that is no conversation by its format. */
export function replyCue(body: string): Cue | undefined {
  const lines = body.split('\n').map(line => line.trim()).filter(line => line !== '').slice(0, 400) // prettier-ignore
  const replies = lines.filter(line => REPLY.test(line)).length
  if (replies < FEWEST || replies < lines.length * SHARE) return undefined
  return { cue: 'lined-up-replies', class: 'T09', where: 'layout', weight: 6 }
}
