import { describe, expect, test } from 'vitest';
import { linksBehind, textOf } from '#adapters/slack/inbound/message-text';
import { unescapeLine, unescapeText, withoutMention } from '#adapters/slack/inbound/unescape';

test.each([
  ['speaker:"Kim &amp; Park" &lt;now&gt;', 'speaker:"Kim & Park" <now>'],
  ['<https://a.example/?b=c&amp;d=e>', 'https://a.example/?b=c&d=e'],
  ['<http://a.example|a.example> today', 'a.example today'],
  ['<@U12|kim> and <@U34>', '@kim and @U34'],
  ['<#C12|general>', '#general'],
  ['<!subteam^S1|@desk> <!here> <!date^1^{date}|May>', '@desk @here @May'],
  ['<mailto:a@b.example|a@b.example>', 'a@b.example'],
  ['&amp;lt;', '&lt;'],
  ['a < b', 'a < b'],
])('%s was typed as %s', (sent, expected) => {
  expect(unescapeText(sent)).toBe(expected);
});

test.each([
  ['brief <https://a.example/?b=c&amp;d=e|the council votes>', 'brief https://a.example/?b=c&d=e'],
  ['brief <https://a.example/ferry|a.example/ferry>', 'brief a.example/ferry'],
  ['feeds add <http://a.example|a.example>', 'feeds add a.example'],
  ['quotes <mailto:a@b.example|Ann>', 'quotes Ann'],
])('the line %s is %s', (sent, expected) => {
  expect(unescapeLine(sent)).toBe(expected);
});

test.each([
  ['<@UBOT> brief', 'brief'],
  ['brief <@UBOT|onrecord>', 'brief'],
  ['<@UBOT>', ''],
  ['<@UBOT> what about <@U2>', 'what about <@U2>'],
])('%s is run as %s', (sent, expected) => {
  expect(withoutMention(sent, 'UBOT')).toBe(expected);
});

describe('the text of a message', () => {
  const rich = (...elements: object[]) => ({ type: 'rich_text', elements });
  const run = (text: string) => ({ type: 'text', text });

  test('is what the user wrote, not the markup made of it', () => {
    const blocks = [
      rich(
        {
          type: 'rich_text_section',
          elements: [run('It is *not* '), { type: 'link', url: 'https://a.example', text: 'here' }],
        },
        { type: 'rich_text_quote', elements: [run('“We saw it,” she said.')] },
        {
          type: 'rich_text_list',
          elements: [
            { type: 'rich_text_section', elements: [run('one')] },
            { type: 'rich_text_section', elements: [run('two')] },
          ],
        },
      ),
    ];
    expect(textOf({ text: 'It is \\*not\\*…', blocks })).toBe('It is *not* here\n\n“We saw it,” she said.\n\none\ntwo');
  });

  test('keeps its links', () => {
    const link = (url: string, text?: string) => ({ type: 'link', url, ...(text !== undefined && { text }) });
    const elements = [
      run('See '),
      link('https://a.example/ferry?x=1&y=2', 'the ferry'),
      link('https://b.example/'),
      link('https://c.example/', 'c.example'),
    ];
    const blocks = [rich({ type: 'rich_text_section', elements })];
    const text = 'See <https://a.example/ferry?x=1&amp;y=2|the ferry> <https://c.example/|c.example>';
    expect(linksBehind({ text, blocks })).toEqual(['https://a.example/ferry?x=1&y=2']);
    expect(linksBehind({ text })).toEqual(['https://a.example/ferry?x=1&y=2']);
    expect(linksBehind({ text: null, blocks: [null, 'text', { elements: {} }] })).toEqual([]);
  });

  test('is the plain text if there is nothing else', () => {
    expect(textOf({ text: 'rain &amp; hail' })).toBe('rain & hail');
  });

  test('is in the blocks of a bot’s message', () => {
    const blocks = [
      { type: 'header', text: { type: 'plain_text', text: 'Dam' } },
      { type: 'divider' },
      {
        type: 'section',
        text: { type: 'mrkdwn', text: 'rain &amp; <https://a.example|hail>' },
        fields: [{ type: 'plain_text', text: 'wind' }],
      },
      { type: 'actions', elements: [{ type: 'button' }] },
    ];
    expect(textOf({ bot_id: 'B1', text: 'Dam', blocks })).toBe('Dam\n\nrain & hail\nwind');
  });

  test('is that of the forwarded message if it has none of its own', () => {
    const message = (text: string) => ({
      message: { blocks: [rich({ type: 'rich_text_section', elements: [run(text)] })] },
    });
    expect(
      textOf({ text: '', attachments: [{ text: 'It is \\*not\\*', message_blocks: [message('It is *not*')] }] }),
    ).toBe('It is *not*');
    expect(textOf({ text: '', attachments: [{ title: 'Dam', text: 'rain &amp; hail' }, { text: 'wind' }] })).toBe(
      'Dam\n\nrain & hail\n\nwind',
    );
    expect(textOf({ text: 'see this', attachments: [{ text: 'rain' }] })).toBe('see this');
    expect(textOf({ attachments: [null, 'text', { blocks: 5, message_blocks: [null] }] })).toBe('');
  });

  test.each([[null], ['text'], [{ type: 'constructor' }], [{ type: 'section', text: 5 }], [{ elements: {} }]])(
    'is empty in %o',
    (block) => {
      expect(textOf({ blocks: [block] })).toBe('');
    },
  );
});
