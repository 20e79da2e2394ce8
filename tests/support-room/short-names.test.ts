import { expect, it } from 'vitest'
import { isShortFor } from '../../src/support/short-names.ts'

it('knows an organisation by the short name its papers use', () => {
  expect(isShortFor('县疾控中心', '苇河县疾病预防控制中心')).toBe(true)
  expect(isShortFor('苇疾控', '苇河县疾病预防控制中心')).toBe(true)
  expect(isShortFor('沅清县残联', '沅清县残疾人联合会')).toBe(true)
  expect(isShortFor('柳市监所', '柳河口镇市场监督管理所')).toBe(true)
})

it('takes none above it or beside it for the organisation itself', () => {
  expect(isShortFor('海州理工学院', '海州理工学院机械与电气工程学院')).toBe(false)
  expect(isShortFor('沱公路', '沱阳县公路事业发展中心北岭公路养护站')).toBe(false)
  expect(isShortFor('湘残联', '沅清县残疾人联合会')).toBe(false)
  expect(isShortFor('所', '柳河口镇市场监督管理所')).toBe(false)
})
