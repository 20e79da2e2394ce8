// Writes a large, valid xlsx row by row: node tests/bench/support/make-xlsx.mjs <file> [rows] [columns]
// A made-up village visiting ledger: dates, names, phones, contents, amounts, a few repeated strings and many
// different ones. The zip is written by hand with zlib, so that memory stays flat and no library is measured.
import { createWriteStream } from 'node:fs'
import { once } from 'node:events'
import { createDeflateRaw, crc32 } from 'node:zlib'
import { pathToFileURL } from 'node:url'

const SURNAMES = '王李张刘陈杨黄赵周吴徐孙马朱胡郭何林罗高'
const GIVEN = '伟芳娜敏静丽强磊军洋勇艳杰涛明超霞平刚桂英华兰玉梅建国志文'
const VILLAGES = ['东风村', '红旗村', '新民村', '石桥村', '柳林村', '大湾村', '上坪村', '青山村']
const DEEDS = ['入户走访', '政策宣传', '安全检查', '矛盾调解', '环境整治', '防汛巡查', '慰问老人', '就业帮扶']
const OUTCOMES = ['已完成', '已解决', '已反馈', '待跟进']
const HEADERS = ['序号', '日期', '姓名', '联系电话', '村组', '事项内容', '金额（元）', '办理结果']

/** A small generator of numbers, the same on every machine. */
function numbers(seed) {
  let state = seed >>> 0
  return below => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 4294967296) * below)
  }
}

export async function makeXlsx(file, rows = 1_000_000, columns = 8) {
  const zip = zipWriter(createWriteStream(file))
  const strings = new Map()
  const list = []
  const indexOf = text => {
    let index = strings.get(text)
    if (index === undefined) {
      index = list.length
      strings.set(text, index)
      list.push(text)
    }
    return index
  }
  await zip.add('[Content_Types].xml', [CONTENT_TYPES])
  await zip.add('_rels/.rels', [RELS])
  await zip.add('docProps/app.xml', [APP])
  await zip.add('docProps/core.xml', [CORE])
  await zip.add('xl/workbook.xml', [WORKBOOK])
  await zip.add('xl/_rels/workbook.xml.rels', [WORKBOOK_RELS])
  await zip.add('xl/styles.xml', [STYLES])
  await zip.add('xl/worksheets/sheet1.xml', sheet(rows, columns, indexOf))
  await zip.add('xl/sharedStrings.xml', sharedStrings(list))
  await zip.end()
}

function* sheet(rows, columns, indexOf) {
  const letters = Array.from({ length: columns }, (_, i) => letter(i))
  const random = numbers(20240305)
  yield `${HEAD}<worksheet xmlns="${MAIN}"><dimension ref="A1:${letters.at(-1)}${rows}"/><sheetData>`
  let text = `<row r="1">${letters.map((at, i) => string(at, 1, indexOf(HEADERS[i % HEADERS.length]))).join('')}</row>`
  for (let row = 2; row <= rows; row++) {
    text += `<row r="${row}" spans="1:${columns}">`
    for (let column = 0; column < columns; column++)
      text += cell(letters[column], row, column % 8, random, indexOf)
    text += '</row>'
    if (text.length > 1 << 16) {
      yield text
      text = ''
    }
  }
  yield `${text}</sheetData></worksheet>`
}

function cell(letter, row, column, random, indexOf) {
  switch (column) {
    case 0:
      return number(letter, row, row - 1)
    case 1:
      return `<c r="${letter}${row}" s="1"><v>${44927 + random(1095)}</v></c>`
    case 2:
      return string(
        letter,
        row,
        indexOf(SURNAMES[random(20)] + GIVEN[random(28)] + (random(3) ? GIVEN[random(28)] : ''))
      )
    case 3:
      return number(letter, row, 13000000000 + random(999999999))
    case 4:
      return string(letter, row, indexOf(`${VILLAGES[random(8)]}${random(12) + 1}组`))
    case 5: // one remark in five is said nowhere else
      return string(
        letter,
        row,
        indexOf(
          random(5)
            ? DEEDS[random(8)]
            : `到${VILLAGES[random(8)]}${DEEDS[random(8)]}，涉及${random(90) + 1}户，编号${row}`
        )
      )
    case 6:
      return number(letter, row, random(1000000) / 100)
    default:
      return string(letter, row, indexOf(OUTCOMES[random(4)]))
  }
}

const number = (letter, row, value) => `<c r="${letter}${row}"><v>${value}</v></c>`
const string = (letter, row, index) => `<c r="${letter}${row}" t="s"><v>${index}</v></c>`
const letter = i =>
  (i < 26 ? '' : String.fromCharCode(64 + Math.floor(i / 26))) + String.fromCharCode(65 + (i % 26))

function* sharedStrings(list) {
  yield `${HEAD}<sst xmlns="${MAIN}" uniqueCount="${list.length}">`
  for (let at = 0; at < list.length; at += 1000) {
    yield list
      .slice(at, at + 1000)
      .map(text => `<si><t>${text}</t></si>`)
      .join('')
  }
  yield '</sst>'
}

/** Entries with data descriptors, one after another, so that nothing is held whole. */
function zipWriter(out) {
  const entries = []
  let offset = 0
  const write = async buffer => {
    offset += buffer.length
    if (!out.write(buffer)) await once(out, 'drain')
  }
  return {
    async add(name, pieces) {
      const entry = { name: Buffer.from(name), offset, crc: 0, size: 0, packed: 0 }
      await write(Buffer.concat([header(0x04034b50, [20, 8, 8, 0, 33], entry), entry.name]))
      const deflate = createDeflateRaw({ level: 6 })
      const packing = (async () => {
        for await (const chunk of deflate) {
          entry.packed += chunk.length
          await write(chunk)
        }
      })()
      for (const piece of pieces) {
        const buffer = Buffer.from(piece)
        entry.crc = crc32(buffer, entry.crc)
        entry.size += buffer.length
        if (!deflate.write(buffer)) await once(deflate, 'drain')
      }
      deflate.end()
      await packing
      const descriptor = Buffer.alloc(16)
      ;[0x08074b50, entry.crc, entry.packed, entry.size].forEach((value, i) =>
        descriptor.writeUInt32LE(value, 4 * i)
      )
      await write(descriptor)
      entries.push(entry)
    },
    async end() {
      const start = offset
      for (const entry of entries) {
        const tail = Buffer.alloc(14)
        tail.writeUInt32LE(entry.offset, 10)
        await write(Buffer.concat([header(0x02014b50, [20, 20, 8, 8, 0, 33], entry, true), tail, entry.name]))
      }
      const end = Buffer.alloc(22)
      end.writeUInt32LE(0x06054b50, 0)
      end.writeUInt16LE(entries.length, 8)
      end.writeUInt16LE(entries.length, 10)
      end.writeUInt32LE(offset - start, 12)
      end.writeUInt32LE(start, 16)
      await write(end)
      out.end()
      await once(out, 'finish')
    }
  }
}

function header(signature, shorts, entry, central = false) {
  const buffer = Buffer.alloc(4 + 2 * shorts.length + 16 - (central ? 0 : 0))
  buffer.writeUInt32LE(signature, 0)
  shorts.forEach((value, i) => buffer.writeUInt16LE(value, 4 + 2 * i))
  const at = 4 + 2 * shorts.length
  if (central)
    [entry.crc, entry.packed, entry.size].forEach((value, i) => buffer.writeUInt32LE(value, at + 4 * i))
  buffer.writeUInt16LE(entry.name.length, at + 12)
  return buffer
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const CONTENT_TYPES = `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${TYPE}.sharedStrings+xml"/></Types>`
const RELS = `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/><Relationship Id="rId3" Type="${OFFICE}/extended-properties" Target="docProps/app.xml"/></Relationships>`
const APP = `${HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Microsoft Excel</Application><AppVersion>16.0300</AppVersion></Properties>`
const CORE = `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"><dc:creator>测试</dc:creator><dcterms:created>2024-03-05T01:02:03Z</dcterms:created></cp:coreProperties>`
const WORKBOOK = `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="走访台账" sheetId="1" r:id="rId1"/></sheets></workbook>`
const WORKBOOK_RELS = `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`
const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [, , file, rows = '1000000', columns = '8'] = process.argv
  if (!file) {
    console.error('usage: node make-xlsx.mjs <file> [rows] [columns]')
    process.exit(2)
  }
  await makeXlsx(file, Number(rows), Number(columns))
}
