/** Names of units as papers shorten them, and how units stand to each other. */

/** Who is written to belongs to the unit itself: 各科室, 各中队, 各党支部. */
export function isInside(line: string): boolean {
  return /^(?:[\p{Script=Han}]{0,8}(?:社区|机关|院属|所属|局属|本[院校所站局]))?(?:各(?:职能)?(?:科室?|股室?|处室|室|中队|大队|小队|协管组|班组|工区|林区|年级|教研组|车间|支部|党支部|党小组|项目部|岗位|网格员|护理单元|病区|窗口|楼栋|村民小组|小区|班级|班|幼儿家长|收费员|值守点)|全体(?:教职工|职工|员工|干部|护林员|村民|居民|家长))[^。;]{0,60}[::]$/u.test(
    line
  )
}

/** Whoever a unit writes down to: a county's bureau to townships, a township's office to villages. */
export function above(unit: string, line: string): boolean {
  const to = /各(?:县|市州|市县|区县|州市)/u.test(line)
    ? COUNTY
    : /各(?:乡|镇|街道|镇街|乡镇)/u.test(line)
      ? TOWNSHIP
      : /各(?:村|社区|居委会|行政村)/u.test(line)
        ? VILLAGE
        : undefined
  return to !== undefined && to < levelOf(unit)
}

const VILLAGE = 1
const TOWNSHIP = 2
const COUNTY = 3

/** By the last place in its name: 石羊镇财政所 is a township's. A name without a place may be anything, and is above nobody. */
function levelOf(unit: string): number {
  if (/村(?:民委员会|委会|党支部|党总支)?$|社区(?:居民委员会|居委会|党委|党总支)?$/u.test(unit))
    return VILLAGE
  if (/[镇乡]|街道/u.test(unit)) return TOWNSHIP
  return /[县区旗市州]/u.test(unit) ? COUNTY : VILLAGE
}
