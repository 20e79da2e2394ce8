/**
 * Browsers and some office programs map the glyph of a whole character to a radical of the same shape when they
 * write a pdf: 月 becomes U+2F49, 长 becomes U+2ED3. NFKC turns back the Kangxi radicals (U+2F00–2FDF); those of the
 * supplement (U+2E80–2EFF) have no mapping in Unicode, so the ones that are a whole character stand here.
 */
const SUPPLEMENT: Readonly<Record<string, string>> = {
  '⺁': '厂', '⺇': '几', '⺌': '小', '⺎': '兀', '⺏': '尣', '⺐': '尢', '⺒': '巳', '⺓': '幺', '⺛': '旡', '⺝': '月', '⺟': '母', '⺠': '民',
  '⺩': '王', '⺫': '目', '⺬': '示', '⺮': '竹', '⺯': '糸', '⺱': '罓', '⺲': '罒', '⺷': '羊', '⺹': '耂', '⺻': '聿', '⺼': '肉', '⺽': '臼',
  '⻁': '虎', '⻂': '衤', '⻃': '覀', '⻄': '西', '⻅': '见', '⻆': '角', '⻇': '角', '⻉': '贝', '⻊': '足', '⻋': '车', '⻓': '长', '⻔': '门',
  '⻘': '青', '⻙': '韦', '⻚': '页', '⻛': '风', '⻜': '飞', '⻝': '食', '⻢': '马', '⻣': '骨', '⻤': '鬼', '⻥': '鱼', '⻦': '鸟', '⻧': '卤',
  '⻨': '麦', '⻩': '黄', '⻬': '齐', '⻮': '齿', '⻰': '龙', '⻳': '龟'
} // prettier-ignore

/** Text with radicals that stand for whole characters put back. */
export function withoutRadicals(text: string): string {
  return text.replace(
    /[\u2e80-\u2eff\u2f00-\u2fdf]/gu,
    radical => SUPPLEMENT[radical] ?? radical.normalize('NFKC')
  )
}
