import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { henshi, readAudit } from './sample.ts'

const work = mkdtempSync(join(tmpdir(), 'henshi-indicators-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))

const folder = join(work, '材料')
mkdirSync(join(folder, '1-1 志愿服务'), { recursive: true })
writeFileSync(join(folder, '1-1 志愿服务', '记录.txt'), '志愿服务记录\n2024年3月5日，志愿者在东村开展清扫活动，从早上忙到中午，路面干净了许多，大家约好下月再来，并一起收拾了工具。\n') // prettier-ignore
const list = join(work, '指标.csv')
writeFileSync(list, '编号,指标名称,佐证材料,分值,考核单位\n1-1,志愿服务,活动照片,5,团县委\n1-2,学习教育,学习笔记,3,组织部\n') // prettier-ignore

describe('henshi audit --indicators', () => {
  it('says of each indicator what is there, what is missing, and what rules keep out', async () => {
    const out = join(work, 'given')
    expect((await henshi(['audit', folder, '--indicators', list, '--out', out, '--quiet'])).code).toBe(0)
    const { indicators, balance } = readAudit(join(out, 'audit.json'))
    expect(indicators?.map(({ code, source, standing, points, asker, barredAsk }) => [code, source, standing, points, asker, barredAsk])).toEqual([
      ['1-1', 'given', 'trace', 5, '团县委', undefined],
      ['1-2', 'given', 'missing', 3, '组织部', 'trace-as-merit']
    ]) // prettier-ignore
    expect(balance.indicators).toEqual({ result: 0, trace: 1, undetermined: 0, missing: 1 })
  }, 120_000)

  it('says so when no list is found in the file, and when there is no such file', async () => {
    const none = join(work, '便笺.txt')
    writeFileSync(none, '今天下雨。\n')
    const out = join(work, 'none')
    const found = await henshi(['audit', folder, '--indicators', none, '--out', out, '--quiet'])
    expect([found.code, found.err.includes('没有读出指标')]).toEqual([0, true])
    const { materials } = readAudit(join(out, 'audit.json'))
    expect(materials.find(({ path }) => path === 'issued:/便笺.txt')?.notes).toEqual([{ code: 'no-indicators' }]) // prettier-ignore
    const missing = await henshi(['audit', folder, '--indicators', join(work, '没有.xlsx'), '--out', out])
    expect([missing.code, missing.err.includes('没有.xlsx')]).toEqual([2, true])
  }, 120_000)
})
