import type { DocumentText, Inspection } from '../model/evidence.ts'
import { bare } from '../support/text.ts'
import { byCodePoint } from '../support/order.ts'
import { isShortFor } from '../support/short-names.ts'
import { signatureOf } from './document-head.ts'

/** Fewer signatures than this show no majority. */
const LEAST_SIGNATURES = 3
/** A paper without a sentence is hardly more than its signature: the torn-off end of somebody’s notice signs nothing. */
const SENTENCE = /[。；]/u
/** 松原河县住房和城乡建设局关于转发《…》的通知 says itself whose paper it is. */
const TITLE_ISSUER = /^([\p{Script=Han}]{4,40}?)(?:关于)?(?:关于|转发|批转|印发)/u

/**
 * A notice the unit itself issued is its own document. Whose package it is: the unit given with the inspection,
 * else the organ that signed more than half of the papers that do not read as issued. Two passes over all
 * documents, so it stands apart from `documentText`. Returns the documents unchanged when nobody can be told.
 */
export function settleIssuers(
  documents: readonly DocumentText[],
  { unit }: Pick<Inspection, 'unit'>,
  origins?: readonly { origin: string }[]
): DocumentText[] {
  const own = bare(unit ?? unitOf(documents)?.name ?? '')
  if (own.length < 2) return [...documents]
  return documents.map(document => {
    const external = origins && origins[document.material]?.origin !== 'package'
    const issuer = document.issuer ?? TITLE_ISSUER.exec(document.title.replace(/\s+/gu, ''))?.[1]
    if (!document.issued || external) return document
    const signed = issuer !== undefined && (isOwn(bare(issuer), own) || isShortFor(bare(issuer), own))
    return signed || ownNumber(document, own) ? { ...document, issued: false } : document
  })
}

/** 柳市监所发〔2025〕4号 is a number of 柳河口镇市场监督管理所. */
function ownNumber({ documentNumber }: DocumentText, own: string): boolean {
  const code = documentNumber?.replace(/〔.*$/u, '').replace(/(?:办)?(?:发|函|字|通|综)+$/u, '')
  return code !== undefined && isShortFor(code, own)
}

/** 幸福镇 issued it when the head says 幸福镇人民政府 or 中共幸福镇委员会, with or without its county; 清河县人民政府 did not. */
function isOwn(issuer: string, own: string): boolean {
  const plain = issuer.replace(/^中共|^中国共产党/u, '')
  const last = own.match(/.+?(?:省|市|县|区|镇|乡|街道|村)/gu)?.at(-1)
  const place = last !== undefined && last.length > 2 && own.endsWith(last) ? last : own
  return plain.includes(place) || (own.endsWith(plain) && plain.length >= 4)
}

/** Whether a name is that of the unit whose package it is; nobody is when that cannot be told. */
export function ownUnit(
  documents: readonly DocumentText[],
  { unit }: Pick<Inspection, 'unit'>
): (name: string) => boolean {
  // prettier-ignore
  const own = bare(unit ?? unitOf(documents)?.name ?? '')
  return name => own.length >= 2 && isOwn(bare(name), own)
}

/** The organ that signed most of the papers that do not read as issued, and the index of the first material it signed. */
export function unitOf(documents: readonly DocumentText[]): { name: string; material: number } | undefined {
  const counts = new Map<string, { times: number; material: number }>()
  let signed = 0
  for (const { issued, paragraphs, issuer, material } of documents) {
    const says = paragraphs.some(({ text }) => SENTENCE.test(text))
    const signature = issued || !says ? undefined : (issuer ?? signatureOf(paragraphs))
    if (signature === undefined) continue
    signed++
    const known = counts.get(signature)
    if (known) known.times++
    else counts.set(signature, { times: 1, material })
  }
  const [top] = [...counts].sort((a, b) => b[1].times - a[1].times || byCodePoint(a[0], b[0]))
  if (!top || top[1].times < LEAST_SIGNATURES || top[1].times * 2 <= signed) return undefined
  return { name: top[0], material: top[1].material }
}
