import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { UserError } from '#core/errors';
import type { Claim, Store } from '#core/storage/store';
import { openStore, openWith } from '#store/index';
import { MIGRATIONS } from '#store/migrations';
import { sqliteDialect } from '#store/sqlite';
import { limited } from '../support/limited-disk.ts';
import { folderOf } from '../support/process.ts';
import { scheduleOf, slotOf } from '../support/scheduling.ts';

const HERE = { platform: 'pigeon', workspace: 'loft' };
const FIRST = readFileSync(new URL('./first.sql', import.meta.url), 'utf8');

const opened: Store[] = [];
afterEach(async () => {
  vi.useRealTimers();
  for (const store of opened.splice(0)) await store.close();
});

const freshFile = (): string => join(folderOf({}), 'data', 'onrecord.db');
async function storeIn(file: string, dialect = sqliteDialect(file)): Promise<Store> {
  const store = await openWith(dialect, file);
  opened.push(store);
  return store;
}

/** A file written by the first release. */
function firstFile(): string {
  const file = freshFile();
  mkdirSync(join(file, '..'));
  const database = new DatabaseSync(file);
  database.exec(FIRST);
  database.close();
  return file;
}

/** The message of the UserError. */
async function errorOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(UserError);
  expect((error as UserError).message).not.toContain('\n');
  return (error as UserError).message;
}

describe('a file of the first release', () => {
  test('is opened with everything in it', async () => {
    const store = await storeIn(firstFile());
    expect(await store.schedules.list(HERE)).toEqual([
      scheduleOf({ about: 'rivers', created: 1741564800000 }),
      scheduleOf({
        ...{ id: 's2', channel: 'sports', time: '18:00', days: [6, 7], zone: 'Europe/Berlin', length: 'full' },
        ...{ empty: 'nothing', grace: 3, created: 1741564800000 },
        paused: { since: 1741600000000, reason: 'The channel is archived.' },
      }),
    ]);
    expect((await store.slots.history(HERE, 10)).map(({ day, state }) => [day, state])).toEqual([
      ['now 2025-03-12 09:00', 'uncertain'],
      ['2025-03-12', 'sending'],
      ['2025-03-11', 'sent'],
    ]);
    expect(await store.seenArticles.list(HERE, 'news')).toEqual([{ article: 'river', version: 'v1' }]);
    expect(await store.versions.sentences('v1')).toEqual(['“One.”', 'Two.']);
  });

  test('continues where it stopped: a post in progress is taken over with its checkpoint', async () => {
    const store = await storeIn(firstFile());
    const [claim] = await store.slots.claim('a', 1741732260000, 1_000, 10);
    expect(claim).toMatchObject({ day: '2025-03-12', previousState: 'sending', attempts: 2 });
    expect(JSON.parse(claim?.plan ?? '')).toMatchObject({ next: 0, content: { fresh: [{ article: 'river' }] } });
  });

  test('keeps its data through a later migration', async () => {
    const file = firstFile();
    const later = {
      up: async (database: import('kysely').Kysely<unknown>) => {
        await database.schema.alterTable('schedule').addColumn('colour', 'text').execute();
      },
    };
    const store = await openWith(sqliteDialect(file), file, { ...MIGRATIONS, '999-colours': later });
    opened.push(store);
    expect(await store.schedules.list(HERE)).toHaveLength(2);
  });

  test('loses the secrets of hubs, which are subscribed to again', async () => {
    const file = firstFile();
    const before = Object.entries(MIGRATIONS).filter(([name]) => name < '014');
    await (await openWith(sqliteDialect(file), file, Object.fromEntries(before))).close();
    const database = new DatabaseSync(file);
    database.exec(
      `insert into hub (feed, hub, topic, token, secret, next, failures)
      values ('f1', 'https://hub.example/', 'https://news.example/feed', 'a-token-of-16-or-more', 'hush-hush', 9e15, 0)`,
    );
    database.close();
    const store = await storeIn(file);
    const [claimed] = await store.hubs.claim(1, 5, () => 'another');
    expect(claimed).toMatchObject({ feed: 'f1', token: 'a-token-of-16-or-more' });
    expect(JSON.stringify(claimed)).not.toContain('hush');
  });

  test('is unchanged after a migration that fails', async () => {
    const file = firstFile();
    const later = {
      up: async (database: import('kysely').Kysely<unknown>) => {
        await database.schema.dropTable('schedule').execute();
        throw new TypeError('a mistake of ours');
      },
    };
    const failing = openWith(sqliteDialect(file), file, { ...MIGRATIONS, '999-mistake': later });
    await expect(failing).rejects.toThrow('a mistake of ours');
    expect(await (await storeIn(file)).schedules.list(HERE)).toHaveLength(2);
  });
});

describe('a file', () => {
  test('is created with its folder, readable only by this user', async () => {
    const file = freshFile();
    await storeIn(file);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(join(file, '..')).mode & 0o777).toBe(0o700);
  });

  test('that others could read becomes readable only by this user, with its companion files', async () => {
    const file = freshFile();
    mkdirSync(join(file, '..'));
    writeFileSync(file, '');
    chmodSync(file, 0o644);
    await (await storeIn(file)).schedules.add(scheduleOf());
    const modes = ['', '-wal', '-shm'].map((ending) => statSync(`${file}${ending}`).mode & 0o777);
    expect(new Set(modes)).toEqual(new Set([0o600]));
  });

  test('can be created by several processes at once', async () => {
    const file = freshFile();
    const stores = await Promise.all([storeIn(file), storeIn(file), storeIn(file)]);
    await Promise.all(stores.map((store, at) => store.schedules.add(scheduleOf({ id: `s${at}` }))));
    expect(await stores[0]?.schedules.list(HERE)).toHaveLength(3);
  });

  test('of a newer Onrecord is refused, and left unchanged', async () => {
    const file = freshFile();
    const newer = { up: async () => {} };
    await (await openWith(sqliteDialect(file), file, { ...MIGRATIONS, '999-newer': newer })).close();
    const before = readFileSync(file);
    expect(await errorOf(openStore(file))).toMatch(/was written by a newer Onrecord: start that version\.$/);
    expect(readFileSync(file)).toEqual(before);
  });

  test('of another program is refused, and left unchanged', async () => {
    const file = freshFile();
    const text = 'Not a database at all.\n'.repeat(1_000);
    mkdirSync(join(file, '..'));
    writeFileSync(file, text);
    expect(await errorOf(openStore(file))).toMatch(/is damaged, or not a file of Onrecord/);
    expect(readFileSync(file, 'utf8')).toBe(text);
  });

  test('that is damaged is one clear line', async () => {
    const file = freshFile();
    const store = await openStore(file);
    for (let at = 0; at < 100; at++) await store.schedules.add(scheduleOf({ id: `s${at}` }));
    await store.close();
    const bytes = readFileSync(file);
    bytes.fill(0xff, 4_096);
    writeFileSync(file, bytes);
    const reading = openStore(file).then((again) => {
      opened.push(again);
      return again.schedules.listAll();
    });
    expect(await errorOf(reading)).toMatch(/is damaged/);
  });

  test('that is read-only is one clear line, and can be read', async () => {
    const file = freshFile();
    const writer = await storeIn(file);
    await writer.schedules.add(scheduleOf());
    const reader = await storeIn(file, limited(file, 'query_only = ON'));
    expect(await errorOf(reader.schedules.remove(HERE, 's1'))).toMatch(/cannot be written: give this process/);
    expect(await errorOf(reader.slots.checkWrite())).toMatch(/cannot be written: give this process/);
    expect(await reader.schedules.list(HERE)).toHaveLength(1);
    await writer.slots.checkWrite();
  });

  test.skipIf(process.getuid?.() === 0)('in a read-only folder is one clear line (skipped for root)', async () => {
    const folder = folderOf({});
    chmodSync(folder, 0o500);
    expect(await errorOf(openStore(join(folder, 'onrecord.db')))).toMatch(/cannot be written/);
  });

  test.each([
    ['a folder in its place', (folder: string) => folder],
    ['a file in place of its folder', (folder: string) => join(folder, 'file', 'onrecord.db')],
  ])('with %s is one clear line', async (_, at) => {
    const folder = folderOf({ file: '' });
    expect(await errorOf(openStore(at(folder)))).toMatch(/ONRECORD_DATA must name a file/);
  });
});

describe('a file that another process has locked', () => {
  test('is waited for', async () => {
    const file = freshFile();
    const store = await storeIn(file);
    const other = new DatabaseSync(file);
    other.exec('BEGIN EXCLUSIVE');
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    const adding = store.schedules.add(scheduleOf());
    await vi.advanceTimersByTimeAsync(300);
    other.exec('ROLLBACK');
    other.close();
    await vi.advanceTimersByTimeAsync(300);
    expect(await adding).toBe(true);
  });
});

describe('a full disk', () => {
  test('leaves a slot and its seen articles unchanged', async () => {
    const file = freshFile();
    const store = await storeIn(file);
    await store.schedules.add(scheduleOf());
    await store.slots.insert([slotOf({ state: 'due' })]);
    const [claim] = await store.slots.claim('a', Date.UTC(2025, 2, 7), 1_000, 1);
    const full = await storeIn(file, limited(file, 'max_page_count = 1'));
    const seen = Array.from({ length: 500 }, (_, at) => ({ article: `article ${at}`, version: 'v'.repeat(100) }));
    const settling = full.slots.recordOutcome(
      claim as Claim,
      { state: 'sent', message: 'm1', seen },
      Date.UTC(2025, 2, 7),
    );
    expect(await errorOf(settling)).toMatch(/because the disk is full: free some space on it\.$/);
    expect(await store.slots.history(HERE, 1)).toMatchObject([{ state: 'sending' }]);
    expect(await store.seenArticles.list(HERE, 'news')).toEqual([]);
    expect(await store.slots.recordOutcome(claim as Claim, { state: 'sent', message: 'm1', seen }, 1)).toBe(true);
    expect(await store.seenArticles.list(HERE, 'news')).toHaveLength(500);
  });

  test('fails every write of the same commit, and none once there is space', async () => {
    const file = freshFile();
    await storeIn(file);
    const full = await storeIn(file, limited(file, 'max_page_count = 1'));
    const long = ['x'.repeat(50_000)];
    const writes = await Promise.allSettled([
      full.versions.save('v1', 'a', ['short']),
      full.versions.save('v2', 'a', long),
    ]);
    expect(writes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await full.versions.sentences('v1')).toBeUndefined();
    await full.versions.save('v1', 'a', ['short']);
    expect(await full.versions.sentences('v1')).toEqual(['short']);
  });
});
