import { after, at, later } from '../days.ts'
import type { Kind, Pack } from '../pack.ts'

interface Said {
  at: string
  who: string
  text: string
}

const CHAT: Kind = ['trace', 'T09']

/** Exports of group conversations: queues of replies, and receipts and greetings that only look like them. */
export async function chats(pack: Pack): Promise<void> {
  await workGroup(pack)
  await floodGroup(pack)
}

/** Work group: instructions, talk, and queues of one and the same reply. */
async function workGroup(pack: Pack): Promise<void> {
  const { unit, random, say } = pack
  const said: Said[] = []
  const bursts: Said[][] = []
  const people = unit.staff
  let day = pack.day(2)
  const count = random.int(2, 4)
  for (let b = 0; b < count; b++) {
    for (let i = 0, n = random.int(4, 8); i < n; i++) said.push(chat(pack, day, people))
    const leader = people[random.int(0, 4)]!
    let when = at(day, random.pick([9, 11, 16, 20, 22]), random.int(0, 50), random.int(0, 59))
    said.push({ at: when, who: leader.name, text: say.fill(random.pick(['@全体成员 {topic}的表{d}前报办公室，看到请回复', '今晚{topic}工作视频会，各村务必参加，收到回复', '请各村立即上报{topic}情况，收到请回复！', '转：关于{topic}的通知，请认真贯彻，收到回复']), day) })
    const reply = random.pick(['收到', '收到', '收到！', '好的，收到', '1'])
    const queue = random.some(people.slice(5), random.int(10, 20)).map(person => {
      when = after(when, random.int(2, 45))
      const own = random.chance(0.25) ? random.pick(['收到', '收到[OK]', '收到。', '已收到', '收到，马上办', '收到，谢谢领导']) : reply
      return { at: when, who: person.name, text: own }
    })
    bursts.push(queue)
    said.push(...queue)
    day = pack.day(Math.min(11, +day.slice(5, 7) + random.int(1, 3)))
  } // prettier-ignore
  // a festival: everybody wishes everybody well
  const feast = `${pack.year}-09-${random.int(15, 29)}`
  let when = at(feast, 8, 12)
  const wishes = random.some(people, random.int(10, 14)).map((person): Said => {
    when = after(when, random.int(20, 400))
    return {
      at: when,
      who: person.name,
      text: random.pick([
        '中秋快乐！',
        '祝大家中秋快乐',
        '节日快乐🎉',
        '中秋快乐，阖家幸福',
        '同乐同乐',
        '祝各位领导同事中秋快乐',
        '中秋快乐'
      ])
    }
  })
  said.push(...wishes)
  for (let i = 0; i < 10; i++) said.push(chat(pack, pack.day(random.int(2, 11)), people))

  const path = `${pack.folder('organisation')}/${unit.town}工作群聊天记录.txt`
  const number = await writeChat(pack, path, `${unit.town}工作群`, said)
  for (const queue of bursts) {
    pack.plant('lined-up-replies', 'queue-of-replies', queue.map(each => ({ path, message: number.get(each)! }))) // prettier-ignore
  }
  pack.lookalike('holiday-greetings', ['lined-up-replies'], wishes.map(each => ({ path, message: number.get(each)! }))) // prettier-ignore
}

/** Flood duty: receipts that carry a reading and a place are work, not echo. */
async function floodGroup(pack: Pack): Promise<void> {
  const { unit, random, say } = pack
  const people = unit.staff.slice(4)
  const day = `${pack.year}-07-0${random.int(2, 9)}`
  const said: Said[] = []
  const receipts: Said[] = []
  let when = at(day, 19, 30)
  for (let round = 0; round < 4; round++) {
    when = after(when, random.int(1500, 4200))
    said.push({ at: when, who: unit.staff[1]!.name, text: random.pick(['各点位报水位和人员到岗情况', '雨带半小时后到，报一下现在的水情', '转移人员到哪了，逐点报', '夜里两点再报一轮']) }) // prettier-ignore
    for (const person of random.some(people, random.int(8, 12))) {
      when = after(when, random.int(15, 160))
      const told: Said = {
        at: when,
        who: person.name,
        text: say.fill(random.pick(['收到，{spot}水位{n}.{n}米，{n}人在岗', '{village}已转移{n}户{N}人', '{spot}到岗，涵洞过水正常', '{village}停电，发电机已开', '{spot}有塌方，{m}米，已拉警戒', '收到 {spot}水位{n}.{n}米 暂稳', '{who}家老人背到小学了'])) // prettier-ignore
      }
      said.push(told)
      receipts.push(told)
    }
  }
  for (let i = 0; i < 8; i++) said.push(chat(pack, later(day, random.int(1, 9)), people))
  const path = `${pack.folder('flood')}/防汛值守群.txt`
  const number = await writeChat(pack, path, '防汛值守群', said)
  pack.lookalike('flood-receipts', ['lined-up-replies'], receipts.map(each => ({ path, message: number.get(each)! }))) // prettier-ignore
}

function chat(pack: Pack, day: string, people: Pack['unit']['staff']): Said {
  const { random, say } = pack
  const frames = ['{village}那边{spot}的事谁在跟？', '{who}电话多少，麻烦发一下', '[图片]', '下午去{village}，有顺路的吗', '{topic}的表第三列怎么填', '{spot}堵车，晚到十分钟', '昨天说的{topic}，{who}已经弄好了', '食堂今天有鱼', '打印机又卡纸了', '{firm}的人来了，在一楼'] // prettier-ignore
  return { at: after(at(day, 8, 0), random.int(0, 12 * 3600)), who: random.pick(people).name, text: say.fill(random.pick(frames)) } // prettier-ignore
}

/** A QQ export; returns the number each message has in it. */
async function writeChat(pack: Pack, path: string, name: string, said: Said[]): Promise<Map<Said, number>> {
  const ids = new Map<string, number>()
  const order = [...said].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  const lines = order.flatMap(({ at: moment, who, text }) => {
    if (!ids.has(who)) ids.set(who, pack.random.int(100_000, 999_999))
    return [`${moment.replace('T', ' ')} ${who}(${ids.get(who)})`, text, '']
  })
  const head = ['消息记录（此消息记录为文本格式，不支持重新导入）', '', '================================================================', '消息分组:我的群聊', '================================================================', `消息对象:${name}`, '================================================================', ''] // prettier-ignore
  await pack.put(path, Buffer.from(`\ufeff${[...head, ...lines].join('\r\n')}`, 'utf8'), CHAT)
  return new Map(order.map((each, i) => [each, i + 1]))
}
