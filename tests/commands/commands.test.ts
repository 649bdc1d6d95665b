import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { brief } from '#briefing';
import { commands, translations } from '#commands';
import { groupByFirstWord, nameParts } from '#core/commands/command-group';
import type { LocalizedName, Translation } from '#core/commands/translation';
import { readFileArticle } from '#library';
import { dataOf } from '../support/data.ts';
import { answerTo, dispatcherOf, textOf } from '../support/dispatcher.ts';
import { feedsOf } from '../support/feeds.ts';
import { scheduleOf, schedulingOf, scopeOf } from '../support/scheduling.ts';

const FOLDER = new URL('../../commands/', import.meta.url);

test('every command has a file of its name, and every file is listed', () => {
  const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const own = files.filter(
    (name) => !['index.ts', 'command-groups.ts', 'options.ts', 'translations.ts'].includes(name),
  );
  // `schedule add` is in schedule/add.ts.
  const names = own.map((name) => name.replace(/\.ts$/, '').replaceAll(/[\\/]/g, ' '));
  expect(names.sort()).toEqual(commands.map(({ name }) => name).sort());
});

describe.each(commands)('/$name fits every platform', ({ name, description, group, options }) => {
  test('in its names and descriptions', () => {
    const [first, second] = nameParts({ name });
    expect(second !== undefined).toBe(group !== undefined);
    const words = group ? [{ name: first, description: group.description }] : [];
    for (const word of [...words, { name: second ?? first, description }, ...options]) {
      expect(word.name).toMatch(/^[-_\p{L}\p{N}]{1,32}$/u);
      expect(word.name).toBe(word.name.toLowerCase());
      expect(word.description.length).toBeGreaterThan(0);
      expect(word.description.length).toBeLessThanOrEqual(100);
    }
  });

  test('in its options', () => {
    expect(options.length).toBeLessThanOrEqual(25);
    expect(new Set(options.map((option) => option.name)).size).toBe(options.length);
    expect(options.filter(({ main }) => main).length).toBeLessThanOrEqual(1);
    for (const { type, choices } of options) expect(choices !== undefined).toBe(type === 'choice');
  });
});

test('a group has one description, and one default command', () => {
  for (const [first, members] of groupByFirstWord(commands)) {
    expect(new Set(members.map(({ group }) => group)).size).toBe(1);
    const alone = members[0]?.group?.defaultMember;
    if (alone !== undefined) expect(members.map(({ name }) => name)).toContain(alone);
    else expect(members.map(({ name }) => name)).toEqual([first]);
  }
});

describe.each(Object.entries(translations))('in %s', (_, { commands: translated, commandGroups = {}, briefThis }) => {
  const NAME = /^[-_\p{L}\p{N}]{1,32}$/u;
  const english = commands.map(({ name }) => name);

  test('each command and each option is translated, and nothing else', () => {
    expect(Object.keys(translated).sort()).toEqual(english.toSorted());
    const shared = commands.filter(({ group }) => group).map((command) => nameParts(command)[0]);
    expect(Object.keys(commandGroups).sort()).toEqual([...new Set(shared)].sort());
    for (const { name, options } of commands) {
      expect(Object.keys(translated[name]?.options ?? {}).sort()).toEqual(options.map(({ name }) => name).sort());
    }
  });

  test('they fit every platform', () => {
    const all = Object.values(translated).flatMap((translation) => [
      translation,
      ...Object.values(translation.options),
    ]);
    for (const word of [...all, ...Object.values(commandGroups)]) {
      expect(word.name).toMatch(NAME);
      expect(word.name).toBe(word.name.toLowerCase());
      expect(word.name).toBe(word.name.normalize('NFC'));
      expect(word.description).toMatch(/^\S.{0,98}\S$/u);
    }
    expect(briefThis).toMatch(/^.{1,32}$/u);
  });

  test('names are unique in every language', () => {
    for (const names of sideBySide(translated, commandGroups)) expect(new Set(names).size).toBe(names.length);
    for (const { name, options } of commands) {
      const all = [...options, ...Object.values(translated[name]?.options ?? {})].map(({ name }) => name);
      expect(new Set(all).size).toBe(all.length);
    }
  });
});

/**
 * All names typed at one position, in English and another language: first words, and the second words of each group.
 */
function sideBySide(translated: Translation['commands'], families: Record<string, LocalizedName>): readonly string[][] {
  const single = commands.filter(({ group }) => !group).flatMap(({ name }) => [name, translated[name]?.name ?? '']);
  const first = [...single, ...Object.entries(families).flatMap(([english, { name }]) => [english, name])];
  const second = [...groupByFirstWord(commands).values()].map((members) =>
    members.flatMap((member) => [nameParts(member)[1] ?? '', translated[member.name]?.name ?? '']),
  );
  return [first, ...second.filter((names) => names.length > 2)];
}

const shipped = await readFileArticle(new URL('../../content/north-korean-troops.md', import.meta.url).pathname);
const entries = [{ article: shipped, briefing: brief(shipped) }];

describe.each(commands)('the examples of /$name', ({ name, examples = [] }) => {
  const dispatcher = dispatcherOf(entries, [], {
    ...{ scheduling: schedulingOf([scheduleOf()]), feeds: feedsOf(), data: dataOf(), requestScope: scopeOf() },
  });

  test('are one or two, and shown in its help', async () => {
    expect(examples.length).toBeGreaterThan(0);
    expect(examples.length).toBeLessThan(3);
    for (const line of examples) expect(textOf(await answerTo(dispatcher, `/help ${name}`))).toContain(line);
  });

  test.each(examples)('%s', async (text) => {
    const { reply, outcome, invocation } = await dispatcher.dispatch({ kind: 'line', text });
    expect([outcome, invocation?.command]).toEqual(['answered', name]);
    expect(textOf(reply)).not.toMatch(/is not quoted|: no statement found|No article about|^No /);
  });
});
