import { queryLanguage } from '../query/language.js';
import { type Html, html } from './escape-html.js';

/** What can be written in the box, folded away below it. */
export const renderHelp = (): Html => html`<details class="help">
<summary>How to ask</summary>
<dl>${queryLanguage.map(
  ({ example, meaning }) => html`
<dt><code>${example}</code></dt>
<dd>${meaning}</dd>`,
)}
</dl>
</details>`;
