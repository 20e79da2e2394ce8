// Packages of one kind each for the bench: pictures, pdf, docx; all different, made from a seed.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Document, ImageRun, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
import sharp from 'sharp'

const WORDS =
  '走访慰问困难群众排查安全隐患宣传防汛知识整治人居环境调解邻里纠纷组织志愿服务检查消防设施修复路灯疏通沟渠登记诉求办理答复回访核实发放补贴开展培训召开会议研究部署落实责任清理河道种植树木'

export function randomOf(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

export function prose(random, length) {
  let text = ''
  while (text.length < length) {
    const at = Math.floor(random() * (WORDS.length - 4))
    text += WORDS.slice(at, at + 2 + Math.floor(random() * 3))
    if (random() < 0.08) text += random() < 0.4 ? '。' : '，'
    if (random() < 0.03) text += `${Math.floor(random() * 90) + 2}户`
  }
  return text
}

/** A 1440 × 1080 picture with texture of its own and camera-like metadata. */
export async function picture(random, index) {
  const [width, height] = [90, 68]
  const raw = Buffer.alloc(width * height * 3)
  const waves = Array.from({ length: 6 }, () => [random() * 0.4, random() * 0.4, random() * 6, random() * 90])
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let value = 128
      for (const [fx, fy, phase, size] of waves) value += size * Math.sin(fx * x + fy * y + phase)
      for (let c = 0; c < 3; c++)
        raw[(y * width + x) * 3 + c] = Math.max(0, Math.min(255, value + 20 * c + random() * 30))
    }
  }
  const day = String(1 + (index % 28)).padStart(2, '0')
  const month = String(1 + (Math.floor(index / 28) % 12)).padStart(2, '0')
  const time = `2024:${month}:${day} ${String(8 + (index % 10)).padStart(2, '0')}:${String(index % 60).padStart(2, '0')}:00`
  return sharp(raw, { raw: { width, height, channels: 3 } })
    .resize(1440, 1080, { kernel: 'cubic' })
    .withExif({ IFD0: { Make: 'HUAWEI', Model: 'ELE-AL00' }, IFD2: { DateTimeOriginal: time } })
    .jpeg({ quality: 85 })
    .toBuffer()
}

export async function makePictures(folder, count, seed = 1) {
  mkdirSync(folder, { recursive: true })
  const random = randomOf(seed)
  for (let i = 0; i < count; i++)
    writeFileSync(join(folder, `IMG_${String(i).padStart(5, '0')}.jpg`), await picture(random, i))
}

export async function makeDocx(folder, count, seed = 2) {
  mkdirSync(folder, { recursive: true })
  const random = randomOf(seed)
  const images = await Promise.all(Array.from({ length: 20 }, (_, i) => picture(random, i)))
  for (let i = 0; i < count; i++) {
    const rows = Array.from(
      { length: 6 },
      () =>
        new TableRow({
          children: Array.from(
            { length: 4 },
            () => new TableCell({ children: [new Paragraph(prose(random, 12))] })
          )
        })
    )
    const document = new Document({
      sections: [
        {
          children: [
            new Paragraph({ text: `关于第${i}次活动的情况`, heading: 'Heading1' }),
            ...Array.from({ length: 12 }, () => new Paragraph(prose(random, 160))),
            new Table({ rows }),
            new Paragraph({
              children: [
                new ImageRun({
                  type: 'jpg',
                  data: images[i % images.length],
                  transformation: { width: 300, height: 225 }
                })
              ]
            })
          ]
        }
      ]
    })
    writeFileSync(join(folder, `活动${String(i).padStart(4, '0')}.docx`), await Packer.toBuffer(document))
  }
}

export function makePdf(folder, count, pages = 4, seed = 3) {
  mkdirSync(folder, { recursive: true })
  const random = randomOf(seed)
  for (let i = 0; i < count; i++) {
    writeFileSync(
      join(folder, `材料${String(i).padStart(4, '0')}.pdf`),
      pdf(Array.from({ length: pages }, () => Array.from({ length: 24 }, () => prose(random, 32))))
    )
  }
}

/** Chinese text through a font that is not embedded, as office programs in China write it. */
function pdf(pages) {
  const objects = []
  const add = body => objects.push(body)
  const kids = pages.map((_, i) => `${6 + 2 * i} 0 R`).join(' ')
  add('<< /Type /Catalog /Pages 2 0 R >>')
  add(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`)
  add(
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>'
  )
  add(
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 5 0 R /DW 1000 >>'
  )
  add(
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>'
  )
  for (const lines of pages) {
    const number = objects.length + 2
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${number} 0 R >>`
    )
    const content = lines
      .map(
        (line, i) =>
          `BT /F1 14 Tf 60 ${780 - 28 * i} Td <${Buffer.from(line, 'utf16le').swap16().toString('hex')}> Tj ET`
      )
      .join('\n')
    add(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`)
  }
  let text = '%PDF-1.4\n'
  const offsets = objects.map((body, i) => {
    const at = text.length
    text += `${i + 1} 0 obj\n${body}\nendobj\n`
    return at
  })
  const start = text.length
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map(at => `${String(at).padStart(10, '0')} 00000 n \n`).join('')}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(text, 'latin1')
}
