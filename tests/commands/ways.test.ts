import { describe, expect, test } from 'vitest';
import { brief } from '#briefing';
import { commands } from '#commands';
import type { CatalogEntry } from '#core/catalog';
import type { Context } from '#core/commands/command';
import type { Invocation } from '#core/commands/invocation';
import { inEnglish } from '#core/messages/index';
import type { Dispatcher } from '#core/ports';
import type { Reply } from '#core/reply';
import { readFileArticle } from '#library';
import { shortId } from '#text/short-id';
import { catalogOf, makeEntry } from '../support/briefing.ts';
import { answerTo, dispatcherOf } from '../support/dispatcher.ts';
import { river } from '../support/river.ts';

const LONG = 'the undersecretary for the upper reaches of the river and its many tributaries '.repeat(4).trim();

/** Names longer than any platform allows, two people with one surname, a name with a comma, a side as a speaker. */
const awkward = makeEntry({
  id: 'a-very-long-name-of-a-file-'.repeat(8),
  title: 'Harbour reopens',
  paragraphs: [
    '“Welcome,” said one.',
    '“Stay away,” said another.',
    '“We all agree,” said a third.',
    'A fourth agreed.',
  ],
  speakers: [
    { id: 'long', name: LONG, aliases: ['undersecretary'], type: 'anonymous', side: 'Upland' },
    { id: 'ann', name: 'Ann Q. Lee', aliases: [], type: 'person', role: 'pilot', side: 'Lowland' },
    { id: 'firm', name: 'Lee, Dahl & Sons', aliases: ['the owners'], type: 'organisation' },
    { id: 'lowland', name: 'Lowland', aliases: ['the Delta'], type: 'organisation', side: 'Lowland' },
  ],
  said: [
    { speaker: 'long', kind: 'direct', words: ['Welcome,'] },
    { speaker: 'ann', kind: 'direct', stance: 'opposes', words: ['Stay away,'] },
    { speaker: 'firm', kind: 'direct', stance: 'supports', words: ['We all agree,'] },
    { speaker: 'lowland', kind: 'indirect', stance: 'confirms', words: ['A fourth agreed'] },
  ],
});

const LINES = [
  '/brief',
  '/brief length:headline',
  '/articles',
  '/articles harbour',
  '/quotes',
  '/quotes lind',
  '/quotes lee kind:all',
  '/quotes undersecretary',
  '/quotes nobody at all',
  '/quotes mara lnid',
  '/quotes article:harbour speaker:lind',
  '/positions',
  '/positions lowland',
  '/positions the delta',
  '/positions compare:"upland, lowland"',
  '/positions compare:"undersecretary vs the owners"',
  '/help',
  '/help quotes',
];

/** All actions of an answer. */
const waysOf = ({ blocks }: Reply): readonly Invocation[] =>
  blocks.flatMap((block) => {
    if (block.type === 'actions') return block.actions.map(({ command, options }) => ({ command, options }));
    if (block.type !== 'select') return [];
    return block.choices.map(({ value }) => ({
      command: block.command,
      options: { ...block.options, [block.option]: value },
    }));
  });

/** The same with short ids in place of listed values, as in buttons with little space. */
function shortened({ command, options }: Invocation, context: Context): Invocation {
  const all = commands.find(({ name }) => name === command)?.options ?? [];
  const short = Object.entries(options).map(([name, value]): [string, string] => {
    const listed = all.find((option) => option.name === name)?.values?.(context, { command, options }) ?? [];
    return [name, listed.includes(value) ? shortId(value) : value];
  });
  return { command, options: Object.fromEntries(short) };
}

/** Follows all actions of every answer, and all actions of the answers to them. */
async function pressAll(dispatcher: Dispatcher, form: (way: Invocation) => Invocation): Promise<number> {
  const seen = new Set<string>();
  const waiting = (await Promise.all(LINES.map((line) => answerTo(dispatcher, line)))).flatMap(waysOf);
  for (let way = waiting.pop(); way; way = waiting.pop()) {
    const key = JSON.stringify(way);
    if (seen.has(key)) continue;
    seen.add(key);
    const { reply, outcome } = await dispatcher.dispatch({ kind: 'component', ...form(way) });
    expect(outcome, key).toBe('answered');
    waiting.push(...waysOf(reply));
  }
  return seen.size;
}

const shipped = await readFileArticle(new URL('../../content/north-korean-troops.md', import.meta.url).pathname);
const SHELVES: [name: string, entries: readonly CatalogEntry[]][] = [
  ['made-up articles', [river, awkward]],
  ['an awkward one', [awkward]],
  ['what ships with the project', [{ article: shipped, briefing: brief(shipped) }]],
];

describe.each(SHELVES)('every button over %s leads to an answer', (_, entries) => {
  const context: Context = {
    ...{ commands, catalog: catalogOf(entries), t: inEnglish },
    operator: { retentionDays: 30 },
  };

  test('as it is', async () => {
    expect(await pressAll(dispatcherOf(entries), (way) => way)).toBeGreaterThan(10);
  });

  test('with short forms', async () => {
    expect(await pressAll(dispatcherOf(entries), (way) => shortened(way, context))).toBeGreaterThan(10);
  });
});

describe('an invocation is resolved, so that it can be repeated', () => {
  const dispatcher = dispatcherOf([river, awkward]);
  const cases: [line: string, options: Invocation['options']][] = [
    ['/brief', { article: 'river-dam' }],
    ['/quotes premier', { article: 'river-dam', speaker: 'Mara Lind' }],
    ['/quotes gustav holm', { article: 'river-dam', speaker: 'gustav holm' }],
    ['/positions UPLAND', { article: 'river-dam', actor: 'Upland' }],
    [
      '/positions compare:"alvarez vs. lowland"',
      { article: 'river-dam', actor: 'José Álvarez-Peña', compare: 'Lowland' },
    ],
    ['/positions alvarez compare:lowland', { article: 'river-dam', actor: 'José Álvarez-Peña', compare: 'Lowland' }],
    ['/articles harbour', { about: 'harbour' }],
  ];
  test.each(cases)('%s', async (text, options) => {
    const { reply, invocation } = await dispatcher.dispatch({ kind: 'line', text });
    expect(invocation?.options).toEqual(options);
    const again = await dispatcher.dispatch({ kind: 'component', command: '', ...invocation, options });
    expect(again.reply).toEqual(reply);
  });
});

test('buttons lead from one speaker to another, and back to all', async () => {
  const { blocks } = await answerTo(dispatcherOf([river]), '/quotes lind about:dam');
  expect(blocks.at(-1)?.type).not.toBe('select');
  const { blocks: all } = await answerTo(dispatcherOf([river]), '/quotes tomas');
  expect(all.at(-1)).toMatchObject({
    type: 'select',
    option: 'speaker',
    options: { article: 'river-dam' },
    choices: [
      { label: 'José Álvarez-Peña, energy minister', value: 'José Álvarez-Peña' },
      { value: 'Mara Lind' },
      { label: 'An official close to the talks', value: 'an official close to the talks' },
      { value: 'Tomas Lind' },
    ],
  });
  expect(all.at(-2)).toMatchObject({ type: 'actions' });
});

test('sides are listed before their speakers', async () => {
  const { blocks } = await answerTo(dispatcherOf([river]), '/positions');
  expect(blocks.at(-1)).toMatchObject({
    label: 'Speaker or camp',
    choices: [{ value: 'Lowland' }, { value: 'Upland' }, { value: 'Mara Lind' }, { value: 'José Álvarez-Peña' }],
  });
});
