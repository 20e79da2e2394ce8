import type { Cue } from '../model/audit.ts'

/** 3.2 陶冶 接待群众4人次; 7月15日 白班; 08:00 接班: a day or an hour begins the line. */
const DATED =
  /^\|?\s*(?:(?:19|20)\d{2}[-./年]\d{1,2}|\d{1,2}月\d{1,2}日|\d{1,2}[./]\d{1,2}(?![\d%])|\d{1,2}:\d{2}|第[一二三四五六七八九十\d]+(?:周|天|次)|(?:周|星期)[一二三四五六日天])/u
const FEWEST = 3
const SHARE = 0.4

/** Lines of a log kept as text. It records that one was on duty; outcomes beside it speak for themselves. */
export function datedLinesCue(body: string): Cue | undefined {
  const lines = body.split('\n').map(line => line.trim()).filter(line => line !== '').slice(0, 400) // prettier-ignore
  const dated = lines.filter(line => DATED.test(line)).length
  return dated >= FEWEST && dated >= lines.length * SHARE
    ? { cue: 'dated-lines', class: 'T05', where: 'layout', weight: 3 }
    : undefined
}
