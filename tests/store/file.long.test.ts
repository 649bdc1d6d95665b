import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, expect, test, vi } from 'vitest';
import { UserError } from '#core/errors';
import { openWith } from '#store/index';
import { sqliteDialect } from '#store/sqlite';
import { limited } from '../support/limited-disk.ts';
import { folderOf } from '../support/process.ts';
import { scheduleOf } from '../support/scheduling.ts';

afterEach(() => {
  vi.useRealTimers();
});

// Five seconds pass in SQLite’s own clock.
test('a file that another process has locked for long is one clear line, without changes', async () => {
  const file = join(folderOf({}), 'onrecord.db');
  const store = await openWith(sqliteDialect(file), file);
  const other = new DatabaseSync(file);
  other.exec('BEGIN EXCLUSIVE');
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  const refused = expect(store.schedules.add(scheduleOf())).rejects.toThrow(
    /^[^\n]*is locked by another process: stop the other Onrecord[^\n]*$/,
  );
  await vi.advanceTimersByTimeAsync(60_000);
  await refused;
  other.exec('ROLLBACK');
  other.close();
  expect(await store.schedules.listAll()).toEqual([]);
  await store.close();
});

// Sixty files, one after the other.
test('a full disk leaves no partial file: with space it is opened normally', async () => {
  const errors = new Set<string>();
  for (let pages = 1; pages < 30; pages++) {
    const file = join(folderOf({}), 'onrecord.db');
    const store = await openWith(limited(file, `max_page_count = ${pages}`), file).catch((error: UserError) => {
      expect(error).toBeInstanceOf(UserError);
      errors.add(error.message.replace(file, 'FILE'));
    });
    await store?.close();
    const again = await openWith(sqliteDialect(file), file);
    expect(await again.schedules.add(scheduleOf())).toBe(true);
    await again.close();
  }
  expect([...errors]).toEqual(['FILE cannot be written, because the disk is full: free some space on it.']);
});
