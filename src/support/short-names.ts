/** A short name of an organisation in its papers keeps characters of the whole, in their order. */

/** The last of them stands in the word that says what kind of organisation it is. */
const KIND_LENGTH = 4
const SHORTEST = 3
/** Whom it belongs to is another organisation: 海州理工学院 of 海州理工学院机电学院. */
const ABOVE = /^.+(?:中心|委员会|公司|政府|大学|学院|集团|局|厅)(?=.{4,}$)/u

/** 县疾控中心 or 苇疾控 for 苇河县疾病预防控制中心; 沱公路 is not short for 沱阳县公路事业发展中心北岭公路养护站. */
export function isShortFor(short: string, long: string): boolean {
  const whole = long.replace(ABOVE, '')
  const name = short.replace(/^(?:中共|本)/u, '')
  if (name.length < SHORTEST || name.length >= whole.length) return false
  let at = -1
  for (const char of name) {
    at = whole.indexOf(char, at + 1)
    if (at < 0) return false
  }
  return whole.lastIndexOf(name.at(-1)!) >= whole.length - KIND_LENGTH
}
