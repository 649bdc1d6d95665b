import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely } from 'kysely';
import type { ArchivedArticle } from '#core/storage/feed-store';
import { openStore } from '#store/index';
import type { Schema } from '#store/schema';
import { sqliteDialect } from '#store/sqlite';
import { fillArchive } from '../tests/support/archive.ts';
import { loopbackDiscord } from './discord.ts';
import { megabytes, percentile, type Row } from './measure.ts';
import { Product } from './product.ts';

const ARTICLES = 100_000;
const QUERIES = 200;
const MAX_SEARCH_MS = 5;
const MAX_LIST_MS = 20;
const MAX_RESIDENT = 250 * 2 ** 20;

const TENANT = { platform: 'pigeon', workspace: 'loft' };

/** Words by frequency in news: the first are in many articles, the last in few. */
const WORDS = Array.from({ length: 20_000 }, (_, at) => `w${at.toString(36)}`);

/** Deterministic random numbers in [0, 1) (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Search and lists in an archive of this many generated articles, visible to one workspace. */
export async function archiveSpeed(articles = ARTICLES): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'));
  const file = join(folder, 'onrecord.db');
  const random = randomFrom(1);
  // The fourth power makes few words common and most rare, as in natural language.
  const word = (): string => WORDS[Math.floor(random() ** 4 * WORDS.length)] ?? '';
  const words = (count: number): string => Array.from({ length: count }, word).join(' ');
  try {
    await fill(file, articles, words);
    const store = await openStore(file);
    const times = { quotes: [] as number[], search: [] as number[], list: [] as number[] };
    for (let query = -20; query < QUERIES; query++) {
      const asked = words(2);
      const start = worked();
      await store.archive.quotes(TENANT, { words: asked, most: 10 });
      const quotes = worked();
      await store.archive.articles(TENANT, { words: asked, most: 10, order: 'best' });
      const search = worked();
      await store.archive.articles(TENANT, { words: asked, most: 10 });
      if (query < 0) continue;
      times.quotes.push(quotes - start);
      times.search.push(search - start);
      times.list.push(worked() - search);
    }
    await store.close();
    const resident = await residentOver(file);
    return [
      row(`quotations with two words in ${articles} articles, p95`, percentile(times.quotes, 0.95), MAX_SEARCH_MS),
      row('/search as a whole, articles beneath the quotations, p95', percentile(times.search, 0.95)),
      row('/articles about: over them, p95', percentile(times.list, 0.95), MAX_LIST_MS),
      {
        what: 'Memory of the product, after it has looked through them',
        measured: `${megabytes(resident)} MB`,
        target: { text: `at most ${megabytes(MAX_RESIDENT)} MB`, met: resident <= MAX_RESIDENT },
      },
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Milliseconds of CPU time of this thread, independent of the machine's other load. */
function worked(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}

/** The memory of the product after it has answered searches in this archive. */
async function residentOver(file: string): Promise<number> {
  const loopback = await loopbackDiscord();
  const settings = { ONRECORD_CONTENT: 'content', ONRECORD_DATA: file, ...loopback.settings };
  const product = await Product.started(settings, Date.now());
  try {
    for (let query = 0; query < QUERIES; query++) {
      await loopback.ask(0, 'search', { words: WORDS[query * 20] ?? '' });
    }
    return (await product.memory()).resident;
  } finally {
    await product.stop();
    await loopback.close();
  }
}

const row = (what: string, ms: number, most?: number): Row => ({
  what,
  measured: `${ms.toFixed(1)} ms`,
  ...(most !== undefined && { target: { text: `at most ${most} ms`, met: ms <= most } }),
});

async function fill(file: string, articles: number, words: (count: number) => string): Promise<void> {
  await (await openStore(file)).close();
  const database = new Kysely<Schema>({ dialect: sqliteDialect(file) });
  await fillArchive(database, TENANT, articles, (at) => made(at, words));
  await database.destroy();
}

/** An article of a hundred words with two quotations. */
function made(at: number, words: (count: number) => string): ArchivedArticle {
  const title = words(8);
  const text = words(100);
  const quote = (paragraph: number) => ({ speaker: words(2), office: '', words: [words(12)], paragraph });
  return {
    ...{ key: `k${at}`, version: `v${at}`, published: at * 60_000, summaryOnly: false, quotes: [quote(1), quote(2)] },
    article: {
      ...{ id: 'x', text, format: 'text', title, authors: [], language: 'en', edits: [] },
      ...{ publisher: 'Post', url: `https://post.example/${at}` },
      parts: [{ kind: 'paragraph', span: { start: 0, end: text.length } }],
    },
  };
}
