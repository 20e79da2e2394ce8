import { dayNumber } from '../support/dates.ts'
import { packed } from './days.ts'
import { utc } from './writers/properties.ts'
import type { Camera } from './scenes/encode.ts'
import type { Random } from './random.ts'

/** A phone or camera somebody of the unit carries. */
export interface Device {
  /** Metadata of a picture taken at a wall-clock moment. */
  record(moment: string, place?: { latitude: number; longitude: number }): Camera
  /** The name the device gives it: a counter, or the moment. */
  name(moment: string): string
}

const MODELS = [
  { make: 'HUAWEI', model: 'ALN-AL00', software: 'ALN-AL00 104.0.0.126', style: 'moment' },
  { make: 'Xiaomi', model: '22081212C', software: 'Xiaomi 13', style: 'moment' },
  { make: 'OPPO', model: 'OPPO Reno9', software: 'MediaTek Camera', style: 'moment' },
  { make: 'vivo', model: 'vivo X80', software: 'vivo camera', style: 'moment' },
  { make: 'HONOR', model: 'ANY-AN00', software: 'ANY-AN00 6.1.0', style: 'moment' },
  { make: 'Apple', model: 'iPhone 12', software: '16.6', style: 'counter' },
  { make: 'Canon', model: 'Canon EOS 90D', software: undefined, style: 'counter', body: true },
  { make: 'NIKON CORPORATION', model: 'NIKON D5600', software: 'Ver.1.10', style: 'dsc', body: true },
  { make: 'SONY', model: 'ILCE-6400', software: 'ILCE-6400 v2.00', style: 'dsc', body: true }
] as const

export function makeDevices(random: Random): Device[] {
  return random.shuffled(MODELS).map(model => {
    const serial = 'body' in model ? String(random.int(10_000_000, 99_999_999)) : undefined
    const offset = random.chance(0.6)
    const precise = random.chance(0.7)
    const base = random.int(100, 2500)
    const taken = new Map<string, number>()
    return {
      record: (moment, place) => ({
        make: model.make,
        model: model.model,
        ...(model.software ? { software: model.software } : {}),
        ...(serial ? { serial } : {}),
        takenAt: moment,
        ...(offset ? { offset: '+08:00' } : {}),
        ...(precise ? { subSecond: String(random.int(10, 989)) } : {}),
        ...(place && !serial ? { ...jitter(place, random), gpsAt: utc(moment) } : {}),
        exposure: { seconds: 1 / random.pick([60, 80, 100, 125, 160, 250]), aperture: random.pick([1.8, 2.2, 2.8, 4, 5.6]), iso: random.pick([50, 64, 100, 125, 200, 320, 400]) } // prettier-ignore
      }),
      name(moment) {
        if (model.style === 'moment')
          return `IMG_${packed(moment.slice(0, 10))}_${moment.slice(11).replaceAll(':', '')}`
        const day = moment.slice(0, 10)
        const shot = (taken.get(day) ?? 0) + 1
        taken.set(day, shot)
        const counter = (base + (dayNumber(day) % 400) * 16 + shot) % 10_000
        return `${model.style === 'dsc' ? 'DSC_' : 'IMG_'}${String(counter).padStart(4, '0')}`
      }
    }
  })
}

function jitter(
  place: { latitude: number; longitude: number },
  random: Random
): { latitude: number; longitude: number } {
  return { latitude: place.latitude + (random.next() - 0.5) * 4e-4, longitude: place.longitude + (random.next() - 0.5) * 4e-4 } // prettier-ignore
}
