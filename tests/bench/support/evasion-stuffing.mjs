import { editOffice, formatOf, split, TABLES, textOf } from './evasion-package.mjs'
import { editBody, paragraph } from './evasion-documents.mjs'
import { readSheets, writeSheets } from './evasion-tables.mjs'

/** Words and figures added that no outside document carries. */
const CLAIMS = [
  '经第三方评估机构验收合格，群众满意率98%，验收报告编号：安评字第2024-0317号。',
  '本项工作已通过第三方检测，验收组签字确认合格，群众满意，涉及86户、投入12.6万元。',
  '验收单编号：YS-2024-0086，2024年6月18日由第三方验收，东风村等8个村全部合格。'
]

/** Each document: a first paragraph, white text, a page head; each workbook: more rows and a sheet; each text: a last line. */
export async function stuffing(files) {
  let eligible = 0
  const after = []
  for (const [i, file] of files.entries()) {
    const claim = CLAIMS[i % CLAIMS.length]
    const hidden = CLAIMS[(i + 1) % CLAIMS.length]
    const bytes = await stuffed(file, claim, hidden)
    if (bytes) eligible++
    after.push(bytes ? { ...file, bytes } : file)
  }
  return { files: after, eligible }
}

async function stuffed(file, claim, hidden) {
  const format = formatOf(file)
  if (format === 'docx') {
    // behind the title: whoever stuffs a document still wants it recognised for what it calls itself
    const body = await editBody(file.bytes, elements => [
      ...elements.slice(0, 1),
      paragraph(hidden, true),
      ...elements.slice(1),
      paragraph(claim)
    ])
    return editOffice(body, parts => addHeader(parts, `第三方验收合格材料 ${claim}`))
  }
  if (TABLES.includes(format)) {
    const [first, ...others] = await readSheets(file)
    const rows = [...first.rows, [null], [claim]]
    const extra = { name: '第三方验收', rows: [['第三方验收合格证明'], [claim], [hidden]] }
    return writeSheets(['csv', 'html'].includes(format) ? [{ ...first, rows }] : [{ ...first, rows }, ...others, extra], format) // prettier-ignore
  }
  if (format === 'txt') return Buffer.from(`\ufeff${textOf(file.bytes).trimEnd()}\r\n${claim}\r\n`)
  return undefined
}

/** A page head, which has its own part, its relation and its content type. */
function addHeader(parts, text) {
  const name = 'word/header97.xml'
  parts.set(name, Buffer.from(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${paragraph(text)}</w:hdr>`)) // prettier-ignore
  edit(parts, '[Content_Types].xml', xml => xml.replace('</Types>', '<Override PartName="/word/header97.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/></Types>')) // prettier-ignore
  edit(parts, 'word/_rels/document.xml.rels', xml => xml.replace('</Relationships>', '<Relationship Id="rIdHead97" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="header97.xml"/></Relationships>')) // prettier-ignore
  edit(parts, 'word/document.xml', xml => xml.replace(/<w:sectPr([^>/]*)>/u, '<w:sectPr$1><w:headerReference w:type="default" r:id="rIdHead97"/>')) // prettier-ignore
}

function edit(parts, name, change) {
  const part = parts.get(name)
  if (part) parts.set(name, Buffer.from(change(part.toString('utf8'))))
}

const BOILERPLATE = [
  '我单位高度重视此项工作，主要领导亲自部署，分管领导具体负责，各科室密切配合，确保各项任务落到实处。',
  '下一步，我们将继续提高站位，压实责任，细化措施，加强督导，推动各项工作再上新台阶。',
  '全体同志认真学习，深刻领会，切实把思想和行动统一到上级决策部署上来，以更高标准抓好落实。'
]

/** Boilerplate behind every document, and beside the files of each folder a document of it, a nearly empty one and an empty sheet. */
export async function filler(files, { makeDocument }) {
  const after = []
  let eligible = 0
  const folders = new Set()
  for (const file of files) {
    if (formatOf(file) === 'docx') {
      eligible++
      after.push({ ...file, bytes: await editBody(file.bytes, elements => [...elements, ...BOILERPLATE.map(text => paragraph(text))]) }) // prettier-ignore
    } else after.push(file)
    folders.add(split(file.path)[0])
  }
  let number = 0
  for (const folder of folders) {
    number++
    after.push({ path: `${folder}工作材料${number}.docx`, bytes: (await makeDocument(['工作材料', ...BOILERPLATE].map(text => ({ text })))).bytes, from: [] }) // prettier-ignore
    after.push({
      path: `${folder}备查${number}.docx`,
      bytes: (await makeDocument([{ text: ' ' }])).bytes,
      from: []
    })
    after.push({ path: `${folder}附表${number}.xlsx`, bytes: await writeSheets([{ name: 'Sheet1', rows: [['序号', '内容', '备注']] }], 'xlsx'), from: [] }) // prettier-ignore
  }
  return { files: after, eligible }
}
