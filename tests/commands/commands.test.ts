import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { brief } from '#briefing';
import { commands, translations } from '#commands';
import { readFileArticle } from '#library';
import { answerTo, deskOf, textOf } from '../support/desk.ts';

const FOLDER = new URL('../../commands/', import.meta.url);

test('every command has a file of its name, and every file is in the list', () => {
  const files = readdirSync(FOLDER).filter((name) => !['index.ts', 'translations.ts'].includes(name));
  expect(files.map((name) => name.replace(/\.ts$/, '')).sort()).toEqual(commands.map(({ name }) => name).sort());
});

describe.each(commands)('/$name fits every platform', ({ name, description, options }) => {
  test('in its names and descriptions', () => {
    for (const one of [{ name, description }, ...options]) {
      expect(one.name).toMatch(/^[-_\p{L}\p{N}]{1,32}$/u);
      expect(one.name).toBe(one.name.toLowerCase());
      expect(one.description.length).toBeGreaterThan(0);
      expect(one.description.length).toBeLessThanOrEqual(100);
    }
  });

  test('in its options', () => {
    expect(options.length).toBeLessThanOrEqual(25);
    expect(new Set(options.map((option) => option.name)).size).toBe(options.length);
    expect(options.filter(({ main }) => main).length).toBeLessThanOrEqual(1);
    for (const { type, choices } of options) expect(choices !== undefined).toBe(type === 'choice');
  });
});

describe.each(Object.entries(translations))('in %s', (_, { commands: translated, briefThis }) => {
  const NAME = /^[-_\p{L}\p{N}]{1,32}$/u;
  const english = commands.map(({ name }) => name);

  test('each command and each option has its words, and nothing else has', () => {
    expect(Object.keys(translated).sort()).toEqual(english.toSorted());
    for (const { name, options } of commands) {
      expect(Object.keys(translated[name]?.options ?? {}).sort()).toEqual(options.map(({ name }) => name).sort());
    }
  });

  test('they fit every platform', () => {
    for (const one of Object.values(translated).flatMap((one) => [one, ...Object.values(one.options)])) {
      expect(one.name).toMatch(NAME);
      expect(one.name).toBe(one.name.toLowerCase());
      expect(one.name).toBe(one.name.normalize('NFC'));
      expect(one.description).toMatch(/^\S.{0,98}\S$/u);
    }
    expect(briefThis).toMatch(/^.{1,32}$/u);
  });

  test('no two are called the same, in whatever language they are typed', () => {
    const names = Object.values(translated).map(({ name }) => name);
    expect(new Set([...names, ...english]).size).toBe(names.length + english.length);
    for (const { name, options } of commands) {
      const all = [...options, ...Object.values(translated[name]?.options ?? {})].map(({ name }) => name);
      expect(new Set(all).size).toBe(all.length);
    }
  });
});

const shipped = await readFileArticle(new URL('../../content/north-korean-troops.md', import.meta.url).pathname);
const desk = deskOf([{ article: shipped, briefing: brief(shipped) }]);

describe.each(commands)('the examples of /$name', ({ name, examples = [] }) => {
  test('are one or two, and shown in its help', async () => {
    expect(examples.length).toBeGreaterThan(0);
    expect(examples.length).toBeLessThan(3);
    for (const line of examples) expect(textOf(await answerTo(desk, `/help ${name}`))).toContain(line);
  });

  test.each(examples)('%s', async (line) => {
    const { reply, outcome, invocation } = await desk.ask({ kind: 'line', line });
    expect([outcome, invocation?.command]).toEqual(['answered', name]);
    expect(textOf(reply)).not.toMatch(/is not quoted|: no statement found|No article about|^No /);
  });
});
