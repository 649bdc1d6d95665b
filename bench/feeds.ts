import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import { openStore } from '#store/index';
import { loopbackDiscord } from './discord.ts';
import type { Loopback } from './loopback.ts';
import { megabytes, ms, percentile, type Row, seconds } from './measure.ts';
import { Product } from './product.ts';

const FEEDS = 2_000;
/** Fewer feeds than a workspace may have. */
const FEEDS_PER_WORKSPACE = 400;
const GIVE_UP_MS = 300_000;
const ASK_EVERY_MS = 200;
const IDLE_QUESTIONS = 50;

/** Each feed has its own local host, as feeds are polled one at a time per host. */
const urlOf = (index: number, port: number): string =>
  `http://127.1.${index >> 8}.${index & 255}:${port}/feed/${index}`;

const ITEMS = Array.from(
  { length: 20 },
  (_, at) =>
    `<item><title>Story ${at} of the day</title><link>/story/${at}</link><guid>g${at}</guid><pubDate>Tue, 22 Oct 2024 11:00:00 GMT</pubDate><description>The council met on Monday and agreed to meet again.</description></item>`,
).join('');

/** Polls this many local feeds in one process: resources used, and response times meanwhile. */
export async function manyFeeds(): Promise<Row[]> {
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'application/rss+xml');
    response.end(
      `<?xml version="1.0"?><rss version="2.0"><channel><title>Feed ${request.url}</title><link>/</link>${ITEMS}</channel></rss>`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve));
  const { port } = server.address() as AddressInfo;
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'));
  const file = join(folder, 'onrecord.db');
  mkdirSync(join(folder, 'content'));
  await subscribeAll(file, port);
  const loopback = await loopbackDiscord();
  const fetching = { ONRECORD_FETCH_ALLOW: '127.0.0.0/8', ONRECORD_FETCH_PORTS: String(port) };
  const settings = { ONRECORD_CONTENT: 'content', ONRECORD_DATA: file, ...fetching, ...loopback.settings };
  const begun = performance.now();
  const product = await Product.started(settings, Date.now());
  const database = new DatabaseSync(file, { readOnly: true, timeout: 5_000 });
  const left = (): number => Number(database.prepare('select count(*) as n from feed where answered is null').get()?.n);
  try {
    const before = await product.work();
    const meanwhile: number[] = [];
    while (left() > 0 && performance.now() - begun < GIVE_UP_MS) {
      meanwhile.push(await answerTime(loopback));
      await setTimeout(ASK_EVERY_MS);
    }
    const took = performance.now() - begun;
    const unasked = left();
    const [work, resident] = [(await product.work()) - before, await product.resident()];
    const idle: number[] = [];
    for (let question = 0; question < IDLE_QUESTIONS; question++) idle.push(await answerTime(loopback));
    const [busy, calm] = [percentile(meanwhile, 0.5), percentile(idle, 0.5)];
    return [
      {
        what: `${FEEDS} feeds asked once`,
        measured: `${seconds(took)}, ${seconds(work)} of the processor, ${megabytes(resident)} MB resident; ${unasked} not asked`,
        target: { text: 'all asked', met: unasked === 0 },
      },
      {
        what: 'questions answered meanwhile, and afterwards, median',
        measured: `${ms(busy)}, ${ms(calm)}`,
        target: { text: 'at most twice as long', met: busy <= 2 * calm },
      },
    ];
  } finally {
    database.close();
    await product.stop();
    await loopback.close();
    server.closeAllConnections();
    server.close();
    rmSync(folder, { recursive: true });
  }
}

async function answerTime(loopback: Loopback): Promise<number> {
  const { asked, answered } = await loopback.ask(0, 'articles', {});
  return answered - asked;
}

async function subscribeAll(file: string, port: number): Promise<void> {
  const store = await openStore(file);
  const now = Date.now();
  for (let index = 0; index < FEEDS; index++) {
    const url = urlOf(index, port);
    const feed = await store.feeds.ensure({ id: `f${index}`, url, title: url }, now);
    const workspace = `w${Math.floor(index / FEEDS_PER_WORKSPACE)}`;
    await store.feeds.subscribe({
      platform: 'Discord',
      workspace,
      channel: 'c',
      feed: feed.id,
      author: 'u',
      created: now,
    });
  }
  await store.close();
}
