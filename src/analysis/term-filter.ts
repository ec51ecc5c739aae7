/** A pure change of one term; may give the empty string, which drops the token. Never changes its offsets. */
export type TermFilter = (term: string) => string;
