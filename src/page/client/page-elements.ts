import type { Wording } from '../wording/wording.js';

/** What holds the page: the document, or the shadow of an element. */
export type Root = Document | ShadowRoot;

/** The parts of the page that the script reads and writes; `render-page.ts` makes them. */
export interface PageElements {
  readonly root: Root;
  readonly siteTitle: HTMLElement;
  readonly form: HTMLFormElement;
  readonly input: HTMLInputElement;
  readonly problems: HTMLElement;
  readonly status: HTMLElement;
  readonly notes: HTMLElement;
  readonly completions: HTMLElement;
  readonly completionCount: HTMLElement;
  readonly results: HTMLElement;
  readonly keys: HTMLElement;
  /** What the document says, and what is written into it says too. */
  readonly wording: Wording;
}

export const findPageElements = (root: Root): PageElements => {
  const form = find(root, 'search-form', HTMLFormElement);
  return {
    root,
    siteTitle: find(root, 'site-title', HTMLElement),
    form,
    input: find(root, 'search-text', HTMLInputElement),
    problems: find(root, 'problems', HTMLElement),
    status: find(root, 'status', HTMLElement),
    notes: find(root, 'notes', HTMLElement),
    completions: find(root, 'completions', HTMLElement),
    completionCount: find(root, 'completion-count', HTMLElement),
    results: find(root, 'results', HTMLElement),
    keys: find(root, 'keys', HTMLElement),
    wording: JSON.parse(form.dataset.wording ?? '{}'),
  };
};

const find = <Element extends HTMLElement>(root: Root, id: string, kind: new () => Element): Element => {
  const element = root.getElementById(id);
  if (!(element instanceof kind)) throw new Error(`The page has no #${id}.`);
  return element;
};
