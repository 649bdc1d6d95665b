import { expect, test } from 'vitest';
import { explain } from '#cli/explain';
import { underlined } from '#cli/underline';
import { readArticle } from '#library';

const STORY = 'Town votes\n\n“We did it,” Ann Lee said on Monday.\n\nThe vote was the first in years.\n';

test('npm run explain underlines each finding and shows the rule and the candidates', async () => {
  const shown = explain(await readArticle('votes.txt', Buffer.from(STORY)));
  expect(shown).toContain('  “We did it,” Ann Lee said on Monday.\n  .^^^^^^^^^^. ======= ----\n');
  expect(shown).toMatch(/a1 direct, states · Ann Lee, \d+ %/);
  expect(shown).toMatch(/decided by: quotation before, on “said”/);
  expect(shown).toMatch(/candidates: Ann Lee \d+ %/);
});

test('no text of an article controls the terminal', async () => {
  const hostile = STORY.replace('Ann Lee', 'Ann \u001b]8;;http://x\u0007Lee\u202e').replace(
    'Monday',
    '\u001b[31mMonday\u009b2J',
  );
  const shown = explain(await readArticle('votes.txt', Buffer.from(hostile)));
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
  expect(shown).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
});

test('marks are aligned under wide characters', () => {
  expect(underlined('南北 said', { start: 0, end: 7 }, [{ span: { start: 0, end: 2 }, sign: '=' }])).toEqual([
    '南北 said',
    '====',
  ]);
});
