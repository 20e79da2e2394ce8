/** Words that judge. None may stand in anything shown. */
export const JUDGING =
  /造假|摆拍|违规|违纪|违法|虚假|作假|作弊|伪造|变造|编造|捏造|杜撰|弄虚|篡改|抄袭|剽窃|敷衍|糊弄|欺骗|欺瞒|隐瞒|谎报|瞒报|虚报|冒充|冒领|舞弊|蒙混|应付了事|假的|是假|假材料|假台账|可疑|嫌疑|有问题的(?:人|单位)|\b(?:fake[ds]?|faking|fraud\w*|forge[dr]?|forger\w*|cheat\w*|guilt\w*|staged|staging|violat\w*|dishonest\w*|suspicious\w*|suspect\w*|fabricat\w*|falsif\w*|falsehood\w*|phon(?:y|ey)|bogus|sham|deceiv\w*|decepti\w*|decei\w*|plagiari\w*|liar\w*|lying|tamper\w*|doctored|misconduct|culprit\w*|wrongdo\w*)\b/iu

/** Titles of published rules that hold such a word; they are quoted, whole, and nowhere else. Each says where it may stand. */
export const QUOTED_TITLES: readonly string[] = ['《防范和惩治统计造假、弄虚作假督察工作规定》', '《统计违纪违法责任人处分处理建议办法》'] // prettier-ignore

export const judges = (text: string): boolean =>
  JUDGING.test(QUOTED_TITLES.reduce((rest, title) => rest.replaceAll(title, ''), text))
