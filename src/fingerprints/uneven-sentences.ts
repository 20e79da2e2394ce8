import type { UnevenFigures } from '../model/evidence.ts'
import { narrow, quantitiesIn, type Quantity } from '../support/quantities.ts'

type Uneven = Omit<UnevenFigures, 'material' | 'place' | 'text' | 'parts'> & { parts: number }

/** 由91件降到39件，下降65.3% */
const CHANGE = /(?:由|从)[^\d由从，。；]{0,20}$/u
const TO = /^[^\d，。；]{0,4}(?:下降|减少|降低|降|减|压减|压缩|增加|增长|上升|提高|升|增|扩大)(?:到|至|为)[^\d，。；]{0,6}$/u // prettier-ignore
const BY = /^[^\d。；]{0,10}(?:下降|减少|降低|降幅|减幅|同比下降|增加|增长|上升|提高|增幅|升幅)[^\d，。；]{0,6}$/u // prettier-ignore
/** 受理90件，办结86件，办结率95.6% */
const RATE_OF = /(满意|办结|化解|成功|整改|销号|完成|答复|回访|合格|达标|到位|就业|参与|回收)(?:率|度)[^\d，。；]{0,6}$/u // prettier-ignore
const WHOLE_OF = /受理|接到|收到|接访|登记|共有|排查|发现|应|发放|收回|抽查|访问|调查|参训|培训|交办|转办/u
/** Percentages are rounded, cut off, or worked out by another's rounding: a whole point where none is written after the point. */
const SLACK = 0.6

/** Figures of one sentence that do not follow from each other: change in per cent, share of its own counts, a part above its whole. */
export function unevenInSentence(sentence: string): Uneven[] {
  const plain = narrow(sentence)
  const figures = quantitiesIn(plain).filter(({ bound }) => bound === undefined)
  return [...changes(plain, figures), ...shares(plain, figures), ...partsAboveWhole(plain, figures)]
}

function changes(text: string, figures: readonly Quantity[]): Uneven[] {
  return figures.flatMap((first, i) => {
    const [second, share] = [figures[i + 1], figures[i + 2]]
    if (!second || !share || share.dimension !== 'share' || second.dimension !== first.dimension || first.dimension === 'share') return [] // prettier-ignore
    if (first.unit !== second.unit || first.value === 0 || second.value === 0) return []
    if (!CHANGE.test(text.slice(0, first.from)) || !TO.test(text.slice(first.to, second.from))) return []
    if (!BY.test(text.slice(second.to, share.from))) return []
    const difference = Math.abs(second.value - first.value)
    // some divide by the later figure, or give the later as a share of the earlier: other bases, not slips
    const ways = [difference / first.value, difference / second.value, second.value / first.value].map(each => 100 * each) // prettier-ignore
    if (ways.some(each => near(each, share))) return []
    return [uneven('change', share, ways[0]!, [first, second, share])]
  })
}

function shares(text: string, figures: readonly Quantity[]): Uneven[] {
  return figures.flatMap((share, i) => {
    if (share.dimension !== 'share') return []
    const verb = RATE_OF.exec(text.slice(0, share.from))?.[1]
    if (!verb) return []
    const counts = figures.slice(0, i).filter(each => each.dimension !== 'share' && each.unit !== '元')
    if (counts.length !== 2 || figures.slice(i + 1).some(({ dimension }) => dimension !== 'share')) return []
    const [whole, part] = counts as [Quantity, Quantity]
    if (whole.unit !== part.unit || whole.value < part.value || whole.value < 5) return []
    const between = text.slice(whole.to, part.from)
    if (!between.includes(verb) || !WHOLE_OF.test(text.slice(0, whole.from)) || /其中|历年|遗留|结转/u.test(text)) return [] // prettier-ignore
    const follows = (100 * part.value) / whole.value
    return near(follows, share) ? [] : [uneven('share', share, follows, [whole, part, share])]
  })
}

/** 共办结86件，其中信访90件: one part alone is more than the whole. Parts may overlap, so their sum is no matter. */
function partsAboveWhole(text: string, figures: readonly Quantity[]): Uneven[] {
  const among = /[,，;；]?其中[:：]?/u.exec(text)
  if (!among) return []
  const whole = figures.filter(({ to }) => to <= among.index).at(-1)
  if (!whole || whole.dimension === 'share' || !/^[^\d]{0,12}$/u.test(text.slice(whole.to, among.index))) return [] // prettier-ignore
  const end = /[。；;]/u.exec(text.slice(among.index + 2))
  const parts = figures.filter(
    ({ from, unit }) =>
      from > among.index && unit === whole.unit && (!end || from < among.index + 2 + end.index)
  )
  const greatest = parts.reduce<Quantity | undefined>((best, each) => (best && best.value >= each.value ? best : each), undefined) // prettier-ignore
  if (!greatest || greatest.value <= whole.value + whole.step) return []
  // 共96户（低保58户、特困23户），其中修缮41户、重建55户: among the first of them, and not the last named
  if (figures.some(({ to, unit, value }) => to <= whole.from && unit === whole.unit && value >= greatest.value)) return [] // prettier-ignore
  return [uneven('part', greatest, whole.value, [whole, greatest])]
}

function near(value: number, { value: stated, step }: Quantity): boolean {
  return Math.abs(value - stated) <= Math.max(SLACK, step)
}

function uneven(
  kind: Uneven['kind'],
  stated: Quantity,
  follows: number,
  figures: readonly Quantity[]
): Uneven {
  return {
    kind,
    stated: stated.value,
    follows: Math.round(follows * 100) / 100,
    unit: stated.unit,
    runs: figures.map(({ from, to }): [number, number] => [from, to]),
    parts: figures.length
  }
}
