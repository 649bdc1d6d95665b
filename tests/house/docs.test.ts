import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { commands } from '#commands';
import { ROOT, readDocument, shellLines } from '../support/documents.ts';

const DOCUMENTS = ['README.md', 'CONTRIBUTING.md'];
const { scripts } = JSON.parse(readDocument('package.json')) as { scripts: Readonly<Record<string, string>> };

test('the README lists all commands', () => {
  const rows = [...readDocument('README.md').matchAll(/^\| `(\/[^`]+)` \| (.+) \|$/gm)].map(([, usage, what]) => [
    usage,
    what,
  ]);
  const expected = commands.map(({ name, options, description }) => [
    [`/${name}`, ...options.map((option) => `[${option.name}]`)].join(' '),
    description,
  ]);
  expect(rows).toEqual(expected);
});

describe.each(DOCUMENTS)('%s', (name) => {
  test('links to existing targets', () => {
    const links = [...readDocument(name).matchAll(/\]\(([^)#]+)[^)]*\)/g)].map(([, target = '']) => target);
    expect(links.filter((target) => !/^https?:/.test(target) && !existsSync(ROOT + target))).toEqual([]);
  });

  test('names existing paths', () => {
    const paths = [
      ...readDocument(name).matchAll(/`((?:src|commands|content|eval|bench|tests)\/[^`\s]*|\.[a-z][^`\s]*)`/g),
    ];
    // Files that a recipe creates do not exist; .env and bare file extensions are no paths.
    const made = /timeline|pigeon|^\.(env|txt|md|html|ts)$/;
    const missing = paths.map(([, path = '']) => path).filter((path) => !made.test(path) && !existsSync(ROOT + path));
    expect(missing).toEqual([]);
  });

  test('runs existing scripts', () => {
    const named = [...readDocument(name).matchAll(/npm (?:run (?:-s )?|(?=start|test))([a-z]+)/g)].map(
      ([, script = '']) => script,
    );
    expect(named.length).toBeGreaterThan(2);
    expect(named.filter((script) => !(script in scripts))).toEqual([]);
  });
});

test('.ci/run runs what the README says, except the benchmark', () => {
  const missing = shellLines(readDocument('README.md')).filter(
    (line) => !/bench|npm ci|git clone/.test(line) && !readDocument('.ci/run').includes(line),
  );
  expect(missing).toEqual([]);
});
