import { describe, expect, test } from 'vitest';
import { makeRenameCommands } from '#adapters/slack/command-names';
import { commands } from '#commands';
import { placeholdersOf } from '#core/messages/format';
import { inEnglish, MESSAGES, message, translator, translatorFor } from '#core/messages/index';

const { en, ko } = MESSAGES;
const keys = Object.keys(en) as (keyof typeof en)[];

/** Texts that only join values; in Korean, punctuation does. */
const JOINS = new Set<string>([
  'list.comma',
  'list.and',
  'positions.both',
  'date.timed',
  'search.words',
  'read.inFile',
  'notice.joined',
  'schedule.when',
  'schedule.whenWhere',
  'schedule.label',
  'schedule.labelAbout',
  'schedule.pausedWhy',
  'status.because',
]);

describe('every text', () => {
  test('is there in both languages', () => {
    expect(Object.keys(ko).toSorted()).toEqual(keys.toSorted());
  });

  test.each(keys)('%s has the same placeholders in both, and is in its language', (key) => {
    expect(placeholdersOf(ko[key]), ko[key]).toEqual(placeholdersOf(en[key]));
    expect(en[key]).not.toMatch(/\p{Script=Hangul}/u);
    if (!JOINS.has(key)) expect(ko[key]).toMatch(/\p{Script=Hangul}/u);
    for (const text of [en[key], ko[key]]) expect(text.trim()).not.toBe('');
  });
});

test('every text about a file, a page or a host says what to do, or why nothing can be done', () => {
  const errors = keys.filter((key) => /^(?:read|fetch|page)\.(?!inFile$|label$|previous$|next$)/.test(key));
  expect(errors.filter((key) => !/: (?:\p{Ll}|ONRECORD_)|\. \p{Lu}/u.test(en[key].replace(/\([^)]*\)/g, '')))).toEqual(
    [],
  );
});

test('a Korean particle after a placeholder fits every value', () => {
  // All values of {what} end in a consonant.
  const others = keys.filter((key) => key !== 'quotes.none');
  expect(others.filter((key) => /\}”?(?:은|는|이|가|을|를|과|와)(?=[ .,])/.test(ko[key]))).toEqual([]);
});

describe('commands with other names on a platform', () => {
  const words = [...new Set(commands.map(({ name }) => name.split(' ')[0]))];
  const OWN = new RegExp(`/(?:${words.join('|')})(?![\\w/])`);
  const renamed = makeRenameCommands(commands, { prefix: 'news-', names: {}, umbrella: 'onrecord' });

  test.each(
    (['en', 'ko'] as const).flatMap((language) =>
      keys.filter((key) => MESSAGES[language][key].includes('/')).map((key) => [language, key] as const),
    ),
  )('are renamed in each text, in %s: %s', (language, key) => {
    const t = translator(language, renamed);
    const text = t.message({ key, values: {} });
    expect(text).not.toMatch(OWN);
    // A name that is a value of its own is a command line: {"commandLine": "/schedule add"}.
    expect(MESSAGES[language][key]).not.toMatch(/(?:^|[\s(“])\/\{/);
  });

  test('are renamed in lines to type, but not in other values', () => {
    const t = translator('en', renamed);
    expect(t.message(message('hint.didYouMean', { names: { commandLine: '/schedule add' } }))).toBe(
      'Did you mean /news-schedule add?',
    );
    expect(t.command('/status')).toBe('/news-status');
    expect(t('error.noSchedule', { typed: '/status' })).toContain('“/status” here: type /news-schedule list');
    expect(t.rich('feeds.none', { line: '/brief' })).toContain('/brief');
  });
});

test('inserts values at their placeholders, and plurals by their number', () => {
  const t = translator('en');
  expect(t('error.noSchedule', { typed: '{where}' })).toBe(
    'There is no schedule “{where}” here: type /schedule list to see them.',
  );
  expect(t.rich('schedule.confirmRun', { where: { text: 'C1', channel: 'C1' }, when: 'daily' })).toEqual([
    'Post it to ',
    { text: 'C1', channel: 'C1' },
    ' now? All its members will see it, in addition to its usual times: ',
    'daily',
    '.',
  ]);
});

test('a text may be a value, in the language of the whole', () => {
  const refusal = message('error.notManager', { managers: message('error.managers'), list: '/schedule list' });
  expect(inEnglish.message(refusal)).toContain('Only people who may manage this workspace may');
  expect(translator('ko').message(refusal)).toContain('관리 권한이 있는 사람만');
});

test.each([
  ['ko', 'ko'],
  ['ko-KR', 'ko'],
  ['en-GB', 'en'],
  ['fr', 'en'],
  ['', 'en'],
  [undefined, 'en'],
  ['constructor', 'en'],
])('%s is answered in %s', (locale, language) => expect(translatorFor(locale).language).toBe(language));
