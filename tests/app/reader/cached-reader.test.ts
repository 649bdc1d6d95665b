import { rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { makeCachedReader } from '#app/reader/cached-reader';
import { pack } from '#app/reader/packed-entry';
import { brief } from '#briefing';
import { type LiveCatalog, openCatalog, readArticle } from '#library';
import { openArticleCache } from '#store/article-cache';
import { folderOf } from '../../support/process.ts';

const articles = Object.fromEntries(
  Array.from({ length: 25 }, (_, index) => [
    `article-${index}.md`,
    `---\ntitle: Talks ${index}\npublished: 2025-03-${String(index + 1).padStart(2, '0')}\n---\n\n“We will meet ${index} times,” said Ann Lee, the mayor of Port ${index}.\n`,
  ]),
);

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

/** A process that reads a folder and records the names of the files read. */
async function start(folder: string, file: string, version = '1') {
  const read: string[] = [];
  const lines: string[] = [];
  const reader = makeCachedReader({
    read: async (name, bytes) => {
      read.push(name);
      const article = await readArticle(name, bytes);
      return pack({ article, briefing: brief(article) });
    },
    open: () => openArticleCache(file, version),
    logger: { info: (line) => lines.push(line), error: (line) => lines.push(line) },
  });
  const catalog: LiveCatalog = await openCatalog({
    ...{ folder, read: reader.read, cached: reader.cached, onFiles: reader.setFiles },
  });
  const stop = async (): Promise<void> => {
    await catalog.close();
    reader.close();
  };
  return { catalog, read, lines, stop };
}

async function run(...given: Parameters<typeof start>) {
  const process = await start(...given);
  open.push(process.stop);
  return process;
}

const fresh = () => ({ folder: folderOf(articles), file: join(folderOf({}), 'data', 'articles.db') });
const seen = ({ catalog }: Awaited<ReturnType<typeof start>>) =>
  catalog
    .entries()
    .map(({ article, briefing, version, terms }) => [
      ...[article.id, article.title, article.text, article.parts, article.edits, article.published],
      ...[briefing.attributions, briefing.quotes, briefing.speakers, briefing.readingTime, version, terms],
    ]);

describe('parsed articles', () => {
  test('are found unchanged after a restart', async () => {
    const { folder, file } = fresh();
    const first = await start(folder, file);
    const before = JSON.stringify(seen(first));
    expect(first.read).toHaveLength(25);
    await first.stop();
    const second = await run(folder, file);
    expect(second.read).toEqual([]);
    expect(JSON.stringify(seen(second))).toBe(before);
    expect(second.catalog.entries()[0]?.briefing.quotes[0]?.quoted).toHaveLength(1);
  });

  test('are read again if they have changed, and only then', async () => {
    const { folder, file } = fresh();
    await (await start(folder, file)).stop();
    writeFileSync(
      join(folder, 'article-3.md'),
      'Rain falls\n\nRain fell on the town for a week, and the river rose.\n',
    );
    utimesSync(join(folder, 'article-4.md'), 1, 1);
    rmSync(join(folder, 'article-5.md'));
    const second = await run(folder, file);
    expect(second.read).toEqual([join(folder, 'article-3.md')]);
    expect(second.catalog.entries()).toHaveLength(24);
  });

  test('are read again by a different version of the code', async () => {
    const { folder, file } = fresh();
    await (await start(folder, file)).stop();
    expect((await run(folder, file, '2')).read).toHaveLength(25);
  });

  test('are held in memory if the cache cannot be used', async () => {
    const { folder } = fresh();
    const process = await run(folder, '/dev/null/articles.db');
    expect(process.catalog.entries()).toHaveLength(25);
    expect(process.catalog.entries()[0]?.article.text).toContain('Ann Lee');
    expect(process.lines).toEqual(['articles are kept in memory, because the cache cannot be used']);
  });
});
