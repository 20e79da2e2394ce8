/** Reads a report.html back: page one's figures, and the same figures from the tables further down. */

/** Figure id → what page one shows. */
export function figuresOf(page: string): Record<string, string> {
  const one = page.slice(page.indexOf('<section class="page-one">'), page.indexOf('<nav>'))
  const figures: Record<string, string> = {}
  for (const match of one.matchAll(/data-figure="([^"]+)"(?:\s+data-value="([^"]*)")?[^>]*>([^<]*)/g))
    figures[match[1]!] = (match[2] ?? match[3]!).trim()
  return figures
}

/** The same ids worked out from the tables of materials, activities, indicators and checks. */
export function recomputed(page: string): Record<string, string> {
  const rest = page.slice(page.indexOf('<nav>'))
  const rows = [...rest.matchAll(/<tr\s([^>]*data-[^>]*)>/g)].map(match => attributes(match[1]!))
  const materials = rows.filter(row => row['no'] !== undefined)
  const figures: Record<string, string> = {}
  const put = (id: string, value: number | string): void => void (figures[id] = String(value))
  const sum = (list: Row[], key: string): number => list.reduce((total, row) => total + Number(row[key] ?? 0), 0) // prettier-ignore

  put('accounting.found', materials.length)
  for (const status of ['read', 'partly', 'unread', 'listed'])
    put(`accounting.${status}`, materials.filter(row => row['status'] === status).length)
  const secret = materials.filter(row => row['secret'] !== undefined).length
  if (secret > 0) put('secret', secret)

  for (const [name, keys] of [['activities', ['result', 'trace', 'undetermined']], ['indicators', ['result', 'trace', 'undetermined', 'missing']]] as const) {
    const section = part(rest, name)
    const standing = [...section.matchAll(/<tr\s([^>]*data-standing[^>]*)>/g)].map(match => attributes(match[1]!)) // prettier-ignore
    if (standing.every(row => row['standing'] === '')) continue
    for (const key of keys)
      put(`${name}.${key}`, standing.filter(row => row['standing'] === key).reduce((total, row) => total + Number(row['times'] ?? 1), 0)) // prettier-ignore
  } // prettier-ignore

  const share = (id: string, count: (key: string) => number): void => {
    const [t, m, r, u] = [count('trace'), count('mixed'), count('result'), count('unknown')] as [number, number, number, number] // prettier-ignore
    Object.entries({ trace: t, mixed: m, result: r, unknown: u }).forEach(([key, n]) => put(`${id}.${key}`, n)) // prettier-ignore
    put(`${id}.share`, percent((t + m / 2) / (t + r + m)))
    put(`${id}.range`, t + r + m + u === 0 ? '—' : `${percent(t / (t + r + m + u))} – ${percent((t + m + u) / (t + r + m + u))}`) // prettier-ignore
  }
  const of = (key: string, as?: string): Row[] => materials.filter(row => row['class'] === key && (as === undefined || row['as'] === as)) // prettier-ignore
  share('files', key => of(key, 'file').length)
  share('embeddedPictures', key => of(key, 'embedded').length)
  share('characters', key => sum(of(key), 'characters'))
  share('entries', key => (key === 'unknown' ? 0 : sum(materials, key)))
  if (materials.some(row => row['purpose'] !== undefined))
    for (const key of ['required', 'demanded', 'avoidable']) {
      put(`purposes.files.${key}`, of('trace', 'file').filter(row => row['purpose'] === key).length) // prettier-ignore
      put(`purposes.entries.${key}`, sum(materials.filter(row => row['purpose'] === key), 'trace')) // prettier-ignore
    }
  put('repeated.files', materials.filter(row => row['repeats'] !== undefined).length)
  put('repeated.entries', sum(materials, 'repeated'))
  const checks = part(rest, 'checks')
  for (const strength of ['strong', 'moderate', 'weak'])
    put(`findings.${strength}`, [...checks.matchAll(new RegExp(`data-strength="${strength}"[^>]*>(\\d+)<`, 'g'))].reduce((total, match) => total + Number(match[1]), 0)) // prettier-ignore
  return figures
}

type Row = Record<string, string>

function attributes(text: string): Row {
  return Object.fromEntries([...text.matchAll(/data-(\w+)="([^"]*)"/g)].map(match => [match[1]!, match[2]!]))
}

/** From a heading with this id to the next heading of its rank. */
function part(page: string, id: string): string {
  const from = page.indexOf(`<h2 id="${id}">`)
  if (from < 0) return ''
  const to = page.indexOf('<h2', from + 4)
  return page.slice(from, to < 0 ? undefined : to)
}

/** As the report rounds: the audit keeps four places, page one shows one of the percentage. */
function percent(value: number): string {
  return Number.isNaN(value) ? '—' : `${Math.round(Math.round(value * 10_000) / 10) / 10} %`
}
