import type { ClaimedDate, FolderClaim, NameClaims } from '../model/evidence.ts'
import type { Material } from '../model/material.ts'
import { writtenDates } from '../support/dates.ts'
import { folderClaims } from './name-folders.ts'
import { namedCode } from './name-codes.ts'
import { savedName } from './name-saves.ts'
import { claimedDates, withoutDates } from './name-dates.ts'

/** Longest name looked at; file systems stop at 255, archives need not. */
const LONGEST_NAME = 300
/** 副本, (2), - 复制, _copy, 最终版2 …, at the end of a name. */
const COPY_SUFFIX = /(?:(?:副本|复制|拷贝|copy|duplicate|备份|backup)\s?(?:\(\d{1,3}\)|\d{0,3})|\(\d{1,3}\)|\(?(?:最终版|最终稿|终稿|定稿|最新版|最新|修改版|修订版|更新版|终版|final|new|v\d{1,2})\)?\s?(?:\(\d{1,2}\)|\d{0,2}))$/iu // prettier-ignore
const COPY_PREFIX = /^(?:复件|副本|copy of)[\s_]*(?:\(\d{1,3}\))?[\s_]*/iu
/** Names that programs give to what nobody named; taken out one by one, so that no name can be split in many ways. */
const NEUTRAL = /scanned|scan|file|img|image|document|docx?|picture|pic|photo|video|audio|untitled|new|page|slide|book|sheet|workbook|新建|无标题|未命名|未标题|文档|图片|照片|相片|扫描件|扫描|截图|截屏|视频|音频|幻灯片|工作簿|工作表|文件|材料|附件|microsoft|office|word|excel|pptx?|xlsx?|pdf|txt|文本|演示文稿|wps|[\s\d_.\-—()#]+/giu // prettier-ignore

/**
 * What a material's name and folders claim: dates (own name first, then folders from the inside out), the time a
 * messenger or camera put into the name, counter, copy suffix, indicator code, subject. A neutral name claims
 * nothing.
 */
export function nameClaims(material: Material): NameClaims {
  const { folders, container, own } = folderClaims(material.path)
  const year = folders.findLast(folder => folder.date)?.date?.from.slice(0, 4)
  const stem = own.normalize('NFKC').slice(0, LONGEST_NAME).replace(/\.[a-z0-9]{1,5}$/iu, '').trim() // prettier-ignore
  const saved = savedName(stem)
  const { plain, copySuffix } = withoutCopies(saved ? saved.rest : stem)
  const dates = claimedDates(plain, 'name', year === undefined ? undefined : +year)
  if (container !== undefined) dates.push(...containerDates(container, year))
  for (const folder of folders.toReversed()) if (folder.date) dates.push(folder.date)
  return {
    dates,
    ...(saved?.savedAt && { savedAt: saved.savedAt }),
    ...(saved && saved.savedBy !== 'counter' && { savedBy: saved.savedBy }),
    ...(saved?.counter !== undefined && { counter: saved.counter }),
    copySuffix,
    ...indicatorOf(folders, container ?? plain),
    subject: subjectOf(plain),
    folders
  }
}

/** What is left of a name when dates, numbering and neutral words are set aside; '' when nothing is. */
function subjectOf(plain: string): string {
  const text = withoutDates(plain)
  const subject = (namedCode(text)?.rest ?? text)
    .replace(/[(#]?\d{1,4}\)?$/u, '')
    .replace(/[\s_\-—]+$/u, '')
    .replace(/^[\s\d_.\-—、]+/u, '')
    .replace(/[_\s]+/gu, ' ')
    .trim()
  return subject.replace(NEUTRAL, '') === '' || /^[0-9a-f-]{16,}$/iu.test(subject) ? '' : subject
}

function withoutCopies(name: string): { plain: string; copySuffix: boolean } {
  let plain = name.replace(COPY_PREFIX, '')
  // A copy of a copy of a copy: four rounds are as deep as names get
  for (let round = 0; round < 4; round++) {
    const shorter = plain.replace(COPY_SUFFIX, '').replace(/[\s_\-—]+$/u, '')
    if (shorter === plain || shorter === '' || !COPY_SUFFIX.test(plain)) break
    plain = shorter
  }
  return { plain, copySuffix: plain !== name }
}

function containerDates(container: string, year: string | undefined): ClaimedDate[] {
  const stem = container
    .normalize('NFKC')
    .slice(0, LONGEST_NAME)
    .replace(/\.[a-z0-9]{1,5}$/iu, '')
  if (savedName(stem)) return []
  return claimedDates(stem, 'container', year === undefined ? undefined : +year)
}

/** The innermost folder's code; in a flat package a code of two or more parts before words of the file's own name. */
function indicatorOf(folders: readonly FolderClaim[], own: string): { indicator?: string } {
  const folder = folders.findLast(each => each.code !== undefined)
  if (folder?.code !== undefined && !folder.doubtful) return { indicator: folder.code }
  if (folders.some(each => each.code !== undefined || each.event || (each.date && !each.category))) return {}
  if (writtenDates(own, { name: true }).some(date => date.index < 3)) return {}
  const code = namedCode(own.normalize('NFKC'))
  return code && code.parts > 1 && !code.doubtful && /\p{L}{2}/u.test(code.rest) ? { indicator: code.code } : {} // prettier-ignore
}
