import sharp, { type Sharp } from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { picturesOf } from '../../src/fingerprints/pictures.ts'
import type { PictureClaims } from '../../src/model/reading.ts'
import { findPictureGroups } from '../../src/relations/picture-groups.ts'
import { Cancelled, noTick } from '../../src/support/tick.ts'
import { factsOf, pictureMaterial, sceneOf } from '../support/pictures.ts'

type Item = [bytes: Buffer, claims?: PictureClaims]

async function materialsOf(items: readonly Item[]) {
  return Promise.all(
    items.map(async ([bytes, claims], i) => pictureMaterial(`${i}.jpg`, await factsOf(bytes, claims)))
  )
}

async function groupsOf(items: readonly Item[]) {
  const materials = await materialsOf(items)
  return findPictureGroups({ materials, pictures: picturesOf(materials) }, noTick)
}

const scenes: Buffer[] = []
beforeAll(async () => {
  for (let seed = 1; seed <= 12; seed++) scenes.push(await sceneOf(seed))
})

const panel = (label: number) =>
  sharp({ create: { width: 300, height: 90, channels: 3, background: '#1c5fb0' } })
    .composite(
      [0, 1, 2].map(i => ({
        input: {
          create: {
            width: 120 + ((i * 37 + label * 53) % 130),
            height: 12,
            channels: 3 as const,
            background: '#fff'
          }
        },
        left: 15,
        top: 12 + i * 26
      }))
    ) // prettier-ignore
    .png()
    .toBuffer()
const withPanel = async (scene: Buffer, label = 0) =>
  sharp(scene)
    .composite([{ input: await panel(label), left: 10, top: 380 }])
    .jpeg({ quality: 75 })
    .toBuffer()

describe('one shot', () => {
  const changes: Record<string, (image: Sharp) => Sharp> = {
    'saved anew': image => image.jpeg({ quality: 45 }),
    resized: image => image.resize(300),
    brightened: image => image.modulate({ brightness: 1.2 }),
    cropped: image => image.extract({ left: 40, top: 30, width: 530, height: 400 }),
    'cut by a fifth': image => image.extract({ left: 96, top: 72, width: 448, height: 336 }),
    'turned a quarter': image => image.rotate(90),
    'turned over': image => image.rotate(180),
    mirrored: image => image.flop(),
    'turned a little': image => image.rotate(3, { background: '#000' })
  }

  it.each(Object.keys(changes))('is recognised %s', async name => {
    const found = await Promise.all(
      scenes.slice(0, 6).map(async scene => {
        const copy = await changes[name]!(sharp(scene)).jpeg().toBuffer()
        return groupsOf([[scene], [scenes[7]!], [copy], [scenes[8]!]])
      })
    )
    const right = found.filter(groups => groups.length === 1 && groups[0]!.members.join() === '0,2')
    expect(right.length).toBeGreaterThanOrEqual(5)
    expect(found.flat().every(({ members }) => members.join() === '0,2')).toBe(true)
  })

  it('is recognised under a watermark, and says what changed', async () => {
    const [group] = await groupsOf([[scenes[0]!], [await withPanel(scenes[0]!)]])
    expect(group).toMatchObject({ members: [0, 1], by: 'look', changes: ['reencoded', 'overlaid'] })
  })

  it('is told by bytes before looks', async () => {
    const facts = await factsOf(scenes[0]!)
    const materials = ['a.jpg', 'b.jpg', 'c.jpg'].map((path, i) => pictureMaterial(path, facts, { sha256: i < 2 ? 'same' : 'other' })) // prettier-ignore
    const both = findPictureGroups({ materials: materials.slice(0, 2), pictures: picturesOf(materials.slice(0, 2)) }, noTick) // prettier-ignore
    const all = findPictureGroups({ materials, pictures: picturesOf(materials) }, noTick)
    expect(both).toEqual([{ members: [0, 1], by: 'bytes', agreement: 1, changes: [] }])
    expect(all).toEqual([{ members: [0, 1, 2], by: 'pixels', agreement: 1, changes: [] }])
  })
})

describe('no one shot', () => {
  it('are different scenes, plain or under one watermark', async () => {
    expect(await groupsOf(scenes.map(scene => [scene]))).toEqual([])
    const marked = await Promise.all(scenes.map(scene => withPanel(scene)))
    expect(await groupsOf(marked.map(scene => [scene]))).toEqual([])
  })

  it('are frames of a burst, with recorded times or without', async () => {
    const frames = await Promise.all([1, 2, 3].map(people => sceneOf(20, people)))
    expect(await groupsOf(frames.map(frame => [frame]))).toEqual([])
    const still = [0, 1].map((i): Item => [scenes[0]!, { takenAt: `2024-03-05T10:00:0${i}` }])
    const copy = await sharp(scenes[0]!).jpeg({ quality: 50 }).toBuffer()
    expect(await groupsOf([still[0]!, [copy, still[1]![1]]])).toEqual([])
  })

  it('are blank pictures and marks that merely look alike', async () => {
    const blank = (level: number) => sharp({ create: { width: 600, height: 400, channels: 3, background: { r: level, g: level, b: level } } }).jpeg().toBuffer() // prettier-ignore
    expect(await groupsOf([[await blank(200)], [await blank(204)], [await blank(90)]])).toEqual([])
  })
})

describe('the search', () => {
  it('finds the same in any order of arrival', async () => {
    const items: Item[] = [[scenes[0]!], [scenes[1]!], [await sharp(scenes[0]!).flop().jpeg().toBuffer()], [await sharp(scenes[1]!).resize(320).jpeg().toBuffer()]] // prettier-ignore
    const materials = await materialsOf(items)
    const named = (list: typeof materials) =>
      findPictureGroups({ materials: list, pictures: picturesOf(list) }, noTick)
        .map(({ members, by, agreement }) => ({
          members: members.map(i => list[i]!.path).sort(),
          by,
          agreement
        }))
        .sort((a, b) => (a.members[0]! < b.members[0]! ? -1 : 1))
    expect(named([...materials].reverse())).toEqual(named(materials))
  })

  it('can be cancelled', async () => {
    const materials = await materialsOf([[scenes[0]!], [scenes[1]!]])
    const stop = () => {
      throw new Cancelled()
    }
    expect(() => findPictureGroups({ materials, pictures: picturesOf(materials) }, stop)).toThrow(Cancelled)
  })
})
