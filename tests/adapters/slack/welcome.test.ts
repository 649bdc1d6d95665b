import { describe, expect, test } from 'vitest';
import { river } from '../../support/river.ts';
import { readBlocks } from '../../support/slack/read.ts';
import { stage } from './stage.ts';

describe.each(['socket', 'http'] as const)('opening the direct message for the first time, over %s', (transport) => {
  const on = stage({ transport, entries: [river], settings: { SLACK_COMMAND_PREFIX: 'news-' } });
  const posts = () => on.slack.calls.all.filter(({ method }) => method === 'chat.postMessage');

  test('sends one message with three example commands, by their names there', async () => {
    await on.app.deliver(on.kim.openHome('messages'));
    const { body } = await on.slack.call('chat.postMessage');
    const words = readBlocks(body.blocks);
    for (const line of ['Welcome to Onrecord', '/news-brief', '/news-quotes', '/news-schedule add time:07:30'])
      expect(words).toContain(line);
    await on.app.deliver(on.kim.openHome('messages'));
    await on.app.deliver(on.kim.direct('help'));
    await on.app.test.nextRequest();
    await on.app.test.nextRequest();
    expect(posts()).toHaveLength(2);
  });

  test('is in the language of the user', async () => {
    on.slack.channels.members.set('U1', { locale: 'ko-KR' });
    await on.app.deliver(on.kim.openHome('messages'));
    const words = readBlocks((await on.slack.call('chat.postMessage')).body.blocks);
    for (const line of ['Onrecord가 왔습니다', '/news-brief', '최신 기사 1분 브리핑']) expect(words).toContain(line);
  });

  test('sends nothing if there are earlier messages, or if Slack does not say', async () => {
    on.slack.channels.put('D1', { user: 'U1', text: 'hello' });
    await on.app.deliver(on.kim.openHome('messages'));
    await on.app.test.nextRequest();
    on.slack.channels.withhold('im:history');
    await on.app.deliver(on.kim.openHome('messages'));
    expect(posts()).toEqual([]);
  });
});
