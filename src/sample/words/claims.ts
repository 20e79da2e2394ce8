/** Fragments for ledgers of small matters and for the summaries that speak of them. */

export const ERRANDS = ['医保异地备案', '老年证补办', '残疾证换领', '生育登记', '灵活就业参保', '户口迁移材料核对', '农机购置补贴申请', '不动产登记预约', '高龄认证', '临时身份证代领', '养老待遇资格核验', '门诊慢特病申报', '营业执照变更', '出生医学证明更正'] // prettier-ignore
export const ERRAND_ENDS = ['证件{d}送到家中', '窗口一次收件，{n}天后短信告知', '缺照片，{who}上门补拍', '材料退回{n}次后通过', '已打印回执，本人签收', '{office}当天受理，{d}办成', '改由邻镇就近办，少跑{n}公里', '视频认证不成功，带机器入户完成'] // prettier-ignore
export const LAMP_FAULTS = ['灯头不亮', '整排熄灭', '灯杆倾斜', '白天常亮', '线路被树枝压住', '控制箱进水', '灯罩破碎', '一闪一闪'] // prettier-ignore
export const LAMP_ENDS = ['换灯头{n}个，当晚试亮', '接好断线，{d}起正常', '锯枝{n}处后恢复', '换时控器，设为六点半亮', '扶正灯杆并浇墩子', '控制箱垫高{m}厘米', '电工{who}换镇流器', '借升降车作业{n}小时修好'] // prettier-ignore
export const QUARRELS = ['晒场占用', '屋檐滴水', '田埂放水先后', '猪圈气味', '树根伸过界', '过路堆柴', '借款未还', '鸡进菜园', '院墙高低', '坟边取土', '酒后争执', '租地退押金'] // prettier-ignore
export const QUARREL_ENDS = ['各让{n}米，当面划线', '先放上丘，后放下丘，写了字据', '赔{money}元，当场付清', '{who}作保，{d}前搬走', '道歉后握手，各自回家', '改排水管朝东，费用平摊', '立界石{n}块', '分三次还清，头一次已给'] // prettier-ignore
export const HARDSHIPS = ['住院自付过高', '房屋失火', '车祸后停工', '主要劳力病故', '子女重病', '水灾冲毁屋角', '遭意外摔伤', '独自抚养两孩'] // prettier-ignore

/** Sentences around a figure; they carry none of their own. */
export const ASIDE = [
  '最费工夫的是找人，常要等到天黑。',
  '群众说得最多的一句是：不用再跑第二趟。',
  '经手的同志换过一任，交接时逐条对过。',
  '有两个村路远，车进不去，走着去的。',
  '做法不新，就是谁接手谁负责到底。',
  '夏天雨多，拖了些日子，入秋才补上。',
  '窗口挪到一楼以后，上年纪的人方便多了。',
  '村里老党员帮着认门，省了不少时间。',
  '表格只留一张，过去的三张并进来了。',
  '电话打不通的，隔天再打，再不通就托邻居带话。',
  '有几户嫌慢，当面解释后没有再提。',
  '逢集那天来的人多，加开一张桌子。',
  '会计月底核过，和银行对得上。',
  '原来靠本子记，年中改用电脑。',
  '镇上没有专车，借的是农技站的皮卡。',
  '天冷以后来的人少，正好把旧账理一遍。'
]

export const PLANS_AHEAD = ['明年力争{verb}{object}{more}{unit}以上，把口子再收紧一些。', '下一年计划{verb}{object}{more}{unit}，经费另报。', '目标是全年{verb}{object}不少于{more}{unit}。'] // prettier-ignore
export const SUPERIORS = ['据县里通报，全县共{verb}{object}{more}{unit}。', '全市同类{object}{verb}{more}{unit}，我们只是其中一份。'] // prettier-ignore
export const MANY_YEARS = ['三年来累计{verb}{object}{more}{unit}。', '2021年以来累计{verb}{object}{more}{unit}。', '近年来共{verb}{object}{more}{unit}。'] // prettier-ignore
