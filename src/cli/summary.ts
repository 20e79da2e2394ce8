import type { Audit, Finding, Share } from '../model/audit.ts'
import { heaviest } from '../reporting/heaviest.ts'
import type { View } from '../reporting/view.ts'
import type { Words } from '../words/index.ts'

/** What a person reads first; the rest is in the report. */
const MOST_FINDINGS = 12
/** One check with hundreds of findings must not hide the others. */
const MOST_PER_CHECK = 4
const MOST_PLACES = 3
const MOST_TROUBLES = 20

/** The balance with its counts, the findings that matter most with their places, what could not be read and what to try. */
export function summaryOf(files: readonly string[], view: View): string {
  const { audit, say: words } = view
  return [
    '',
    ...headOf(view),
    '',
    ...balanceOf(audit, words),
    '',
    ...findingsOf(view),
    '',
    ...troublesOf(view),
    ...files.map(file => `${words.language === 'zh' ? '报告' : 'Report'}: ${file}`)
  ].join('\n')
}

function headOf({ audit, say: words, path }: View): string[] {
  const { package: pack, accounting: a, materials } = audit
  const name = pack.unit ?? path(pack.name)
  const zh = words.language === 'zh'
  const secret = materials.filter(material => material.secret).length
  return [
    ...(secret > 0 ? [zh ? `！${secret} 件材料带有保密标识：请先确认本机可以处理这些材料。它们只被计数，不被引述。` : `! ${secret} materials carry a secrecy mark: make sure this computer may hold them. They are counted, never quoted.`] : []), // prettier-ignore
    zh ? `痕实 · ${name}` : `Henshi · ${name}`,
    zh
      ? `材料 ${a.found} 件：已读 ${a.read}，读了一部分 ${a.partly}，未能读取 ${a.unread}，只列名 ${a.listed}`
      : `${a.found} materials: ${a.read} read, ${a.partly} partly read, ${a.unread} not read, ${a.listed} listed only`
  ]
}

function balanceOf({ balance }: Audit, words: Words): string[] {
  const zh = words.language === 'zh'
  const { activities } = balance
  const all = activities.result + activities.trace + activities.undetermined
  return [
    zh
      ? `活动 ${all} 项：${activities.result} 项有可核实的结果，${activities.trace} 项只有过程材料，${activities.undetermined} 项无法判断`
      : `${all} activities: ${activities.result} with a verifiable result, ${activities.trace} with trace only, ${activities.undetermined} undetermined`,
    ...(balance.indicators ? [indicatorLine(balance.indicators, zh)] : []),
    shareLine(zh ? '按文件' : 'by files', balance.files, words),
    shareLine(zh ? '按条目' : 'by entries', balance.entries, words),
    ...(balance.determinable ? [] : [zh ? '未能判定的材料超过三成，比例仅供参考；补充可读的原件后再看。' : 'Over 30 % could not be classed: the shares are not determinable yet; readable originals would help.']), // prettier-ignore
    zh ? '这不是评分，也不用于单位之间排名。' : 'This is not a score and not for ranking units.'
  ]
}

function indicatorLine(
  { result, trace, undetermined, missing }: NonNullable<Audit['balance']['indicators']>,
  zh: boolean
): string {
  const all = result + trace + undetermined + missing
  return zh
    ? `指标 ${all} 项：${result} 项有可核实的结果，${trace} 项只有过程材料，${undetermined} 项无法判断，${missing} 项没有对应材料`
    : `${all} indicators: ${result} with a verifiable result, ${trace} with trace only, ${undetermined} undetermined, ${missing} without material`
}

function shareLine(label: string, share: Share, words: Words): string {
  const zh = words.language === 'zh'
  const known = share.trace + share.mixed + share.result
  if (share.share === null) return zh ? `  ${label}：没有可归类的材料` : `  ${label}: nothing to class`
  const percent = (value: number | null): string => `${Math.round((value ?? 0) * 100)} %`
  return zh
    ? `  ${label}：过程占 ${percent(share.share)}（过程 ${share.trace}、兼有 ${share.mixed}、结果 ${share.result}，共 ${known}；另有未判定 ${share.unknown}；范围 ${percent(share.low)}–${percent(share.high)}）`
    : `  ${label}: trace is ${percent(share.share)} (trace ${share.trace}, mixed ${share.mixed}, result ${share.result} of ${known}; undetermined ${share.unknown}; range ${percent(share.low)}–${percent(share.high)})`
}

function findingsOf(view: View): string[] {
  const { say: words } = view
  const { findings } = view.audit
  const zh = words.language === 'zh'
  const telling = findings.filter(finding => finding.strength !== 'weak')
  const weak = findings.length - telling.length
  if (findings.length === 0) return [zh ? '没有需要核实的发现。' : 'Nothing to check was found.']
  const shown = mixed(heaviest(telling)).slice(0, MOST_FINDINGS)
  return [
    zh
      ? `需要核实的发现 ${telling.length} 项，另有仅供参考的 ${weak} 项：`
      : `${telling.length} findings to check, and ${weak} hints:`,
    ...shown.flatMap((finding, index) => findingLines(finding, index + 1, view)),
    ...(telling.length > shown.length ? [zh ? `  ……其余 ${telling.length - shown.length} 项见报告` : `  … ${telling.length - shown.length} more in the report`] : []) // prettier-ignore
  ]
}

function mixed(findings: readonly Finding[]): Finding[] {
  const shown = new Map<string, number>()
  return findings.filter(({ check }) => {
    const times = (shown.get(check) ?? 0) + 1
    shown.set(check, times)
    return times <= MOST_PER_CHECK
  })
}

function findingLines(finding: Finding, number: number, view: View): string[] {
  const { say: words } = view
  const zh = words.language === 'zh'
  const places = finding.places.slice(0, MOST_PLACES).map(place => `       ${view.place(place)}`)
  const more = finding.places.length - places.length
  return [
    `  ${String(number).padStart(2)}. [${words.strengths[finding.strength]}] ${words.finding(finding)}`,
    ...places,
    ...(more > 0
      ? [zh ? `       ……共 ${finding.places.length} 处` : `       … ${finding.places.length} places`]
      : []),
    `       → ${words.owners[finding.owner]}`
  ]
}

function troublesOf({ audit, say: words, path: masked }: View): string[] {
  const { troubles } = audit
  if (troubles.length === 0) return []
  const zh = words.language === 'zh'
  const shown = troubles.slice(0, MOST_TROUBLES)
  return [
    zh ? `未能完整读取 ${troubles.length} 件：` : `${troubles.length} could not be read in full:`,
    ...shown.map(({ path, code }) => {
      const { what, try: advice } = words.trouble(code)
      return `  ${masked(path)}\n       ${what}。${advice}（${code}）`
    }),
    ...(troubles.length > shown.length ? [zh ? `  ……其余 ${troubles.length - shown.length} 件见报告` : `  … ${troubles.length - shown.length} more in the report`] : []), // prettier-ignore
    ''
  ]
}
