import { describe, expect, test } from 'vitest';
import { makeEntry } from '../../support/briefing.ts';
import { commandsWithoutScope } from '../../support/dispatcher.ts';
import { river } from '../../support/river.ts';
import { labels, usable } from '../../support/slack/people.ts';
import { readBlocks } from '../../support/slack/read.ts';
import { refused } from '../../support/slack/server.ts';
import { stage } from './stage.ts';

describe.each(['socket', 'http'] as const)('over %s', (transport) => {
  const on = stage({ transport, entries: [river, long] });

  describe('a command', () => {
    test('/search without words names the command as it is called here', async () => {
      const { words } = await on.answered(on.kim.command('/onrecord-search'));
      expect(words).toContain('/onrecord-search ceasefire');
      expect(words).not.toMatch(/ \/search/);
    });

    test.each(commandsWithoutScope.map(({ name }) => name))(
      '/%s is acknowledged, and answered to the user alone',
      async (name) => {
        const { body, words } = await on.answered(
          on.kim.command(name === 'search' ? '/onrecord-search' : `/${name}`, name === 'search' ? 'river' : ''),
        );
        expect(body).toMatchObject({ response_type: 'ephemeral', unfurl_links: false, unfurl_media: false });
        expect(body.text).toMatch(/\w/);
        expect(words).not.toBe('');
        expect(await on.app.test.nextRequest()).toMatchObject({
          platform: 'Slack',
          source: 'command',
          command: name,
          outcome: 'answered',
        });
      },
    );

    test('takes options as typed in a terminal, however Slack rewrites them', async () => {
      expect((await on.answered(on.kim.command('/quotes', 'speaker:“Mara Lind” kind:mixed'))).words).toContain(
        'slow drought',
      );
      expect((await on.answered(on.kim.command('/quotes', 'speaker:"A &amp; B"'))).words).toContain('A & B');
      expect((await on.answered(on.kim.command('/articles', '<https://dam.example|dam.example>'))).words).toContain(
        'dam.example',
      );
    });

    test('may be called through the single command for all', async () => {
      expect((await on.answered(on.kim.command('/onrecord', 'quotes speaker:lind'))).words).toContain('slow drought');
      expect((await on.answered(on.kim.command('/onrecord'))).words).toContain('Commands');
      expect((await on.answered(on.kim.command('/quotes', 'help'))).words).toContain('/quotes');
    });

    test('that does not exist suggests similar ones', async () => {
      expect((await on.answered(on.kim.command('/onrecord', 'breif'))).words).toContain('Did you mean /brief?');
      expect((await on.app.test.nextRequest()).outcome).toBe('mistake');
    });
  });

  describe('a button', () => {
    test('replaces the answer that it belongs to', async () => {
      const brief = await on.answered(on.kim.command('/brief', 'river-dam'));
      const quotes = await on.answered(on.kim.press('Quotes', brief));
      expect(quotes.body).toMatchObject({ replace_original: true });
      expect(quotes.words).toContain('No village of ours will go thirsty');
      await on.app.test.nextRequest();
      expect(await on.app.test.nextRequest()).toMatchObject({
        source: 'button',
        command: 'quotes',
        outcome: 'answered',
      });
    });

    test('on a public message answers privately', async () => {
      const brief = await on.answered(on.kim.command('/brief', 'river-dam'));
      const quotes = await on.answered(on.kim.press('Quotes', { ...brief, ephemeral: false, thread: '17.1' }));
      expect(quotes.body).toMatchObject({ replace_original: false, response_type: 'ephemeral', thread_ts: '17.1' });
    });

    test('turns the pages of a long answer, each within the limits', async () => {
      let page = await on.answered(on.kim.command('/quotes', 'article:long'));
      const seen = [page.words];
      for (;;) {
        const more = labels(page.blocks).find((label) => /^(?:More \(|Next)/.test(label));
        if (more === undefined) break;
        page = await on.answered(on.kim.press(more, page));
        seen.push(page.words);
      }
      expect(seen.length).toBeGreaterThan(2);
      const back = labels(page.blocks).find((label) => /^(?:Back \(|Back$|Previous)/.test(label));
      expect((await on.answered(on.kim.press(back ?? '', page))).words).toBe(seen.at(-2));
    });

    test.each([
      ['of a version that is gone', { action_id: 'button.0', value: '0x9;nothing' }],
      ['made by another app', { action_id: 'approve', value: 'yes' }],
      ['without anything', { action_id: '' }],
      ['without so much as an id', { action_id: undefined, block_id: undefined }],
      ['with a menu’s id', { action_id: 'menu.1.1pq;quotes.', block_id: 'menu.1..' }],
    ])('%s reports that it is out of date, with new ones', async (_, action) => {
      const { blocks, words } = await on.answered(on.kim.pressAny(action));
      expect(words).toContain('This button is out of date.');
      expect(labels(blocks)).toContain('Newest briefing');
    });
  });

  test('a menu is the same as typing the option', async () => {
    const quotes = await on.answered(on.kim.command('/quotes', 'article:river-dam'));
    const [menu] = usable(quotes.blocks).filter(({ type }) => type === 'static_select');
    const option = menu?.options?.find(({ text }) => text.text.includes('Mara Lind'))?.text.text ?? '';
    const chosen = await on.answered(on.kim.choose(menu?.placeholder?.text ?? '', option, quotes));
    expect(chosen.words).toContain('slow drought');
    expect(chosen.words).not.toContain('when the snow melts');
    await on.app.test.nextRequest();
    expect(await on.app.test.nextRequest()).toMatchObject({ source: 'select', command: 'quotes' });
  });

  describe('Share', () => {
    test('posts the answer under the user’s name, and marks the private copy as shared', async () => {
      const brief = await on.answered(on.kim.command('/brief', 'river-dam'));
      await on.app.deliver(on.kim.press('Share', brief));
      const [shared, copy] = [await on.shown(), await on.shown()];
      expect(shared.body).toMatchObject({ response_type: 'in_channel', replace_original: false });
      expect(JSON.stringify(shared.body.blocks)).toContain('Shared by <@U1>');
      expect(readBlocks(shared.body.blocks)).toContain('Upland will close the gates');
      expect(labels(shared.body.blocks)).not.toContain('Share');
      expect(copy.body).toMatchObject({ replace_original: true });
      // The channel shows the answer, so no second copy is offered.
      expect(readBlocks(copy.body.blocks)).toBe('Shared in this channel.');
      expect(labels(copy.body.blocks)).not.toContain('Share');
    });

    test('omits what concerns only the user', async () => {
      const { dispatcher } = on.app;
      const answered = dispatcher.dispatch.bind(dispatcher);
      dispatcher.dispatch = async (question, requester) => {
        const answer = await answered(question, requester);
        const note = { type: 'context', text: ['Only you see this.'], askerOnly: true } as const;
        return { ...answer, reply: { ...answer.reply, blocks: [note, ...answer.reply.blocks] } };
      };
      const brief = await on.answered(on.kim.command('/brief', 'river-dam'));
      expect(brief.words).toContain('Only you see this.');
      await on.app.deliver(on.kim.press('Share', brief));
      expect((await on.shown()).words).not.toContain('Only you see this.');
    });

    test('is rejected for a user who may not post in the channel', async () => {
      const brief = await on.answered(on.kim.command('/brief', 'river-dam'));
      on.slack.failNext('conversations.info', { body: { ok: true, channel: { id: 'C1', is_read_only: true } } });
      const told = await on.answered(on.kim.press('Share', brief));
      expect(told.body).toMatchObject({ response_type: 'ephemeral', replace_original: false });
      expect(told.words).toContain('You may not post in this channel');
    });

    test.each([
      ['the scopes are missing', refused('missing_scope'), 'channels:read, groups:read'],
      ['the app is not in the channel', refused('channel_not_found'), '/invite'],
      ['Slack returns an error', refused('fatal_error'), 'press Share again in a minute'],
      ['Slack returns no channel', { body: { ok: true } }, 'press Share again in a minute'],
    ])('is refused where it is unknown who may post: %s', async (_, trouble, solution) => {
      const brief = await on.answered(on.kim.command('/brief', 'river-dam'));
      on.slack.failNext('conversations.info', ...[trouble, trouble, trouble, trouble, trouble]);
      const told = await on.answered(on.kim.press('Share', brief));
      expect(told.body).toMatchObject({ response_type: 'ephemeral', replace_original: false });
      expect(told.words).toContain('the answer was not shared');
      expect(told.words).toContain(solution);
      expect(on.slack.calls.all.filter(({ body }) => body.response_type === 'in_channel')).toEqual([]);
    });

    test('posts in a group of direct messages, whose members may all post', async () => {
      const brief = await on.answered(on.kim.command('/brief', 'river-dam'));
      const body = { ok: false, error: 'missing_scope', needed: 'mpim:read', provided: 'channels:read' };
      on.slack.failNext('conversations.info', { body });
      await on.app.deliver(on.kim.press('Share', brief));
      expect((await on.shown()).body).toMatchObject({ response_type: 'in_channel' });
    });

    test('is not offered in a direct message', async () => {
      await on.app.deliver(on.kim.direct('brief'));
      expect(labels((await on.slack.call('chat.postMessage')).body.blocks)).not.toContain('Share');
    });
  });

  describe('the Home tab', () => {
    test('shows the newest briefings, and its buttons answer in the direct message', async () => {
      await on.app.deliver(on.kim.openHome());
      const { body } = await on.slack.call('views.publish');
      const { blocks } = body.view as { blocks: unknown };
      expect(body.user_id).toBe('U1');
      expect(readBlocks(blocks)).toContain('River states argue over the dam');
      expect(await on.app.test.nextRequest()).toMatchObject({ source: 'home', outcome: 'answered' });
      await on.app.deliver(on.kim.pressAtHome('Brief', { blocks }));
      const answer = await on.slack.call('chat.postMessage');
      expect(answer.body.channel).toBe('U1');
      expect(readBlocks(answer.body.blocks)).toContain('Key points');
    });

    test('is not published when the Messages tab is opened', async () => {
      await on.app.deliver(on.kim.openHome('messages'));
      await on.app.deliver(on.kim.openHome());
      await on.slack.call('views.publish');
      expect(on.slack.calls.all.filter(({ method }) => method === 'views.publish')).toHaveLength(1);
    });
  });
});

/** More quotations than one message holds. */
const long = makeEntry({
  id: 'long',
  title: 'Everybody has a view',
  paragraphs: Array.from(
    { length: 120 },
    (_, at) => `“Statement ${at} is ${'quite '.repeat(40)}long,” said Speaker Number${at}.`,
  ),
  speakers: Array.from({ length: 120 }, (_, at) => ({
    id: `number${at}`,
    name: `Speaker Number${at}`,
    aliases: [],
    type: 'person' as const,
  })),
  said: Array.from({ length: 120 }, (_, at) => ({
    speaker: `number${at}`,
    kind: 'direct' as const,
    words: [`Statement ${at} is ${'quite '.repeat(40)}long,`],
  })),
});
