import type { Conversation } from '../../src/model/evidence.ts'
import type { Message } from '../../src/model/reading.ts'

/** Messages from `[time, sender, text]`; times are `HH:MM` or `HH:MM:SS` on 5 March 2024 unless they carry a day. */
export function chatOf(lines: readonly (readonly [string, string, string])[], name = '工作群'): Conversation {
  return {
    material: 0,
    name,
    messages: lines.map(([time, sender, text], i): Message => {
      const clock = time.slice(-8).length === 8 && /:\d\d:\d\d$/.test(time) ? time : `${time}:00`
      return {
        number: i + 1,
        at: clock.includes('T') ? clock : `2024-03-05T${clock}`,
        sender,
        text,
        kind: 'text'
      }
    })
  }
}

export const VILLAGES = ['东沟村', '西坪村', '南岭村', '北塘村', '柳林村', '石桥村', '大湾村', '小河村', '上坝村', '下坝村', '青山村', '红旗村'] // prettier-ignore

/** Receipts of the first `count` villages from `at`, in minutes, gaps by chance-like steps. */
export function receiptsOf(count: number, hour: number, text: (village: string, i: number) => string) {
  const steps = [0, 1, 1, 2, 4, 4, 7, 8, 11, 12, 18, 21]
  return VILLAGES.slice(0, count).map((village, i) => {
    const minute = 3 + steps[i % steps.length]!
    return [`${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}:${String((i * 17) % 60).padStart(2, '0')}`, `${village}会计`, text(village, i)] as const // prettier-ignore
  })
}
