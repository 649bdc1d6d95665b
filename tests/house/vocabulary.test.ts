import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

// Exported names must be understandable with English and programming alone: they consist of the words of
// vocabulary.txt, in their usual meaning, and of the few words of the domain that CONTRIBUTING.md explains. Add a new
// word by hand, if no existing word fits.
const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const MAX_DOMAIN_WORDS = 25;

const EXPORT =
  /^export (?:abstract )?(?:async )?(?:const|let|function\*?|class|interface|type|enum) ([A-Za-z_$][\w$]*)/gm;

/** `toHTMLText`, `TO_HTML_TEXT`: to, html, text. */
const wordsIn = (name: string): readonly string[] =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter(Boolean);

const [, section = ''] = /^## Words\n(.*?)^## /ms.exec(read('CONTRIBUTING.md')) ?? [];
const domain = section
  .split(/\s+·\s+/)
  .flatMap((entry) => entry.split(':')[0]?.split(',') ?? [])
  .map((word) => word.trim());
const vocabulary = read('tests/house/vocabulary.txt').split(/\s+/).filter(Boolean);
const singular = (word: string): string => word.replace(/s$/, '');
const known = new Set([...vocabulary, ...domain]);

const used = new Map(
  globSync('{src,commands}/**/*.ts').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(EXPORT)].flatMap(([, name = '']) =>
      wordsIn(name).map((word) => [word, `${name} in ${file}`] as const),
    ),
  ),
);

test('exported names consist of plain words and of those explained in CONTRIBUTING.md', () => {
  const unknown = [...used].filter(([word]) => !known.has(word) && !known.has(singular(word)));
  expect(unknown.map(([word, where]) => `“${word}” of ${where} is not in tests/house/vocabulary.txt`)).toEqual([]);
});

test('the number of domain words is limited', () => {
  expect(domain.length).toBeGreaterThan(15);
  expect(domain.length).toBeLessThanOrEqual(MAX_DOMAIN_WORDS);
});

test('the vocabulary contains each used word once, sorted', () => {
  expect(vocabulary).toEqual([...new Set(vocabulary)].toSorted());
  const needed = (word: string): boolean => used.has(word) || used.has(`${word}s`);
  expect(vocabulary.filter((word) => !needed(word) || domain.includes(word))).toEqual([]);
});
