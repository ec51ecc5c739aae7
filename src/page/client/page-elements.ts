/** The parts of the document that the script reads and writes; `render-page.ts` makes them. */
export interface PageElements {
  readonly siteTitle: HTMLElement;
  readonly form: HTMLFormElement;
  readonly input: HTMLInputElement;
  readonly problems: HTMLElement;
  readonly status: HTMLElement;
  readonly results: HTMLElement;
  readonly keys: HTMLElement;
}

export const findPageElements = (): PageElements => ({
  siteTitle: find('site-title', HTMLElement),
  form: find('search-form', HTMLFormElement),
  input: find('search-text', HTMLInputElement),
  problems: find('problems', HTMLElement),
  status: find('status', HTMLElement),
  results: find('results', HTMLElement),
  keys: find('keys', HTMLElement),
});

const find = <Element extends HTMLElement>(id: string, kind: new () => Element): Element => {
  const element = document.getElementById(id);
  if (!(element instanceof kind)) throw new Error(`The page has no #${id}.`);
  return element;
};
