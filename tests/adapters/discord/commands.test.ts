import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type EntrySpec, makeEntry } from '../../support/briefing.ts';
import { type Bot, startBot } from '../../support/discord/bot.ts';
import { isPrivate, labelsOf, Person, textOf } from '../../support/discord/person.ts';
import { CALLBACK } from '../../support/discord/rest.ts';
import { commandsWithoutScope } from '../../support/dispatcher.ts';
import fc, { anyText } from '../../support/property.ts';
import { river } from '../../support/river.ts';

const long: EntrySpec = {
  id: 'a-long-name-'.repeat(12),
  title: 'Markets close early',
  paragraphs: ['Markets closed early, the exchange said.'],
};

const ASKED: readonly (readonly [command: string, options: Record<string, string>, words: string])[] = [
  ['brief', {}, 'River states argue over the dam'],
  ['brief', { article: 'river-dam', length: 'headline' }, 'Upland will close the gates'],
  ['brief', { length: 'full' }, 'stopped planting rice'],
  ['quotes', {}, 'a slow drought by decree'],
  ['quotes', { speaker: 'Álvarez', kind: 'direct' }, 'We fill the lake'],
  ['quotes', { about: 'thirsty' }, 'No village of ours'],
  ['positions', { actor: 'Upland' }, 'José Álvarez'],
  ['positions', { compare: 'upland, lowland' }, 'Mara Lind'],
  ['articles', {}, 'Markets close early'],
  ['articles', { about: 'dam' }, 'River states argue'],
  ['search', { words: 'drought' }, 'a slow drought by decree'],
  ['privacy', {}, 'What is stored for this workspace'],
  ['help', {}, '/brief'],
  ['help', { command: 'quotes' }, 'speaker'],
];

let bot: Bot;
beforeAll(async () => {
  bot = await startBot({ entries: [river, makeEntry(long)] });
});
afterAll(async () => expect(await bot.end()).toEqual([]));

describe('a command', () => {
  test.each(ASKED)('answers /%s %j to the user alone', async (name, options, words) => {
    const asked = bot.me.command(name, options);
    const answer = await asked.answer();
    expect(textOf(answer).replaceAll('\\', '')).toContain(words);
    expect(isPrivate(answer)).toBe(true);
    expect(await bot.host.nextRequest()).toMatchObject({
      platform: 'Discord',
      source: 'command',
      command: name,
      outcome: 'answered',
    });
  });

  test('the table covers all commands', () => {
    expect(new Set(ASKED.map(([name]) => name))).toEqual(new Set(commandsWithoutScope.map(({ name }) => name)));
  });

  test('is acknowledged before any work', async () => {
    const asked = bot.me.command('brief');
    const { body } = await asked.acknowledged();
    expect(body).toEqual({ type: CALLBACK.deferred, data: { flags: 64 } });
    await asked.answer();
    await bot.host.nextRequest();
  });

  test('that is invalid says what to do, without a Share button', async () => {
    const answer = await bot.me.command('quotes', { speaker: 'Nobody Atall', kind: 'loud' }).answer();
    expect(textOf(answer)).toContain('type direct');
    expect(labelsOf(answer)).not.toContain('Share');
    expect(await bot.host.nextRequest()).toMatchObject({ outcome: 'mistake' });
  });

  test('is a clickable mention where our texts name it', async () => {
    const ids = new Map(
      (bot.server.world.commands as readonly { name: string; id: string }[]).map(({ name, id }) => [name, id]),
    );
    const help = textOf(await bot.me.command('help').answer());
    await bot.host.nextRequest();
    expect(help).toContain(`</brief:${ids.get('brief')}> \`[article] [length]\``);
    expect(help).toContain(`</schedule add:${ids.get('schedule')}>`);
    const told = textOf(await bot.me.command('schedule list').answer());
    await bot.host.nextRequest();
    expect(told).not.toContain('</schedule:');
    const mistake = textOf(await bot.me.command('quotes', { speaker: 'Mara Lind', kind: 'loud' }).answer());
    await bot.host.nextRequest();
    expect(mistake).not.toContain('</');
    // Words of an article are never commands.
    const brief = textOf(await bot.me.command('brief').answer());
    await bot.host.nextRequest();
    expect(brief).not.toContain('</');
  });

  test('that another version registered is answered, too', async () => {
    const answer = await bot.me.command('breif').answer();
    expect(textOf(answer)).toMatch(/Did you mean <\/brief:\d+>\?/);
    await bot.host.nextRequest();
  });

  test('of two words is found by both', async () => {
    const answer = await bot.me.command('quotes now', { speaker: 'Mara Lind' }).answer();
    expect(textOf(answer)).toContain('“quotes now”');
    await bot.host.nextRequest();
  });

  test('works in a direct message, without a Share button', async () => {
    const answer = await Person.direct(bot.server).command('brief').answer();
    expect(textOf(answer)).toContain('River states argue');
    expect(labelsOf(answer)).not.toContain('Share');
    await bot.host.nextRequest();
  });

  test('is answered once when Discord sends it twice', async () => {
    const me = new Person(bot.server);
    await me.command('brief').answer();
    await bot.host.nextRequest();
    me.redeliver();
    await me.command('help').answer();
    await bot.host.nextRequest();
    expect(bot.server.calls.filter(({ status }) => status >= 400)).toEqual([]);
  });
});

describe('completion', () => {
  const values = async (name: string, option: string, typed: string, options = {}): Promise<readonly string[]> =>
    (await bot.me.complete(name, option, typed, options).choices()).map(({ value }) => value);

  test.each([
    ['quotes', 'speaker', 'premier', 'Mara Lind'],
    ['quotes', 'article', 'river', 'river-dam'],
    ['positions', 'actor', 'alvarez', 'José Álvarez-Peña'],
    ['brief', 'article', 'dam', 'river-dam'],
    ['help', 'command', 'quo', 'quotes'],
  ])('of /%s %s:%s offers %s', async (name, option, typed, value) => {
    expect(await values(name, option, typed)).toContain(value);
  });

  test('of compared speakers shows and fills in both names', async () => {
    const of = (typed: string, options = {}) => bot.me.complete('positions', 'compare', typed, options).choices();
    const pairs = await of('upl', { article: 'river-dam' });
    const pair = pairs.find(({ value }) => value === 'Upland, Mara Lind');
    expect(pair?.value).toBe('Upland, Mara Lind');
    expect(pair?.name).toMatch(/^Upland, Mara Lind/);
    const [second] = await of('upland, lind', { article: 'river-dam' });
    expect(second?.value).toBe('upland, Mara Lind');
    expect(second?.name).toMatch(/^upland, Mara Lind/);
    // With an actor, one name is enough.
    const [other] = await of('lind', { article: 'river-dam', actor: 'Upland' });
    expect(other?.value).toBe('Mara Lind');
    const compared = await bot.me.command('positions', { article: 'river-dam', compare: pair?.value ?? '' }).answer();
    expect(textOf(compared)).toContain('Mara Lind');
    await bot.host.nextRequest();
  });

  test('logs no error if it is late or rate-limited', async () => {
    const before = bot.host.lines.length;
    const late = bot.me.complete('quotes', 'speaker', 'l');
    late.expire();
    const refused = (call: { path: string; status: number }) => call.path.includes(late.token) && call.status >= 400;
    await bot.server.call(refused);
    bot.server.respondWith({ method: 'POST', path: /callback$/, status: 400, code: 40060 });
    const twice = bot.me.complete('quotes', 'speaker', 'li');
    await bot.server.call(({ path, status }) => path.includes(twice.token) && status === 400);
    expect(await bot.me.complete('quotes', 'speaker', 'lin').choices()).not.toEqual([]);
    expect(bot.host.lines.slice(before)).toEqual([]);
  });

  test('takes into account the options filled in before', async () => {
    expect(await values('quotes', 'speaker', '', { article: 'Markets close early' })).toEqual([]);
  });

  test('of a value too long for Discord offers an accepted short form', async () => {
    const [value = ''] = await values('brief', 'article', 'markets');
    expect(value.length).toBeLessThanOrEqual(100);
    expect(textOf(await bot.me.command('brief', { article: value }).answer())).toContain('Markets close early');
    await bot.host.nextRequest();
  });

  test.each([
    ['no such command', 'x', 'y'],
    ['quotes', 'no such option', 'y'],
    ['quotes', 'speaker', 'zzz\u0000'.repeat(500)],
  ])('of invalid input offers nothing: %s %s', async (name, option, typed) => {
    expect(await values(name, option, typed)).toEqual([]);
  });
});

test('forged interactions are answered and not executed', async () => {
  const briefing = await bot.me.command('brief').answer();
  await bot.host.nextRequest();
  const words = anyText({ minLength: 1, maxLength: 100 });
  await fc.assert(
    fc.asyncProperty(words, words, words, async (name, value, customId) => {
      const all = [
        bot.me.command('quotes', { speaker: value }).answer(),
        bot.me.command(name, { [value]: name }).answer(),
        bot.me.pressId(briefing, customId).followUp(),
      ];
      for (const answer of await Promise.all(all)) expect(textOf(answer)).not.toBe('');
      for (const _ of all) expect((await bot.host.nextRequest()).outcome).not.toBe('failed');
    }),
    { numRuns: 12 },
  );
});
