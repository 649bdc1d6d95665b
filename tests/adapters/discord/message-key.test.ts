import { describe, expect, test } from 'vitest';
import { MESSAGE_KEY_LENGTH, messageKeyIn, withMessageKey, withoutMessageKey } from '#adapters/discord/message-key';
import { channelPost } from '#adapters/discord/render/answers';
import { decodeToken, encodeToken } from '#chat/button-token';
import { commands } from '#commands';
import type { Block } from '#core/reply';
import { type Component, componentsOf } from '../../support/discord/payloads.ts';
import { discordFaults } from '../../support/discord/rules.ts';
import fc from '../../support/property.ts';

const marks = fc.stringMatching(/^[a-z0-9]{1,25}$/);
const MOST = 100;

const posted = (mark: string, ...blocks: readonly Block[]) =>
  channelPost({ reply: { visibility: 'channel', blocks }, idempotencyKey: mark }, commands);
const idsIn = (message: { readonly components: unknown }): readonly string[] =>
  componentsOf(message.components as readonly Component[]).flatMap(({ custom_id: id }) =>
    id === undefined ? [] : [id],
  );

describe('a message key', () => {
  test('is in every button and menu of a post, without changing their targets', () => {
    const speakers = { type: 'select', label: 'Speaker', command: 'quotes', options: {}, option: 'speaker' } as const;
    const message = posted(
      's7k2202503100',
      { type: 'paragraph', text: ['It rained.'] },
      { ...speakers, choices: [{ label: 'Mara Lind', value: 'Mara Lind' }] },
      { type: 'actions', actions: [{ label: 'Articles', command: 'articles', options: { about: 'rain; wind' } }] },
    );
    expect(messageKeyIn(message.components)).toBe('s7k2202503100');
    expect(idsIn(message).map((id) => id.endsWith(';~s7k2202503100'))).toEqual([true, true]);
    expect(idsIn(message).map((id) => decodeToken(withoutMessageKey(id), commands)?.invocation)).toEqual([
      { command: 'quotes', options: {} },
      { command: 'articles', options: { about: 'rain; wind' } },
    ]);
  });

  test('is not found where there is none, and is not read as part of a value', () => {
    fc.assert(
      fc.property(fc.string(), marks, (about, mark) => {
        const token = encodeToken(
          { action: 'run', invocation: { command: 'articles', options: { about } }, part: 1 },
          commands,
          MOST - MESSAGE_KEY_LENGTH,
        );
        fc.pre(token !== undefined);
        expect(messageKeyIn({ custom_id: token })).toBeUndefined();
        const marked = withMessageKey(token ?? '', mark);
        expect(marked.length).toBeLessThanOrEqual(MOST);
        expect(messageKeyIn([{ components: [{ custom_id: marked }] }])).toBe(mark);
        expect(withoutMessageKey(marked)).toBe(token);
      }),
    );
  });

  test('is in a post whose own buttons have no room for it', () => {
    const about = ';'.repeat(48);
    const message = posted('a'.repeat(25), {
      type: 'actions',
      actions: [{ label: 'Articles', command: 'articles', options: { about } }],
    });
    expect(messageKeyIn(message.components)).toBe('a'.repeat(25));
    const [id = ''] = idsIn(message);
    expect(decodeToken(withoutMessageKey(id), commands)?.invocation).toEqual({ command: 'brief', options: {} });
  });

  test.each([undefined, null, 3, 'x;~a', [], {}, { custom_id: 3 }, { custom_id: ';~' }, { custom_id: 'a;~A' }])(
    'is not found elsewhere: %j',
    (components) => expect(messageKeyIn(components)).toBeUndefined(),
  );

  test('keeps every post acceptable to Discord', () => {
    const blocks = fc.array(
      fc.oneof(
        fc.record({ type: fc.constant('paragraph' as const), text: fc.array(fc.string(), { maxLength: 3 }) }),
        fc.record({
          type: fc.constant('actions' as const),
          actions: fc.array(
            fc.record({
              label: fc.string(),
              command: fc.constantFrom('articles', 'quotes', 'nothing'),
              options: fc.dictionary(fc.constantFrom('about', 'speaker'), fc.string()),
            }),
          ),
        }),
      ),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(blocks, marks, (given, mark) => {
        const message = posted(mark, ...given);
        expect(discordFaults({ ...message, nonce: mark, enforce_nonce: true }, 'create')).toEqual([]);
        expect(messageKeyIn(message.components)).toBe(mark);
      }),
      { numRuns: 50 },
    );
  });
});
