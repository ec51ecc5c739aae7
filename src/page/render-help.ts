import { queryLanguage, subjectOf } from '../query/language.js';
import { type Html, html } from './escape-html.js';
import type { Wording } from './wording/wording.js';

/** What can be written in the box, folded away below it. */
export const renderHelp = ({ howToAsk, meanings }: Wording): Html => html`<details class="help">
<summary>${howToAsk}</summary>
<dl>${queryLanguage.map(
  (row) => html`
<dt>${renderExample(row.example)}</dt>
<dd>${meanings[subjectOf(row)]}${row.also !== undefined && html` <span class="also">${row.also.map(renderExample)}</span>`}</dd>`,
)}
</dl>
</details>`;

/** What is typed is the same in every language, and runs as its own letters do. */
const renderExample = (example: string): Html => html`<code dir="ltr">${example}</code> `;
