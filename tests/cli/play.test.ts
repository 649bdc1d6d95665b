import { expect, test } from 'vitest';
import { explain } from '#cli/play';
import { readArticle } from '#library';

const STORY = 'Town votes\n\n“We did it,” Ann Lee said on Monday.\n\nThe vote was the first in years.\n';

test('npm run play shows each step, with the words that each finding stands on', async () => {
  const shown = explain(await readArticle('votes.txt', Buffer.from(STORY)));
  const titles = shown.match(/(?<=^── )[^(]+(?= \()/gm);
  expect(titles).toEqual([
    ...['Article', 'Parts', 'Sentences', 'Quotation marks', 'Attributions'],
    ...['Speakers', 'Mentioned', 'Positions', 'Summary'],
  ]);
  expect(shown).toContain('¶1 12–48 ‹“We did it,” Ann Lee said on Monday.›');
  expect(shown).toContain('closed 13–23 ‹We did it,›');
});
