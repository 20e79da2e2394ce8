import { formatOf, numbers, shuffled, TABLES, textOf } from './evasion-package.mjs'
import { blocksOf, editTexts } from './evasion-documents.mjs'
import { entriesOf, headerAt, mapCells, readSheets, shown, writeSheets } from './evasion-tables.mjs'

/** Transforms of what is written in rows and sentences; the files stay what and where they are. */

export async function shuffleRows(files) {
  return eachTable(files, (rows, file) => {
    const entries = new Set(entriesOf(rows))
    const order = shuffled([...entries], numbers(file.path))
    return entries.size < 3 ? rows : rows.map(row => (entries.has(row) ? order.pop() : row))
  })
}

async function eachTable(files, change) {
  let eligible = 0
  const after = []
  for (const file of files) {
    const format = formatOf(file)
    const sheets = TABLES.includes(format) ? await readSheets(file) : []
    const changed = sheets.map(sheet => ({ ...sheet, rows: change(sheet.rows, file) }))
    if (!changed.some(({ rows }, i) => JSON.stringify(rows) !== JSON.stringify(sheets[i].rows)))
      after.push(file) // prettier-ignore
    else {
      eligible++
      after.push({ ...file, bytes: await writeSheets(changed, format) })
    }
  }
  return { files: after, eligible }
}

const PERSON_HEADER =
  /姓名|对象|户主|负责人|责任人|干部|申请人|当事人|巡查人|巡河人|记录人|值班|来电人|反映人|谈话人|领款人|联系人|回访人/u
const NAME = /^[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣邓洪包左石崔吉龚程邢裴陆荣翁荀羊甄曲家封段刘龙叶黎白蒲卓池乔阎文辛曾沙关红游]\p{Script=Han}{1,2}$/u // prettier-ignore
const SURNAMES = '申甘景束幸司韶郜薄印宿怀鄂索咸籍赖屠蒙'
const GIVEN = '岚屿昕珩郁澄沅湜聿峤霁弈'

/** Each person has another name everywhere: an honest rewriting, or another village’s papers taken over. */
export function swapNames(files) {
  return replaceNames(files, names => {
    const other = new Map([...names].map((name, i) => [name, invented(i)]))
    return name => other.get(name)
  })
}

/** Each file calls each person something else, so that nobody is met twice. */
export function scatterNames(files) {
  return replaceNames(files, names => {
    const list = [...names]
    return (name, number) => invented(list.indexOf(name) + 7919 * (number + 1))
  })
}

function invented(number) {
  const given = GIVEN[Math.floor(number / SURNAMES.length) % GIVEN.length]
  const second = GIVEN[Math.floor(number / (SURNAMES.length * GIVEN.length)) % GIVEN.length]
  return `${SURNAMES[number % SURNAMES.length]}${given}${second}`
}

async function replaceNames(files, choose) {
  const names = await namesIn(files)
  const other = choose(names)
  const pattern = new RegExp([...names].sort((a, b) => b.length - a.length).join('|') || '(?!)', 'gu')
  let number = 0
  return rewrite(files, () => {
    const own = number++
    return text => text.replace(pattern, name => other(name, own))
  })
}

/** Names that stand in columns and fields of persons. */
async function namesIn(files) {
  const names = new Set()
  const take = text => {
    for (const part of String(text ?? '').split(/[、，,;；\s]+/u)) if (NAME.test(part)) names.add(part)
  }
  for (const file of files) {
    const format = formatOf(file)
    if (TABLES.includes(format))
      for (const { rows } of await readSheets(file)) {
        const at = headerAt(rows)
        if (at < 0) continue
        rows[at].forEach((header, c) => {
          if (PERSON_HEADER.test(String(header ?? ''))) for (const row of rows.slice(at + 1)) take(row[c])
        })
      }
    if (format === 'docx')
      for (const { rows = [] } of await blocksOf(file.bytes))
        for (const row of rows) row.forEach((label, c) => PERSON_HEADER.test(label) && take(row[c + 1]))
  }
  return names
}

/** 3500米 → 3.5公里, 126000元 → 12.6万元, 86件 → 86起; a column’s unit and its figures together. */
export function translateUnits(files) {
  const scaled = (number, by) => String(Number((Number(number) / by).toPrecision(12)))
  const inText = text =>
    text
      .replace(/(\d+(?:\.\d+)?)\s*米(?!\p{Script=Han}*²)/gu, (_, n) => `${scaled(n, 1000)}公里`)
      .replace(/(\d+(?:\.\d+)?)\s*元/gu, (_, n) => `${scaled(n, 10_000)}万元`)
      .replace(/(\d+)\s*件/gu, '$1起')
      .replace(/([（(])元([）)])/gu, '$1万元$2')
  const figure = (value, header) =>
    typeof value === 'number' && /[（(]元[）)]/u.test(header) ? Number(scaled(value, 10_000)) : value
  return rewrite(files, () => inText, figure)
}

const DAY = /(\d{4})(?:年(\d{1,2})月(\d{1,2})日|[-/.](\d{1,2})[-/.](\d{1,2})(?!\d))/gu

/** 2024年3月5日 → 2024.03.05, 2024-03-05 → 2024年3月5日, in texts, cells and names. */
export async function rewriteDates(files) {
  const change = text =>
    text.replace(DAY, (_, year, m1, d1, m2, d2) =>
      m1 ? `${year}.${m1.padStart(2, '0')}.${d1.padStart(2, '0')}` : `${year}年${Number(m2)}月${Number(d2)}日`
    )
  const asText = value => (value instanceof Date ? change(shown(value)) : value)
  const { files: rewritten, eligible } = await rewrite(files, () => change, asText)
  const moved = rewritten.map(file => {
    const [outer, ...inner] = file.path.split('!/')
    return { ...file, path: [change(outer), ...inner.map(change)].join('!/') }
  })
  const touched = moved.filter(
    ({ path, bytes, from }, i) => path !== files[i].path || bytes !== files[i].bytes || from.length === 0
  ).length
  return { files: moved, eligible: Math.max(eligible, touched) }
}

/** Texts of documents, tables and chats through a function made per file; figures and dates in cells through `figure`. */
async function rewrite(files, changeFor, figure) {
  let eligible = 0
  const after = []
  for (const file of files) {
    const bytes = await rewritten(file, changeFor(file), figure)
    if (bytes && !bytes.equals(file.bytes)) eligible++
    after.push(bytes && !bytes.equals(file.bytes) ? { ...file, bytes } : file)
  }
  return { files: after, eligible }
}

async function rewritten(file, change, figure) {
  const format = formatOf(file)
  if (format === 'docx') {
    const before = (await blocksOf(file.bytes)).map(({ text = '', rows = [] }) => text + rows.flat().join('\n')).join('\n') // prettier-ignore
    // a paragraph is changed as a whole, so each is asked for alone
    return before.split('\n').some(line => change(line) !== line) ? editTexts(file.bytes, change) : undefined
  }
  if (format === 'txt') {
    const text = textOf(file.bytes)
    // the head of a message is the program’s, not the writer’s
    const now = text.split('\n').map(line => (/^\d{4}-\d{2}-\d{2} \d/u.test(line) ? line : change(line))).join('\n') // prettier-ignore
    return now === text ? undefined : Buffer.from(`\ufeff${now}`)
  }
  if (!TABLES.includes(format)) return undefined
  const sheets = await readSheets(file)
  const changed = sheets.map(sheet => ({ ...sheet, rows: mapCells(sheet.rows, change, figure) }))
  return JSON.stringify(changed) === JSON.stringify(sheets) ? undefined : writeSheets(changed, format)
}
