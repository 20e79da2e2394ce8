// A page as a copier hands it on: grey paper, lines of ink that carry no text, a little skew and noise.
import sharp from 'sharp'
import { randomOf } from './make-package.mjs'

export function scan(seed) {
  const random = randomOf(seed)
  const [width, height] = [1240, 1754]
  const lines = []
  for (let y = 220; y < height - 200; y += 46 + Math.floor(random() * 6)) {
    let x = 150 + (random() < 0.2 ? 70 : 0)
    const end = random() < 0.2 ? 500 + random() * 400 : width - 150
    while (x < end) {
      const size = 20 + random() * 10
      const ink = 40 + Math.floor(random() * 60)
      for (let stroke = 0; stroke < 4; stroke++) {
        const [x1, y1, x2, y2] = [random(), random(), random(), random()].map(part => part * size)
        lines.push(`<path d="M${(x + x1).toFixed(1)} ${(y - y1).toFixed(1)}L${(x + x2).toFixed(1)} ${(y - y2).toFixed(1)}" stroke="rgb(${ink},${ink},${ink})"/>`) // prettier-ignore
      }
      x += 32
    }
  }
  const skew = (random() - 0.5) * 2
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#ecebe6"/><g fill="none" stroke-width="2" transform="rotate(${skew.toFixed(2)} ${width / 2} ${height / 2})">${lines.join('')}</g></svg>`
  return sharp(Buffer.from(svg)).jpeg({ quality: 70 }).toBuffer()
}
