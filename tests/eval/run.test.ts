import { expect, test } from 'vitest';
import { folderOf, run } from '../support/process.ts';

const empty = folderOf({ 'story.txt': 'Rain fell.' });
const cases: [args: string[], code: number, sentence: RegExp][] = [
  [[], 2, /^Usage: .*\n$/],
  [['a', 'b'], 2, /^Usage: .*\n$/],
  [['--errors'], 2, /^Usage: .*\n$/],
  [['--nothing'], 2, /^Usage: .*\n$/],
  [['nowhere'], 1, /^nowhere is not a folder.*\n$/],
  [[empty], 1, /has no labelled articles.*\n$/],
];

test.each(cases)('npm run eval says in one sentence what is wrong with %j', async (args, code, sentence) => {
  const ended = await run('eval/run.ts', { args });
  expect(ended.err).toMatch(sentence);
  expect(ended).toMatchObject({ code, out: '' });
});
