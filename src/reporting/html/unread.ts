import { html, type Markup } from './escape.ts'
import type { Page } from './page.ts'

const MOST_TROUBLES = 3000

export function unread({ audit, words, say, path }: Page): Markup {
  if (audit.troubles.length === 0) return html``
  return html`<h2 id="unread">${words.unreadTitle}</h2>
    <table>
      <thead>
        <tr>
          <th>${words.path}</th>
          <th>${words.what}</th>
          <th>${words.advice}</th>
        </tr>
      </thead>
      <tbody>
        ${audit.troubles.slice(0, MOST_TROUBLES).map(
          trouble =>
            html`<tr>
              <td>${path(trouble.path)}</td>
              <td>${say.trouble(trouble.code).what}<br /><span class="small">${trouble.code}</span></td>
              <td>${say.trouble(trouble.code).try}</td>
            </tr>`
        )}
      </tbody>
    </table>`
}
