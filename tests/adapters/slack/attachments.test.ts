import { describe, expect, test } from 'vitest';
import { MARKET } from '../../support/articles.ts';
import { BOT_TOKEN } from '../../support/slack/app.ts';
import { peopleOf } from '../../support/slack/people.ts';
import { stage } from './stage.ts';

const STORY = MARKET.replace(/^---.*---\n/s, '').trim();

describe.each(['socket', 'http'] as const)('“Brief this”, over %s', (transport) => {
  const on = stage({ transport });

  const brief = (message: object) => on.answered(on.kim.briefThis('brief-this', message));
  const file = (name: string, content: string | Uint8Array, more: object = {}) => ({
    id: 'F1',
    name,
    size: content.length,
    url_private_download: on.slack.files.add(name, content, BOT_TOKEN),
    ...more,
  });

  test('briefs the text of a message, in its thread', async () => {
    const { words, body } = await brief({ text: STORY.replaceAll('&', '&amp;'), thread_ts: '17.1' });
    expect(words).toContain('Our traders have waited eleven winters for a roof');
    expect(body).toMatchObject({ response_type: 'ephemeral', thread_ts: '17.1' });
    expect(await on.app.test.nextRequest()).toMatchObject({
      source: 'shortcut',
      command: 'brief',
      outcome: 'answered',
    });
  });

  test.each([
    ['market.md', MARKET],
    ['market.txt', STORY],
    [
      'market.html',
      `<html><body><article><h1>Market</h1><p>${STORY.replaceAll('\n\n', '</p><p>')}</p></article></body></html>`,
    ],
  ])('briefs the attached %s', async (name, content) => {
    const { words } = await brief({ text: 'have a look', files: [file('photo.png', 'x'), file(name, content)] });
    expect(words).toContain('a very expensive umbrella');
  });

  test('briefs the text if the attachment is a picture', async () => {
    expect((await brief({ text: STORY, files: [file('photo.png', 'x')] })).words).toContain('eleven winters');
  });

  test('briefs a forwarded message, or its file', async () => {
    const shared = { is_share: true, fallback: 'a message', text: STORY };
    expect((await brief({ text: '', attachments: [shared] })).words).toContain('eleven winters');
    const files = [file('market.md', MARKET)];
    expect((await brief({ text: '', attachments: [{ is_share: true, text: '', files }] })).words).toContain('umbrella');
  });

  test('briefs a message made of blocks, including Onrecord’s own', async () => {
    const own = await brief({ text: STORY });
    const { words } = await brief({ text: own.body.text, blocks: own.blocks, bot_id: 'B1', app_id: 'A1' });
    expect(words).toContain('The town council will vote in July');
    await on.app.test.nextRequest();
    expect(await on.app.test.nextRequest()).toMatchObject({
      source: 'shortcut',
      command: 'brief',
      outcome: 'answered',
    });
  });

  test.each<[what: string, more: object]>([
    ['nothing', { message: undefined }],
    ['nothing in its fields', { message: { text: null, blocks: null, files: [null], attachments: null } }],
  ])('of a message with %s in it says so', async (_, more) => {
    const { kind, payload } = on.kim.briefThis('brief-this', {});
    const { words } = await on.answered({ kind, payload: { ...payload, ...more } });
    expect(words).toContain('no text in this message');
  });

  test('is answered if the channel is not named', async () => {
    const { kind, payload } = on.kim.briefThis('brief-this', { text: STORY });
    const { words } = await on.answered({ kind, payload: { ...payload, channel: undefined } });
    expect(words).toContain('eleven winters');
  });

  test('looks up a file that comes from another workspace', async () => {
    const found = file('market.md', MARKET);
    on.slack.failNext('files.info', { body: { ok: true, file: found } });
    const { words } = await brief({ files: [{ id: 'F1', file_access: 'check_file_info' }] });
    expect(words).toContain('a very expensive umbrella');
  });

  test('has working buttons, but not in another channel', async () => {
    const briefed = await brief({ text: STORY });
    expect((await on.answered(on.kim.press('Quotes', briefed))).words).toContain('closed eyes');
    const otherUser = peopleOf(on.slack, { team: 'T2', user: 'U9' });
    expect((await on.answered(otherUser.press('Quotes', briefed))).words).toContain('out of date');
  });

  test.each<[what: string, message: () => object, sentence: string]>([
    ['a link alone', () => ({ text: '<https://post.example/market>' }), 'There are only links here'],
    ['two links', () => ({ text: '<https://post.example/a> <https://post.example/b>' }), 'There are only links here'],
    [
      'a remark',
      () => ({ text: 'lol ok' }),
      'That is not an article: an article reports something in several sentences.',
    ],
    ['nothing', () => ({ text: '', blocks: [{ type: 'divider' }] }), 'no text in this message'],
    ['a file of no kind', () => ({ files: [file('x', 'x', { filetype: 'constructor' })] }), 'Only .txt, .md and .html'],
    ['a picture', () => ({ files: [file('photo.png', 'x')] }), 'Only .txt, .md and .html files'],
    ['a large file', () => ({ files: [file('a.txt', 'a '.repeat(150_000))] }), 'too large: 200 KB'],
    ['a file larger than it says', () => ({ files: [file('a.txt', 'a '.repeat(150_000), { size: 10 })] }), 'too large'],
    ['a deleted file', () => ({ files: [file('a.txt', 'x', { mode: 'tombstone' })] }), 'no longer exists'],
    [
      'a file that the bot may not have',
      () => ({ files: [{ name: 'a.txt', url_private: `${on.slack.origin}/files-pri/none` }] }),
      'files:read',
    ],
  ])('of %s says what to do instead', async (_, message, sentence) => {
    const { words, body } = await brief(message());
    expect(words).toContain(sentence);
    expect(body).toMatchObject({ response_type: 'ephemeral', replace_original: false });
    expect(await on.app.test.nextRequest()).toMatchObject({ source: 'shortcut', outcome: 'mistake' });
  });

  test.each(['http://169.254.169.254/latest/a.txt', 'https://files.slack.com.evil.example/a.txt', 'file:///etc/a.txt'])(
    'does not send the bot’s token elsewhere: %s',
    async (url) => {
      const { words } = await brief({ files: [{ name: 'a.txt', url_private_download: url }] });
      expect(words).toContain('Slack did not provide that file');
    },
  );
});
