import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { draw } from '#adapters/terminal/draw';
import { answer, paragraph } from '#replies/blocks';

const reply = answer(paragraph('The harbour gate is closed until Monday.'));

test.each([
  ['of its own', 24, 2],
  ['unknown to a terminal', 0, 1],
  ['unknown to a file', undefined, 1],
])('draws at a width that is %s', (_, columns, lines) => {
  const screen = Object.assign(new PassThrough(), columns === undefined ? {} : { columns });
  expect(draw(reply, screen, String).trim().split('\n')).toHaveLength(lines);
});
