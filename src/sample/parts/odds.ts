import { packed, two } from '../days.ts'
import type { Pack } from '../pack.ts'
import { text, title } from '../writers/blocks.ts'
import { writeDocument } from '../writers/document.ts'

/** What lies about in every package: scans, and files that cannot or need not be read. */
export async function odds(pack: Pack): Promise<void> {
  await scans(pack)
  await broken(pack)
}

/**
 * A quarter of the documents. What a scan is cannot be seen without reading its page as a picture, and a name alone
 * makes nothing a result: so a neutral or result-like name is `unknown`, a name that says sign-in sheet is trace.
 */
async function scans(pack: Pack): Promise<void> {
  const { random, unit } = pack
  const told = ['会议签到表', '培训签到表', '承诺书']
  for (const [i, name] of told.entries()) {
    const day = pack.day(random.int(2, 11))
    const path = await pack.scan(`${pack.folder(random.pick(['party', 'safety', 'study'] as const))}/${day}${name}.pdf`, 1, 'signatures', { day, kind: ['trace', i === 2 ? 'T09' : 'T01'] }) // prettier-ignore
    if (i < 2) pack.told.tells(`${day} ${name}`, [path])
  }
  const folders = ['works', 'subsidy', 'disputes', 'hotline', 'employment', 'base', 'organisation'] as const
  for (let i = 0; i < 19; i++) {
    const day = pack.day(random.int(1, 11))
    const name = random.pick([`扫描件${two(i + 1)}`, `SKM_C${packed(day).slice(2)}${1000 + i * 13}`, `${unit.villages[i % 8]}-${i + 1}`, `验收单${two(i + 1)}`]) // prettier-ignore
    await pack.scan(`${pack.folder(random.pick(folders))}/${name}.pdf`, random.pick([1, 1, 2]), random.pick(['letter', 'table']), { day, kind: ['unknown'] }) // prettier-ignore
  }
}

async function broken(pack: Pack): Promise<void> {
  const { random, say } = pack
  const day = pack.day(5)
  const { bytes } = await writeDocument(
    [title('会议记录'), text(say.visit()), text(say.visit())],
    pack.properties(day),
    '00A1B2C3'
  )
  await pack.put(`${pack.folder('safety')}/例会补充记录.docx`, bytes.subarray(0, Math.floor(bytes.length * (0.4 + random.next() * 0.3))), ['unknown']) // prettier-ignore
  await pack.put(`${pack.folder('works')}/预算表.xlsx`, Buffer.alloc(0), ['unknown'])
  await pack.put(`${pack.folder('volunteer')}/Thumbs.db`, Buffer.from('D0CF11E0A1B11AE1', 'hex'), ['unknown'])
  const lock = Buffer.alloc(162)
  lock.write('Administrator', 1, 'latin1')
  await pack.put(`${pack.folder('study')}/~$得体会.docx`, lock, ['unknown'])
}
