import data from '../../resources/rules/keep.json'
import type { MaterialRecord } from '../model/audit.ts'
import type { Papers } from '../model/evidence.ts'
import type { KeepRule, KeepRules, UnitKind } from '../model/rules.ts'
import type { Tick } from '../support/tick.ts'
import { normalise } from '../support/text.ts'
import type { Weight } from './classify.ts'
import { matterOf, shows, type Matter } from './matter.ts'

/** The rules as shipped; `tests/weighing` holds the file to its schema. */
export const KEEP_RULES = data as unknown as KeepRules

export interface Keep {
  keep?: NonNullable<MaterialRecord['keep']>
  /** A rule or caution its name or title alone speaks of: a claim, so it counts for nothing and is never advised away. */
  mayKeep?: string
}

/**
 * Per material what law, party rule, audit or safety regulation requires, whatever its class. Decided by what the
 * thing shows; a file or folder name gives nothing. What somebody else issued, blanks, archives and what was not
 * read are not the unit's records.
 */
export function keepOf(
  evidence: Papers,
  weights: readonly Weight[],
  tick: Tick,
  rules: KeepRules = KEEP_RULES
): Keep[] {
  const keep = keeper(evidence, weights, rules)
  return evidence.materials.map((_, index) => {
    tick(index, evidence.materials.length)
    return keep(index)
  })
}

/** The same for one material after the other, as asked for. */
export function keeper(
  evidence: Papers,
  weights: readonly Weight[],
  rules: KeepRules = KEEP_RULES
): (index: number) => Keep {
  const matter = matterOf(evidence)
  const unit = unitKindOf(evidence.inspection.unit ?? '')
  return index => {
    const material = evidence.materials[index]!
    const weight = weights[index]!
    if (material.kind === 'archive' || material.origin !== 'package' || weight.class === 'issued') return {}
    const it = matter(index)
    const read = material.status === 'read' || material.status === 'partly'
    const rule = read ? required(rules, it, weight.classId) : undefined
    if (rule && mayBind(rules, rule, unit)) return { keep: named(rule) }
    const claimed = rule?.id ?? claims(rules, `${it.titles}\n${normalise(material.name)}`)
    return claimed ? { mayKeep: claimed } : {}
  }
}

/** The first rule, in the order of the file, of which a pattern is met. */
function required(rules: KeepRules, matter: Matter, classId: string | undefined): KeepRule | undefined {
  if (matter.kind === 'picture' || rules.setAside.some(word => matter.title.includes(word))) return undefined
  return rules.rules.find(({ applies }) => applies.some(pattern => shows(pattern, matter, classId)))
}

function claims(rules: KeepRules, titles: string): string | undefined {
  const speaksOf = (words: readonly string[] = []): boolean => words.some(word => titles.includes(word))
  const rule = rules.rules.find(({ applies }) => applies.some(pattern => speaksOf(pattern.titles)))
  return rule?.id ?? rules.cautions.find(caution => speaksOf(caution.titles))?.id
}

/** A rule that binds others than this unit makes nothing required of it; where the unit is unknown the reader sees whom it binds. */
function mayBind(rules: KeepRules, rule: KeepRule, unit: UnitKind | undefined): boolean {
  const units = rules.binds[rule.binds]?.units ?? []
  return unit === undefined || units.length === 0 || units.includes(unit)
}

function named({ title, article, id, binds }: KeepRule): NonNullable<MaterialRecord['keep']> {
  return { basis: `《${title}》${article ?? ''}`, rule: id, binds }
}

/** Ends of units' names; the longer and more telling first (村卫生室 is a clinic, 镇中心小学 a school). */
const UNIT_NAMES: readonly (readonly [UnitKind, RegExp])[] = [
  ['hospital', /医院|卫生院|卫生室|卫生服务(?:中心|站)|门诊部|诊所/u],
  ['school', /小学|中学|学校|幼儿园|托儿所|大学|学院|职校|职高/u],
  ['business', /公司|集团|工厂|[一-龥]厂$|合作社|酒店|商场|超市|企业/u],
  ['village', /村(?:民委员会|委会|委|党支部|党总支|党委)?$/u],
  ['community', /社区(?:居民委员会|居委会|党委|党总支|党支部)?$|居委会$|居民委员会$/u],
  ['township', /(?:[镇乡]|街道)(?:人民政府|政府|办事处|党委|党工委)?$|街道办/u],
  ['department', /(?:局|厅|委员会|办公室|总队|支队|大队|管理中心|事务中心)$/u]
]

/** What kind of unit a name says it is; undefined when it does not say. */
export function unitKindOf(name: string): UnitKind | undefined {
  const unit = normalise(name)
  return unit === '' ? undefined : UNIT_NAMES.find(([, pattern]) => pattern.test(unit))?.[0]
}
