import { queryLanguage } from '../query/language.js';
import { type Html, html } from './escape-html.js';

/** What can be written in the box, folded away below it. */
export const renderHelp = (): Html => html`<details class="help">
<summary>How to ask</summary>
<dl>${queryLanguage.map(
  ({ example, meaning, also = [] }) => html`
<dt>${renderExample(example)}</dt>
<dd>${meaning}${also.length > 0 && html` <span class="also">${also.map(renderExample)}</span>`}</dd>`,
)}
</dl>
</details>`;

const renderExample = (example: string): Html => html`<code>${example}</code> `;
