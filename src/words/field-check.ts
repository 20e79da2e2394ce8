import { fill, type Language } from './language.ts'

/** What to ask on the spot or by phone; neutral, and answerable by the person asked. */
export const QUESTIONS: Record<Language, Record<string, string>> = {
  zh: {
    visited: '当天是否有人上门？谈了什么？',
    received: '是否收到这笔款项？金额多少？什么时候到的？',
    solved: '所记的问题是否解决？什么时候解决的？',
    inUse: '所记的设施是否在用？和记录是否一样？',
    tookPart: '是否参加？当天做了什么？',
    atWork: '是否在所记的单位上岗？现在还在吗？',
    asRecorded: '所记的事情是否办过？和记录是否一样？'
  },
  en: {
    visited: 'Did somebody come that day? What was talked about?',
    received: 'Was the money received? How much, and when?',
    solved: 'Was what is recorded solved? When?',
    inUse: 'Is what is recorded in use? Is it as recorded?',
    tookPart: 'Did they take part? What was done that day?',
    atWork: 'Did they start at the place recorded? Are they still there?',
    asRecorded: 'Was what is recorded done? Is it as recorded?'
  }
}

export function questionText(
  { question, words = {} }: { question: string; words?: Record<string, string | number> | undefined },
  language: Language
): string {
  return fill(QUESTIONS[language][question] ?? question, words)
}
