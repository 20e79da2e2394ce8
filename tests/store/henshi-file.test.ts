import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import yazl from 'yazl'
import type { Decision, Declaration } from '../../src/model/decisions.ts'
import { openExhibits } from '../../src/store/exhibits.ts'
import { HenshiFileError, readHenshi, writeHenshi } from '../../src/store/henshi-file.ts'
import { fullAudit } from '../support/full-audit.ts'
import { temporaryFolder } from '../support/paths.ts'
import { zip as byHand } from '../support/zip.ts'

const jpeg = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3])
const decisions: Decision[] = [{ finding: '0000000000000001', check: 'duplicate-entries', decision: 'explained', note: '同一件事', who: '李', at: '2026-11-26T10:00:00', source: 'person' }] // prettier-ignore
const declarations: Declaration[] = [{ id: 'd1', text: '5月3日集中拍摄', at: '2026-11-26T10:00:00', from: '2024-05-03' }] // prettier-ignore
const picture = fullAudit().materials.find(({ kind }) => kind === 'picture')!.sha256

async function zipped(entries: Record<string, string | Uint8Array>): Promise<Buffer> {
  const zip = new yazl.ZipFile()
  for (const [name, data] of Object.entries(entries)) zip.addBuffer(Buffer.from(data as string), name)
  zip.end()
  const chunks: Buffer[] = []
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

async function read(bytes: Uint8Array) {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'a.henshi'), bytes)
  const exhibits = await openExhibits(join(folder, 'exhibits'))
  return { folder, opened: await readHenshi(join(folder, 'a.henshi'), exhibits), exhibits }
}

const refusal = (bytes: Uint8Array): Promise<string> =>
  read(bytes).then(
    () => 'opened',
    error => (error instanceof HenshiFileError ? error.reason : `crashed: ${String(error)}`)
  )

describe('a .henshi file', () => {
  it('holds the audit, its pictures, decisions and declarations, and comes back the same', async () => {
    const audit = fullAudit()
    const bytes = await writeHenshi({ audit, decisions, declarations }, async () => jpeg)
    const { opened, exhibits } = await read(bytes)
    expect(opened.audit).toEqual(audit)
    expect(opened.declarations).toEqual(declarations)
    expect(await exhibits.get(picture)).toEqual(Buffer.from(jpeg))
    expect(Buffer.from(await writeHenshi({ audit, decisions, declarations }, async () => jpeg)).equals(Buffer.from(bytes))).toBe(true) // prettier-ignore
  })

  it('says of its decisions that they are the unit’s, never one’s own', async () => {
    const forged: Decision[] = [{ ...decisions[0]!, source: 'person' }]
    const { opened } = await read(await writeHenshi({ audit: fullAudit(), decisions: forged, declarations }, async () => undefined)) // prettier-ignore
    expect(opened.decisions).toEqual([{ ...decisions[0]!, source: 'unit' }])
  })

  it('opens with an audit alone, as older ones and those with parts of later versions', async () => {
    const { indicators: _, forms: __, facts: ___, fieldCheck: ____, ...old } = fullAudit()
    const { opened } = await read(await zipped({ 'audit.json': JSON.stringify(old), 'later-part.json': '{' }))
    expect([opened.audit.schema, opened.decisions, opened.declarations]).toEqual(['henshi.audit/1', [], []])
  })

  it('takes no picture of secret material, into it or out of it', async () => {
    const audit = fullAudit()
    const record = audit.materials.find(({ kind }) => kind === 'picture')!
    record.secret = true
    const bytes = await writeHenshi({ audit, decisions: [], declarations: [] }, async () => jpeg)
    expect(bytes.includes(jpeg[3]!) && Buffer.from(bytes).includes(record.sha256)).toBe(false)
    const { exhibits } = await read(await zipped({ 'audit.json': JSON.stringify(audit), [`exhibits/${record.sha256}.jpg`]: jpeg })) // prettier-ignore
    expect(await exhibits.get(record.sha256)).toBeUndefined()
    audit.settings['masking'] = 'statistics'
    record.secret = false
    expect((await read(await writeHenshi({ audit, decisions: [], declarations: [] }, async () => jpeg))).opened.exhibits).toBe(0) // prettier-ignore
  })

  it('puts aside what is no JPEG, and pictures the audit does not name', async () => {
    const { opened, folder } = await read(await zipped({ 'audit.json': JSON.stringify(fullAudit()), [`exhibits/${picture}.jpg`]: '<svg onload=1>', [`exhibits/${'9'.repeat(64)}.jpg`]: jpeg })) // prettier-ignore
    expect(opened.exhibits).toBe(0)
    expect(readdirSync(join(folder, 'exhibits'))).toEqual([])
  })
})

describe('a hostile .henshi file is refused', () => {
  const audit = JSON.stringify(fullAudit())

  it('with names that lead elsewhere, strange names, or one name twice', async () => {
    for (const name of ['evil', 'exhibits/a.jpg', `exhibits/${'a'.repeat(63)}/.jpg`, 'Audit.json', 'audit.json.exe']) expect(await refusal(await zipped({ 'audit.json': audit, [name]: 'x' })), name).toBe('names') // prettier-ignore
    for (const name of ['../../../evil.json', '/etc/a.json', '..\\..\\evil.json', 'C:/a.json', '__proto__', '__proto__.json', `exhibits/../${'a'.repeat(64)}.jpg`, `../exhibits/${'a'.repeat(64)}.jpg`, `exhibits/${'a'.repeat(64)}.jpg\u0000`]) expect(await refusal(byHand([{ name: 'audit.json', data: audit }, { name, data: 'x' }])), name).toMatch(/names|damaged/) // prettier-ignore
    expect(await refusal(byHand([{ name: 'audit.json', data: audit }, { name: 'audit.json', data: audit }]))).toBe('names') // prettier-ignore
  })

  it('when entries share one run of bytes', async () => {
    const bytes = await zipped({ 'audit.json': audit, 'a.json': 'x'.repeat(50), 'b.json': 'x'.repeat(50) })
    // the third directory record points at the second’s bytes
    const [second, third] = [nth(bytes, 'PK\u0001\u0002', 1), nth(bytes, 'PK\u0001\u0002', 2)]
    bytes.copy(bytes, third + 42, second + 42, second + 46)
    expect(await refusal(bytes)).toBe('overlapping')
  })

  it('when a part is larger than such a part can be, declared or not', async () => {
    const big = `exhibits/${picture}.jpg`
    expect(await refusal(await zipped({ 'audit.json': audit, [big]: new Uint8Array((1 << 20) + 1) }))).toBe('too-large') // prettier-ignore
    const lying = await zipped({ 'audit.json': audit, [big]: new Uint8Array((1 << 20) + 1) })
    lying.writeUInt32LE(10, nth(lying, 'PK\u0001\u0002', 1) + 24)
    expect(await refusal(lying)).toBe('damaged')
  })

  it('when it is no zip, encrypted, without an audit, or with something that is none', async () => {
    expect(await refusal(Buffer.from('hello'))).toBe('not-a-zip')
    expect(await refusal(new Uint8Array())).toBe('not-a-zip')
    expect(await refusal(await zipped({ 'decisions.json': '[]' }))).toBe('no-audit')
    for (const text of ['{', '{}', '[]', '{"schema":"henshi.audit/2"}', '\u0000', audit.replace('"findings":[', '"findings":[{},')]) expect(await refusal(await zipped({ 'audit.json': text })), text.slice(0, 40)).toBe('not-an-audit') // prettier-ignore
    expect(await refusal(await zipped({ 'audit.json': audit, 'decisions.json': '[{"finding":1}]' }))).toBe('not-an-audit') // prettier-ignore
    const encrypted = await zipped({ 'audit.json': audit })
    encrypted[nth(encrypted, 'PK\u0001\u0002', 0) + 8]! |= 1
    expect(await refusal(encrypted)).toMatch(/encrypted|damaged/)
  })

  it('leaves the program’s own objects alone', async () => {
    const text = audit.replace('"settings":{', '"settings":{"__proto__":{"polluted":1},')
    await refusal(await zipped({ 'audit.json': text }))
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  it('never crashes on damage: it opens or is refused', async () => {
    const good = Buffer.from(await writeHenshi({ audit: fullAudit(), decisions, declarations }, async () => jpeg)) // prettier-ignore
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        async changes => {
          // prettier-ignore
          const bytes = Buffer.from(good)
          for (const [at, value] of changes) bytes[at] = value
          expect(await refusal(bytes)).not.toMatch(/crashed/)
        }
      ),
      { numRuns: 150 }
    )
    for (const cut of [1, 30, good.length >> 1, good.length - 1]) expect(await refusal(good.subarray(0, cut))).not.toMatch(/crashed|opened/) // prettier-ignore
  })
})

/** Offset of the nth record with a signature. */
function nth(bytes: Buffer, signature: string, n: number): number {
  let at = -1
  for (let i = 0; i <= n; i++) at = bytes.indexOf(Buffer.from(signature, 'latin1'), at + 1)
  return at
}
