import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { commands } from '#commands';
import { environment } from '../support/process.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string): string => readFileSync(`${ROOT}${path}`, 'utf8');
const DOCUMENTS = ['README.md', 'CONTRIBUTING.md'];
const { scripts } = JSON.parse(read('package.json')) as { scripts: Readonly<Record<string, string>> };

/** The lines of the blocks marked as shell, comments off. */
const shellLines = (markdown: string): string[] =>
  [...markdown.matchAll(/^```sh\n(.*?)^```/gms)]
    .flatMap(([, block = '']) => block.split('\n'))
    .map((line) => line.replace(/\s+# .*$/, '').trim())
    .filter(Boolean);

const run = (line: string): string =>
  execFileSync('bash', ['-c', line], {
    cwd: ROOT,
    encoding: 'utf8',
    env: environment({}),
    stdio: ['ignore', 'pipe', 'pipe'],
  });

test('the README’s table of commands is the list of commands', () => {
  const rows = [...read('README.md').matchAll(/^\| `(\/[^`]+)` \| (.+) \|$/gm)].map(([, usage, what]) => [usage, what]);
  const expected = commands.map(({ name, options, description }) => [
    [`/${name}`, ...options.map((option) => `[${option.name}]`)].join(' '),
    description,
  ]);
  expect(rows).toEqual(expected);
});

describe.each(DOCUMENTS)('%s', (name) => {
  test('links to what is there', () => {
    const links = [...read(name).matchAll(/\]\(([^)#]+)[^)]*\)/g)].map(([, target = '']) => target);
    expect(links.filter((target) => !/^https?:/.test(target) && !existsSync(ROOT + target))).toEqual([]);
  });

  test('names paths that are there', () => {
    const paths = [...read(name).matchAll(/`((?:src|commands|content|eval|bench|tests)\/[^`\s]*|\.[a-z][^`\s]*)`/g)];
    // What a recipe tells to make is not there yet; .env and endings of files are the reader’s own.
    const made = /timeline|pigeon|^\.(env|txt|md|html|ts)$/;
    const missing = paths.map(([, path = '']) => path).filter((path) => !made.test(path) && !existsSync(ROOT + path));
    expect(missing).toEqual([]);
  });

  test('runs scripts that are there', () => {
    const named = [...read(name).matchAll(/npm (?:run (?:-s )?|(?=start|test))([a-z]+)/g)].map(
      ([, script = '']) => script,
    );
    expect(named.length).toBeGreaterThan(2);
    expect(named.filter((script) => !(script in scripts))).toEqual([]);
  });
});

test('.ci/run runs what the README says, but for the benchmark', () => {
  const missing = shellLines(read('README.md')).filter(
    (line) => !/bench|npm ci/.test(line) && !read('.ci/run').includes(line),
  );
  expect(missing).toEqual([]);
});

const cheap = shellLines(read('README.md')).filter((line) => !/bench|npm ci|npm start$/.test(line));
test.each(cheap)('works as the README has it: %s', (line) => {
  expect(run(line).trim()).not.toBe('');
});

test('the README shows what is answered', () => {
  const [, transcript = ''] = /^```\n(> .*?)^```/ms.exec(read('README.md')) ?? [];
  const asked = [...transcript.matchAll(/^> (.+)$/gm)].map(([, line = '']) => line);
  const answers = run(`printf '%s\n' '${asked.join("' '")}' | npm -s start`);
  const shown = transcript.split('\n').filter((line) => line.trim() && !line.startsWith('> '));
  expect(asked.length).toBeGreaterThan(1);
  expect(shown.filter((line) => !answers.includes(`${line}\n`))).toEqual([]);
});
