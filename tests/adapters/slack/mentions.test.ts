import { describe, expect, test } from 'vitest';
import { MARKET } from '../../support/articles.ts';
import { river } from '../../support/river.ts';
import { BOT_TOKEN } from '../../support/slack/app.ts';
import { labels } from '../../support/slack/people.ts';
import { stage } from './stage.ts';

describe.each(['socket', 'http'] as const)('over %s', (transport) => {
  const on = stage({ transport, entries: [river] });

  describe('a mention', () => {
    test('works like the terminal, for the user alone, in that thread', async () => {
      await on.app.deliver(on.kim.mention('quotes speaker:lind', { thread_ts: '17.1' }));
      const { body, words, blocks } = await on.shown('chat.postEphemeral');
      expect(body).toMatchObject({ channel: 'C1', user: 'U1', thread_ts: '17.1' });
      expect(words).toContain('slow drought');
      expect(labels(blocks)).toContain('Share');
      expect(await on.app.test.nextRequest()).toMatchObject({ source: 'mention', command: 'quotes' });
    });

    test('without text is answered with help', async () => {
      await on.app.deliver(on.kim.mention(''));
      expect((await on.shown('chat.postEphemeral')).words).toContain('Commands');
    });

    test('runs once, even if it is edited or comes again as another event', async () => {
      const mention = on.kim.mention('brief');
      await on.app.deliver(mention);
      await on.shown('chat.postEphemeral');
      const { event, ...payload } = mention.payload as { readonly event: object };
      const again = (id: string, more: object) =>
        on.app.deliver({ ...mention, payload: { ...payload, event_id: id, event: { ...event, ...more } } });
      await again('Ev-edited', { text: '<@UBOT> brief', ts: '17.5', edited: { user: 'U1', ts: '17.6' } });
      await again('Ev-repeated', {});
      await on.answered(on.kim.command('/help'));
      expect(on.slack.calls.all.filter(({ method }) => method === 'chat.postEphemeral')).toHaveLength(1);
    });

    test('can be shared where the bot is', async () => {
      await on.app.deliver(on.kim.mention('brief'));
      const answer = await on.shown('chat.postEphemeral');
      const shared = await on.answered(on.kim.press('Share', answer));
      expect(shared.body).toMatchObject({ response_type: 'in_channel' });
    });
  });

  describe('a message to the bot', () => {
    test('is answered there', async () => {
      await on.app.deliver(on.kim.direct('/brief'));
      const { body, words } = await on.shown('chat.postMessage');
      expect(body).toMatchObject({ channel: 'D1', unfurl_links: 'false' });
      expect(words).toContain('Key points');
      expect(await on.app.test.nextRequest()).toMatchObject({ source: 'message', command: 'brief' });
    });

    test('may be a file', async () => {
      const url_private = on.slack.files.add('market.md', MARKET, BOT_TOKEN);
      await on.app.deliver(on.kim.direct('', { subtype: 'file_share', files: [{ name: 'market.md', url_private }] }));
      expect((await on.shown('chat.postMessage')).words).toContain('a very expensive umbrella');
    });

    test('is recognised by its channel, too', async () => {
      await on.app.deliver(on.kim.direct('brief', { channel_type: undefined }));
      expect((await on.shown('chat.postMessage')).words).toContain('Key points');
    });

    test('may be sent to a thread and the channel at once', async () => {
      await on.app.deliver(on.kim.direct('brief', { subtype: 'thread_broadcast', thread_ts: '17.1' }));
      expect((await on.shown('chat.postMessage')).words).toContain('Key points');
    });

    test('keeps its answers: a button there answers below', async () => {
      await on.app.deliver(on.kim.direct('brief'));
      const answer = await on.shown('chat.postMessage');
      const press = on.kim.press('Quotes', { ...answer, ephemeral: false });
      await on.app.deliver({ ...press, payload: { ...press.payload, channel: { id: 'D1', name: 'directmessage' } } });
      const quotes = await on.shown('chat.postMessage');
      expect(quotes.body).toMatchObject({ channel: 'D1' });
      expect(quotes.words).toContain('slow drought');
    });

    test.each([
      ['a bot’s', { bot_id: 'B2' }],
      ['the bot’s own', { user: 'UBOT' }],
      ['a change of one', { subtype: 'message_changed', user: undefined }],
      ['one in a channel', { channel: 'C1', channel_type: 'channel' }],
    ])('is not %s', async (_, more) => {
      await on.app.deliver(on.kim.direct('brief', more));
      await on.app.deliver(on.kim.direct('help'));
      expect((await on.shown('chat.postMessage')).words).toContain('Commands');
      expect(on.slack.calls.all.filter(({ method }) => method === 'chat.postMessage')).toHaveLength(1);
    });
  });
});
