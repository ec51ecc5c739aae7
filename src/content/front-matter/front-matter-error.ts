/** Front matter that cannot be read. Its post is hidden: what it says of drafts and dates is not known. */
export class FrontMatterError extends Error {
  override readonly name = 'FrontMatterError';
  /** 1-based, in the file. */
  readonly line: number | undefined;
  readonly hint: string;

  constructor(message: string, details: { readonly line?: number | undefined; readonly hint: string }) {
    super(message);
    this.line = details.line;
    this.hint = details.hint;
  }
}
