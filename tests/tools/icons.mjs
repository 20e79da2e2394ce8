// Draws the icon in the sizes systems ask for, from its one drawing: node tests/tools/icons.mjs
import { join, resolve } from 'node:path'
import { readFileSync } from 'node:fs'
import sharp from 'sharp'

const icons = resolve(import.meta.dirname, '../../resources/icons')
const drawing = readFileSync(join(icons, 'icon.svg'))

for (const size of [16, 32, 48, 64, 128, 256, 512, 1024])
  await sharp(drawing, { density: (72 * size) / 512 })
    .resize(size, size)
    .png({ compressionLevel: 9 })
    .toFile(join(icons, `${size}x${size}.png`))
