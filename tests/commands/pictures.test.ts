import { describe, expect, test } from 'vitest';
import type { PositionMap, QuoteCard } from '#core/picture';
import type { FileBlock, Reply } from '#core/reply';
import { makeEntry } from '../support/briefing.ts';
import { dispatcherOf, textOf } from '../support/dispatcher.ts';
import { fakeDrawing, PNG } from '../support/pictures.ts';
import { river } from '../support/river.ts';

const silent = makeEntry({ id: 'weather', title: 'Rain all week', paragraphs: ['It will rain.'] });
const CHAT_USER = { id: 'id', tenantKey: 'T1' };

async function ask(text: string, { draw } = fakeDrawing(), requester: object = CHAT_USER): Promise<Reply> {
  const dispatcher = dispatcherOf([river, silent], [], { drawPicture: draw });
  return (await dispatcher.dispatch({ kind: 'line', text }, { ...CHAT_USER, ...requester })).reply;
}

const fileOf = ({ blocks }: Reply): FileBlock | undefined => blocks.find((block) => block.type === 'file');
const actionsOf = ({ blocks }: Reply) => blocks.flatMap((block) => (block.type === 'actions' ? block.actions : []));

async function cardOf(line: string): Promise<QuoteCard> {
  const drawing = fakeDrawing();
  await ask(line, drawing);
  expect(drawing.drawn).toHaveLength(1);
  return drawing.drawn[0] as QuoteCard;
}

async function mapOf(line: string): Promise<PositionMap> {
  const drawing = fakeDrawing();
  await ask(line, drawing);
  return drawing.drawn[0] as PositionMap;
}

describe('/quotes as:card', () => {
  test('is a picture of the highest-ranked quotation, with a description and a button for the text', async () => {
    const reply = await ask('/quotes as:card');
    const file = fileOf(reply);
    expect(file).toMatchObject({ name: 'quotation-a1.png', mediaType: 'image/png', content: PNG });
    expect(file?.alt).toBe(
      '“We fill the lake when the snow melts, as every year” — José Álvarez-Peña, energy minister · Upland. The Delta Courier · 4 March 2025',
    );
    expect(textOf(reply)).toContain('River states argue over the dam · ¶2');
    expect(actionsOf(reply)).toEqual([{ label: 'In words', command: 'quotes', options: { article: 'river-dam' } }]);
  });

  test.each([
    ['/quotes lind as:card', ['a slow drought by decree']],
    ['/quotes lind kind:direct as:card', ['No village of ours will go thirsty', 'We will count every drop.']],
    ['/quotes about:drought as:card', ['a slow drought by decree']],
    ['/quotes kind:mixed as:card', ['a slow drought by decree']],
  ])('%s shows one of the selected quotations', async (line, words) => {
    expect((await cardOf(line)).words).toEqual(words);
  });

  test('offers the cards of the other speakers, and the text', async () => {
    const reply = await ask('/quotes lind as:card');
    const menu = reply.blocks.find((block) => block.type === 'select');
    expect(menu).toMatchObject({ command: 'quotes', option: 'speaker', options: { article: 'river-dam', as: 'card' } });
    expect(menu?.choices.map(({ value }) => value)).toEqual(['José Álvarez-Peña', 'Mara Lind']);
    expect(actionsOf(reply).map(({ label }) => label)).toEqual(['In words', 'All quotations']);
  });

  test('says if the speaker is unclear', async () => {
    expect(await cardOf('/quotes about:lying as:card')).toMatchObject({ speaker: 'Speaker unclear' });
  });

  test.each([
    ['/quotes tomas as:card', 'Tomas Lind is not quoted word for word', 'Tomas Lind, a farmer at the mouth'],
    [
      '/quotes kind:indirect as:card',
      'There is no quotation to show on a card',
      'The minister said that Upland would share',
    ],
    ['/quotes as:card article:weather', 'No quotation in this article.', ''],
    ['/quotes as:card since:7d', 'A card shows a quotation of one article: leave out since or as.', ''],
  ])('%s draws nothing, with the reason', async (line, ...holds) => {
    const drawing = fakeDrawing();
    const reply = await ask(line, drawing);
    for (const words of holds) expect(textOf(reply)).toContain(words);
    expect(drawing.drawn).toEqual([]);
  });

  test('is shown as text, with one sentence, if it cannot be drawn', async () => {
    const reply = await ask('/quotes as:card', { draw: async () => undefined, drawn: [] });
    expect(fileOf(reply)).toBeUndefined();
    expect(textOf(reply)).toMatch(
      /^The picture could not be drawn\. Here it is as text:\n“We fill the lake .*José Álvarez-Peña/s,
    );
  });

  test('is shown as text in a terminal, with where to see the picture', async () => {
    const drawing = fakeDrawing();
    const dispatcher = dispatcherOf([river], [], { drawPicture: drawing.draw });
    const { reply } = await dispatcher.dispatch({ kind: 'line', text: '/quotes as:card' });
    expect(textOf(reply)).toMatch(/^A terminal cannot show pictures; the page that npm start opens in a browser can\./);
    expect(textOf(reply)).toContain('“We fill the lake');
    expect(drawing.drawn).toEqual([]);
  });

  test('with many words is followed by its text, because descriptions are limited', async () => {
    const words = `${Array.from({ length: 300 }, (_, at) => `word${at}`).join(' ')}.`;
    const long = makeEntry({
      id: 'long',
      title: 'A long speech',
      paragraphs: [`“${words}” said Ada Berg.`],
      speakers: [{ id: 'ada', name: 'Ada Berg', aliases: [], type: 'person' }],
      said: [{ speaker: 'ada', kind: 'direct', words: [words] }],
    });
    const dispatcher = dispatcherOf([long], [], { drawPicture: fakeDrawing().draw });
    const { reply } = await dispatcher.dispatch({ kind: 'line', text: '/quotes as:card' }, CHAT_USER);
    expect(reply.blocks.map(({ type }) => type).slice(0, 2)).toEqual(['file', 'quote']);
  });
});

describe('/positions as:map', () => {
  test('is a picture of all sides, with a description', async () => {
    const reply = await ask('/positions as:map');
    expect(fileOf(reply)).toMatchObject({ name: 'positions.png', mediaType: 'image/png', content: PNG });
    expect(fileOf(reply)?.alt).toMatch(
      /^Who stands where in “River states argue over the dam”\. Lowland – Against: Mara Lind \(condemns\)\./,
    );
    expect(fileOf(reply)?.inWords?.map(({ type }) => type)).toEqual(['table']);
    expect((await mapOf('/positions as:map')).sides.map(({ side }) => side)).toEqual(['Lowland', 'Upland']);
  });

  test.each([
    ['/positions upland as:map', ['Upland']],
    ['/positions compare:"upland, lowland" as:map', ['Upland', 'Lowland']],
  ])('%s shows only those', async (line, sides) => {
    expect((await mapOf(line)).sides.map(({ side }) => side)).toEqual(sides);
  });

  test('says that there is nothing to draw', async () => {
    const drawing = fakeDrawing();
    expect(textOf(await ask('/positions as:map article:weather', drawing))).toContain('No one takes a clear position');
    expect(drawing.drawn).toEqual([]);
  });

  test('has its labels and its description in the language of the user', async () => {
    const drawing = fakeDrawing();
    const reply = await ask('/positions as:map', drawing, { locale: 'ko-KR' });
    expect((drawing.drawn[0] as PositionMap).camps).toEqual({ against: '반대', between: '중간', for: '찬성' });
    expect(fileOf(reply)?.alt).toContain(
      '“River states argue over the dam” 속 각 측 입장. Lowland – 반대: Mara Lind (규탄).',
    );
  });
});
