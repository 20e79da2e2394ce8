import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fromBufferPromise } from 'yauzl'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { encodeGb18030 } from '../../src/sample/writers/gb18030.ts'
import { henshi, readAudit, type Outcome } from './sample.ts'

// Forty canaries that stand nowhere but in the package.
const NAMES = ['欧阳砚秋', '司马怀瑾', '宋知微', '温如岚', '谢疏桐', '陆砚清', '韩栖梧', '蒋望舒', '魏采薇', '苗云岫', '俞听澜', '郝惊蛰'] // prettier-ignore
const PHONES = ['13800138471', '13911239482', '15022340593', '15133451604', '17744562715', '18655673826', '18866784937', '19977895048'] // prettier-ignore
const IDS = ['420106199003051234', '420106198511230027', '42010619770714331X', '420106200102299119', '420106195809016610', '420106196612125528'] // prettier-ignore
const ACCOUNTS = ['6222020200012345678', '6228480402564890018', 'qiushui.yan@example.org', 'zhiwei_song@example.com'] // prettier-ignore
const SECRETS = ['青峦三号阵地', '夜航七二四行动', '丙区备用水源', '雁门通信节点', '霜降演练序列'] // prettier-ignore
const PETITIONS = ['反映邻居占用晒谷坪', '反映鱼塘补偿尾数', '反映坟山界址旧账', '反映入学摇号编号', '反映低保复核分档'] // prettier-ignore
const CANARIES = [...NAMES, ...PHONES, ...IDS, ...ACCOUNTS, ...SECRETS, ...PETITIONS]

/** The six ways a canary could stand in a file, beside itself. */
const ENCODINGS: Record<string, (text: string) => Buffer[]> = {
  'utf-8': text => [Buffer.from(text)],
  gbk: text => [Buffer.from(encodeGb18030(text))],
  'utf-16le': text => [Buffer.from(text, 'utf16le')],
  xml: text => [16, 10].map(base => Buffer.from([...text].map(c => `&#${base === 16 ? 'x' : ''}${c.codePointAt(0)!.toString(base)};`).join(''))), // prettier-ignore
  json: text => [Buffer.from([...text].map(c => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''))], // prettier-ignore
  percent: text => [Buffer.from([...Buffer.from(text)].map(byte => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('')), Buffer.from(Buffer.from(text).toString('base64').replace(/=+$/, ''))] // prettier-ignore
}

const work = mkdtempSync(join(tmpdir(), 'henshi-privacy-'))
const folder = join(work, '材料')
const temporary = join(work, 'tmp')
const runs = new Map<string, Outcome>()

beforeAll(async () => {
  plant()
  mkdirSync(temporary)
  for (const [level, args] of [['masked', []], ['statistics', ['--statistics']], ['full', ['--unmasked', '--reason', '核对原件']], ['bare', ['--unmasked']], ['english', ['--lang', 'en']]] as const) // prettier-ignore
    runs.set(level, await henshi(['audit', folder, '--out', join(work, level), ...args], { TMPDIR: temporary })) // prettier-ignore
}, 240_000)
afterAll(() => rmSync(work, { recursive: true, force: true }))

describe('personal data and secrecy', () => {
  it('are forty canaries that do stand in what was read', () => {
    expect(new Set(CANARIES).size).toBe(40)
    const full = readFileSync(join(work, 'full', 'audit.json'), 'utf8')
    const audit = readAudit(join(work, 'masked', 'audit.json'))
    expect(new Set(audit.findings.map(({ check }) => check)).size).toBeGreaterThanOrEqual(3)
    // Unmasked they are quoted (but for secrets and talk), so that their absence elsewhere says something.
    expect([...NAMES, ...PHONES, ...IDS].filter(canary => full.includes(canary)).length).toBeGreaterThan(12)
  })

  describe.each(['masked', 'english', 'statistics'])('%s', level => {
    it.each(Object.keys(ENCODINGS))('shows none of them in %s anywhere', async encoding => {
      const outputs = await outputsOf(level)
      expect(outputs.map(([name]) => name)).toEqual(expect.arrayContaining(['report.html', 'xl/sharedStrings.xml', 'stdout', 'stderr', 'audit.json'])) // prettier-ignore
      const seen = outputs.flatMap(([name, bytes]) => CANARIES.filter(canary => ENCODINGS[encoding]!(canary).some(form => bytes.includes(form))).map(canary => `${canary} in ${name}`)) // prettier-ignore
      expect(seen).toEqual([])
    })
  })

  it('leave nothing in the temporary folder', () => {
    expect(filesUnder(temporary)).toEqual([])
  })

  it.each(['full', 'bare'])('stay secret and talk stays without names also unmasked (%s)', async level => {
    const outputs = await outputsOf(level)
    for (const [name, bytes] of outputs)
      expect(
        SECRETS.filter(secret => bytes.includes(Buffer.from(secret))),
        name
      ).toEqual([])
    const { findings } = readAudit(join(work, level, 'audit.json'))
    const talk = findings.filter(({ detail }) => detail.kind === 'messages')
    expect(talk.length).toBeGreaterThan(0)
    expect(NAMES.filter(name => JSON.stringify(talk.map(({ words, detail }) => [words, detail])).includes(name))).toEqual([]) // prettier-ignore
  })

  it('state the reason on page one and in the settings, or that there is none', async () => {
    const page = (level: string): string => readFileSync(join(work, level, 'report.html'), 'utf8').split('<nav>')[0]! // prettier-ignore
    expect(page('full')).toContain('核对原件')
    expect(page('bare')).toContain('没有填写理由')
    expect(page('masked')).not.toContain('未遮蔽个人信息')
    expect(readAudit(join(work, 'full', 'audit.json')).settings).toMatchObject({ masking: 'full', reason: '核对原件' }) // prettier-ignore
    expect(readAudit(join(work, 'masked', 'audit.json')).settings).toMatchObject({ masking: 'masked' })
    const strings = (await outputsOf('full')).find(([name]) => name === 'xl/sharedStrings.xml')![1]
    expect(strings.includes(Buffer.from('核对原件'))).toBe(true)
  })

  it('leave statistics without a path, a title, a quotation or a picture', async () => {
    const { findings, materials, activities, fieldCheck } = readAudit(join(work, 'statistics', 'audit.json')) // prettier-ignore
    expect(materials.every(({ no, path }) => path === `№${no}`)).toBe(true)
    expect(activities.every(({ title, place }) => title === '[–]' && place === undefined)).toBe(true)
    expect(findings.flatMap(({ places }) => places).every(({ path, sheet }) => /^№\d+$/.test(path) && sheet === undefined)).toBe(true) // prettier-ignore
    expect(findings.every(({ detail }) => detail.total === 0)).toBe(true)
    expect(fieldCheck?.rows ?? []).toEqual([])
    const html = readFileSync(join(work, 'statistics', 'report.html'), 'utf8')
    expect(html).not.toMatch(/<img|走访|台账\.csv|\.txt/)
    const masked = readAudit(join(work, 'masked', 'audit.json'))
    expect(readAudit(join(work, 'statistics', 'audit.json')).balance).toEqual(masked.balance)
  })

  it('go together with wrong usage by saying so', async () => {
    expect((await henshi(['audit', folder, '--statistics', '--unmasked', '--out', join(work, 'x')])).code).toBe(2) // prettier-ignore
    expect((await henshi(['audit', folder, '--reason', '无', '--out', join(work, 'x')])).code).toBe(2)
  })
})

/** Everything a run wrote and said; audit.json without its paths, which stand verbatim by contract. */
async function outputsOf(level: string): Promise<[string, Buffer][]> {
  const out = join(work, level)
  const audit = JSON.parse(readFileSync(join(out, 'audit.json'), 'utf8'), (key, value: unknown) => key === 'path' || (key === 'name' && typeof value === 'string' && value === '材料') ? undefined : value) as unknown // prettier-ignore
  const { out: stdout, err: stderr } = runs.get(level)!
  const parts: [string, Buffer][] = [
    ['audit.json', Buffer.from(JSON.stringify(audit))],
    ['report.html', readFileSync(join(out, 'report.html'))],
    ['stdout', Buffer.from(stdout)],
    ['stderr', Buffer.from(stderr)],
    ...filesUnder(temporary).map((file): [string, Buffer] => [file, readFileSync(file)])
  ]
  const zip = await fromBufferPromise(readFileSync(join(out, 'report.xlsx')))
  for await (const entry of zip.eachEntry()) {
    const chunks: Buffer[] = []
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer)
    parts.push([entry.fileName, Buffer.concat(chunks)])
  }
  return parts
}

function filesUnder(root: string): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map(name => join(root, name))
    .filter(file => statSync(file).isFile())
}

function plant(): void {
  const put = (path: string, data: string | Uint8Array): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), data)
  }
  const at = <T>(list: readonly T[], i: number): T => list[i % list.length]!
  const doings = ['路灯不亮已换灯泡并试亮', '水管漏水已换接头并试压', '院墙倾斜已加固并复测', '屋顶渗漏已补瓦并淋水试验', '门前积水已清沟并回填', '电线老化已换线并测绝缘'] // prettier-ignore
  const ledger = (month: string): string =>
    [
      '序号,走访日期,走访对象,联系电话,身份证号,走访内容,办理结果',
      ...NAMES.map((name, i) => `${i + 1},2024-${month}-${String(i + 3).padStart(2, '0')},${name},${at(PHONES, i)},${at(IDS, i)},"到${name}家走访，本人反映${at(doings, i)}前后用了${i + 3}天，留有电话${at(PHONES, i + 1)}，收款账户${at(ACCOUNTS, i)}",${at(doings, i)}，经${at(NAMES, i + 1)}确认`)
    ].join('\n') // prettier-ignore
  put('2-1/5月走访台账.csv', ledger('05'))
  put('2-1/8月走访台账.csv', encodeGb18030(ledger('08')))
  put('2-1/9月走访台账.csv', Buffer.from(`\ufeff${ledger('09')}`, 'utf16le'))
  put(`2-2/走访-${NAMES[0]}.txt`, `${NAMES[0]}家情况说明，电话${PHONES[0]}。`)

  const coded = NAMES.slice(0, 3).flatMap((name, i) => ['xml', 'json', 'percent'].flatMap(encoding => ENCODINGS[encoding]!(`${name}${PHONES[i]!}`).map(String))) // prettier-ignore
  const brief = (day: string): string =>
    `入户走访情况简报\n${day}，工作人员逐户走访，与${NAMES[2]}、${NAMES[3]}等村民座谈，了解到${NAMES[4]}家院墙倾斜、${NAMES[5]}家屋顶渗漏，当场登记电话${PHONES[2]}与${PHONES[3]}，核对证件${IDS[0]}和${IDS[1]}，约定由${NAMES[6]}同志负责跟进并在十日内回访；走访中还讲解了用电用火常识，提醒老人保管好银行卡${ACCOUNTS[0]}，发现问题及时联系邮箱${ACCOUNTS[2]}。系统导出原文：${coded.join('，')}。大家表示路灯和水沟修好以后出行方便多了，希望继续做下去。` // prettier-ignore
  put('3-1/2024-03-12入户走访/简报.txt', brief('3月12日'))
  put('3-1/2024-06-18入户走访/简报.txt', Buffer.from(`\ufeff${brief('6月18日')}`, 'utf16le'))
  put('3-1/2024-09-20入户走访/简报.txt', encodeGb18030(brief('9月20日')))

  const secret = `机密★5年\n关于有关事项的通知\n${SECRETS.map((each, i) => `第${i + 1}项涉及${each}，由专人负责，按原定安排于下半年组织落实，不得向无关人员提起其位置和时间。`).join('\n')}` // prettier-ignore
  put('4-1/2024-04-02/通知.txt', secret)
  put('4-1/2024-10-09/通知.txt', secret.replace('下半年', '第四季度'))

  const petitions = ['编号,来访日期,信访人,联系电话,反映事项,办理结果', ...PETITIONS.map((each, i) => `XF${i + 1},2024-04-${10 + i},${at(NAMES, i + 7)},${at(PHONES, i)},${each}，要求尽快给出书面答复并说明依据,已当面答复并说明依据`)].join('\n') // prettier-ignore
  put('5-1/信访登记表.csv', petitions)
  put('5-2/信访登记表.csv', petitions.replaceAll('2024-04-', '2024-07-'))

  put('6-1/工作群.txt', qqExport([
    { at: '2024-05-06 20:11:00', sender: NAMES[8]!, text: `@全体成员 请各位今晚十点前上报走访照片，联系${NAMES[9]} ${PHONES[6]}` },
    ...Array.from({ length: 12 }, (_, i) => ({ at: `2024-05-06 20:${String(12 + Math.floor(i / 4)).padStart(2, '0')}:${String((i * 13) % 60).padStart(2, '0')}`, sender: at(NAMES, i), text: '收到' }))
  ])) // prettier-ignore
}

function qqExport(messages: readonly { at: string; sender: string; text: string }[]): string {
  const rule = '================================================================'
  return `消息记录（此消息记录为文本格式，不支持重新导入）\n\n${rule}\n消息分组:我的QQ群\n${rule}\n消息对象:东河工作群\n${rule}\n\n${messages.map(({ at, sender, text }, i) => `${at} ${sender}(${100200300 + i})\n${text}\n`).join('\n')}`
}
