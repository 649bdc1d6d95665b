import { hash } from 'node:crypto';
import { mkdir, mkdtemp, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Article } from '#core/article';
import type { Briefing } from '#core/briefing';
import { type CatalogOptions, type LiveCatalog, openCatalog, watchFolder } from '#library';
import { withPlainMessages } from '../support/plain.ts';
import { prose, readWith } from './support.ts';

let folder: string;
let briefed: string[];
const open: LiveCatalog[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shelf-'));
  briefed = [];
});

afterEach(async () => {
  await Promise.all(open.splice(0).map((catalog) => catalog.close()));
  await rm(folder, { recursive: true, force: true });
});

const brief = (article: Article): Briefing => {
  briefed.push(article.title);
  return { article } as Briefing;
};

async function opened(options: Partial<CatalogOptions> = {}): Promise<LiveCatalog> {
  const catalog = await openCatalog({ folder, read: readWith(brief), ...options });
  open.push(catalog);
  return catalog;
}

const put = (name: string, words: string) => writeFile(join(folder, name), words);
const dated = (title: string, date: string) => `---\ntitle: ${title}\npublished: ${date}\n---\n${prose(title)}`;
const titles = (catalog: LiveCatalog) => catalog.entries().map(({ article }) => article.title);
const ids = (catalog: LiveCatalog) => catalog.entries().map(({ article }) => article.id);

describe('opening', () => {
  test('reads every article of the folder and its subfolders, newest first', async () => {
    await mkdir(join(folder, 'old', '.git'), { recursive: true });
    await put('a.md', dated('One', '2024-05-01'));
    await put('b.md', dated('Two', '2024-05-03T01:00+09:00'));
    await put('c.md', dated('Three', '2024-05-02T23:00Z'));
    await put('old/d.html', `<html><p>${prose('Four')}</p></html>`);
    await utimes(join(folder, 'old/d.html'), 1, 1);
    for (const name of ['.hidden.md', '~$a.md', '.#a.md', 'a.md~', 'a.md.swp', 'notes.json', 'old/.git/x.md'])
      await put(name, 'x');
    const catalog = await opened();
    expect(titles(catalog).slice(0, 3)).toEqual(['Three', 'Two', 'One']);
    expect(catalog.entries()).toHaveLength(4);
    expect(catalog.loadErrors()).toEqual([]);
  });

  test('names a broken file and continues', async () => {
    await put('a.txt', `Talks end\n\n${prose('it')}`);
    await put('b.txt', '');
    await put('c.md', '---\ntitle: x');
    const catalog = await opened();
    expect(titles(catalog)).toEqual(['Talks end']);
    expect(withPlainMessages(catalog.loadErrors())).toEqual([
      { file: join(folder, 'b.txt'), message: expect.stringContaining('empty') },
      { file: join(folder, 'c.md'), message: expect.stringContaining('line 1') },
    ]);
  });

  test('treats an internal error as a fault of that file alone', async () => {
    await put('a.txt', `Talks end\n\n${prose('it')}`);
    await put('b.txt', `Rain falls\n\n${prose('it')}`);
    const catalog = await opened({
      read: readWith((article) => {
        if (article.id === 'a') throw new TypeError('no such thing');
        return brief(article);
      }),
    });
    expect(titles(catalog)).toEqual(['Rain falls']);
    expect(withPlainMessages(catalog.loadErrors())[0]?.message).toMatch(
      /fault in Onrecord \(TypeError: no such thing\)/,
    );
  });

  test('accepts an empty folder, and rejects a missing one', async () => {
    expect((await opened()).loadErrors()).toEqual([]);
    const catalog = await opened({ folder: join(folder, 'nowhere') });
    expect(catalog.entries()).toEqual([]);
    expect(withPlainMessages(catalog.loadErrors())).toEqual([
      { file: join(folder, 'nowhere'), message: expect.stringContaining('no such folder') },
    ]);
  });

  test('files with the same name get different ids', async () => {
    await mkdir(join(folder, 'z'));
    await put('talks.md', dated('One', '2024-05-03'));
    await put('talks.txt', `Talks end\n\n${prose('it')}`);
    await put('z/Talks.md', dated('Two', '2024-05-01'));
    expect(ids(await opened()).sort()).toEqual(['talks', 'talks-2', 'talks-3']);
  });
});

describe('rescanning', () => {
  test('recognises new, changed, renamed and removed files', async () => {
    await put('a.md', dated('One', '2024-05-01'));
    await put('b.md', dated('Two', '2024-05-02'));
    const catalog = await opened();
    await put('a.md', dated('One again', '2024-05-01'));
    await put('c.md', dated('Three', '2024-05-03'));
    await rename(join(folder, 'b.md'), join(folder, 'd.md'));
    expect(await catalog.refresh()).toBe(true);
    expect(titles(catalog)).toEqual(['Three', 'Two', 'One again']);
    expect(ids(catalog)).toEqual(['c', 'd', 'a']);
    await rm(join(folder, 'c.md'));
    expect(await catalog.refresh()).toBe(true);
    expect(titles(catalog)).toEqual(['Two', 'One again']);
  });

  test('reads nothing twice', async () => {
    await put('a.md', dated('One', '2024-05-01'));
    const catalog = await opened();
    expect(await catalog.refresh()).toBe(false);
    await utimes(join(folder, 'a.md'), 1, 1);
    await put('a.md', dated('One', '2024-05-01'));
    expect(await catalog.refresh()).toBe(false);
    expect(briefed).toEqual(['One']);
  });

  test('recognises an atomic save', async () => {
    await put('a.md', dated('One', '2024-05-01'));
    const catalog = await opened();
    await put('.a.md.tmp', dated('New', '2024-05-01'));
    await rename(join(folder, '.a.md.tmp'), join(folder, 'a.md'));
    await catalog.refresh();
    expect(titles(catalog)).toEqual(['New']);
    expect(ids(catalog)).toEqual(['a']);
  });

  test('reports a partly written file until it is complete', async () => {
    await put('a.md', '---\ntitle: One');
    const catalog = await opened();
    expect(catalog.loadErrors()).toHaveLength(1);
    await put('a.md', dated('One', '2024-05-01'));
    await catalog.refresh();
    expect(catalog.loadErrors()).toEqual([]);
    expect(titles(catalog)).toEqual(['One']);
  });

  test('an id belongs to its file', async () => {
    await put('talks.txt', `Talks end\n\n${prose('it')}`);
    const catalog = await opened();
    await put('talks.md', dated('Before it in the folder', '2024-05-03'));
    await catalog.refresh();
    expect(catalog.find('talks')?.article.title).toBe('Talks end');
    expect(catalog.find('talks-2')?.article.title).toBe('Before it in the folder');
  });

  test('finds a file by its bytes', async () => {
    const words = dated('One', '2024-05-01');
    await put('a.md', words);
    const catalog = await opened();
    const digest = hash('sha256', words);
    expect(catalog.fileOf(digest)).toEqual({ path: join(folder, 'a.md'), id: 'a' });
    await put('a.md', dated('Two', '2024-05-01'));
    await catalog.refresh();
    expect(catalog.fileOf(digest)).toBeUndefined();
  });

  test('reports a change found by any refresh, but not what it first read', async () => {
    await put('a.md', dated('One', '2024-05-01'));
    const reported: string[][] = [];
    const catalog = await opened({ onChange: (now) => reported.push(now.entries().map(({ article: { id } }) => id)) });
    await put('b.md', dated('Two', '2024-05-02'));
    await catalog.refresh();
    await catalog.refresh();
    expect(reported).toEqual([['b', 'a']]);
  });

  test('recognises a folder created later', async () => {
    const catalog = await opened({ folder: join(folder, 'later') });
    await mkdir(join(folder, 'later'));
    await put('later/a.md', dated('One', '2024-05-01'));
    expect(await catalog.refresh()).toBe(true);
    expect(titles(catalog)).toEqual(['One']);
    expect(catalog.loadErrors()).toEqual([]);
  });
});

describe('watching', () => {
  test('rescans at each event, and reports the result', async () => {
    const events = new TransformStream<string>();
    const writer = events.writable.getWriter();
    const changed = Promise.withResolvers<string[]>();
    const catalog = await opened({
      watch: (_, signal) => {
        signal.addEventListener('abort', () => void writer.close());
        return events.readable;
      },
      onChange: (now) => changed.resolve(now.entries().map(({ article }) => article.title)),
    });
    expect(titles(catalog)).toEqual([]);
    await writer.write('nothing has changed');
    await put('a.md', dated('One', '2024-05-01'));
    await writer.write('a file came');
    expect(await changed.promise).toEqual(['One']);
  });

  test('file system events', async () => {
    const changed = Promise.withResolvers<string[]>();
    await opened({
      watch: watchFolder,
      onChange: (now) => changed.resolve(now.entries().map(({ article }) => article.title)),
    });
    await mkdir(join(folder, 'new'));
    await put('new/a.md', dated('One', '2024-05-01'));
    expect(await changed.promise).toEqual(['One']);
  });
});

describe('finding', () => {
  test.each([
    ['dam', 'Talks on the Dam End'],
    ['TALKS ON THE DAM', 'Talks on the Dam End'],
    ['talks cafe', 'Café Owners Hold Talks'],
    ['café owners', 'Café Owners Hold Talks'],
    ['b', 'Café Owners Hold Talks'],
    ['own', 'Café Owners Hold Talks'],
    ['talks', 'Talks on the Dam End'],
    ['latest', 'Talks on the Dam End'],
    ['Newest', 'Talks on the Dam End'],
    ['elections', undefined],
    ['', undefined],
    ['?!', undefined],
  ])('%s', async (query, title) => {
    await put('a.md', dated('Talks on the Dam End', '2024-05-03'));
    await put('b.md', dated('Café Owners Hold Talks', '2024-05-01'));
    expect((await opened()).find(query)?.article.title).toBe(title);
  });
});
