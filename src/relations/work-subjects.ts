import type { Papers } from '../model/evidence.ts'
import { lengthOf } from '../support/periods.ts'
import { bare } from '../support/text.ts'
import { coreOf } from './activity-subjects.ts'

/** Folder within which papers of one subject are of one work: the innermost that is more than a kind of paper or a period. */
export function scopeOf({ names, materials }: Papers, i: number): string {
  const folders = names[i]?.folders ?? []
  const telling = folders.findLast(({ category, date, code, subject }) => code !== undefined || (!category && subject !== '' && !(date && lengthOf(date) > 1))) // prettier-ignore
  return telling?.path ?? materials[i]!.origin
}

/** What a name tells beside kinds of paper: whose agreement, which river. */
export function matterOf(subject: string): string {
  return coreOf(subject) || bare(subject)
}
