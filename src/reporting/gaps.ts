import type { Activity, Audit, Indicator } from '../model/audit.ts'

/** The clerk's page as data: what is missing or trace only, and what the askers have to mend. */
export interface Gaps {
  /** Whether anything is known of indicators beyond the codes of folders. */
  judged: boolean
  missing: Indicator[]
  traceOnly: Indicator[]
  undetermined: Indicator[]
  barred: Indicator[]
  traceActivities: Activity[]
  asked: Activity[]
}

export function gapsOf({ indicators = [], activities }: Audit): Gaps {
  const ordered = [...indicators].sort((a, b) => byCode(a.code, b.code))
  const standing = (named: Indicator['standing']): Indicator[] => ordered.filter(each => each.standing === named) // prettier-ignore
  return {
    judged: ordered.some(each => each.standing !== undefined),
    missing: standing('missing'),
    traceOnly: standing('trace'),
    undetermined: standing('undetermined'),
    barred: ordered.filter(({ barred, barredAsk }) => barredAsk !== undefined || (barred?.length ?? 0) > 0),
    traceActivities: activities.filter(each => each.standing === 'trace'),
    // In how many media an indicator wants its evidence stands with the indicator; here, what several asked for
    asked: activities.filter(({ asked }) => asked && asked.times > 1)
  }
}

/** 1-2-10 after 1-2-9; parts that are no numbers by code point. */
export function byCode(a: string, b: string): number {
  const [left, right] = [a, b].map(code => code.split(/[-._]/u)) as [string[], string[]]
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const [one, other] = [left[i] ?? '', right[i] ?? '']
    if (one === other) continue
    const numbers = /^\d+$/u.test(one) && /^\d+$/u.test(other)
    return numbers && Number(one) !== Number(other) ? Number(one) - Number(other) : one < other ? -1 : 1
  }
  return 0
}
