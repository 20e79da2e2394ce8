import type { ClaimedDate, Evidence } from '../model/evidence.ts'
import { isUnset } from '../support/clocks.ts'
import { groupBy } from '../support/grouping.ts'
import { isOccasion, spanOf } from '../support/periods.ts'
import { claimBetween, type OwnClaims } from './activity-claims.ts'
import { isWithin, type Scope } from './activity-folders.ts'
import { isEvent } from './activity-subjects.ts'
import { isInsideDocument } from '../model/material.ts'

/** Photos of one folder that nothing but their cameras dates. */
export interface Shooting {
  date: ClaimedDate
  photos: number[] // indices into materials
}

/** Of no occasion, whenever it was photographed. */
const THING =
  /证书|证件|证照|执照|许可证|身份证|户口[本簿]|社保卡|牌匾|匾额|奖牌|奖状|奖杯|锦旗|荣誉|发票|收据|票据|回执|截图|截屏|二维码|海报|展板|公示栏|标识牌|平面图|示意图|certificate|licen[cs]e|award|receipt|invoice|screenshot|poster/iu

/**
 * Photos that lie under an indicator of occasions (河湖巡查) and claim no day are of one occasion when their cameras say
 * that all were taken within days. Those taken over a longer time may be of many occasions or of none; scans and
 * pictures of things (培训证书) are of none: they stay without. A clock that says another year than the package or another
 * time than the folder is not asked. The camera dates the occasion alone, never a claim of the picture, against which
 * checks would hold it.
 */
export function shootings(
  { materials, pictures }: Pick<Evidence, 'materials' | 'pictures'>,
  scopes: readonly Scope[],
  own: readonly OwnClaims[],
  draftOf: readonly (number | undefined)[],
  year: number | undefined
): Shooting[] {
  const undated = pictures.flatMap(({ material: i, nature }) => {
    const { origin, status, reading, path } = materials[i]!
    if (nature !== 'photo' || origin !== 'package' || status === 'listed' || isInsideDocument(materials, materials[i]!)) return [] // prettier-ignore
    const { indicator, topic } = scopes[i]!
    const silent = draftOf[i] === undefined && own[i]!.dates.length === 0 && !THING.test(own[i]!.subject)
    const day = reading?.picture?.claims.takenAt?.slice(0, 10)
    if (day === undefined || !silent || indicator === undefined || !isEvent(topic)) return []
    return [{ i, day, folder: path.slice(0, path.lastIndexOf('/') + 1) }]
  })
  return [...groupBy(undated, ({ folder }) => folder).values()].flatMap(group => {
    const date = claimBetween(spanOf(group.map(({ day }) => ({ from: day, to: day }))), 'camera')!
    const { from, to } = date
    const around = scopes[group[0]!.i]!.date
    const told = around ? isWithin(date, around) : +from.slice(0, 4) === year && +to.slice(0, 4) === year
    return isOccasion(date) && told && !isUnset(from, []) ? [{ date, photos: group.map(({ i }) => i) }] : [] // prettier-ignore
  })
}
