import type { Cue } from '../model/audit.ts'

/** What a person, not the unit, says in the first person: that something was done for them, or what they take away from a lesson. */

/** 我是双桥村四组陈桂香; 我们是荷花里3栋的住户; 今领到…发还的. */
const WHO =
  /(?:我|我们|本人)(?:家|一家|夫妻|老伴)?(?:是|住在?|系|叫|在)[^。;]{0,24}(?:村|组|栋|幢|单元|室|户|居民|住户|业主|村民|群众|家长|母亲|父亲|患者|病人|家属|失主|报案人|职工|工人|商户|店主|学生|老人|读者)|今(?:领|收)到|(?:居民|村民|住户|业主|家长|患者|家属|失主|群众)[^。;]{0,10}(?:亲笔|手写|联名)/u
/** Signed by hand at the end. */
const SIGNED =
  /手印|指印|捺印|签名|按印|(?:领取|领款|收款|立据|证明|具条|写信|感谢)人|联系?电话|电话\s*1|\d{4}\s*[.年/-]\s*\d{1,2}/u
const CHANGED =
  /(?:给)?(?:清|修|装|换|盖|通|好|还|解决|处理|办|到|补|发|退)(?:了|好|上|到|还)|不(?:再)?(?:漏|臭|堵|淹|黑|断|响|滴|倒灌)|没(?:有)?(?:再)?(?:漏|滴|淹|堵|停)|满意|发还|领到|收到|找回|治好|感谢/u
const LONGEST = 600

/** A beneficiary's own confirmation (lexicon, R07): who it is, what changed, and a signature or day. Undefined for anything long or unsigned. */
export function beneficiaryCue(body: string): Cue | undefined {
  if (body.length > LONGEST) return undefined
  const tail = body.slice(-80)
  return WHO.test(body.slice(0, 160)) && CHANGED.test(body) && SIGNED.test(tail)
    ? { cue: 'beneficiary-statement', class: 'R07', where: 'layout', weight: 8 }
    : undefined
}

const LEARNT = /学(?:习|了|完|到)|课(?!题)|讲(?:座|课|得|的)|老师|培训|读(?:了|完|书|后)|观看|榜样|先进/u
const RESOLVED = /往后|今后|以后|将来|下一步我|我(?:要|会|将|决心|一定)|要多|做(?:一名|一个|好|让)/u
const THOUGHT = /我(?:想|觉得|感到|认识|体会|明白|深|们要)|想起|感触|感悟|反思|收获/u

/** A lesson, a thought and a resolution: what one writes after studying. */
export function reflectionCue(body: string): Cue | undefined {
  return body.length <= 3 * LONGEST && LEARNT.test(body) && THOUGHT.test(body) && RESOLVED.test(body)
    ? { cue: 'reflection', class: 'T04', where: 'body', weight: 3 }
    : undefined
}
