import { describe, expect, test } from 'vitest';
import { type FormValues, formFor, optionsFor, readFillId, readForm, readFormId } from '#adapters/slack/inbound/modal';
import { commands } from '#commands';
import type { Command } from '#core/commands/command';
import { isShortId, shortId } from '#text/short-id';
import fc from '../../../support/property.ts';
import { slackFaults } from '../../../support/slack/rules.ts';

const named = (name: string): Command => commands.find((command) => command.name === name) as Command;
const plain = (text: string) => ({ type: 'plain_text', text, emoji: false });
const option = (label: string, value = label) => ({ text: plain(label), value });
const METADATA = { metadata: 'where it was asked' };

/** Values of the types that take no text. */
const GIVEN: Readonly<Record<string, string>> = { channel: 'C123', flag: 'yes' };

type Filled = FormValues[string][string];

/** A user fills in a form, or leaves it unchanged, and submits it. */
const sent = (view: ReturnType<typeof formFor>, filled: Readonly<Record<string, object>> = {}): FormValues =>
  Object.fromEntries(
    view.blocks.flatMap((block) => {
      if (block.type !== 'input' || !('element' in block)) return [];
      const { action_id = '', ...element } = block.element as unknown as Readonly<Record<string, string>>;
      const name = `${block.block_id}`.replace('field.', '');
      const left = {
        type: element.type,
        value: element.initial_value ?? null,
        selected_option: element.initial_option ?? null,
        selected_options: element.initial_options ?? [],
        selected_conversation: element.initial_conversation ?? null,
      } as Filled;
      return [[`${block.block_id}`, { [action_id]: { ...left, ...filled[name] } }]];
    }),
  );

describe('the form for a command', () => {
  test.each(commands)('/$name is valid, and returns the given values if submitted unchanged', (command) => {
    const given = Object.fromEntries(
      command.options.map(({ name, type, choices }) => [name, GIVEN[type] ?? choices?.[0] ?? 'x']),
    );
    expect(slackFaults(formFor(command, {}, METADATA))).toEqual([]);
    const view = formFor(command, given, METADATA);
    expect(slackFaults(view)).toEqual([]);
    expect(readFormId(view.callback_id ?? '')).toBe(command.name);
    expect(readForm(sent(view))).toEqual(given);
    expect(readForm(sent(formFor(command, {}, METADATA)))).toEqual({});
  });

  const fields = (command: Command, missing?: string) =>
    formFor(command, {}, { ...METADATA, missing }).blocks.map((block) =>
      block.type === 'input' && 'element' in block
        ? [block.block_id, (block.element as { type: string }).type, block.optional]
        : [],
    );

  test('offers known values, lists choices, and takes free text for the rest', () => {
    expect(fields(named('quotes'))).toEqual(
      expect.arrayContaining([
        ['field.speaker', 'external_select', true],
        ['field.article', 'external_select', true],
        ['field.kind', 'static_select', true],
        ['field.about', 'plain_text_input', true],
      ]),
    );
  });

  test('takes free text if the suggestions are incomplete', () => {
    const about = { name: 'about', description: 'Words', type: 'text', complete: () => [] } as const;
    expect(fields({ ...named('help'), options: [about] })).toEqual([['field.about', 'plain_text_input', true]]);
  });

  test('requires only the missing value', () => {
    const demanded = fields(named('quotes'), 'speaker').filter(([, , optional]) => optional === false);
    expect(demanded).toEqual([['field.speaker', 'external_select', false]]);
  });

  test('shows flags as checkboxes', () => {
    const command: Command = {
      ...named('help'),
      options: [{ name: 'quiet', description: 'Say nothing', type: 'flag' }],
    };
    const view = formFor(command, { quiet: 'yes' }, METADATA);
    expect(slackFaults(view)).toEqual([]);
    expect(readForm(sent(view))).toEqual({ quiet: 'yes' });
    expect(readForm(sent(view, { quiet: { selected_options: [] } }))).toEqual({});
  });

  test('has a channel picker, with the current channel selected', () => {
    const channel = { name: 'channel', description: 'Where to', type: 'channel', required: true } as const;
    const command: Command = { ...named('help'), options: [channel] };
    const view = formFor(command, {}, METADATA);
    expect(slackFaults(view)).toEqual([]);
    expect(fields(command)).toEqual([['field.channel', 'conversations_select', false]]);
    expect(JSON.stringify(view)).toContain('"default_to_current_conversation":true');
    expect(readForm(sent(view, { channel: { selected_conversation: 'C123' } }))).toEqual({ channel: 'C123' });
    expect(slackFaults(formFor(command, { channel: 'C123' }, METADATA))).toEqual([]);
    expect(slackFaults(formFor(command, { channel: '#river' }, METADATA))).toEqual([]);
  });

  test('has a submit button named after its effect', () => {
    const submit = (name: string) => (formFor(named(name), {}, METADATA).submit as { text: string }).text;
    expect([submit('schedule add'), submit('schedule preview')]).toEqual(['Add', 'Ask']);
  });

  test('of a command without options reports it', () => {
    const view = formFor({ ...named('help'), options: [] }, {}, METADATA);
    expect(slackFaults(view)).toEqual([]);
    expect(JSON.stringify(view)).toContain('nothing to choose');
  });

  test('is within the limits for any given values', () => {
    fc.assert(
      fc.property(fc.constantFrom(...commands), fc.string({ unit: 'grapheme', maxLength: 200 }), (command, value) => {
        const given = Object.fromEntries(command.options.map(({ name }) => [name, value]));
        expect(slackFaults(formFor(command, given, METADATA))).toEqual([]);
      }),
    );
  });
});

test('submitted values are read without blanks', () => {
  const view = formFor(named('quotes'), { article: 'river-dam' }, METADATA);
  const filled = {
    speaker: { selected_option: { value: 'Mara Lind' } },
    about: { value: '  the drought ' },
    article: { selected_option: null },
  };
  expect(readForm(sent(view, filled))).toEqual({ speaker: 'Mara Lind', about: 'the drought' });
  expect(readForm(undefined)).toEqual({});
  expect(readForm({ other: { a: { value: 'x' } } })).toEqual({});
});

describe('loaded choices', () => {
  const listed = named('quotes').options.find(({ name }) => name === 'speaker');
  const long = 'The Standing Committee on the Rivers and the Lakes of the Northern Provinces and Islands';

  test('are labels and values', () =>
    expect(optionsFor([{ label: 'Mara Lind, premier', value: 'Mara Lind' }])).toEqual([
      option('Mara Lind, premier', 'Mara Lind'),
    ]));

  test('have short forms for values that are too long', () => {
    expect(optionsFor([{ label: long, value: long }], listed)).toEqual([
      option(`${long.slice(0, 74)}…`, shortId(long)),
    ]);
    expect(optionsFor([{ label: long, value: long }])).toEqual([]);
  });

  test('are within the limits for any values', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ label: fc.string({ unit: 'grapheme' }), value: fc.string() }), { maxLength: 300 }),
        (all) => {
          const options = optionsFor(all, listed);
          expect(slackFaults({ options })).toEqual([]);
          for (const { value = '' } of options)
            expect(all.some((choice) => choice.value === value) || isShortId(value)).toBe(true);
        },
      ),
    );
  });
});

test('belong to the field that requests them', () => {
  const [block] = formFor(named('quotes'), {}, METADATA).blocks;
  const { action_id } = (block as { element: { action_id: string } }).element;
  expect(readFillId(action_id)).toEqual({ command: 'quotes', option: 'speaker' });
  expect(readFillId('button.1')).toBeUndefined();
  expect(readFormId('something else')).toBeUndefined();
});
