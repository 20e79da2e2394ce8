import type { ResultClaim } from '../model/evidence.ts'
import type { Dimension } from '../support/quantities.ts'

/** How Chinese summaries say that something was achieved, and what else they say with numbers in it. */

interface Action {
  action: ResultClaim['action']
  verbs: RegExp
  dimensions: readonly Dimension[]
}

/** What was done, and in what it is counted. The first that fits is taken. */
export const ACTIONS: readonly Action[] = [
  {
    action: 'closed',
    verbs: /调解成功|成功调解|调解|调处|化解|办结|办复|办理|解决|处置|处理|整改|销号|消除|答复|结案|回访/gu,
    dimensions: ['cases']
  },
  {
    action: 'paid',
    verbs: /发放|发出|兑付|拨付|兑现|支付|到账|补助|补贴|救助|资助|退还|追回|返还/gu,
    dimensions: ['money']
  },
  { action: 'placed', verbs: /转移就业|就业|培训|取证|安置|上岗/gu, dimensions: ['persons', 'visits'] },
  {
    action: 'benefited',
    verbs:
      /惠及|受益|帮扶|救助|资助|慰问|服务(?!站|中心|点|大厅|平台|队|员|业|事项)|覆盖|享受|发放|兑付|补助|补贴/gu,
    dimensions: ['persons', 'households', 'visits']
  },
  {
    action: 'built',
    verbs: /修建|新建|建成|硬化|铺设|修复|疏通|清淤|改造|安装|拓宽|新修|修缮|维修|加固|栽植|完工|衬砌|修了/gu,
    dimensions: ['length', 'area', 'pieces']
  }
]

/** A share and its name: 满意率, 办结率, 群众满意度. */
export const RATE = /((?:群众|综合|总体)?(?:满意|办结|化解|成功|整改|销号|完成|答复|回访|覆盖|及时|知晓|合格|达标|到位|就业|签约|参与)(?:率|度))[^\d%,，。；;]{0,6}$/u // prettier-ignore

/** 隐患十处，全部整改: what was done to what the clause before counted. */
export const THEN_DONE = /^\s*(?:目前)?(?:已经?|均|都|现)?(?:已经?)?(?:全部|全数|逐一|均已?|都已?|已)/u

/** Papers in which a unit tells what it achieved. */
export const TELLS = /总结|小结|汇报|报告|述职|自查|自评|成效|简报|情况|亮点|事迹|经验|综述|公报/u
/** Papers that say something else with numbers: what is asked, planned, agreed, measured by others, or said in a meeting. */
export const TELLS_NOT = /通知|方案|计划|预案|制度|办法|责任书|协议|合同|验收|检测|评估|监测|审计|回单|凭证|纪要|会议记录|心得|体会|教案|承诺|请示|批复|名册|花名册|预算|调查问卷|意见书/u // prettier-ignore

/** Parts of a summary that speak of what is to come or what is missing. */
export const FUTURE_PART =
  /下一步|下步|打算|计划|思路|目标|安排|展望|工作建议|存在(?:的)?(?:问题|不足)|不足|短板/u

/** A clause that tells no achievement of this unit in this time. */
export const NO_CLAIM = /计划|拟|力争|目标|预计|争取|确保|下一步|明年|来年|打算|不少于|不低于|不得|要求|应当|应于|任务(?:数|为)|指标(?:数|为)|预算|申请|申报|尚未|未(?:办结|完成|解决|整改)|没办|没有|还有|剩(?:余|下)|待(?:办|整改|处理)|去年|上年|往年|同期|前年|历年|比上|平均|[人日月年户]均|将(?!近)|年度任务|本应|需(?:要|在)/u // prettier-ignore
/** A sentence about others, or that quotes them. */
export const OF_OTHERS = /全国|全省|全市|省里|市里|省级(?:共|累计)|通报(?:称|指出|显示)|文件(?:要求|明确|规定)|《[^》]*》(?:要求|规定|明确)|上级(?:下达|要求|通报)|下达(?:我|本|给)/u // prettier-ignore
/** Years in one figure. */
export const CUMULATIVE = /[二三四五六七八九十\d]+年来|近年来|历年|以来累计|(?:19|20)\d\d年以来|自?(?:成立|建成|开通|实施|启动)以来|任期/u // prettier-ignore

/** Counted, but trace: what was printed, posted, held or written. */
export const TRACE_OBJECT = /宣传(?:单|册|资料|手册|品|页|材料)|传单|明白纸|倡议书|简报|信息|横幅|标语|推文|笔记|体会|会议|例会|台账|档案|照片|视频|微信|转发|点赞|阅读|学习资料/u // prettier-ignore
