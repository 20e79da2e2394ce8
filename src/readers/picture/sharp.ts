import type Sharp from 'sharp'

/** Loaders that may see a stranger's bytes. Everything else (svg, pdf, ImageMagick, libvips' own, raw formats) is refused by the library itself. */
const ALLOWED = ['Jpeg', 'Png', 'Webp', 'Tiff', 'Nsgif'].map(name => `VipsForeignLoad${name}`)

let loading: Promise<typeof Sharp> | undefined

/** The decoding library, loaded on first use: a child of the other pool may not load native addons. */
export function load(): Promise<typeof Sharp> {
  loading ??= import('sharp').then(({ default: sharp }) => {
    sharp.cache(false) // a picture's memory goes when the picture goes
    sharp.concurrency(1) // the pool of children is what uses the cores
    sharp.block({ operation: ['VipsForeignLoad'] })
    sharp.unblock({ operation: ALLOWED })
    return sharp
  })
  return loading
}
