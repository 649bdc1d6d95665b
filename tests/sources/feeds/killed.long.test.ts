import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openStore } from '#store/index';
import { folderOf } from '../../support/process.ts';
import { randomFrom } from '../../support/schedule/world.ts';
import { scopeOf } from '../../support/scheduling.ts';
import { type Item, rssOf, storyOf } from '../../support/sites/feeds.ts';
import { serve } from '../../support/sites/site.ts';

const PROCESS = fileURLToPath(new URL('./feed-process.ts', import.meta.url));
const KILLS = 20;
/** Half an hour, the polling interval, takes a second and a half; a claim expires after half of that. */
const SPEED = 1_200;
const MAX_LIFE_MS = 1_200;

test(`a process killed ${KILLS} times while it fetches and stores leaves nothing incomplete, duplicated or missing`, async () => {
  const random = randomFrom(11);
  const items: Item[] = [];
  const site = await serve(({ url = '' }, response) => {
    if (url !== '/feed') return void response.end(storyOf(`Story ${url.slice(1)}`));
    // Every response has one or more new items.
    for (let count = Math.ceil(random() * 3); count > 0; count--) {
      const name = `n${items.length}`;
      items.unshift({ title: `Story ${name}`, link: `/${name}`, guid: name });
    }
    response.end(rssOf(items.slice(0, 60)));
  });
  const file = join(folderOf({}), 'onrecord.db');
  const start = String(Date.now());
  const begin = async () => {
    const child = fork(PROCESS, [file, `${site.url}/feed`, start, String(SPEED)], {
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    let errors = '';
    child.stderr?.on('data', (text) => {
      errors += text;
    });
    await once(child, 'message');
    return { child, errors: () => errors };
  };
  for (let kill = 0; kill < KILLS; kill++) {
    const { child, errors } = await begin();
    await setTimeout(random() * MAX_LIFE_MS);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(errors()).toBe('');
  }
  // The last process runs until all known items are read, including those claimed by others.
  const last = await begin();
  const database = new DatabaseSync(file, { readOnly: true, timeout: 5_000 });
  const count = (sql: string): number => Number(database.prepare(`select count(*) as n from ${sql}`).get()?.n);
  await expect
    .poll(
      () => count(`feed_item where old = 0 and state = 'pending'`) + (count('feed_item where old = 0') === 0 ? 1 : 0),
      { timeout: 60_000, interval: 20 },
    )
    .toBeLessThan(4);
  last.child.kill('SIGKILL');
  await once(last.child, 'exit');

  expect(database.prepare('pragma integrity_check').get()).toEqual({ integrity_check: 'ok' });
  // Every article is complete: its text, its index entries, its quotations.
  expect(count('article')).toBeGreaterThan(KILLS / 2);
  expect(count('article where num not in (select rowid from article_words)')).toBe(0);
  expect(count('quote where num not in (select rowid from quote_words)')).toBe(0);
  expect(count('article where quotes != (select count(*) from quote where quote.article = article.num)')).toBe(0);
  expect(count(`feed_item where state = 'done' and article not in (select id from article)`)).toBe(0);
  // Every item once, in order and without gaps, from the first to the last one served.
  const guids = database
    .prepare('select url from feed_item order by url')
    .all()
    .map(({ url }) => String(url));
  expect(new Set(guids).size).toBe(guids.length);
  const numbers = guids.map((url) => Number(/n(\d+)$/.exec(url)?.[1])).sort((a, b) => a - b);
  expect(numbers).toEqual(numbers.map((_, at) => at));
  database.close();

  const store = await openStore(file);
  const news = (await store.archive.unseen(scopeOf(), undefined, 0)).map(({ title }) => title);
  expect(new Set(news).size).toBe(news.length);
  await store.close();
}, 300_000);
