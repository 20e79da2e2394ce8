import type { ExpandedTags } from 'exifreader'
import type { PictureClaims } from '../../model/reading.ts'
import { isDay, toDay } from '../../support/dates.ts'
import { clip } from '../../support/text.ts'

type Tags = Record<string, { value?: unknown; description?: unknown } | undefined>

/** What Exif, XMP and IPTC of a picture claim, Exif first. Absent, empty and never-set values (0000:00:00, before 1990) are left out. */
export function claimsOf(tags: ExpandedTags): PictureClaims {
  const exif = (tags.exif ?? {}) as Tags
  const xmp = (tags.xmp ?? {}) as Tags
  const iptc = (tags.iptc ?? {}) as Tags
  const gps = tags.gps as { Latitude?: number; Longitude?: number; Altitude?: number } | undefined
  const maker = { ...(tags.makerNotes ?? {}), ...((tags as { pentax?: object }).pentax ?? {}) } as Tags
  return withoutAbsent({
    takenAt:
      wallClock(textOf(exif.DateTimeOriginal)) ??
      wallClock(textOf(xmp.DateTimeOriginal)) ??
      iptcTime(textOf(iptc['Date Created']), textOf(iptc['Time Created'])),
    takenOffset: offset(textOf(exif.OffsetTimeOriginal) ?? textOf(exif.OffsetTime)),
    digitizedAt: wallClock(textOf(exif.DateTimeDigitized)) ?? wallClock(textOf(xmp.CreateDate)),
    modifiedAt: wallClock(textOf(exif.DateTime)) ?? wallClock(textOf(xmp.ModifyDate)),
    subSecond: textOf(exif.SubSecTimeOriginal) ?? textOf(exif.SubSecTime),
    gpsAt: gpsTime(exif),
    latitude: within(gps?.Latitude, 90),
    longitude: within(gps?.Longitude, 180),
    altitude: within(gps?.Altitude, 20_000),
    make: textOf(exif.Make),
    model: textOf(exif.Model),
    serial: textOf(exif.BodySerialNumber) ?? textOf(xmp.SerialNumber),
    lens: textOf(exif.LensModel) ?? textOf(maker.LensModel),
    software: textOf(exif.Software) ?? textOf(xmp.CreatorTool),
    orientation: orientation(exif.Orientation?.value),
    exposure: exposure(exif),
    uniqueId: textOf(exif.ImageUniqueID),
    documentId: textOf(xmp.OriginalDocumentID) ?? textOf(xmp.DocumentID),
    fileNumber: counter(xmp.ImageNumber ?? exif.ImageNumber)
  })
}

/** Longest text kept of one claim. */
const LONGEST = 200

/** Text of a tag, trimmed; undefined when empty or only zeros and blanks. */
function textOf(tag: Tags[string]): string | undefined {
  if (!tag) return undefined
  const value = Array.isArray(tag.value) && typeof tag.value[0] === 'string' ? tag.value[0] : tag.value
  const text = typeof value === 'string' && value !== '' ? value : tag.description
  if (typeof text !== 'string') return undefined
  // NUL padding and control characters are everyday; so are fields of blanks
  const clean = text.replace(/\p{Cc}+/gu, ' ').trim()
  return clean === '' ? undefined : clip(clean, LONGEST)
}

/** `2024:03:05 14:02:11`, also with - / . or T and fractions or offset after it; undefined for what is no real time. */
export function wallClock(text: string | undefined): string | undefined {
  const match = /^(\d{4})[:\-/.](\d{1,2})[:\-/.](\d{1,2})(?:[ T]+(\d{1,2}):(\d{1,2})(?::(\d{1,2}))?)?/.exec(
    text ?? ''
  )
  if (!match) return undefined
  const [year, month, day, hours, minutes, seconds] = match
    .slice(1)
    .map(part => (part === undefined ? undefined : +part))
  if (!isDay(year!, month!, day!)) return undefined
  if (hours === undefined || minutes === undefined) return toDay(year!, month!, day!)
  if (hours > 23 || minutes > 59 || (seconds ?? 0) > 59) return undefined
  return `${toDay(year!, month!, day!)}T${two(hours)}:${two(minutes)}:${two(seconds ?? 0)}`
}

function iptcTime(date: string | undefined, time: string | undefined): string | undefined {
  const day = /^(\d{4})[-:]?(\d\d)[-:]?(\d\d)$/.exec(date ?? '')
  if (!day) return undefined
  const clock = /^(\d\d):?(\d\d):?(\d\d)/.exec(time ?? '')
  return wallClock(`${day[1]}:${day[2]}:${day[3]}${clock ? ` ${clock[1]}:${clock[2]}:${clock[3]}` : ''}`)
}

/** GPS date and time stamps, UTC. Both are needed: a time without a date is no time. */
function gpsTime(exif: Tags): string | undefined {
  const date = textOf(exif.GPSDateStamp)
  const parts = exif.GPSTimeStamp?.value
  if (!date || !Array.isArray(parts) || parts.length !== 3) return undefined
  const [hours, minutes, seconds] = parts.map(rational)
  if (hours === undefined || minutes === undefined || seconds === undefined) return undefined
  const at = wallClock(`${date.replace(/[^\d]+/g, ':')} ${hours}:${minutes}:${Math.floor(seconds)}`)
  return at?.includes('T') ? `${at}Z` : undefined
}

function exposure(exif: Tags): string | undefined {
  const parts = [exif.ExposureTime, exif.FNumber].map(textOf)
  const iso = exif.ISOSpeedRatings?.value
  const speed = Array.isArray(iso) ? iso[0] : iso
  const text = [...parts, typeof speed === 'number' ? `ISO ${speed}` : undefined].filter(Boolean).join(' ')
  return text === '' ? undefined : text
}

function offset(text: string | undefined): string | undefined {
  return text && /^[+-]\d\d:\d\d$/.test(text) ? text : undefined
}

function orientation(value: unknown): number | undefined {
  return typeof value === 'number' && value >= 1 && value <= 8 ? value : undefined
}

function counter(tag: Tags[string]): number | undefined {
  const value = typeof tag?.value === 'string' ? Number(tag.value) : tag?.value
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : undefined
}

function within(value: number | undefined, most: number): number | undefined {
  return value !== undefined && Number.isFinite(value) && Math.abs(value) <= most ? value : undefined
}

function rational(value: unknown): number | undefined {
  const number = Array.isArray(value) ? Number(value[0]) / Number(value[1]) : Number(value)
  return Number.isFinite(number) ? number : undefined
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}

function withoutAbsent(claims: { [K in keyof PictureClaims]: PictureClaims[K] | undefined }): PictureClaims {
  return Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== undefined))
}
