import { describe, expect, test } from 'vitest';
import { plainPaint, render } from '#adapters/terminal/render';
import { widthOf, wrap } from '#adapters/terminal/wrap';
import { formatLine } from '#commandline';
import type { Block } from '#core/reply';
import { sanitize } from '#text/sanitize';
import { answerTo, dispatcherOf } from '../../support/dispatcher.ts';
import fc from '../../support/property.ts';
import { river } from '../../support/river.ts';

const draw = (columns: number, ...blocks: readonly Block[]): string =>
  render({ visibility: 'asker', blocks }, { columns, paint: plainPaint, formatLine });

describe('no line is wider than the terminal', () => {
  const dispatcher = dispatcherOf([river], [{ file: 'broken.md', message: 'Its front matter does not end.' }]);
  const lines = [
    '/brief length:full',
    '/quotes kind:all',
    '/positions',
    '/positions compare:"upland, lowland"',
    '/articles',
    '/help',
    '/help quotes',
  ];
  for (const columns of [20, 30, 60, 80, 100, 200]) {
    test.each(lines)(`%s at ${columns}`, async (line) => {
      const drawn = render(await answerTo(dispatcher, line), { columns, paint: plainPaint, formatLine });
      expect(drawn.split('\n').filter((one) => widthOf(one) > columns)).toEqual([]);
      expect(drawn.endsWith('\n')).toBe(true);
    });
  }
});

test('a terminal that is too narrow is rendered with 20 columns', () => {
  expect(draw(3, { type: 'paragraph', text: ['Antidisestablishment politics'] })).toBe(
    'Antidisestablishment\npolitics\n',
  );
});

test('wide characters take two columns, and none is cut in half', () => {
  const text = '한국어로 쓴 긴 문장은 두 칸씩 차지한다 👩‍👩‍👧‍👦 그리고 e\u0301';
  for (const line of draw(20, { type: 'paragraph', text: [text] })
    .trimEnd()
    .split('\n')) {
    expect(widthOf(line)).toBeLessThanOrEqual(20);
    expect(text).toContain(line);
  }
  expect(draw(20, { type: 'paragraph', text: ['漢'.repeat(25)] })).toBe(
    `${'漢'.repeat(10)}\n${'漢'.repeat(10)}\n${'漢'.repeat(5)}\n`,
  );
});

test('what to type is below its name if a word would be cut', () => {
  const action = { label: 'Brief', command: 'brief', options: { article: 'a-long-name-of-one' } };
  const block: Block = { type: 'actions', actions: [action] };
  expect(draw(50, block)).toBe('  Brief  /brief article:a-long-name-of-one\n');
  expect(draw(30, block)).toBe('Brief\n  /brief\n  article:a-long-name-of-one\n');
});

test('a word is not broken where its style changes', () => {
  const lines = wrap(
    [
      { text: 'said ', style: 'plain' },
      { text: 'Lind', style: 'strong' },
      { text: '’s aide', style: 'plain' },
    ],
    8,
  );
  expect(lines.map((line) => line.map(({ text }) => text).join(''))).toEqual(['said', 'Lind’s', 'aide']);
});

test('nothing is lost or added by wrapping', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 20, max: 120 }), (text, columns) => {
      const drawn = draw(columns, { type: 'paragraph', text: [text] });
      expect(drawn.replace(/\s+/gu, '')).toBe(sanitize(text).replace(/\s+/gu, ''));
    }),
  );
});

test.each([
  ['\u001b[2J\u001b[31mred\u001b[0m', 'red'],
  ['\u001b]8;;https://evil.example\u0007here\u001b]8;;\u0007', 'here'],
  ['a\r\nb\tc\u2028d', 'a b c d'],
  ['photo\u202egpj.exe', 'photogpj.exe'],
  ['zero\u200bwidth', 'zerowidth'],
  ['lone \ud800 half', 'lone \ufffd half'],
  ['👩‍🌾', '👩‍🌾'],
])('%j is printed as %j', (text, printed) => expect(sanitize(text)).toBe(printed));

test('a table is in columns if there is room, and otherwise in small lists', () => {
  const table: Block = {
    type: 'table',
    columns: ['Side', 'Stance', 'Words'],
    rows: [
      [['North'], ['denies'], ['“It is not so.”']],
      [[], ['demands'], ['“Show us.”']],
    ],
  };
  expect(draw(80, table)).toBe(
    [
      '  Side   Stance   Words',
      '  ───────────────────────────────',
      '  North  denies   “It is not so.”',
      '         demands  “Show us.”',
      '',
    ].join('\n'),
  );
  expect(draw(30, table)).toBe(
    ['North', '  Stance: denies', '  Words: “It is not so.”', '', '  Stance: demands', '  Words: “Show us.”', ''].join(
      '\n',
    ),
  );
});

test('the cost of a long word is linear', () => {
  // Quadratic cost would exceed the timeout of the test.
  expect(draw(80, { type: 'paragraph', text: ['한'.repeat(200_000)] }).length).toBeGreaterThan(200_000);
});

test('a menu is listed with the other actions, with its value left open', () => {
  const options = { article: 'rain' };
  const ways: Block = {
    type: 'actions',
    actions: [
      { label: 'Next', command: 'quotes', options: { ...options, page: '2' } },
      { label: 'Positions', command: 'positions', options },
    ],
  };
  const choices = [
    { label: 'A. Farmer', value: 'A. Farmer' },
    { label: 'B. Miller', value: 'B. Miller' },
  ];
  const select: Block = { type: 'select', label: 'Speaker', command: 'quotes', options, option: 'speaker', choices };
  expect(draw(80, ways, select)).toBe(
    [
      '  Next       /quotes article:rain page:2',
      '  Positions  /positions article:rain',
      '  Speaker    /quotes article:rain speaker:…',
      '',
    ].join('\n'),
  );
  expect(draw(80, select)).toBe('  Speaker  /quotes article:rain speaker:…\n');
});
