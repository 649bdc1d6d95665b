import { describe, expect, test } from 'vitest';
import type { Reply } from '#core/reply';
import { makeEntry } from '../support/briefing.ts';
import { answerTo, answerToCall, dispatcherOf, textOf } from '../support/dispatcher.ts';
import { river } from '../support/river.ts';

const older = makeEntry({
  id: 'harbour',
  title: 'Harbour reopens',
  publisher: 'The Delta Courier',
  paragraphs: ['“Welcome back,” said Vera Quist, the harbour master.'],
  speakers: [{ id: 'vera-quist', name: 'Vera Quist', aliases: [], type: 'person' }],
  said: [{ speaker: 'vera-quist', kind: 'direct', words: ['Welcome back,'] }],
});
const silent = makeEntry({ id: 'weather', title: 'Rain all week', paragraphs: ['It will rain.'] });
const dispatcher = dispatcherOf([river, older, silent], [{ file: 'scan.pdf', message: 'It is not text.' }]);
const ask = async (line: string): Promise<string> => textOf(await answerTo(dispatcher, line));
/** Without the choices. */
const told = ({ blocks, ...reply }: Reply): Reply => ({
  ...reply,
  blocks: blocks.filter(({ type }) => type !== 'select'),
});
const actionsOf = ({ blocks }: Reply) => blocks.flatMap((block) => (block.type === 'actions' ? block.actions : []));

describe('an answer starts with and contains', () => {
  const cases: [typed: string, ...holds: string[]][] = [
    ['/brief', 'River states argue over the dam', '4 March 2025, 09:05 UTC+5:30', 'What’s new', 'They say'],
    ['/brief harbour', 'Harbour reopens', '“Welcome back,” said Vera Quist'],
    ['/brief length:headline', 'What’s new'],
    ['/brief 2', 'Harbour reopens'],
    ['/brief river states arg', 'River states argue over the dam'],
    ['/brief article:river states length:full', 'he had stopped planting rice'],
    ['/quotes article:harbour reopens', '“Welcome back”'],
    [
      '/quotes article:penguins',
      'There is no article “penguins”. Available: “River states argue over the dam”, “Harbour',
    ],
    ['/brief length:full', 'he had stopped planting rice'],
    ['/quotes', 'José Álvarez-Peña, energy minister · Upland — 1', '“We fill the lake', '“Somebody is lying”'],
    ['/quotes lowland', 'Mara Lind\npremier · Lowland', '“No village of ours will go thirsty” … “We will count every'],
    ['/quotes lind kind:mixed', 'Lowland’s premier, Mara Lind, said the step was “a slow drought by decree” and asked'],
    [
      '/quotes kind:indirect',
      'Paraphrased',
      '3 paraphrases',
      'The minister said that Upland would share its readings.\nparaphrased, not',
    ],
    ['/quotes kind:all', ' statements'],
    ['/quotes tomas', 'Tomas Lind is not quoted word for word; the article paraphrases.'],
    ['/quotes about:villages', 'No village of ours', '1 quotation'],
    ['/quotes brandt', 'Ola Brandt is mentioned but not quoted in this article.'],
    ['/quotes gustav holm', 'Gustav Holm is not quoted in this article.'],
    ['/quotes quist', 'Quist is not quoted in this article.', 'Quoted in Harbour reopens.'],
    ['/quotes mara lnid', 'Did you mean Mara Lind?', '[Mara Lind]'],
    ['/quotes article:weather', 'No quotation in this article.'],
    ['/quotes tomas kind:direct', 'No direct quotation of Tomas Lind in this article.'],
    ['/quotes lind about:penguins', 'No statement of Mara Lind about “penguins” in this article.'],
    ['/quotes page:9', 'There is no page 9: the last is 1.'],
    ['/quotes article:harbuor', 'There is no article “harbuor”. Did you mean harbour?'],
    ['/positions', 'Upland | José Álvarez-Peña, energy minister | plans | Upland would share'],
    ['/positions lowland', 'Lowland | Mara Lind, premier | against'],
    ['/positions official', 'An official close to the talks takes no side in this article.'],
    ['/positions brandt', 'Ola Brandt: mentioned in this article, but no statement found.'],
    ['/positions gustav holm', 'Gustav Holm: no statement found in this article.'],
    ['/positions compare:"upland, lowland"', 'Upland and Lowland', 'against | no statement found | Mara Lind —'],
    ['/positions upland compare:lowland', 'Upland and Lowland'],
    ['/positions compare:"mara lind, tomas lind"', 'against | a slow drought by decree'],
    ['/positions compare:"upland vs. ola"', 'plans | José Álvarez-Peña —', '| no statement found'],
    ['/positions compare:"gustav, ola"', 'any | no statement found | no statement found'],
    ['/positions compare:upland', 'Name two to compare'],
    ['/positions compare:"uplund, lowland"', 'Did you mean Upland?'],
    ['/positions article:weather', 'No one takes a clear position in this article.'],
    ['/articles', 'Articles\n3 articles\n1. River states', '· 4 March 2025 · ', 'scan.pdf — It is not text.'],
    ['/articles about:harbour', '1 article about “harbour”\n2. Harbour reopens'],
    ['/articles quist', 'Harbour reopens'],
    ['/articles penguins', 'No article about “penguins”: type /articles for all of them.'],
    ['/articles source:penguins', 'No article from “penguins”: type /articles for all of them.'],
    ['/help', '/quotes [speaker] [article] [kind] [about] [since] [page] [as] | show who said what, word for word'],
    ['/help quotes', 'or all (direct, mixed, indirect, all)', 'or side. Its name may be left out when typed.'],
    ['/help /quotes', '/quotes\nShow who'],
    ['/help qoutes', 'There is no command “qoutes”. Did you mean /quotes?'],
    ['', 'Commands'],
  ];
  test.each(cases)('%s', async (typed, ...holds) => {
    const answer = await ask(typed);
    for (const words of holds) expect(answer).toContain(words);
  });
});

describe('an answer omits', () => {
  const cases: [typed: string, words: string][] = [
    ['/brief', 'he had stopped planting rice'],
    ['/brief length:headline', 'Key points'],
    ['/brief', 'No one is quoted'],
    // A key point contains it.
    ['/brief', '“a slow drought by decree” /'],
    ['/brief article:weather', 'Who stands where'],
    ['/quotes lind', 'Tomas'],
    ['/quotes', 'both sides were tired'],
    ['/quotes kind:indirect', '“'],
    ['/articles about:harbour', 'River'],
  ];
  test.each(cases)('%s', async (typed, words) => {
    expect(textOf(told(await answerTo(dispatcher, typed)))).not.toContain(words);
  });
});

test('with nothing loaded, it says so and names the files that failed', async () => {
  const empty = dispatcherOf([], [{ file: 'scan.pdf', message: 'It is not text.' }]);
  for (const line of ['/brief', '/articles']) {
    expect(textOf(await answerTo(empty, line))).toMatch(
      /There is no article yet.*\nNot loaded\nscan.pdf — It is not text./,
    );
  }
  expect(textOf(await answerTo(empty, '/quotes kim'))).toContain('There is no article yet');
});

test('of files that failed to load, shows names and reasons of some, but not their folders', async () => {
  const faults = Array.from({ length: 13 }, (_, index) => ({
    file: `/home/desk/news/scan${index}.pdf`,
    message: 'It is not text.',
  }));
  const answer = textOf(await answerTo(dispatcherOf([], faults), '/articles'));
  expect(answer).toContain('scan9.pdf — It is not text.\n+3 more');
  expect(answer).not.toContain('/home');
});

test('a speaker without quotations suggests those with some', async () => {
  expect(await ask('/quotes gustav holm')).toContain('[Speaker: José Álvarez-Peña, energy minister, Mara Lind');
});

test('each quotation is on exactly one page', async () => {
  const words = Array.from({ length: 20 }, (_, index) => `Number ${index} it is`);
  const many = makeEntry({
    paragraphs: words.map((quotation) => `“${quotation},” she said.`),
    speakers: [{ id: 'she', name: 'Vera Quist', aliases: [], type: 'person' }],
    said: words.map((quotation) => ({ speaker: 'she', kind: 'direct', words: [`${quotation},`] })),
  });
  const dispatcher = dispatcherOf([many]);
  const found: string[] = [];
  let reply = await answerToCall(dispatcher, 'quotes', {});
  for (;;) {
    found.push(...reply.blocks.flatMap((block) => (block.type === 'quote' ? block.text : [])));
    const next = actionsOf(reply).find(({ label }) => label === 'Next');
    if (!next) break;
    reply = await answerToCall(dispatcher, next.command, next.options);
  }
  expect(found).toEqual(words);
});
