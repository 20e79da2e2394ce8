import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { MaterialClass } from '../model/audit.ts'
import { makeDevices, type Device } from './devices.ts'
import { after, dayIn, dotted, later, long, packed, workday, workingTime } from './days.ts'
import { seeded, type Random } from './random.ts'
import { changePicture, type Change } from './scenes/changes.ts'
import { encodeShot, type Camera, type Drawn } from './scenes/encode.ts'
import { drawPage, type PageKind } from './scenes/page.ts'
import { drawShot, SCENES, type Scene, type SceneKind, type Shot } from './scenes/scene.ts'
import { makeTold, type Told } from './told.ts'
import type { Truth, TruthPlace } from './truth.ts'
import { makeUnit, type Unit } from './unit.ts'
import { makeSpeech, type Speech } from './words/speech.ts'
import { writeDocument } from './writers/document.ts'
import { writePdf, writeScan } from './writers/pdf.ts'
import type { Block } from './writers/blocks.ts'
import type { Properties } from './writers/properties.ts'
import { shownRow, writeWorkbook, type CellValue, type Sheet } from './writers/workbook.ts'

/** What a class is in the truth: a class and, where one fits, its id in the lexicon. */
export type Kind = readonly [MaterialClass, string?]

/** An ordinary file another part may copy. */
export interface Ordinary {
  path: string
  bytes: Buffer
  kind: Kind
  blocks?: Block[]
  sheet?: Sheet
  day: string
}

/** The package while it is being made: files go to disk at once, truth gathers. */
export interface Pack {
  seed: number
  random: Random
  unit: Unit
  year: number
  inspectedOn: string
  say: Speech
  devices: Device[]
  truth: Truth
  /** Files no planted group and no look-alike speaks of. */
  ordinary: Ordinary[]
  /** What the files tell of, as it is made. */
  told: Told
  folder(key: FolderKey): string
  /** A folder name for one event: its date in the unit's habit, and its name. */
  eventFolder(key: FolderKey, day: string, name: string): string
  day(month: number): string
  put(path: string, bytes: Uint8Array, kind: Kind): Promise<string>
  document(path: string, blocks: Block[], made: Made): Promise<{ path: string; media: string[] }>
  pdf(path: string, blocks: Block[], made: Made): Promise<string>
  scan(path: string, pages: number, look: PageKind, made: Made): Promise<string>
  workbook(path: string, sheets: Sheet[], made: Made): Promise<string>
  properties(day: string, gathered?: boolean): Properties
  scene(kind?: SceneKind): Scene
  shoot(scene: Scene, shot: Shot, camera?: Camera, format?: Drawn['format']): Promise<Drawn>
  change(original: Drawn, change: Change, camera?: Camera): Promise<Drawn>
  /** Says of each entry of a ledger whether it tells what came of it. */
  outcomes(path: string, sheet: Sheet, tells: (row: readonly CellValue[], i: number) => boolean): void
  spot(): { latitude: number; longitude: number }
  plant(check: string, kind: string, members: (string | TruthPlace)[], nameOnly?: boolean): void
  alsoTrue(check: string, members: (string | TruthPlace)[]): void
  lookalike(kind: string, quiet: string[], members: (string | TruthPlace)[]): void
}

export interface Made {
  day: string // what it is about
  kind: Kind
  /** Made into a file in the last week before the inspection. */
  gathered?: boolean
  /** May be copied by the part that plants copies. */
  ordinary?: boolean
  author?: string
}

const FOLDERS = {
  organisation: '组织领导', party: '三会一课', safety: '安全生产例会', hazards: '隐患排查整改', visits: '走访联系群众',
  disputes: '矛盾纠纷化解', environment: '人居环境整治', river: '河湖巡查', subsidy: '惠民资金发放', employment: '就业帮扶',
  volunteer: '志愿服务', publicity: '宣传教育', flood: '防汛值守', works: '项目建设', hotline: '热线与信访',
  base: '基础信息', talks: '谈心谈话', study: '学习教育'
} as const // prettier-ignore
export type FolderKey = keyof typeof FOLDERS
export const FOLDER_KEYS = Object.keys(FOLDERS) as FolderKey[]

export const QUIET_ALL = ['duplicate-files', 'duplicate-entries', 'recycled-entries', 'reused-passages', 'reused-pictures', 'one-session-pictures', 'picture-dates', 'lined-up-replies', 'repeated-fields', 'backfilled-ledgers'] // prettier-ignore

export function openPack(root: string, seed: number): Pack {
  const random = seeded(`${seed}/pack`)
  const unit = makeUnit(seed)
  const year = random.pick([2023, 2024, 2025])
  const inspectedOn = workday(`${year}-12-${random.int(3, 20) < 10 ? '05' : '17'}`)
  const folders = codeFolders(random)
  const style = random.pick([long, dotted, packed, (day: string) => day])
  const joint = random.pick([' ', ' ', '', '_'])
  const written = new Set<string>()
  const kinds = random.deck(SCENES)
  const authors = unit.staff.slice(8).map(person => person.name)
  const programs = random.chance(0.5) ? (['WPS', 'WPS', 'Word'] as const) : (['Word', 'Word', 'WPS'] as const)
  let scenes = 0
  let shots = 0
  let pages = 0

  const pack: Pack = {
    seed,
    random,
    unit,
    year,
    inspectedOn,
    say: makeSpeech(random.fork('speech'), unit, inspectedOn),
    devices: makeDevices(random.fork('devices')),
    truth: {
      schema: 'henshi.truth/1',
      seed,
      unit: unit.name,
      period: { from: `${year}-01-01`, to: later(inspectedOn, -1) },
      inspectedOn,
      groups: [],
      alsoTrue: [],
      lookalikes: [],
      classes: {},
      entries: {},
      activities: [],
      indicators: []
    },
    told: makeTold(),
    ordinary: [],
    folder: key => folders[key],
    eventFolder(key, day, name) {
      const path = `${folders[key]}/${style(day)}${joint}${name}`
      pack.told.folder(path, `${day} ${name}`)
      return path
    },
    day: month => dayIn(random, year, month),
    async put(wanted, bytes, [kind, classId]) {
      // two random names may meet: the second gets a number, as people give it
      let path = wanted
      for (let n = 2; written.has(path); n++)
        path = wanted.replace(/(\.\w+)?$/u, ending => `第${n}份${ending}`)
      written.add(path)
      pack.truth.classes[path] = { class: kind, ...(classId ? { classId } : {}) }
      pack.told.file(path)
      if (path.includes('!/')) return path
      await mkdir(dirname(join(root, path)), { recursive: true })
      await writeFile(join(root, path), bytes)
      return path
    },
    async document(wanted, blocks, made) {
      const properties = {
        ...pack.properties(made.day, made.gathered),
        ...(made.author ? { author: made.author } : {})
      }
      const { bytes, media } = await writeDocument(blocks, properties, rsid(random))
      const path = await pack.put(wanted, bytes, made.kind)
      for (const name of media) await pack.put(`${path}!/${name}`, bytes, ['trace', 'T06'])
      if (made.ordinary) pack.ordinary.push({ path, bytes, kind: made.kind, blocks, day: made.day })
      return { path, media: media.map(name => `${path}!/${name}`) }
    },
    async pdf(wanted, blocks, made) {
      const { author, created, modified } = pack.properties(made.day, made.gathered)
      const bytes = writePdf(blocks, { author, created, modified, creator: 'WPS 文字', producer: random.pick(['WPS Office', 'Microsoft: Print To PDF', 'Adobe PDF Library 15.0']) }) // prettier-ignore
      const path = await pack.put(wanted, bytes, made.kind)
      if (made.ordinary) pack.ordinary.push({ path, bytes, kind: made.kind, blocks, day: made.day })
      return path
    },
    async scan(path, count, look, made) {
      const images = await Promise.all(
        Array.from({ length: count }, () => drawPage(look, `${seed}/page/${pages++}`))
      )
      const created = workingTime(random, workday(later(made.day, random.int(0, 6))))
      const bytes = writeScan(images, { producer: random.pick(['Canon SC1011', 'HP Scan', 'RICOH MP C2504', 'EPSON Scan']), created }) // prettier-ignore
      return pack.put(path, bytes, made.kind)
    },
    async workbook(wanted, sheets, made) {
      const bytes = await writeWorkbook(sheets, pack.properties(made.day, made.gathered))
      const path = await pack.put(wanted, bytes, made.kind)
      if (made.ordinary && sheets.length === 1) {
        pack.ordinary.push({ path, bytes, kind: made.kind, sheet: sheets[0]!, day: made.day })
      }
      return path
    },
    properties(day, gathered = false) {
      const made = gathered
        ? workday(later(inspectedOn, -random.int(2, 6)))
        : workday(later(day, random.int(0, 4)))
      const created = workingTime(random, made)
      const modified = after(created, random.int(4, 150) * 60)
      return {
        author: random.pick(authors),
        lastModifiedBy: random.pick(authors),
        created,
        modified,
        program: random.pick(programs),
        minutes: random.int(6, 120),
        ...(random.chance(0.5) ? { company: unit.town } : {})
      }
    },
    scene: kind => ({ kind: kind ?? kinds(), seed: `${seed}/scene/${scenes++}` }),
    shoot: (scene, shot, camera, format) =>
      encodeShot(drawShot(scene, shot), {
        width: random.pick([720, 800, 960, 1080, 1280]),
        seed: `${seed}/noise/${shots++}`,
        quality: random.int(74, 88),
        ...(camera ? { camera } : {}),
        ...(format ? { format } : {})
      }),
    change: (original, change, camera) => changePicture(original, change, random, camera),
    outcomes(path, sheet, tells) {
      const known = (pack.truth.entries[path] ??= { result: [], trace: [] })
      sheet.rows.forEach((row, i) => {
        if (row[0] === '合计') return
        known[tells(row, i) ? 'result' : 'trace'].push(shownRow(sheet, i))
      })
    },
    spot: () => ({ latitude: 29 + random.next() * 2, longitude: 114 + random.next() * 3 }),
    plant(check, kind, members, nameOnly) {
      pack.truth.groups.push({
        check,
        kind,
        members: members.map(asPlace),
        ...(nameOnly ? { nameOnly: true } : {})
      })
    },
    alsoTrue: (check, members) => void pack.truth.alsoTrue.push({ check, members: members.map(asPlace) }),
    lookalike: (kind, quiet, members) => void pack.truth.lookalikes.push({ kind, quiet, members: members.map(asPlace) }) // prettier-ignore
  }
  return pack
}

function asPlace(member: string | TruthPlace): TruthPlace {
  return typeof member === 'string' ? { path: member } : member
}

/** Indicator folders: 1-1-1 …, in an order of the seed's own. */
function codeFolders(random: Random): Record<FolderKey, string> {
  const keys = random.shuffled(Object.keys(FOLDERS) as FolderKey[])
  const joint = random.pick([' ', '', '_'])
  const coded = keys.map((key, i) => [key, `${Math.floor(i / 6) + 1}-${Math.floor((i % 6) / 2) + 1}-${(i % 2) + 1}${joint}${FOLDERS[key]}`]) // prettier-ignore
  return Object.fromEntries(coded) as Record<FolderKey, string>
}

function rsid(random: Random): string {
  return random.int(0x00100000, 0x00ffffff).toString(16).toUpperCase().padStart(8, '0')
}
