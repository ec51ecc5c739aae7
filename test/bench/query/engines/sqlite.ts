/**
 * SQLite FTS5, as WebAssembly, over the same fields and terms. It has no misspellings.
 * @module
 */
import { join } from 'node:path';
// CommonJS, whose names an ES module cannot import.
import sqlite from 'node-sqlite3-wasm';
import { createAnalyzer } from '../../../../src/analysis/index.js';
import { toDocument } from '../../../../src/engines/minisearch/index.js';
import { fieldBoosts } from '../../../../src/engines/minisearch/scoring.js';
import { type Ask, type Engine, language, limit } from './engine.js';

const fields = ['title', 'headings', 'taxonomy', 'body', 'code'] as const;
/** Signs that our terms have inside. */
const tokenizer = `unicode61 remove_diacritics 0 tokenchars '.+#_-@&'`;
const fileName = 'index.sqlite';

const quote = (term: string): string => `"${term.replaceAll('"', '""')}"`;

export const engine: Engine = {
  async build(posts, folder) {
    const analyzer = createAnalyzer(language);
    const database = new sqlite.Database(join(folder, fileName));
    database.exec('PRAGMA journal_mode = off; PRAGMA synchronous = off; BEGIN');
    database.exec('CREATE TABLE posts (id TEXT)');
    database.exec(
      `CREATE VIRTUAL TABLE terms USING fts5(${fields.join()}, content='', prefix='2 3', tokenize="${tokenizer}")`,
    );
    const addPost = database.prepare('INSERT INTO posts (rowid, id) VALUES (?, ?)');
    const addTerms = database.prepare(
      `INSERT INTO terms (rowid, ${fields.join()}) VALUES (?, ${fields.map(() => '?').join()})`,
    );
    posts.forEach((post, at) => {
      const document = toDocument(post);
      addPost.run([at + 1, post.id]);
      addTerms.run([at + 1, ...fields.map((field) => analyzer.terms(document[field]).join(' '))]);
    });
    addPost.finalize();
    addTerms.finalize();
    database.exec(`INSERT INTO terms (terms) VALUES ('optimize'); COMMIT`);
    database.close();
  },
  async open(folder) {
    const analyzer = createAnalyzer(language);
    const database = new sqlite.Database(join(folder, fileName), { readOnly: true });
    // All in memory, as the other engines have it.
    database.exec('PRAGMA cache_size = -262144');
    const weights = fields.map((field) => fieldBoosts[field]).join();
    const statement = database.prepare(
      `SELECT posts.id AS id FROM (SELECT rowid, rank FROM terms WHERE terms MATCH ? AND rank MATCH 'bm25(${weights})' ORDER BY rank LIMIT ${limit}) found JOIN posts ON posts.rowid = found.rowid ORDER BY found.rank`,
    );
    const ask =
      (isPrefix: boolean): Ask =>
      (text) => {
        const terms = analyzer.terms(text).map(quote);
        if (terms.length === 0) return [];
        return statement.all([terms.join(' OR ') + (isPrefix ? '*' : '')]).map(({ id }) => String(id));
      };
    return { words: ask(false), prefix: ask(true) };
  },
};
