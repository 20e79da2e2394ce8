/** Sections of a help page, in the order every page keeps: what it notices, why and whom the rule binds, … */
const RULE = 1

/** The plain paragraphs of the section that tells the rule and whom it binds; nothing when the page is shaped otherwise. */
export function ruleOf(markdown: string): string[] {
  const sections = markdown.split(/^## .*$/mu).slice(1)
  return (sections[RULE] ?? '')
    .split(/\n\s*\n/u)
    .map(paragraph => plain(paragraph.trim()))
    .filter(Boolean)
}

/** Markup that a short paragraph may hold, as the words alone. */
function plain(text: string): string {
  return text
    .replace(/\[([^\]]*)\]\([^)]*\)/gu, '$1')
    .replace(/[*_`]{1,2}([^*_`]+)[*_`]{1,2}/gu, '$1')
    .replace(/^[-*] /gmu, '· ')
}
