import { describe, expect, it } from 'vitest'
import { dateField, withinField } from '../../renderer/components/overview/date-field.ts'

const dates = (...days: [string, string][]) => days.map(([claimed, file]) => ({ claimed, file }))

describe('the stretch of days the timeline shows', () => {
  it('is nothing without dates', () => expect(dateField([])).toBeUndefined())

  it('holds all dates when they lie together', () => {
    const field = dateField(
      dates(['2023-01-01', '2023-01-02'], ['2023-06-01', '2023-06-20'], ['2023-12-01', '2023-12-05'])
    )
    expect(field).toEqual({ from: '2023-01-01', to: '2023-12-05', outside: 0 })
  })

  it('is not stretched by a camera whose clock was reset: that date stands at the edge, and is counted', () => {
    const field = dateField(
      dates(['2023-01-01', '2023-01-02'], ['2023-06-01', '2015-01-01'], ['2023-12-01', '2023-12-05'])
    )!
    expect(field).toEqual({ from: '2022-07-18', to: '2023-12-05', outside: 1 })
    expect(withinField('2015-01-01', field)).toBe('2022-07-18')
    expect(withinField('2030-01-01', field)).toBe('2023-12-05')
    expect(withinField('2023-03-03', field)).toBe('2023-03-03')
  })
})
