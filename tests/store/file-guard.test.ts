import { copyFileSync, existsSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely, sql } from 'kysely';
import { afterEach, describe, expect, test } from 'vitest';
import { UserError } from '#core/errors';
import type { Store } from '#core/storage/store';
import { openStore } from '#store/index';
import { sqliteDialect } from '#store/sqlite';
import { folderOf } from '../support/process.ts';
import { scheduleOf, slotOf } from '../support/scheduling.ts';

const HERE = { platform: 'pigeon', workspace: 'loft' };
const opened: Store[] = [];
afterEach(() => Promise.all(opened.splice(0).map((store) => store.close())));

async function fresh(): Promise<{ store: Store; file: string }> {
  const file = join(folderOf({}), 'onrecord.db');
  const store = await openStore(file);
  opened.push(store);
  await store.schedules.add(scheduleOf());
  return { store, file };
}

const errorText = async (work: Promise<unknown>): Promise<string> => {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(UserError);
  return (error as UserError).message;
};

describe('a file in use that is', () => {
  test.each<[string, (file: string) => void, RegExp]>([
    ['removed', (file) => rmSync(file), /was removed while Onrecord was using it: put it back/],
    ['renamed', (file) => renameSync(file, `${file}.old`), /was removed/],
    [
      'replaced',
      (file) => {
        copyFileSync(file, `${file}.copy`);
        renameSync(`${file}.copy`, file);
      },
      /was replaced while Onrecord was using it: restart Onrecord/,
    ],
    ['cut off', (file) => truncateSync(file, 0), /was cut off while Onrecord was using it: restore a backup/],
    ['left without its log', (file) => rmSync(`${file}-wal`), /was removed/],
  ])('%s takes no schedule that would be lost', async (_, change, message) => {
    const { store, file } = await fresh();
    await store.maintain(0);
    await store.schedules.add(scheduleOf({ id: 's2' }));
    change(file);
    expect(await errorText(store.schedules.add(scheduleOf({ id: 's3' })))).toMatch(message);
    expect(await errorText(store.schedules.list(HERE))).toMatch(message);
  });

  test('restored is used again', async () => {
    const { store, file } = await fresh();
    renameSync(file, `${file}.old`);
    await errorText(store.schedules.list(HERE));
    renameSync(`${file}.old`, file);
    expect(await store.schedules.list(HERE)).toHaveLength(1);
  });
});

test('no empty store is created if a log is left', async () => {
  const file = join(folderOf({}), 'onrecord.db');
  writeFileSync(`${file}-wal`, 'what was written last');
  expect(await errorText(openStore(file))).toMatch(/is gone/);
  expect(existsSync(file)).toBe(false);
});

describe('no empty store is created if there was one', () => {
  test.each<[string, (file: string) => void]>([
    ['that was removed', (file) => rmSync(file)],
    ['that was emptied', (file) => truncateSync(file, 0)],
  ])('%s while the process was stopped, without the setting', async (_, change) => {
    const { store, file } = await fresh();
    await store.close();
    opened.pop();
    change(file);
    expect(await errorText(openStore(file))).toMatch(/is gone: restore a backup, .* ONRECORD_BEGIN_ANEW=yes\.$/);
    const again = await openStore(file, { beginAnew: true });
    opened.push(again);
    expect(await again.schedules.list(HERE)).toEqual([]);
  });

  test('with the setting, the remaining log is moved aside', async () => {
    const file = join(folderOf({}), 'onrecord.db');
    writeFileSync(`${file}-wal`, 'what was written last');
    const store = await openStore(file, { beginAnew: true });
    opened.push(store);
    expect(readFileSync(`${file}-wal.old`, 'utf8')).toBe('what was written last');
  });

  test('with the setting, an existing store is used', async () => {
    const { store, file } = await fresh();
    await store.close();
    opened.pop();
    const again = await openStore(file, { beginAnew: true });
    opened.push(again);
    expect(await again.schedules.list(HERE)).toHaveLength(1);
  });
});

describe('maintenance', () => {
  test('makes the main file complete, so that it can be copied alone', async () => {
    const { store, file } = await fresh();
    await store.maintain(0);
    const copy = join(folderOf({}), 'copy.db');
    copyFileSync(file, copy);
    const other = await openStore(copy);
    opened.push(other);
    expect(await other.schedules.list(HERE)).toHaveLength(1);
  });

  test('keeps 400 days of slots, and the last sent one for ever', async () => {
    const { store } = await fresh();
    const day = 86_400_000;
    const now = Date.UTC(2027, 0, 1);
    const slots = [
      slotOf({ day: '2025-01-01', due: now - 700 * day }),
      slotOf({ day: '2025-02-01', due: now - 500 * day }),
      slotOf({ day: '2025-02-02', due: now - 499 * day, state: 'missed' }),
      slotOf({ day: '2025-02-01', due: now - 500 * day, schedule: 'gone' }),
      slotOf({ day: '2026-12-01', due: now - 31 * day, schedule: 'gone' }),
    ];
    await store.slots.insert(slots);
    await store.maintain(now);
    const kept = await store.slots.history(HERE, 10);
    expect(kept.map(({ schedule, day }) => `${schedule} ${day}`)).toEqual([
      'gone 2026-12-01',
      's1 2025-02-02',
      's1 2025-02-01',
    ]);
  });

  test('removes versions of articles that no channel has seen', async () => {
    const { store } = await fresh();
    await store.versions.save('v1', 'talks', ['One.']);
    await store.maintain(0);
    expect(await store.versions.sentences('v1')).toBeUndefined();
  });
});

test('the error that ended a transaction is reported', async () => {
  const database = new Kysely({ dialect: sqliteDialect(':memory:') });
  const work = database.transaction().execute(async (all) => {
    await sql`ROLLBACK`.execute(all);
    throw new Error('database or disk is full');
  });
  await expect(work).rejects.toThrow('database or disk is full');
  await database.destroy();
});
