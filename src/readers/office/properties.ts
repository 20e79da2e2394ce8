import type { Claims } from '../../model/reading.ts'
import { ReadTrouble } from '../../isolation/trouble.ts'
import type { OfficePackage } from './package.ts'
import { relationshipsOf } from './relationships.ts'
import { attribute, readXml } from './xml.ts'

/** As `Claims` promises. */
const LONGEST_CLAIM = 500

const CORE: Readonly<Record<string, keyof Claims>> = {
  title: 'title',
  subject: 'subject',
  creator: 'author',
  lastModifiedBy: 'lastModifiedBy',
  created: 'created',
  modified: 'modified',
  lastPrinted: 'printed',
  revision: 'revision',
  identifier: 'documentId'
}

const APP: Readonly<Record<string, keyof Claims>> = {
  Company: 'company',
  Manager: 'manager',
  Application: 'application',
  Template: 'template',
  TotalTime: 'editMinutes'
}

/** WPS leaves its build in the custom properties; the ICV is its per-installation mark. */
const KSO = ['KSOProductBuildVer', 'ICV', 'KSOTemplateUUID']

/**
 * What docProps say: core, app and custom. A part that is missing or broken leaves its claims out; properties
 * never cost a document its content.
 */
export async function readProperties(pack: OfficePackage): Promise<Partial<Claims>> {
  const claims: Partial<Claims> = {}
  const links = await relationshipsOf(pack, '').catch(ignoreTrouble)
  const part = (type: string, usual: string): string | undefined =>
    links?.find(each => each.type === type && pack.find(each.target))?.target ?? pack.find(usual)

  const core = await elements(pack, part('core-properties', 'docProps/core.xml'))
  const app = await elements(pack, part('extended-properties', 'docProps/app.xml'))
  const custom = await elements(pack, part('custom-properties', 'docProps/custom.xml'))
  for (const [name, value] of core) put(claims, CORE[name], value)
  for (const [name, value] of app) put(claims, APP[name], value)
  const version = app.get('AppVersion')
  if (claims.application && version) claims.application = `${claims.application} ${version}`
  const kso = KSO.filter(name => custom.has(name)).map(name => `${name}=${custom.get(name)}`)
  if (kso.length > 0) claims.kso = kso.join(' ').slice(0, LONGEST_CLAIM)
  return claims
}

/** Text of each element by local name, and of custom properties by the name they carry; first one wins. */
async function elements(pack: OfficePackage, part: string | undefined): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  if (part === undefined) return found
  let property = ''
  let text = ''
  const reading = readXml(pack.stream(part), {
    open(name, attributes) {
      if (name === 'property') property = attribute(attributes, 'name') ?? ''
      text = ''
    },
    text: piece => void (text.length < LONGEST_CLAIM && (text += piece)),
    close(name) {
      const key = property || name
      const value = text.trim().slice(0, LONGEST_CLAIM)
      if (value !== '' && !found.has(key)) found.set(key, value)
      if (name === 'property') property = ''
      text = ''
    }
  })
  await reading.catch(ignoreTrouble)
  return found
}

function put(claims: Partial<Claims>, key: keyof Claims | undefined, value: string): void {
  if (key === undefined) return
  if (key === 'revision' || key === 'editMinutes') {
    if (/^\d{1,9}$/u.test(value)) claims[key] = Number(value)
  } else if (key === 'created' || key === 'modified' || key === 'printed') {
    const moment = wallClock(value)
    if (moment !== undefined) claims[key] = moment
  } else claims[key] = value as never
}

/** `2024-03-05T14:02:11Z`; fractions dropped, the zone mark kept as the file states it. Undefined when it is no such moment. */
export function wallClock(value: string): string | undefined {
  const match =
    /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d))?(?:\.\d{1,9})?(Z|[+-]\d\d:?\d\d)?)?$/u.exec(
      value.trim()
    )
  if (!match) return undefined
  const [, year, month, day, hour, minute, second = '00', zone = ''] = match
  // 1601 and year 0 are the zero of some clocks, not a date.
  if (+year! < 1980 || +month! < 1 || +month! > 12 || +day! < 1 || +day! > 31) return undefined
  const date = `${year}-${month}-${day}`
  if (hour === undefined) return date
  if (+hour > 23 || +minute! > 59 || +second > 59) return undefined
  return `${date}T${hour}:${minute}:${second}${zone === 'Z' ? 'Z' : ''}`
}

function ignoreTrouble(error: unknown): undefined {
  if (error instanceof ReadTrouble) return undefined
  throw error
}
