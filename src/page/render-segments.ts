import type { Segment } from '../domain/search.js';
import { type Html, html } from './escape-html.js';

export const renderSegments = (segments: readonly Segment[]): readonly Html[] =>
  segments.map(({ text, highlighted }) => (highlighted ? html`<mark>${text}</mark>` : html`${text}`));
