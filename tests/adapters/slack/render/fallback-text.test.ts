import { expect, test } from 'vitest';
import { fallbackText } from '#adapters/slack/render/fallback-text';
import type { Drawable } from '#chat/paginate/drawable';
import { commands } from '#commands';
import { answerTo, dispatcherOf } from '../../../support/dispatcher.ts';
import { river } from '../../../support/river.ts';

/** The text of an answer for notifications and screen readers. */
const textFor = async (line: string): Promise<string> => {
  const { blocks } = await answerTo(dispatcherOf([river]), line);
  return fallbackText(
    blocks.filter((block): block is Drawable & typeof block => !['actions', 'select'].includes(block.type)),
  );
};

test('of help lists commands with their purpose', async () => {
  const text = await textFor('/help');
  expect(text).toContain('/brief');
  expect(text).toContain(commands[0]?.description.slice(1) ?? '?');
});

test('of quotations names the speakers with counts', async () => {
  const text = await textFor('/quotes');
  expect(text).toMatch(/Mara Lind, premier · Lowland — 2/);
  expect(text).toMatch(/José Álvarez-Peña/);
});

test('of positions names who takes which', async () => {
  expect((await textFor('/positions')).length).toBeGreaterThan(60);
});

test('is short for any answer', async () => {
  for (const line of ['/help', '/brief length:full', '/quotes', '/positions', '/articles']) {
    const text = await textFor(line);
    expect(text.length).toBeGreaterThan(20);
    expect(text.length).toBeLessThanOrEqual(450);
  }
});

test('of a table contains each row, its cells in order', () => {
  const table = {
    type: 'table',
    columns: ['Who', 'Stance'],
    rows: [
      [['Upland'], ['for']],
      [['Lowland'], []],
    ],
  } as const;
  expect(fallbackText([{ type: 'heading', text: 'Positions', level: 2 }, table])).toBe(
    'Positions — Upland: for; Lowland',
  );
});
