import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { SecretStore } from '#core/ports';
import type { SlotRecord, Store } from '#core/storage/store';
import { backUp } from '#store/backup';
import { openStore } from '#store/index';
import { makeSecretStore } from '#store/secrets/secret-store';
import { folderOf, run } from '../support/process.ts';
import { scheduleOf, slotOf } from '../support/scheduling.ts';

const HERE = { platform: 'pigeon', workspace: 'loft' };

const secretStoreOver = (store: Store, location: string): SecretStore =>
  makeSecretStore({ open: async () => store, location, key: 'k'.repeat(32) });

/** A store with a schedule, a slot and a secret, and a path for a copy. */
async function kept(): Promise<{ readonly file: string; readonly copy: string; readonly store: Store }> {
  const folder = folderOf({});
  const file = join(folder, 'data', 'onrecord.db');
  const store = await openStore(file);
  await store.schedules.add(scheduleOf());
  await store.slots.insert([slotOf()]);
  await secretStoreOver(store, file).set('team', 'a secret');
  return { file, copy: join(folder, 'copies', 'onrecord.db'), store };
}

/** Restores as documented: puts the copy in its place, without other files. */
function restore(copy: string, file: string): void {
  for (const ending of ['-wal', '-shm']) rmSync(`${file}${ending}`, { force: true });
  copyFileSync(copy, file);
}

describe('a backup', () => {
  test('restores everything: schedules, slots, secrets', async () => {
    const { file, copy, store } = await kept();
    await backUp(file, copy);
    await store.schedules.remove(HERE, 's1');
    await store.tenants.forget(HERE);
    await store.close();
    restore(copy, file);
    const again = await openStore(file);
    expect(await again.schedules.list(HERE)).toEqual([scheduleOf()]);
    expect(await again.slots.history(HERE, 10)).toEqual([slotOf()]);
    expect(await secretStoreOver(again, file).get('team')).toBe('a secret');
    await again.close();
  });

  test('made during a write is complete, and delays no write', async () => {
    const { file, copy, store } = await kept();
    const slots = (from: number): readonly SlotRecord[] =>
      Array.from({ length: 500 }, (_, at) => slotOf({ day: `day ${from + at}` }));
    await store.slots.insert(slots(0));
    const copying = backUp(file, copy);
    for (let from = 500; from < 5_000; from += 500) await store.slots.insert(slots(from));
    await copying;
    await store.close();
    const again = await openStore(copy);
    const found = (await again.slots.history(HERE, 10_000)).length - 1;
    // Every write is complete or absent.
    expect(found % 500).toBe(0);
    expect(found).toBeGreaterThanOrEqual(500);
    await again.close();
  });

  test('is one file, readable only by this user, and replaces the previous one', async () => {
    const { file, copy, store } = await kept();
    await backUp(file, copy);
    await store.schedules.remove(HERE, 's1');
    await backUp(file, copy);
    expect(readdirSync(join(copy, '..'))).toEqual(['onrecord.db']);
    expect(statSync(copy).mode & 0o777).toBe(0o600);
    await store.close();
    const again = await openStore(copy);
    expect(await again.schedules.list(HERE)).toEqual([]);
    await again.close();
  });

  test('of a damaged file is refused, and keeps the last good one', async () => {
    const { file, copy, store } = await kept();
    await backUp(file, copy);
    await store.close();
    const good = readFileSync(copy);
    writeFileSync(file, 'Not a database at all.\n'.repeat(1_000));
    await expect(backUp(file, copy)).rejects.toThrow('is damaged, or not a file of Onrecord');
    expect(readFileSync(copy)).toEqual(good);
    expect(readdirSync(join(copy, '..'))).toEqual(['onrecord.db']);
  });

  test('of a file with internal damage names the source as damaged', async () => {
    const { file, copy, store } = await kept();
    await store.slots.insert(Array.from({ length: 2_000 }, (_, at) => slotOf({ day: `day ${at}` })));
    await store.maintain(0);
    await store.close();
    const bytes = readFileSync(file);
    bytes.fill(0x5a, bytes.length / 2, bytes.length / 2 + 8_192);
    writeFileSync(file, bytes);
    await expect(backUp(file, copy)).rejects.toThrow(`${file} is damaged`);
    expect(existsSync(copy)).toBe(false);
  });

  test('of a missing file, over itself, and to an unwritable path is refused', async () => {
    const { file, copy, store } = await kept();
    await expect(backUp(`${file}.gone`, copy)).rejects.toThrow('nothing has been stored yet');
    await expect(backUp(file, file)).rejects.toThrow('is the file itself');
    await expect(backUp(file, join(file, 'copy.db'))).rejects.toThrow('The copy cannot be written');
    await expect(backUp(file, join(file, '..'))).rejects.toThrow('The copy cannot be written');
    await expect(store.schedules.list(HERE)).resolves.toHaveLength(1);
    await store.close();
  });
});

describe('npm run backup', () => {
  test('copies the files of the settings, and reports it', async () => {
    const { file, copy, store } = await kept();
    const { code, out } = await run('src/cli/backup.ts', { args: [copy], env: { ONRECORD_DATA: file } });
    expect([code, out]).toEqual([0, `${file} is copied to ${copy}.\n`]);
    expect(existsSync(copy)).toBe(true);
    await store.close();
  });

  test.each<[args: readonly string[], code: number, says: RegExp]>([
    [[], 2, /^Name the file for the copy\.\nUsage: npm run -s backup -- FILE/],
    [['--force'], 2, /^There is no option --force.\nUsage/],
    [['a', 'b'], 2, /^One file at a time: 2 are named\.\nUsage/],
    [['copy.db'], 1, /does not exist: nothing has been stored yet\.\n$/],
  ])('%j ends with %i and a line', async (args, code, says) => {
    const env = { ONRECORD_DATA: join(folderOf({}), 'none.db') };
    const ended = await run('src/cli/backup.ts', { args, env });
    expect(ended.code).toBe(code);
    expect(ended.err).toMatch(says);
  });
});
