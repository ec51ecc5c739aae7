const list = (names: string): ReadonlySet<string> => new Set(names.split(' '));

const voids = list(
  'area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr',
);
/** They go on in the next block when their paragraph ends: a browser opens them again, attributes and all. */
const formatting = list('a b big code em font i nobr s small strike strong tt u');
/** What ends an open `<p>`. */
const endsParagraph = list(
  'address article aside blockquote center details dialog dir div dl dd dt fieldset figcaption figure footer form h header ' +
    'hgroup hr li listing main menu nav ol p plaintext pre search section summary table ul xmp',
);
/** Elements that an end tag of an inline element does not reach over. */
const special = new Set([
  ...endsParagraph,
  ...voids,
  ...list(
    'applet body button caption colgroup head html iframe marquee noembed noframes noscript object script select style tbody ' +
      'td template textarea tfoot th thead title tr',
  ),
]);
/** An end tag inside of them ends nothing outside. */
const scopes = list('applet caption html marquee object table td template th');
const tableScopes = list('html table template');
const tableParts = list('caption colgroup tbody td tfoot th thead tr');
/** What the end of a list item is not looked for beyond. */
const listWalls = new Set([...special].filter((name) => !/^(?:address|div|p)$/.test(name)));
const cells = ['td', 'th', 'caption'];
const rows = [...cells, 'tr'];
/** An opening tag that ends others of the same table, list or menu. */
const endsSiblings: Readonly<Record<string, readonly string[]>> = {
  td: cells,
  th: cells,
  tr: rows,
  tbody: [...rows, 'tbody', 'thead', 'tfoot'],
  thead: [...rows, 'tbody', 'thead', 'tfoot'],
  tfoot: [...rows, 'tbody', 'thead', 'tfoot'],
};
/** Their content is text up to their own end tag. */
const rawText = list('script style iframe noembed noframes noscript title xmp textarea');

/** Offsets in the stack of the elements of one kind, innermost last. */
type Places = number[];

/**
 * Which elements are open, and whether one of them hides what is inside, by the rules of the HTML standard for tags that
 * are left out or closed in the wrong order: a `<p hidden>` ends with the next paragraph, a `<div hidden>` with the element
 * around it. Every step is constant time but for what it takes from the stack, so that neither depth nor disorder costs.
 */
export class OpenElements {
  readonly #stack: { readonly name: string; readonly hides: boolean }[] = [];
  readonly #places = new Map<string, Places>();
  readonly #kinds = {
    special: [] as Places,
    scope: [] as Places,
    tableScope: [] as Places,
    listWall: [] as Places,
  };
  /** Places of the elements that hide, and how many of them are not over yet. */
  readonly #hidden: Places = [];
  #hiding = 0;
  /** Formatting elements that hide and were not closed by their own end tags; the lowest place on the stack since. */
  readonly #lingering = new Map<string, number>();
  #lingeringAt = 0;

  get shown(): boolean {
    return this.#hiding === 0 && this.#lingering.size === 0;
  }

  /** @param hides whether what is inside is not shown */
  open(tag: string, hides: boolean): void {
    const name = toKind(tag);
    if (this.#isRawText() || (tableParts.has(name) && !this.#isInTable())) return;
    this.#closeImplied(name);
    if (voids.has(name)) return;
    this.#push(name, hides);
  }

  /** @returns whether the beginning of what ends here was shown */
  close(tag: string): boolean {
    const name = toKind(tag);
    if (this.#isRawText() && name !== this.#stack.at(-1)?.name) return false;
    const place = this.#last(name);
    const hiddenFrom = this.#hiddenFrom();
    if (place < 0) this.#endLingering(name);
    else if (formatting.has(name)) this.#closeFormatting(name, place);
    else if (this.#reaches(name, place)) this.#popTo(place);
    return place < hiddenFrom && (hiddenFrom === Number.POSITIVE_INFINITY || this.#stack.length <= place);
  }

  /** The place from which on nothing is shown. */
  #hiddenFrom(): number {
    const lingering = this.#lingering.size > 0 ? this.#lingeringAt : Number.POSITIVE_INFINITY;
    return Math.min(this.#hiding > 0 ? (this.#hidden[0] ?? 0) : lingering, lingering);
  }

  #linger(name: string, at: number): void {
    this.#lingeringAt = this.#lingering.size === 0 ? at : Math.min(at, this.#lingeringAt);
    this.#lingering.set(name, (this.#lingering.get(name) ?? 0) + 1);
  }

  #endLingering(name: string): void {
    const count = this.#lingering.get(name) ?? 0;
    if (count > 1) this.#lingering.set(name, count - 1);
    else this.#lingering.delete(name);
  }

  /** Parts of a table outside of one are no elements. */
  #isInTable(): boolean {
    return this.#last('table') >= 0 && this.#last('table') === this.#kinds.tableScope.at(-1);
  }

  #isRawText(): boolean {
    const top = this.#stack.at(-1);
    return top?.hides === true && rawText.has(top.name);
  }

  #reaches(name: string, place: number): boolean {
    const { special: specials, scope, tableScope } = this.#kinds;
    if (rawText.has(name)) return true;
    if (!special.has(name)) return (specials.at(-1) ?? -1) < place;
    if (name === 'table' || tableParts.has(name)) return (tableScope.at(-1) ?? -1) <= place;
    const walls = name === 'p' ? ['button'] : name === 'li' ? ['ul', 'ol'] : [];
    return Math.max(scope.at(-1) ?? -1, ...walls.map((wall) => this.#last(wall))) <= place;
  }

  #closeFormatting(name: string, place: number): void {
    const { special: specials, scope } = this.#kinds;
    if ((scope.at(-1) ?? -1) > place) return;
    if ((specials.at(-1) ?? -1) < place) {
      this.#popTo(place, name);
      return;
    }
    // Blocks inside stay open; the element itself is over. Its place in the stack stays, without a name.
    this.#places.get(name)?.pop();
    const element = this.#stack[place];
    if (element === undefined) return;
    if (element.hides) this.#hiding -= 1;
    this.#stack[place] = { name: '', hides: false };
  }

  #closeImplied(name: string): void {
    const { scope, listWall } = this.#kinds;
    if (name === 'li' || name === 'dd' || name === 'dt') {
      const item = name === 'li' ? this.#last('li') : Math.max(this.#last('dd'), this.#last('dt'));
      if (item >= 0 && item === listWall.at(-1)) this.#popTo(item);
    }
    const siblings = Object.hasOwn(endsSiblings, name) ? endsSiblings[name] : undefined;
    if (siblings !== undefined) {
      const wall = this.#kinds.tableScope.at(-1) ?? -1;
      const places = siblings.map((sibling) => this.#last(sibling)).filter((place) => place > wall);
      if (places.length > 0) this.#popTo(Math.min(...places));
    }
    if (endsParagraph.has(name)) {
      const paragraph = this.#last('p');
      const wall = Math.max(scope.at(-1) ?? -1, this.#last('button'));
      if (paragraph > wall) this.#popTo(paragraph);
    }
    const top = this.#stack.at(-1)?.name ?? '';
    if (name === 'h' ? top === 'h' : /^(?:option|optgroup|rt|rp)$/.test(name) && isSameMenu(name, top))
      this.#popTo(this.#stack.length - 1);
    // A link or a button inside of its own kind ends the outer one.
    if (name === 'a' || name === 'button') this.close(name);
  }

  #last(name: string): number {
    return this.#places.get(name)?.at(-1) ?? -1;
  }

  #push(name: string, hides: boolean): void {
    const place = this.#stack.push({ name, hides }) - 1;
    if (hides) {
      this.#hidden.push(place);
      this.#hiding += 1;
    }
    const places = this.#places.get(name);
    if (places === undefined) this.#places.set(name, [place]);
    else places.push(place);
    if (special.has(name)) this.#kinds.special.push(place);
    if (scopes.has(name)) this.#kinds.scope.push(place);
    if (tableScopes.has(name)) this.#kinds.tableScope.push(place);
    if (listWalls.has(name)) this.#kinds.listWall.push(place);
  }

  /** @param closed the element whose own end tag this is, where it is a formatting one */
  #popTo(place: number, closed?: string): void {
    while (this.#stack.length > place) {
      const { name, hides } = this.#stack.pop() ?? { name: '', hides: false };
      const at = this.#stack.length;
      this.#places.get(name)?.pop();
      for (const kind of Object.values(this.#kinds)) if (kind.at(-1) === at) kind.pop();
      if (this.#hidden.at(-1) === at) this.#hidden.pop();
      if (hides) {
        this.#hiding -= 1;
        if (formatting.has(name) && !(at === place && name === closed)) this.#linger(name, at);
      }
      if (at >= this.#lingeringAt) continue;
      this.#lingeringAt = at;
      // Nothing is opened again beyond the cell, or another scope of its own, that it was in.
      if (scopes.has(name)) this.#lingering.clear();
    }
  }
}

/** All headings are ended by the end tag of any. */
const toKind = (tag: string): string => (/^h[1-6]$/.test(tag) ? 'h' : tag);

const isSameMenu = (name: string, top: string): boolean =>
  name === 'optgroup'
    ? top === 'option' || top === 'optgroup'
    : name === 'option'
      ? top === 'option'
      : /^r[tp]$/.test(top);

export const isVoidElement = (name: string): boolean => voids.has(name);
