import { expect, test } from 'vitest';
import { quotesToShow } from '#replies/brief-quotes';
import { quoteWithByline } from '#replies/statement';
import { readTestUpload, textOf } from '../support/dispatcher.ts';

const NEWS =
  'The harbour board of Oster closed the north gate on Friday after engineers had found a crack in its wall.';
const GATE = '“The gate will stay closed until the crack in its wall is mended,” said Ada Moe, the harbour minister.';

async function quotedBeside(...paragraphs: readonly string[]): Promise<readonly string[]> {
  const content = ['Oster closes its north gate', NEWS, ...paragraphs].join('\n\n');
  const { article, briefing } = await readTestUpload({ name: 'story.txt', content });
  return quotesToShow(briefing, []).map((quote) =>
    textOf({ visibility: 'asker', blocks: [quoteWithByline(article, quote)] }),
  );
}

test.each<[why: string, paragraph: string]>([
  [
    'is part of a sentence',
    'Ole Dahl, a fisherman, said on Friday, “as it will not be the last one of them this year.”',
  ],
  ['refers to a person named before', '“He has never seen a crack in the wall of a gate,” said Ole Dahl, a fisherman.'],
  [
    'is told after another one',
    'At that time Ole Dahl, a fisherman, called the north gate “a wall that will not hold for another winter”.',
  ],
  [
    'belongs to a document without a name',
    '“The gate of the harbour will be as good as new by spring,” the posting said.',
  ],
  ['has no closing mark', 'Ole Dahl, a fisherman, said, "This is the end of the gate as we know it here.'],
])('a quotation that %s is not shown', async (_, paragraph) => {
  const shown = await quotedBeside(GATE, paragraph);
  expect(shown).toHaveLength(1);
  expect(shown[0]).toContain('The gate will stay closed');
});

test('a quotation about the subject comes before one about something else', async () => {
  const other = '“I have to go down to the car and get my medicine first,” said Ole Dahl, a fisherman.';
  const shown = await quotedBeside(other, GATE);
  expect(shown).toHaveLength(2);
  expect(shown[0]).toContain('The gate will stay closed');
});

test('a sentence with its speaker’s full name is shown without a byline', async () => {
  const shown = await quotedBeside(
    'Ada Moe, the harbour minister, called the crack in the wall “a shame for the town”.',
  );
  expect(shown).toHaveLength(1);
  expect(shown[0]?.match(/Ada Moe/g)).toHaveLength(1);
});

test.each([
  [0.69, 0],
  [0.7, 1],
])('of speakers with the confidence %d, %i quotations are shown', async (confidence, count) => {
  const { briefing } = await readTestUpload({
    name: 'story.txt',
    content: ['Oster closes its north gate', NEWS, GATE].join('\n\n'),
  });
  const quotes = briefing.quotes.map((quote) => ({ ...quote, confidence }));
  expect(quotesToShow({ ...briefing, quotes }, [])).toHaveLength(count);
});

test.each([
  [5, 0],
  [6, 1],
  [45, 1],
  [46, 0],
])('of quotations of %i words, %i are shown', async (words, count) => {
  const said = `The gate ${'really '.repeat(words - 4)}stays closed`;
  expect(said.split(' ')).toHaveLength(words);
  expect(await quotedBeside(`“${said},” said Ada Moe, the harbour minister.`)).toHaveLength(count);
});
