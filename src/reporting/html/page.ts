import type { Audit, Place } from '../../model/audit.ts'
import { spellMasked, wordsOf, type Language, type Words } from '../../words/index.ts'
import { claimLabel, roleLabel } from '../../words/claims.ts'
import { reportWords, type ReportWords } from '../../words/report.ts'
import { Masker } from '../masker.ts'
import { looksLikeName } from '../../support/surnames.ts'

export interface ExhibitSource {
  /** JPEG bytes of a material's thumbnail, by the material's sha256. */
  get(sha256: string): Uint8Array | undefined
}

/** What every section of the report asks for: words, masked places, pictures as data. */
export interface Page {
  audit: Audit
  language: Language
  words: ReportWords
  say: Words
  spell(text: string): string
  path(path: string): string
  place(place: Place): string
  /** Number of the material and row, for narrow columns. */
  short(place: Place): string
  claim(label: string): string
  role(role: string): string
  exhibit(sha256: string): string | undefined
}

export function pageOf(
  audit: Audit,
  exhibits: ExhibitSource,
  language: Language,
  names: ReadonlySet<string>,
  masked: boolean
): Page {
  const say = wordsOf(language)
  const masker = new Masker(names)
  const numbers = new Map(audit.materials.map(({ path, no }) => [path, no]))
  const secret = new Set(audit.materials.filter(material => material.secret).map(({ sha256 }) => sha256))
  const path = (text: string): string => (masked ? spellMasked(maskPath(text, masker), language) : text)
  const numbered = (text: string): string => `№${numbers.get(text) ?? '?'}`
  return {
    audit,
    language,
    words: reportWords(language),
    say,
    spell: text => spellMasked(text, language),
    path,
    place: place => `${numbered(place.path)} ${say.place({ ...place, path: path(place.path), sheet: place.sheet && masked ? masker.text(place.sheet) : place.sheet })}`, // prettier-ignore
    short: place => [numbered(place.path), place.row !== undefined && (language === 'zh' ? `${place.row} 行` : `row ${place.row}`)].filter(Boolean).join(' '), // prettier-ignore
    claim: label => claimLabel(label, language),
    role: role => roleLabel(role, language),
    exhibit: sha256 => {
      const bytes = secret.has(sha256) ? undefined : exhibits.get(sha256)
      return bytes ? `data:image/jpeg;base64,${Buffer.from(bytes).toString('base64')}` : undefined
    }
  }
}

/** Known names, shapes of numbers, and parts between separators that look like a name of their own (`走访-李四.docx`). */
function maskPath(path: string, masker: Masker): string {
  return path
    .split('/')
    .map(part =>
      part.replace(/(?<![\u4e00-\u9fa5])[\u4e00-\u9fa5]{2,3}(?![\u4e00-\u9fa5])/gu, word =>
        looksLikeName(word) && !COMMON.has(word) ? masker.value(word, 'person') : word
      )
    ) // prettier-ignore
    .map(part => masker.text(part))
    .join('/')
}

/** Everyday words of two or three characters that begin like a surname and stand alone in file names. */
const COMMON = new Set(['方案', '安全', '党建', '党员', '经济', '高清', '白天', '白板', '全景', '全部', '范本', '文件', '文档', '车辆', '水利', '水库', '农业', '林业', '时间', '金额', '雷雨', '方法', '包装', '成果', '成效', '单据', '单位', '计划', '季度', '项目', '连续', '连片', '景观', '司法', '房屋', '管网', '管理', '管护', '路灯', '路面', '石桥', '江边', '河道', '田地', '田间', '马路', '高速', '常规', '常委会', '明细', '明细表', '应急', '易腐', '关爱', '乔木', '宣传', '宣传栏', '花名册', '万元', '史料', '汤池', '施工', '武装', '温度', '康复', '和谐', '向上', '游园', '游客', '师生', '池塘', '查询', '沙石', '冷链', '席位', '平安', '谷子', '盛会', '舒适', '符号', '尚未', '古树', '古村', '支部', '支书', '台账', '解释', '丁字口', '章程', '童书', '谈话', '谢师', '成人', '成品', '夏收', '秋收', '全村', '全镇', '全年', '汪塘', '荣誉', '桥梁', '麦田', '麦收', '景区', '费用', '党课', '党日', '党务', '党支部', '水渠', '水质', '江堤', '路基', '桑园', '温室', '牛棚', '羊圈', '马棚', '房前', '房后', '全家福', '白色', '黄色', '蓝色', '金色', '红色']) // prettier-ignore
