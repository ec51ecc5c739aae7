/**
 * Text that grows by pieces and is asked for its last characters in between. A plain string would be copied whole at
 * every such question, which is quadratic.
 */
export class SourceWriter {
  readonly #parts: string[] = [];
  #tail = '';

  add(text: string): void {
    if (text === '') return;
    this.#parts.push(text);
    this.#tail = text.length >= tailLength ? text.slice(-tailLength) : (this.#tail + text).slice(-tailLength);
  }

  /** The last 400 characters. */
  get tail(): string {
    return this.#tail;
  }

  toString(): string {
    return this.#parts.join('');
  }
}

const tailLength = 400;
