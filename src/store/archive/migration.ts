import { type Kysely, sql } from 'kysely';

/** Fetched articles, and the search indexes of articles and quotations (https://sqlite.org/fts5.html). */
export async function archive(database: Kysely<unknown>): Promise<void> {
  const { schema } = database;
  await schema
    .createTable('article')
    .addColumn('num', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('key', 'text', (column) => column.notNull().unique())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('url', 'text')
    .addColumn('publisher', 'text')
    .addColumn('published', 'bigint', (column) => column.notNull())
    .addColumn('added', 'bigint', (column) => column.notNull())
    .addColumn('version', 'text', (column) => column.notNull())
    .addColumn('summary_only', 'integer', (column) => column.notNull())
    .addColumn('quotes', 'integer', (column) => column.notNull())
    .addColumn('size', 'integer', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .execute();
  await schema.createIndex('article_published').on('article').columns(['published']).execute();
  await schema.createIndex('article_added').on('article').columns(['added', 'size']).execute();
  await schema
    .createTable('quote')
    .addColumn('num', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('article', 'integer', (column) => column.notNull())
    .addColumn('speaker', 'text', (column) => column.notNull())
    .addColumn('office', 'text', (column) => column.notNull())
    .addColumn('words', 'text', (column) => column.notNull())
    .addColumn('paragraph', 'integer', (column) => column.notNull())
    .execute();
  await schema.createIndex('quote_article').on('quote').columns(['article']).execute();
  // Only the words: the content is in the tables above.
  const form = sql.raw(`content = '', contentless_delete = 1, tokenize = 'porter unicode61 remove_diacritics 2'`);
  await sql`create virtual table article_words using fts5 (title, text, source, ${form})`.execute(database);
  await sql`create virtual table quote_words using fts5 (words, speaker, ${form})`.execute(database);
}
