import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { LENGTHS } from '#core/briefing';
import { BROKEN, MARKET } from '../support/articles.ts';
import { folderOf, run } from '../support/process.ts';

const files = folderOf({
  'market.md': MARKET,
  'broken.md': BROKEN,
  'empty.txt': '',
  'blank.txt': ' \n\n\t\n',
  'picture.txt': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 0, 0, 255, 254, 0, 7]),
  'huge.txt': 'A sentence that goes on. '.repeat(90_000),
  'dutch.txt': 'De burgemeester zei dinsdag dat de brug over de rivier pas in het voorjaar weer open gaat. '.repeat(8),
  'silent.txt': 'Rain fell on the coast all night.\n\nThe river rose by a metre and the road was closed.',
  'folder/inside.txt': 'x',
});
const brief = (...args: readonly string[]) => run('src/cli/brief.js', { args });
const file = (name: string): string => join(files, name);

describe('one briefing of one file', () => {
  test('as text, without colours or commands to type', async () => {
    const { code, out, err } = await brief(file('market.md'));
    expect(out).toMatch(/^ {2}Council splits over the covered market\n/);
    expect(out).toContain('Oskar Brandvold');
    expect(out).not.toContain('/quotes');
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });

  test('of standard input', async () => {
    const { code, out } = await run('src/cli/brief.ts', { args: ['-'], input: MARKET });
    expect(out).toContain('Council splits over the covered market');
    expect(code).toBe(0);
  });

  test('in three lengths', async () => {
    const [headline, short, full] = await Promise.all(
      LENGTHS.map(async (length) => (await brief('content/north-korean-troops.md', '--length', length)).out),
    );
    expect(headline).not.toContain('In their words');
    expect(short?.length).toBeGreaterThan(headline?.length ?? 0);
    expect(full?.length).toBeGreaterThan(short?.length ?? 0);
  });

  test('as Markdown', async () => {
    const { out } = await brief(file('market.md'), '--format', 'markdown');
    expect(out).toMatch(/^# Council splits over the covered market\n/);
    expect(out).toContain('](https://post.example/market#:~:text=');
  });

  test('as JSON, whose offsets point into the file', async () => {
    const { out } = await brief(file('market.md'), '--format', 'json');
    const { article, speakers, statements, quotes, positions } = JSON.parse(out);
    expect(article).toMatchObject({ id: 'market', title: 'Council splits over the covered market' });
    expect(speakers.length).toBeGreaterThan(0);
    const quoted = statements.flatMap(
      (item: { quoted: { start: number; end: number; text: string }[] }) => item.quoted,
    );
    expect(quoted.length).toBeGreaterThan(3);
    for (const { start, end, text } of quoted) expect(MARKET.slice(start, end)).toBe(text);
    const ids = statements.map(({ id }: { id: string }) => id);
    expect(ids).toEqual(
      expect.arrayContaining([...quotes, ...positions.flatMap((item: { evidence: string[] }) => item.evidence)]),
    );
  });

  test('of an article without speakers', async () => {
    const { code, out } = await brief(file('silent.txt'));
    expect(out).toContain('What’s new');
    expect(out).not.toContain('In their words');
    expect(code).toBe(0);
  });
});

describe('an article that cannot be briefed gets one sentence and exit code 1', () => {
  const cases = [
    'broken.md',
    'empty.txt',
    'blank.txt',
    'picture.txt',
    'huge.txt',
    'dutch.txt',
    'folder',
    'missing.txt',
  ];
  test.each(cases)('%s', async (name) => {
    const { code, out, err } = await brief(file(name));
    expect(err).toMatch(/^.*[.?]\n$/);
    expect(err).toContain(name);
    expect(err).not.toMatch(/Error|\n {4}at /);
    expect({ code, out }).toEqual({ code: 1, out: '' });
  });

  test('standard input, too', async () => {
    const { code, err } = await run('src/cli/brief.ts', { args: ['-'], input: '' });
    expect(err).toMatch(/^.*[.]\n$/);
    expect(code).toBe(1);
  });
});

describe('invalid arguments get a sentence, the usage and exit code 2', () => {
  const cases: [args: string[], sentence: string][] = [
    [[], 'Name the file to brief, or - for standard input.'],
    [['a', 'b'], 'One file at a time: 2 are named.'],
    [['a', '--format', 'pdf'], '--format is text, markdown or json, not “pdf”.'],
    [['a', '--length', 'long'], '--length is headline, short or full, not “long”.'],
    [['a', '--colour'], 'There is no option --colour.'],
    [['a', '--colour=red'], 'There is no option --colour.'],
    [['a', '-x'], 'There is no option -x.'],
    [['a', '--format'], '--format needs a value.'],
    [['a', '--format', '--length', 'full'], '--format needs a value.'],
  ];
  test.each(cases)('%j', async (args, sentence) => {
    const { code, out, err } = await brief(...args);
    expect(err).toMatch(/^.*\nUsage: .*\n$/);
    expect(err.split('\n')[0]).toBe(sentence);
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });
});

test('--help prints the usage', async () => {
  const { code, out } = await brief('--help');
  expect(out).toMatch(/^Usage: .*\n$/);
  expect(code).toBe(0);
});

test('a closed output pipe ends it without an error', async () => {
  const child = spawn(process.execPath, ['src/cli/brief.ts', file('market.md')], { stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.destroy();
  let err = '';
  child.stderr.on('data', (text) => {
    err += text;
  });
  const [code] = await once(child, 'close');
  expect({ code, err }).toEqual({ code: 0, err: '' });
});
