import sharp, { type Exif, type Sharp } from 'sharp'
import { seeded } from '../random.ts'
import type { Canvas } from './canvas.ts'

/** A picture file, ready to be saved or embedded. */
export interface Drawn {
  bytes: Buffer
  width: number
  height: number
  format: 'jpeg' | 'png' | 'webp' | 'tiff'
  grey?: boolean
}

/** What a camera writes beside the pixels. Absent fields are not written. */
export interface Camera {
  make: string
  model: string
  software?: string
  serial?: string
  /** Wall-clock moment of capture. */
  takenAt: string
  offset?: string // +08:00
  subSecond?: string
  latitude?: number
  longitude?: number
  /** GPS time differs from the wall clock by the zone alone unless said otherwise. */
  gpsAt?: string // UTC
  exposure?: { seconds: number; aperture: number; iso: number }
}

/** Scales a drawn scene up, adds the sensor's noise and encodes it. */
export async function encodeShot(
  canvas: Canvas,
  options: {
    width: number
    seed: string
    camera?: Camera
    quality?: number
    format?: Drawn['format']
    noise?: number
  }
): Promise<Drawn> {
  const { width, quality = 82, format = 'jpeg', noise = 7 } = options
  const height = Math.round((width * canvas.height) / canvas.width)
  const { data } = await sharp(canvas.pixels, {
    raw: { width: canvas.width, height: canvas.height, channels: 3 }
  })
    .resize(width, height, { kernel: 'cubic' })
    .raw()
    .toBuffer({ resolveWithObject: true })
  addNoise(data, noise, options.seed)
  let image = sharp(data, { raw: { width, height, channels: 3 } })
  if (options.camera) image = image.withExif(encodeExif(options.camera, width, height))
  return { bytes: await encode(image, format, quality), width, height, format }
}

async function encode(image: Sharp, format: Drawn['format'], quality: number): Promise<Buffer> {
  switch (format) {
    case 'jpeg':
      return image.jpeg({ quality }).toBuffer()
    case 'png':
      return image.png({ compressionLevel: 4, palette: true, colours: 128 }).toBuffer()
    case 'webp':
      return image.webp({ quality, effort: 1 }).toBuffer()
    case 'tiff':
      return image.tiff({ compression: 'jpeg', quality }).toBuffer()
  }
}

function addNoise(pixels: Buffer, amount: number, seed: string): void {
  const random = seeded(seed)
  let at = random.int(0, GRAIN.length - 1)
  for (let i = 0; i < pixels.length; i++) {
    if (i % ROW === 0) at = random.int(0, GRAIN.length - ROW - 1) // elsewhere in the store, so that no pattern shows
    const value = pixels[i]! + GRAIN[at++]! * amount
    pixels[i] = value < 0 ? 0 : value > 255 ? 255 : value
  }
}

/** A store of grain, −1 … 1, drawn on because a draw per sample is slow. */
const ROW = 1531
const GRAIN = Float32Array.from({ length: 1 << 18 }, (_, i) => {
  const mixed = Math.imul(i ^ (i >>> 9), 2_654_435_761) >>> 0
  const again = Math.imul(mixed ^ (mixed >>> 15), 2_246_822_519) >>> 0
  return (again >>> 8) / 8_388_608 - 1
})

export function encodeExif(camera: Camera, width: number, height: number): Exif {
  const stamp = (moment: string): string => moment.replaceAll('-', ':').replace('T', ' ')
  const { exposure, latitude, longitude } = camera
  const exif: Record<string, Record<string, string>> = {
    IFD0: {
      Make: camera.make,
      Model: camera.model,
      DateTime: stamp(camera.takenAt),
      ...(camera.software ? { Software: camera.software } : {})
    },
    IFD2: {
      DateTimeOriginal: stamp(camera.takenAt),
      DateTimeDigitized: stamp(camera.takenAt),
      PixelXDimension: String(width),
      PixelYDimension: String(height),
      ...(camera.subSecond ? { SubSecTimeOriginal: camera.subSecond } : {}),
      ...(camera.offset ? { OffsetTimeOriginal: camera.offset } : {}),
      ...(camera.serial ? { BodySerialNumber: camera.serial } : {}),
      ...(exposure
        ? {
            ExposureTime: `1/${Math.round(1 / exposure.seconds)}`,
            FNumber: `${Math.round(exposure.aperture * 10)}/10`,
            ISOSpeedRatings: String(exposure.iso)
          }
        : {})
    }
  }
  if (latitude !== undefined && longitude !== undefined) {
    exif.IFD3 = {
      GPSLatitudeRef: 'N',
      GPSLatitude: degrees(latitude),
      GPSLongitudeRef: 'E',
      GPSLongitude: degrees(longitude),
      ...(camera.gpsAt
        ? {
            GPSDateStamp: camera.gpsAt.slice(0, 10).replaceAll('-', ':'),
            GPSTimeStamp: camera.gpsAt.slice(11, 19).split(':').map(part => `${Number(part)}/1`).join(' ') // prettier-ignore
          }
        : {})
    }
  }
  return exif
}

function degrees(value: number): string {
  const whole = Math.floor(value)
  const minutes = Math.floor((value - whole) * 60)
  const seconds = Math.round(((value - whole) * 60 - minutes) * 60 * 10_000)
  return `${whole}/1 ${minutes}/1 ${seconds}/10000`
}
