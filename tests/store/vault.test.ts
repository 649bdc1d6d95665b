import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { UserError } from '#core/errors';
import { explained } from '#store/complaints';
import { type FileVault, makeVault } from '#store/vault';
import { vaultContract } from '../contracts/vault.ts';
import { memoryVault } from '../support/house.ts';

const KEY = 'k'.repeat(32);
const opened: FileVault[] = [];
afterEach(() => {
  vi.useRealTimers();
  for (const vault of opened.splice(0)) vault.close();
});

const freshFile = (): string => join(mkdtempSync(join(tmpdir(), 'vault-')), 'data', 'onrecord.db');

function vaultIn(file: string, key: string | undefined = KEY): FileVault {
  const vault = makeVault({ file, key });
  opened.push(vault);
  return vault;
}

vaultContract('SQLite', () => vaultIn(freshFile()));
vaultContract('memory', memoryVault);

describe('the file', () => {
  test('is made at the first use, with its folder, for this user alone', async () => {
    const file = freshFile();
    const vault = vaultIn(file);
    expect(existsSync(join(file, '..'))).toBe(false);
    await vault.set('a', 'b');
    const folder = join(file, '..');
    const modes = readdirSync(folder).map((name) => statSync(join(folder, name)).mode & 0o777);
    expect(new Set(modes)).toEqual(new Set([0o600]));
  });

  test('that others could read is for this user alone from then on', async () => {
    const file = freshFile();
    mkdirSync(join(file, '..'));
    writeFileSync(file, '', { mode: 0o644 });
    chmodSync(file, 0o644);
    await vaultIn(file).set('a', 'b');
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test('keeps its values over a restart, and shows none of them', async () => {
    const file = freshFile();
    const first = vaultIn(file);
    await first.set('team:1', 'a very secret value');
    const folder = join(file, '..');
    const written = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1'));
    expect(written.join('')).not.toContain('secret value');
    first.close();
    first.close();
    expect(await vaultIn(file).get('team:1')).toBe('a very secret value');
    expect(await first.get('team:1')).toBe('a very secret value');
  });

  test('holds the same value in other letters each time', async () => {
    const file = freshFile();
    const vault = vaultIn(file);
    for (const name of ['a', 'b']) await vault.set(name, 'the same');
    const [a, b] = new DatabaseSync(file, { readOnly: true }).prepare('SELECT value FROM secret').all();
    expect(a?.value).not.toEqual(b?.value);
  });
});

/** The words of the only UserError. */
async function complaintOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(UserError);
  return (error as UserError).message;
}

describe('on a bad day', () => {
  test('a wrong key reads nothing and writes nothing', async () => {
    const file = freshFile();
    await vaultIn(file).set('a', 'b');
    const other = vaultIn(file, 'x'.repeat(32));
    for (const work of [
      () => other.get('a'),
      () => other.set('c', 'd'),
      () => other.keys(''),
      () => other.delete('a'),
    ]) {
      expect(await complaintOf(work())).toMatch(/another ONRECORD_KEY: put that key back/);
    }
    expect(await vaultIn(file).keys('')).toEqual(['a']);
  });

  test('a missing key is asked for, and no file is made', async () => {
    const file = freshFile();
    const vault = makeVault({ file });
    expect(await complaintOf(vault.get('a'))).toMatch(/ONRECORD_KEY is missing.*openssl rand -base64 32/);
    expect(existsSync(file)).toBe(false);
  });

  test.each<[what: string, change: (sealed: Uint8Array) => unknown, complaint: RegExp]>([
    ['a changed letter', (sealed) => sealed.with(-1, (sealed.at(-1) ?? 0) ^ 1), /damaged/],
    ['a value cut short', (sealed) => sealed.subarray(0, 20), /damaged/],
    ['text in place of it', () => 'plain', /damaged/],
    ['nothing in place of it', () => new Uint8Array(), /damaged/],
    ['a later version', (sealed) => sealed.with(0, 2), /newer Onrecord/],
  ])('%s is found', async (_, change, complaint) => {
    const file = freshFile();
    const vault = vaultIn(file);
    await vault.set('a', 'b');
    const database = new DatabaseSync(file);
    const row = database.prepare('SELECT value FROM secret').get();
    database.prepare('UPDATE secret SET value = ?').run(change(row?.value as Uint8Array) as string);
    database.close();
    expect(await complaintOf(vault.get('a'))).toMatch(complaint);
  });

  test('a value under another’s name is found', async () => {
    const file = freshFile();
    const vault = vaultIn(file);
    await vault.set('team:1', 'one');
    await vault.set('team:2', 'two');
    const database = new DatabaseSync(file);
    database.exec("UPDATE secret SET value = (SELECT value FROM secret WHERE key = 'team:1')");
    database.close();
    expect(await complaintOf(vault.get('team:2'))).toMatch(/damaged/);
  });

  test('a file of something else is left as it is', async () => {
    const file = freshFile();
    mkdirSync(join(file, '..'));
    const text = 'Not a database at all.\n'.repeat(100);
    writeFileSync(file, text);
    expect(await complaintOf(vaultIn(file).set('a', 'b'))).toMatch(/damaged, or is no file of Onrecord/);
    expect(readFileSync(file, 'utf8')).toBe(text);
  });

  test('a file that another process writes in is waited for', async () => {
    vi.useFakeTimers();
    const file = freshFile();
    const vault = vaultIn(file);
    await vault.set('a', 'b');
    const other = new DatabaseSync(file);
    other.exec('BEGIN EXCLUSIVE');
    const set = vault.set('a', 'c');
    other.exec('ROLLBACK');
    await vi.runAllTimersAsync();
    await set;
    expect(await vault.get('a')).toBe('c');
  });

  test('a file that another process keeps to itself is told, and works again afterwards', async () => {
    vi.useFakeTimers();
    const file = freshFile();
    const vault = vaultIn(file);
    await vault.set('a', 'b');
    const other = new DatabaseSync(file);
    other.exec('BEGIN EXCLUSIVE');
    const complaint = complaintOf(vault.set('a', 'c'));
    await vi.runAllTimersAsync();
    expect(await complaint).toMatch(/locked by another process: stop the other Onrecord/);
    other.exec('ROLLBACK');
    other.close();
    expect(await vault.get('a')).toBe('b');
    await vault.set('a', 'c');
  });

  test('a folder where the file should be, and a file where its folder should be', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'vault-'));
    expect(await complaintOf(vaultIn(folder).set('a', 'b'))).toMatch(/ONRECORD_DATA has to name a file/);
    const file = join(folder, 'file');
    writeFileSync(file, '');
    expect(await complaintOf(vaultIn(join(file, 'x', 'onrecord.db')).set('a', 'b'))).toMatch(/ONRECORD_DATA/);
  });

  test.each([
    [{ code: 'EACCES' }, /cannot be written: give this process the right/],
    [{ code: 'EROFS' }, /cannot be written/],
    [{ code: 'ENOSPC' }, /disk is full/],
    [{ code: 'ERR_SQLITE_ERROR', errcode: 13 }, /disk is full/],
    [{ code: 'ERR_SQLITE_ERROR', errcode: 8 }, /cannot be written/],
    [{ code: 'ERR_SQLITE_ERROR', errcode: 8 | (4 << 8) }, /cannot be written/],
    [{ code: 'ERR_SQLITE_ERROR', errcode: 10 }, /disk reports an error/],
  ])('%o is told in words, with its cause', (details, complaint) => {
    const error = Object.assign(new Error('as it came'), details);
    const told = explained(error, 'data/onrecord.db');
    expect(told).toBeInstanceOf(UserError);
    expect((told as UserError).message).toMatch(complaint);
    expect((told as UserError).cause).toBe(error);
  });

  test('an error that nobody foresaw stays what it is', () => {
    const error = new TypeError('a mistake of ours');
    expect(explained(error, 'data/onrecord.db')).toBe(error);
  });

  test('a full disk leaves what was there', async () => {
    const file = freshFile();
    await vaultIn(file).set('a', 'b');
    const database = new DatabaseSync(file);
    // As many pages as there are, and no more: what SQLite reports is what it reports of a full disk.
    database.exec('PRAGMA max_page_count = 1');
    let error: unknown;
    try {
      database.prepare('UPDATE secret SET value = zeroblob(100000)').run();
    } catch (caught) {
      error = caught;
    }
    database.close();
    expect((explained(error, file) as UserError).message).toMatch(/disk is full/);
    expect(await vaultIn(file).get('a')).toBe('b');
  });
});
