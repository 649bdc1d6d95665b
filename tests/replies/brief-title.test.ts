import { expect, test } from 'vitest';
import { briefBlocks } from '#replies/brief';
import { readTestUpload } from '../support/dispatcher.ts';

const headingsOf = async (content: string): Promise<readonly string[]> => {
  const { briefing } = await readTestUpload({ name: 'message.txt', content });
  return briefBlocks(briefing, 'headline').flatMap((block) => (block.type === 'heading' ? [block.text] : []));
};

test.each([
  [
    'the lead of a wire story',
    'SEOUL, Oct. 22 (AFN) — The ministry said that it would open the bridge in May after three years of repairs.',
  ],
  [
    'a single sentence',
    'The ministry said on Tuesday that it would open the bridge in May after repairs, which “has waited long enough,” minister Ann Lee told reporters.',
  ],
  [
    'a first sentence that is not what is new',
    'It was raining. The ministry of transport said on Tuesday that it would open the river bridge in May after three years of repairs, minister Ann Lee said.',
  ],
])('%s is not repeated as a title', async (_, text) => {
  expect(await headingsOf(text)).toEqual(['What’s new']);
});

test('a headline is shown', async () => {
  const text =
    'Bridge to open\n\nThe ministry said that it would open the bridge in May. “We waited,” said Ann Lee, the minister.';
  expect(await headingsOf(text)).toEqual(['Bridge to open', 'What’s new']);
});

test('a headline that ends like a sentence is shown', async () => {
  const text =
    'Union of ferry crews endorses the mayor.\n\nA union of ferry crews endorsed Mayor Ann Lee on Thursday, the third one to do so. “We know her,” it said.';
  expect(await headingsOf(text)).toEqual(['Union of ferry crews endorses the mayor', 'What’s new']);
});

test.each([
  ['short enough for a headline', 160, 2],
  ['too long for a headline', 161, 1],
])('a first paragraph %s', async (_, length, headings) => {
  const first = `It was raining on ${'the old town and on '.repeat(20)}`.slice(0, length - 1).concat('.');
  const news = 'The ministry said on Tuesday that it would open the river bridge in May. “We waited,” said Ann Lee.';
  expect(await headingsOf(`${first}\n\n${news}`)).toHaveLength(headings);
});
