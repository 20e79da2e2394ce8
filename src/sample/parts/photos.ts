import { after, at, later, long, packed, short, workday } from '../days.ts'
import type { Device } from '../devices.ts'
import type { FolderKey, Kind, Pack } from '../pack.ts'
import { CHANGES, type Change } from '../scenes/changes.ts'
import type { Drawn } from '../scenes/encode.ts'
import type { Scene } from '../scenes/scene.ts'
import { picture, right, text, title } from '../writers/blocks.ts'

const PHOTO: Kind = ['trace', 'T06']
const PHOTO_CHECKS = ['reused-pictures', 'one-session-pictures', 'picture-dates', 'duplicate-files']
const PLACES: FolderKey[] = ['volunteer', 'environment', 'river', 'visits', 'publicity']
const EVENTS = ['清扫街巷', '入户宣传', '巡河', '送学上门', '帮收稻谷', '慰问老党员', '清理小广告', '安全劝导', '护林巡查', '义务修电器', '拆除旧棚', '整理农家书屋', '环境整治', '政策宣讲', '帮扶走访', '疏通水沟', '看望学生', '修补篱笆', '技术指导', '铲除杂草', '粉刷围墙', '送水到户', '清点物资', '路口值守', '检查大棚', '消杀', '修剪行道树', '整治飞线', '搬运救灾物资', '入户登记', '帮办证件', '检查消防栓', '清洗水池', '打扫敬老院', '铺设水管', '维修路灯', '巡查山塘', '防火宣传', '清淤', '送药上门'] // prettier-ignore

/** Pictures of events: honest ones, and each of the three ways in which pictures stand for what they do not show. */
export async function photos(pack: Pack): Promise<void> {
  const stage = makeStage(pack)
  await honest(pack, stage)
  await lookalikes(pack, stage)
  await reused(pack, stage)
  await oneSession(pack, stage)
  await otherDates(pack, stage)
}

interface Stage {
  /** A new event with its own folder, day and scene. */
  event(month?: number, key?: FolderKey, name?: string): Event
  device(): Device
}

interface Event {
  folder: string
  name: string
  day: string
  scene: Scene
  place: { latitude: number; longitude: number }
}

function makeStage(pack: Pack): Stage {
  const names = pack.random.deck(EVENTS)
  const keys = pack.random.deck(PLACES)
  const months = pack.random.deck([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
  const devices = pack.random.deck(pack.devices.slice(1))
  const days = new Set<string>()
  return {
    event(month = months(), key = keys(), name = names()) {
      let day = pack.day(month)
      for (let tries = 0; days.has(day) && tries < 40; tries++) day = pack.day(tries < 20 ? month : months())
      days.add(day)
      return { folder: pack.eventFolder(key, day, name), name, day, scene: pack.scene(), place: pack.spot() }
    },
    device: () => devices()
  }
}

/** A moment in working hours of a day. */
function moment(pack: Pack, day: string): string {
  return after(at(day, 8, 20), pack.random.int(0, 8 * 3600))
}

async function honest(pack: Pack, stage: Stage): Promise<void> {
  const { random } = pack
  for (let i = 0; i < 5; i++) {
    const event = stage.event()
    const device = stage.device()
    let when = moment(pack, event.day)
    for (let shot = 0, n = random.int(1, 2); shot < n; shot++) {
      when = after(when, random.int(90, 1500))
      const drawn = await pack.shoot(event.scene, { seed: `honest${shot}` }, device.record(when, event.place))
      await pack.put(`${event.folder}/${device.name(when)}.jpg`, drawn.bytes, PHOTO)
    }
  }
  // other formats the same week's phones and scanners leave
  for (const format of ['png', 'webp', 'tiff'] as const) {
    const event = stage.event()
    const drawn = await pack.shoot(event.scene, { seed: format }, undefined, format)
    await pack.put(`${event.folder}/现场.${format === 'tiff' ? 'tif' : format}`, drawn.bytes, PHOTO)
  }
}

async function lookalikes(pack: Pack, stage: Stage): Promise<void> {
  const { random, inspectedOn } = pack
  // a messenger strips metadata and names by the time of saving, which may be the week the package was gathered
  const stripped: string[] = []
  for (let i = 0; i < 2; i++) {
    const event = stage.event()
    for (let shot = 0; shot < 2; shot++) {
      const saved = i
        ? moment(pack, workday(later(inspectedOn, -5)))
        : after(moment(pack, event.day), random.int(600, 80_000))
      const drawn = await pack.shoot(event.scene, { seed: `sent${shot}` })
      const name = random.chance(0.5) ? `mmexport${Date.parse(`${saved}+08:00`) + random.int(0, 999)}` : `微信图片_${packed(saved.slice(0, 10))}${saved.slice(11).replaceAll(':', '')}` // prettier-ignore
      stripped.push(await pack.put(`${event.folder}/${name}.jpg`, drawn.bytes, PHOTO))
    }
  }
  pack.lookalike('messenger-copies', PHOTO_CHECKS, stripped)

  const burst = stage.event()
  const device = stage.device()
  let when = moment(pack, burst.day)
  const held: string[] = []
  for (let shot = 0, n = random.int(4, 5); shot < n; shot++) {
    when = after(when, random.int(1, 3))
    const drawn = await pack.shoot(
      burst.scene,
      { seed: `burst${shot}`, still: true, crowd: 'burst' },
      device.record(when, burst.place)
    )
    held.push(await pack.put(`${burst.folder}/${device.name(when)}_BURST${shot + 1}.jpg`, drawn.bytes, PHOTO))
  }
  pack.lookalike('burst-at-one-event', PHOTO_CHECKS, held)

  // one event, asked for under two indicators
  const asked = stage.event(undefined, 'volunteer')
  const taken = moment(pack, asked.day)
  const twice = await pack.shoot(asked.scene, { seed: 'twice' }, stage.device().record(taken, asked.place))
  const name = `IMG_${packed(asked.day)}_${taken.slice(11).replaceAll(':', '')}.jpg`
  const filed = [
    `${asked.folder}/${name}`,
    `${pack.eventFolder('environment', asked.day, asked.name)}/${name}`
  ]
  for (const path of filed) await pack.put(path, twice.bytes, PHOTO)
  pack.lookalike('one-event-two-indicators', PHOTO_CHECKS, filed)

  // a camera on a pole looks at the same bank every time
  const bank = pack.scene('river')
  const pole = stage.device()
  const fixed: string[] = []
  for (let i = 0; i < 4; i++) {
    const { folder, day } = { ...stage.event(2 + i * 2, 'river', '水位观测') }
    const noon = at(day, random.int(8, 17), random.int(0, 59), random.int(0, 59))
    const drawn = await pack.shoot(bank, { seed: `pole${i}`, still: true, light: 0.62 + random.next() * 0.5 }, random.chance(0.6) ? pole.record(noon) : undefined) // prettier-ignore
    fixed.push(await pack.put(`${folder}/固定机位${i + 1}.jpg`, drawn.bytes, PHOTO))
  }
  pack.lookalike('fixed-camera', PHOTO_CHECKS, fixed)

  // a camera whose clock starts anew with every battery
  const reset = random.pick(['2015-01-01', '2012-01-01', '2018-01-01'])
  const unset = pack.devices[0]! // nobody's but these: a clock that starts anew clears all its pictures
  const adrift: string[] = []
  for (let i = 0; i < 3; i++) {
    const event = stage.event()
    const drawn = await pack.shoot(
      event.scene,
      { seed: 'unset' },
      unset.record(at(reset, 0, random.int(0, 40), random.int(0, 59)))
    )
    adrift.push(
      await pack.put(`${event.folder}/DSC0${1000 + i * 7 + random.int(0, 6)}.jpg`, drawn.bytes, PHOTO)
    )
  }
  pack.lookalike('clock-not-set', PHOTO_CHECKS, adrift)
}

/** One picture for several events, as it is or saved anew; sometimes inside a report. */
async function reused(pack: Pack, stage: Stage): Promise<void> {
  const { random } = pack
  const changes = random.shuffled([...CHANGES]).slice(0, random.int(5, 6))
  for (const [i, change] of changes.entries()) {
    const first = stage.event()
    const device = stage.device()
    const when = moment(pack, first.day)
    const keeps = random.chance(0.5) // whether the first one still has its metadata
    const camera = keeps ? device.record(when, first.place) : undefined
    const original = await pack.shoot(first.scene, { seed: 'first' }, camera)
    const paths = [await pack.put(`${first.folder}/${keeps ? device.name(when) : `现场照片${i + 1}`}.jpg`, original.bytes, PHOTO)] // prettier-ignore
    const uses = random.pick([1, 1, 2])
    for (let use = 0; use < uses; use++) {
      const event = stage.event()
      const how: Change = use ? random.pick(CHANGES) : change
      const drawn = await pack.change(original, how, random.chance(0.3) ? camera : undefined)
      const report = random.chance(0.35)
      paths.push(report ? await inReport(pack, event, drawn, i) : await pack.put(`${event.folder}/活动照片${i + 1}.jpg`, drawn.bytes, PHOTO)) // prettier-ignore
    }
    pack.plant('reused-pictures', change, paths)
    pack.alsoTrue('duplicate-files', paths)
    pack.alsoTrue('picture-dates', paths)
  }
}

async function inReport(pack: Pack, event: Event, drawn: Drawn, order: number): Promise<string> {
  const { unit, random, say } = pack
  const blocks = [
    title(`${event.name}小记`),
    text(`${long(event.day)}，${random.pick(unit.villages)}。${say.visit()}`),
    picture(drawn, `图：${short(event.day)}${event.name}`),
    text(say.news(event.day)),
    right(long(event.day))
  ]
  const { media } = await pack.document(`${event.folder}/${event.name}小记${order + 1}.docx`, blocks, { day: event.day, kind: ['trace', 'T08'] }) // prettier-ignore
  return media[0]!
}

/** Events of many days, all photographed on one afternoon at one place. */
async function oneSession(pack: Pack, stage: Stage): Promise<void> {
  const { random, year, inspectedOn } = pack
  const sessions = random.int(1, 2)
  for (let s = 0; s < sessions; s++) {
    const afternoon = workday(
      s ? `${year}-0${random.int(6, 9)}-1${random.int(0, 8)}` : later(inspectedOn, -random.int(9, 30))
    )
    const device = stage.device()
    const scene = pack.scene()
    const place = pack.spot()
    const byName = s === 1 && random.chance(0.5)
    const count = s ? random.int(4, 6) : random.int(6, 8)
    const months = random.some([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].filter(month => month !== +afternoon.slice(5, 7)), count).sort((a, b) => a - b) // prettier-ignore
    let when = at(afternoon, 14, random.int(0, 40), random.int(0, 59))
    const paths: string[] = []
    for (const [i, month] of months.entries()) {
      const event = stage.event(month)
      when = after(when, random.int(150, 560))
      const shot = await pack.shoot(scene, { seed: `session${s}-${i}` }, device.record(when, place))
      const name = byName ? `${pack.folder('visits')}/走访照片/${long(event.day)}${event.name}.jpg` : `${event.folder}/${device.name(when)}.jpg` // prettier-ignore
      paths.push(await pack.put(name, shot.bytes, PHOTO))
      pack.told.tells(`${event.day} ${event.name}`, [paths.at(-1)!])
    }
    pack.plant('one-session-pictures', `${count}-events-one-afternoon`, paths, byName)
    pack.alsoTrue('picture-dates', paths)
  }
}

/** Pictures that record a capture months away from the day they are filed under. */
async function otherDates(pack: Pack, stage: Stage): Promise<void> {
  const { random, year } = pack
  const groups = random.int(3, 4)
  for (let g = 0; g < groups; g++) {
    const event = stage.event(random.int(3, 7))
    const device = stage.device()
    // later in the year (made up for), or the year before (an old picture)
    const taken = g % 3 === 1 ? `${year - 1}-0${random.int(3, 9)}-1${random.int(0, 9)}` : workday(later(event.day, random.int(75, 150))) // prettier-ignore
    let when = moment(pack, taken)
    const byName = g === 2
    const paths: string[] = []
    for (let shot = 0, n = byName ? 1 : random.int(1, 3); shot < n; shot++) {
      when = after(when, random.int(40, 400))
      const drawn = await pack.shoot(event.scene, { seed: `other${shot}` }, device.record(when, event.place))
      const path = byName
        ? `${pack.folder('river')}/${long(event.day)}${event.name}.jpg`
        : `${event.folder}/${device.name(when)}.jpg`
      paths.push(await pack.put(path, drawn.bytes, PHOTO))
      pack.told.tells(`${event.day} ${event.name}`, [paths.at(-1)!])
    }
    pack.plant('picture-dates', g % 3 === 1 ? 'taken-long-before' : 'taken-long-after', paths, byName)
  }
}
