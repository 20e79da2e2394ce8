/** The hundred-odd commonest Chinese surnames: over 95 % of bearers. Only used to recognise names: what must be masked, who wrote a record. */
export const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳欧阳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝傅萧阎'

export const COMPOUND_SURNAMES = [
  '欧阳',
  '司马',
  '上官',
  '诸葛',
  '夏侯',
  '皇甫',
  '尉迟',
  '公孙',
  '慕容',
  '司徒',
  '令狐',
  '端木'
]

const BEGINS = new RegExp(`^(?:${COMPOUND_SURNAMES.join('|')}|[${SURNAMES}])`, 'u')

/** Ends of names of places and organisations, which are no person's name. */
const PLACE_OR_BODY =
  /(?:厂|店|馆|铺|公司|集团|合作社|村|组|镇|乡|县|局|委|办|站|所|院|校|园|坊|桥|场|社|家庭|社区|中心|大队|仓库|超市|饭店|网吧|户|路|街|巷|坡|沟|渠|塘|库|河|湖|口|亭|庙|祠|旁|边|东|西|南|北|侧|处|房|棚|楼|井|台|窑|田|地|山|林|岔|湾|坪|冲|庄|寨|屯|岗|岭|厅|部|队|网格)$/u

export function isPlaceOrBody(text: string): boolean {
  return PLACE_OR_BODY.test(text)
}

export function beginsWithSurname(text: string): boolean {
  return BEGINS.test(text)
}

/** Two to four ideographs that begin with a surname. */
export function looksLikeName(text: string): boolean {
  return (
    /^[\u4e00-\u9fa5·]{2,4}$/u.test(text) && BEGINS.test(text) && !(text.length > 2 && isPlaceOrBody(text))
  )
}
