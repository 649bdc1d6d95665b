import { expect, test } from 'vitest';
import { textIn } from '#adapters/discord/inbound/message-text';
import { render } from '#adapters/discord/render/message';

const written = (more: object) => ({ content: '', embeds: [], attachments: [], components: [], ...more }) as never;

test('the text of a message made of components is that of its text displays, without markup', () => {
  const { components } = render([
    { type: 'heading', text: 'River states argue over the dam', level: 1 },
    { type: 'paragraph', text: ['Upland will ', { text: 'close', style: 'strong' }, ' the gates, it said.'] },
    {
      type: 'quote',
      text: ['a slow drought by decree'],
      by: ['Mara Lind'],
      evidence: { paragraph: 2, href: 'https://paper.example/dam' },
    },
  ]);
  const text = textIn(written({ components }));
  expect(text).toContain('River states argue over the dam');
  expect(text).toContain('Upland will close the gates, it said.');
  expect(text).toContain('“a slow drought by decree”');
  expect(text).not.toMatch(/[#>*]|-#|https:/);
});

test.each([
  ['what its author wrote', { content: 'It rained.', components: [{ type: 10, content: 'no' }] }, 'It rained.'],
  ['components that are none', { components: [null, 7, { type: 17, components: { length: 3 } }] }, ''],
  [
    'what it forwards',
    { message_snapshots: [{ message: written({ components: [{ type: 10, content: 'It rained.' }] }) }] },
    'It rained.',
  ],
])('is %s', (_, message, expected) => {
  expect(textIn(written(message))).toBe(expected);
});
