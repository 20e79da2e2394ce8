import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { henshi, readAudit } from './sample.ts'

const work = mkdtempSync(join(tmpdir(), 'henshi-ranking-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))

const UNITS = ['东河村', '西坪村']

describe('two packages in one run', () => {
  it('give separate reports, no table of both and no order by share', async () => {
    for (const [i, unit] of UNITS.entries()) {
      mkdirSync(join(work, unit))
      writeFileSync(join(work, unit, '会议记录.txt'), `${unit}会议记录\n2024年3月5日在村部召开例会，传达有关要求，研究近期工作安排，参会${12 + i}人，会议要求各组认真落实。`) // prettier-ignore
      if (i === 1) writeFileSync(join(work, unit, '办结回执.txt'), '维修验收单\n2024年4月2日，西坪村更换路灯12盏，验收单编号：YS-2024-018，验收合格。') // prettier-ignore
    }
    const said = async (order: readonly string[]): Promise<string> => (await henshi(['audit', ...order.map(unit => join(work, unit)), '--out', join(work, 'out')])).out // prettier-ignore
    const forth = await said(UNITS)
    const files = readdirSync(join(work, 'out'), { recursive: true, encoding: 'utf8' }).sort()
    expect(files).toEqual(UNITS.flatMap(unit => [`${unit}-henshi`, ...['audit.json', 'report.html', 'report.xlsx'].map(name => join(`${unit}-henshi`, name))]).sort()) // prettier-ignore
    for (const [i, unit] of UNITS.entries()) {
      const folder = join(work, 'out', `${unit}-henshi`)
      const other = UNITS[1 - i]!
      for (const name of ['audit.json', 'report.html']) expect(readFileSync(join(folder, name), 'utf8')).not.toContain(other) // prettier-ignore
      expect(readFileSync(join(folder, 'report.html'), 'utf8')).toContain('不用于单位之间排名')
      expect(readAudit(join(folder, 'audit.json')).package.name).toBe(unit)
    }
    // The order is the order given, whatever the shares: turned round it comes out turned round.
    const order = (text: string): string[] => [...text.matchAll(/^痕实 · (.+)$/gm)].map(match => match[1]!)
    expect(order(forth)).toEqual(UNITS)
    expect(order(await said([...UNITS].reverse()))).toEqual([...UNITS].reverse())
    expect(forth).not.toMatch(/第 ?[12一二] ?名|名次|高于|低于|平均/)
  }, 120_000)
})
