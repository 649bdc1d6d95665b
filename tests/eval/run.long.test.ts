import { expect, test } from 'vitest';
import { folderOf, run } from '../support/process.ts';

const empty = folderOf({ 'story.txt': 'Rain fell.' });
const cases: [args: string[], code: number, sentence: RegExp][] = [
  [[], 2, /^Name at least one folder .*\nUsage: /],
  [['a', 'b'], 1, /^a is not a folder.*\n$/],
  [['--errors'], 2, /^--errors needs a value\.\nUsage: /],
  [['--nothing'], 2, /^There is no option --nothing\.\nUsage: /],
  [['nowhere'], 1, /^nowhere is not a folder.*\n$/],
  [[empty], 1, /has no labelled articles.*\n$/],
];

test.each(cases)('npm run eval says in one sentence what is wrong with %j', async (args, code, sentence) => {
  const ended = await run('eval/run.ts', { args });
  expect(ended.err).toMatch(sentence);
  expect(ended).toMatchObject({ code, out: '' });
});

test('npm run eval shows several folders as a table, and how often each confidence is right', async () => {
  const text = '“We saw it,” Ann Lee said on Monday.\n';
  const gold = JSON.stringify({
    quoted: [{ id: 'Q1', start: 1, end: 11, speech: true, speaker: 'Ann Lee', type: 'person' }],
  });
  const [left, right] = ['left', 'right'].map((name) =>
    folderOf({ [`${name}.txt`]: text, [`${name}.gold.json`]: gold }),
  );
  const { out, code } = await run('eval/run.ts', { args: [left ?? '', right ?? ''] });
  expect(code).toBe(0);
  expect(out).toMatch(/^folder +right +wrong +silent/);
  expect(out.match(/ 100\.0 +0\.0 +0\.0 +100\.0 /g)).toHaveLength(2);
  expect(out).toContain('confidence  spans  on average   right');
});
