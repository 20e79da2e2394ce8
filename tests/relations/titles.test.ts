import { describe, expect, it } from 'vitest'
import { coreOf, titleOf } from '../../src/relations/activity-subjects.ts'

describe('the title of an activity', () => {
  it.each([
    ['2024年度春节慰问', '春节慰问'],
    ['2024年度项目支出绩效自评表（政务大厅运行经费）', '项目支出绩效自评表(政务大厅运行经费)'],
    ['2024-03-05 7-12栋清扫', '7-12栋清扫'],
    ['G2012线整治', 'G2012线整治'],
    ['2024年9月10日上午8.30教师节慰问', '教师节慰问'],
    ['局长办公会议纪要', '局长办公会'],
    ['局长办公会纪要', '局长办公会'],
    ['安全生产推进会会议记录', '安全生产推进会'],
    ['2024-11-09119消防宣传', '119消防宣传'],
    ['走访慰问（照片）', '走访慰问'],
    ['1-2 检查照片12', '检查'],
    ['主题党日会议记录', '主题党日']
  ])('%s is %s', (written, title) => {
    expect(titleOf(written)).toBe(title)
  })

  it('compares what meetings are about without the word meeting', () => {
    expect(coreOf('局长办公会议纪要')).toBe('局长办公')
  })

  it('takes no time over a hostile name', () => {
    const started = performance.now()
    for (const text of ['1-', '(', '会议', '上午', '12栋', '、']) titleOf(text.repeat(2000))
    expect(performance.now() - started).toBeLessThan(500)
  })
})
