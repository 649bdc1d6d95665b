import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, describe, expect, test } from 'vitest';
import { UserError } from '#core/errors';
import type { SecretStore } from '#core/ports';
import { toUserError } from '#store/errors';
import { type LazyStore, lazyStore } from '#store/lazy-store';
import { makeSecretStore } from '#store/secrets/secret-store';
import { secretStoreContract } from '../contracts/secret-store.ts';
import { memorySecretStore } from '../support/adapter-host.ts';
import { folderOf } from '../support/process.ts';

const KEY = 'k'.repeat(32);
const opened: LazyStore[] = [];
afterEach(async () => {
  for (const store of opened.splice(0)) await store.close();
});

const freshFile = (): string => join(folderOf({}), 'data', 'onrecord.db');

function secretStoreIn(file: string, key: string | undefined = KEY): SecretStore {
  const store = lazyStore(file);
  opened.push(store);
  return makeSecretStore({ open: store.open, location: file, key });
}

secretStoreContract('SQLite', () => secretStoreIn(freshFile()));
secretStoreContract('memory', memorySecretStore);

/** The content of the file under each name. */
function sealedIn(file: string): Readonly<Record<string, string>> {
  const database = new DatabaseSync(file, { readOnly: true });
  const rows = database.prepare('SELECT key, value FROM secret ORDER BY key').all();
  database.close();
  return Object.fromEntries(rows.map(({ key, value }) => [String(key), String(value)]));
}

function change(file: string, sql: string, ...given: readonly (string | Uint8Array)[]): void {
  const database = new DatabaseSync(file);
  database.prepare(sql).run(...given);
  database.close();
}

describe('the file', () => {
  test('is created at the first use', async () => {
    const file = freshFile();
    const secretStore = secretStoreIn(file);
    expect(existsSync(join(file, '..'))).toBe(false);
    await secretStore.set('a', 'b');
    expect(existsSync(file)).toBe(true);
  });

  test('keeps its values over a restart, encrypted', async () => {
    const file = freshFile();
    await secretStoreIn(file).set('team:1', 'a very secret value');
    const folder = join(file, '..');
    const written = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1'));
    expect(written.join('')).not.toContain('secret value');
    await opened.pop()?.close();
    expect(await secretStoreIn(file).get('team:1')).toBe('a very secret value');
  });

  test('encrypts the same value differently each time', async () => {
    const file = freshFile();
    const secretStore = secretStoreIn(file);
    for (const name of ['a', 'b']) await secretStore.set(name, 'the same');
    const { a, b } = sealedIn(file);
    expect(a).not.toBe(b);
  });
});

/** The message of the UserError. */
async function errorOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(UserError);
  return (error as UserError).message;
}

describe('when something is wrong', () => {
  test('a wrong key reads nothing and writes nothing', async () => {
    const file = freshFile();
    await secretStoreIn(file).set('a', 'b');
    const before = sealedIn(file);
    const other = secretStoreIn(file, 'x'.repeat(32));
    for (const work of [() => other.get('a'), () => other.set('c', 'd'), () => other.delete('a')]) {
      expect(await errorOf(work())).toMatch(/another ONRECORD_KEY: put that key back/);
    }
    expect(sealedIn(file)).toEqual(before);
  });

  test('a missing key is reported, and no file is created', async () => {
    const file = freshFile();
    const secretStore = secretStoreIn(file, '');
    expect(await errorOf(secretStore.get('a'))).toMatch(/ONRECORD_KEY is missing.*openssl rand -base64 32/);
    expect(existsSync(file)).toBe(false);
  });

  test.each<[what: string, change: (sealed: Buffer) => string | Uint8Array, complaint: RegExp]>([
    ['a changed letter', (sealed) => text(sealed.with(-1, (sealed.at(-1) ?? 0) ^ 1)), /damaged/],
    ['a value cut short', (sealed) => text(sealed.subarray(0, 20)), /damaged/],
    ['words in place of it', () => 'plain words', /damaged/],
    ['nothing in place of it', () => '', /damaged/],
    ['octets in place of it', (sealed) => sealed, /damaged/],
    ['a later version', (sealed) => text(sealed.with(0, 2)), /newer Onrecord/],
  ])('%s is found', async (_, changed, reason) => {
    const file = freshFile();
    const secretStore = secretStoreIn(file);
    await secretStore.set('a', 'b');
    const { a = '' } = sealedIn(file);
    change(file, 'UPDATE secret SET value = ?', changed(Buffer.from(a, 'base64url')));
    expect(await errorOf(secretStore.get('a'))).toMatch(reason);
  });

  test('a value moved to another name is detected', async () => {
    const file = freshFile();
    const secretStore = secretStoreIn(file);
    await secretStore.set('team:1', 'one');
    await secretStore.set('team:2', 'two');
    change(file, "UPDATE secret SET value = (SELECT value FROM secret WHERE key = 'team:1')");
    expect(await errorOf(secretStore.get('team:2'))).toMatch(/damaged/);
  });

  test('a file that could not be opened is retried at the next use', async () => {
    const folder = folderOf({ data: '' });
    const secretStore = secretStoreIn(join(folder, 'data', 'onrecord.db'));
    expect(await errorOf(secretStore.set('a', 'b'))).toMatch(/ONRECORD_DATA must name a file/);
    rmSync(join(folder, 'data'));
    await secretStore.set('a', 'b');
    expect(await secretStore.get('a')).toBe('b');
  });

  test.each([
    [{ code: 'EACCES' }, /cannot be written: give this process the right/],
    [{ code: 'EROFS' }, /cannot be written/],
    [{ code: 'ENOSPC' }, /disk is full/],
    [{ code: 'ERR_SQLITE_ERROR', errcode: 13 }, /disk is full/],
    [{ code: 'ERR_SQLITE_ERROR', errcode: 8 }, /cannot be written/],
    [{ code: 'ERR_SQLITE_ERROR', errcode: 8 | (4 << 8) }, /cannot be written/],
    [{ code: 'ERR_SQLITE_ERROR', errcode: 10 }, /disk reports an error/],
    [{ code: 'ERR_SQLITE_ERROR', errcode: 10 | (1 << 8) }, /disk reports an error/],
    [{ code: 'ERR_SQLITE_ERROR', errcode: 10 | (19 << 8) }, /disk is full/],
  ])('%o is explained, with its cause', (details, reason) => {
    const error = Object.assign(new Error('as it came'), details);
    const converted = toUserError(error, 'data/onrecord.db');
    expect(converted).toBeInstanceOf(UserError);
    expect((converted as UserError).message).toMatch(reason);
    expect((converted as UserError).cause).toBe(error);
  });

  test('an unexpected error is passed on unchanged', () => {
    const error = new TypeError('a mistake of ours');
    expect(toUserError(error, 'data/onrecord.db')).toBe(error);
  });
});

const text = (octets: Uint8Array): string => Buffer.from(octets).toString('base64url');
