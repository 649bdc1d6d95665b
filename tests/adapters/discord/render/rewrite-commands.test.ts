import { expect, test } from 'vitest';
import { makeRewriteCommands } from '#adapters/discord/render/rewrite-commands';
import type { Answer } from '#core/ports';

const ID = '123456789012345678';
const rewrite = makeRewriteCommands(
  ['brief', 'feeds add'],
  () => new Map(['brief', 'feeds'].map((name) => [name, ID])),
);

const answerOf = (command: string): Answer => ({
  outcome: 'answered',
  invocation: { command, options: {} },
  reply: {
    visibility: 'asker',
    blocks: [{ type: 'context', text: ['Type /brief or ', { text: '/feeds add', style: 'code' }] }],
  },
});

const mentionsIn = (command: string): readonly (string | undefined)[] =>
  rewrite(answerOf(command)).blocks.flatMap((block) =>
    block.type === 'context' ? block.text.flatMap((piece) => (typeof piece === 'string' ? [] : [piece.mention])) : [],
  );

test('commands in our own texts become mentions', () => {
  expect(mentionsIn('help')).toEqual([`</brief:${ID}>`, `</feeds add:${ID}>`]);
});

test('next to text of an article, only lines to type become mentions', () => {
  expect(mentionsIn('feeds list')).toEqual([`</feeds add:${ID}>`]);
});
