import { describe, expect, test } from 'vitest';
import { slackFaults } from '../../support/slack/rules.ts';

const plain = (text: string) => ({ type: 'plain_text', text, emoji: false });
const x = (length: number): string => 'x'.repeat(length);
const message = (...blocks: unknown[]) => ({ text: 'Rain at last', blocks });
const header = { type: 'header', text: plain('Rain at last') };
const rich = (...elements: unknown[]) => ({ type: 'rich_text', elements });
const section = (...elements: unknown[]) => ({ type: 'rich_text_section', elements });
const text = { type: 'text', text: 'It rained.' };
const button = (at = 0, more: object = {}) => ({
  type: 'button',
  text: plain('Quotes'),
  value: '1g1;quotes',
  action_id: `button.${at}`,
  ...more,
});
const actions = (...elements: unknown[]) => ({ type: 'actions', elements });
const option = (value: string) => ({ text: plain(value), value });
const select = (more: object = {}) => ({
  type: 'static_select',
  action_id: 'menu',
  placeholder: plain('Speaker'),
  options: [option('Lind')],
  ...more,
});
const table = (...rows: unknown[][]) => ({ type: 'table', rows });
const cell = (text = 'wheat') => ({ type: 'raw_text', text });
const context = (text: string) => ({
  type: 'context',
  elements: [{ type: 'mrkdwn', text, verbatim: true }],
});
const input = (element: unknown, more: object = {}) => ({ type: 'input', label: plain('About'), element, ...more });
const modal = (more: object = {}, ...blocks: unknown[]) => ({
  type: 'modal',
  title: plain('Quotes'),
  submit: plain('Ask'),
  blocks: [header, ...blocks],
  ...more,
});
const times = <T>(count: number, make: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at));

describe('finds no fault in what Slack accepts', () => {
  const link = { type: 'link', url: 'https://paper.example/rain#:~:text=We%20waited', text: '¶4' };
  const sound: [string, unknown][] = [
    [
      'one of each block',
      message(
        header,
        rich(
          section(text, link),
          { type: 'rich_text_list', style: 'bullet', elements: [section(text)] },
          { type: 'rich_text_quote', elements: [text] },
        ),
        context('<https://paper.example/?a=1&amp;b=2|The &lt;Paper&gt;>'),
        { type: 'image', image_url: 'https://paper.example/rain.png', alt_text: 'A wet field' },
        { type: 'divider' },
        table([cell(), cell()], [cell('\u00a0'), rich(section(text))]),
        actions(button(0, { style: 'primary' }), button(1)),
        { type: 'actions', block_id: 'menu', elements: [select()] },
      ),
    ],
    [
      'a form',
      modal({}, input({ type: 'plain_text_input', action_id: 'value', max_length: 48, initial_value: 'rain' })),
    ],
    [
      'a form with choices to load',
      modal(
        {},
        input({ type: 'external_select', action_id: 'a', min_query_length: 0, initial_option: option('Lind') }),
        input({ type: 'checkboxes', action_id: 'b', options: [option('yes')], initial_options: [option('yes')] }),
      ),
    ],
    ['a home', { type: 'home', blocks: [header, actions(button())] }],
    ['an answer without choices', { options: [] }],
  ];
  test.each(sound)('%s', (_, sent) => expect(slackFaults(sent)).toEqual([]));
});

const long = rich(section({ type: 'text', text: x(3000) }));
const faulty: [what: string, sent: unknown, fault: RegExp][] = [
  ['no plain text', { blocks: [header] }, /text: no letters/],
  ['a live mention in the plain text', { ...message(header), text: '<!channel>' }, /text: < or > is not escaped/],
  ['no block', message(), /blocks: 0/],
  ['51 blocks', message(...times(51, () => header)), /blocks: 51, not 1 to 50/],
  ['101 blocks of a home', { type: 'home', blocks: times(101, () => header) }, /blocks: 101/],
  ['13,201 characters together', message(long, long, long, long, long), /together/],
  ['a strange block', message({ type: 'video' }), /no block we may send/],
  ['a block named like a property', message({ type: 'constructor' }), /no block we may send/],
  ['markup in a header', message({ type: 'header', text: { type: 'mrkdwn', text: 'a' } }), /mrkdwn, not plain_text/],
  ['a header of 151', message({ type: 'header', text: plain(x(151)) }), /151 characters, more than 150/],
  ['an empty header', message({ type: 'header', text: plain(' ') }), /no letters/],
  ['a section of 3,001', message({ type: 'section', text: plain(x(3001)) }), /more than 3000/],
  ['a field of 2,001', message({ type: 'section', fields: [plain(x(2001))] }), /more than 2000/],
  ['11 fields', message({ type: 'section', fields: times(11, () => plain('a')) }), /fields: 11/],
  ['a section of nothing', message({ type: 'section' }), /neither text nor fields/],
  ['< in markup', message(context('a < b')), /not escaped/],
  ['& in markup', message(context('salt & pepper')), /& is not escaped/],
  ['a user in markup', message(context('<@U123>')), /not escaped/],
  ['a script as a link', message(context('<javascript:alert(1)|press>')), /not escaped/],
  ['an endless link', message(context(`<https://paper.example/${x(3000)}|a>`)), /address too long/],
  ['emoji in markup', message({ type: 'context', elements: [{ type: 'mrkdwn', text: 'a', emoji: false }] }), /emoji/],
  ['11 pieces of context', message({ type: 'context', elements: times(11, () => plain('a')) }), /elements: 11/],
  ['empty rich text', message(rich()), /empty/],
  ['an empty section', message(rich(section())), /elements\/0: empty/],
  ['an empty text', message(rich(section({ type: 'text', text: '' }))), /no letters/],
  ['a mention', message(rich(section({ type: 'broadcast', range: 'channel' }))), /broadcast does not belong/],
  ['a user', message(rich(section({ type: 'user', user_id: 'U1' }))), /user does not belong/],
  ['a list of texts', message(rich({ type: 'rich_text_list', style: 'bullet', elements: [text] })), /text does not/],
  ['a list without a style', message(rich({ type: 'rich_text_list', elements: [section(text)] })), /without a style/],
  ['a link to a script', message(rich(section({ type: 'link', url: 'javascript:a', text: 'b' }))), /no web address/],
  ['two tables', message(table([cell()]), table([cell()])), /2 tables/],
  ['101 rows', message(table(...times(101, () => [cell()]))), /rows: 101/],
  ['21 columns', message(table(times(21, () => cell()))), /rows\/0: 21/],
  ['rows of two lengths', message(table([cell()], [cell(), cell()])), /different lengths/],
  ['an empty cell', message(table([cell('')])), /neither rich text nor letters/],
  ['a table of 10,001', message(table(...times(4, () => [cell(x(2501))]))), /10004 characters/],
  ['a table in a home', { type: 'home', blocks: [table([cell()])] }, /outside of a message/],
  ['26 buttons', message(actions(...times(26, button))), /elements: 26/],
  ['a button without a value', message(actions(button(0, { value: undefined }))), /without a value/],
  ['a value of 2,001', message(actions(button(0, { value: x(2001) }))), /value: not 1 to 2000/],
  ['an address of 3,001', message(actions(button(0, { url: x(3001) }))), /url: not 1 to 3000/],
  ['a label of 76', message(actions(button(0, { text: plain(x(76)) }))), /more than 75/],
  ['two primary buttons', message(actions(...times(2, (at) => button(at, { style: 'primary' })))), /one primary/],
  ['a button without an id', message(actions(button(0, { action_id: undefined }))), /action_id/],
  ['an id of 256', message(actions(button(0, { action_id: x(256) }))), /action_id: not 1 to 255/],
  ['a block’s id of 256', message({ ...header, block_id: x(256) }), /block_id: more than 255/],
  ['one action id twice', message(actions(button()), actions(button())), /action_id button.0 stands twice/],
  [
    'one block id twice',
    message({ ...header, block_id: 'a' }, { ...header, block_id: 'a' }),
    /block_id a stands twice/,
  ],
  ['a select without options', message(actions(select({ options: [] }))), /0 options/],
  ['101 options', message(actions(select({ options: times(101, (at) => option(`${at}`)) }))), /101 options/],
  ['an option of 76', message(actions(select({ options: [{ text: plain(x(76)), value: 'a' }] }))), /more than 75/],
  ['an option’s value of 76', message(actions(select({ options: [option(x(76))] }))), /value: not 1 to 75/],
  ['one value twice', message(actions(select({ options: [option('a'), option('a')] }))), /two options with one value/],
  ['a placeholder of 151', message(actions(select({ placeholder: plain(x(151)) }))), /more than 150/],
  ['chosen is no option', message(actions(select({ initial_option: option('Brandt') }))), /chosen is no option/],
  ['no address of a picture', message({ type: 'image', image_url: 'data:a', alt_text: 'a' }), /no address/],
  ['a picture without words', message({ type: 'image', image_url: 'https://a.example', alt_text: '' }), /alt_text/],
  ['an input in a message', message(input({ type: 'plain_text_input', action_id: 'a' })), /input in a message/],
  [
    'a tick outside of a form',
    message(actions({ type: 'checkboxes', action_id: 'a', options: [option('a')] })),
    /form/,
  ],
  ['a view’s title of 25', modal({ title: plain(x(25)) }), /title: 25 characters/],
  [
    'no submit beside inputs',
    modal({ submit: undefined }, input({ type: 'plain_text_input', action_id: 'a' })),
    /submit/,
  ],
  ['metadata of 3,001', modal({ private_metadata: x(3001) }), /private_metadata: more than 3000/],
  [
    'an input that takes 3,001',
    modal({}, input({ type: 'plain_text_input', action_id: 'a', max_length: 3001 })),
    /length/,
  ],
  [
    'more filled in than it takes',
    modal({}, input({ type: 'plain_text_input', action_id: 'a', max_length: 2, initial_value: 'abc' })),
    /longer than it takes/,
  ],
  [
    'no tick ticked',
    modal({}, input({ type: 'checkboxes', action_id: 'a', options: [option('a')], initial_options: [] })),
    /initial options, none/,
  ],
  ['an override', message({ type: 'header', text: plain('photo\u202egpj.exe') }), /drive a display/],
  ['half a letter', message({ type: 'header', text: plain('a\ud800') }), /drive a display/],
  ['101 choices', { options: times(101, (at) => option(`${at}`)) }, /101 options/],
];

describe('finds what Slack rejects or misreads', () => {
  test.each(faulty)('%s', (_, sent, fault) => expect(slackFaults(sent)).toContainEqual(expect.stringMatching(fault)));
});
