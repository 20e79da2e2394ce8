/** Markup that is already safe. Only `html` makes it, so nothing reaches the page unescaped. */
export class Markup {
  constructor(readonly text: string) {}
  toString(): string {
    return this.text
  }
}

type Value = string | number | Markup | readonly Value[] | undefined | false

/** A template whose every value is escaped, but for markup made by another `html`. */
export function html(parts: TemplateStringsArray, ...values: Value[]): Markup {
  return new Markup(parts.reduce((text, part, index) => text + render(values[index - 1]) + part))
}

function render(value: Value): string {
  if (value === undefined || value === false) return ''
  if (value instanceof Markup) return value.text
  if (Array.isArray(value)) return value.map(render).join('')
  return escape(String(value))
}

/** Control characters have no place in HTML; bidirectional overrides could show a name other than it is. */
function escape(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g, '\ufffd')
    .replace(
      /[\u202a-\u202e\u2066-\u2069\u200e\u200f]/g,
      mark => `‹U+${mark.charCodeAt(0).toString(16).toUpperCase()}›`
    )
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;')
    .replace(/`/g, '&#96;')
}
